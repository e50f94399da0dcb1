"""What a terminal pastes, its lines ended by carriage returns, and blocks pasted over cells that stand there."""

from pathlib import Path

from tests.tui.person import at, copied
from tests.tui.test_many import amounts, paste
from tests.tui.test_many_years import LINES, PARTNERS, written, years


async def test_a_column_of_amounts_goes_over_the_amounts_below_the_cursor_in_one_step(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "2", "end", "down", "down", "down")
        await paste(person, "1 000,00\r2 000,50\r")
        assert "Paste over 2 cells from here on" in person.text()
        assert "amount of Tilintarkastus: 4 000,00 -> 1 000,00" in person.text()
        assert "if so" in person.text()
        assert person.session.state.document.to_bytes() == before
        await person.press("enter")
        assert amounts(person)[3:5] == ["1000", "2000.50"]
        assert len(person.session.history.steps) == 1
        await person.press("u")
        assert person.session.state.document.to_bytes() == before


async def test_lines_from_a_terminal_become_lines_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, LINES)
    async with at(path) as person:
        await person.press("g", "6")
        await paste(person, "# one\r# two\r")
        await person.press("s")
        assert b"schema = 1\n[project]\n# one\n# two\nname" in path.read_bytes()


async def test_a_block_of_years_goes_over_the_grid_of_years_and_empty_cells_leave_what_stands(tmp_path: Path) -> None:
    path = written(tmp_path, LINES)
    async with at(path) as person:
        await person.press("g", "5", "right", "right")
        await paste(person, "1 000,00\t2 000,00\r\t2 000\r450\t\r")
        assert "Paste over 4 cells from here on" in person.text()
        await person.press("enter")
        assert years(person) == [{"2025": 1000, "2026": 2000}, {"2026": 2000}, {"2025": 450, "2026": 600}]
        assert len(person.session.history.steps) == 1


async def test_a_block_that_a_cell_cannot_take_changes_nothing_and_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, LINES)
    async with at(path) as person:
        await person.press("g", "5", "right", "right")
        await paste(person, "1\r2\r3\r4\r5\r")
        assert "Not pasted: a cell here cannot be written" in person.text()
        assert not person.session.dirty


async def test_the_preview_of_pasted_rows_says_whose_they_are(tmp_path: Path) -> None:
    path = written(tmp_path, PARTNERS + '[[cost]]\npartner = "b"\ncategory = "other"\ndescription = "X"\namount = 1\n')
    async with at(path) as person:
        await person.press("g", "2")
        await paste(person, "other\tTravel\t200,00\rother\tRent\t300,00\r")
        assert "1 B other Travel 200,00" in " ".join(person.text().split())
        await person.press("enter")
        assert [row.partner for row in person.session.state.budget.costs] == ["b"] * 3


async def test_a_warning_about_what_was_pasted_into_a_cell_goes_with_the_cell(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "enter")
        await paste(person, "5\r6\r")
        assert "only the first of 2 lines" in person.text()
        await person.press("escape")
        assert "only the first of 2 lines" not in person.text()


async def test_a_cell_of_several_lines_is_one_cell_of_one_row(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2")
        await paste(person, 'services\t"Interpreter\rand ""translator"""\t1 200,50\rservices\tScreen, 2"\t20\r')
        await person.press("enter")
        rows = person.session.state.budget.costs[1:3]
        assert [row.description for row in rows] == ['Interpreter and "translator"', 'Screen, 2"']
