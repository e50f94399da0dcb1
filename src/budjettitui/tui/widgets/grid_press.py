"""What keys and pastes do to a grid."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from budjettitui.tui.widgets import grid_select
from budjettitui.tui.widgets.grid_course import Spot
from budjettitui.tui.widgets.grid_keys import (
    EMPTY_KEYS,
    KEEP_KEYS,
    LEAVE_KEYS,
    LINE_KEYS,
    MOVE_KEYS,
    OPEN_KEYS,
    SELECT_KEYS,
    TURN_KEYS,
    writes,
)
from budjettitui.tui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from budjettitui.tui.widgets.grid import Grid


WHOLE_ROWS = {"first": "top", "last": "bottom"}
"""Where rows are gone through whole, the keys to the ends of a row lead to the ends of the list."""


def say(grid: "Grid", message: Callable[..., Message], **more: object) -> None:
    """Have a grid post one of its messages about the cell under its cursor."""
    row, column = grid.cursor
    grid.post_message(message(grid, row, column, **more))


def retype(grid: "Grid", line: TypedLine) -> None:
    """Put another text or caret into the cell being typed."""
    before, grid.sheet.line = grid.sheet.typed_text, line
    grid.repaint(grid.cursor[0])
    if line.text != before:
        say(grid, grid.Typed, text=line.text)


def spot_at(grid: "Grid", x: int, y: int) -> Spot:
    """The cell that is drawn at a place of a grid; row -1 is the head."""
    row = grid.scroll_offset.y + y - 1 if y else -1
    return row, grid.sheet.layout(grid.size.width).column_at(x)


def key_on_table(grid: "Grid", key: str, character: str | None) -> None:
    """A key that the grid takes while nothing is being typed."""
    if key in SELECT_KEYS:
        grid_select.select(grid, SELECT_KEYS[key])
    elif key in MOVE_KEYS:
        if grid.sheet.anchor is not None and not grid.sheet.sticky:
            grid_select.unselect(grid)
        move = MOVE_KEYS[key]
        grid.step(WHOLE_ROWS.get(move, move) if grid.by_rows else move)
        if move in ("bottom", "page down"):
            grid_select.to_a_row(grid)
    elif key in OPEN_KEYS:
        open_cell(grid, key)
    elif key in EMPTY_KEYS:
        say(grid, grid.Emptied) if grid.sheet.may_write() else say(grid, grid.NotEditable, text="")
    elif character is not None:
        grid_select.to_a_row(grid)
        if not grid.begin(character):
            say(grid, grid.NotEditable, text=character)


def open_cell(grid: "Grid", key: str = "enter") -> None:
    """Begin an edit; where nothing can be written, open what is there, or say why not."""
    if grid.begin():
        return
    row = grid.cursor[0]
    adds = row < len(grid.sheet.rows) and grid.sheet.row(row).kind == "add"
    if adds or key == "enter":
        say(grid, grid.Opened)
    else:
        say(grid, grid.NotEditable, text="")


def key_in_edit(grid: "Grid", key: str, character: str | None) -> None:
    """A key that the grid takes while a cell is being typed."""
    line = grid.sheet.line
    if line is None:
        return
    grid.after_finish = None
    if key in KEEP_KEYS:
        say(grid, grid.Kept, text=line.text, step=KEEP_KEYS[key])
    elif key in LEAVE_KEYS:
        grid.finish()
        say(grid, grid.PutBack)
    elif key in TURN_KEYS:
        say(grid, grid.Turned, by=TURN_KEYS[key])
    elif key in LINE_KEYS:
        retype(grid, LINE_KEYS[key](line))
    elif writes(character):
        retype(grid, line.put(character or ""))


def paste(grid: "Grid", text: str) -> None:
    """Into the cell being typed goes the first line, and the page is told of more; on the table it gets all of it."""
    line, lines = grid.sheet.line, text.splitlines()
    if line is not None and lines:
        retype(grid, line.put(lines[0]))
    if line is None or len(lines) > 1:
        say(grid, grid.Pasted, text=text)
