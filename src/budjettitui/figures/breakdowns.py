"""Costs by category, and by year or period."""

from decimal import Decimal

from budjettitui.blocks import Block, Shelf, by_shelf, on_shelf
from budjettitui.figures.sums import Books
from budjettitui.figures.tallies import owner_of
from budjettitui.figures.worths import UNKNOWN, worths_in
from budjettitui.model import Amount, Budget, Cost
from budjettitui.money import total, total_if_known


def costs_by_category(books: Books) -> dict[str, Decimal | None]:
    """Cash costs by category; a sum with an unknown row is unknown; what is stated of a category that no row has."""
    worths = books.worths
    found: dict[str, list[Decimal | None]] = {}
    for start, named in by_shelf(books.budget.costs, _sums_on_shelf, worths.stage, worths.decimals):
        for name, (value, unknown) in named.items():
            values = found.setdefault(name, [])
            values.append(value)
            values += [worths.filled.get(start + offset, UNKNOWN).value for offset in unknown]
    sums = {name: total_if_known(values) for name, values in found.items()}
    for stated in books.stated("project"):
        for name, figure in stated.categories.items():
            amount = books.pick(figure)
            sums.setdefault(name, amount.value if amount is not None else None)
    if "cost" in books.budget.unread:
        return dict.fromkeys(sums)
    return sums


CategorySums = dict[str, tuple[Decimal, tuple[int, ...]]]
"""What the cash lines of each category come to, and the numbers of those that are unknown on their own."""


def _sums_on_shelf(shelf: Shelf[Cost], stage: str, decimals: int) -> CategorySums:
    found: dict[str, list[tuple[int, Decimal, tuple[int, ...]]]] = {}
    for start, named in on_shelf(shelf, _category_sums, stage, decimals):
        for name, (value, unknown) in named.items():
            found.setdefault(name, []).append((start, value, unknown))
    return {
        name: (
            total([value for _, value, _ in parts]),
            tuple([start + offset for start, _, unknown in parts for offset in unknown]),
        )
        for name, parts in found.items()
    }


def _category_sums(block: Block[Cost], stage: str, decimals: int) -> CategorySums:
    found: dict[str, list[int]] = {}
    for offset, row in enumerate(block.rows):
        if row.category is not None and not row.in_kind:
            found.setdefault(row.category, []).append(offset)
    worths = block.of(worths_in, stage, decimals)
    return {
        name: (
            total([value for offset in rows if (value := worths[offset].value) is not None]),
            tuple([offset for offset in rows if worths[offset].value is None]),
        )
        for name, rows in found.items()
    }


def costs_by_year(budget: Budget, books: Books) -> dict[str, Decimal | None]:
    """Costs by year or period: what the cost lines split, with the shares of partners that have no lines."""
    found: dict[str, list[Decimal | None]] = {}
    with_rows: set[str] = set()
    for _, (years, owners) in by_shelf(budget.costs, _years_on_shelf, books.known_ids):
        with_rows |= owners
        for year, value in years.items():
            found.setdefault(year, []).append(value)
    for share in budget.shares:
        if share.partner not in with_rows:
            for year, part in share.years.items():
                if part.costs is not None:
                    found.setdefault(year, []).append(_value(part.costs.judged))
    return {year: total_if_known(found[year]) for year in sorted(found)}


Years = tuple[dict[str, Decimal | None], frozenset[str]]
"""What the cash lines split, by year, and whose they are."""


def _years_on_shelf(shelf: Shelf[Cost], ids: frozenset[str]) -> Years:
    found: dict[str, list[Decimal | None]] = {}
    parts = on_shelf(shelf, _years_in, ids)
    for _, (years, _) in parts:
        for year, value in years.items():
            found.setdefault(year, []).append(value)
    owners = frozenset[str]().union(*[owners for _, (_, owners) in parts])
    return {year: total_if_known(values) for year, values in found.items()}, owners


def _years_in(block: Block[Cost], ids: frozenset[str]) -> Years:
    found: dict[str, list[Decimal | None]] = {}
    cash = [row for row in block.rows if not row.in_kind]
    for row in cash:
        for year, figure in row.years.items():
            found.setdefault(year, []).append(_value(figure.judged))
    owners = frozenset([owner_of(row, ids) for row in cash])
    return {year: total_if_known(values) for year, values in found.items()}, owners


def _value(amount: Amount | None) -> Decimal | None:
    return None if amount is None else amount.value
