"""Asking for text: a question over the page, with its own bottom line, and its answers as they are typed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from budjettitui.tui.screens.palette import Palette
from budjettitui.tui.widgets.question import Question, QuestionText
from budjettitui.values import replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen
    from budjettitui.tui.screens.folder import FolderScreen

Answers = tuple[str, ...]


def question(
    screen: "BudgetScreen | FolderScreen", text: QuestionText, done: Callable[[Answers | None], None], dialog: str
) -> Question:
    """Ask; `done` is given the texts of the fields, or None where nothing is to be done."""
    asked = Question(text, screen)

    def closed(answers: Answers | None) -> None:
        screen.change(dialog="")
        done(answers)
        if screen.returning is not None:
            screen.returning()

    screen.change(dialog=dialog)
    screen.app.push_screen(asked, closed)
    return asked


def picked(
    screen: "BudgetScreen | FolderScreen", palette: Palette, done: Callable[[str | None], None], dialog: str
) -> None:
    """Let one pick from a list that is narrowed by typing; `done` is given the name, or None."""

    def closed(name: str | None) -> None:
        screen.change(dialog="")
        done(name)
        if screen.returning is not None:
            screen.returning()

    screen.change(dialog=dialog)
    screen.app.push_screen(palette, closed)


def again(text: QuestionText, answers: Sequence[str], at: int, said: str) -> QuestionText:
    """The same question with what was answered, and a sentence below the field that needs another answer."""
    fields = tuple(
        replace(field, text=answer, offered=False) for field, answer in zip(text.fields, answers, strict=True)
    )
    return replace(text, fields=fields, at=at, said=said)
