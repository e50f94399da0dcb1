"""Statements: totals of a category, a year or a work package, and documents that disagree with each other."""

from collections.abc import Iterable, Iterator

from budjettitui.amounts import slack_of
from budjettitui.checks import ERROR, INFO, WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD, ROWS
from budjettitui.checks.part_totals import category_comparisons
from budjettitui.checks.totals import Comparison
from budjettitui.findings import Place
from budjettitui.model import STAGES, Amount, Figure, Stated
from budjettitui.money import EXACT, ZERO, total

FAMILY = "arithmetic"

KEYS = ("costs", "net_costs", "income", "funding", "support", "own", "public_funding")


@check(
    "category-total",
    ERROR,
    "category",
    good=HEAD + "[stated]\ncategories = { personnel = 60_000 }\n" + ROWS,
    bad=HEAD + "[stated]\ncategories = { personnel = 61_000 }\n" + ROWS,
    within=HEAD + "[stated]\ncategories = { personnel = 60_001 }\n" + ROWS,
    beyond=HEAD + "[stated]\ncategories = { personnel = 60_002 }\n" + ROWS,
)
def category_total(case: Case) -> Iterable[Found]:
    """The total that a document states for a category, a year or a work package is not what its rows add up to.

    Rule: how this program works figures out (docs/figures.md).
    """
    for one in category_comparisons(case):
        if one.misses and not one.within:
            yield category_found(case, one)


def category_found(case: Case, one: Comparison) -> Found:
    """What is found where a category, year or work package misses."""
    return Found(
        one.place,
        one.anchor,
        {"what": one.place.name or "", "table": one.place.table, "key": one.key, "document": one.source or ""},
        "figure" if one.place.table == "year" and one.key != "costs" else "",
        expected=one.parts,
        actual=one.stated,
        approximate=one.about,
    )


@check(
    "statements-differ",
    WARNING,
    "project",
    good=HEAD
    + '[[stated]]\nsource = "application"\ncosts = 100_000\n[[stated]]\nsource = "decision"\ncosts = 100_000\n',
    bad=HEAD + '[[stated]]\nsource = "application"\ncosts = 100_000\n[[stated]]\nsource = "decision"\ncosts = 98_000\n',
    within=HEAD
    + '[[stated]]\nsource = "application"\ncosts = 100_000\n[[stated]]\nsource = "decision"\ncosts = 100_001\n',
    beyond=HEAD
    + '[[stated]]\nsource = "application"\ncosts = 100_000\n[[stated]]\nsource = "decision"\ncosts = 100_002\n',
)
def statements_differ(case: Case) -> Iterable[Found]:
    """Two documents state the same figure of the same stage differently.

    Figures of different stages may differ: what was applied for and what was granted are two things. Where one of them
    is only about, it is a remark.

    Rule: how this program works figures out (docs/figures.md).
    """
    seen: dict[tuple[str, str, str], tuple[Stated, Amount]] = {}
    for stated in case.budget.stated:
        for key, stage, amount in _stated_amounts(stated):
            first = seen.setdefault((stated.of, key, stage), (stated, amount))
            if first[0] is not stated and _disagree(case, first[1], amount):
                yield _differ(stated, key, first, amount)


def _stated_amounts(stated: Stated) -> Iterator[tuple[str, str, Amount]]:
    for key in KEYS:
        figure: Figure | None = getattr(stated, key)
        for stage in STAGES if figure is not None else ():
            amount = figure.at(stage) if figure is not None else None
            if amount is not None:
                yield key, stage, amount


def _disagree(case: Case, one: Amount, other: Amount) -> bool:
    difference = EXACT.subtract(other.value, one.value)
    if (one.at_most and difference < ZERO) or (one.at_least and difference > ZERO):
        return False
    if (other.at_most and difference > ZERO) or (other.at_least and difference < ZERO):
        return False
    slack = total([slack_of(amount.value) for amount in (one, other) if amount.about])
    return abs(difference) > EXACT.add(case.tolerance(1, one.value, other.value), slack)


def _differ(stated: Stated, key: str, first: tuple[Stated, Amount], amount: Amount) -> Found:
    table, _, name = stated.of.partition(".")
    about = first[1].about or amount.about
    return Found(
        Place(table, name or None),
        (*stated.anchor, key),
        {"key": key, "first": first[1].source or first[0].source or "", "second": amount.source or stated.source or ""},
        severity=INFO if about else None,
        partner=name if table == "partner" else None,
        expected=first[1].value,
        actual=amount.value,
        approximate=about,
    )
