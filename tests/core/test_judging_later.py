"""A session that is opened before it is judged: its verdict is never asked for in vain, and comes out the same."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from budjettitui.document import Document
from budjettitui.edits import Change, Set
from budjettitui.findings import NOT_YET
from budjettitui.session import Session, judge_on
from budjettitui.state import NotJudged
from tests.places import BUDGETS

TODAY = date(2026, 11, 24)
FILES = sorted(BUDGETS.glob("*.toml"))
RENAME = Change("step.set", (Set(("project", "name"), '"Another"'),))


def opened(path: Path, *, later: bool) -> Session:
    """A file, judged or not yet."""
    return Session.open(path, today=TODAY, later=later)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_verdict_in_steps_is_the_verdict(path: Path) -> None:
    session, steps = opened(path, later=True), 0
    before = session.state
    assert before.findings is NOT_YET
    while not judge_on(session, lambda: True):
        steps += 1
        assert session.state is before
    assert steps > 10
    assert session.state.verdict() == opened(path, later=False).state.verdict()
    assert session.state.document is before.document
    assert session.state.budget is before.budget
    assert session.state.case.findings == session.state.findings
    assert judge_on(session)


def test_nobody_is_answered_before_there_is_a_verdict() -> None:
    state = opened(FILES[0], later=True).state
    for ask in (state.verdict, state.roots, state.errors):
        with pytest.raises(NotJudged):
            ask()
    with pytest.raises(TypeError):
        list(state.findings)  # type: ignore[arg-type]


def _edited(session: Session) -> None:
    session.apply(RENAME)


def _edited_and_back(session: Session) -> None:
    session.apply(RENAME)
    session.undo()


def _there_and_back_and_there(session: Session) -> None:
    session.apply(RENAME)
    session.undo()
    session.redo()


def _read_again(session: Session) -> None:
    session.reload()


def _previewed(session: Session) -> None:
    session.preview(RENAME)


def _undone(session: Session) -> None:
    session.undo()
    session.redo()


def _another_judged(session: Session) -> None:
    session.judged(Document.from_bytes(b"schema = 1\n"))


def _asked(session: Session) -> None:
    session.with_fixes(session.findings()[0])


@pytest.mark.parametrize("done", [
    _edited, _edited_and_back, _there_and_back_and_there, _read_again, _previewed, _undone, _another_judged, _asked
])  # fmt: skip
@pytest.mark.parametrize("begun", [0, 40], ids=["not begun", "begun"])
def test_what_is_done_before_the_verdict_is_done_on_a_judged_budget(
    done: Callable[[Session], None], begun: int
) -> None:
    for path in FILES:
        later, at_once = opened(path, later=True), opened(path, later=False)
        for _ in range(begun):
            judge_on(later, lambda: True)
        done(later)
        done(at_once)
        assert later.state.findings == at_once.state.findings
        assert later.state.document.text == at_once.state.document.text
        assert later.dirty == at_once.dirty
        assert later.findings() == at_once.findings()
        later.apply(RENAME) if done is not _edited else later.undo()
        at_once.apply(RENAME) if done is not _edited else at_once.undo()
        assert later.state.verdict() == at_once.state.verdict()
