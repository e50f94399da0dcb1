"""A planner drafts from nothing: line after line typed below the last one, each on its own row of the file."""

from pathlib import Path

import pytest

from budjettitui.tui.flows.copying import block_of
from budjettitui.tui.widgets import grid_says
from tests.tui.person import Person, at, copied

THREE = """schema = 1

[project]
name = "Kokeilu"
rules = "fi-esrplus-2021"

[[partner]]
id = "helsinki"

[[partner]]
id = "forum"

[[cost]]
category = "personnel"
partner = "helsinki"
description = "Koordinaattori"
amount = 24_370.48
"""

TYPED = (
    ("palkka", "forum", "Asiantuntija", "11*5538,75*40%"),
    ("osto", "hels", "Tulkkaus", "150 h x 71,92"),
    ("henkilöstö", "forum", "Projektipäällikkö", "12 kk x 4000"),
)


def drafted(folder: Path) -> Path:
    """A budget with one line and two partners."""
    path = folder / "kokeilu.toml"
    path.write_text(THREE, encoding="utf-8")
    return path


async def write_lines(person: Person) -> None:
    """Type the lines below the last one, without `a`: Enter keeps a line, Enter again opens the next."""
    await person.press("g", "2", "G", "enter")
    for category, partner, description, how in TYPED:
        for text in (category, partner, description):
            await person.write(text)
            await person.press("tab")
        await person.write(how)
        await person.press("enter", "enter")
    await person.press("escape")


async def test_lines_typed_below_the_last_one_stand_as_they_were_typed(tmp_path: Path) -> None:
    path = drafted(tmp_path)
    async with at(path, lang="fi") as person:
        await write_lines(person)
        rows = person.session.state.budget.costs
        assert [row.description for row in rows] == ["Koordinaattori", *(one[2] for one in TYPED)]
        assert [row.category for row in rows[1:]] == ["personnel", "services", "personnel"]
        assert [row.partner for row in rows[1:]] == ["forum", "helsinki", "forum"]
        assert [str(row.amount.value) for row in rows if row.amount] == ["24370.48", "24370.50", "10788", "48000"]
        await person.press("s")
    assert path.read_text(encoding="utf-8").startswith(THREE)


async def test_all_undone_and_all_redone_are_the_same_bytes(tmp_path: Path) -> None:
    path = drafted(tmp_path)
    async with at(path, lang="fi") as person:
        await write_lines(person)
        await person.press("s")
        written = path.read_bytes()
        await person.press(*["u"] * 7, "s")
        assert "Ei tallennettavaa" not in person.text()
        assert path.read_text(encoding="utf-8") == THREE
        await person.press("u")
        assert "kuten avattaessa" in person.text()
        await person.press(*["U"] * 7, "s")
    assert path.read_bytes() == written


async def test_undo_in_a_new_line_takes_that_line_back_and_no_step_before_it(tmp_path: Path) -> None:
    async with at(drafted(tmp_path)) as person:
        await person.press("g", "4", "a")
        await person.write("kyla")
        await person.press("enter", "g", "2", "a")
        await person.write("palk")
        await person.press("ctrl+z")
        assert "No new row" in person.text()
        assert person.view.typing is None
        assert person.view.page == "costs"
        assert [partner.id for partner in person.session.state.budget.partners] == ["helsinki", "kyla", "forum"]


async def test_a_word_that_is_not_in_the_list_says_so_at_once(tmp_path: Path) -> None:
    async with at(drafted(tmp_path), lang="fi") as person:
        await person.press("g", "2", "G", "enter")
        await person.write("xyz")
        assert "Mikään luettelon sana ei sovi" in person.text()
        await person.press("tab")
        assert person.view.typing is not None


@pytest.mark.parametrize(("size", "lang"), [((80, 24), "fi"), ((160, 48), "fi"), ((80, 24), "en"), ((160, 48), "sv")])
async def test_what_was_copied_out_is_pasted_back_as_it_was(size: tuple[int, int], lang: str, tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=size, lang=lang) as person:
        await person.press("g", "2", "G")
        grid = person.screen.desk.grid
        assert grid is not None
        rows = person.session.state.budget.costs
        grid.post_message(grid_says.Pasted(grid, *grid.cursor, block_of(grid)[0]))
        await person.rest()
        await person.press("enter")
        again = person.session.state.budget.costs[len(rows) :]
        assert len(again) == len(rows)
        assert [row.allocation or 100 for row in again] == [row.allocation or 100 for row in rows]
        for key in ("category", "description", "quantity", "unit", "unit_price", "amount"):
            assert [getattr(row, key) for row in again] == [getattr(row, key) for row in rows], key


async def test_a_digit_where_a_line_is_added_says_how_to_begin_one(tmp_path: Path) -> None:
    async with at(drafted(tmp_path)) as person:
        await person.press("g", "2", "G", "7")
        assert "Enter begins a new line here" in person.text()
        assert not person.session.history.steps


async def test_tab_goes_on_into_a_cell_for_words_of_the_new_row_with_the_cell_open(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=(160, 48)) as person:
        await person.press("g", "2", "a", "tab")
        await person.write("Sensors")
        await person.press("tab")
        await person.write("6")
        await person.press("tab")
        await person.write("mo")
        await person.press("tab")
        await person.write("4500")
        await person.press("enter")
        row = next(one for one in person.session.state.budget.costs if one.description == "Sensors")
        assert row.unit == "mo"
        assert row.unit_price is not None
        assert row.unit_price.value == 4500
        await person.press("u")
        assert person.view.typing is None


async def test_a_word_of_a_list_is_called_whole_where_the_window_has_the_room(tmp_path: Path) -> None:
    path = tmp_path / "sea.toml"
    path.write_text('schema = 1\n\n[project]\nname = "Sea"\nrules = "eu-horizon-2021"\n', encoding="utf-8")
    async with at(path) as person:
        await person.press("escape", "g", "2", "a")
        assert "C.3 Other goods, works and services" in person.text()


async def test_a_number_alone_in_how_of_a_line_without_figures_is_what_it_costs(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "a", "tab")
        await person.write("Sensors")
        await person.press("tab")
        await person.write("25000")
        assert "reads as 25 000,00" in person.text()
        await person.press("enter")
        row = next(one for one in person.session.state.budget.costs if one.description == "Sensors")
        assert (row.unit_price, row.amount is not None and row.amount.value) == (None, 25000)


async def test_a_word_of_a_list_that_was_changed_is_told_in_the_language_of_the_screen(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), lang="fi", size=(160, 48)) as person:
        await person.press("g", "2", "enter")
        await person.write("ulko")
        await person.press("enter")
        assert "henkilöstö -> palvelut" in person.text()
