"""Years and File: amounts split by year, and the text edited in step with the tables."""

from pathlib import Path

from tests.tui.person import at, changed, copied


async def test_a_row_is_spread_by_the_months_of_the_period_in_one_step(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "5", "E")
        row = person.session.state.budget.costs[0]
        assert [str(one.planned.value) for one in row.years.values() if one.planned] == ["4431", "19939.48"]
        assert "Spread by months: 1 line, 24 370,48" in person.text()
        await person.press("u")
        assert person.session.state.document.to_bytes() == before


async def test_on_a_total_all_rows_of_the_table_are_spread(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "5", *["down"] * 6, "E")
        assert "Spread by months: 6 lines, 152 302,40" in person.text()
        assert len(person.session.history.steps) == 1
        assert all(len(row.years) == 2 for row in person.session.state.budget.costs)


async def test_a_year_is_typed_and_the_rest_put_into_another(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "5", "down", "down", "down", "right", "right")
        assert person.view.at == ("cost", 3, "years", "2022")
        await person.write("1 500,50")
        assert "if so" in person.text()
        await person.press("tab", "L")
        assert "Put 2 499,50 into 2023" in person.text()
        await person.press("s")
    text = path.read_text(encoding="utf-8")
    assert "years = { 2022 = 1500.50, 2023 = 2499.50 }\n" in text
    assert text.replace("years = { 2022 = 1500.50, 2023 = 2499.50 }\n", "").encode() == before


async def test_emptying_the_last_year_takes_the_years_out_of_the_file(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "5", "right", "right", "5", "enter")
        assert person.session.state.document.to_bytes() != before
        await person.press("up", "backspace")
        assert person.session.state.document.to_bytes() == before


async def test_the_file_page_begins_on_the_line_of_the_cell_and_goes_back(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("n", "N")
        cell, page = person.view.at, person.view.page
        await person.press("t")
        assert person.view.page == "file"
        assert "▸✗   " in person.text()
        await person.press("t")
        assert person.view.page == page
        assert cell is not None
        assert person.view.at is not None
        assert person.view.at[:2] == cell[:2]


async def test_a_line_is_edited_in_place_and_the_tables_follow(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("n", "t", "enter", *["backspace"] * 40)
        await person.write("amount = 75_000")
        assert "if so" in person.text()
        await person.press("enter")
        assert "Changed line" in person.text()
        assert "self-financing-missing" not in person.checks()
        await person.press("s")
    assert len(changed(before, path.read_bytes())) == 1


async def test_text_that_is_no_toml_is_kept_and_shown_as_broken(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "6", "G", "right", "enter")
        await person.write(" = x")
        await person.press("enter")
        assert "!BROKEN" in person.lines()[0]
        await person.press("enter", *["backspace"] * 4, "enter")
        assert "!BROKEN" not in person.lines()[0]
        await person.press("u", "u")
        assert person.session.state.document.to_bytes() == before


async def test_lines_are_added_moved_and_deleted(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "6", "g", "g", "a")
        await person.write("# a remark")
        await person.press("enter")
        assert person.session.state.document.line_text(2) == "# a remark"
        await person.press("up", "J")
        assert person.session.state.document.line_text(3) == "# a remark"
        await person.press("d")
        assert person.session.state.document.to_bytes() == before


async def test_a_line_that_was_added_and_left_empty_is_gone_again(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "6", "a", "escape")
        assert not person.session.dirty


async def test_text_that_is_no_utf8_is_shown_and_never_written(tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(b"schema = 1\nname = \xff\n")
    async with at(path) as person:
        await person.press("g", "6", "a", "d", "D", "J", "enter")
        await person.write("7")
        await person.press("enter", "s")
        assert not person.session.history.steps
    assert path.read_bytes() == b"schema = 1\nname = \xff\n"
