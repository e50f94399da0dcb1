"""From plan to closing: what was granted and realised, beside what was planned."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import values, where
from budjettitui.checks import ERROR, INFO, WARNING, Found, check, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.written import amounts
from budjettitui.figures import Sheet, Stage
from budjettitui.figures.worths import staged_worth
from budjettitui.findings import Path, Place
from budjettitui.model import Figure, Line, Row, Share, place_of
from budjettitui.money import EXACT, ZERO, divided, ratio, times, told
from budjettitui.values import frozen

PROJECT = Place("project")

ORDER = (("realised", "granted"), ("granted", "applied"))
"""What may not be above what."""


@check(
    "status-funding",
    INFO,
    "project",
    good=HEAD + "\n[stated]\ncosts = 391_780\n",
    bad=(
        HEAD + 'stage = "cancelled"\n\n[stated]\ncosts = 391_780\nsupport = { granted = 0, realised = 0 }\n',
        HEAD + 'stage = "cancelled"\n\n[stated]\ncosts = 391_780\nsupport = { granted = 300_000, realised = 20_000 }\n',
    ),
)
def status_funding(case: Case) -> Iterator[Found]:
    """The project is cancelled, so its gaps are not reported.

    Its figures are still worked out. Where money was granted or realised it is an error: either the stage is wrong, or
    there is money to be returned.

    Rule: project.stage of the budget file.
    """
    if not case.cancelled:
        return
    for stage in ("realised", "granted"):
        money = _money_at(case, stage)
        if money is not None:
            values = {"stage": stage}
            yield Found(PROJECT, ("project", "stage"), values, "granted", severity=ERROR, actual=money)
            return
    yield Found(PROJECT, ("project", "stage"))


def _money_at(case: Case, stage: str) -> Decimal | None:
    """What was granted or realised: the support, else the largest figure that is; None where there is nothing."""
    sheets = case.figures.stages.get(stage)
    if sheets is None:
        return None
    if sheets.project.support.value:
        return sheets.project.support.value
    budget = case.budget
    rest = [one for stated in budget.stated for one in amounts(stated) if one.stage == stage]
    found = [one.amount.value for one in rest]
    for rows in (budget.shares, budget.funding, budget.costs):
        found += values(rows, _largest_at, stage)
    largest = max(found, default=ZERO)
    return largest if largest > ZERO else None


def _largest_at(row: Row, stage: str) -> Decimal:
    return max((one.amount.value for one in amounts(row) if one.stage == stage), default=ZERO)


def _stated_order(case: Case) -> Iterator[Found]:
    """The same of stated figures, and of the project's sums where no row tells of it already."""
    told = set()
    for stated in case.budget.stated:
        table, _, name = stated.of.partition(".")
        place = PROJECT if table == "project" else Place(table, name)
        for key in ("costs", "net_costs", "income", "funding", "support", "own", "public_funding"):
            for found in _figure_order(case, getattr(stated, key), place, (*stated.anchor, key), key):
                told.add(key)
                yield found
    lines = (case.budget.costs, case.budget.incomes, case.budget.funding)
    if told or None in _stages(case):
        return
    if not any(_row_order(case, rows[index]) for rows in lines for index in where(rows, _has_stages)):
        yield from _sums_order(case)


def _has_stages(row: Row) -> bool:
    """True of a row that has figures of more than one stage."""
    return len({one.stage for one in amounts(row)}) > 1


def _sums_order(case: Case) -> Iterator[Found]:
    granted, realised = _stages(case)
    if granted is None or realised is None:
        return
    for key in ("costs", "support"):
        before, after = _sum(granted.project, key), _sum(realised.project, key)
        if before is not None and after is not None and _above(case, after, before):
            values = {"later": "realised", "earlier": "granted", "figure": key}
            yield Found(PROJECT, case.anchor_of(PROJECT), values, "sum", expected=before, actual=after)


def _sum(sheet: Sheet, key: str) -> Decimal | None:
    return sheet.costs.value if key == "costs" else sheet.support.value


