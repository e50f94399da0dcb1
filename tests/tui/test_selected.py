"""What is selected stands in the strip, or in the panel: how much it is, and what its amounts come to."""

from pathlib import Path

from budjettitui.cells.many import together
from budjettitui.typed import ENGLISH
from tests.tui.person import Person, at, copied


def strip(person: Person) -> str:
    """The three lines of the strip."""
    return "\n".join(person.lines()[16:19]).replace("\u00a0", " ")


async def test_several_amounts_are_told_by_their_number_and_their_sum_as_in_a_spreadsheet(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "shift+down", "shift+down")
        assert "Selected: 3 rows, 3 cells" in strip(person)
        assert "sum 136 514,40" in strip(person)
        assert "smallest 24 370,48, largest 57 674,02" in strip(person)
        assert "Finding" not in strip(person)
        await person.press("shift+up")
        assert "Selected: 2 rows, 2 cells" in strip(person)
        assert "sum 78 840,38" in strip(person)


async def test_cells_of_words_among_the_amounts_are_passed_over(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "v", "left", "left", "down")
        assert "Selected: 2 rows, 6 cells" in strip(person)
        assert "sum 78 840,38 of 2 amounts" in strip(person)
        await person.press("v", "home", "v", "down")
        assert "Selected: 2 rows, 2 cells" in strip(person)
        assert "sum" not in strip(person)


async def test_the_strip_speaks_of_the_row_again_as_soon_as_nothing_is_selected(tmp_path: Path) -> None:
    for ends in (["escape"], ["up"], ["end", "v", "down", "v"], ["g", "3"], ["n"], ["d"]):
        async with at(copied("hyva-alku.toml", tmp_path)) as person:
            await person.press("g", "2", "end", "shift+down")
            assert "Selected: 2 rows" in strip(person)
            await person.press(*ends)
            assert "Selected" not in strip(person), ends
            assert person.view.selected is None


async def test_the_sum_of_what_is_selected_follows_an_undo(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end")
        await person.write("30000")
        await person.press("enter", "up", "v", "down")
        assert "sum 84 469,90" in strip(person)
        await person.press("U")
        await person.press("escape", "up", "v", "down", "u")
        assert "84 469,90" not in strip(person)


async def test_in_a_wide_window_the_panel_says_what_is_selected(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=(120, 36)) as person:
        await person.press("g", "2", "end", "shift+down", "shift+down")
        assert "Selected: 3 rows, 3 cells" in person.text()
        assert "sum 136 514,40" in person.text()
        assert "line " not in person.text().split("Findings")[0].split("Selected")[1]


async def test_the_row_that_adds_one_is_not_counted(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "G", "up", "shift+down")
        assert "Selected: 1 row, 1 cell" in strip(person)


def test_amounts_are_added_up_to_the_cent_in_either_style_of_numbers() -> None:
    found = together(["0,10", "\u2212\u00a01 000,20", "words", "", "?", "0,10"])
    assert found is not None
    assert (found.count, str(found.total), str(found.least), str(found.most)) == (3, "-1000.00", "-1000.20", "0.10")
    found = together(["1,234.56", "0.44"], ENGLISH)
    assert found is not None
    assert str(found.total) == "1235.00"
    assert together(["kk", "?"]) is None


async def test_nothing_is_selected_any_more_once_a_step_is_taken_back(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "v", "down", "down")
        await person.write("+3%")
        await person.press("enter", "u", "down", "down")
        grid = person.screen.desk.grid
        assert grid is not None
        assert grid.sheet.anchor is None
        assert "Selected:" not in person.text()
        await person.write("7")
        await person.press("enter")
        assert len([one for one in person.session.state.budget.costs if one.amount and one.amount.value == 7]) == 1
