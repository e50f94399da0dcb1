"""Which version this file is compared with: another file, or a git revision, read and judged beside the keyboard."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from budjettitui import store
from budjettitui.revisions import Commit, NoSuchVersion, commit_of, version_of
from budjettitui.state import State
from budjettitui.tui.flows.asking import Answers, again, question
from budjettitui.tui.flows.beside_version import Version, show
from budjettitui.tui.flows.working import work
from budjettitui.tui.widgets.question import Field, QuestionText
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def compare(screen: "BudgetScreen") -> None:
    """Ask which version; the one compared with last is offered."""
    words = screen.view.words
    field = Field(words.say("flow.compare.version"), screen.last.compared or "HEAD", required=True, offered=True)
    text = QuestionText(words.say("flow.compare.ask"), (field,), (), (words.say("flow.compare.hint"),),
                        words.say("flow.compare.missing"))  # fmt: skip
    _ask(screen, text)


def _ask(screen: "BudgetScreen", text: QuestionText) -> None:
    def done(answers: Answers | None) -> None:
        if answers is not None:
            _look_up(screen, text, answers)

    question(screen, text, done, "version")


def _look_up(screen: "BudgetScreen", text: QuestionText, answers: Answers) -> None:
    """The version is read and judged beside the keyboard; where it cannot be had, the question is put once more."""
    words, session, name = screen.view.words, screen.session, answers[0].strip()
    assert session.stored is not None
    file, today = session.stored.real, session.today

    def then(found: tuple[State, Commit | None] | str) -> None:
        if isinstance(found, str):
            _ask(screen, again(text, answers, 0, found))
        else:
            screen.last.compared = name
            show(screen, Version(name, *found))

    work(
        screen, lambda: screen.say("screen.work.comparing", version=name),
        lambda: _version(words, file, today, name), then,
    )  # fmt: skip


def _version(words: Words, file: Path, today: date, name: str) -> tuple[State, Commit | None] | str:
    """The version judged on the same day, with its commit; or why it cannot be had."""
    try:
        other = version_of(file, name, today)
    except NoSuchVersion as reason:
        return words.say(f"flow.compare.{reason.reason}")
    except store.Unreadable as reason:
        return words.say("flow.compare.unreadable", reason=reason.reason)
    return words.say("flow.compare.faults") if other.state.document.faults else (other.state, commit_of(file, name))
