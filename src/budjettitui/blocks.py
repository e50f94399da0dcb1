"""Rows in blocks: what is worked out of a block is kept with it, so that an edit works one block out anew.

A budget of ten thousand lines is added up, grouped and judged at every key press (docs/decisions/007). Its rows stand in
blocks of some dozens that stay the same value from one edit to the next wherever no row of theirs has changed. Whatever is
a function of a block's rows, and of nothing else that is not named, is worked out once for the block.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Any, Generic, TypeVar

T = TypeVar("T")
V = TypeVar("V")

SIZE = 64
"""Rows in a block: few enough to work out at a key press, enough that ten thousand rows are not many blocks."""

MOST_KEPT = 64
"""So many results are kept with a block; all go where there are more, since contexts change."""


FEW = 8
"""Of a block that has more rows than these that the one before had not, all is worked out anew."""


class Block(Generic[T]):
    """Some rows that follow each other, and what has been worked out of them."""

    __slots__ = ("_before", "_known", "others", "rows")

    def __init__(self, rows: Iterable[T], before: "Block[T] | None" = None) -> None:
        self.rows = tuple(rows)
        self._known: dict[tuple[object, ...], Any] = {}
        self._before: Block[T] | None = None
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


class Rows(tuple[T, ...]):
    """The rows of a table, in their blocks. It is a tuple to everyone who does not ask for blocks."""

    blocks: tuple[Block[T], ...]
    starts: tuple[int, ...]
    """The number (from 0) of the first row of each block."""

    @classmethod
    def of(cls, blocks: Iterable[Block[T]]) -> "Rows[T]":
        """The rows of these blocks, in order."""
        kept = tuple(block for block in blocks if block.rows)
        rows = cls(chain.from_iterable(block.rows for block in kept))
        rows.blocks = kept
        rows.starts = tuple(accumulate([len(block.rows) for block in kept[:-1]], initial=0)) if kept else ()
        return rows


def blocks_of(rows: Sequence[T]) -> tuple[Block[T], ...]:
    """The blocks of a table's rows; of a plain tuple one block that nothing is kept with."""
    blocks: tuple[Block[T], ...] | None = getattr(rows, "blocks", None)
    return blocks if blocks is not None else (Block(rows),)


def starts_of(rows: Sequence[T]) -> tuple[int, ...]:
    """The number (from 0) of the first row of each of these blocks."""
    starts: tuple[int, ...] | None = getattr(rows, "starts", None)
    return starts if starts is not None else (0,)


def divided_rows(rows: Sequence[T]) -> Iterator[Block[T]]:
    """New blocks of about the same size."""
    count = -(-len(rows) // SIZE)
    for number in range(count):
        yield Block(rows[len(rows) * number // count : len(rows) * (number + 1) // count])


def each(rows: Sequence[T], work: Callable[..., V], *given: object) -> list[tuple[int, V]]:
    """What is worked out of each block, with the number (from 0) of its first row."""
    key = (work, *given)  # a call for each of some hundred blocks would cost more than the rest
    return [
        (start, block._known[key] if key in block._known else block.of(work, *given))
        for start, block in zip(starts_of(rows), blocks_of(rows), strict=True)
    ]


def where(rows: Sequence[T], test: Callable[..., object], *given: object) -> list[int]:
    """The numbers (from 0) of the rows that pass `test(row, *given)`. `test` is one function of a module."""
    found: list[int] = []
    for start, offsets in each(rows, _passing, test, *given):
        if offsets:
            found.extend([start + offset for offset in offsets])
    return found


def some(rows: Sequence[T], test: Callable[..., object], *given: object) -> bool:
    """True where a row passes `test(row, *given)`."""
    return any(offsets for _, offsets in each(rows, _passing, test, *given))


def _passing(block: Block[T], test: Callable[..., object], *given: object) -> tuple[int, ...]:
    before = block.before(_passing, test, *given)
    if before is None:
        return tuple([offset for offset, row in enumerate(block.rows) if test(row, *given)])
    others = block.others
    found = [offset for offset in before if offset not in others]
    return tuple(sorted(found + [offset for offset in others if test(block.rows[offset], *given)]))


def values(rows: Sequence[T], value: Callable[..., V], *given: object) -> set[V]:
    """The different things that `value(row, *given)` is."""
    return set().union(*[block.of(_values, value, *given) for block in blocks_of(rows)])


def _values(block: Block[T], value: Callable[..., V], *given: object) -> frozenset[V]:
    return frozenset([value(row, *given) for row in block.rows])


def first_with(rows: Sequence[T], value: Callable[[T], object], wanted: object) -> int | None:
    """The number (from 0) of the first row of which `value(row)` is this; None where none is."""
    for start, offsets in each(rows, _first_offsets, value):
        if wanted in offsets:
            return start + offsets[wanted]
    return None


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
