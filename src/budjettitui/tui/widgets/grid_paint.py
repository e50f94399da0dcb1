"""The lines of a grid, drawn from plain strings: nothing in a text is ever read as markup."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from budjettitui.tui.themes import SIGN_ROLES, Looks
from budjettitui.tui.widgets.cells import cells, fit
from budjettitui.tui.widgets.drawn import Piece, length, trimmed
from budjettitui.tui.widgets.field import field, room_for
from budjettitui.tui.widgets.grid_layout import GUTTER, Layout, Slot
from budjettitui.tui.widgets.grid_rows import Cell, Column, GridRow
from budjettitui.tui.widgets.typed_line import TypedLine
from budjettitui.values import frozen

NO_CELL = Cell("", editable=False)


@frozen
class Brush:
    """What every line is drawn with: the looks, the ground style of the widget, the columns, the width."""

    looks: Looks
    base: Style
    layout: Layout
    width: int

    def piece(self, text: str, role: str = "") -> Segment:
        """Safe text in the style of a role."""
        return Segment(text, self.base + self.looks.role(role))

    def line(self, pieces: list[Segment]) -> Strip:
        """Pieces as a line of just the widget's width."""
        return Strip(pieces).adjust_cell_length(self.width, self.base)


def cell_of(row: GridRow, index: int) -> Cell:
    """A row's cell; an empty one that cannot be written where the row is shorter than the table."""
    return row.cells[index] if index < len(row.cells) else NO_CELL


def head_line(brush: Brush, columns: Sequence[Column]) -> Strip:
    """The titles of the columns, with `<` and `>` where there are more of them."""
    pieces = [brush.piece(" " * GUTTER)]
    for number, slot in enumerate(brush.layout.slots):
        if number:
            pieces.append(brush.piece("<" if number == 1 and brush.layout.more_left else " ", "strong"))
        title = fit(columns[slot.index].title, slot.width, brush.looks, right=slot.right)
        pieces.append(brush.piece(title + " " * slot.tail, "dim"))
    line = brush.line(pieces)
    if not brush.layout.more_right:
        return line
    return Strip.join([line.crop(0, brush.width - 1), Strip([brush.piece(">", "strong")])])


def row_line(brush: Brush, row: GridRow, here: bool, column: int | None, marked: range | None = None) -> Strip:
    """One row. `here` puts the pointer into the gutter, `column` has the cursor, `marked` are the selected columns."""
    if row.kind == "blank":
        return Strip.blank(brush.width, brush.base)
    if row.kind == "note":
        text = cell_of(row, 0)
        return brush.line([brush.piece(" "), brush.piece(fit(text.text, brush.width - 1, brush.looks), text.role)])
    if column is not None and row.kind == "add":
        column = 0  # all that such a row has, whichever column the cursor came from
    pieces = _gutter(brush, row, here)
    drawn_to = GUTTER
    for slot in brush.layout.slots:
        if slot.end <= drawn_to:
            continue
        slot = _wide(brush, row, slot, column)
        pieces.append(brush.piece(" " * (slot.x - drawn_to)))
        cell = cell_of(row, slot.index)
        chosen = marked is not None and slot.index in marked and row.kind == "row"
        pieces.extend(_cell(brush, slot, cell, "cursor" if slot.index == column else "selected" if chosen else ""))
        drawn_to = slot.end
    return brush.line(pieces)


def _gutter(brush: Brush, row: GridRow, here: bool) -> list[Segment]:
    pointer = brush.looks.sign("here") if here else " "
    sign = brush.piece(brush.looks.sign(row.sign), SIGN_ROLES.get(row.sign, ""))
    return [brush.piece(pointer, "strong"), sign, brush.piece(" ")]


def _wide(brush: Brush, row: GridRow, slot: Slot, column: int | None) -> Slot:
    """In sums and rows that add, a text goes on over the empty cells behind it; in others where none is written in them."""
    if slot.right or not cell_of(row, slot.index).text:
        return slot
    fits = cells(brush.looks.shown(cell_of(row, slot.index).text)) <= slot.width
    if row.kind == "row" and (fits or (column or 0) > slot.index or not _last_text(row, slot.index)):
        return slot
    end = slot.end
    for later in brush.layout.slots:
        if later.index > slot.index:
            if cell_of(row, later.index).text:
                break
            end = later.end
    return Slot(slot.index, slot.x, end - slot.x, 0, right=False)


def _last_text(row: GridRow, at: int) -> bool:
    """True where nothing is written in a cell, and nothing stands or can be written in those behind it."""
    return not row.cells[at].editable and not any(one.text or one.editable for one in row.cells[at + 1 :])


def _cell(brush: Brush, slot: Slot, cell: Cell, over: str) -> list[Segment]:
    if cell.pieces and not over:
        pieces = trimmed([Piece(*piece) for piece in cell.pieces], slot.width, brush.looks)
        blanks = " " * (slot.width - length(pieces))
        return [*(brush.piece(piece.text, piece.role) for piece in pieces), brush.piece(blanks)]
    text = fit(cell.text, slot.width, brush.looks, right=slot.right)
    role = over or cell.role
    marks = fit(cell.marks, slot.tail, brush.looks)
    return [brush.piece(text, role), brush.piece(marks, cell.role or "dim")]


def edit_line(brush: Brush, line: Strip, slot: Slot, typed: TypedLine) -> Strip:
    """A row's line with the cell that is being typed laid over it; it grows over its neighbours where it must."""
    needed = room_for(typed, brush.looks, brush.width)
    start, end = slot.x, min(slot.x + slot.width, brush.width)
    if slot.right:
        start = max(GUTTER, min(start, end - needed))
    else:
        end = min(brush.width, max(end, start + needed))
    pieces = field(typed, max(1, end - start), brush.looks, right=slot.right)
    laid_over = Strip([brush.piece(piece.text, piece.role) for piece in pieces])
    return Strip.join([line.crop(0, start), laid_over, line.crop(end, brush.width)])
