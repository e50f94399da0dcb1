"""Changes on the one road: made, named, undone, done again; rows added, copied, moved and taken away."""

from typing import TYPE_CHECKING

from budjettitui import cells
from budjettitui.cells.places import is_row
from budjettitui.document import EditRefused
from budjettitui.edits import Change, Move
from budjettitui.findings import Path
from budjettitui.tui.flows import going
from budjettitui.tui.flows.talking import done, step_name
from budjettitui.tui.present.names import first_place, row_name
from budjettitui.tui.view import Draft, Talk
from budjettitui.tui.widgets.grid_select import unselect
from budjettitui.values import replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def apply(screen: "BudgetScreen", change: Change, **view: object) -> bool:
    """Make a change as one step of undo, and say it; False, with a reason said, where it cannot be made.

    `view` is what else of the view changes with it, in one drawing: the cursor stays on a row by what it was before.
    """
    try:
        screen.session.apply(change)
    except EditRefused as refused:
        screen.say(f"screen.refused.{refused.key}", role="error")
        return False
    screen.renew(done(screen.view.words, change, screen.view.width), **view)
    return True


def _end_selection(screen: "BudgetScreen") -> None:
    """The cursor goes to what is taken back or done again; nothing is to be selected on its way."""
    grid = screen.desk.grid
    if grid is not None and grid.sheet.anchor is not None:
        unselect(grid)


def undo(screen: "BudgetScreen") -> None:
    """Take the last step back and go to what it changed; a row that is only being added is taken back first."""
    if screen.view.draft is not None:
        screen.change(draft=None)
        screen.say("screen.talk.no-new-row")
        screen.cursor_told()
        return
    _end_selection(screen)
    change = screen.session.undo()
    if change is None:
        screen.say("screen.talk.nothing-to-undo")
        return
    name = step_name(screen.view.words, change)
    screen.renew(
        Talk(screen.view.words.say("screen.talk.undone", what=name), right=screen.view.words.say("screen.talk.again"))
    )
    going.to_path(screen, first_place(change))


def redo(screen: "BudgetScreen") -> None:
    """Do the step again that was taken back last, and go to what it changes."""
    _end_selection(screen)
    change = screen.session.redo()
    if change is None:
        screen.say("screen.talk.nothing-to-redo")
        return
    screen.renew(done(screen.view.words, change, screen.view.width))
    going.to_path(screen, first_place(change))


def row_path(screen: "BudgetScreen") -> Path | None:
    """The row of the file under the cursor."""
    at = screen.view.at
    return at[:2] if at is not None and is_row(at) and screen.view.draft is None else None


def delete(screen: "BudgetScreen") -> None:
    """Take the row away; undo is enough, nothing is asked."""
    if screen.view.draft is not None:
        screen.change(draft=None)
        return
    path = row_path(screen)
    if path is None:
        screen.say("screen.talk.no-row")
        return
    name = row_name(screen.view.state, screen.view.words, path)
    change = replace(cells.remove_row(path), name="screen.did.deleted", values={"what": name})
    grid = screen.desk.grid
    spot = grid.cursor if grid is not None else (0, 0)
    if apply(screen, change):
        if grid is not None and path[0] in screen.view.sifts:  # the next row of the file may be seen far from here
            grid.move_to(*spot)
        screen.cursor_told()


def copy_row(screen: "BudgetScreen") -> None:
    """A copy of the row below it."""
    path = row_path(screen)
    if path is None or path[0] == "partner":
        screen.say("screen.talk.no-row" if path is None else "screen.talk.no-copy")
        return
    name = row_name(screen.view.state, screen.view.words, path)
    change = replace(cells.copy_row(screen.view.state, path), name="screen.did.copied", values={"what": name})
    column = screen.view.at
    if apply(screen, change) and column is not None:
        going.to_path(screen, (column[0], int(column[1]) + 1, *column[2:]))


def move_row(screen: "BudgetScreen", by: int) -> None:
    """The row one up or down, with the cursor on it."""
    path, at = row_path(screen), screen.view.at
    if path is None or at is None:
        screen.say("screen.talk.no-row")
        return
    table, index = str(path[0]), int(path[1])
    if table in screen.view.sifts:
        screen.say("screen.sift.no-move")
        return
    to = index + by
    if not 0 <= to < len(screen.view.state.budget.rows(table)):
        screen.say("screen.talk.edge")
        return
    name = row_name(screen.view.state, screen.view.words, path)
    if apply(screen, Change("change.move-row", (Move(table, index, to),), {"what": name})):
        going.to_path(screen, (table, to, *at[2:]))


TAKEN_OVER = {"cost": ("category", "partner"), "funding": ("kind",)}
"""What a new row takes from the row that it is added under."""


DRAWS_NO_ROWS = ("years", "file")
"""Pages on which no new row can stand before it is in the file; it is added on the page of its table."""


def start_adding(screen: "BudgetScreen", table: str) -> None:
    """A new last row of a table: Enter on `+ add`."""
    if screen.may_write():
        add(screen, table, at_end=True)


def add(screen: "BudgetScreen", table: str | None = None, *, at_end: bool = False) -> None:
    """A row below this one that stands on the page alone until it has something in it."""
    screen.change(draft=None, sifts={} if screen.view.sifts else screen.view.sifts)
    at = screen.view.at
    table = table or (str(at[0]) if at is not None and is_row(at) else screen.page.adds)
    if table is None:
        screen.say("screen.talk.no-row")
        return
    if screen.view.page in DRAWS_NO_ROWS:
        going.to_path(screen, at[:2] if at is not None else (table, 0))
        at = screen.view.at
    rows = screen.view.state.budget.rows(table)
    below = at is not None and at[0] == table and len(at) > 1 and not at_end
    index = int(at[1]) + 1 if below and at is not None else len(rows)
    model = rows[index - 1] if 0 < index <= len(rows) else None
    taken = {key: getattr(model, key) for key in TAKEN_OVER.get(table, ()) if getattr(model, key, None)}
    screen.change(draft=Draft(table, index, taken))
    screen.desk.start_draft()
