"""The mouse where a cell is being typed and in dialogs: fields, and the keys that the bottom line names there."""

from pathlib import Path

import pytest

from tests.tui.person import Person, at, copied
from tests.tui.test_many import amounts


async def click_on(person: Person, text: str) -> None:
    """Click on a text of the window, the lowest one of it."""
    lines = person.lines()
    row = max(number for number, line in enumerate(lines) if text in line)
    await person.click(lines[row].index(text) + 1, row)


async def test_a_click_on_put_back_puts_back_what_is_being_typed(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end")
        await person.write("777")
        await click_on(person, "Esc put back")
        assert person.view.typing is None
        assert not person.session.dirty


@pytest.mark.parametrize(("key", "at_column"), [("Enter keep", "amount"), ("Tab keep", "category")])
async def test_a_click_on_keep_keeps_it_and_goes_where_the_key_goes(key: str, at_column: str, tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end")
        await person.write("777")
        await click_on(person, key)
        assert amounts(person)[0] == "777.00"
        grid = person.screen.desk.grid
        assert grid is not None
        assert grid.cursor[0] == 1
        assert grid.sheet.columns[grid.cursor[1]].key == at_column


async def test_a_click_goes_into_a_field_and_the_bottom_line_does_what_it_says(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("r")
        await person.write("the board decides")
        await click_on(person, "Until ")
        await person.write("2027-01-31")
        await click_on(person, "Enter accept")
        waiver = person.session.state.budget.waivers[0]
        assert (waiver.reason, str(waiver.until)) == ("the board decides", "2027-01-31")


async def test_a_click_on_leaving_leaves_a_dialog(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("m")
        await click_on(person, "Esc change nothing")
        assert not person.view.dialog
        assert not person.session.dirty
        await person.press("c")
        await person.write("a thought")
        await click_on(person, "Esc write nothing")
        assert not person.view.dialog
        assert not person.session.dirty


async def test_a_click_on_doing_it_does_what_is_marked(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("m")
        await click_on(person, "Enter do it")
        assert "75_000" in person.session.state.document.text
        await person.press("ctrl+p")
        await person.write("undo")
        await click_on(person, "Enter do it")
        assert not person.session.dirty
