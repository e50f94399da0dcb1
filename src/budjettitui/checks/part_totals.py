"""Comparisons of the stated totals of categories, years and work packages with their rows."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import some, where
from budjettitui.checks.case import Case
from budjettitui.checks.totals import QUANTITIES, Reconciliation, reconcile
from budjettitui.figures.sums import Spread, Sum, funding_of
from budjettitui.findings import Place
from budjettitui.model import CASH_KINDS, Cost, Figure, Funding, Line, Stated
from budjettitui.money import EXACT, ZERO, total, total_if_known

YEAR_KEYS = ("costs", "support", "own", "income", "funding")
"""What is compared of a year, in the order in which the first that misses is told."""


def category_reconciliations(case: Case) -> Iterator[Reconciliation]:
    """Stated totals of categories, years and work packages beside what adds up to them."""
    for stated in case.budget.stated:
        partner = stated.of.partition(".")[2] if stated.of.startswith("partner.") else None
        if partner is not None and case.figures.books.nameless:
            continue
        for name, figure in stated.categories.items():
            yield from _beside(case, Place("category", name), stated, ("categories", name), figure, partner)
        table, _, name = stated.of.partition(".")
        if table in ("category", "work_package") and stated.costs is not None:
            yield from _beside(case, Place(table, name), stated, ("costs",), stated.costs, None)
        if table == "year":
            yield from _year(case, stated, name)


def _beside(
    case: Case, place: Place, stated: Stated, keys: tuple[str, ...], figure: Figure, partner: str | None
) -> Iterator[Reconciliation]:
    amount = figure.planned or figure.applied
    if amount is None:
        return
    parts = _rows_of(case, place, partner)
    if parts is None or parts.value is None:
        return
    one = reconcile(case, place, (*stated.anchor, *keys), "/".join(keys), amount, parts, "", stated.source)
    unsplit = _unsplit(case, place.table, partner)
    if one.difference <= ZERO or (unsplit is not None and one.difference > unsplit):
        yield one


def _unsplit(case: Case, table: str, partner: str | None) -> Decimal | None:
    """The costs of partners who have no rows, and rows whose word could not be read: they may be of any category (or
    work package). None where they are unknown."""
    sums = case.figures.spreads["costs"].partners.values() if case.several and partner is None else ()
    others = [one.value for one in sums if one.origin not in ("rows", "zero")]
    unread = where(case.budget.costs, _unreadable, table, partner if case.several else None, _known_words(case, table))
    others += [case.figures.worths["cost", index].value for index in unread]
    return total_if_known(others)


def _known_words(case: Case, table: str) -> frozenset[str] | None:
    """The categories that the rules have; None where they take any word, as a work package does."""
    rules = case.terms.rules
    return None if table != "category" or rules.any_category else frozenset(rules.categories)


def _unreadable(row: Cost, table: str, partner: str | None, known: frozenset[str] | None) -> bool:
    """True of a row of which nobody knows what it is of: the word is lost, or none that the rules have."""
    said = row.category if table == "category" else row.work_package
    lost = table in row.unread or (table == "category" and (said is None or _foreign(said, known)))
    return lost and not row.in_kind and (partner is None or row.partner == partner)


def _rows_of(case: Case, place: Place, partner: str | None) -> Sum | None:
    """What the rows of a category or work package add up to; None where that is not known."""
    of = partner if partner is not None and case.several else None
    rows = where(case.budget.costs, belongs, place, of)
    worths = [case.figures.worths["cost", index] for index in rows]
    known = [worth.value for worth in worths if worth.value is not None]
    if any("in_kind" in case.budget.costs[index].unread for index in rows):
        return None
    if len(known) < len(worths) or "cost" in case.budget.unread or not (rows or _surely_none(case, place, of)):
        return None
    return Sum(total(known), "rows", len(rows), slack=total([worth.slack for worth in worths]))


def belongs(row: Cost, place: Place, partner: str | None) -> bool:
    """True of a cost line that is in the total of a category or a work package; of a partner where one is named."""
    if row.in_kind or (partner is not None and row.partner != partner):
        return False
    return (row.category if place.table == "category" else row.work_package) == place.name


def _foreign(word: str | None, known: frozenset[str] | None) -> bool:
    """True of a category that the rules do not have, which `unknown-category` tells: another one may be meant."""
    return known is not None and word not in known


def _surely_none(case: Case, place: Place, partner: str | None) -> bool:
    """True where rows give all the costs, and every row says what it is of: what no row has is then nothing."""
    known = _known_words(case, place.table)
    if _foreign(place.name, known):
        return False
    spread = case.figures.spreads["costs"]
    one = spread.project if partner is None else spread.partners.get(partner)
    every = [one] if one is not None and (partner is not None or one.origin == "rows") else spread.partners.values()
    only_rows = one is not None and one.known and bool(every) and all(part and part.origin == "rows" for part in every)
    return only_rows and not some(case.budget.costs, _is_of_none, place.table, known)


def _is_of_none(row: Cost, table: str, known: frozenset[str] | None) -> bool:
    word = row.category if table == "category" else row.work_package
    return not row.in_kind and (word is None or _foreign(word, known))


# years --------------------------------------------------------------------------------------------------------------
def _year(case: Case, stated: Stated, year: str) -> Iterator[Reconciliation]:
    """A year's stated figures. What rows and shares do not split may belong to the year, so much may be missing of it;
    of several figures that miss, the first is told."""
    for key in YEAR_KEYS:
        figure: Figure | None = getattr(stated, key)
        amount = None if figure is None else figure.planned or figure.applied
        found = _split(case, key, year) if amount is not None else None
        if amount is None or found is None:
            continue
        one = reconcile(case, Place("year", year), (*stated.anchor, key), key, amount, found[0], "", stated.source)
        if one.misses and not ZERO < one.difference <= found[1]:
            yield one
            if not one.within:
                return


def _split(case: Case, key: str, year: str) -> tuple[Sum, Decimal] | None:
    """What rows and shares give to a year, and what they split to no year; None where not everything is known."""
    parts: list[tuple[Decimal | None, dict[str, Figure]]] = []
    for name, spread in _spreads(case, key):
        owners = spread.partners.values()
        if not spread.project.known or any(one.origin in ("left", "stated") for one in (spread.project, *owners)):
            return None
        for share in case.budget.shares:
            of = spread.partners.get(share.partner or "")
            if of is not None and of.origin == "share":
                given = {year: one for year, part in share.years.items() if (one := getattr(part, name, None))}
                parts.append((of.value, given))
    parts += [(case.figures.worths[table, index].value, dict(row.years)) for table, index, row in year_lines(case, key)]
    return _added(parts, year)


def _spreads(case: Case, key: str) -> Iterator[tuple[str, Spread]]:
    """What a year's figure is made of: each quantity by its key in a share."""
    for name in CASH_KINDS if key == "funding" else (key,):
        quantity = QUANTITIES.get(name) or funding_of(name)
        yield name, case.figures.spreads[quantity.name]


def _added(parts: list[tuple[Decimal | None, dict[str, Figure]]], year: str) -> tuple[Sum, Decimal] | None:
    here, rest = [], []
    for whole, years in parts:
        split = {name: figure.judged for name, figure in years.items()}
        values = {name: amount.value for name, amount in split.items() if amount is not None}
        if whole is None or len(values) < len(split):
            return None
        if year in values:
            here.append(values[year])
        rest.append(max(ZERO, EXACT.subtract(whole, total(list(values.values())))))
    return Sum(total(here), "rows", max(1, len(here))), total(rest)


def year_lines(case: Case, key: str) -> Iterator[tuple[str, int, Line]]:
    """The rows that a year's figure is of; support that a partner passes on came in by another row."""
    tables = {"costs": "cost", "income": "income"}
    for table, index, row in case.budget.lines():
        if table != tables.get(key, "funding") or (isinstance(row, Cost) and row.in_kind):
            continue
        if isinstance(row, Funding):
            passed_on = row.kind == "support" and row.payer in case.figures.partners
            if passed_on or row.kind not in (CASH_KINDS if key == "funding" else (key,)):
                continue
        yield table, index, row
