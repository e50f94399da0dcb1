"""Flat-rate lines beside the base they are taken on: what the checks of flat rates share."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, combinations

from budjettitui.blocks import some
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import ModelBooks, Numbered, books
from budjettitui.figures.worths import flat_unit
from budjettitui.model import Cost
from budjettitui.money import EXACT, ONE, ZERO, percent_of, rounded
from budjettitui.rules import FlatRate
from budjettitui.values import frozen

MOST_LEFT_OUT = 8
"""Of so many categories that a rate leaves out, every combination is tried."""


@frozen
class FlatLine:
    """The line (or lines) of a flat rate at one partner, or in one work package of it, with what they should be.

    `expected` is the rate of `base`, rounded the rules' way; `actual` is what the lines add up to, None where there
    is none. All in the budget's currency.
    """

    books: ModelBooks
    rate: FlatRate
    lines: tuple[Numbered, ...]
    base_lines: tuple[Numbered, ...]
    base: Decimal
    expected: Decimal
    actual: Decimal | None
    work_package: str | None = None

    @property
    def percent(self) -> Decimal:
        """The rate, in per cent."""
        assert isinstance(self.rate.rate.value, Decimal)
        return self.rate.rate.value

    def miss(self) -> Decimal:
        """How far the lines are from what they should be; zero where a rate is a maximum and they are below it."""
        if self.actual is None:
            return ZERO
        miss = EXACT.subtract(self.actual, self.expected)
        return ZERO if self.rate.at_most and miss < ZERO else miss

    def tolerance(self, case: Case) -> Decimal:
        """What rounding excuses: one unit for each line."""
        return case.tolerance(len(self.lines), self.expected, self.actual)


def flat_lines(case: Case) -> Iterator[FlatLine]:
    """Every flat rate that is used, at every partner whose base is known; two rates of one category are left alone.

    A line whose category the rules do not have (`unknown-category`) may be one of the base: then it is not known.
    """
    rules = case.terms.rules
    for one in books(case):
        if not rules.any_category and any(category not in rules.categories for category, _ in one.named):
            continue
        categories = [rate.category for rate in one.rates]
        for rate in one.rates:
            if categories.count(rate.category) == 1:
                yield from _of_rate(case, one, rate)


def _of_rate(case: Case, one: ModelBooks, rate: FlatRate) -> Iterator[FlatLine]:
    packages = one.packages_of({rate.category}) | one.packages_of(rate.base)
    if not one.packages_of({rate.category}) or None in packages or len(packages) < 2:
        packages = {None}
    for package in sorted(packages, key=str):
        found = _flat_line(case, one, rate, package)
        if found is not None:
            yield found


def _flat_line(case: Case, one: ModelBooks, rate: FlatRate, package: str | None) -> FlatLine | None:
    lines, under = one.of({rate.category}, package), one.of(rate.base, package)
    base = one.sum_of(rate.base, package)
    actual = one.sum_of({rate.category}, package) if lines else None
    if not under or base is None or (lines and actual is None) or (not lines and _of_all(case, one, rate)):
        return None
    return FlatLine(one, rate, tuple(lines), tuple(under), base, rate_of(case, rate, base), actual, package)


def _of_all(case: Case, one: ModelBooks, rate: FlatRate) -> bool:
    """True where a line of the rate names no partner: it may be all the partners', and none of them lacks one."""
    return one.place.table == "partner" and some(case.budget.costs, _names_nobody, rate.category)


def _names_nobody(row: Cost, category: str) -> bool:
    return row.category == category and row.partner is None and not row.in_kind


def rate_of(case: Case, rate: FlatRate, base: Decimal) -> Decimal:
    """The rate of a base, rounded the rules' way."""
    assert isinstance(rate.rate.value, Decimal)
    return rounded(percent_of(rate.rate.value, base), flat_unit(case.budget, case.terms), case.terms.rounding("flat"))


def left_out(case: Case, one: FlatLine) -> tuple[tuple[str, ...], Decimal] | None:
    """The categories that the rules leave out of the base and that the line has in it, and their sum.

    The fewest whose sum makes the line what it is, to a whole unit; None where none do.
    """
    sums = _sums_left_out(case, one)
    if one.actual is None or not 0 < len(sums) <= MOST_LEFT_OUT:
        return None
    names = sorted(sums)
    for chosen in chain.from_iterable(combinations(names, size) for size in range(1, len(names) + 1)):
        more = sum((sums[name] for name in chosen), ZERO)
        exact = percent_of(one.percent, EXACT.add(one.base, more))
        if abs(EXACT.subtract(one.actual, exact)) < max(ONE, flat_unit(case.budget, case.terms)):
            return chosen, more
    return None


def _sums_left_out(case: Case, one: FlatLine) -> dict[str, Decimal]:
    """What each category has that is not in the base; where one is not known, it is not looked at."""
    categories = {
        category
        for category, package in one.books.named
        if category is not None and one.work_package in (None, package)
    }
    sums = {
        name: one.books.sum_of({name}, one.work_package) for name in categories - {one.rate.category, *one.rate.base}
    }
    return {name: value for name, value in sums.items() if value}