@row_check(
    "stage-order",
    WARNING,
    "cost",
    "income",
    "funding",
    "share",
    good=HEAD + '\n[[funding]]\nkind = "support"\napplied = 50_000\ngranted = 40_000\nrealised = 38_000\n',
    bad=HEAD + '\n[[funding]]\nkind = "support"\napplied = 50_000\ngranted = 40_000\nrealised = 43_000\n',
    beside=_stated_order,
    within=HEAD + '\n[[funding]]\nkind = "support"\napplied = 50_000\ngranted = 40_000\nrealised = 40_001\n',
    beyond=HEAD + '\n[[funding]]\nkind = "support"\napplied = 50_000\ngranted = 40_000\nrealised = 40_002\n',
)
def stage_order(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """More was realised than granted, or more granted than applied for.

    A funder does not pay beyond its decision, so either a figure stands in the wrong place, or somebody else pays the
    difference. Rows, shares and stated figures are compared, beyond the rules' rounding.

    Rule: this program's own.
    """
    place = place_of(table, index, row)
    if isinstance(row, Share):
        for key in ("costs", "income", "support", "own"):
            yield from _figure_order(case, getattr(row, key), place.at(key), (table, index, key), key)
    elif isinstance(row, Line):
        for later, earlier, after, before in _row_order(case, row):
            values = {"later": later, "earlier": earlier}
            anchor: Path = (table, index, later) if getattr(row, later) is not None else (table, index)
            yield Found(place, anchor, values, expected=before, actual=after)


def _row_order(case: Case, row: Line) -> list[tuple[str, str, Decimal, Decimal]]:
    """The stages of a row that are above the one before: their names and amounts."""
    found: list[tuple[str, str, Decimal, Decimal]] = []
    if row.granted is None and row.realised is None and not row.years:
        return found
    for later, earlier in ORDER:
        after, before = staged_worth(row, later).value, staged_worth(row, earlier).value
        if after is not None and before is not None and _above(case, after, before):
            found.append((later, earlier, after, before))
    return found


def _figure_order(case: Case, figure: Figure | None, place: Place, anchor: Path, key: str) -> Iterator[Found]:
    for later, earlier in ORDER if figure is not None else ():
        assert figure is not None
        after, before = figure.at(later), figure.at(earlier)
        if after is not None and before is not None and _above(case, after.value, before.value):
            values = {"later": later, "earlier": earlier, "figure": key}
            yield Found(place, (*anchor, later), values, "sum", expected=before.value, actual=after.value)


def _above(case: Case, later: Decimal, earlier: Decimal) -> bool:
    return EXACT.subtract(later, earlier) > case.tolerance(1, later, earlier)


def _stages(case: Case) -> tuple[Stage | None, Stage | None]:
    return case.figures.stages.get("granted"), case.figures.stages.get("realised")


@frozen
class Granted:
    """The support that was granted, and the costs that it was granted for."""

    support: Decimal
    base: Decimal
    on_public: bool
    stage: str = "granted"
    """The stage that both are of; empty where they are what is judged."""


def granted_support(case: Case) -> Granted | None:
    """The granted support and its base: the granted costs, else the planned where that support is what is judged."""
    granted, judged = case.figures.stages.get("granted"), case.figures.project
    sheet = granted.project if granted is not None else None
    if sheet is None or sheet.rate_support is None:
        return None
    stage = "granted"
    if sheet.rate_base is None and judged.rate_support == sheet.rate_support:
        sheet, stage = judged, ""
    if sheet.rate_support is None or sheet.rate_base is None or sheet.rate_base <= ZERO:
        return None
    return Granted(sheet.rate_support, sheet.rate_base, sheet.rate_on_public, stage)


@check(
    "realised-rate",
    ERROR,
    "project",
    good=HEAD
    + """
[stated]
costs = { granted = 100_000, realised = 90_000 }
support = { granted = 75_000, realised = 67_500 }
""",
    bad=HEAD
    + """
[stated]
costs = { granted = 100_000, realised = 90_000 }
support = { granted = 75_000, realised = 70_000 }
""",
    within=HEAD
    + "[stated]\ncosts = { granted = 100_000, realised = 90_000 }\nsupport = { granted = 75_000, realised = 67_501 }\n",
    beyond=HEAD
    + "[stated]\ncosts = { granted = 100_000, realised = 90_000 }\nsupport = { granted = 75_000, realised = 67_502 }\n",
)
def realised_rate(case: Case) -> Iterator[Found]:
    """The realised support is a larger part of the realised costs than was granted.

    A funder pays its percentage of the costs that came about; what was paid above that is to be returned. Where the
    granted costs are not known, the planned ones stand in for them if the support was granted as it was planned. Where
    only public funding is known, the rates are those of public funding on both sides. What rounding explains is told as
    that.

    Rule: the decision's rate: the granted support of the granted costs.
    """
    granted, realised = granted_support(case), case.figures.stages.get("realised")
    if granted is None or realised is None or case.cancelled:
        return
    support, base = realised.project.rate_support, realised.project.rate_base
    if support is None or base is None or base < ZERO or realised.project.rate_on_public != granted.on_public:
        return
    over = EXACT.subtract(times(support, granted.base), times(granted.support, base))
    tolerance = case.tolerance(realised.project.support.parts, support, base)
    if over > ZERO:
        allowed = divided(times(granted.support, base), granted.base)
        values = {"ceiling": ratio(granted.support, granted.base), "costs": base}
        anchor, about = _support_anchor(realised.project), realised.project.rate_about
        rounded = over <= times(tolerance, granted.base)
        yield Found(PROJECT, anchor, values, "realised" if rounded else "",
                    expected=told(allowed, support, case.budget.decimals), actual=support, approximate=about,
                    check="rate-rounding" if rounded else "")  # fmt: skip


def _support_anchor(sheet: Sheet) -> Path:
    return sheet.support.anchors[0] if sheet.support.anchors else ("project",)


@check(
    "support-returned",
    INFO,
    "project",
    good=HEAD + "\n[stated]\nsupport = { granted = 75_000, realised = 75_000 }\n",
    bad=HEAD + "\n[stated]\nsupport = { granted = 75_000, realised = 67_500 }\n",
    within=HEAD + "\n[stated]\nsupport = { granted = 75_000, realised = 74_999 }\n",
    beyond=HEAD + "\n[stated]\nsupport = { granted = 75_000, realised = 74_998 }\n",
)
def support_returned(case: Case) -> Iterator[Found]:
    """Some of the granted support was not used.

    It goes back to the funder, and is what the next application will be asked about. Nothing is said while the project
    still runs, nor of a cancelled one.

    Rule: this program's own.
    """
    granted, realised = _stages(case)
    if granted is None or realised is None or case.budget.project.stage in ("granted", "running", "cancelled"):
        return
    before, after = granted.project.support, realised.project.support
    if before.value is None or after.value is None:
        return
    if EXACT.subtract(before.value, after.value) > case.tolerance(1, before.value, after.value):
        yield Found(PROJECT, _support_anchor(realised.project), expected=before.value, actual=after.value)
