"""The table that all pages use: rows made as they are seen, cells edited in place, one line painted per key.

Drawn on Textual's line API; why not DataTable stands in docs/decisions/003. The grid knows strings and keys alone: what
a text means, whether it may be kept and what follows from it is the page's to say, by way of the messages.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from budjettitui.tui.themes import looks_of
from budjettitui.tui.widgets import grid_press, grid_says, grid_select
from budjettitui.tui.widgets.grid_course import Spot
from budjettitui.tui.widgets.grid_keys import own_key, taken
from budjettitui.tui.widgets.grid_paint import Brush, edit_line, head_line, row_line
from budjettitui.tui.widgets.grid_pointer import Pointer
from budjettitui.tui.widgets.grid_rows import Cell, Column, GridRow, Rows
from budjettitui.tui.widgets.grid_sheet import GridSheet
from budjettitui.tui.widgets.ground import Grounded
from budjettitui.tui.widgets.typed_line import TypedLine

__all__ = ["Cell", "Column", "Grid", "GridRow", "Rows"]


class Grid(ScrollView, Grounded, can_focus=True, inherit_bindings=False):
    """A table with a cursor and a cell editor, under a head that stays."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = "Grid { overflow-x: hidden; overflow-y: auto; scrollbar-size: 0 0; height: 1fr; }"

    clicks_to_add: ClassVar[int] = 2
    """Clicks that open a row of the kind `add`; any other cell opens at the second."""

    Moved = grid_says.Moved
    Began = grid_says.Began
    Typed = grid_says.Typed
    Kept = grid_says.Kept
    Turned = grid_says.Turned
    PutBack = grid_says.PutBack
    Opened = grid_says.Opened
    Emptied = grid_says.Emptied
    Pasted = grid_says.Pasted
    NotEditable = grid_says.NotEditable
    HeadClicked = grid_says.HeadClicked
    Pointed = grid_says.Pointed
    Dragged = grid_says.Dragged

    def __init__(self, *, id: str | None = None, classes: str | None = None, by_rows: bool = False) -> None:
        super().__init__(id=id, classes=classes)
        self.by_rows = by_rows
        self.sheet = GridSheet()
        self.after_finish: Spot | None = None
        self.pointer = Pointer(self)

    def show(self, columns: Sequence[Column], rows: Rows, *, keep: bool = True) -> None:
        """Show another table, or the same one anew. Only the rows that are seen are made, and those that differ painted."""
        top, height = self.scroll_offset.y, self.size.height - 1
        before = self.sheet.picture(top, height, make=False)
        self.sheet.fill(columns, rows, keep)
        self.virtual_size = Size(1, len(rows) + 1)
        self._reveal()
        differing = self.sheet.picture(top, height, make=True).differing(before)
        if differing is None:
            self.refresh()
        for number in differing or ():
            self.repaint(number)

    def refresh_row(self, index: int) -> None:
        """Make one row anew and paint its line."""
        self.sheet.forget(index)
        self.repaint(index)

    @property
    def cursor(self) -> Spot:
        """Row and column of the cursor, from 0."""
        return self.sheet.spot

    def move_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell, or on the nearest that it may stand on. Not while a cell is being typed."""
        course = self.sheet.course(1)
        spot = course.near(row), course.column(column)
        if self.editing or spot == self.sheet.spot:
            return
        before, self.sheet.spot = self.sheet.spot, spot
        self.repaint(before[0])
        self.repaint(spot[0])
        self._reveal()
        if self.sheet.anchor is not None:
            self.refresh()
        grid_press.say(self, self.Moved)

    def step(self, move: str) -> None:
        """Move the cursor by the name of a movement (`grid_course.MOVES`); `next` and `previous` go over row ends."""
        self.move_to(*self.sheet.course(max(1, self.size.height - 2)).moved(self.sheet.spot, move))

    def begin(self, text: str | None = None) -> bool:
        """Start editing the cell under the cursor, with its present text or with another; False if it cannot be."""
        if self.editing or not self.sheet.may_write():
            return False
        cell = self.sheet.cell()
        shown = text if text is not None else cell.text if cell.source is None else cell.source
        self.sheet.line = TypedLine.ending(shown)
        self.repaint(self.sheet.spot[0])
        grid_press.say(self, self.Began, text=shown)
        return True

    @property
    def editing(self) -> bool:
        """True while a cell is being typed."""
        return self.sheet.line is not None

    def finish(self, step: str = "stay") -> None:
        """Leave the edit, dropping what was typed (the page has applied it); then go on, or to where a click was."""
        after, self.after_finish, self.sheet.line = self.after_finish, None, None
        self.refresh_row(self.sheet.spot[0])
        if self.sheet.anchor is not None:
            step = "stay"
            grid_select.unselect(self)
        if after is not None:
            self.move_to(*after)
        else:
            self.step({"right": "next", "left": "previous"}.get(step, step))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region, after the columns were made wide enough for what is seen."""
        self._measure()
        return super().render_lines(crop)

    def _measure(self) -> None:
        """Make the columns wide enough for what is seen, and draw all anew where one of them moves for it."""
        top = self.scroll_offset.y
        seen = range(top, min(len(self.sheet.rows), top + self.size.height - 1))
        if self.sheet.measure(seen, looks_of(self.app), self.size.width):
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line: the head, or the row that is scrolled to there."""
        width, row = self.size.width, self.scroll_offset.y + y - 1
        looks, base, _ = self.ground
        brush = Brush(looks, base, self.sheet.layout(width), width)
        if y == 0:
            return head_line(brush, self.sheet.columns)
        if row >= len(self.sheet.rows):
            return Strip.blank(width, brush.base)
        here, column = row == self.sheet.spot[0], self.sheet.spot[1]
        rows, columns = self.sheet.selection
        marked = columns if self.sheet.anchor is not None and row in rows else None
        line = row_line(brush, self.sheet.row(row), here, column if here and self.has_focus else None, marked)
        slot = brush.layout.slot(column)
        if here and self.sheet.line is not None and slot is not None:
            return edit_line(brush, line, slot, self.sheet.line)
        return line

    def on_key(self, event: events.Key) -> None:
        """Take the keys that are the grid's own; all others go on to the page and the app."""
        event.stop()
        if not self.check_consume_key(event.key, event.character):
            self.app.post_message(event)  # whose bindings they are: what lies between has no keys of its own
            return
        event.prevent_default()
        if self.editing:
            grid_press.key_in_edit(self, event.key, event.character)
        else:
            grid_press.key_on_table(self, own_key(self.app, event.key, event.character), event.character)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """True of the keys that no binding of the page or the app may have; while typing, all that write."""
        own = key if self.editing else own_key(self.app, key, character)
        return bool(own) and taken(own, character, self.editing)

    def on_paste(self, event: events.Paste) -> None:
        """A paste goes into the cell being typed, or to the page."""
        event.stop()
        event.prevent_default()
        grid_press.paste(self, event.text)

    def on_click(self, event: events.Click) -> None:
        """A click goes to a cell or opens it."""
        event.stop()
        self.pointer.clicked(event)

    @on(events.MouseDown)
    @on(events.MouseMove)
    @on(events.MouseUp)
    def follow_mouse(self, event: events.MouseEvent) -> None:
        """A drag selects, or moves a line."""
        self.pointer.took(event)

    def on_resize(self) -> None:
        """Keep the cursor in view when the window changes, and no row above it hidden where there is room for it."""
        most = max(0, len(self.sheet.rows) + 1 - self.size.height)
        if self.scroll_offset.y > most:
            self.scroll_to(y=most, animate=False, force=True)
        self._reveal()
        self.refresh()

    def repaint(self, row: int) -> None:
        """Have one row's line painted; nothing where it is not seen."""
        y = row + 1 - self.scroll_offset.y
        if 0 < y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def _reveal(self) -> None:
        """Scroll until the cursor is seen, and from the last row that it may stand on the sums below it."""
        height, (row, _), top = self.size.height - 1, self.sheet.spot, self.scroll_offset.y
        lowest = min(row, self.sheet.seen_with(row) - height + 1)
        if height > 0 and not lowest <= top <= row:
            self.scroll_to(y=row if row < top else max(lowest, 0), animate=False, force=True)
            self._measure()  # before it is drawn, since a picture that finds a column too narrow is drawn a second time
        if self.size.width and self.sheet.reveal(self.size.width):
            self.refresh()
