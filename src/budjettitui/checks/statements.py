"""Statements: totals of a category, a year or a work package, and documents that disagree with each other."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from budjettitui.checks import ERROR, INFO, WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD, ROWS
from budjettitui.checks.part_totals import category_reconciliations
from budjettitui.checks.totals import Reconciliation
from budjettitui.figures.worths import slack_of
from budjettitui.findings import Path, Place
from budjettitui.model import STAGES, Amount, Figure, Stated
from budjettitui.money import EXACT, ZERO, decimals_written, to_decimals, total
from budjettitui.values import frozen, replace

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
    for one in category_reconciliations(case):
        if one.misses and not one.within:
            yield category_found(case, one)


def category_found(case: Case, one: Reconciliation) -> Found:
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
    """Two documents state the same figure of the same stage differently, or the same rate at the decimals of both.

    Figures of different stages may differ: what was applied for and what was granted are two things. Where one of them
    is only about, it is a remark.

    Rule: how this program works figures out (docs/figures.md).
    """
    return map(_differ, differences(case))


@frozen
class Difference:
    """Two documents that state one thing differently: what, where each says so, and how far they may be apart."""

    of: str
    key: str
    stage: str
    first_anchor: Path
    anchor: Path
    first: str
    second: str
    expected: Decimal
    actual: Decimal
    tolerance: Decimal | None = None
    amounts: tuple[Amount, ...] = ()
    """Both amounts; none of a rate."""

    @property
    def percent(self) -> bool:
        """True of two rates."""
        return not self.amounts

    @property
    def about(self) -> bool:
        """True where one of them is only about."""
        return any(one.about for one in self.amounts)


def differences(case: Case) -> Iterator[Difference]:
    """What documents state differently, each beside the first that states it."""
    seen: dict[tuple[str, str, str], tuple[Stated, Path, Amount]] = {}
    rates: dict[str, tuple[Stated, Decimal]] = {}
    for stated in _of_the_applicant(case):
        for of, path, stage, amount in _stated_amounts(stated):
            key, anchor = "costs" if path[0] == "categories" else path[0], (*stated.anchor, *path)
            first, at, other = seen.setdefault((of, key, stage), (stated, anchor, amount))
            if first.anchor != stated.anchor and _disagree(case, other, amount):
                yield Difference(of, key, stage, at, anchor, other.source or first.source or "",
                                 amount.source or stated.source or "", other.value, amount.value,
                                 _apart(case, other, amount), (other, amount))  # fmt: skip
        if stated.support_rate is not None:
            first, rate = rates.setdefault(stated.of, (stated, stated.support_rate))
            if _rates_disagree(rate, stated.support_rate):
                at, anchor = (*first.anchor, "support_rate"), (*stated.anchor, "support_rate")
                yield Difference(stated.of, "support_rate", "", at, anchor, first.source or "", stated.source or "", rate,
                                 stated.support_rate)  # fmt: skip


def _of_the_applicant(case: Case) -> Iterator[Stated]:
    """What is stated; of the only partner it is of the project."""
    books = case.figures.books
    only = None if case.several or books.nameless else f"partner.{books.only}"
    return (replace(one, of="project") if one.of == only else one for one in case.budget.stated)


def _stated_amounts(stated: Stated) -> Iterator[tuple[str, tuple[str, ...], str, Amount]]:
    """Each amount that is stated: of what, where it is written, of which stage. A category of the project is one thing,
    whichever way it is written."""
    figures: list[tuple[str, tuple[str, ...], Figure | None]] = [
        (stated.of, (key,), getattr(stated, key)) for key in KEYS
    ]
    if stated.of == "project":
        figures += [(f"category.{name}", ("categories", name), figure) for name, figure in stated.categories.items()]
    for of, path, figure in figures:
        for stage in STAGES if figure is not None else ():
            amount = figure.at(stage) if figure is not None else None
            if amount is not None:
                yield of, path, stage, amount


def _rates_disagree(one: Decimal, other: Decimal) -> bool:
    """A rate of fewer decimals may be the other one, rounded."""
    decimals = min(decimals_written(one), decimals_written(other))
    return to_decimals(one, decimals) != to_decimals(other, decimals)


def _disagree(case: Case, one: Amount, other: Amount) -> bool:
    difference = EXACT.subtract(other.value, one.value)
    if (one.at_most and difference < ZERO) or (one.at_least and difference > ZERO):
        return False
    if (other.at_most and difference > ZERO) or (other.at_least and difference < ZERO):
        return False
    return abs(difference) > _apart(case, one, other)


def _apart(case: Case, one: Amount, other: Amount) -> Decimal:
    """How far apart two amounts may be: by rounding, and by so much as one of them is only about."""
    slack = total([slack_of(amount.value) for amount in (one, other) if amount.about])
    return EXACT.add(case.tolerance(1, one.value, other.value), slack)


def _differ(one: Difference) -> Found:
    table, _, name = one.of.partition(".")
    return Found(
        Place(table, name or None),
        one.anchor,
        {"key": one.key, "first": one.first, "second": one.second},
        "rate" if one.percent else "",
        severity=INFO if one.about else None,
        partner=name if table == "partner" else None,
        expected=one.expected,
        actual=one.actual,
        percent=one.percent,
        approximate=one.about,
    )
