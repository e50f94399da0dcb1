"""What is done to a cell without typing in it: emptied, opened, pasted on, or refused because it cannot be written."""

from typing import TYPE_CHECKING

from budjettitui.edits import Change
from budjettitui.findings import Finding
from budjettitui.tui.flows import changing, file_text, going, selecting
from budjettitui.tui.flows.editing import named
from budjettitui.tui.pages.beginnings import WAYS
from budjettitui.tui.pages.page import Adds, Begins
from budjettitui.tui.present.names import key_name
from budjettitui.tui.widgets import grid_says
from budjettitui.typed import NotYet

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def emptied(screen: "BudgetScreen", event: grid_says.Emptied) -> None:
    """The key goes out of the file: blank is not zero."""
    path = screen.page.edits_at(event.grid, event.row, event.column)
    if path is None or screen.page.is_draft(event.grid, event.row):
        return
    answer = selecting.meant(screen, path, "")
    if isinstance(answer, Change) and not answer.idle:
        changing.apply(screen, named(screen, answer, path))
    elif isinstance(answer, NotYet):
        screen.say(f"screen.{answer.why}", what=key_name(screen.view.words, str(path[-1])))


def opened(screen: "BudgetScreen", event: grid_says.Opened) -> None:
    """Enter where nothing is written: the row that adds, a finding, or the place that a figure comes from."""
    opens = screen.page.opens(event.grid, event.row, event.column)
    if isinstance(opens, Adds):
        changing.start_adding(screen, opens.table)
    elif isinstance(opens, Begins):
        begun(screen, opens.what)
    elif isinstance(opens, Finding):
        going.to_finding(screen, opens)
    elif not isinstance(opens, tuple) or not going.to_path(screen, opens):
        not_editable(screen)


def begun(screen: "BudgetScreen", what: str) -> None:
    """Begin an empty budget in one of its ways: a new row on its page, totals, questions, a paste, the text."""
    if what == "text":
        file_text.show_line(screen, ("project",))
    elif what == "paste":
        from budjettitui.tui.flows import copying  # when it is asked for: a start waits for none of it

        copying.paste(screen)
    elif what == "asked":
        from budjettitui.tui.flows import founding  # when it is asked for: a start waits for none of it

        founding.step_by_step(screen)
    elif screen.may_write():
        going.to_page(screen, going.PAGE_OF[WAYS[what] or "stated"])
        if WAYS[what]:
            changing.start_adding(screen, WAYS[what])
        else:
            grid = screen.page.grids[0]
            grid.move_to(len(screen.view.state.figures.partners), 1)
            grid.begin()


def not_editable(screen: "BudgetScreen") -> None:
    """Say why nothing is written here: what adds a line is no figure."""
    grid = screen.desk.grid
    opens = screen.page.opens(grid, *grid.cursor) if grid is not None else None
    if screen.may_write():
        worked_out = "worked-out" if opens is not None else "worked-out-only"
        screen.say(f"screen.talk.{'enter-adds' if isinstance(opens, Adds) else worked_out}")
