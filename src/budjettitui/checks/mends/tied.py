"""Ways to move costs by so much: one line, all in proportion; with flat rates and prices that follow their lines."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice

from budjettitui.checks.case import Case
from budjettitui.checks.mends.balance import OF_THE_LARGEST, one_or_all, several_with
from budjettitui.checks.mends.cost_lines import CannotBe, CostLines
from budjettitui.checks.mends.meeting import place_of_costs
from budjettitui.checks.mends.money import sheet_of
from budjettitui.checks.mends.movable import PROJECT, Movable, Shift, is_year, movables, path_of, years_of
from budjettitui.checks.mends.writing import row_name
from budjettitui.document import Document
from budjettitui.figures.worths import exact_product
from budjettitui.findings import Place
from budjettitui.model import place_of
from budjettitui.money import EXACT, ZERO

Way = tuple[tuple[Shift, ...], str, str | Place | None]
"""What moves, the ending of the title that says so, and what the line is called where it is one of several."""

MOST_LINES = 2
"""So many lines are offered to carry a move alone."""

MOST_TRIED = 8
"""So many lines are looked at for one that can: prices follow less well than amounts, so the largest may come late."""


def cost_ways(
    case: Case, document: Document, place: Place, by: Decimal, unit: Decimal, *, at_most: bool = False
) -> Iterator[Way]:
    """The ways to move the costs of a place by so much, the one that changes fewest figures first.

    Where lines are a flat rate of others or a product of a price, they follow: what moves is then exactly so much with
    them, or the way is none. With `at_most`, what rounding leaves below is as good.
    """
    lines = _lines(case, place)
    tied = lines is not None and bool(lines.flats or any(_priced(case, index) for index in lines.own))
    if lines is None or not lines.flats:
        ways = one_or_all(movables(case, document, place, "costs"), by, unit)
        yield from (way for way in ways if not tied or not way[1])
    if lines is None or not tied:
        return
    goal = EXACT.add(sum((lines.value(index) for index in lines.own), ZERO), by)
    several = len(lines.free) > 1
    largest = sorted(lines.free, key=lambda index: (_priced(case, index), -lines.value(index), index))
    alone = ((index, _reached(lines.only(index), goal, at_most)) for index in largest[:MOST_TRIED])
    for index, values in islice((one for one in alone if one[1] is not None), MOST_LINES):
        assert values is not None
        yield _shifts(case, document, lines, values), "", row_name(case, "cost", index) if several else None
    values = _reached(lines, goal, at_most, every=True) if several else None
    if several and values is None:
        values = _reached(lines, goal, at_most)
    if values is not None:
        yield _shifts(case, document, lines, values), ".all", None
    few = sorted(lines.free, key=lambda index: (-lines.value(index), index))
    few = few[: several_with([lines.value(index) for index in few], by)]
    values = _reached(lines.only(*few), goal, at_most, every=True) if by < ZERO and len(few) < len(lines.free) else None
    if values is not None:
        yield _shifts(case, document, lines, values), OF_THE_LARGEST, None


def _lines(case: Case, place: Place) -> CostLines | None:
    """The cost lines of a place whose costs are the sum of them, each known; None of other places."""
    partner = place.name if place.table == "partner" and case.several else None
    sheets = [sheet_of(case, place)] if partner or not case.several else list(case.figures.partners.values())
    if any(sheet.costs.origin != "rows" for sheet in sheets):
        return None
    lines = CostLines(case, partner, ())
    return lines if lines.known and lines.own else None


def _priced(case: Case, index: int) -> bool:
    return exact_product(case.budget.costs[index]) is not None


def _reached(lines: CostLines, goal: Decimal, at_most: bool, *, every: bool = False) -> Mapping[int, Decimal] | None:
    """What every line comes to where together they come to the goal exactly, or as near below it as rounding allows."""
    try:
        values, exact = lines.reach(goal, every=every)
    except CannotBe:
        return None
    return values if exact or at_most else None


def _shifts(case: Case, document: Document, lines: CostLines, values: Mapping[int, Decimal]) -> tuple[Shift, ...]:
    moves = ((index, EXACT.subtract(value, lines.value(index))) for index, value in values.items())
    follows = {one.index for one in lines.flats}
    return tuple((_part(case, document, index, follows), by) for index, by in moves if by)


def _part(case: Case, document: Document, index: int, follows: set[int]) -> Movable:
    """A cost line as a figure that moves, though something else says its amount."""
    row = case.budget.costs[index]
    priced = _priced(case, index) and index not in follows
    path = None if priced and row.amount is None and not row.years else path_of("cost", index, row)
    owner = place_of_costs(case, row)
    return Movable(
        "costs",
        path or ("cost", index, "amount"),
        case.figures.worths["cost", index].value or ZERO,
        owner if owner.table == "partner" else PROJECT,
        row_name(case, "cost", index),
        place_of("cost", index, row),
        years=years_of(document, "cost", index, row),
        by_years=path is not None and is_year(path),
        kept=path is None,
        follows=index in follows,
        priced=priced,
    )
