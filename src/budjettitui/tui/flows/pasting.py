"""What is pasted on a table: one value goes into the cell, rows of a spreadsheet become cost lines, looked at first."""

from typing import TYPE_CHECKING

from budjettitui.pasting import PastedBlock, one_line_a_row, other_style, read_costs, without_guess
from budjettitui.session import previewer
from budjettitui.state import State
from budjettitui.tui.flows import file_text, going, offering, pasting_funding, working
from budjettitui.tui.flows.editing import previewed
from budjettitui.tui.flows.offering import Look, Offer, Way
from budjettitui.tui.present import blocks
from budjettitui.tui.widgets import grid_says
from budjettitui.tui.widgets.box import widest
from budjettitui.tui.widgets.grid_press import retype
from budjettitui.tui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


MANY = 100
"""Lines from which a block is read beside the keyboard."""


def pasted(screen: "BudgetScreen", event: grid_says.Pasted) -> None:
    """One value begins an edit with it; a block on the cost lines is shown as rows before it is written."""
    text = "\n".join(event.text.splitlines()).strip("\n")  # terminals send a carriage return at the end of each line
    if event.grid.editing:
        count = len(text.splitlines())
        if count > 1:
            screen.say("screen.paste.first-line", role="warning", count=count)
        return
    if not text or not screen.may_write():
        return
    if not file_text.on_file(screen):
        text = one_line_a_row(text)
    if "\t" not in text and "\n" not in text:
        if event.grid.begin(""):
            screen.call_later(lambda: retype(event.grid, TypedLine.ending(text)))
    elif file_text.on_file(screen):
        file_text.paste(screen, text)
    elif screen.view.page in ("costs", "overview"):
        going.to_page(screen, "costs")
        _block(screen, text)
    elif screen.view.page == "funding" and event.grid.id == "funding-table":
        pasting_funding.rows(screen, text)
    else:
        offering.over_alone(screen, text)


def _block(screen: "BudgetScreen", text: str) -> None:
    """The rows as they were read, each way to read them with what it would bring; Enter writes them as one step."""
    view = screen.view
    costs = view.state.budget.costs
    index = int(view.at[1]) + 1 if view.at is not None and view.at[0] == "cost" and len(view.at) > 1 else len(costs)
    above = costs[index - 1] if 0 < index <= len(costs) else None
    taken = {key: str(getattr(above, key)) for key in ("category", "partner") if getattr(above, key, None)}
    count = len(text.splitlines())

    look = previewer(screen.session) if count >= MANY else lambda change: previewed(screen, change)

    def looked() -> tuple[PastedBlock, list[Way]]:
        block = read_costs(view.state, text, view.style, taken)
        return block, _ways(view.state, text, block, index, taken, look)

    def then(found: tuple[PastedBlock, list[Way]]) -> None:
        if screen.view.state is view.state and screen.view.typing is None:
            _offer(screen, index, text, *found)
        else:
            screen.say("screen.work.overtaken")

    if count < MANY:
        then(looked())
    else:
        working.work(screen, lambda: screen.say("screen.work.pasting", count=count), looked, then)


def _offer(screen: "BudgetScreen", index: int, text: str, block: PastedBlock, ways: "list[Way]") -> None:
    """The ways to read it as rows, and over the cells that stand there; or why there is none."""
    view, over = screen.view, offering.over(screen, text)
    if over is not None and not any(row.cells.get("description") for row in block.rows):
        ways = []
    several = len(view.state.budget.partners) > 1
    offers = [
        Offer(blocks.choice(view.words, one, block), change, after, ("cost", index)) for one, change, after in ways
    ]
    if over is not None and "\t" not in text:
        offers.insert(0, over)
    elif over is not None:
        offers.append(over)
    if not offers:
        offering.refuse(screen, block)
        return
    room = widest(screen.app.size)
    above = blocks.lines(view.words, ways[0][0], view.height, room, partners=several) if ways else ()
    offering.ask(screen, offers, above, blocks.notes(view.words, block) if ways else ())


def _ways(state: State, text: str, block: PastedBlock, index: int, taken: dict[str, str], look: Look) -> list[Way]:
    """All rows; without those that stand there already; without a column that is the category by its form alone; with
    the numbers read the other way, where that differs.
    """
    tried = [block]
    if 0 < block.twice < len(block.rows):
        tried.append(block.without_twice())
    if block.guessed is not None:
        tried.append(without_guess(state, text, block, taken))
    style = other_style(text, block.style)
    if style is not None:
        other = read_costs(state, text, style, taken)
        if [row.amount for row in other.rows] != [row.amount for row in block.rows]:
            tried.append(other)
    return offering.ways(state, tried, index, look)
