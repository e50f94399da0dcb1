"""Mends of VAT and of work in kind: an amount without VAT, what prices are said to be; funding that is the in-kind costs."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import where
from budjettitui.checks.case import Case
from budjettitui.checks.mends.cost_lines import price_for
from budjettitui.checks.mends.lines import cost_line, make, take_out, unit_of, with_part, worth_of
from budjettitui.checks.mends.meeting import meeting, place_of_costs
from budjettitui.checks.mends.writing import (
    amount_at,
    fix_of,
    new_amount,
    new_row,
    row_name,
    row_told,
    set_amount,
    taken_out,
)
from budjettitui.document import Document, spell
from budjettitui.edits import Edit, Set
from budjettitui.findings import Finding, Fix, Path
from budjettitui.model import Cost
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, rounded, times, to_decimals, total
from budjettitui.traits import is_in_kind

NO_VAT = "0"


def ineligible(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The amount without its VAT; or, where the amount has none in it, that said."""
    if finding.wording.startswith("declared"):
        yield fix_of("fix.declare-vat.excluded", [Set(("declared", "vat"), spell("excluded"))])
        return
    line, without = cost_line(case, finding), finding.values.get("without")
    if line is None or not isinstance(without, Decimal):
        return
    index, row = line
    yield from _without(case, document, index, row, without)
    yield fix_of("fix.no-vat", [Set(("cost", index, "vat_rate"), NO_VAT)], **row_told(case, "cost", index))


def _without(case: Case, document: Document, index: int, row: Cost, without: Decimal) -> Iterator[Fix]:
    """The amount of a line without its VAT, with what pays for it."""
    by = ZERO if row.in_kind else EXACT.subtract(without, worth_of(case, index))
    edit = set_amount(document, ("cost", index, "amount"), without)
    place, told = place_of_costs(case, row), row_told(case, "cost", index)
    if edit is not None:
        edits = [edit, Set(("cost", index, "vat_rate"), NO_VAT)]
        yield from meeting(case, document, place, by, "fix.amount-without-vat", edits, **told, to=without)


