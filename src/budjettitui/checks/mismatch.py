"""Whether money meets: all funding is all net costs, and something is left for the support to pay."""

from collections.abc import Iterable

from budjettitui.checks import ERROR, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD, MONEY
from budjettitui.checks.ruled import source
from budjettitui.checks.totals import mismatch
from budjettitui.findings import Place
from budjettitui.money import EXACT, ZERO

FAMILY = "arithmetic"


@check(
    "total-mismatch",
    ERROR,
    "project",
    good=HEAD + "[stated]\ncosts = 100_000\n" + MONEY,
    bad=HEAD + "[stated]\ncosts = 102_000\n" + MONEY,
    within=HEAD + "[stated]\ncosts = 100_002\n" + MONEY,
    beyond=HEAD + "[stated]\ncosts = 100_003\n" + MONEY,
)
def total_mismatch(case: Case) -> Iterable[Found]:
    """All funding together is not the net costs (costs less income).

    Every euro of the costs has a source, and no euro is paid twice. Where one partner's gap makes the difference, the
    gap is the finding and this follows from it. Some funders' forms take no plan that does not meet.

    Rule: funding.equals_costs of the rule set, where it has one; 1125/2021 13 § 2 mom.
    """
    sheet, over = case.figures.project, mismatch(case)
    if over is not None and abs(over) > case.gap_tolerance(sheet):
        yield Found(
            Place("project"),
            case.anchor_of(Place("project")),
            expected=sheet.net_costs,
            actual=sheet.funding,
            wording="over" if over > ZERO else "",
            approximate=sheet.approximate,
            source=source(case.terms.rules.rule("funding.equals_costs")),
        )


@check(
    "net-positive",
    ERROR,
    "project",
    good=HEAD + '[[cost]]\ncategory = "services"\namount = 10_000\n[[income]]\namount = 4_000\n'
    '[[funding]]\nkind = "support"\namount = 6_000\n',
    bad=HEAD + '[[cost]]\ncategory = "services"\namount = 10_000\n[[income]]\namount = 10_000\n'
    '[[funding]]\nkind = "support"\namount = 6_000\n',
    within=HEAD + '[[cost]]\ncategory = "services"\namount = 10_000\n[[income]]\namount = 9_999\n'
    '[[funding]]\nkind = "support"\namount = 6_000\n',
    beyond=HEAD + '[[cost]]\ncategory = "services"\namount = 10_000\n[[income]]\namount = 10_000\n'
    '[[funding]]\nkind = "support"\namount = 6_000\n',
)
def net_positive(case: Case) -> Iterable[Found]:
    """There is nothing left for the support to pay: income, or income and other funding, already cover the costs.

    Support is for the deficit; a project that needs none cannot apply for it.

    Rule: support is for net costs that other money does not cover: how this program works figures out
    (docs/figures.md).
    """
    if case.cancelled:
        return
    places = [(Place("project"), case.figures.project), *(case.sheets() if case.several else [])]
    for place, sheet in places:
        net, support = sheet.net_costs, sheet.support.value
        if net is None or support is None or support <= ZERO:
            continue
        other = sheet.other_funding() or ZERO
        left = EXACT.subtract(net, other)
        if net <= ZERO or left <= ZERO:
            yield Found(
                place,
                case.anchor_of(place),
                {"who": case.label(place), "net": net, "other": other, "support": support},
                "" if net <= ZERO else "other",
                partner=place.name,
                actual=net if net <= ZERO else left,
                approximate=sheet.approximate,
            )
