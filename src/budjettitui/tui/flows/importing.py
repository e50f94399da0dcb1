"""Rows of a workbook or of a csv into the budget: shown as a paste is, written as one step of undo."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from budjettitui import store
from budjettitui.edits import Change
from budjettitui.exchange.grid import Grid, TableRefused
from budjettitui.exchange.incoming import read_grid
from budjettitui.intake import Asked, said, understood
from budjettitui.pasting import GUESSED, Chosen, PastedBlock
from budjettitui.session import Session, previewer
from budjettitui.state import State
from budjettitui.tui.flows import offering
from budjettitui.tui.flows.asking import Answers, again, question
from budjettitui.tui.flows.previewing import Preview, Previewed, Taken, place_said
from budjettitui.tui.flows.working import work
from budjettitui.tui.present import blocks, funding_blocks
from budjettitui.tui.present.names import row_name
from budjettitui.tui.widgets.menu import Choice
from budjettitui.tui.widgets.question import Field, QuestionText
from budjettitui.values import replace
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

MOST_STOPS = 3
"""Things that stop a table that are told at once."""


def import_rows(screen: "BudgetScreen") -> None:
    """Ask for the file: on the page Funding its rows are funding, elsewhere cost lines."""
    words, table = screen.view.words, "funding" if screen.view.page == "funding" else "costs"
    above = (words.say(f"table.screen.import-{table}"),)
    field = Field(words.say("table.screen.file"), required=True)
    title, missing = words.say("table.screen.import-title"), words.say("table.screen.missing")
    _ask(screen, QuestionText(title, (field,), above, (), missing), table)


def _ask(screen: "BudgetScreen", text: QuestionText, table: str) -> None:
    def done(answers: Answers | None) -> None:
        if answers is not None:
            _look(screen, text, answers, table)

    question(screen, text, done, "import")


def _look(screen: "BudgetScreen", text: QuestionText, answers: Answers, table: str) -> None:
    """Read it beside the keyboard; what stands in its way is said below the question, which is put once more."""
    words, session, stored = screen.view.words, screen.session, screen.session.stored
    name, state, look = answers[0].strip(), session.state, previewer(screen.session)
    path = Path(name).expanduser() if stored is None else stored.real.parent / Path(name).expanduser()

    def looked() -> tuple[Grid, Taken] | str:
        try:
            grid = read_grid(store.read(path).data, table)
            taken = _read(session, words, grid, table, look, GUESSED)
            return taken.stops[0] if taken.stops else (grid, taken)
        except store.Unreadable as reason:
            return words.say("cli.cannot-read", path=name, reason=words.label("reason", reason.reason))
        except TableRefused as refused:
            why = words.say(f"table.refused.{refused.reason}", **refused.values)
            return words.say("table.in.refused", path=name, why=why)

    def then(found: tuple[Grid, Taken] | str) -> None:
        if isinstance(found, str):
            _ask(screen, again(text, answers, 0, found), table)
        elif screen.view.state is not state or screen.view.typing is not None:
            screen.say("table.screen.overtaken")
        else:
            grid, taken = found
            read = lambda chosen: _read(session, words, grid, table, look, chosen)  # noqa: E731
            _offer(screen, name, Previewed(read, _offers(screen), _notes(screen), len(grid.lines)), taken)

    work(screen, lambda: screen.say("table.screen.reading", file=name), looked, then)


def _read(
    session: Session, words: Words, grid: Grid, table: str, look: Callable[[Change], State | None], chosen: Chosen
) -> Taken:
    """All rows, and those alone that do not stand there yet; or why the table cannot be taken."""
    decimal = chosen.style.decimal if chosen.style is not None else ""
    made = understood(session, grid, Asked(table, twice="all", chosen=chosen, decimal=decimal))
    taken = Taken(made.block, (), made.grid.numbers)
    if made.doubts:
        return replace(taken, stops=tuple(said.doubt(one, words) for one in made.doubts[:MOST_STOPS]))
    if made.change is None:
        return replace(taken, stops=(words.say("table.in.not-taken" if made.block.rows else "table.in.nothing"),))
    tried = [made]
    if 0 < made.block.twice < len(made.block.rows):
        tried.append(understood(session, grid, Asked(table, twice="new", chosen=chosen, decimal=decimal)))
    ways = [(one.block, one.change, look(one.change)) for one in tried if one.change is not None]
    known = tuple((block, change, after) for block, change, after in ways if after is not None)
    return (
        replace(taken, ways=known)
        if len(known) == len(ways)
        else replace(taken, stops=(words.say("table.in.not-taken"),))
    )


def _offer(screen: "BudgetScreen", name: str, about: Previewed, taken: Taken) -> None:
    """The rows as they were understood, each way with what it would bring; Enter writes them as one step."""
    title = screen.view.words.say("table.screen.from", file=name)
    Preview(screen, replace(about, title=title), taken).open()


def _offers(screen: "BudgetScreen") -> Callable[[Taken], list[offering.Offer]]:
    """All rows, or those that do not stand there, behind the last one of the table."""

    def offers(taken: Taken) -> list[offering.Offer]:
        view, table = screen.view, taken.block.table
        index = len(view.state.budget.rows(table))
        called = row_name(view.state, view.words, (table, index - 1)) if index else None
        found = []
        for (block, change, after), key in zip(taken.ways, ("all", "new"), strict=False):
            note = (place_said(screen, (table, index), len(block.rows), called, after),)
            found.append(
                offering.Offer(replace(_choice(view.words, block, key), note=note), change, after, (table, index))
            )
        return found

    return offers


def _notes(screen: "BudgetScreen") -> Callable[[Taken], tuple[str, ...]]:
    def notes(taken: Taken) -> tuple[str, ...]:
        block = _told(taken)
        shown = funding_blocks.notes if block.table == "funding" else blocks.notes
        return shown(screen.view.words, replace(block, doubts=()) if taken.stops else block)

    return notes


def _choice(words: Words, block: PastedBlock, key: str) -> Choice:
    """All rows, or those alone that do not stand there yet."""
    return Choice(words.say(f"table.screen.take-{key}", count=len(block.rows), amount=block.sum))


def _told(taken: Taken) -> PastedBlock:
    """The block with its lines numbered as they are in the file."""
    at, block = taken.numbers, taken.block
    return replace(
        block,
        rows=tuple(replace(row, line=at[row.line - 1]) for row in block.rows),
        left=tuple(replace(one, line=at[one.line - 1]) for one in block.left),
        doubts=tuple((at[line - 1], what) for line, what in block.doubts),
        settled=tuple(replace(one, line=at[one.line - 1]) for one in block.settled),
    )
