"""Mends of people's time: fewer months or hours, a smaller or larger part of it, a line taken out."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.lines import at_zero, cost_line, take_out, with_part
from budjettitui.checks.months import months_begun
from budjettitui.checks.persons import HOURS, MONTHS, PERSON_MONTHS, Charge, name_key, people
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix
from budjettitui.model import Cost
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, is_whole, percent_of, times

TIMES = MONTHS | PERSON_MONTHS


def charged_twice(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Less of one of the lines: its allocation, then its months; the later line first. Of a cost, its part."""
    line, over = cost_line(case, finding), finding.difference
    if line is None or not over or over <= ZERO:
        return
    if line[1].person is None:
        yield from _of_cost(case, document, line[0], line[1], over)
        return
    months = finding.expected if not finding.percent else None
    for charge in _charges(case, line):
        yield from _smaller_part(case, document, charge, over, months)
    for charge in _charges(case, line):
        yield from _fewer_months(case, document, charge, over, months)
    for charge in _charges(case, line):
        yield from take_out(case, document, charge.index)


def _charges(case: Case, line: tuple[int, Cost]) -> list[Charge]:
    """The lines of the person of a line, that line first and then from the last."""
    key = name_key(line[1].person or "")
    found = [charge for name, charges in people(case.budget).items() if name_key(name) == key for charge in charges]
    return sorted(found, key=lambda one: (one.index != line[0], -one.index))


def _of_cost(case: Case, document: Document, index: int, row: Cost, over: Decimal) -> Iterator[Fix]:
    """One cost that is paid in parts, or in another file too: a smaller part of it here."""
    if row.allocation is not None:
        yield from _allocated(case, document, index, EXACT.subtract(row.allocation, over))
    yield from take_out(case, document, index)
    yield from at_zero(case, document, index)


def _smaller_part(
    case: Case, document: Document, charge: Charge, over: Decimal, months: Decimal | None
) -> Iterator[Fix]:
    """The allocation at which it is enough: of months too many, in the months that the line has."""
    if charge.row.allocation is None:
        return
    count = charge.counted(TIMES)
    whole = months or _months_of(case)
    if months is not None:
        less = divided(times(over, HUNDRED), count) if count else None
    else:
        less = over if not count or not whole else divided(times(over, whole), count)
    if less is not None:
        yield from _allocated(case, document, charge.index, EXACT.subtract(charge.part, _up(less)))


def _allocated(case: Case, document: Document, index: int, part: Decimal) -> Iterator[Fix]:
    if part > ZERO:
        yield from with_part(case, document, index, "allocation", part, "fix.part-allocation")


def _fewer_months(
    case: Case, document: Document, charge: Charge, over: Decimal, months: Decimal | None
) -> Iterator[Fix]:
    """The months (or hours) at which it is enough."""
    count = charge.row.quantity if months is not None else charge.counted(TIMES)
    whole = months or _months_of(case)
    if count is None or not whole or not charge.part:
        return
    too_many = over if months is not None else percent_of(over, whole)
    then = EXACT.subtract(count, _up(divided(times(too_many, HUNDRED), charge.part)))
    if then > ZERO:
        yield from with_part(case, document, charge.index, "quantity", then, "fix.part-quantity")


def _months_of(case: Case) -> Decimal | None:
    period = case.budget.project.period
    return None if period is None or period.end < period.start else Decimal(months_begun(period))


def _up(number: Decimal) -> Decimal:
    """To two decimals, upwards: what is taken off is enough."""
    found = -((-number).quantize(Decimal("0.01"), ROUND_FLOOR))
    return found.to_integral_value() if is_whole(found) else found.normalize()


def too_many_hours(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Fewer hours of one of the lines, or a smaller part of them."""
    line, over = cost_line(case, finding), finding.difference
    if line is None or not over:
        return
    charges = [one for one in _charges(case, line) if one.counted(HOURS) is not None]
    for charge in charges:
        yield from _fewer_months(case, document, charge, over, finding.expected)
    yield from _by_part(case, document, charges, over)


def _by_part(case: Case, document: Document, charges: Sequence[Charge], over: Decimal) -> Iterator[Fix]:
    for charge in charges:
        hours = charge.row.quantity
        if charge.row.allocation is not None and hours:
            less = _up(divided(times(over, HUNDRED), hours))
            yield from _allocated(case, document, charge.index, EXACT.subtract(charge.part, less))
        yield from take_out(case, document, charge.index)


def too_many_months(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """As many months as the project has; where the line is of several people, in months of work."""
    line, most = cost_line(case, finding), finding.expected
    if line is None or most is None:
        return
    yield from with_part(case, document, line[0], "quantity", most, "fix.part-quantity")
    yield from take_out(case, document, line[0])


def too_small_part(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The least part of the working time that the rules take; or the line taken out."""
    line, least = cost_line(case, finding), finding.expected
    if line is None or least is None or finding.actual is None or line[1].allocation is None:
        return
    usual = case.terms.rules.number("persons.part_time_min") or least
    part = EXACT.add(line[1].allocation, EXACT.subtract(max(least, usual), finding.actual))
    if part <= HUNDRED:
        yield from _allocated(case, document, line[0], part)
    yield from take_out(case, document, line[0])


def side_costs(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Take the line out: the cost model has it inside."""
    line = cost_line(case, finding)
    if line is not None:
        yield from take_out(case, document, line[0])
        yield from at_zero(case, document, line[0])
