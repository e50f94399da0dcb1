"""Mends of one row: its amount, its price, its last year."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.writing import amount_at, fix_of, moved, set_amount
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix
from budjettitui.model import Cost
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, times, to_decimals


def _line(case: Case, finding: Finding) -> tuple[int, Cost] | None:
    anchor = finding.anchor
    if anchor is None or anchor[0] != "cost" or not isinstance(anchor[1], int):
        return None
    return anchor[1], case.budget.costs[anchor[1]]


def line_product(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The amount as the product; or the price that gives the amount."""
    line = _line(case, finding)
    if line is None or finding.expected is None:
        return
    index, row = line
    edit = set_amount(document, ("cost", index, "amount"), finding.expected)
    if edit is not None:
        yield fix_of("fix.set-amount", [edit], to=finding.expected)
    units = _units(row)
    if units and finding.actual is not None:
        price = to_decimals(divided(finding.actual, units), case.budget.decimals)
        edit = set_amount(document, ("cost", index, "unit_price"), price)
        if edit is not None:
            yield fix_of("fix.set-price", [edit], to=price)


def flat_amount(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The flat-rate line as the rate of its base; of several lines, the last as what the others leave."""
    line = _line(case, finding)
    if line is None or finding.expected is None:
        return
    edit = set_amount(document, ("cost", line[0], "amount"), finding.expected)
    if edit is not None:
        yield fix_of("fix.set-amount", [edit], to=finding.expected)


def _units(row: Cost) -> Decimal:
    """How many whole units a line pays: quantity at its allocation."""
    quantity = row.quantity or ZERO
    return quantity if row.allocation is None else divided(times(quantity, row.allocation), HUNDRED)


def last_year(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The last year takes the difference."""
    years = finding.values.get("years")
    if finding.anchor is None or not isinstance(years, tuple) or not years:
        return
    by = -(finding.difference or ZERO)
    for year in (years[-1], *years[-2::-1]):
        figure = finding.values.get("figure")
        path = (*finding.anchor, str(year), *([str(figure)] if figure else []))
        edit = moved(document, path, by)
        if edit is not None:
            now = amount_at(document, path) or ZERO
            yield fix_of("fix.set-last-year", [edit], year=str(year), to=EXACT.add(now, by))
            return


def without_vat(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The price without VAT, and the amount that it gives."""
    line = _line(case, finding)
    price = finding.expected
    if line is None or price is None:
        return
    index, row = line
    edits = [set_amount(document, ("cost", index, "unit_price"), price)]
    if row.amount is not None and row.quantity is not None:
        amount = to_decimals(times(_units(row), price), case.budget.decimals)
        edits.append(set_amount(document, ("cost", index, "amount"), amount))
    known = [edit for edit in edits if edit is not None]
    if len(known) == len(edits):
        yield fix_of("fix.price-without-vat", list(known), to=price)
