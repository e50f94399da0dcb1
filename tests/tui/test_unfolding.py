"""What stays where it was when columns fold in a narrower window, and what a price of many decimals is called."""

import re
from pathlib import Path

import pytest

from tests.tui.person import at, copied

HUGE = """schema = 1
[project]
name = "Huge"
rules = "fi-esrplus-2021"
period = { start = 2025-01-01, end = 2034-12-31 }
[[cost]]
category = "personnel"
description = "A"
amount = 123_456_789_012.34
years = { 2025 = 12_345_678_901.23 }
[[cost]]
category = "personnel"
description = "B"
amount = 999_999_999_999.99
[[funding]]
kind = "support"
amount = 900_000_000_000
"""


async def test_a_price_that_is_being_typed_goes_with_its_column_when_that_is_folded(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=(160, 48)) as person:
        await person.press("g", "2", "right", "right", "right", "right")
        await person.write("4 500,501")
        await person.pilot.resize_terminal(80, 24)
        await person.rest()
        grid = person.screen.desk.grid
        assert grid is not None
        assert grid.sheet.columns[grid.cursor[1]].key == "how"
        await person.press("enter")
        price = person.session.state.budget.costs[0].unit_price
        assert price is not None
        assert str(price.value) == "4500.501"


async def test_the_cursor_and_what_is_selected_stay_in_their_columns_when_these_are_folded(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=(160, 48)) as person:
        await person.press("g", "2", "end", "left", "shift+down", "shift+left")
        await person.pilot.resize_terminal(80, 24)
        await person.rest()
        grid = person.screen.desk.grid
        assert grid is not None
        marked = [grid.sheet.columns[column].key for column in grid.sheet.selection[1]]
        assert marked == ["how", "amount"]


async def test_a_change_of_a_price_in_its_third_decimal_is_told_as_one(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=(160, 48)) as person:
        await person.press("g", "2", "G", "up", "home", "right", "right", "right", "right")
        await person.write("71,925")
        assert "+0,005" in person.text()
        await person.press("enter")
        assert "Changed price of Tulkkaus: 71,92 -> 71,925" in person.text()


async def test_steps_are_called_in_the_language_of_now_when_it_is_switched(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), lang="sv") as person:
        await person.press("g", "2", "down", "down", "down", "right", "right", "right")
        await person.press("backspace", "home", "enter")
        await person.write("personal")
        await person.press("enter", "ctrl+p")
        await person.write("english")
        await person.press("enter", "u")
        assert "Undone: Changed category of Tilintarkastus: services" in person.text()
        await person.press("u")
        assert "Undone: Changed amount of Tilintarkastus: 4 000,00 ->" in person.text()


async def test_per_cent_of_nothing_is_no_amount_and_a_number_that_is_too_fine_is_told_as_it_is_written(
    tmp_path: Path,
) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "2", "end")
        await person.write("50%")
        assert "Per cent of what?" in person.text()
        await person.press("enter")
        assert person.view.typing is not None
        await person.press("escape")
        await person.write("1 234 567,891")
        assert "1 234 567,891 has more decimals than the currency" in person.text().replace("\u00a0", " ")
        await person.press("escape")
        assert not person.session.dirty


@pytest.mark.parametrize("page", ["1", "2", "3", "4", "5"])
@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_no_figure_of_millions_of_millions_is_shortened(page: str, size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "huge.toml"
    path.write_text(HUGE, encoding="utf-8")
    async with at(path, size=size) as person:
        await person.press("g", page)
        assert not re.search(r"\d[\u00a0 ]?\d*…", person.text())


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
async def test_a_project_of_many_partners_has_them_in_its_overview_and_no_letter_twice_in_its_bar(
    lang: str, tmp_path: Path
) -> None:
    partners = "".join(f'[[partner]]\nid = "p{n}"\nname = "University {n}"\n' for n in range(40))
    costs = "".join(f'[[cost]]\npartner = "p{n}"\ncategory = "personnel"\namount = {1000 + n}\n' for n in range(40))
    path = tmp_path / "many.toml"
    path.write_text(f'schema = 1\n[project]\nname = "Many"\n{partners}{costs}', encoding="utf-8")
    async with at(path, lang=lang) as person:
        text = person.text()
        assert {"fi": "29 muuta", "sv": "29 andra", "en": "29 others"}[lang] in text
        bar = text[text.index("[", text.index("Many")) + 1 :].split("]")[0]
        assert sum(sign != before for sign, before in zip(bar, " " + bar, strict=False)) == len(set(bar)) == 12
        assert sum(f"\u00a0{n:03}" in line for line in person.lines() for n in range(40)) >= 4
