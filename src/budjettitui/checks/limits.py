"""Sums that the call or the rules set: the least and the most support, the most costs, the only lump sums."""

from collections.abc import Iterable
from decimal import Decimal

from budjettitui.checks import ERROR, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD, costs_and_support
from budjettitui.checks.ruled import source, unverified
from budjettitui.findings import Path, Place
from budjettitui.money import EXACT, ZERO

FAMILY = "rate"


_RANGE = HEAD + "[call]\nsupport_min = 20_000\nsupport_max = 80_000\n"


_SMALL = HEAD + 'rules = "fi-rural-2023"\n[call]\ntype = "small"\n'


@check(
    "grant-range",
    ERROR,
    "project",
    good=(_RANGE + costs_and_support("100_000", "75_000"), _SMALL + costs_and_support("8_000", "1_000")),
    bad=(_RANGE + costs_and_support("120_000", "90_000"), _SMALL + costs_and_support("8_000", "999")),
    within=_RANGE + costs_and_support("120_000", "80_000"),
    beyond=_RANGE + costs_and_support("120_000", "80_001"),
)
def grant_range(case: Case) -> Iterable[Found]:
    """Support is less than the least, or more than the most, that the call gives to one project.

    The least may also stand in the rule set, by type of call (`call.type`).

    Rule: call.support_min and call.support_max, else support.min_by_type of the rule set.
    """
    support = case.figures.project.support.value
    if support is None or case.cancelled:
        return
    for rule, wording in ((case.terms.support.support_min, "below"), (case.terms.support.support_max, "above")):
        limit = rule.value if rule is not None else None
        if isinstance(limit, Decimal) and (support < limit if wording == "below" else support > limit):
            yield Found(
                Place("project"),
                _limit_anchor(case),
                {"limit": limit},
                wording,
                expected=limit,
                actual=support,
                unverified=unverified(rule),
                source=source(rule),
                approximate=case.figures.project.support.about,
            )


def _limit_anchor(case: Case) -> Path:
    anchors = case.figures.project.support.anchors
    return anchors[0] if len(anchors) == 1 else case.anchor_of(Place("project"))


_TALKOOT = '[[cost]]\ncategory = "other"\ndescription = "Volunteers"\nin_kind = true\namount = '
_COSTS = HEAD + "[call]\ncosts_max = 100_000\n"


@check(
    "costs-ceiling",
    ERROR,
    "project",
    good=(
        _COSTS + costs_and_support("100_000", "75_000"),
        _SMALL + costs_and_support("6_000", "5_200") + _TALKOOT + "2_000\n",
    ),
    bad=(
        _COSTS + costs_and_support("100_001", "75_000"),
        _SMALL + costs_and_support("6_000", "5_200") + _TALKOOT + "2_001\n",
    ),
    within=_COSTS + costs_and_support("100_000", "75_000"),
    beyond=_COSTS + costs_and_support("100_001", "75_000"),
)
def costs_ceiling(case: Case) -> Iterable[Found]:
    """The project's costs are above the most that the call, or the rule set, lets it cost. A limit has no tolerance.

    Where the rules take volunteer work as a cost of the project, it is counted with the cash: a small rural project of
    8 000 euros has room for both together.

    Rule: call.costs_max, else costs.max_by_type and costs.max of the rule set.
    """
    sheet, rule = case.figures.project, case.terms.costs.costs_max
    if rule is None or sheet.costs.value is None or case.cancelled or not isinstance(rule.value, Decimal):
        return
    costs = EXACT.add(sheet.costs.value, sheet.rate_in_kind)
    if costs > rule.value:
        yield Found(
            Place("project"),
            case.anchor_of(Place("project")),
            {"limit": rule.value},
            expected=rule.value,
            actual=costs,
            unverified=unverified(rule),
            source=source(rule),
            approximate=sheet.costs.about,
        )


_MENU = HEAD + 'rules = "eu-erasmus-ka2-2021"\n[call]\ntype = "ka220"\n'


@check(
    "grant-menu",
    ERROR,
    "project",
    good=_MENU + costs_and_support("150_000", "120_000"),
    bad=_MENU + costs_and_support("150_000", "110_000"),
    within=_MENU + costs_and_support("150_000", "120_000"),
    beyond=_MENU + costs_and_support("150_000", "120_001"),
)
def grant_menu(case: Case) -> Iterable[Found]:
    """The programme gives one of a few lump sums, and the support is none of them.

    Without the call's type the sums of all types are allowed. Where one of the sums could not be confirmed, it is a
    warning.

    Rule: support.menu of the rule set, by type of call.
    """
    support, rule = case.figures.project.support, case.terms.support.menu
    if rule is None or not isinstance(rule.value, tuple):
        return
    sums = sorted({value for value in rule.value if isinstance(value, Decimal)})
    if support.value is None or not sums or support.value in sums or case.cancelled:
        return
    nearest = min(sums, key=lambda one: (abs(one - (support.value or ZERO)), one))
    yield Found(
        Place("project"),
        _limit_anchor(case),
        {"sums": tuple(sums), "type": case.budget.call.type or ""},
        expected=nearest,
        actual=support.value,
        unverified=unverified(rule),
        source=source(rule),
    )
