"""What the rows of a table come to by whose they are: of each block once, and then of all blocks together."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from operator import itemgetter

from budjettitui.blocks import Block, Shelf, blocks_on, joined, on_shelf, shelves_of, some
from budjettitui.figures.worths import UNKNOWN, Worth, Worths, worths_in
from budjettitui.findings import Path
from budjettitui.model import Budget, Cost, Funding, Income
from budjettitui.money import ZERO, total
from budjettitui.values import frozen

STRAY = "\0stray"
"""The owner of a row whose partner could not be read: it belongs to one of them, nobody knows to which."""

WHOLE = "\0project"
"""The owner of a row that names no partner, where there are several."""

Moneyed = Cost | Income | Funding


@frozen
class Tally:
    """Some rows of one owner: what they add up to, and how they are marked."""

    value: Decimal
    """The sum of those that are known."""
    unknown: int
    parts: int
    about: bool
    at_most: bool
    at_least: bool
    slack: Decimal
    anchors: tuple[Path, ...]

    @property
    def known(self) -> bool:
        """True where each of the rows is known."""
        return not self.unknown


@frozen
class BlockTally:
    """What a `Tally` says, of the rows of one block or shelf; rows that rest on others (flat rates) are still open."""

    value: Decimal
    lost: int
    """How many may be another quantity's, since their kind, or whether they are in kind, could not be read."""
    open: tuple[int, ...]
    """The numbers, from the first row of the block or the shelf, of rows that are unknown on their own."""
    count: int
    about: bool
    at_most: bool
    at_least: bool
    slack: Decimal


def owner_of(row: Moneyed, ids: frozenset[str]) -> str:
    """Whose books a row stands in: a partner's id, `WHOLE` or `STRAY`; where there is one applicant, all is its own."""
    if len(ids) < 2:
        return next(iter(ids), WHOLE)
    named = row.recipient if isinstance(row, Funding) else row.partner
    if named in ids:
        return str(named)
    if named is not None or ("recipient" if isinstance(row, Funding) else "partner") in row.unread:
        return STRAY
    if isinstance(row, Funding):
        if row.payer in ids:
            return str(row.payer)
        if "payer" in row.unread:
            return STRAY
    return WHOLE


def names_partners(budget: Budget) -> bool:
    """True where a row says whose it is, or a share does: a budget of one applicant needs neither."""
    return bool(budget.shares) or any(
        some(budget.rows(table), _names_partner) for table in ("cost", "income", "funding")
    )


def _names_partner(row: Moneyed) -> bool:
    return (row.recipient if isinstance(row, Funding) else row.partner) is not None


def tallies(budget: Budget, table: str, kind: str | None, ids: frozenset[str], worths: Worths) -> dict[str, Tally]:
    """The cash rows of a table (of funding, one kind) by whose they are.

    Support that a partner passes on to another stands under `passed_by` that partner besides.
    """
    found: dict[str, list[tuple[int, BlockTally, tuple[Path, ...]]]] = {}
    given = (kind, ids, worths.stage, worths.decimals)
    for start, shelf in shelves_of(budget.rows(table)):
        if kind is not None and not shelf.of(_kinds_on_shelf) & {kind, None}:
            continue
        tallied = shelf.of(_tallies_on_shelf, *given)
        if tallied:
            anchors = shelf.of(_anchors_on_shelf, table, start, *given)
            for owner, tally in tallied.items():
                found.setdefault(owner, []).append((start, tally, anchors[owner]))
    filled = worths.filled if table == "cost" else {}
    return {owner: _together(tallied, filled) for owner, tallied in found.items()}


def _kinds_on_shelf(shelf: Shelf[Funding]) -> frozenset[str | None]:
    """The kinds that there are on a shelf; None where one could not be read, and may be any."""
    return frozenset().union(*[kinds for _, kinds in on_shelf(shelf, _kinds_in)])


def _kinds_in(block: Block[Funding]) -> frozenset[str | None]:
    return frozenset([None if "kind" in row.unread else row.kind for row in block.rows])


def passed_by(partner: str) -> str:
    """What support that a partner passes on is found under."""
    return f"\0passed {partner}"


def _together(tallied: list[tuple[int, BlockTally, tuple[Path, ...]]], filled: Mapping[int, Worth]) -> Tally:
    values, unknown = [tally.value for _, tally, _ in tallied], 0
    for start, tally, _ in tallied:
        unknown += tally.lost
        for offset in tally.open:
            worth = filled.get(start + offset, UNKNOWN)
            unknown += worth.value is None
            values.append(worth.value or ZERO)
    return Tally(
        total(values),
        unknown,
        sum([tally.count for _, tally, _ in tallied]),
        any(tally.about for _, tally, _ in tallied),
        any(tally.at_most for _, tally, _ in tallied),
        any(tally.at_least for _, tally, _ in tallied),
        total([tally.slack for _, tally, _ in tallied]),
        tuple(joined([anchors for _, _, anchors in tallied])),
    )


