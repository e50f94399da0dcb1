"""A block of a spreadsheet pasted over cells that stand there: from the cursor to the right and down, looked at first."""

from typing import TYPE_CHECKING

from budjettitui.cells import Answer
from budjettitui.cells.many import texts_put
from budjettitui.edits import Change
from budjettitui.findings import Path
from budjettitui.pasting import style_of
from budjettitui.pasting.names import category_of, known_of, partner_of
from budjettitui.state import State
from budjettitui.tui.flows.selecting import span_of, writable
from budjettitui.tui.present.names import cell_name, cell_text
from budjettitui.values import replace
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

SHOWN = 6
"""Cells that are shown with what was and what would be in them; of more, the first ones."""

Cells = list[tuple[Path, str]]


def cells_under(screen: "BudgetScreen", text: str) -> Cells | None:
    """The cells that a block would fill from the cursor on, or from the first one that is selected; an empty cell of the
    block leaves what stands there. None where one of them cannot be written.
    """
    grid = screen.desk.grid
    if grid is None or screen.view.draft is not None:
        return None
    rows, columns = span_of(grid)
    found: Cells = []
    for row, line in enumerate(text.splitlines(), rows.start):
        for column, cell in enumerate(line.split("\t"), columns.start):
            if not cell.strip():
                continue
            at = screen.page.edits_at(grid, row, column) if writable(grid, row, column) else None
            if at is None:
                return None
            found.append((at, cell.strip()))
    return found


def change_over(screen: "BudgetScreen", cells: Cells) -> Answer:
    """The block as one step, its numbers read by the way that they are written."""
    style, known = style_of([[text] for _, text in cells], screen.view.style), known_of(screen.view.state)
    words = {"category": category_of, "partner": partner_of}
    meant = [(path, (words[str(path[-1])](known, text) or text) if path[-1] in words else text) for path, text in cells]
    answer = texts_put(screen.view.state, meant, style)
    if not isinstance(answer, Change):
        return answer
    return replace(answer, name="screen.did.pasted-over", values={"count": len(cells)})


def lines_over(words: Words, before: State, after: State, cells: Cells) -> tuple[str, ...]:
    """What stands in each cell, and what would: `amount of Tulkkaus: 10 788,00 -> 8 700,00`."""
    lines = [
        words.say("screen.paste.cell", what=cell_name(before, words, path), old=cell_text(before, words, path),
                  new=cell_text(after, words, path))
        for path, _ in cells[:SHOWN]
    ]  # fmt: skip
    more = len(cells) - SHOWN
    return (*lines, *([words.say("screen.paste.more", count=more)] if more > 0 else []))
