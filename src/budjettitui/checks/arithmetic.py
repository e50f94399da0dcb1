"""Arithmetic of rows: an amount is what its product comes to, and its years add up to it."""

from collections.abc import Iterable
from decimal import Decimal

from budjettitui.checks import ERROR, Found, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.totals import SPREAD_KEYS
from budjettitui.figures.worths import exact_product
from budjettitui.model import Amount, Appropriation, Cost, Figure, Line, Row, Share, name_of_row, place_of
from budjettitui.money import EXACT, ONE, ZERO, decimals_written, is_whole, percent_of, times, to_decimals, total
from budjettitui.values import frozen


def _line_bound(case: Case, row: Cost) -> Decimal:
    """Half a unit of the price's last decimal, for each unit bought, and half of the currency's smallest."""
    assert row.unit_price is not None
    assert row.quantity is not None
    half = ONE.scaleb(-case.budget.decimals) / 2
    price = row.unit_price.value
    if is_whole(price):
        return half
    step = times(ONE.scaleb(-decimals_written(price)) / 2, abs(row.quantity))
    return EXACT.add(half, step if row.allocation is None else percent_of(row.allocation, step))


@frozen
class Miss:
    """A figure that is not what it should be, in currency: how far it is, exactly, and how far rounding may bring it."""

    expected: Decimal
    actual: Decimal
    by: Decimal
    tolerance: Decimal

    @property
    def rounded(self) -> bool:
        """True where rounding explains it."""
        return abs(self.by) <= self.tolerance


def _line_miss(case: Case, row: Row) -> Miss | None:
    """A line's amount beside what its product comes to; None where it fits, or where one of them is not given."""
    if not isinstance(row, Cost) or row.amount is None or row.unread & {"quantity", "unit_price", "allocation"}:
        return None
    exact = exact_product(row)
    if exact is None:
        return None
    by = EXACT.subtract(row.amount.value, exact)
    if abs(by) <= _line_bound(case, row):
        return None
    unit = case.tolerance(1) if case.terms.unit is not None else ZERO
    return Miss(to_decimals(exact, case.budget.decimals), row.amount.value, by, unit)


@row_check(
    "line-product",
    ERROR,
    "cost",
    good=HEAD + '[[cost]]\ncategory = "services"\nquantity = 150\nunit_price = 71.92\namount = 10_788\n',
    bad=HEAD + '[[cost]]\ncategory = "services"\nquantity = 150\nunit_price = 71.92\namount = 10_878\n',
    within=HEAD + '[[cost]]\ncategory = "services"\nquantity = 150\nunit_price = 71.92\namount = 10_788.75\n',
    beyond=HEAD + '[[cost]]\ncategory = "services"\nquantity = 150\nunit_price = 71.92\namount = 10_788.76\n',
)
def line_product(case: Case, table: str, index: int, row: Row) -> Iterable[Found]:
    """The amount of a line is not its quantity times its unit price times its allocation.

    A price is often rounded to the cent before it is multiplied, so the amount may differ by half a unit of the price's
    last decimal for each unit bought, and by half a cent more. A price without decimals is taken as exact. What the
    rules' own rounding unit excuses is told as rounding.

    Rule: this program's own: quantity × price × allocation, half-up to the currency.
    """
    miss = _line_miss(case, row)
    if miss is None:
        return
    assert isinstance(row, Cost)
    if miss.rounded:
        values = {"row": name_of_row(table, index, row), "key": "amount"}
        yield Found(place_of(table, index, row), (table, index, "amount"), values, "line", partner=row.partner,
                    expected=miss.expected, actual=miss.actual, check="rounded-parts")  # fmt: skip
        return
    yield Found(
        place_of(table, index, row),
        (table, index, "amount"),
        {"row": name_of_row(table, index, row), "quantity": row.quantity, "price": row.unit_price and row.unit_price.value,
         "allocation": row.allocation, "unit": row.unit or ""},
        "allocated" if row.allocation is not None else "",
        partner=row.partner,
        expected=miss.expected,
        actual=miss.actual,
        approximate=bool(row.amount and row.amount.about),
    )  # fmt: skip


