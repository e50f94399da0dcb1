"""Mends of a row that stands in the wrong place: what is too much at one partner (category, kind) and missing at another is
what one row has. That it belongs there is a possibility, and is said so."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import Numbered
from budjettitui.checks.cost_models.flat_lines import FlatLine, flat_lines, rate_of
from budjettitui.checks.mends.lines import worth_of
from budjettitui.checks.mends.money import sheet_of
from budjettitui.checks.mends.summands import summands_of
from budjettitui.checks.mends.writing import fix_of, row_told
from budjettitui.document import Document, spell
from budjettitui.edits import Set
from budjettitui.figures.tallies import Moneyed
from budjettitui.findings import Finding, Fix, Path, Place
from budjettitui.model import Cost, Funding, Share
from budjettitui.money import EXACT, ZERO, percent_of, total
from budjettitui.values import replace

BELONGS = "fix.belongs"
"""What a mend is called that puts a row elsewhere."""

MOST_ROWS = 2
"""So many rows that would do are tried."""

MOST_OTHERS = 4
"""Where more partners than these miss by as much the other way, nothing says whose a row is."""

KINDS = {"total-own": "own", "total-support": "support"}
"""The kind of funding that a total is of."""


# what does not meet --------------------------------------------------------------------------------------------------
def at_other_partner(case: Case, document: Document, place: Place) -> Iterator[Fix]:
    """A row of a partner, under the name of one who has as much too much as this one lacks; or the other way round."""
    missing = sheet_of(case, place).missing
    if place.table != "partner" or place.name is None or not missing:
        return
    others = [one for one, sheet in case.figures.partners.items() if sheet.missing == -missing]
    if 0 < len(others) <= MOST_OTHERS:
        yield from islice(_given(case, document, place.name, others, missing), MOST_ROWS)


def _given(case: Case, document: Document, here: str, others: list[str], missing: Decimal) -> Iterator[Fix]:
    rates = _worked_out(case)
    for path, owner, burden in _burdens(case):
        takers = others if owner == here else [here] if owner in others else []
        if burden is None or not takers:
            continue
        needed = missing if owner == here else -missing
        if any(_is(case, one, needed) for one in _with_flat_rates(rates.get(owner, ()), path, burden)):
            for taker in takers:
                yield from belongs_to(case, document, path, Place("partner", taker))


def _is(case: Case, one: Decimal, needed: Decimal) -> bool:
    return abs(EXACT.subtract(one, needed)) < case.unit(one, needed) if one else False


def _worked_out(case: Case) -> dict[str, list[FlatLine]]:
    """The flat rates whose lines have no amount and follow their base, by whose they are."""
    found: dict[str, list[FlatLine]] = {}
    for one in flat_lines(case):
        if one.actual is not None and all(row.amount is None for _, row in one.lines):
            found.setdefault(one.books.place.name or "", []).append(one)
    return found


def _with_flat_rates(rates: Sequence[FlatLine], path: Path, burden: Decimal) -> Iterator[Decimal]:
    """What a row comes to at its partner; with each flat rate that is worked out of it."""
    yield burden
    for one in rates if path[0] == "cost" else ():
        if path[1] in dict(one.base_lines):
            yield EXACT.add(burden, percent_of(one.percent, burden))


def _burdens(case: Case) -> Iterator[tuple[Path, str, Decimal | None]]:
    """Each row, whose it is, and by how much that partner's money would be missing less without it.

    A share is all that a partner has: only of one who has two may one be another's.
    """
    figures, budget = case.figures, case.budget
    tables: tuple[tuple[str, Sequence[Moneyed], int], ...] = (
        ("cost", budget.costs, 1),
        ("income", budget.incomes, -1),
        ("funding", budget.funding, -1),
    )
    for table, rows, sign in tables:
        for index, row in enumerate(rows):
            if not (isinstance(row, Cost) and row.in_kind):
                worth = figures.worths[table, index].value
                yield (table, index), figures.books.owner(row), None if worth is None else sign * worth
    whose = [share.partner or "" for share in budget.shares]
    for index, share in enumerate(budget.shares):
        if whose.count(whose[index]) > 1:
            yield ("share", index), whose[index], _of_share(case, share)


def _of_share(case: Case, share: Share) -> Decimal:
    """What the costs of a share are above what pays them in it."""
    known: list[Decimal] = []
    for figure, sign in ((share.costs, 1), (share.income, -1), (share.support, -1), (share.own, -1)):
        amount = None if figure is None else case.figures.books.pick(figure)
        known += [] if amount is None else [sign * amount.value]
    return total(known)


# stated totals -------------------------------------------------------------------------------------------------------
def in_other_total(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """A row that is missing in a stated total and too much in another of the same check, put where it is missing."""
    change = finding.difference
    for other in case.findings if change else ():
        if not _opposite(finding, other):
            continue
        assert change is not None
        lacking, having = (finding, other) if change > ZERO else (other, finding)
        rows = [
            part.path[:2]
            for part in summands_of(case, document, having)
            if part.path[0] != "share" and part.path[2:] == ("amount",) and part.amount == abs(change)
        ]
        for path in rows[:MOST_ROWS]:
            kind = KINDS.get(lacking.check) if lacking.check != having.check else None
            if kind is not None:
                told = {**row_told(case, "funding", int(path[1])), "amount": abs(change), "kind": kind}
                yield fix_of("fix.is-kind", [Set((*path, "kind"), spell(kind))], **told)
            else:
                yield from belongs_to(case, document, path, lacking.place)


def _opposite(finding: Finding, other: Finding) -> bool:
    """True of two totals of which one lacks what the other has too much: elsewhere, or of another kind of funding."""
    named = finding.place.table in ("category", "work_package")
    same = finding.check == other.check and (named or finding.values.get("key") == other.values.get("key"))
    elsewhere = same and finding.place.table == other.place.table and finding.place != other.place
    kinds = finding.place == other.place and finding.check != other.check
    other_kind = kinds and finding.check in KINDS and other.check in KINDS
    opposite = finding.difference is not None and other.difference == -finding.difference
    return opposite and other.waived is None and (elsewhere or other_kind)


# flat rates ----------------------------------------------------------------------------------------------------------
def under_rate(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The line of a flat rate, or one of its base, that stands at another partner than it belongs to; a line of the base
    that stands in another category."""
    found = list(flat_lines(case))
    for one in found:
        if not _about(finding, one):
            continue
        for other in found:
            if other.books.place != one.books.place and other.rate.id == one.rate.id:
                yield from _line_moved(case, document, one, other)
                yield from _base_moved(case, document, one, other)
        yield from _in_base(case, document, one)


