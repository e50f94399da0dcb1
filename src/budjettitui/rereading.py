"""What of a table is as it was when it was read last, so that only the rest is read again."""

from collections.abc import Sequence
from operator import is_
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


def unchanged(before: Sequence[Reread], items: Sequence[object]) -> tuple[list[Reread], list[Reread]]:
    """The pieces at the beginning and at the end of a table that are as they were."""
    head: list[Reread] = []
    start = 0
    for piece in before:
        if not piece.at(items, start):
            break
        head.append(piece)
        start += len(piece.items)
    tail: list[Reread] = []
    end = len(items)
    for piece in reversed(before[len(head) :]):
        if end - len(piece.items) < start or not piece.at(items, end - len(piece.items)):
            break
        tail.append(piece)
        end -= len(piece.items)
    return head, tail[::-1]


def known_rows(pieces: Sequence[Reread]) -> dict[int, Any]:
    """Rows of pieces that are to be read again, by the identity of their TOML values, which the pieces keep alive."""
    return {
        id(item): row
        for piece in pieces
        if piece.whole and not piece.flaws
        for item, row in zip(piece.items, piece.block.rows, strict=True)
    }
