"""What the mouse asks for on a table: the menu of the place, a reason, a paste, a line moved by its gutter."""

from typing import TYPE_CHECKING

from budjettitui.cells.places import is_row
from budjettitui.edits import Change, Move
from budjettitui.text_lines import line_moved
from budjettitui.tui.flows import changing, file_text, going
from budjettitui.tui.present.names import row_name
from budjettitui.tui.widgets import grid_press, grid_says

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def pointed(screen: "BudgetScreen", event: grid_says.Pointed) -> None:
    """A click of another button, or on a sign. While a cell is typed a paste goes into it, and nothing else is done."""
    typing = screen.view.typing is not None
    if event.what == "paste" and typing:
        from budjettitui.tui.flows import copying  # when it is asked for: a start waits for none of it

        grid_press.paste(event.grid, copying.from_tool() or screen.last.copied)
    elif typing:
        return
    elif event.what == "menu":
        screen.focus_table()
        from budjettitui.tui.flows.helping import show_menu  # when it is asked for: a start waits for none of it

        show_menu(screen, (event.x, event.y))
    else:
        screen.action_do("why" if event.what == "sign" else "paste")


def dragged(screen: "BudgetScreen", event: grid_says.Dragged) -> None:
    """A line on its way to another place, and there."""
    to = event.to
    if not event.done:
        screen.say("screen.drag.to", row=screen.view.words.say("screen.line", line=to + 1) if _text(screen) else to + 1)
    elif screen.may_write():
        (_move_text if _text(screen) else _move_row)(screen, event)


def _text(screen: "BudgetScreen") -> bool:
    return file_text.on_file(screen)


def _move_text(screen: "BudgetScreen", event: grid_says.Dragged) -> None:
    change = line_moved(screen.view.state.document, event.row + 1, event.to - event.row)
    if event.to != event.row and change is not None and changing.apply(screen, change):
        event.grid.move_to(event.to, 1)
        screen.cursor_told()


def _move_row(screen: "BudgetScreen", event: grid_says.Dragged) -> None:
    """Only among the rows of one table, and where they stand in the order of the file."""
    here, there = (screen.page.path_at(event.grid, row, event.column) for row in (event.row, event.to))
    if here is None or there is None or not is_row(here) or not is_row(there) or here[0] != there[0]:
        screen.say("screen.drag.not-there")
        return
    table, index, to = str(here[0]), int(here[1]), int(there[1])
    if table in screen.view.sifts:
        screen.say("screen.drag.sorted")
        return
    name = row_name(screen.view.state, screen.view.words, here[:2])
    if index != to and changing.apply(screen, Change("change.move-row", (Move(table, index, to),), {"what": name})):
        going.to_path(screen, (table, to, *here[2:]))
