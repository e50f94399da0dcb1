"""This file beside another version of it, a file or a git revision, in budget terms. `n` goes to the next change."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from budjettitui import store
from budjettitui.revisions import Commit, NoSuchVersion, commit_of, version_of
from budjettitui.state import State
from budjettitui.tui.flows import going
from budjettitui.tui.flows.asking import Answers, again, question
from budjettitui.tui.flows.working import work
from budjettitui.tui.present.compared import Compared, lines
from budjettitui.tui.themes import looks_of
from budjettitui.tui.widgets.box import widest
from budjettitui.tui.widgets.menu import Choice, Menu, MenuText
from budjettitui.tui.widgets.question import Field, QuestionText
from budjettitui.versions.comparison import compare as compared
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
            _show(screen, *found)

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


def _show(screen: "BudgetScreen", old: State, commit: Commit | None) -> None:
    view, words, name = screen.view, screen.view.words, screen.last.compared
    found = compared(old, view.state)
    if found.same:
        listed = [Compared(words.say("flow.compare.text-only" if found.text_differs else "flow.compare.same"))]
    else:
        listed = lines(name, old, view.state, found, words, widest(screen.app.size) - 3, looks_of(screen.app))
    changes = [number for number, line in enumerate(listed) if line.change]
    errors = {"old": len(old.errors()), "new": len(view.state.errors())}
    made = (words.say("flow.compare.commit", by=commit.by, day=commit.day, says=commit.says or None),) if commit else ()
    above = (*made, words.say("flow.compare.count", count=len(changes), **errors))
    choices = tuple(
        Choice(line.text, hang=len("* "), enters="" if line.path else "close", note=(line.whole,) if line.whole else ())
        for line in listed
    )
    text = MenuText(words.say("flow.compare.title", version=name), choices, above,
                    numbered=False, marked=changes[0] if changes else 0, others=frozenset({"n", "N", "C"}))  # fmt: skip

    def pressed(event: Menu.Pressed) -> None:
        if event.key == "C":
            event.menu.dismiss(None)
            screen.call_later(compare, screen)
        elif changes:
            event.menu.mark(_beside(changes, event.index, 1 if event.key == "n" else -1))

    def chosen(number: int | None) -> None:
        screen.menu_key = None
        screen.change(preview=None, preview_label="")
        if number is not None:
            going.to_path(screen, listed[number].path)

    screen.menu_key = pressed
    screen.change(preview=old, preview_label=name)
    screen.ask(text, chosen, dialog="compared")


def _beside(changes: list[int], here: int, by: int) -> int:
    """The next change or the one before, round in a ring."""
    after = [number for number in changes if number > here]
    before = [number for number in changes if number < here]
    return (after or changes)[0] if by > 0 else (before or changes)[-1]
