"""Rows in blocks: what is worked out of a block is kept with it, so that an edit works one block out anew.

A budget of ten thousand lines is added up, grouped and judged at every key press (docs/decisions/007). Its rows stand in
blocks of some dozens that stay the same value from one edit to the next wherever no row of theirs has changed. Whatever is
a function of a block's rows, and of nothing else that is not named, is worked out once for the block.

Some blocks that follow each other lie on a *shelf*, which is a block of blocks: what is put together of its blocks is kept
with it, so that an edit walks along one shelf and then along the shelves, and not along all blocks.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, Generic, TypeVar
from weakref import ref

T = TypeVar("T")
V = TypeVar("V")

SIZE = 64
"""Rows in a block: few enough to work out at a key press, enough that ten thousand rows are not many blocks."""

WIDTH = 8
"""Blocks on a shelf: few enough to walk along at a key press, enough that ten thousand rows lie on some twenty shelves."""

MOST_KEPT = 64
"""So many results are kept with a block; all go where there are more, since contexts change."""


FEW = 8
"""Of a block that has more rows than these that the one before had not, all is worked out anew."""


class Block(Generic[T]):
    """Some rows that follow each other, and what has been worked out of them."""

    __slots__ = ("__weakref__", "_before", "_known", "others", "rows", "shelf")

    def __init__(self, rows: Iterable[T], before: "Block[T] | None" = None) -> None:
        self.rows = tuple(rows)
        self._known: dict[tuple[object, ...], Any] = {}
        self._before: Block[T] | None = None
        self.shelf: ref[Shelf[T]] | None = None
        """Where it lies, or lay last."""
        self.others: tuple[int, ...] = ()
        """The numbers (from 0) of the rows that the block before had not."""
        if before is not None and len(before.rows) == len(self.rows):
            self.others = tuple([number for number, row in enumerate(self.rows) if before.rows[number] is not row])
            before._before = None  # else each would keep all that ever stood here
            self._before = before if len(self.others) <= FEW else None

    def of(self, work: Callable[..., V], *given: object) -> V:
        """`work(block, *given)`, worked out once. `work` is one function of a module, and not made anew each time."""
        key = (work, *given)
        known = self._known
        result: V
        if key in known:
            result = known[key]
            return result
        if len(known) >= MOST_KEPT:
            known.clear()
        result = known[key] = work(self, *given)
        return result

    def before(self, work: Callable[..., V], *given: object) -> V | None:
        """What `of` gave for the block that stood here before, where it is known; `others` are the rows that differ."""
        known: V | None = self._before._known.get((work, *given)) if self._before is not None else None
        return known

    def new(self, than: "Block[T] | None") -> list[T]:
        """What another block has not, where this one is known to have come of it; else all."""
        known = than is not None and self._before is than
        return [self.rows[number] for number in self.others] if known else list(self.rows)


class Rows(tuple[T, ...]):
    """The rows of a table, in their blocks. It is a tuple to everyone who does not ask for blocks."""

    blocks: tuple[Block[T], ...]
    shelves: "Block[Shelf[T]]"
    starts: tuple[int, ...]
    """The number (from 0) of the first row of each shelf."""

    @classmethod
    def of(cls, blocks: Iterable[Block[T]]) -> "Rows[T]":
        """The rows of these blocks, in order."""
        kept = tuple([block for block in blocks if block.rows])
        shelves = _together(tuple([_together(kept[at : at + WIDTH]) for at in range(0, len(kept), WIDTH)]))
        inner = [shelf.of(_inner) for shelf in shelves.rows]
        rows = cls(joined([these for these, _ in inner]))
        rows.blocks, rows.shelves = kept, shelves
        rows.starts = tuple(accumulate([len(these) for these, _ in inner[:-1]], initial=0)) if inner else ()
        return rows


Shelf = Block[Block[T]]


def joined(parts: Iterable[Sequence[V]]) -> list[V]:
    """What stands in the parts, one after another."""
    found: list[V] = []
    for part in parts:
        found += part
    return found


def _together(blocks: tuple[Block[T], ...]) -> Shelf[T]:
    """The shelf of these blocks: the same where they lie on one already."""
    lay = next((there for block in blocks if block.shelf is not None and (there := block.shelf()) is not None), None)
    if lay is not None and lay.rows == blocks:
        return lay
    shelf = Block(blocks, lay)
    for block in blocks:
        block.shelf = ref(shelf)
    return shelf


def _inner(shelf: Shelf[T]) -> tuple[tuple[T, ...], tuple[int, ...]]:
    """The rows of all its blocks, and the number (from 0) on the shelf of the first row of each block."""
    starts = accumulate([len(block.rows) for block in shelf.rows[:-1]], initial=0)
    return tuple(joined([block.rows for block in shelf.rows])), tuple(starts)


def blocks_of(rows: Sequence[T]) -> tuple[Block[T], ...]:
    """The blocks of a table's rows; of a plain tuple one block that nothing is kept with."""
    blocks: tuple[Block[T], ...] | None = getattr(rows, "blocks", None)
    return blocks if blocks is not None else (Block(rows),)