def basis(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Say of the whole file which the prices are."""
    if finding.wording == "excluded":
        line = cost_line(case, finding)
        if line is not None:
            yield fix_of("fix.no-vat", [Set(("cost", line[0], "vat_rate"), NO_VAT)], **row_told(case, "cost", line[0]))
    with_vat = [(index, row) for index, row in enumerate(case.budget.costs) if row.vat_rate]
    for word in ("included",) if with_vat else ("excluded", "included"):
        yield fix_of(f"fix.declare-vat.{word}", [Set(("declared", "vat"), spell(word))])
    for index, row in with_vat if len(with_vat) == 1 else ():
        whole = EXACT.add(HUNDRED, row.vat_rate or ZERO)
        without = to_decimals(divided(times(worth_of(case, index), HUNDRED), whole), case.budget.decimals)
        yield from _without(case, document, index, row, without)


# in kind -------------------------------------------------------------------------------------------------------------
def in_kind(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The funding as the in-kind costs are, or the costs as the funding is; to its cap; out where the rules take none."""
    if finding.wording in ("banned", "cost"):
        yield from _banned(case, document, finding)
    elif finding.wording in ("differs", "gap"):
        yield from _the_same(case, document, finding)
    else:
        yield from _to_cap(case, document, finding)


def _costs_in_kind(case: Case) -> list[int]:
    return list(where(case.budget.costs, is_in_kind))


def _banned(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The line taken out, the in-kind costs with it; or paid in cash, by own money."""
    costs = _costs_in_kind(case)
    line = cost_line(case, finding)
    if line is not None:
        yield from take_out(case, document, line[0])
        worth, place = worth_of(case, line[0]), place_of_costs(case, line[1])
        paid = Set(("cost", line[0], "in_kind"), "false")
        yield from meeting(case, document, place, worth, "fix.pay-in-cash", [paid], amount=worth)
        return
    anchor = finding.anchor
    path: Path = () if anchor is None else (*anchor[:2],)
    gone = [taken_out(document, ("cost", index)) for index in reversed(costs)]
    funding = taken_out(document, path) if path else None
    known: list[Edit] = [edit for edit in gone if edit is not None]
    if funding is not None and len(known) == len(gone):
        told = row_told(case, "funding", int(path[1])) | {"amount": amount_at(document, (*path, "amount"))}
        if known:
            yield fix_of("fix.take-out.in-kind", [*known, funding], **told)
        yield fix_of("fix.take-out", [funding], **told)
        yield from _in_cash(document, path, costs, told)


def _in_cash(document: Document, path: Path, costs: list[int], told: dict[str, object]) -> Iterator[Fix]:
    """The work paid for: its costs in cash, and own money where the work was a source."""
    own: list[Edit] = [Set((*path, "kind"), spell("own"))]
    if costs:
        own += [Set(("cost", index, "in_kind"), "false") for index in costs]
        yield fix_of("fix.pay-in-cash", own, **told)


def _the_same(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The funding moved to the costs' sum; or the largest of the in-kind costs moved by the difference."""
    if finding.anchor is None or finding.difference is None:
        return
    yield from _funding(case, document, finding.anchor, -finding.difference)
    costs = [
        index
        for index in _costs_in_kind(case)
        if case.budget.costs[index].quantity is not None or amount_at(document, ("cost", index, "amount")) is not None
    ]
    if costs:
        index = max(costs, key=lambda one: worth_of(case, one))
        to = EXACT.add(worth_of(case, index), finding.difference)
        yield from make(case, document, index, to)
        yield from _by_quantity(case, document, index, to)
    if finding.difference < ZERO:
        yield fix_of("fix.add-in-kind", [_in_kind_row(document, -finding.difference)], gap=-finding.difference)


def _by_quantity(case: Case, document: Document, index: int, to: Decimal) -> Iterator[Fix]:
    """The line at a sum by its quantity, where that comes out in two decimals; by its price, where none is told."""
    row = case.budget.costs[index]
    if row.quantity is None or row.unit_price is None or row.allocation is not None or to <= ZERO:
        return
    if row.unit_price.value:
        quantity = divided(to, row.unit_price.value)
        if quantity == to_decimals(quantity, 2):
            yield from with_part(case, document, index, "quantity", quantity, "fix.part-quantity")
    elif row.quantity:
        price = price_for(row, to, case.budget.decimals)
        if price is not None:
            yield from with_part(case, document, index, "unit_price", price, "fix.part-price")


def _funding(case: Case, document: Document, anchor: Path, by: Decimal) -> Iterator[Fix]:
    path: Path = (*anchor[:2], "amount")
    now = amount_at(document, path)
    edit = None if now is None else set_amount(document, path, EXACT.add(now, by))
    if edit is not None and now is not None:
        told = row_told(case, "funding", int(anchor[1]))
        yield fix_of("fix.set-line", [edit], **told, to=EXACT.add(now, by))


def _in_kind_row(document: Document, amount: Decimal) -> Edit:
    return new_row(document, "funding", (("kind", spell("in-kind")), ("amount", new_amount(amount))))


def _to_cap(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """So much in kind that it is its allowed part of all own funding, itself included; the costs in kind with it."""
    percent, own, anchor = finding.values.get("percent"), case.figures.project.own.value, finding.anchor
    if not isinstance(percent, Decimal) or own is None or anchor is None or finding.actual is None:
        return
    if percent < HUNDRED:
        exact = divided(times(percent, own), EXACT.subtract(HUNDRED, percent))
        less = EXACT.subtract(rounded(exact, unit_of(case), "down"), finding.actual)
        for fix in _funding(case, document, anchor, less):
            yield fix
            yield from _with_costs(case, document, fix, less)


def _with_costs(case: Case, document: Document, fix: Fix, less: Decimal) -> Iterator[Fix]:
    """The same with the in-kind costs, which are to be of the same worth."""
    costs = _costs_in_kind(case)
    known = total([worth_of(case, index) for index in costs])
    if not known:
        return
    index = max(costs, key=lambda one: worth_of(case, one))
    to = EXACT.add(worth_of(case, index), less)
    edit = set_amount(document, ("cost", index, "amount"), to)
    if edit is not None:
        values = {**fix.values, "other": row_name(case, "cost", index), "left": to}
        yield fix_of("fix.set-both", [*fix.change.edits, edit], **values)
