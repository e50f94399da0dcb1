"""What of a table is as it was when it was read last, so that only the rest is read again."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress
from operator import is_, is_not
from typing import Any

from budjettitui.blocks import Block
from budjettitui.model import Flaw
from budjettitui.values import thing


@thing
class Reread:
    """Some rows of a table as TOML has them, the block that was read from them, and what was wrong in them."""

    items: tuple[object, ...]
    block: Block[Any]
    flaws: tuple[Flaw, ...]
    start: int
    """The number of the first row, from 0: flaws name it."""
    whole: bool = True
    """False where one of them was no table, so that the sums of the whole table are unknown."""

    def at(self, items: Sequence[object], start: int) -> bool:
        """True where the same rows stand there now, so that they would be read the same."""
        if not self.whole or start < 0 or (self.flaws and start != self.start):
            return False
        there = items[start : start + len(self.items)]
        return len(there) == len(self.items) and all(map(is_, self.items, there))


def unchanged(before: Sequence[Reread], were: Sequence[object], items: Sequence[object]) -> list[Reread | range]:
    """The table in its order: the pieces that are as they were, and the numbers of the rows that are to be read again.

    `before` are the pieces that were read of the rows that `were`.

    Where the table has as many rows as before, each piece stays or not by itself, so that one edit at its beginning and one
    at its end leave all between them; else those at its beginning and its end stay.
    """
    if len(were) == len(items):
        return list(_each_by_itself(before, list(compress(range(len(items)), map(is_not, were, items)))))
    head, start = _from_the_top(before, items)
    tail, end = _from_below(before[len(head) :], items, start)
    return [*head, range(start, end), *tail]


def _each_by_itself(before: Sequence[Reread], others: Sequence[int]) -> Iterator[Reread | range]:
    """Each piece, or its rows where one of them is among `others`, the numbers of the rows that are not what they were."""
    start = 0
    for piece in before:
        end = start + len(piece.items)
        stays = piece.whole and (not piece.flaws or start == piece.start)
        if stays and others:
            stays = bisect_left(others, start) == bisect_left(others, end)
        yield piece if stays else range(start, end)
        start = end


def _from_the_top(before: Sequence[Reread], items: Sequence[object]) -> tuple[list[Reread], int]:
    head: list[Reread] = []
    start = 0
    for piece in before:
        if not piece.at(items, start):
            break
        head.append(piece)
        start += len(piece.items)
    return head, start


def _from_below(before: Sequence[Reread], items: Sequence[object], start: int) -> tuple[list[Reread], int]:
    tail: list[Reread] = []
    end = len(items)
    for piece in reversed(before):
        if end - len(piece.items) < start or not piece.at(items, end - len(piece.items)):
            break
        tail.append(piece)
        end -= len(piece.items)
    return tail[::-1], end


def known_rows(pieces: Sequence[Reread]) -> dict[int, Any]:
    """Rows of pieces that are to be read again, by the identity of their TOML values, which the pieces keep alive."""
    return {
        id(item): row
        for piece in pieces
        if piece.whole and not piece.flaws
        for item, row in zip(piece.items, piece.block.rows, strict=True)
    }
