"""What was granted beside what was planned, and the audit that a funder asks for."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import where
from budjettitui.checks import INFO, WARNING, Found, check
from budjettitui.checks.audits import is_audit
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.findings import Place
from budjettitui.model import place_of
from budjettitui.money import EXACT, ZERO, total

FAMILY = "lifecycle"

_GRANTED = (
    HEAD + 'stage = "granted"\n\n[stated]\ncosts = 100_000\nsupport = { planned = 75_000, granted = 70_000 }\nown = '
)


@check(
    "grant-short",
    WARNING,
    "project",
    good=_GRANTED + "30_000\n",
    bad=_GRANTED + "25_000\n",
    within=_GRANTED + "29_998\n",
    beyond=_GRANTED + "29_997\n",
)
def grant_short(case: Case) -> Iterator[Found]:
    """Less support was granted than was planned, and nothing says who covers the difference.

    Either the costs come down with the grant, or somebody pays more: the plan has to say which. What is covered is
    looked at as it was granted where it was, else as it was planned.

    Rule: this program's own.
    """
    stage, planned = case.figures.stages.get("granted"), case.figures.project
    if stage is None or case.cancelled or planned.support.value is None or stage.project.support.value is None:
        return
    granted = stage.project.support.value
    less = EXACT.subtract(planned.support.value, granted)
    if less <= case.tolerance(stage.project.support.parts, planned.support.value, granted):
        return
    open_ = uncovered(case, granted)
    if open_ is None:
        open_ = less
    if open_ > case.gap_tolerance(planned):
        place = Place("project")
        anchors = stage.project.support.anchors
        anchor = anchors[0] if len(anchors) == 1 else case.anchor_of(place)
        values = {"gap": min(open_, less)}
        yield Found(place, anchor, values, expected=planned.support.value, actual=granted)


def uncovered(case: Case, granted: Decimal) -> Decimal | None:
    """What neither the granted support nor other money covers; None where costs or other money are not known."""
    stage, planned = case.figures.stages["granted"].project, case.figures.project
    net = stage.net_costs if stage.net_costs is not None else planned.net_costs
    covered = stage.covered if stage.covered else _covered(case)
    if net is None or covered is None:
        return None
    return EXACT.subtract(EXACT.subtract(net, granted), covered)


def _covered(case: Case) -> Decimal | None:
    """Other money as planned, of a partner whose own was granted anew as granted."""
    planned = case.figures.project.covered
    if planned is None or not case.several:
        return planned
    pairs = [(case.figures.partners[who], now) for who, now in case.figures.stages["granted"].partners.items()]
    known = [(was.covered, now.covered) for was, now in pairs if now.covered and was.covered is not None]
    return total([planned, *(EXACT.subtract(now, was) for was, now in known)])


def _audit(description: str) -> str:
    lines = f'\n[[cost]]\ncategory = "services"\ndescription = "{description}"\namount = 4_000\n'
    return HEAD + 'rules = "fi-state-grant"\n' + lines


@check("audit-cost", INFO, "project", good=_audit("Tilintarkastus"), bad=_audit("Tulkkaus"))
def audit_cost(case: Case) -> Iterator[Found]:
    """The funder asks for an audit and no cost line looks like one; or one does, and the funder asks for none.

    An audit line is known by its words: tilintarkastus, audit, and revision where it is Swedish; in English that is a
    change of something. Some funders ask for an audit from a certain sum on. Where the costs are not given line by line,
    or the rules say nothing of audits, nothing is said.

    Rule: audit.expected and audit.expected_from of the rule set.
    """
    asked = _asked(case)
    if asked is None or not case.budget.costs or "cost" in case.budget.unread:
        return
    key, expected = asked
    rule = case.terms.rules.rule(key)
    audits = [(index, case.budget.costs[index]) for index in where(case.budget.costs, is_audit)]
    resting, from_where = unverified(rule), source(rule)
    if expected and not audits:
        place = Place("project")
        yield Found(place, ("project",), unverified=resting, source=from_where)
    for index, row in audits:
        if not expected:
            place = place_of("cost", index, row)
            yield Found(
                place, ("cost", index), {}, "present", partner=row.partner, unverified=resting, source=from_where
            )


def _asked(case: Case) -> tuple[str, bool] | None:
    """Whether the funder asks for an audit, and the rule that says so; None where nothing does."""
    rules = case.terms.rules
    expected, least = rules.rule("audit.expected"), rules.number("audit.expected_from")
    if expected is not None and isinstance(expected.value, bool):
        return "audit.expected", expected.value
    costs = [sheet.costs.value for _, sheet in case.sheets()]
    if least is None or any(value is None for value in costs):
        return None
    return "audit.expected_from", max((value for value in costs if value is not None), default=ZERO) >= least
