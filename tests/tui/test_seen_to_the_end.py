"""What is longer than the window: the cursor is seen wherever it goes, and the sums at the end of a table."""

from pathlib import Path

import pytest

from tests.tui.person import Person, at, copied, partners

FIRST = 'schema = 1\n\n[project]\nname = "Sixty"\nrules = "generic"\n'


def sixty(folder: Path) -> Path:
    """A budget of sixty partners, each with a cost line and a source."""
    path = folder / "sixty.toml"
    path.write_text(FIRST + partners(60), encoding="utf-8")
    return path


def here(person: Person) -> str:
    """The line that the cursor stands on; empty where none is seen."""
    return next((line for line in person.lines() if line.startswith("▸")), "")


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_the_cursor_is_seen_at_the_last_partner_and_on_the_way_back(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with at(sixty(tmp_path), size=size) as person:
        await person.press("g", "4", "G", "up", "up")
        assert here(person).split()[:2] in (["▸", "p60"], ["▸!", "p60"])
        await person.press("g", "g")
        assert here(person).split()[:2] in (["▸", "p1"], ["▸!", "p1"])


async def test_the_sums_are_seen_with_the_last_row(tmp_path: Path) -> None:
    async with at(sixty(tmp_path)) as person:
        await person.press("g", "2", "G")
        assert "▸  + add a line" in person.text()
        assert "total" in person.text()
        await person.press("g", "3", *["down"] * 60)
        assert "▸  + add a source" in person.text()
        assert "total" in person.text()


async def test_a_small_sum_in_one_factor_is_told_by_all_that_it_changes(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=(160, 40)) as person:
        await person.press("g", "2", "right", "right")
        await person.write("11*5538,75*40%")
        assert "was 11 " in person.text()
        await person.press("enter")
        assert "11 kk x 40 % -> 11 kk x 5 538,75 x 40 %" in person.text()


async def test_a_small_sum_in_a_year_is_read_as_a_number(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "5", "right", "right")
        await person.write("11*1000*40%")
        assert "reads as 4 400,00" in person.text()
        assert "change" not in person.text()


async def test_a_name_of_two_hundred_signs_leaves_the_figures_of_a_finding_seen(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"Forum Virium Helsinki Oy"', f'"{"Forum Virium " * 16}"'), encoding="utf-8")
    async with at(path) as person:
        strip = " ".join(line.strip() for line in person.text().splitlines()[-7:-5])
        assert "1 750,00 of self-financing is missing (needs 75 000,00, has 73 250,00)" in strip


async def test_going_over_into_the_table_below_tells_of_the_row_that_the_cursor_is_on(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "3", "G", "down")
        assert person.view.at == ("appropriation", 0, "budget_item")
        await person.press("full_stop")
        assert "basis" in person.text()
        assert person.view.dialog == "facts"


async def test_a_click_into_the_table_below_tells_of_its_row(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "3")
        await person.click(5, person.row("sosiaali-"))
        assert person.view.at == ("appropriation", 0, "budget_item")
