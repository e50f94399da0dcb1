"""What is pasted on a table: one value goes into the cell, rows of a spreadsheet become cost lines."""

from typing import TYPE_CHECKING

from budjettitui.tui.widgets import grid_says
from budjettitui.tui.widgets.grid_press import retype
from budjettitui.tui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def pasted(screen: "BudgetScreen", event: grid_says.Pasted) -> None:
    """One value begins an edit with it; a block is said to come later."""
    text = event.text.strip("\r\n")
    if not screen.may_write() or not text:
        return
    if "\t" in text or "\n" in text:
        screen.say("screen.talk.block-later")
        return
    if event.grid.begin(""):
        screen.call_later(lambda: retype(event.grid, TypedLine.ending(text)))
