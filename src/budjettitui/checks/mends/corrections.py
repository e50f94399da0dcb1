"""Mends of what stands wrong in a row: a sign, cents where none are taken, an id that is there already, a payment."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.alike import as_seen
from budjettitui.checks.case import Case
from budjettitui.checks.mends.lines import cost_line
from budjettitui.checks.mends.meeting import meeting, place_of_costs
from budjettitui.checks.mends.writing import amount_at, amount_path, fix_of, new_amount, new_row, row_told, taken_out
from budjettitui.document import Document, respell, spell
from budjettitui.edits import Set
from budjettitui.findings import Finding, Fix, Path
from budjettitui.model import Cost, Funding
from budjettitui.money import EXACT, ZERO, rounded


def negative(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The same amount above zero; of a cost line, income of as much in its place; zero."""
    anchor, below = finding.anchor, finding.actual
    if anchor is None or below is None:
        return
    line = cost_line(case, finding)
    if line is not None and anchor[2:] == ("amount",):
        yield from _as_income(case, document, line[0], line[1], -below)
    yield from _set(case, document, anchor, -below)
    yield from _set(case, document, anchor, ZERO)


_NAMED: dict[object, str] = {"quantity": "fix.set-quantity", "unit_price": "fix.set-price"}


def _set(case: Case, document: Document, anchor: Path, value: Decimal) -> Iterator[Fix]:
    here = amount_path(document, anchor)
    old = document.spelling(here) if here is not None else None
    if here is None or old is None:
        return
    edit = Set(here, respell(old.lstrip("+-"), value))
    table, index = str(anchor[0]), anchor[1]
    row = case.budget.rows(table)[index] if isinstance(index, int) and table != "stated" else None
    if isinstance(row, Cost) and not row.in_kind and anchor[2:] == ("amount",):
        by = EXACT.subtract(value, row.amount.value if row.amount is not None else ZERO)
        yield from meeting(case, document, place_of_costs(case, row), by, "fix.set-amount", [edit], to=value)
    else:
        yield fix_of(_NAMED.get(anchor[-1], "fix.set-amount"), [edit], to=value)


def _as_income(case: Case, document: Document, index: int, row: Cost, amount: Decimal) -> Iterator[Fix]:
    """A line of income in place of the cost below zero: net costs stay what they are."""
    gone = taken_out(document, ("cost", index))
    items = [("partner", spell(row.partner))] if row.partner else []
    items += [("description", spell(row.description))] if row.description else []
    new = new_row(document, "income", (*items, ("amount", new_amount(amount))))
    if gone is not None:
        yield fix_of("fix.as-income", [new, gone], **row_told(case, "cost", index), amount=amount)


def to_unit(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The amount at the unit that the form takes: rounded half up, and the other way."""
    unit, anchor, actual = case.terms.rules.number("amounts.unit"), finding.anchor, finding.actual
    if not unit or anchor is None or actual is None:
        return
    near = rounded(actual, unit, "half_up")
    ways = (near, rounded(actual, unit, "down"), rounded(actual, unit, "up"))
    for value in dict.fromkeys(ways):
        yield from _rounded(case, document, anchor, value)


def _rounded(case: Case, document: Document, anchor: Path, value: Decimal) -> Iterator[Fix]:
    here = amount_path(document, anchor)
    old = document.spelling(here) if here is not None else None
    if here is not None and old is not None:
        whole = old.partition(".")[0]
        yield fix_of("fix.set-amount", [Set(here, respell(whole, value.to_integral_value()))], to=value)


def free_id(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """An id that nobody has, for the later row; or the later row taken out."""
    anchor, said = finding.anchor, finding.values.get("id")
    if anchor is None or not isinstance(said, str) or not isinstance(anchor[1], int):
        return
    table = str(anchor[0])
    taken = {as_seen(row.id) for row in case.budget.rows(table) if row.id is not None}
    number = next(count for count in range(2, len(taken) + 3) if as_seen(f"{said}-{count}") not in taken)
    yield fix_of("fix.free-id", [Set(anchor, spell(f"{said}-{number}"))], to=f"{said}-{number}")
    gone = taken_out(document, anchor[:2])
    if gone is not None:
        yield fix_of("fix.take-out.row", [gone], line=said, number=anchor[1] + 1)


def payment(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """What one pays to oneself as own funding; of a ring, less by what comes back; or the line taken out."""
    anchor = finding.anchor
    if anchor is None or anchor[0] != "funding" or not isinstance(anchor[1], int):
        return
    index, row = anchor[1], case.budget.funding[anchor[1]]
    if finding.wording != "ring" and row.kind not in ("own", "support"):
        yield fix_of("fix.as-own", [Set(("funding", index, "kind"), spell("own"))], **row_told(case, "funding", index))
    for other in (index, *_back(case, row)) if finding.wording == "ring" else (index,):
        gone = taken_out(document, ("funding", other))
        if gone is not None:
            amount = amount_at(document, ("funding", other, "amount"))
            yield fix_of("fix.take-out", [gone], **row_told(case, "funding", other), amount=amount)


def _back(case: Case, row: Funding) -> list[int]:
    """The lines by which money comes back at once."""
    return [
        index
        for index, other in enumerate(case.budget.funding)
        if (other.payer, other.recipient) == (row.recipient, row.payer)
    ]


def stage(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The stage that the money tells of, where the project was not cancelled."""
    found = finding.values.get("stage")
    if finding.wording == "granted" and isinstance(found, str) and finding.anchor is not None:
        stages = ("closed", "running") if found == "realised" else ("granted", "running")
        for name in stages:
            yield fix_of("fix.not-cancelled", [Set(finding.anchor, spell(name))], stage=name)
