"""Unsaved work survives: a process that edits and is killed leaves what the next one brings back, byte for byte."""

import os
import signal
import stat
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from budjettitui import store
from budjettitui.edits import Change, Set
from budjettitui.journal import Journal
from budjettitui.journal.slots import working_beside
from budjettitui.session import Session
from tests.places import BUDGETS

TODAY = date(2025, 6, 1)
SEED = BUDGETS / "hot.toml"

EDITOR = """
import sys, time
from datetime import date
from pathlib import Path
from budjettitui.edits import Change, Remove, Set
from budjettitui.journal import Journal
from budjettitui.journal.slots import working_beside
from budjettitui.session import Session
session = Session.open(Path(sys.argv[1]), today=date(2025, 6, 1))
session.journal = Journal.open(session.stored)
for what in sys.argv[2:]:
    if what == "undo":
        session.undo()
    elif what == "redo":
        session.redo()
    elif what == "save":
        session.save()
    elif what == "remove":
        session.apply(Change("typed", (Remove(("funding", 0)),)))
    else:
        session.apply(Change("typed", (Set(("funding", 1, "amount"), what),), {"to": what}))
print(session.state.document.text.count(chr(10)), flush=True)
time.sleep(60)
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BUDJETTITUI_STATE", str(tmp_path / "state"))
    path = tmp_path / "hot.toml"
    path.write_bytes(SEED.read_bytes())
    return path


def started(file: Path, *what: str) -> "subprocess.Popen[bytes]":
    """An editor that has done all that it was told, and waits."""
    command = [sys.executable, "-c", EDITOR, str(file), *what]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline()
    return process


def killed(file: Path, *what: str) -> None:
    process = started(file, *what)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def reopened(file: Path) -> tuple[Session, Journal]:
    session = Session.open(file, today=TODAY)
    assert session.stored is not None
    journal = Journal.open(session.stored)
    session.journal = journal
    return session, journal


def unbroken(file: Path, *what: str) -> Session:
    """The same work in one session, on a copy beside it."""
    beside = file.with_name("beside.toml")
    beside.write_bytes(SEED.read_bytes())
    session = Session.open(beside, today=TODAY)
    for one in what:
        if one in ("undo", "redo", "save"):
            getattr(session, one)()
        else:
            session.apply(Change("typed", (Set(("funding", 1, "amount"), one),), {"to": one}))
    return session


@pytest.mark.parametrize(
    "what",
    [
        ("1_000",),
        ("1_000", "2_000", "3_000"),
        ("1_000", "2_000", "undo"),
        ("1_000", "undo", "2_000"),
        ("1_000", "2_000", "undo", "undo", "redo"),
        ("1_000", "save", "2_000"),
        ("1_000", "2_000", "save", "undo"),
        ("1_000", "2_000", "save", "undo", "3_000"),
        ("1_000", "2_000", "undo", "save", "redo"),
    ],
    ids=" ".join,
)
def test_a_killed_session_comes_back_as_an_unbroken_one(file: Path, what: tuple[str, ...]) -> None:
    killed(file, *what)
    session, journal = reopened(file)
    found = journal.found()
    assert found is not None
    assert found.same
    assert journal.restore(session) is None
    whole = unbroken(file, *what)
    assert session.state.document.to_bytes() == whole.state.document.to_bytes()
    assert session.history.steps == whole.history.steps
    assert session.history.undone == whole.history.undone
    while session.undo():
        whole.undo()
    assert session.state.document.to_bytes() == whole.state.document.to_bytes()
    journal.close()


def test_a_text_that_was_packed_before_the_first_step_is_the_text_of_the_journal(file: Path, tmp_path: Path) -> None:
    kept = []
    for early in (False, True):
        session, journal = reopened(file)
        if early:
            journal.prepare()
        session.apply(Change("typed", (Set(("funding", 1, "amount"), "1_000"),)))
        (written,) = (tmp_path / "state" / "journal").glob("*.journal")
        kept.append(written.read_bytes().splitlines()[0])
        journal.remove()
        journal.close()
    assert kept[0] == kept[1]


def test_what_is_brought_back_survives_a_second_kill(file: Path) -> None:
    killed(file, "1_000", "2_000")
    session, journal = reopened(file)
    journal.restore(session)
    session.apply(Change("typed", (Set(("funding", 1, "amount"), "3_000"),)))
    journal.close()
    session, journal = reopened(file)
    found = journal.found()
    assert found is not None
    assert len(found.steps) == 3
    journal.close()


def test_nothing_is_left_after_saving_and_after_undoing_all(file: Path, tmp_path: Path) -> None:
    session, journal = reopened(file)
    session.apply(Change("typed", (Set(("funding", 1, "amount"), "1_000"),)))
    assert list((tmp_path / "state" / "journal").glob("*.journal"))
    session.save()
    assert not list((tmp_path / "state" / "journal").glob("*.journal"))
    session.apply(Change("typed", (Set(("funding", 1, "amount"), "2_000"),)))
    session.undo()
    assert not list((tmp_path / "state" / "journal").glob("*.journal"))
    journal.close()
    assert list((tmp_path / "state" / "journal").iterdir()) == []


def test_what_is_taken_away_beside_the_window_never_takes_the_next_step_with_it(file: Path, tmp_path: Path) -> None:
    session, journal = reopened(file)
    journal.beside = True
    for number in range(50):
        session.apply(Change("typed", (Set(("funding", 1, "amount"), str(number)),)))
        assert b"typed" in next((tmp_path / "state" / "journal").glob("*.journal")).read_bytes()
        session.undo()
    working_beside().submit(int).result()
    assert not list((tmp_path / "state" / "journal").glob("*.journal"))
    session.apply(Change("typed", (Set(("funding", 1, "amount"), "1_000"),)))
    session.undo()
    journal.close()
    assert list((tmp_path / "state" / "journal").iterdir()) == []


def test_only_the_owner_may_read_it_and_its_name_tells_nothing(file: Path, tmp_path: Path) -> None:
    session, journal = reopened(file)
    session.apply(Change("typed", (Set(("funding", 1, "amount"), "1_000"),)))
    (kept,) = (tmp_path / "state" / "journal").glob("*.journal")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert "hot" not in kept.name
    assert str(tmp_path).encode() not in kept.read_bytes()
    journal.close()


def test_a_torn_last_line_costs_one_step(file: Path, tmp_path: Path) -> None:
    killed(file, "1_000", "2_000")
    (kept,) = (tmp_path / "state" / "journal").glob("*.journal")
    data = kept.read_bytes()
    for size in (len(data) - 1, len(data) - 40):
        kept.write_bytes(data[:size])
        _, journal = reopened(file)
        found = journal.found()
        assert found is not None
        assert [step.change.values for step in found.steps] == [{"to": "1_000"}]
        journal.close()


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 4096, b"{}\n", b"[" * 100_000 + b"\n", b'{"v":1,"digest":"x","text":"?"}\n{"at":1}\n']
)
def test_a_journal_that_cannot_be_read_is_none(file: Path, tmp_path: Path, data: bytes) -> None:
    killed(file, "1_000")
    (kept,) = (tmp_path / "state" / "journal").glob("*.journal")
    kept.write_bytes(data)
    session, journal = reopened(file)
    assert journal.found() is None
    session.apply(Change("typed", (Set(("funding", 1, "amount"), "5"),)))
    assert journal.failed is None
    journal.close()


def test_another_living_window_is_told_of_and_keeps_its_work(file: Path) -> None:
    process = started(file, "1_000")
    try:
        session, journal = reopened(file)
        assert journal.taken
        assert journal.found() is None
        session.apply(Change("typed", (Set(("funding", 1, "amount"), "7_000"),)))
        journal.close()
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()
    found = set()
    for _ in range(2):
        session, journal = reopened(file)
        recovery = journal.found()
        assert recovery is not None
        found.add(session.preview(recovery.steps[0].change).document.spelling(("funding", 1, "amount")))
        journal.remove()
        journal.close()
    assert found == {"1_000", "7_000"}


def test_work_not_decided_on_is_offered_again(file: Path) -> None:
    killed(file, "1_000")
    session, journal = reopened(file)
    assert journal.found() is not None
    session.apply(Change("typed", (Set(("funding", 1, "amount"), "7_000"),)))
    session.save()
    journal.close()
    session, journal = reopened(file)
    found = journal.found()
    assert found is not None
    assert not found.same
    journal.close()


def test_on_a_file_that_has_changed_the_steps_come_back_on_top_of_it(file: Path) -> None:
    killed(file, "1_000")
    file.write_text("# theirs\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    session, journal = reopened(file)
    merged = journal.restore(session)
    assert merged is not None
    assert merged.conflicts == ()
    session.take_up(merged.document, merged.steps, stored=session.stored)
    assert session.state.document.text.startswith("# theirs\n")
    assert session.state.document.spelling(("funding", 1, "amount")) == "1_000"
    journal.close()


def test_mine_on_top_of_theirs_is_journaled_on_theirs(file: Path) -> None:
    session, journal = reopened(file)
    session.apply(Change("typed", (Set(("funding", 1, "amount"), "1_000"),)))
    file.write_text("# theirs\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    merged, stored = session.rebase()
    session.take_up(merged.document, merged.steps, stored=stored)
    journal.close()
    again, journal = reopened(file)
    found = journal.found()
    assert found is not None
    assert found.same
    journal.restore(again)
    assert again.state.document.text == session.state.document.text
    journal.close()


def test_a_full_or_read_only_state_folder_never_stops_the_editing(file: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way", encoding="utf-8")
    session, journal = reopened(file)
    assert journal.failed is not None
    session.apply(Change("typed", (Set(("funding", 1, "amount"), "1_000"),)))
    assert session.dirty
    assert journal.found() is None


def test_a_step_is_on_the_disk_before_the_next_key(file: Path, tmp_path: Path) -> None:
    session, journal = reopened(file)
    began = time.monotonic()
    for number in range(20):
        session.apply(Change("typed", (Set(("funding", 1, "amount"), str(number + 1)),)))
        (kept,) = (tmp_path / "state" / "journal").glob("*.journal")
        assert kept.read_bytes().count(b"\n") == number + 2
    assert time.monotonic() - began < 20
    assert store.read(file).digest == session.stored.digest if session.stored else False
    journal.close()
