"""The mouse on a grid: a click goes to a cell, a drag selects cells or moves a line, other buttons are told."""

from typing import TYPE_CHECKING

from textual import events

from budjettitui.tui.widgets import grid_says
from budjettitui.tui.widgets.grid_course import Spot
from budjettitui.tui.widgets.grid_layout import GUTTER
from budjettitui.tui.widgets.grid_press import open_cell, say, spot_at
from budjettitui.tui.widgets.grid_select import unselect

if TYPE_CHECKING:
    from budjettitui.tui.widgets.grid import Grid

LEFT, MIDDLE, RIGHT = 1, 2, 3
"""The buttons as terminals number them."""

SIGN_AT = 1
"""The cell of the gutter that has the gravest sign of the row."""


class Pointer:
    """Follows one press of the left button from where it went down to where it is let go."""

    def __init__(self, grid: "Grid") -> None:
        self.grid = grid
        self.pressed: Spot | None = None
        self.in_gutter = False
        self.dragged = False

    def took(self, event: events.MouseEvent) -> None:
        """A button down, the mouse moved, a button up."""
        if isinstance(event, events.MouseDown):
            self._down(event)
        elif isinstance(event, events.MouseMove) and self.pressed is not None:
            self._move(event)
        elif isinstance(event, events.MouseUp):
            self._up(event)

    def _down(self, event: events.MouseDown) -> None:
        self.dragged = False
        row, column = spot_at(self.grid, event.x, event.y)
        good = event.button == LEFT and 0 <= row < len(self.grid.sheet.rows) and not self.grid.editing
        self.pressed = (row, column) if good and self.grid.sheet.row(row).selectable else None
        self.in_gutter = event.x < GUTTER

    def _move(self, event: events.MouseMove) -> None:
        if not event.button or self.pressed is None or self.grid.editing:
            self._end()
            return
        to = self._spot(event)
        if to == self.pressed and not self.dragged:
            return
        if not self.dragged:
            self.dragged = True
            self.grid.capture_mouse()
        if self.in_gutter:
            self.grid.post_message(grid_says.Dragged(self.grid, *self.pressed, to=to[0], done=False))
            return
        if self.grid.sheet.anchor is None:
            self.grid.move_to(*self.pressed)
            self.grid.sheet.anchor, self.grid.sheet.sticky = self.grid.sheet.spot, False
        self.grid.move_to(*to)

    def _up(self, event: events.MouseUp) -> None:
        if self.dragged and self.in_gutter and self.pressed is not None:
            to = self._spot(event)[0]
            self.grid.post_message(grid_says.Dragged(self.grid, *self.pressed, to=to, done=True))
        self._end()

    def _end(self) -> None:
        self.pressed = None
        self.grid.release_mouse()

    def _spot(self, event: events.MouseEvent) -> Spot:
        """The cell under the mouse; above and below the rows that are seen, one row further."""
        row, column = spot_at(self.grid, event.x, max(1, min(event.y, self.grid.size.height)))
        row -= event.y < 1
        return max(0, min(row, len(self.grid.sheet.rows) - 1)), column

    def clicked(self, event: events.Click) -> None:
        """A click that was no drag."""
        if self.dragged:
            self.dragged = False
            return
        row, column = spot_at(self.grid, event.x, event.y)
        if event.button == RIGHT:
            self._told(event, row, column, "menu")
        elif event.button == MIDDLE:
            self._told(event, row, column, "paste")
        elif row < 0:
            self.grid.post_message(grid_says.HeadClicked(self.grid, row, column))
        elif row < len(self.grid.sheet.rows) and self.grid.sheet.row(row).selectable:
            self._left(event, row, column)

    def _left(self, event: events.Click, row: int, column: int) -> None:
        """Go there, open it at the second click, what adds a row at the first; what is being typed is kept before that."""
        grid = self.grid
        if grid.editing:
            if (row, column) != grid.cursor:
                grid.after_finish = (row, column)
                say(grid, grid.Kept, text=grid.sheet.typed_text, step="stay")
            return
        if grid.sheet.anchor is not None:
            unselect(grid)
        grid.move_to(row, column)
        if event.x == SIGN_AT and grid.sheet.row(row).sign:
            self._told(event, row, column, "sign")
        elif event.chain == (grid.clicks_to_add if grid.sheet.row(row).kind == "add" else 2):
            open_cell(grid)

    def _told(self, event: events.Click, row: int, column: int, what: grid_says.Pointing) -> None:
        """Tell the page; the cursor goes there first, but not out of what is selected."""
        grid = self.grid
        rows, columns = grid.sheet.selection
        inside = grid.sheet.anchor is not None and row in rows and column in columns
        if 0 <= row < len(grid.sheet.rows) and not grid.editing and not inside:
            if grid.sheet.anchor is not None:
                unselect(grid)
            grid.move_to(row, column)
        grid.post_message(grid_says.Pointed(grid, *grid.cursor, what, event.screen_x, event.screen_y))
