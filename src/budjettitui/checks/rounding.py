"""Rates that a document states, and sums that miss only by rounding."""

from collections.abc import Iterable
from decimal import Decimal

from budjettitui.checks import INFO, WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD, ROWS
from budjettitui.checks.part_totals import category_reconciliations
from budjettitui.checks.totals import Reconciliation, gaps, mismatch, place_of_stated, reconciliations
from budjettitui.findings import Path, Place
from budjettitui.model import Figure
from budjettitui.money import ZERO, decimals_written, ratio, to_decimals

FAMILY = "arithmetic"


@check(
    "stated-percent",
    WARNING,
    "project",
    good=HEAD + "[stated]\ncosts = 100_000\nsupport = 75_000\nsupport_rate = 75\n",
    bad=HEAD + "[stated]\ncosts = 100_000\nsupport = 75_000\nsupport_rate = 80\n",
)
def stated_percent(case: Case) -> Iterable[Found]:
    """The support rate that a document states is not the one that its figures have, at the decimals it is written with.

    Rule: support.base of the rule set; compared at the decimals that are written.
    """
    for stated in case.budget.stated:
        place = place_of_stated(case, stated)
        if place is None or stated.support_rate is None:
            continue
        sheet = case.figures.project if place.table == "project" else case.figures.partners[str(place.name)]
        rate = sheet.support_rate
        decimals = decimals_written(stated.support_rate)
        if rate is None or to_decimals(rate, decimals) == stated.support_rate:
            continue
        holds = _holds_on_stated(stated.support, stated.costs, stated.support_rate, decimals)
        yield Found(
            place,
            (*stated.anchor, "support_rate"),
            {
                "who": case.label(place),
                "support": sheet.rate_support,
                "base": sheet.rate_base,
                "holds_on_stated": holds,
            },
            partner=place.name,
            expected=to_decimals(rate, 6),
            actual=stated.support_rate,
            percent=True,
            approximate=sheet.rate_about,
        )


def _holds_on_stated(support: Figure | None, costs: Figure | None, rate: Decimal, decimals: int) -> bool:
    """True where the stated rate is that of the stated support and costs."""
    part = None if support is None else support.judged
    whole = None if costs is None else costs.judged
    if part is None or whole is None or whole.value <= ZERO:
        return False
    return to_decimals(ratio(part.value, whole.value), decimals) == rate


@check(
    "rounded-parts",
    INFO,
    "any sum",
    good=HEAD + 'rules = "fi-esrplus-2021"\n[stated]\ncosts = 100_000\n' + ROWS.replace("services", "other"),
    bad=HEAD + 'rules = "fi-esrplus-2021"\n[stated]\ncosts = 100_001\n' + ROWS.replace("services", "other"),
    within=HEAD + 'rules = "fi-esrplus-2021"\n[stated]\ncosts = 100_000\n' + ROWS.replace("services", "other"),
    beyond=HEAD + 'rules = "fi-esrplus-2021"\n[stated]\ncosts = 100_001\n' + ROWS.replace("services", "other"),
)
def rounded_parts(case: Case) -> Iterable[Found]:
    """The parts miss the whole by no more than rounding: the rules' unit for each rounded part, five at most.

    Misses of single rows are told by the checks of those rows. No mistake, but a form that adds up to the cent will not
    take it; the finding says by how much to move a part.

    Rule: rounding.unit and rounding.tolerance of the rule set.
    """
    for one in reconciliations(case):
        if one.misses and one.within:
            yield _rounded(case, one.place, one.anchor, one.parts, one.stated, {"key": one.key, "about": one.about})
    for one in category_reconciliations(case):
        if one.misses and one.within:
            yield _rounded(
                case, one.place, one.anchor, one.parts, one.stated, {"key": _key_of(one), "about": one.about}
            )
    for place, sheet, missing, tolerance in gaps(case):
        if abs(missing) <= tolerance:
            yield _rounded(
                case, place, case.anchor_of(place), sheet.need, sheet.covered, {"key": "gap", "between": True}
            )
    project, over = case.figures.project, mismatch(case)
    if over is not None and case.several and abs(over) <= case.gap_tolerance(project):
        place = Place("project")
        yield _rounded(
            case, place, case.anchor_of(place), project.net_costs, project.funding, {"key": "gap", "between": True}
        )


def _key_of(one: Reconciliation) -> str:
    """The figure that is said to miss: of a category or a work package its costs."""
    return one.key if one.place.table == "year" else "costs"


def _rounded(
    case: Case, place: Place, anchor: Path, expected: Decimal | None, actual: Decimal | None, values: dict[str, object]
) -> Found:
    return Found(
        place,
        anchor,
        {"who": case.label(place), **values},
        "about" if values.get("about") else "gap" if values.get("between") else "",
        partner=place.name if place.table == "partner" else None,
        expected=expected,
        actual=actual,
        approximate=bool(values.get("about")),
    )
