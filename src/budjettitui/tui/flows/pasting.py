"""What is pasted on a table: one value goes into the cell, rows of a spreadsheet become cost lines, looked at first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from budjettitui.pasting import GUESSED, Chosen, PastedBlock, one_line_a_row, other_style, read_costs, without_guess
from budjettitui.session import previewer
from budjettitui.state import State
from budjettitui.tui.flows import file_text, going, offering, pasting_funding, working
from budjettitui.tui.flows.editing import previewed
from budjettitui.tui.flows.offering import Look, Offer, Way
from budjettitui.tui.flows.previewing import MANY, Preview, Previewed, Taken, place_said
from budjettitui.tui.present import blocks
from budjettitui.tui.present.names import row_name
from budjettitui.tui.widgets import grid_says
from budjettitui.tui.widgets.grid_press import retype
from budjettitui.tui.widgets.typed_line import TypedLine
from budjettitui.values import replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


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
    count, over = len(text.splitlines()), offering.over(screen, text)
    look = previewer(screen.session) if count >= MANY else lambda change: previewed(screen, change)

    def read(chosen: Chosen) -> Taken:
        block = read_costs(view.state, text, view.style, taken, chosen=chosen)
        if over is not None and not any(row.cells.get("description") for row in block.rows):
            return Taken(block, ())
        return Taken(block, tuple(_ways(view.state, text, block, index, (taken, chosen), look)))

    def then(found: Taken) -> None:
        if screen.view.state is view.state and screen.view.typing is None:
            called = row_name(view.state, view.words, ("cost", index - 1)) if above is not None else None
            _offer(screen, Previewed(read, _offers(screen, (text, over), index, called), _notes(screen), count), found)
        else:
            screen.say("screen.work.overtaken")

    if count < MANY:
        then(read(GUESSED))
    else:
        working.work(screen, lambda: screen.say("screen.work.pasting", count=count), lambda: read(GUESSED), then)


def _offer(screen: "BudgetScreen", about: Previewed, found: Taken) -> None:
    """Preview it, if there are rows or cells to write; else say why not."""
    preview = Preview(screen, about, found)
    if preview.offers and not found.ways:  # over the cells alone: what its columns would be is of no matter
        offering.ask(screen, preview.offers, (), ())
    elif preview.offers or (found.block.rows and found.block.doubts):
        preview.open()
    else:
        offering.refuse(screen, found.block)


def _notes(screen: "BudgetScreen") -> Callable[[Taken], tuple[str, ...]]:
    return lambda taken: blocks.notes(screen.view.words, taken.block)


def _offers(
    screen: "BudgetScreen", pasted_over: tuple[str, Offer | None], index: int, called: str | None
) -> Callable[[Taken], list[Offer]]:
    """The ways as rows, and over the cells that stand there: first where it is one column."""
    text, over = pasted_over

    def offers(taken: Taken) -> list[Offer]:
        place = ("cost", index)
        found = []
        for one, change, after in taken.ways:
            choice = blocks.choice(screen.view.words, one, taken.block)
            said = place_said(screen, place, len(one.rows), called, after)
            found.append(Offer(replace(choice, note=(said, *choice.note)), change, after, place))
        if over is not None:
            found.insert(0 if "\t" not in text else len(found), over)
        return found

    return offers


def _ways(
    state: State, text: str, block: PastedBlock, index: int, said: tuple[dict[str, str], Chosen], look: Look
) -> list[Way]:
    """All rows; without those that stand there already; without a column that is the category by its form alone; with
    the numbers read the other way, where that differs and nothing was said of them.
    """
    taken, chosen = said
    tried = [block]
    if 0 < block.twice < len(block.rows):
        tried.append(block.without_twice())
    if block.guessed is not None:
        tried.append(without_guess(state, text, block, taken))
    style = other_style(text, block.style) if chosen.style is None else None
    if style is not None:
        other = read_costs(state, text, style, taken, chosen=replace(chosen, style=style))
        if [row.amount for row in other.rows] != [row.amount for row in block.rows]:
            tried.append(other)
    return offering.ways(state, tried, index, look)
