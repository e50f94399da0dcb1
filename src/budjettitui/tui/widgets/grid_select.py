"""Selecting cells of a grid: from where it was begun to where the cursor stands."""

from typing import TYPE_CHECKING

from budjettitui.tui.widgets import grid_press

if TYPE_CHECKING:
    from budjettitui.tui.widgets.grid import Grid


def select(grid: "Grid", move: str = "") -> None:
    """Begin to select at the cursor, and move; without a movement, end it where it was begun that way."""
    if not move and grid.sheet.anchor is not None:
        unselect(grid)
        return
    if grid.sheet.anchor is None:
        grid.sheet.anchor, grid.sheet.sticky = grid.sheet.spot, not move
    grid.step(move or "stay")


def unselect(grid: "Grid") -> None:
    """Nothing but the cell under the cursor is selected."""
    grid.sheet.anchor = None
    grid.refresh()
    grid_press.say(grid, grid.Moved)


def to_a_row(grid: "Grid") -> None:
    """What is selected ends with the last row of the file in it, and not with the row that adds one or with a sum."""
    if grid.sheet.anchor is None:
        return
    row, column = grid.cursor
    least = min(row, grid.sheet.anchor[0])
    last = next((at for at in range(row, least, -1) if grid.sheet.row(at).kind == "row"), least)
    if last != row:
        grid.move_to(last, column)