def _about(finding: Finding, one: FlatLine) -> bool:
    rows = [("cost", number) for number, _ in one.lines]
    asked = finding.anchor is not None and finding.anchor[:2] in rows
    return asked or (one.actual is None and one.expected == finding.expected)


def _off(one: FlatLine) -> Decimal:
    """How much the lines of a rate are above what they should be; below zero what they lack."""
    return EXACT.subtract(one.actual or ZERO, one.expected)


def _line_moved(case: Case, document: Document, one: FlatLine, other: FlatLine) -> Iterator[Fix]:
    """A line of the rate from where there is too much to where as much is lacking."""
    having, lacking = (one, other) if _off(one) > ZERO else (other, one)
    for number, _ in having.lines:
        if worth_of(case, number) == _off(having) == -_off(lacking):
            yield from belongs_to(case, document, ("cost", number), lacking.books.place)


def _base_moved(case: Case, document: Document, one: FlatLine, other: FlatLine) -> Iterator[Fix]:
    """A line of the base from one partner to another, where both lines of the rate are then right."""
    for giver, taker in ((one, other), (other, one)):
        for number, _ in giver.base_lines:
            if _fits(case, giver, -worth_of(case, number)) and _fits(case, taker, worth_of(case, number)):
                yield from belongs_to(case, document, ("cost", number), taker.books.place)


def _fits(case: Case, one: FlatLine, by: Decimal, line: int | None = None) -> bool:
    """True where the lines of a rate are right once the base has moved by so much, without the one that is none of them."""
    if one.actual is None:
        return False
    gone = worth_of(case, line) if line in dict(one.lines) and line is not None else ZERO
    return rate_of(case, one.rate, EXACT.add(one.base, by)) == EXACT.subtract(one.actual, gone)


def _in_base(case: Case, document: Document, one: FlatLine) -> Iterator[Fix]:
    """A line into the category of the base; last, since it is less plain where it belongs, out of it into the one other
    category: with which the rate is right."""
    inside = {row.category for _, row in one.base_lines}
    outside = {row.category for _, row in _others(one)}
    for number in (*dict(_others(one)), *dict(one.lines)) if len(inside) == 1 else ():
        if _fits(case, one, worth_of(case, number), number):
            yield from belongs_to(case, document, ("cost", number), Place("category", min(inside, key=str)))
    for number in dict(one.base_lines) if len(outside) == 1 else ():
        if _fits(case, one, -worth_of(case, number)):
            ways = belongs_to(case, document, ("cost", number), Place("category", min(outside, key=str)))
            yield from (replace(fix, last=True) for fix in ways)


def _others(one: FlatLine) -> list[Numbered]:
    """The lines of the same partner that are neither of the base nor of the rate."""
    known = {*dict(one.base_lines), *dict(one.lines)}
    return [(number, row) for number, row in one.books.lines if number not in known]


# the mend ------------------------------------------------------------------------------------------------------------
def belongs_to(case: Case, document: Document, path: Path, place: Place) -> Iterator[Fix]:
    """A row put under a partner, a category or a work package, if that is where it belongs."""
    table, index = str(path[0]), int(path[1])
    row = case.budget.rows(table)[index]
    key = _key_of(row, place) if isinstance(row, Moneyed) else place.table
    if key is None or place.name is None:
        return
    told: dict[str, object] = {**row_told(case, table, index), "where": place}
    if isinstance(row, Share):
        costs = None if row.costs is None else case.figures.books.pick(row.costs)
        told |= {"line": case.label(Place("partner", row.partner)), "amount": None if costs is None else costs.value}
    else:
        told["amount"] = case.figures.worths[table, index].value
    title = f"{BELONGS}.share" if isinstance(row, Share) else BELONGS
    if place.table == "category":
        title, told["category"] = f"{BELONGS}.category", place.name
    yield fix_of(title, [Set((table, index, key), spell(place.name))], **told)


def _key_of(row: Moneyed, place: Place) -> str | None:
    """The key that says whose a row is, or what it is of."""
    if place.table != "partner":
        return place.table if place.table in ("category", "work_package") else None
    if not isinstance(row, Funding):
        return "partner"
    return "recipient" if row.recipient is not None else "payer"
