"""The last row of the list begins a budget; nothing in a list that is only read offers to."""

from pathlib import Path

import pytest

from budjettitui.tui.screens.palette import Palette
from budjettitui.tui.widgets.grid import Grid
from tests.places import BUDGETS
from tests.tui.person import at, copied


async def test_the_last_row_begins_a_budget_as_the_key_does(tmp_path: Path) -> None:
    copied("hot.toml", tmp_path)
    async with at(tmp_path) as person:
        assert "Enter open  a new" in person.lines()[-1]
        await person.press("down")
        assert person.lines()[person.row("+ new budget")].startswith("▸")
        assert person.lines()[-1].startswith(" Enter new budget  / find")
        assert "Enter asks under whose rules" in person.text()
        await person.press("C")
        assert "New budget: whose rules?" not in person.text()
        await person.press("enter")
        by_row = person.text()
        await person.press("escape", "a")
        assert person.text() == by_row
        assert "New budget: whose rules?" in by_row


async def test_an_empty_folder_has_that_row_alone_with_a_sentence_above_it(tmp_path: Path) -> None:
    async with at(tmp_path, lang="sv") as person:
        assert "Inga budgetar här ännu. Enter börjar den första." in person.text()
        assert person.lines()[person.row("+ ny budget")].startswith("▸")
        assert person.lines()[-1].startswith(" Enter ny budget")


async def test_the_row_is_clicked_twice_to_begin(tmp_path: Path) -> None:
    copied("hot.toml", tmp_path)
    async with at(tmp_path) as person:
        row = person.row("+ new budget")
        await person.click(6, row)
        assert person.lines()[row].startswith("▸")
        assert "New budget: whose rules?" not in person.text()
        await person.click(6, row, times=2)
        assert "New budget: whose rules?" in person.text()


async def test_the_row_stays_last_where_the_list_is_filtered_and_sorted() -> None:
    async with at(BUDGETS) as person:
        await person.press("F")
        await person.write("hot")
        await person.press("enter", "S", "S")
        assert person.row("+ new budget") == person.row("hot.toml  ") + 1
        assert "1 of 5 lines shown" in person.lines()[person.row("+ new budget") + 1]
        await person.press("g", "2")
        assert "+ new budget" not in person.text()


async def test_a_filter_that_no_budget_passes_does_not_say_that_there_are_none() -> None:
    async with at(BUDGETS) as person:
        await person.press("F")
        await person.write("qqq")
        await person.press("enter")
        assert "No budgets here" not in person.text()
        assert "0 of 5 lines shown" in person.text()


async def test_from_a_budget_that_was_begun_one_comes_back_to_its_row(tmp_path: Path) -> None:
    copied("hot.toml", tmp_path)
    async with at(tmp_path) as person:
        await person.press("down", "enter", "enter")
        await person.write("anew")
        await person.press("tab")
        await person.write("Another")
        await person.press("enter", "s", "q")
        assert person.lines()[person.row("anew.toml  ")].startswith("▸")
        assert "Another" in person.text()


@pytest.mark.parametrize("name", ["a", "insert", "question_mark", "ctrl+p"])
async def test_nothing_offers_a_budget_where_the_folder_is_only_read(name: str, tmp_path: Path) -> None:
    copied("hot.toml", tmp_path)
    async with at(tmp_path, read_only=True) as person:
        assert "read-only" in person.lines()[0]
        assert "new" not in person.lines()[-1]
        await person.press(name)
        assert "new budget" not in person.text()
        if name in ("a", "insert"):
            assert "read-only: nothing is changed here" in person.text()


async def test_the_menu_of_a_list_that_is_only_read_offers_to_open_but_not_to_begin(tmp_path: Path) -> None:
    copied("hot.toml", tmp_path)
    async with at(tmp_path, read_only=True) as person:
        await person.click(6, person.row("hot.toml  "), button=3)
        menu = person.app.screen
        assert isinstance(menu, Palette)
        names = [one.name for one in menu.text.commands]
        assert "open" in names
        assert "new" not in names


async def test_while_the_folder_is_read_the_cursor_waits_for_its_first_budget() -> None:
    async with at(BUDGETS) as person:
        await person.press("r")
        assert person.app.screen.query_one(Grid).cursor == (0, 0)
        assert person.lines()[person.row("dot.toml  ")].startswith("▸")
