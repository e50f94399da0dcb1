"""The File page: lines added, taken out, moved; from a line to its cell and from a cell to its line."""

from typing import TYPE_CHECKING

from budjettitui.findings import Path
from budjettitui.text_lines import line_moved, lines_out, lines_put
from budjettitui.tui.flows import changing, going
from budjettitui.tui.present.names import TEXT

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def on_file(screen: "BudgetScreen") -> bool:
    """True where the text of the file is seen."""
    return screen.view.shown_page == "file"


def line_here(screen: "BudgetScreen") -> int:
    """The number of the line under the cursor, from 1."""
    return screen.page.grids[0].cursor[0] + 1


def add(screen: "BudgetScreen") -> None:
    """An empty line below, with the cursor writing on it."""
    line = line_here(screen)
    if changing.apply(screen, lines_put(screen.view.state.document, line, [""])):
        _to_line(screen, line + 1)
        screen.page.grids[0].begin()


def put_back(screen: "BudgetScreen") -> None:
    """Esc on a line that was just added and is empty: it goes again."""
    typing, steps = screen.view.typing, screen.session.history.steps
    if typing is None or typing.path[0] != TEXT or not steps or steps[-1].change.name != "screen.did.line-new":
        return
    line = steps[-1].change.values["line"]
    if line == typing.path[1] and not screen.view.state.document.line_text(int(str(line))):
        changing.undo(screen)


def copy(screen: "BudgetScreen") -> None:
    """The same line once more, below."""
    document, line = screen.view.state.document, line_here(screen)
    if changing.apply(screen, lines_put(document, line, [document.line_text(line)])):
        _to_line(screen, line + 1)


def delete(screen: "BudgetScreen") -> None:
    """The line, or the lines that are selected, out."""
    from budjettitui.tui.flows.selecting import span_of

    rows, _ = span_of(screen.page.grids[0])
    if changing.apply(screen, lines_out(screen.view.state.document, rows[0] + 1, rows[-1] + 1)):
        _to_line(screen, rows[0] + 1)


def move(screen: "BudgetScreen", by: int) -> None:
    """The line one up or down, with the cursor on it."""
    line = line_here(screen)
    change = line_moved(screen.view.state.document, line, by)
    if change is None:
        screen.say("screen.talk.edge")
    elif changing.apply(screen, change):
        _to_line(screen, line + by)


def paste(screen: "BudgetScreen", text: str) -> None:
    """Several lines below this one, as one step."""
    line = line_here(screen)
    lines = text.splitlines()
    if changing.apply(screen, lines_put(screen.view.state.document, line, lines)):
        _to_line(screen, line + len(lines))


def across(screen: "BudgetScreen") -> None:
    """From a cell to its line of the file, from a line to its cell."""
    at = screen.view.at
    if not on_file(screen):
        show_line(screen, at)
    elif not going.to_path(screen, at):
        screen.say("screen.file.no-cell")


def show_line(screen: "BudgetScreen", path: Path | None) -> None:
    """The File page, the cursor on the line of a place where it has one."""
    going.to_page(screen, "file")
    spot = screen.page.spot_of(path) if path else None
    if spot is not None:
        spot[0].move_to(*spot[1])
        screen.cursor_told()


def write_line(screen: "BudgetScreen", line: int) -> None:
    """The File page, the cursor writing on a line of it."""
    going.to_page(screen, "file")
    _to_line(screen, line)
    screen.page.grids[0].begin()


def _to_line(screen: "BudgetScreen", line: int) -> None:
    screen.page.grids[0].move_to(line - 1, 1)
    screen.cursor_told()
