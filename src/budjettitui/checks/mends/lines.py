"""Cost lines as mends change them: taken out, given another amount, lowered in quantity or allocation, added."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.meeting import meeting, place_of_costs
from budjettitui.checks.mends.writing import (
    amount_at,
    fix_of,
    new_amount,
    new_row,
    number_set,
    row_name,
    row_told,
    set_amount,
    taken_out,
)
from budjettitui.document import Document, spell
from budjettitui.edits import Edit
from budjettitui.figures.worths import exact_product
from budjettitui.findings import Finding, Fix
from budjettitui.model import Cost
from budjettitui.money import EXACT, ONE, ZERO, divided, rounded, times, to_decimals
from budjettitui.values import replace


def cost_line(case: Case, finding: Finding) -> tuple[int, Cost] | None:
    """The cost line that a finding stands at."""
    anchor = finding.anchor
    if anchor is None or len(anchor) < 2 or anchor[0] != "cost" or not isinstance(anchor[1], int):
        return None
    return anchor[1], case.budget.costs[anchor[1]]


def worth_of(case: Case, index: int) -> Decimal:
    """What a cost line comes to; zero where it is not known."""
    return case.figures.worths["cost", index].value or ZERO


def unit_of(case: Case) -> Decimal:
    """What amounts are rounded to: the rules' unit, else the currency's smallest."""
    return case.terms.unit or ONE.scaleb(-case.budget.decimals)


def without(document: Document, index: int) -> list[Edit]:
    """The edits that take a line out. One with a comment stays, at zero: nothing that people wrote is lost."""
    edit = taken_out(document, ("cost", index)) or set_amount(document, ("cost", index, "amount"), ZERO)
    return [] if edit is None else [edit]


def take_out(case: Case, document: Document, index: int, title: str = "fix.take-out") -> Iterator[Fix]:
    """Take a cost line out, with what pays for it."""
    worth, row = worth_of(case, index), case.budget.costs[index]
    by = ZERO if row.in_kind else -worth
    yield from meeting(
        case, document, place_of_costs(case, row), by, title, without(document, index),
        **row_told(case, "cost", index), amount=worth,
    )  # fmt: skip


def make(case: Case, document: Document, index: int, amount: Decimal, title: str = "fix.set-line") -> Iterator[Fix]:
    """Give a cost line another amount, with what pays for it."""
    row = case.budget.costs[index]
    edit = set_amount(document, ("cost", index, "amount"), amount)
    by = ZERO if row.in_kind else EXACT.subtract(amount, worth_of(case, index))
    yield from meeting(
        case, document, place_of_costs(case, row), by, title, [] if edit is None else [edit],
        **row_told(case, "cost", index), to=amount,
    )  # fmt: skip


def at_zero(case: Case, document: Document, index: int) -> Iterator[Fix]:
    """The line kept without its money, where it is wanted as a note: last, since taking it out says the same shorter."""
    ways = make(case, document, index, ZERO)
    if case.budget.costs[index].amount is None:
        ways = with_part(case, document, index, "quantity", ZERO, "fix.part-quantity")
    yield from (replace(fix, last=True) for fix in ways)


def with_part(case: Case, document: Document, index: int, key: str, value: Decimal, title: str) -> Iterator[Fix]:
    """Give a line another quantity, price or allocation: with the amount that follows, and what pays for it.

    An amount that is no product follows in proportion.
    """
    row = case.budget.costs[index]
    edit = (
        price_set(document, index, value) if key == "unit_price" else number_set(document, ("cost", index, key), value)
    )
    if edit is None:
        return
    amount, before = _following(case, row, key, value), worth_of(case, index)
    edits: list[Edit] = [edit]
    if row.amount is not None and amount != row.amount.value:
        more = set_amount(document, ("cost", index, "amount"), amount)
        edits += [] if more is None else [more]
    by = ZERO if row.in_kind else EXACT.subtract(amount, before)
    yield from meeting(
        case, document, place_of_costs(case, row), by, title, edits, **row_told(case, "cost", index), part=value,
        unit=row.unit or "", to=amount,
    )  # fmt: skip


def price_set(document: Document, index: int, price: Decimal) -> Edit | None:
    """The edit that gives a line another unit price, which may stand in a table."""
    return set_amount(document, ("cost", index, "unit_price"), price)


def _following(case: Case, row: Cost, key: str, value: Decimal) -> Decimal:
    """The amount of a line with another quantity, price or allocation."""
    price = row.unit_price
    if key == "unit_price":
        assert price is not None
        then = replace(row, unit_price=replace(price, value=value))
    else:
        then = replace(row, **{key: value})
    product = exact_product(then)
    if product is not None:
        return to_decimals(product, case.budget.decimals)
    now = row.amount.value if row.amount is not None else ZERO
    old = row.quantity if key == "quantity" else row.allocation
    return now if not old else rounded(divided(times(now, value), old), unit_of(case))


def moved_between(case: Case, document: Document, giver: int, taker: int, by: Decimal) -> Iterator[Fix]:
    """Move money from one cost line to another: the whole stays."""
    path = ("cost", taker, "amount")
    now, had = amount_at(document, path), amount_at(document, ("cost", giver, "amount"))
    if now is None or had is None or giver == taker:
        return
    less = EXACT.subtract(had, by)
    taken = set_amount(document, path, EXACT.add(now, by))
    given = set_amount(document, ("cost", giver, "amount"), less)
    if taken is None or given is None:
        return
    row, other = case.budget.costs[giver], case.budget.costs[taker]
    if place_of_costs(case, row) != place_of_costs(case, other):
        return
    yield from meeting(
        case, document, place_of_costs(case, row), ZERO, "fix.move-between", [taken, given], gap=by,
        line=row_name(case, "cost", giver), other=row_name(case, "cost", taker), left=less, to=EXACT.add(now, by),
    )  # fmt: skip


def moved_to_others(case: Case, document: Document, index: int) -> Iterator[Fix]:
    """Take a line out and let its money be in the largest other line of the same partner: the whole stays."""
    row, worth = case.budget.costs[index], worth_of(case, index)
    place, gone = place_of_costs(case, row), without(document, index)
    others = [
        other
        for other, one in enumerate(case.budget.costs)
        if other != index and not one.in_kind and one.category != row.category and place_of_costs(case, one) == place
    ]
    taker = largest(case, document, others)
    to = ZERO if taker is None else EXACT.add(worth_of(case, taker), worth)
    edit = None if taker is None else set_amount(document, ("cost", taker, "amount"), to)
    if edit is not None and gone and taker is not None:
        names = {"line": row_name(case, "cost", index), "other": row_name(case, "cost", taker)}
        yield fix_of("fix.move-whole", [edit, *gone], **names, amount=worth, to=to)


def new_cost(
    document: Document,
    category: str,
    amount: Decimal | None,
    partner: str | None,
    package: str | None,
    description: str | None = None,
) -> Edit:
    """The edit that adds a cost line; without an amount one that is worked out."""
    items = [("category", spell(category))]
    items += [("description", spell(description))] if description else []
    items += [("partner", spell(partner))] if partner is not None else []
    items += [("work_package", spell(package))] if package is not None else []
    items += [("amount", new_amount(amount))] if amount is not None else []
    return new_row(document, "cost", tuple(items))


def largest(case: Case, document: Document, indices: list[int]) -> int | None:
    """The line with the largest written amount, which a change moves least; None where none has one."""
    written = [index for index in indices if amount_at(document, ("cost", index, "amount")) is not None]
    return max(written, key=lambda index: worth_of(case, index), default=None)
