"""The budget as tables for others: a file beside it, as the screen has it now. What is there already is asked about."""

from pathlib import Path
from typing import TYPE_CHECKING

from budjettitui import store
from budjettitui.exchange import FORMATS, files
from budjettitui.tui.flows.working import work
from budjettitui.tui.widgets.menu import Choice, MenuText

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

TABLE = "costs"
"""What a csv holds, which has one table."""


def export(screen: "BudgetScreen") -> None:
    """Ask which form; each choice says the file and its tables."""
    words, state, stored = screen.view.words, screen.view.state, screen.session.stored
    if stored is None:
        return
    if state.document.faults:
        screen.say("table.out.broken", role="error")
        return
    paths = [files.beside(stored.path, form) for form in FORMATS]
    choices = tuple(
        Choice(words.say(f"table.screen.{form}", file=path.name), (_tables(screen, form),))
        for form, path in zip(FORMATS, paths, strict=True)
    )

    def chosen(number: int | None) -> None:
        if number is not None:
            _export(screen, FORMATS[number], paths[number])

    screen.ask(MenuText(words.say("table.screen.export-title"), choices), chosen)


def _tables(screen: "BudgetScreen", form: str) -> str:
    words = screen.view.words
    return words.say("table.screen.tables", tables=files.tables_in(screen.view.state, words, form, TABLE))


def _export(screen: "BudgetScreen", form: str, path: Path, *, replace: bool = False) -> None:
    """Write it beside the keyboard, and say where it is or what is in its way."""
    state, words = screen.view.state, screen.view.words

    def write() -> str:
        try:
            files.write(path, files.content(state, words, form, TABLE), replace=replace)
        except store.NotSaved as failed:
            return failed.reason
        return ""

    def then(reason: str) -> None:
        if reason == "exists":
            _ask(screen, form, path)
        elif reason:
            screen.say("table.screen.not-written", role="error", file=path.name, reason=reason)
        else:
            screen.say("table.screen.written", file=str(path))

    work(screen, lambda: screen.say("table.screen.writing", file=path.name), write, then)


def _ask(screen: "BudgetScreen", form: str, path: Path) -> None:
    """There is a file of that name: it stays unless one says otherwise."""
    words = screen.view.words
    choices = tuple(Choice(words.say(f"table.screen.{name}", file=path.name)) for name in ("stay", "replace"))

    def chosen(number: int | None) -> None:
        if number == 1:
            _export(screen, form, path, replace=True)
        else:
            screen.say("table.screen.stays", file=path.name)

    screen.ask(MenuText(words.say("table.screen.there", file=path.name), choices), chosen)