# years -----------------------------------------------------------------------------------------------------------
def _years_miss(case: Case, row: Row) -> Miss | None:
    """The sum of a row's years beside its amount, where it is above it, or below it though all years are given."""
    if not isinstance(row, Line | Appropriation) or not row.years or row.amount is None or "years" in row.unread:
        return None
    return years_miss(case, row.years.values(), row.amount, set(row.years))


def years_miss(case: Case, figures: Iterable[Figure], amount: Amount, years: set[str]) -> Miss | None:
    """The sum of some years beside the amount that they should add up to; None where they meet."""
    given = [figure.planned for figure in figures]
    known = [one.value for one in given if one is not None]
    if len(known) < len(given):
        return None
    added = total(known)
    over = added > amount.value and not amount.at_least
    under = added < amount.value and not amount.at_most and complete(case, years)
    if not (over or under):
        return None
    tolerance = case.tolerance(len(known), added, amount.value)
    return Miss(amount.value, added, EXACT.subtract(added, amount.value), tolerance)


def complete(case: Case, years: set[str]) -> bool:
    """True where every calendar year of the period, or every reporting period of the project, is given."""
    project = case.budget.project
    if project.periods:
        return set(project.periods) <= years
    if project.period is None:
        return False
    return {str(year) for year in range(project.period.start.year, project.period.end.year + 1)} <= years


@row_check(
    "years-total",
    ERROR,
    "cost",
    "income",
    "funding",
    "appropriation",
    "share",
    good=HEAD + 'period = { start = 2025-01-01, end = 2026-12-31 }\n[[cost]]\ncategory = "personnel"\n'
    "amount = 40_000\nyears = { 2025 = 20_000, 2026 = 20_000 }\n",
    bad=HEAD + 'period = { start = 2025-01-01, end = 2026-12-31 }\n[[cost]]\ncategory = "personnel"\n'
    "amount = 40_000\nyears = { 2025 = 21_000, 2026 = 20_000 }\n",
    within=HEAD + 'period = { start = 2025-01-01, end = 2026-12-31 }\n[[cost]]\ncategory = "personnel"\n'
    "amount = 40_000\nyears = { 2025 = 20_002, 2026 = 20_000 }\n",
    beyond=HEAD + 'period = { start = 2025-01-01, end = 2026-12-31 }\n[[cost]]\ncategory = "personnel"\n'
    "amount = 40_000\nyears = { 2025 = 20_003, 2026 = 20_000 }\n",
)
def years_total(case: Case, table: str, index: int, row: Row) -> Iterable[Found]:
    """The years of a row add up to more than its amount, or to less although every year of the period is given.

    Years that are not given yet are no mistake: what a row does not split stands under no year. Of a share that misses in
    several figures, the first (costs, support, own, income) is told.

    Rule: how this program works figures out (docs/figures.md).
    """
    miss, figure = _share_miss(case, row) if isinstance(row, Share) else (_years_miss(case, row), "")
    if miss is not None:
        yield Found(
            place_of(table, index, row).at("years"),
            (table, index, "years"),
            {"row": name_of_row(table, index, row), "key": "years", "years": tuple(sorted(getattr(row, "years", ()))),
             "figure": figure},
            "years" if miss.rounded else "",
            expected=miss.expected,
            actual=miss.actual,
            partner=getattr(row, "partner", None),
            check="rounded-parts" if miss.rounded else "",
        )  # fmt: skip


def _share_miss(case: Case, row: Share) -> tuple[Miss | None, str]:
    """The first figure of a share whose years do not add up to it, by the rule for rows."""
    for key in SPREAD_KEYS:
        whole: Figure | None = getattr(row, key)
        years: dict[str, Figure] = {name: one for name, part in row.years.items() if (one := getattr(part, key))}
        if whole is None or whole.planned is None or not years or row.unread & {"years", key}:
            continue
        if any(part.unread for part in row.years.values()):
            continue
        miss = years_miss(case, years.values(), whole.planned, set(years))
        if miss is not None:
            return miss, key
    return None, ""
