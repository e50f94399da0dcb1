"""What is pasted on a table: one value goes into the cell, rows of a spreadsheet become cost lines, looked at first."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from budjettitui import cells
from budjettitui.edits import Change
from budjettitui.session import State
from budjettitui.tui.flows import changing
from budjettitui.tui.flows.choosing import options_for
from budjettitui.tui.flows.editing import previewed
from budjettitui.tui.view import View
from budjettitui.tui.widgets import grid_says
from budjettitui.tui.widgets.grid_press import retype
from budjettitui.tui.widgets.menu import Choice, MenuText
from budjettitui.tui.widgets.typed_line import TypedLine
from budjettitui.typed import Sure, read_number

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def pasted(screen: "BudgetScreen", event: grid_says.Pasted) -> None:
    """One value begins an edit with it; a block on the cost lines is shown as rows before it is written."""
    text = event.text.strip("\r\n")
    if not text or not screen.may_write():
        return
    if "\t" not in text and "\n" not in text:
        if event.grid.begin(""):
            screen.call_later(lambda: retype(event.grid, TypedLine.ending(text)))
    elif screen.view.page == "costs":
        _block(screen, text)
    else:
        screen.say("screen.talk.block-later")


def _block(screen: "BudgetScreen", text: str) -> None:
    """The rows as they were read, with what they would bring; Enter writes them as one step."""
    view, rows = screen.view, [found for line in text.splitlines() if (found := row_of(screen.view, line))]
    at = view.at
    index = int(at[1]) + 1 if at is not None and at[0] == "cost" and len(at) > 1 else len(view.state.budget.costs)
    change = _change(view.state, index, rows, view)
    after = previewed(screen, change)
    if change is None or after is None:
        screen.say("screen.talk.block-later")
        return
    shown = tuple(f"{row.get('category', '?')}  {row.get('description', '')}  {row['amount']}" for row in rows)
    choice = Choice(view.words.say("screen.talk.pasted", count=len(rows)), shown)

    def chosen(number: int | None) -> None:
        screen.previews = ()
        screen.change(preview=None, preview_label="")
        if number is not None:
            changing.apply(screen, change)

    screen.previews = (after,)
    screen.ask(MenuText(choice.title, (choice,)), chosen)


def _change(state: State, index: int, rows: list[dict[str, str]], view: View) -> Change | None:
    """All rows as one change; None where one of them has a number that is in doubt, or there is none."""
    edits = []
    for number, row in enumerate(rows):
        answer = cells.row_change(state, "cost", index + number, row, view.style)
        if not isinstance(answer, Change):
            return None
        edits += list(answer.edits)
    values: Mapping[str, object] = {"what": view.words.say("screen.talk.pasted", count=len(rows))}
    return Change("change.add-row", tuple(edits), values) if edits else None


def row_of(view: View, line: str) -> dict[str, str]:
    """A line of a spreadsheet: its last sure number, its first text, and a category where one is named."""
    row: dict[str, str] = {}
    path = ("cost", 0, "category")
    for cell in (part.strip() for part in line.split("\t")):
        if cell and isinstance(read_number(cell, view.style, decimals=view.state.budget.decimals), Sure):
            row["amount"] = cell
        elif cell and "category" not in row and (options := options_for(view, path, cell)) and len(options) == 1:
            row["category"] = options[0].word
        elif cell:
            row.setdefault("description", cell)
    if "amount" not in row:
        return {}
    costs = view.state.budget.costs
    at = view.at[1] if view.at is not None and len(view.at) > 1 and isinstance(view.at[1], int) else len(costs) - 1
    if "category" not in row and 0 <= at < len(costs) and costs[at].category:
        row["category"] = str(costs[at].category)
    return row
