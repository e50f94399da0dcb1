"""Which columns of a grid stand where: fixed widths, flexible ones, and sideways scrolling by whole columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from budjettitui.tui.widgets.grid_rows import Column

GUTTER = 3
"""Cells before the first column: where you are, the gravest sign, a blank."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A column as it is drawn: from cell `x`, `width` cells of text, then its marks."""

    index: int
    x: int
    width: int
    tail: int
    right: bool

    @property
    def end(self) -> int:
        """The cell behind it."""
        return self.x + self.width + self.tail


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns that are seen, and whether there are more on either side."""

    slots: tuple[Slot, ...]
    more_left: bool = False
    more_right: bool = False

    def slot(self, index: int) -> Slot | None:
        """Where a column is drawn, if it is."""
        return next((slot for slot in self.slots if slot.index == index), None)

    def column_at(self, x: int) -> int:
        """The column that a cell of the line belongs to; the nearest one for a gap."""
        seen = [slot.index for slot in self.slots if slot.x <= max(x, GUTTER)]
        return seen[-1] if seen else 0


def lay_out(columns: Sequence[Column], needed: Sequence[int], room: int, first: int = 1) -> Layout:
    """The columns within `room` cells; where they do not fit, the first and those from number `first` on."""
    widths = _widths(columns, needed, room)
    if widths is not None:
        return Layout(_slots(columns, widths, range(len(columns)), room))
    least = [_least(column, need) for column, need in zip(columns, needed, strict=True)]
    first = max(1, min(first, len(columns) - 1))
    order = [0, *range(first, len(columns))]
    slots = _slots(columns, least, order, room)
    spare = room - slots[-1].end if slots else 0
    flexible = [slot.index for slot in slots if columns[slot.index].width is None]
    if spare > 0 and flexible:
        slots = _slots(columns, _shared(least, flexible, spare), order, room)
    seen = slots[-1].index if slots else 0
    return Layout(slots, more_left=first > 1, more_right=seen < len(columns) - 1)


def first_for(columns: Sequence[Column], needed: Sequence[int], room: int, first: int, index: int) -> int:
    """The number to scroll sideways to, so that a column is seen; the same number where it is seen already."""
    if 0 < index < first:
        return index
    while first < index and lay_out(columns, needed, room, first).slot(index) is None:
        first += 1
    return first


def _least(column: Column, need: int) -> int:
    return max(column.least if column.width is None else column.width, need)


def _widths(columns: Sequence[Column], needed: Sequence[int], room: int) -> list[int] | None:
    """All widths, with what is left shared by the flexible columns; None where not all of them fit.

    Figures without marks keep a blank to their right where there is one left, as those with marks have it.
    """
    widths = [_least(column, need) for column, need in zip(columns, needed, strict=True)]
    left = room - GUTTER - sum(widths) - sum(column.tail for column in columns) - max(0, len(columns) - 1)
    if left < 0:
        return None
    flexible = [number for number, column in enumerate(columns) if column.width is None]
    bare = bool(columns) and columns[-1].right and columns[-1].tail == 0
    margin = 1 if bare and left > 0 else 0
    return _shared(widths, flexible, left - margin) if flexible else widths


def _shared(widths: list[int], flexible: list[int], left: int) -> list[int]:
    """The flexible columns made as equal as their least widths allow."""
    result = list(widths)
    for _ in range(left):
        narrowest = min(flexible, key=lambda number: result[number])
        result[narrowest] += 1
    return result


def _slots(columns: Sequence[Column], widths: Sequence[int], order: Sequence[int], room: int) -> tuple[Slot, ...]:
    """The columns one behind the other, a blank between, as long as they fit whole; two are always tried."""
    slots: list[Slot] = []
    x = GUTTER
    for index in order:
        column = columns[index]
        slot = Slot(index, x, widths[index], column.tail, column.right)
        if slot.end > room and len(slots) >= 2:
            break
        slots.append(slot)
        x = slot.end + 1
    return tuple(slots)
