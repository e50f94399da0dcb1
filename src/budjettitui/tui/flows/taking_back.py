"""What a burst of letters did, taken back as if no letter had been pressed: budget, undo, page, cursor and dialogs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.app import App

from budjettitui.document import Document
from budjettitui.edits import Step
from budjettitui.tui.flows import mending, working
from budjettitui.tui.pages.page import Table, is_add
from budjettitui.tui.view import Talk, View
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.grid_course import Spot
from budjettitui.values import replace, thing

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


@thing
class Before:
    """A budget on the screen at the moment before a letter was done."""

    screen: "BudgetScreen"
    view: View
    grid: Table
    spot: Spot
    document: Document
    steps: Sequence[Step]
    undone: Sequence[Step]
    in_file: Sequence[Step]
    noting: bool
    words: bool
    """True on a cell for words; elsewhere fewer bursts are words."""
    writes: bool
    """True on a cell that one writes in; on what is worked out, letters are nothing but commands."""


def before_burst(app: App[Any]) -> Before | None:
    """The present moment, where the cursor is on a table and no cell is being typed; None elsewhere."""
    from budjettitui.tui.screens.budget import BudgetScreen

    screen = app.screen
    grid = screen.focused
    if not isinstance(screen, BudgetScreen) or not isinstance(grid, Table) or grid.editing:
        return None
    history, writes = screen.session.history, _takes_text(grid)
    return Before(screen, screen.view, grid, grid.cursor, screen.session.state.document,
                  history.steps, history.undone, history.in_file, screen.noting, writes and _takes_words(grid),
                  writes)  # fmt: skip


def _takes_text(grid: Table) -> bool:
    row, column = grid.cursor
    if column >= len(grid.sheet.columns):
        return False
    return is_add(grid, row) or grid.sheet.may_write()


def _takes_words(grid: Table) -> bool:
    row, column = grid.cursor
    return is_add(grid, row) or not grid.sheet.columns[column].right


def take_back(before: Before) -> None:
    """Everything as it was before, and how one writes said."""
    screen, session = before.screen, before.screen.session
    if screen not in screen.app.screen_stack or not screen.query(Grid):  # on its way out, nothing stands on it any more
        return
    while screen.app.screen is not screen:
        screen.app.pop_screen()
    working.leave(screen)
    for grid in screen.query(Grid):
        if grid.editing:
            grid.finish()
    if session.state.document is not before.document:
        session.take_up(before.document, before.steps, before.undone, in_file=before.in_file)
    screen.previews, screen.menu_key, screen.returning, screen.noting = (), None, None, before.noting
    now, hint = screen.view, "burst" if before.writes else "burst-read"
    view = replace(before.view.at_rest(session.state), saved=screen.saved, dirty=session.dirty, draft=None,
                   words=now.words, width=now.width, height=now.height, wide=now.wide,
                   talk=Talk(now.words.say(f"screen.talk.{hint}")))  # fmt: skip
    screen.view = mending.with_mends(session, view)
    screen.set_focus(before.grid)
    before.grid.move_to(*before.spot)
    screen.cursor_told()
