"""The file on disk is another one while there is unsaved work."""

import asyncio
import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from budjettitui.tui.flows.saving import glance, look_at_disk
from budjettitui.tui.widgets.menu import Menu
from tests.tui.person import Person, at, copied
from tests.tui.test_seen_first import sent


async def raised(person: Person) -> None:
    """Mend the one finding of hot.toml: a step of two lines."""
    await person.press("m", "enter")


async def test_my_steps_go_on_top_of_theirs_where_no_cell_was_changed_by_both(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await raised(person)
        theirs = path.read_bytes().replace(b"Hyvinvoinnista", b"HYVINVOINNISTA")
        path.write_bytes(theirs)
        await person.press("s")
        text = person.text()
        assert "no cell was changed by both" in text
        assert "75 000,00*" in text
        await person.press("enter")
        assert path.read_bytes() == theirs
        assert "on top of theirs" in person.text()
        await person.press("s")
        written = path.read_bytes()
        assert b"HYVINVOINNISTA" in written
        assert written == theirs.replace(b"73_250", b"75_000")
        await person.press("u", "s")
        assert path.read_bytes() == theirs


@pytest.mark.parametrize(
    ("lang", "today", "older"),
    [
        ("en", "on disk at 14:02 while", "on disk 23 November 2026 at 14:02 while"),
        ("fi", "levylle klo 14.02, ja", "levylle 23.11.2026 klo 14.02, ja"),
        ("sv", "på disken kl. 14.02 medan", "på disken 23.11.2026 kl. 14.02 medan"),
    ],
)
async def test_it_is_told_when_another_wrote_by_the_clock_of_this_place(
    lang: str, today: str, older: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Helsinki")
    time.tzset()
    at_two = int(datetime(2026, 11, 24, 12, 2, tzinfo=UTC).timestamp())
    for written, said in ((at_two, today), (at_two - 24 * 60 * 60, older)):
        path = copied("hot.toml", tmp_path)
        os.utime(path, (0, 0))
        async with at(path, lang=lang) as person:
            await raised(person)
            path.write_bytes(path.read_bytes().replace(b"550_000", b"543_000"))
            os.utime(path, (written, written))
            await person.press("s")
            assert said in " ".join(line.strip(" │▸") for line in person.lines())
    monkeypatch.undo()
    time.tzset()


async def test_of_a_file_that_is_older_than_the_one_before_no_time_is_told(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await raised(person)
        path.write_bytes(path.read_bytes().replace(b"550_000", b"543_000"))
        os.utime(path, (1, 1))
        await person.press("s")
        assert "Somebody wrote hot.toml on disk while you have 1 unsaved step." in person.text()
        assert "1 change of theirs is lost" in person.text()
        assert "w texts" in person.lines()[-1]


async def test_a_file_that_is_seen_to_be_another_while_s_waits_is_asked_about_once(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await raised(person)
        theirs = path.read_bytes().replace(b"Hyvinvoinnista", b"HYVINVOINNISTA")
        path.write_bytes(theirs)
        sent(person, "s")  # which waits whether a word follows
        await asyncio.sleep(0.05)
        look_at_disk(person.screen)
        await person.rest()
        assert [type(one) for one in person.app.screen_stack].count(Menu) == 1
        await person.press("enter", "s")
        assert path.read_bytes() == theirs.replace(b"73_250", b"75_000")


async def test_the_screen_looks_at_the_file_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("budjettitui.tui.screens.budget.LOOK_EVERY", 0.01)
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        path.write_bytes(path.read_bytes().replace(b"Hyvinvoinnista", b"HYVINVOINNISTA"))
        for _ in range(1_000):
            if "HYVINVOINNISTA" not in person.session.state.document.text:
                await asyncio.sleep(0.01)
        await person.rest()
        assert "HYVINVOINNISTA" in person.session.state.document.text


async def test_a_glance_sees_a_file_written_anew_and_every_fifth_one_that_only_looks_the_same(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        glance(person.screen)
        path.write_bytes(path.read_bytes() + b"\n# theirs\n")
        glance(person.screen)
        assert "# theirs" in person.session.state.document.text
        glance(person.screen)
        about = path.stat()
        path.write_bytes(path.read_bytes().replace(b"# theirs", b"# THEIRS"))
        os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
        for _ in range(5):
            glance(person.screen)
        assert "# THEIRS" in person.session.state.document.text


async def test_a_cell_that_both_changed_is_asked_about(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await raised(person)
        theirs = path.read_bytes().replace(b"73_250", b"74_000")
        path.write_bytes(theirs)
        await person.press("s", "enter")
        assert "Both changed" in person.text()
        await person.press("2", "enter", "1", "enter")
        document = person.session.state.document.text
        assert document.count("75_000") == theirs.count(b"75_000") + 1
        assert document.count("74_000") == 1
        assert path.read_bytes() == theirs


async def test_theirs_is_read_and_mine_kept_beside(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    (tmp_path / "hot.mine.toml").write_text("# older\n", encoding="utf-8")
    async with at(path) as person:
        await raised(person)
        mine = person.session.state.document.to_bytes()
        path.write_bytes(path.read_bytes() + b"# theirs\n")
        await person.press("s", "2", "enter")
        assert not person.session.dirty
        assert (tmp_path / "hot.mine.toml").read_text(encoding="utf-8") == "# older\n"
        assert (tmp_path / "hot.mine-2.toml").read_bytes() == mine
        assert "hot.mine-2.toml" in person.text()


async def test_two_windows_on_one_file_do_not_overwrite_each_other(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as one, at(path) as other:
        await raised(one)
        await one.press("s")
        saved = path.read_bytes()
        await other.press("c")
        await other.write("from the other window")
        await other.press("enter", "s")
        assert path.read_bytes() == saved
        await other.press("enter", "s")
        assert path.read_bytes().startswith(saved.rstrip(b"\n"))
        assert b"from the other window" in path.read_bytes()


async def test_a_file_that_is_gone_loses_nothing_in_the_window(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await raised(person)
        path.unlink()
        await person.press("s")
        assert "can no longer be read" in person.text()
        await person.press("2", "enter")
        assert path.read_bytes() == person.session.state.document.to_bytes()


async def test_what_was_and_became_of_a_long_text_stands_below_its_cell_whole(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await raised(person)
        path.write_bytes(path.read_bytes().replace(b'"HEL 2024-013129"', b'"HEL 2024-013129 T 02"'))
        await person.press("s")
        box = [line.split("│")[1].strip() for line in person.text().splitlines() if line.count("│") == 2]
        assert "code of the project" in box
        assert "was HEL 2024-013129  on disk HEL 2024-013129 T 02*" in box
        assert "was 73 250,00  yours 75 000,00*" in box


async def test_a_row_that_came_is_told_by_what_it_says_where_it_is_no_money(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path, read_only=True) as person:
        await person.press("c", "enter")
        await person.write("who pays")
        await person.press("enter")
        assert "read-only *unsaved" in person.text()
        path.write_bytes(path.read_bytes() + b"# theirs\n")
        await person.press("s")
        assert "who pays*" in person.text()


async def test_mine_of_a_row_that_they_took_out_comes_back_where_it_is_asked_for(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "2", "G", "up", "end")
        await person.write("9000")
        await person.press("enter")
        text = path.read_text("utf-8")
        start = text.rindex("[[cost]]")
        end = text.index("[[", start + 5)
        path.write_text(text[:start] + text[end:], "utf-8")
        await person.press("s", "enter")
        assert "Theirs: the row is gone" in person.text()
        await person.press("2", "enter")
        assert "Your 1 step stands on top of theirs" in person.text()
        last = person.session.state.budget.costs[-1]
        assert last.amount is not None
        assert (last.description, str(last.amount.value), last.unit) == ("Tulkkaus", "9000", "h")
        await person.press("u")
        assert person.session.state.document.text == path.read_text("utf-8")
