"""Which columns of a grid stand where: fixed widths, flexible ones, and sideways scrolling by whole columns."""

from collections.abc import Sequence

from budjettitui.tui.widgets.cells import cells
from budjettitui.tui.widgets.grid_rows import Column
from budjettitui.values import frozen

GUTTER = 3
"""Cells before the first column: where you are, the gravest sign, a blank."""

APART = 2
"""Cells that stay before the longest figure of such a column: a blank alone parts the thousands of one figure."""


@frozen
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


@frozen
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
    """The columns within `room` cells; where they do not fit, the first and those from number `first` on.

    `needed` is what the texts seen in each column take. A figure always gets it; of a text that is cut, as much as others
    can give away is shown.
    """
    widths = _widths(columns, needed, room)
    if widths is not None:
        return Layout(_slots(columns, widths, range(len(columns)), room))
    first = max(1, min(first, len(columns) - 1))
    slots = _sideways(columns, needed, room, first)
    if slots and slots[-1].index < len(columns) - 1 and slots[-1].right and not slots[-1].tail:
        slots = _sideways(columns, needed, room - 1, first)  # the sign for more stands where its head would end
    last = slots[-1].index if slots else 0
    return Layout(slots, more_left=first > 1, more_right=last < len(columns) - 1)


def first_for(columns: Sequence[Column], needed: Sequence[int], room: int, first: int, index: int) -> int:
    """The number to scroll sideways to, so that a column is seen; the same number where it is seen already."""
    if 0 < index < first:
        return index
    while first < index and lay_out(columns, needed, room, first).slot(index) is None:
        first += 1
    return first


def _sideways(columns: Sequence[Column], needed: Sequence[int], room: int, first: int) -> tuple[Slot, ...]:
    """The first column and those from a number on, as many as fit."""
    least = [_floor(column, need) for column, need in zip(columns, needed, strict=True)]
    order = [0, *range(first, len(columns))]
    slots = _slots(columns, least, order, room)
    spare, seen = room - slots[-1].end if slots else 0, [slot.index for slot in slots]
    if spare <= 0:
        return slots
    flexible = [index for index in seen if columns[index].width is None]
    return _slots(columns, _grown(columns, least, needed, seen, flexible, spare), order, room)


def _least(column: Column, need: int) -> int:
    wanted = column.least if column.width is None else column.width
    return max(wanted, need) if column.right else wanted


def _floor(column: Column, need: int) -> int:
    """What a column keeps where others have texts that are cut: room for its head and for what is seen in it."""
    least = _least(column, need)
    if not column.gives:
        return least
    title = cells(column.title)
    return min(least, max(title, need + APART, column.least) if column.right else max(title, need) + 1)


def _widths(columns: Sequence[Column], needed: Sequence[int], room: int) -> list[int] | None:
    """All widths, with what is left shared by the texts that are cut, then by the flexible columns; None where not all
    of them fit.

    What has no cells for marks behind it keeps a blank at the right edge where there is one left, as what has marks does.
    """
    pairs = list(zip(columns, needed, strict=True))
    widths = [_least(*pair) for pair in pairs]
    left = room - GUTTER - sum(widths) - sum(column.tail for column in columns) - max(0, len(columns) - 1)
    lacking = sum(_lack(column, need, width) for (column, need), width in zip(pairs, widths, strict=True))
    bare = bool(columns) and columns[-1].tail == 0
    left += _given(widths, [_floor(*pair) for pair in pairs], lacking + bare - left)
    if left < 0:
        return None
    flexible = [number for number, column in enumerate(columns) if column.width is None]
    if not flexible:
        return widths
    return _grown(columns, widths, needed, range(len(columns)), flexible, left - (1 if bare and left > 0 else 0))


def _lack(column: Column, need: int, width: int) -> int:
    """The cells by which texts of a column are cut."""
    return 0 if column.right else max(0, need - width)


def _given(widths: list[int], floors: Sequence[int], most: int) -> int:
    """Up to so many cells taken from the columns that have most to give; how many they were."""
    given = 0
    while given < most:
        spare = [width - floor for width, floor in zip(widths, floors, strict=True)]
        richest = spare.index(max(spare))
        if spare[richest] <= 0:
            break
        widths[richest] -= 1
        given += 1
    return given


def _grown(columns: Sequence[Column], widths: Sequence[int], needed: Sequence[int], seen: Sequence[int],
           flexible: Sequence[int], left: int) -> list[int]:  # fmt: skip
    """The columns that are seen, with so many cells more: one each in turn where texts are cut, then the flexible ones."""
    result = list(widths)
    while left > 0:
        lacking = [at for at in seen if _lack(columns[at], needed[at], result[at])]
        if not lacking:
            break
        for at in lacking[:left]:
            result[at] += 1
        left -= len(lacking[:left])
    return _shared(result, flexible, left) if flexible else result


def _shared(widths: list[int], flexible: Sequence[int], left: int) -> list[int]:
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