def shelves_of(rows: Sequence[T]) -> Iterator[tuple[int, Shelf[T]]]:
    """The shelves of a table's rows, with the number (from 0) of the first row of each; a plain tuple has one, not kept."""
    if isinstance(rows, Rows):
        return zip(rows.starts, rows.shelves.rows, strict=True)
    return iter([(0, Block((Block(rows),)))] if rows else ())


def divided_rows(rows: Sequence[T]) -> Iterator[Block[T]]:
    """New blocks of about the same size."""
    count = -(-len(rows) // SIZE)
    for number in range(count):
        yield Block(rows[len(rows) * number // count : len(rows) * (number + 1) // count])


def each(rows: Sequence[T], work: Callable[..., V], *given: object) -> list[tuple[int, V]]:
    """What is worked out of each block, with the number (from 0) of its first row."""
    return [
        (start + offset, value) for start, shelf in shelves_of(rows) for offset, value in on_shelf(shelf, work, *given)
    ]


def on_shelf(shelf: Shelf[T], work: Callable[..., V], *given: object) -> list[tuple[int, V]]:
    """What is worked out of each block of a shelf, with the number (from 0) on the shelf of its first row."""
    key = (work, *given)
    if len(shelf.rows) == 1:  # as it is in most files
        return [(0, shelf.rows[0].of(work, *given))]
    return [
        (offset, block._known[key] if key in block._known else block.of(work, *given))
        for offset, block in blocks_on(shelf)
    ]


def blocks_on(shelf: Shelf[T]) -> Iterator[tuple[int, Block[T]]]:
    """The blocks of a shelf, with the number (from 0) on the shelf of the first row of each."""
    return zip(shelf.of(_inner)[1], shelf.rows, strict=True)


def length(shelf: Shelf[T]) -> int:
    """How many rows stand on a shelf."""
    return len(shelf.of(_inner)[0])


def by_shelf(rows: Sequence[T], work: Callable[..., V], *given: object) -> list[tuple[int, V]]:
    """`work(shelf, *given)`, worked out once of each shelf, with the number (from 0) of its first row."""
    return [(start, shelf.of(work, *given)) for start, shelf in shelves_of(rows)]


def row_by_row(block: Block[T], work: Callable[..., V], *given: object) -> tuple[V, ...]:
    """`work(row, *given)` of each row of a block; where few rows are new, it is worked out of those alone."""
    return block.of(_row_by_row, work, *given)


def _row_by_row(block: Block[T], work: Callable[..., V], *given: object) -> tuple[V, ...]:
    before: tuple[V, ...] | None = block.before(_row_by_row, work, *given)
    if before is None:
        return tuple([work(row, *given) for row in block.rows])
    return carried_on(block, before, lambda offset: work(block.rows[offset], *given))


def carried_on(block: Block[T], before: tuple[V, ...], work: Callable[[int], V]) -> tuple[V, ...]:
    """What was made of each row of the block before, with what `work` makes of those that are new, by their numbers."""
    found = list(before)
    for offset in block.others:
        found[offset] = work(offset)
    return tuple(found)


def where(rows: Sequence[T], test: Callable[..., object], *given: object) -> list[int]:
    """The numbers (from 0) of the rows that pass `test(row, *given)`. `test` is one function of a module."""
    found: list[int] = []
    for start, offsets in by_shelf(rows, _passing_on_shelf, test, *given):
        if offsets:
            found.extend([start + offset for offset in offsets])
    return found


def some(rows: Sequence[T], test: Callable[..., object], *given: object) -> bool:
    """True where a row passes `test(row, *given)`."""
    return any(offsets for _, offsets in by_shelf(rows, _passing_on_shelf, test, *given))


def _passing_on_shelf(shelf: Shelf[T], test: Callable[..., object], *given: object) -> tuple[int, ...]:
    found = [(start, offsets) for start, offsets in on_shelf(shelf, _passing, test, *given) if offsets]
    return tuple([start + offset for start, offsets in found for offset in offsets])


def _passing(block: Block[T], test: Callable[..., object], *given: object) -> tuple[int, ...]:
    before = block.before(_passing, test, *given)
    if before is None:
        return tuple([offset for offset, row in enumerate(block.rows) if test(row, *given)])
    others = block.others
    found = [offset for offset in before if offset not in others]
    return tuple(sorted(found + [offset for offset in others if test(block.rows[offset], *given)]))


def values(rows: Sequence[T], value: Callable[..., V], *given: object) -> set[V]:
    """The different things that `value(row, *given)` is."""
    return set().union(*[found for _, found in by_shelf(rows, _values_on_shelf, value, *given)])


def _values_on_shelf(shelf: Shelf[T], value: Callable[..., V], *given: object) -> frozenset[V]:
    return frozenset().union(*[found for _, found in on_shelf(shelf, _values, value, *given)])


def _values(block: Block[T], value: Callable[..., V], *given: object) -> frozenset[V]:
    return frozenset(row_by_row(block, value, *given))


def holds(rows: Sequence[T], row: T) -> bool:
    """True where this very row is among them, wherever it stands."""
    return any(id(row) in found for _, found in by_shelf(rows, _values_on_shelf, id))


def first_with(rows: Sequence[T], value: Callable[[T], object], wanted: object) -> int | None:
    """The number (from 0) of the first row of which `value(row)` is this; None where none is."""
    for start, offsets in by_shelf(rows, _first_on_shelf, value):
        if wanted in offsets:
            return start + offsets[wanted]
    return None


def _first_on_shelf(shelf: Shelf[T], value: Callable[[T], object]) -> dict[object, int]:
    found: dict[object, int] = {}
    for start, offsets in reversed(on_shelf(shelf, _first_offsets, value)):
        found.update({one: start + offset for one, offset in offsets.items()})
    return found


def _first_offsets(block: Block[T], value: Callable[[T], object]) -> dict[object, int]:
    return {value(row): offset for offset, row in reversed(list(enumerate(block.rows)))}


def with_row(rows: Sequence[T], index: int, row: T) -> "Rows[T]":
    """The rows with another at one number; the other blocks stay."""
    made, start = [], 0
    for block in blocks_of(rows):
        here = index - start
        if 0 <= here < len(block.rows):
            block = Block((*block.rows[:here], row, *block.rows[here + 1 :]), block)
        made.append(block)
        start += len(block.rows)
    return Rows.of(made)


def with_more(rows: Sequence[T], *more: T) -> "Rows[T]":
    """The rows with others at their end."""
    return Rows.of((*blocks_of(rows), Block(more)))


Seen = tuple[int, frozenset[object]]
"""How many there are of something in a block or on a shelf, and the different ones among them."""


def all_differ(rows: Sequence[T], seen: Callable[..., Seen], *given: object) -> bool:
    """True where no two of what `seen(block, *given)` tells are alike, in one block or in two."""
    if not isinstance(rows, Rows):
        return _differ(seen(Block(rows), *given))
    return rows.shelves.of(_differ_on_all, seen, *given)


def _differ(seen: Seen) -> bool:
    return len(seen[1]) == seen[0]


def _differ_on_all(shelves: Block[Shelf[T]], seen: Callable[..., Seen], *given: object) -> bool:
    """Where all differed before, only what stands in the blocks that are new is looked for among the others."""
    found = [shelf.of(_seen_on_shelf, seen, *given) for shelf in shelves.rows]
    if not all(map(_differ, found)):
        return False
    if not shelves.before(_differ_on_all, seen, *given):
        return _differ((sum([count for count, _ in found]), frozenset[object]().union(*[these for _, these in found])))
    old = shelves._before.rows if shelves._before is not None else ()
    new = [
        (number, block.of(seen, *given)[1])
        for number in shelves.others
        for block in shelves.rows[number].new(old[number])
    ]
    return all(these.isdisjoint(there) for number, these in new for at, (_, there) in enumerate(found) if at != number)


def _seen_on_shelf(shelf: Shelf[T], seen: Callable[..., Seen], *given: object) -> Seen:
    parts = [part for _, part in on_shelf(shelf, seen, *given)]
    return sum([count for count, _ in parts]), frozenset[object]().union(*[these for _, these in parts])
