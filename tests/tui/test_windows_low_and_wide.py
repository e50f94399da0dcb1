"""What a low window leaves out, and what a wide one shows more of."""

from pathlib import Path

import pytest

from budjettitui.tui.screens.palette import Palette
from tests.places import BUDGETS
from tests.tui.person import at, copied

LOW, SMALL, LARGE = (60, 15), (80, 24), (160, 48)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("key", ["r", "c"])
async def test_in_the_lowest_window_the_field_that_is_typed_in_is_seen(lang: str, key: str, tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=LOW, lang=lang) as person:
        await person.press("escape", key)
        await person.write("because")
        assert "because" in person.text()
        await person.press("tab")
        await person.write("somebody")
        assert "somebody" in person.text()
        assert "Esc" in person.lines()[-1]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
async def test_in_the_lowest_window_all_fields_of_a_new_budget_are_come_to_and_its_sides_are_straight(
    lang: str, tmp_path: Path
) -> None:
    async with at(tmp_path, size=LOW, lang=lang) as person:
        await person.press("a", "enter")
        for number in range(7):
            await person.write(f"text{number}")
            assert f"text{number}" in person.text()
            box = [line for line in person.lines() if line.count("│") == 2]
            assert len({line.rindex("│") for line in box}) == 1
            await person.press("tab")


async def test_a_hint_that_has_no_room_beside_its_field_stands_in_it_while_it_is_empty(tmp_path: Path) -> None:
    async with at(tmp_path, size=LOW, lang="sv") as person:
        await person.press("a", "enter", "tab", "tab", "tab")
        assert "[_ med komman, den ledande först" in person.text()
        await person.write("Stad")
        assert "med komman" not in person.text()


async def test_a_wide_list_names_the_projects_and_is_sorted_by_them() -> None:
    async with at(BUDGETS, size=LARGE) as person:
        assert "Etelä-Pirkanmaan sosiaalisen kuntoutuksen hanke - SOKU" in person.lines()[person.row("soku.toml")]
        await person.press("right", "S")
        assert "Sorted by project" in person.text()
        rows = [line for line in person.lines() if ".toml  " in line and not line.startswith("─")]
        assert [
            line[3:].split(".")[0][:4] for line in rows if any(name in line for name in ("DOT", "SOKU", "Hyvä alku"))
        ] == ["dot", "soku", "hyva"]
    async with at(BUDGETS, size=SMALL) as person:
        assert "Etelä-Pirkanmaan" not in "\n".join(person.lines()[:8])


async def test_a_wide_ledger_has_the_budget_items_whole() -> None:
    async with at(BUDGETS, size=LARGE) as person:
        await person.press("g", "2")
        assert "sosiaali-, terveys- ja pelastustoimiala" in person.text()


async def test_the_menu_of_a_row_that_adds_one_offers_nothing_that_needs_a_row(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("escape", "g", "2")
        await person.click(20, person.row("+ add a line"), button=3)
        menu = person.app.screen
        assert isinstance(menu, Palette)
        names = {one.name for one in menu.text.commands}
        assert "add" in names
        assert not names & {"edit", "delete", "copy_row", "empty", "row_up", "note"}


async def test_models_of_other_rules_do_not_say_that_enter_would_take_one(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("escape", "M")
        assert "if you press Enter" not in person.text()
        assert "if 1" in person.text()


@pytest.mark.parametrize("size", [(60, 20), (80, 20), (80, 21), (90, 21)])
async def test_in_a_low_window_the_partners_have_the_room_of_the_bars(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at(copied("hot.toml", tmp_path), size=size) as person:
        for name in ("helsinki", "fvh", "project"):
            assert any(line[3:].startswith(name) for line in person.lines()), name
        assert "Funding [" not in person.text()
