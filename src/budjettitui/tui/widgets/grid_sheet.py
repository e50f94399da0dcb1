"""What a grid holds between two keys: the table, the cursor, the cell being typed. Knows nothing of the screen."""

from collections.abc import Iterable, Mapping, Sequence

from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.cells import cells
from budjettitui.tui.widgets.grid_course import Course, Spot
from budjettitui.tui.widgets.grid_layout import Layout, first_for, lay_out
from budjettitui.tui.widgets.grid_paint import NO_CELL, cell_of
from budjettitui.tui.widgets.grid_rows import Cell, Column, GridRow, Rows, place_of
from budjettitui.tui.widgets.typed_line import TypedLine
from budjettitui.values import frozen

REMEMBERED = 400
"""Rows kept after they were made; beyond that all are forgotten and made again as they are seen."""

SUMS = 30
"""Rows below the last that the cursor may stand on, at most: sums, sentences, blank lines."""

MEASURED = 200
"""Signs of a text that are measured: no column gets wider."""


@frozen
class Picture:
    """What is seen of a sheet: its rows by their numbers, those that the cursor marks, and what all of them stand in."""

    rows: Mapping[int, GridRow | None]
    marked: tuple[Spot, TypedLine | None]
    frame: tuple[object, ...]

    def differing(self, before: "Picture") -> set[int] | None:
        """The numbers of the rows that are drawn otherwise than before; None where all is to be drawn."""
        if self.frame != before.frame:
            return None
        found = {number for number, row in self.rows.items() if row != before.rows.get(number)}
        return found if self.marked == before.marked else found | {self.marked[0][0], before.marked[0][0]}


class GridSheet:
    """A table that is looked at row by row. Sideways it is scrolled to column number `first`."""

    def __init__(self) -> None:
        self.columns: tuple[Column, ...] = ()
        self.rows: Rows = ()
        self.spot: Spot = (0, 0)
        self.line: TypedLine | None = None
        self.anchor: Spot | None = None
        self.sticky = False
        self.first = 1
        self.needed: list[int] = []
        self._made: dict[int, GridRow] = {}
        self._measured: dict[int, GridRow] = {}
        self._laid_out: tuple[object, Layout] = (None, Layout(()))

    def fill(self, columns: Sequence[Column], rows: Rows, keep: bool) -> None:
        """Another table. The cursor stays on its row and column by key, else by number; an edit ends with its row."""
        row, column = self.spot
        key = self.row(row).key if keep and row < len(self.rows) else None
        if tuple(columns) != self.columns:
            column = self._column_in(columns, column)
            if self.anchor is not None:
                self.anchor = self.anchor[0], self._column_in(columns, self.anchor[1])
            self.columns, self.needed, self.first = tuple(columns), [0] * len(columns), 1
        self.rows, self._made, self._measured = rows, {}, {}
        found = place_of(key, rows, row) if key is not None else None
        if found is None:
            self.line = None
        if found != row or not keep:
            self.anchor = None
        course = self.course(1)
        wanted = found if found is not None else (row if keep else 0)
        self.spot = course.near(wanted), course.column(column if keep else 0)

    def _column_in(self, columns: Sequence[Column], number: int) -> int:
        """Where a column of now is among others: by its key, else where it is folded into, or what was folded in it."""
        if number >= len(self.columns):
            return number
        old = self.columns[number]
        same = [at for at, one in enumerate(columns) if one.key == old.key]
        folded = [at for at, one in enumerate(columns) if old.key in one.folds or one.key in old.folds]
        return next(iter((*same, *folded)), number)

    def row(self, number: int) -> GridRow:
        """A row, made when it is first asked for."""
        made = self._made.get(number)
        if made is None:
            if len(self._made) >= REMEMBERED:
                self._made.clear()
                self._measured.clear()
            made = self._made[number] = self.rows[number]
        return made

    def picture(self, top: int, height: int, *, make: bool) -> Picture:
        """So many rows from one on; without making any, since one that was not made was not drawn either."""
        seen = range(top, min(len(self.rows), top + height))
        rows = {number: self.row(number) if make else self._made.get(number) for number in seen}
        frame = (self.columns, tuple(self.needed), self.first, self.anchor, len(self.rows), top, height)
        return Picture(rows, (self.spot, self.line), frame)

    def forget(self, number: int | None = None) -> None:
        """Have a row made anew when it is next seen; without a number, all of them."""
        if number is None:
            self._made.clear()
        else:
            self._made.pop(number, None)

    def cell(self) -> Cell:
        """The cell under the cursor."""
        row, column = self.spot
        return cell_of(self.row(row), column) if row < len(self.rows) else NO_CELL

    @property
    def selection(self) -> tuple[range, range]:
        """The rows and columns between where selecting began and the cursor, both counted in."""
        (row, column), (from_row, from_column) = self.spot, self.anchor or self.spot
        rows = range(min(row, from_row), min(max(row, from_row) + 1, max(len(self.rows), 1)))
        return rows, range(min(column, from_column), max(column, from_column) + 1)

    @property
    def typed_text(self) -> str:
        """What was typed so far; nothing where no cell is being typed."""
        return self.line.text if self.line is not None else ""

    def may_write(self) -> bool:
        """True where the cell under the cursor can be edited."""
        row = self.spot[0]
        return row < len(self.rows) and self.row(row).kind != "add" and self.cell().editable

    def course(self, page: int) -> Course:
        """Where the cursor may go, with so many rows to a page."""
        return Course(len(self.rows), len(self.columns), page, lambda number: self.row(number).selectable)

    def seen_with(self, row: int) -> int:
        """The last row that is to be seen with one: the last sum below it, where the cursor can go no further."""
        below = range(row + 1, len(self.rows))
        if len(below) > SUMS or any(self.row(number).selectable for number in below):
            return row
        return max((number for number in below if self.row(number).kind == "sum"), default=row)

    def measure(self, numbers: Iterable[int], looks: Looks, width: int) -> bool:
        """Learn how wide the texts are that are seen, since a number is never cut; True if columns move for it."""
        before = self.layout(width)
        for number in numbers:
            row = self.row(number)
            if self._measured.get(number) is row:
                continue
            self._measured[number] = row
            for index, cell in enumerate(row.cells[: len(self.columns)]):
                if row.kind == "row" or self.columns[index].right:  # in other rows a text goes on over empty cells
                    self.needed[index] = max(self.needed[index], cells(looks.shown(cell.text[:MEASURED])))
        return self.layout(width) != before

    def layout(self, width: int) -> Layout:
        """The columns within so many cells."""
        asked = (self.columns, tuple(self.needed), self.first, width)
        if self._laid_out[0] != asked:
            self._laid_out = asked, lay_out(self.columns, self.needed, width, self.first)
        return self._laid_out[1]

    def reveal(self, width: int) -> bool:
        """Scroll sideways until the cursor's column is seen; True where that moved anything."""
        before = self.first
        self.first = first_for(self.columns, self.needed, width, before, self.spot[1]) if self.columns else 1
        return self.first != before
