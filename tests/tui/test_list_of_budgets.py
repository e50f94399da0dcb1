"""The list of budgets: found, filtered, sorted and compared with the keys of the pages; both of its tabs."""

from pathlib import Path

import pytest

from budjettitui.tui.flows import listing
from budjettitui.tui.screens.folder import FolderScreen
from tests.places import BUDGETS
from tests.tui.person import Person, at, copied


def files(person: Person) -> list[str]:
    """The names that the list shows, from the top."""
    return [line.split()[1] for line in person.lines() if ".toml  " in line and not line.startswith("─")]


async def test_a_text_is_found_and_filtered_by_in_the_list() -> None:
    async with at(BUDGETS) as person:
        await person.press("slash")
        await person.write("soku")
        await person.press("enter")
        assert person.lines()[person.row("soku.toml")].startswith("▸")
        await person.press("F")
        await person.write("ESR 80,00")
        await person.press("enter")
        assert "of 5 lines shown" in person.text() or "Enter open" in person.text()
        await person.press("F", *["backspace"] * 9)
        await person.write("osallisuudesta")
        await person.press("enter")
        assert files(person) == ["hot.toml"]
        await person.press("enter")
        assert "hot.toml" in person.lines()[0]
        await person.press("q", "escape")
        assert len(files(person)) == 5


async def test_both_tabs_are_sorted_by_the_column_of_the_cursor() -> None:
    async with at(BUDGETS) as person:
        await person.press("right", "right", "S", "S")
        assert files(person)[0] == "soku.toml"
        assert "Sorted by support" in person.text()
        await person.press("g", "2")
        before = person.lines()[3:8]
        await person.press("S", "S")
        assert "Sorted by budget item" in person.text()
        assert person.lines()[3:8] != before
        await person.press("S")
        assert person.lines()[3:8] == before


async def test_the_years_of_a_file_are_whole_in_the_ledger_where_the_budget_items_can_give(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    path.rename(tmp_path / "hankkeet.toml")
    async with at(tmp_path) as person:
        await person.press("g", "2")
        assert "hankkeet 2025-27" in person.text()


async def test_a_budget_is_compared_from_the_list(tmp_path: Path) -> None:
    copied("hot.toml", tmp_path)
    async with at(tmp_path) as person:
        await person.press("C")
        await person.rest()
        assert "HEAD" in person.text()
        assert "hot.toml" in person.lines()[0]


async def test_the_bottom_line_names_the_keys_of_a_dialog_while_it_stands() -> None:
    async with at(BUDGETS) as person:
        await person.press("question_mark")
        assert "Esc" in person.lines()[-1]
        assert "open" not in person.lines()[-1]
        await person.press("escape")
        assert "Enter open" in person.lines()[-1]


async def test_home_and_end_lead_to_the_first_and_the_last_line_of_the_list() -> None:
    async with at(BUDGETS) as person:
        await person.press("right", "end")
        assert person.lines()[person.row("+ new budget")].startswith("▸")
        await person.press("home")
        assert person.lines()[person.row("dot.toml")].startswith("▸")


async def test_no_rate_is_told_of_support_that_is_none(tmp_path: Path) -> None:
    async with at(BUDGETS) as person:
        assert person.lines()[person.row("lahetko.toml")].split()[3:5] == ["0,00", "-"]
    async with at(copied("lahetko.toml", tmp_path)) as person:
        assert "0,00 %" not in person.text()
        assert "] no support" in person.text()


async def test_the_ledger_names_the_files_whose_years_are_not_known() -> None:
    async with at(BUDGETS) as person:
        await person.press("g", "2")
        assert "No sum over the files: not split by year: dot.toml and hot.toml" in person.text()
        assert "dot.toml: 279 800,00 = costs of helsinki 251 000,00 + paid to others" in person.text()


async def test_a_folder_in_which_nothing_is_promised_says_so_on_the_tab_of_the_ledger(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_text('schema = 1\n[project]\nname = "Hall"\n', encoding="utf-8")
    async with at(tmp_path) as person:
        await person.press("g", "2", "down", "enter")
        assert "No budget item is named in these files" in person.text()
        assert "Enter" not in person.lines()[-1]
        await person.press("g", "1")
        assert files(person) == ["hall.toml"]


async def test_while_a_folder_is_read_it_is_told_how_far_and_at_the_end_how_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    say = FolderScreen.say

    def heard(screen: FolderScreen, key: str, *, role: str = "", **values: object) -> None:
        say(screen, key, role=role, **values)
        said.append(screen.talk.text)

    monkeypatch.setattr(FolderScreen, "say", heard)
    monkeypatch.setattr(listing, "TELL_AFTER", -1.0)
    async with at(BUDGETS) as person:
        assert said[:5] == [f"Reading {number} of 5 files, Esc stops" for number in range(1, 6)]
        assert "Read 5 files" in person.text()
