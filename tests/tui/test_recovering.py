"""Unsaved work comes back after the window was killed, and nothing of it is lost unasked."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.places import BUDGETS, ROOT
from tests.tui.person import at, copied

KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from tests.tui.person import at

async def main():
    async with at(Path(sys.argv[1])) as person:
        await person.press("m", "enter", "c")
        await person.write("not saved")
        await person.press("enter", "u", "U")
        Path(sys.argv[2]).write_bytes(person.session.state.document.to_bytes())
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def test_what_a_killed_window_had_not_saved_comes_back_to_the_same_bytes(tmp_path: Path) -> None:
    path, unbroken = copied("hot.toml", tmp_path), tmp_path / "unbroken"
    before = path.read_bytes()
    ran = subprocess.run([sys.executable, "-c", KILLED, str(path), str(unbroken)], cwd=ROOT, env=dict(os.environ),
                         capture_output=True, timeout=120, check=False)  # fmt: skip
    assert ran.returncode == -signal.SIGKILL, ran.stderr.decode()
    assert path.read_bytes() == before
    async with at(path) as person:
        assert "Unsaved work was found" in person.text()
        await person.press("enter")
        assert person.session.state.document.to_bytes() == unbroken.read_bytes()
        assert path.read_bytes() == before
        await person.press("s")
        assert path.read_bytes() == unbroken.read_bytes()
        await person.press("u", "u", "s")
        assert path.read_bytes() == before
    async with at(path) as person:
        assert "Unsaved work" not in person.text()


async def left(path: Path, lang: str = "en") -> None:
    """A window that goes without saving and without being asked."""
    async with at(path, lang=lang) as person:
        await person.press("m", "enter")
        assert person.screen.journal is not None
        person.screen.journal.close()


async def test_not_now_asks_again_next_time(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    await left(path)
    for _ in range(2):
        async with at(path) as person:
            assert "Unsaved work was found" in person.text()
            await person.press("escape")
            assert not person.session.dirty
            await person.press("q")


async def test_it_is_thrown_away_only_when_said_twice(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    await left(path)
    async with at(path) as person:
        await person.press("down", "down", "enter", "enter")
        assert "Unsaved work was found" in person.text()
        await person.press("down", "down", "enter", "2", "enter")
        assert "thrown away" in person.text()
        await person.press("q")
    async with at(path) as person:
        assert "Unsaved work" not in person.text()


async def test_it_can_be_looked_at_first(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    await left(path)
    async with at(path) as person:
        await person.press("down", "enter")
        assert "75_000" in person.text()
        await person.press("escape")
        assert "Unsaved work was found" in person.text()


async def test_it_goes_on_top_of_a_file_that_is_another_one_now(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    await left(path)
    path.write_bytes(path.read_bytes().replace(b"Hyvinvoinnista", b"HYVINVOINNISTA"))
    async with at(path) as person:
        assert "is another one now" in person.text()
        await person.press("enter")
        text = person.session.state.document.text
        assert "HYVINVOINNISTA" in text
        assert text.encode() == path.read_bytes().replace(b"73_250", b"75_000")


async def test_closing_without_saving_leaves_nothing_to_recover(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("m", "enter", "q", "down", "enter")
    async with at(path) as person:
        assert "Unsaved work" not in person.text()
    assert path.read_bytes() == (BUDGETS / "hot.toml").read_bytes()


async def test_of_a_cell_that_both_changed_mine_is_asked_for_and_not_dropped(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    await left(path)
    theirs = path.read_bytes().replace(b"73_250", b"74_000")
    path.write_bytes(theirs)
    async with at(path) as person:
        await person.press("enter")
        assert "Both changed" in person.text()
        assert "75 000,00" in person.text()
        await person.press("2", "enter", "1", "enter")
        document = person.session.state.document.text
        assert document.count("75_000") == theirs.count(b"75_000") + 1
        assert document.count("74_000") == 1
        assert path.read_bytes() == theirs


async def test_leaving_that_question_leaves_the_unsaved_work_where_it_is(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    await left(path)
    path.write_bytes(path.read_bytes().replace(b"73_250", b"74_000"))
    async with at(path) as person:
        await person.press("enter", "escape")
        assert "Unsaved work was found" in person.text()
        await person.press("escape")
        assert not person.session.dirty
    async with at(path) as person:
        assert "Unsaved work was found" in person.text()


async def test_what_is_looked_at_first_is_what_bringing_it_back_would_change(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    await left(path)
    path.write_bytes(path.read_bytes().replace(b"Hyvinvoinnista", b"HYVINVOINNISTA"))
    async with at(path) as person:
        await person.press("down", "enter")
        changed = [line for line in person.text().splitlines() if " - " in line or " + " in line]
        assert any("73_250" in line for line in changed)
        assert not any("HYVINVOINNISTA" in line or "name =" in line for line in changed)


async def test_a_file_opened_for_looking_leaves_the_work_of_others_where_it_waits(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    await left(path)
    async with at(path, read_only=True) as person:
        assert "Unsaved work on hot.toml waits" in person.text()
        assert not person.session.dirty
        await person.press("c", "enter")
        await person.write("seen")
        await person.press("enter", "s")
        assert path.read_bytes().startswith(before.rstrip())
        assert b'text = "seen"' in path.read_bytes()
        await person.press("q")
    async with at(path) as person:
        assert "Unsaved work was found" in person.text()
        await person.press("enter")
        assert b"75_000" in person.session.state.document.to_bytes()
        assert b'text = "seen"' in person.session.state.document.to_bytes()


async def test_a_note_that_a_review_lost_comes_back_and_is_saved_there(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path, read_only=True) as person:
        await person.press("c", "enter")
        await person.write("seen")
        await person.press("enter")
        assert person.screen.journal is not None
        person.screen.journal.close()
    async with at(path, read_only=True) as person:
        await person.press("enter", "s")
        assert b'text = "seen"' in path.read_bytes()
