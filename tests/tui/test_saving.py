"""Saving, the file on disk, closing: nothing is lost unasked."""

from pathlib import Path

import pytest

from budjettitui.tui.flows.saving import look_at_disk
from tests.tui.person import at, copied


async def test_nothing_changed_is_not_written(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("s")
        assert "hot.toml is as on disk: nothing to save" in person.text()


async def test_a_file_that_changed_on_disk_is_asked_about_and_not_overwritten(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("m", "enter")
        theirs = path.read_bytes().replace(b"550_000", b"551_000")
        path.write_bytes(theirs)
        await person.press("s")
        assert "The file has changed on disk" in person.text()
        assert path.read_bytes() == theirs
        await person.press("w")
        assert "551_000" in person.text()
        await person.press("escape", "3", "enter")
        assert path.read_bytes() == theirs
        assert person.session.dirty
        await person.press("s", "2", "enter")
        assert not person.session.dirty
        assert b"551_000" in person.session.state.document.to_bytes()


async def test_mine_is_written_over_theirs_only_when_chosen(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("m", "enter")
        path.write_bytes(path.read_bytes() + b"\n# theirs\n")
        await person.press("s", "4", "enter")
        assert path.read_bytes() == person.session.state.document.to_bytes()
        assert not person.session.dirty


async def test_without_work_of_ones_own_the_file_is_read_again(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        path.write_bytes(path.read_bytes().replace(b"550_000", b"551_000"))
        look_at_disk(person.screen)
        await person.rest()
        assert "Read again: changed on disk by another, 1 line" in person.text()


async def test_a_file_that_cannot_be_written_says_so_and_keeps_the_work(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("m", "enter")
        path.unlink()
        path.mkdir()
        await person.press("s")
        text = person.text()
        assert "could not be written" in text or "changed on disk" in text
        assert person.session.dirty


async def test_closing_with_unsaved_work_asks(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("m", "enter", "q")
        assert "Save hot.toml?" in person.text()
        await person.press("3", "enter")
        assert person.app.is_running
        await person.press("ctrl+q", "2", "enter")
    assert path.read_bytes() == before


async def test_save_and_close_saves(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("m", "enter", "q", "enter")
    assert path.read_bytes() != before


async def test_back_in_the_folder_the_list_knows_what_was_saved(tmp_path: Path) -> None:
    copied("hot.toml", tmp_path)
    async with at(tmp_path) as person:
        assert "✗1" in person.text()
        await person.press("enter", "m", "enter", "s", "q")
        assert "✗0 !0 i3" in person.text()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Save a text that is no TOML?"),
        ("fi", "Tallennetaanko teksti, joka ei ole TOMLia?"),
        ("sv", "Spara en text som inte är TOML?"),
    ],
)
async def test_a_text_that_was_whole_and_is_no_toml_now_is_asked_about_before_it_is_saved(
    lang: str, said: str, tmp_path: Path
) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path, lang=lang) as person:
        await person.press("g", "6", "a")
        await person.write("x = ")
        await person.press("enter", "s")
        assert said in person.text()
        assert path.read_bytes() == before
        await person.press("enter")
        assert person.view.typing is not None
        await person.press("escape", "s", "2", "enter")
        assert path.read_bytes() == person.session.state.document.to_bytes() != before
        await person.press("u", "u")
        assert not person.view.dialog
        await person.press("s")
        assert path.read_bytes() == before


async def test_closing_with_such_a_text_asks_and_closes_once_it_is_saved(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "6", "a")
        await person.write("x = ")
        await person.press("enter")
        assert "!BROKEN *unsaved" in person.lines()[0]
        await person.press("q", "enter")
        assert "Save a text that is no TOML?" in person.text()
        await person.press("2", "enter")
        assert path.read_bytes() != before


async def test_closing_counts_what_is_not_in_the_file_and_not_what_was_saved(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end")
        for number in ("25000", "54000"):
            await person.write(number)
            await person.press("enter")
        await person.press("s")
        await person.write("57000")
        await person.press("enter", "q")
        assert "1 step is not saved:" in person.text()
        assert "57 000,00" in person.text()
        await person.press("escape", "u", "u", "q")
        assert "1 step is not saved:" in person.text()
        assert "Taken back: a step that was saved" in person.text()
        assert "1 step is lost" in person.text()
