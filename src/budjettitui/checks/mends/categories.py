"""Mends of what a category may have: less of it, more of the others, money moved; what is never paid taken out."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.categories import Portion, portions, portions_of_kinds
from budjettitui.checks.mends.lines import (
    at_zero,
    cost_line,
    largest,
    make,
    moved_between,
    moved_to_others,
    new_cost,
    take_out,
    unit_of,
    with_part,
    worth_of,
)
from budjettitui.checks.mends.meeting import meeting, place_of_costs
from budjettitui.checks.mends.movable import tied
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, percent_of, rounded, times


def above(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Move what is above to another category; lower the category; raise the rest until the part is allowed."""
    one = _portion(case, finding, "max")
    if one is None:
        return
    line = largest(case, document, _own(case, one))
    rest = _free(case, document, _others(case, one))
    if line is not None:
        for other in _beside(case, document, one, line):
            yield from moved_between(case, document, line, other, _up(case, one.over))
        less = _less(case, one)
        if less is not None:
            yield from make(case, document, line, EXACT.subtract(worth_of(case, line), less))
    if rest is not None and one.limit > ZERO:
        more = EXACT.subtract(_whole_of(case, one, "up"), one.whole)
        yield from make(case, document, rest, EXACT.add(worth_of(case, rest), more))


def below(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Move what is short from another category; raise the category; lower the rest until the part is enough."""
    one = _portion(case, finding, "min")
    if one is None:
        return
    short = _up(case, -one.over)
    line = largest(case, document, _own(case, one))
    rest = _free(case, document, _others(case, one))
    if line is not None:
        for other in _beside(case, document, one, line) if _in_whole(one) else ():
            yield from moved_between(case, document, other, line, short)
        more = _more(case, one)
        if more is not None:
            yield from make(case, document, line, EXACT.add(worth_of(case, line), more))
    elif not _own(case, one):
        yield from _new_line(case, document, one)
    if rest is not None and one.limit > ZERO and one.actual > ZERO:
        less = EXACT.subtract(one.whole, _whole_of(case, one, "down"))
        yield from make(case, document, rest, EXACT.subtract(worth_of(case, rest), less))


def _portion(case: Case, finding: Finding, end: str) -> Portion | None:
    if finding.place.table == "cost":
        return next((one for one in portions_of_kinds(case) if ("cost", one.lines[0]) == finding.anchor), None)
    return next((one for one in portions(case, end) if one.category == finding.place.name), None)


def _own(case: Case, one: Portion) -> list[int]:
    """The lines that are limited."""
    return list(one.lines) or _lines(case, {one.category})


def _lines(case: Case, categories: set[str]) -> list[int]:
    return [index for index, row in enumerate(case.budget.costs) if row.category in categories and not row.in_kind]


def _categories(case: Case) -> set[str]:
    return {row.category for row in case.budget.costs if row.category}


def _others(case: Case, one: Portion) -> list[int]:
    """The lines of the whole that are not of the category."""
    used = _categories(case)
    if one.lines:
        return [index for index in _lines(case, used) if index not in one.lines]
    return _lines(case, (set(one.of) if one.of else used) - {one.category})


def _beside(case: Case, document: Document, one: Portion, line: int) -> Iterator[int]:
    """The largest line of the same partner whose money can be exchanged with a line of the part: of the rest of the whole,
    or where the part is none of the whole, of any other category."""
    place = place_of_costs(case, case.budget.costs[line])
    others = _others(case, one) if _in_whole(one) else _lines(case, _categories(case) - {one.category})
    rows = {index: case.budget.costs[index] for index in others}
    found = _free(case, document, [index for index, row in rows.items() if place_of_costs(case, row) == place])
    yield from [] if found is None else [found]


def _free(case: Case, document: Document, lines: list[int]) -> int | None:
    """The largest of some lines whose amount nothing else says."""
    return largest(case, document, [index for index in lines if not tied(case, case.budget.costs[index])])


def _in_whole(one: Portion) -> bool:
    """True where moving money within the whole leaves the whole as it is."""
    return not one.of or one.category in one.of


def _whole_of(case: Case, one: Portion, direction: str) -> Decimal:
    """The whole of which the category, as it is, would be just the part that is allowed."""
    return rounded(divided(times(one.actual, HUNDRED), one.limit), unit_of(case), direction)


def _up(case: Case, amount: Decimal) -> Decimal:
    return rounded(amount, unit_of(case), "up")


def _less(case: Case, one: Portion) -> Decimal | None:
    """By how much the category is to be lowered: the whole, where it is in it, becomes less by as much."""
    if not _in_whole(one):
        return _up(case, one.over)
    if one.limit >= HUNDRED:
        return None
    return _up(case, divided(times(one.over, HUNDRED), EXACT.subtract(HUNDRED, one.limit)))


def _more(case: Case, one: Portion) -> Decimal | None:
    """By how much the category is to be raised."""
    if not _in_whole(one):
        return _up(case, -one.over)
    if one.limit >= HUNDRED:
        return None
    return _up(case, divided(times(-one.over, HUNDRED), EXACT.subtract(HUNDRED, one.limit)))


def _new_line(case: Case, document: Document, one: Portion) -> Iterator[Fix]:
    """A line of a category that has none, in place of money of the largest other line, or besides."""
    rest = _free(case, document, _others(case, one))
    if rest is None:
        return
    row, amount = case.budget.costs[rest], rounded(percent_of(one.limit, one.whole), unit_of(case), "up")
    edit = new_cost(document, one.category, amount, row.partner, None)
    place = place_of_costs(case, row)
    less = list(make(case, document, rest, EXACT.subtract(worth_of(case, rest), amount)))[:1]
    if less and _in_whole(one):
        edits = [*less[0].change.edits, edit]
        yield from meeting(
            case, document, place, ZERO, "fix.add-category.moved", edits,
            category=one.category, gap=amount, line=less[0].values["line"], to=less[0].values["to"],
        )  # fmt: skip
    more = _more(case, one)
    if more is not None:
        new = new_cost(document, one.category, more, row.partner, None)
        yield from meeting(case, document, place, more, "fix.add-category", [new], category=one.category, gap=more)


def ineligible(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Take the line out; let its money be in another; of what is too dear, no more than the most."""
    line = cost_line(case, finding)
    if line is None:
        return
    index, row = line
    if finding.wording == "line" and finding.expected is not None:
        if row.unit_price is not None:
            yield from with_part(case, document, index, "unit_price", finding.expected, "fix.part-price")
        else:
            together = times(finding.expected, worth_of(case, index))
            most = rounded(divided(together, finding.actual), unit_of(case), "down") if finding.actual else ZERO
            yield from make(case, document, index, most)
    yield from take_out(case, document, index)
    yield from moved_to_others(case, document, index)
    yield from at_zero(case, document, index)
