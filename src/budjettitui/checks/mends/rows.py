"""Mends of one row's own figures: amount, price and quantity, a sign, a decimal point, a unit, VAT in a price."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from budjettitui.checks.case import Case
from budjettitui.checks.detective import slips
from budjettitui.checks.mends.lines import cost_line, make, take_out, with_part, worth_of
from budjettitui.checks.mends.meeting import meeting, place_of_costs
from budjettitui.checks.mends.writing import fix_of, number_set, row_told, set_amount, taken_out
from budjettitui.document import Document, spell
from budjettitui.edits import Edit, Set
from budjettitui.findings import Finding, Fix
from budjettitui.model import Cost
from budjettitui.money import EXACT, HUNDRED, ZERO, decimals_written, divided, is_whole, times, to_decimals
from budjettitui.values import replace

FAR = Decimal(10)
"""Of an amount and a product that are so many times apart, rather a factor is wrong than all that the amount went into."""


def line_product(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The amount as the product; or the price, the quantity or the allocation that gives the amount, first where they are
    far apart."""
    line = cost_line(case, finding)
    if line is None or finding.expected is None or finding.actual is None:
        return
    index, row = line
    small, large = sorted((abs(finding.expected), abs(finding.actual)))
    ways = [_amount(case, document, index, finding.expected), _factors(case, document, index, finding.actual)]
    yield from chain(*(ways[::-1] if large >= times(small, FAR) else ways))
    for slip in slips(case, finding):
        yield from _amount(case, document, index, slip.meant)
    gone = None if row.years else taken_out(document, ("cost", index, "amount"))
    if gone is not None:
        by, place = _by(case, index, finding.expected), place_of_costs(case, row)
        last = meeting(case, document, place, by, "fix.leave-to-rate", [gone], to=finding.expected)
        yield from (replace(fix, last=True) for fix in last)


def _factors(case: Case, document: Document, index: int, amount: Decimal) -> Iterator[Fix]:
    """Each factor of a line that gives its amount."""
    row = case.budget.costs[index]
    units = units_of(row)
    if units:
        price = to_decimals(divided(amount, units), case.budget.decimals)
        yield from _alone(document, index, "unit_price", price, "fix.set-price")
    for key, value in (("quantity", _quantity(row, amount)), ("allocation", _allocation(row, amount))):
        if value is not None:
            yield from _alone(document, index, key, value, f"fix.set-{key}")


def _amount(case: Case, document: Document, index: int, amount: Decimal) -> Iterator[Fix]:
    """Another amount of a line, with what pays for it."""
    row = case.budget.costs[index]
    edit = set_amount(document, ("cost", index, "amount"), amount)
    edits: list[Edit] = [] if edit is None else [edit]
    place = place_of_costs(case, row)
    yield from meeting(case, document, place, _by(case, index, amount), "fix.set-amount", edits, to=amount)


def _by(case: Case, index: int, amount: Decimal) -> Decimal:
    """By how much the cash costs move where a line gets another amount."""
    return ZERO if case.budget.costs[index].in_kind else EXACT.subtract(amount, worth_of(case, index))


def _alone(document: Document, index: int, key: str, value: Decimal, title: str) -> Iterator[Fix]:
    """Another figure that the amount is worked out of; the amount stays."""
    path = ("cost", index, key)
    edit = set_amount(document, path, value) if key == "unit_price" else number_set(document, path, value)
    if edit is not None:
        yield fix_of(title, [edit], to=value)


def units_of(row: Cost) -> Decimal:
    """How many whole units a line pays: quantity at its allocation."""
    quantity = row.quantity or ZERO
    return quantity if row.allocation is None else divided(times(quantity, row.allocation), HUNDRED)


def _quantity(row: Cost, amount: Decimal) -> Decimal | None:
    """The quantity that gives the amount, where it has no more decimals than the one that is written."""
    if row.quantity is None or row.unit_price is None or not row.unit_price.value or row.allocation == ZERO:
        return None
    part = HUNDRED if row.allocation is None else row.allocation
    exact = divided(times(amount, HUNDRED), times(row.unit_price.value, part))
    found = to_decimals(exact, decimals_written(row.quantity))
    return found if found == exact and found != row.quantity else None


