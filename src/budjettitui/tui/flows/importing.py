"""Rows of a workbook or of a csv into the budget: shown as a paste is, written as one step of undo."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from budjettitui import store
from budjettitui.edits import Change
from budjettitui.exchange.grid import Refused
from budjettitui.exchange.incoming import read_grid
from budjettitui.intake import Asked, Intake, said, understood
from budjettitui.pasting import PastedBlock
from budjettitui.session import Session, previewer
from budjettitui.state import State
from budjettitui.tui.flows import offering
from budjettitui.tui.flows.asking import Answers, again, question
from budjettitui.tui.flows.working import work
from budjettitui.tui.present import blocks, funding_blocks
from budjettitui.tui.widgets.box import widest
from budjettitui.tui.widgets.menu import Choice
from budjettitui.tui.widgets.question import Field, QuestionText
from budjettitui.values import replace
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

Read = tuple[Intake, State | None]
"""A table as it was understood, and the budget as it would make it."""


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

    def looked() -> list[Read] | str:
        try:
            return _ways(session, words, path, table, look)
        except store.Unreadable as reason:
            return words.say("cli.cannot-read", path=name, reason=words.label("reason", reason.reason))
        except Refused as refused:
            why = words.say(f"table.refused.{refused.reason}", **refused.values)
            return words.say("table.in.refused", path=name, why=why)

    def then(found: list[Read] | str) -> None:
        if isinstance(found, str):
            _ask(screen, again(text, answers, 0, found), table)
        elif screen.view.state is not state or screen.view.typing is not None:
            screen.say("table.screen.overtaken")
        else:
            _offer(screen, name, found)

    work(screen, lambda: screen.say("table.screen.reading", file=name), looked, then)


def _ways(
    session: Session, words: Words, path: Path, table: str, look: Callable[[Change], State | None]
) -> list[Read] | str:
    """All rows, and those alone that do not stand there yet; or why the table cannot be taken."""
    grid = read_grid(store.read(path).data, table)
    made = understood(session, grid, Asked(table, twice="all"))
    if made.doubts:
        return said.doubt(made.doubts[0], words)
    if made.change is None:
        return words.say("table.in.not-taken" if made.block.rows else "table.in.nothing")
    some = 0 < made.block.twice < len(made.block.rows)
    tried = [made, understood(session, grid, Asked(table, twice="new"))] if some else [made]
    ways = [(one, look(one.change)) for one in tried if one.change is not None]
    return ways if all(after is not None for _, after in ways) else words.say("table.in.not-taken")


def _offer(screen: "BudgetScreen", name: str, ways: list[Read]) -> None:
    """The rows as they were understood, each way with what it would bring; Enter writes them as one step."""
    view, first, room = screen.view, ways[0][0], widest(screen.app.size)
    shown = [_told(one) for one, _ in ways]
    place = (first.table, len(view.state.budget.rows(first.table)))
    if first.table == "funding":
        lines = funding_blocks.lines(view.words, view.state.budget, shown[0], view.height, room)
        notes = funding_blocks.notes(view.words, shown[0])
    else:
        several = len(view.state.budget.partners) > 1
        lines = blocks.lines(view.words, shown[0], view.height, room, partners=several)
        notes = blocks.notes(view.words, shown[0])
    choices = [_choice(view.words, block, key) for block, key in zip(shown, ("all", "new"), strict=False)]
    offers = [
        offering.Offer(choice, one.change, after, place)
        for choice, (one, after) in zip(choices, ways, strict=True)
        if one.change is not None and after is not None
    ]
    offering.ask(screen, offers, lines, notes, view.words.say("table.screen.from", file=name))


def _choice(words: Words, block: PastedBlock, key: str) -> Choice:
    """All rows, or those alone that do not stand there yet."""
    return Choice(words.say(f"table.screen.take-{key}", count=len(block.rows), amount=block.sum))


def _told(made: Intake) -> PastedBlock:
    """The block with its lines numbered as they are in the file."""
    at, block = made.grid.numbers, made.block
    return replace(
        block,
        rows=tuple(replace(row, line=at[row.line - 1]) for row in block.rows),
        left=tuple(replace(one, line=at[one.line - 1]) for one in block.left),
    )