Owned = dict[str, list[tuple[int, Worth | None]]]
"""The numbers in a block of the rows of each owner, with what they come to; None where they may be another quantity's."""


def _tallies_on_shelf(shelf: Shelf[Moneyed], *given: object) -> dict[str, BlockTally]:
    if len(shelf.rows) == 1:
        return shelf.rows[0].of(_tallies_in, *given)
    found: dict[str, list[tuple[int, BlockTally]]] = {}
    for start, tallied in on_shelf(shelf, _tallies_in, *given):
        for owner, tally in tallied.items():
            found.setdefault(owner, []).append((start, tally))
    return {owner: _shelf_tally(tallied) for owner, tallied in found.items()}


def _shelf_tally(tallied: list[tuple[int, BlockTally]]) -> BlockTally:
    return BlockTally(
        total([tally.value for _, tally in tallied]),
        sum([tally.lost for _, tally in tallied]),
        tuple([start + offset for start, tally in tallied for offset in tally.open]),
        sum([tally.count for _, tally in tallied]),
        any(tally.about for _, tally in tallied),
        any(tally.at_most for _, tally in tallied),
        any(tally.at_least for _, tally in tallied),
        total([tally.slack for _, tally in tallied]),
    )


def _anchors_on_shelf(shelf: Shelf[Moneyed], table: str, start: int, *given: object) -> dict[str, tuple[Path, ...]]:
    found: dict[str, list[Path]] = {}
    for offset, block in blocks_on(shelf):
        for owner, anchors in block.of(_anchors, table, start + offset, *given).items():
            found.setdefault(owner, []).extend(anchors)
    return {owner: tuple(anchors) for owner, anchors in found.items()}


def _tallies_in(block: Block[Moneyed], *given: object) -> dict[str, BlockTally]:
    return {owner: _tally_of(rows) for owner, rows in block.of(_owned, *given).items()}


def _owned(block: Block[Moneyed], kind: str | None, ids: frozenset[str], stage: str, decimals: int) -> Owned:
    """Of a block that has a few new rows those are put in the place of the old ones."""
    worths = block.of(worths_in, stage, decimals)
    before, others = block.before(_owned, kind, ids, stage, decimals), block.others
    owned: Owned = {}
    if before is not None:
        owned = {owner: [one for one in rows if one[0] not in others] for owner, rows in before.items()}
    for offset, row in enumerate(block.rows) if before is None else [(at, block.rows[at]) for at in others]:
        if not _carries(row, kind):
            continue
        owner = owner_of(row, ids)
        surely = row.unread.isdisjoint(_TELLING)
        owned.setdefault(owner, []).append((offset, worths[offset] if surely else None))
        if kind == "support" and isinstance(row, Funding):
            worth = worths[offset] if surely and "payer" not in row.unread else None
            for payer in _passing(row, owner, ids):
                owned.setdefault(passed_by(payer), []).append((offset, worth))
    if before is None:
        return owned
    return {owner: sorted(rows, key=itemgetter(0)) for owner, rows in owned.items() if rows}


def _passing(row: Funding, owner: str, ids: frozenset[str]) -> Iterator[str]:
    """Who passes a row of support on: its payer, or, where that could not be read, perhaps any other partner."""
    if owner not in ids and owner != STRAY:
        return
    if row.payer in ids and row.payer != owner:
        yield str(row.payer)
    elif "payer" in row.unread and len(ids) > 1:
        yield from (one for one in sorted(ids) if one != owner)


_TELLING = frozenset({"kind", "in_kind"})


def _carries(row: Moneyed, kind: str | None) -> bool:
    """True of a row that carries the quantity, or may, and counts in cash."""
    if isinstance(row, Funding):
        return row.kind == kind or "kind" in row.unread
    return not (isinstance(row, Cost) and row.in_kind)


def _tally_of(rows: list[tuple[int, Worth | None]]) -> BlockTally:
    worths = [worth for _, worth in rows if worth is not None]
    marked = [worth for worth in worths if worth.about or worth.at_most or worth.at_least]
    return BlockTally(
        total([worth.value for worth in worths if worth.value is not None]),
        len(rows) - len(worths),
        tuple([offset for offset, worth in rows if worth is not None and worth.value is None]),
        len(rows),
        any(worth.about for worth in marked),
        any(worth.at_most for worth in marked),
        any(worth.at_least for worth in marked),
        total([worth.slack for worth in marked]),
    )


def _anchors(block: Block[Moneyed], table: str, start: int, *given: object) -> dict[str, tuple[Path, ...]]:
    return {
        owner: tuple([(table, start + offset) for offset, _ in rows])
        for owner, rows in block.of(_owned, *given).items()
    }