def _allocation(row: Cost, amount: Decimal) -> Decimal | None:
    """The whole percentage that gives the amount, where the line has an allocation."""
    if row.allocation is None or not row.quantity or row.unit_price is None or not row.unit_price.value:
        return None
    exact = divided(times(amount, HUNDRED), times(row.quantity, row.unit_price.value))
    return to_decimals(exact, 0) if is_whole(exact) and ZERO < exact <= HUNDRED else None


def unit_cost(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The rules' price with the amount that it gives; or the amount kept, with the quantity that it is."""
    line, price = cost_line(case, finding), finding.expected
    if line is None or price is None or not price:
        return
    index, row = line
    worth = worth_of(case, index)
    then = times(units_of(row), price)
    if row.unit_price is not None:
        yield from with_part(case, document, index, "unit_price", price, "fix.part-price")
    else:
        yield from make(case, document, index, to_decimals(then, case.budget.decimals))
    yield from _kept_amount(case, document, index, row, price, worth)


def _kept_amount(
    case: Case, document: Document, index: int, row: Cost, price: Decimal, worth: Decimal
) -> Iterator[Fix]:
    """As many units as the amount pays at the rules' price: all of it, else the most and the least that are whole."""
    if row.quantity is None or row.allocation is not None:
        return
    exact = divided(worth, price)
    for count in dict.fromkeys((exact.to_integral_value("ROUND_FLOOR"), exact.to_integral_value("ROUND_CEILING"))):
        amount = to_decimals(times(count, price), case.budget.decimals)
        edits = [
            number_set(document, ("cost", index, "quantity"), count) if count != row.quantity else None,
            set_amount(document, ("cost", index, "unit_price"), price) if row.unit_price is not None else None,
            set_amount(document, ("cost", index, "amount"), amount) if row.amount is not None else None,
        ]
        known = [edit for edit in edits if edit is not None]
        if count > ZERO and count != row.quantity:
            yield from meeting(
                case, document, place_of_costs(case, row), EXACT.subtract(amount, worth), "fix.unit-count", known,
                count=count, price=price, to=amount,
            )  # fmt: skip


def magnitude(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """A hundredth, a tenth or a thousandth of it: a possibility, where a decimal point may have slipped."""
    line = cost_line(case, finding)
    if line is None:
        return
    for scale in (HUNDRED, Decimal(10), Decimal(1000)):
        amount = divided(worth_of(case, line[0]), scale)
        if amount == to_decimals(amount, case.budget.decimals):
            yield from make(case, document, line[0], amount, "fix.perhaps-scaled")


def duplicate_line(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Take one of the two out; or, where both are meant, let the later one be told apart."""
    line, first = cost_line(case, finding), finding.values.get("first")
    if line is None:
        return
    index, row = line
    yield from take_out(case, document, index)
    if isinstance(first, int):
        yield from take_out(case, document, first - 1)
    said = (row.description or "").strip()
    if said:
        name = f"{said} (2)"
        yield fix_of("fix.call-it", [Set(("cost", index, "description"), spell(name))], line=said, name=name)


def without_vat(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The price without VAT, and the amount that it gives; or, where there is none in it, that said."""
    line = cost_line(case, finding)
    price = finding.expected
    if line is None or price is None:
        return
    index, row = line
    edits: list[Edit | None] = [set_amount(document, ("cost", index, "unit_price"), price)]
    by = ZERO
    if row.amount is not None and row.quantity is not None:
        amount = to_decimals(times(units_of(row), price), case.budget.decimals)
        by = EXACT.subtract(amount, row.amount.value)
        edits.append(set_amount(document, ("cost", index, "amount"), amount))
    known = [edit for edit in edits if edit is not None]
    if len(known) == len(edits):
        place = place_of_costs(case, row)
        yield from meeting(case, document, place, by, "fix.price-without-vat", known, to=price)
    yield fix_of("fix.no-vat", [Set(("cost", index, "vat_rate"), "0")], **row_told(case, "cost", index))
