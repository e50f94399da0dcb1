"""Stated totals: what a document says in all, beside the rows or shares that should add up to it."""

from collections.abc import Iterable, Iterator

from budjettitui.checks import ERROR, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD, MONEY, ROWS
from budjettitui.checks.totals import Reconciliation, reconciliations

FAMILY = "arithmetic"


def _stated_total(case: Case, name: str) -> Iterator[Found]:
    """Those that miss; two documents that state the same miss the same way, which is told once."""
    told = set()
    for one in reconciliations(case):
        same = (one.place, one.key, one.stage, one.stated, one.parts)
        if one.check == name and one.misses and not one.within and same not in told:
            told.add(same)
            yield _stated_found(case, one)


def _stated_found(case: Case, one: Reconciliation) -> Found:
    return Found(
        one.place,
        one.anchor,
        {
            "who": case.label(one.place),
            "key": one.key,
            "stage": one.stage,
            "left_over": one.left_over,
            "document": one.source or "",
        },
        "parts" if one.left_over else "share" if one.anchor[0] == "share" else "net" if one.key == "net_costs" else "",
        partner=one.place.name if one.place.table == "partner" else None,
        expected=one.parts,
        actual=one.stated,
        approximate=one.about,
    )


@check(
    "total-cost",
    ERROR,
    "project",
    good=HEAD + "[stated]\ncosts = 100_000\n" + ROWS,
    bad=HEAD + "[stated]\ncosts = 101_000\n" + ROWS,
    within=HEAD + "[stated]\ncosts = 100_002\n" + ROWS,
    beyond=HEAD + "[stated]\ncosts = 100_003\n" + ROWS,
)
def total_cost(case: Case) -> Iterable[Found]:
    """The costs that a document states are not what its cost lines, or the partners' shares, add up to.

    A total marked about may miss by half a unit of its last digit that is not zero; one marked at most is missed only by
    a larger sum. Where the known parts already exceed the total, nothing is left over for the last partner.

    Rule: how this program works figures out (docs/figures.md).
    """
    return _stated_total(case, "total-cost")


@check(
    "total-income",
    ERROR,
    "project",
    good=HEAD + "[stated]\nincome = 5_000\n[[income]]\namount = 5_000\n",
    bad=HEAD + "[stated]\nincome = 5_000\n[[income]]\namount = 4_000\n",
    within=HEAD + "[stated]\nincome = 5_000\n[[income]]\namount = 5_001\n",
    beyond=HEAD + "[stated]\nincome = 5_000\n[[income]]\namount = 5_002\n",
)
def total_income(case: Case) -> Iterable[Found]:
    """The income that a document states is not what its income lines add up to.

    Rule: how this program works figures out (docs/figures.md).
    """
    return _stated_total(case, "total-income")


@check(
    "total-funding",
    ERROR,
    "project",
    good=HEAD + "[stated]\nfunding = 100_000\n" + MONEY,
    bad=HEAD + "[stated]\nfunding = 102_000\n" + MONEY,
    within=HEAD + "[stated]\nfunding = 100_002\n" + MONEY,
    beyond=HEAD + "[stated]\nfunding = 100_003\n" + MONEY,
)
def total_funding(case: Case) -> Iterable[Found]:
    """The funding that a document states in all is not what the funding lines and shares add up to.

    Rule: how this program works figures out (docs/figures.md).
    """
    return _stated_total(case, "total-funding")


@check(
    "total-support",
    ERROR,
    "project",
    good=HEAD + "[stated]\nsupport = 75_000\n" + MONEY,
    bad=HEAD + "[stated]\nsupport = 76_000\n" + MONEY,
    within=HEAD + "[stated]\nsupport = 75_001\n" + MONEY,
    beyond=HEAD + "[stated]\nsupport = 75_002\n" + MONEY,
)
def total_support(case: Case) -> Iterable[Found]:
    """The support that a document states is not what the support lines or the partners' shares add up to.

    Rule: how this program works figures out (docs/figures.md).
    """
    return _stated_total(case, "total-support")


@check(
    "total-own",
    ERROR,
    "project",
    good=HEAD + "[stated]\nown = 25_000\n" + MONEY,
    bad=HEAD + "[stated]\nown = 20_000\n" + MONEY,
    within=HEAD + "[stated]\nown = 25_001\n" + MONEY,
    beyond=HEAD + "[stated]\nown = 25_002\n" + MONEY,
)
def total_own(case: Case) -> Iterable[Found]:
    """The own funding that a document states is not what the own lines or the partners' shares add up to.

    Rule: how this program works figures out (docs/figures.md).
    """
    return _stated_total(case, "total-own")
