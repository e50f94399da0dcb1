"""Several cells of one row at once: each of them gets what is typed, and none of them takes another's away."""

from pathlib import Path

from tests.tui.person import Person, at

HEAD = """schema = 1
[project]
name = "Two years"
period = { start = 2025-01-01, end = 2026-12-31 }
"""

LINES = """[[cost]]
category = "personnel"
description = "Coordinator"
amount = 3_000
[[cost]]
category = "services"
description = "Interpreter"
amount = 2_000
[[cost]]
category = "other"
description = "Travel"
amount = 1_000
years = { 2025 = 400, 2026 = 600 }
"""

PARTNERS = """[[partner]]
id = "a"
name = "A"
role = "lead"
[[partner]]
id = "b"
name = "B"
[[share]]
partner = "a"
costs = 1_000
"""


def written(tmp_path: Path, text: str) -> Path:
    """A budget in a file."""
    path = tmp_path / "two.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def years(person: Person) -> list[object]:
    """The years of the cost lines as the file has them."""
    rows = person.session.state.document.values["cost"]
    assert isinstance(rows, list)
    return [row.get("years") for row in rows]


async def test_what_is_typed_into_several_years_of_rows_that_have_none_stands_in_each_of_them(tmp_path: Path) -> None:
    path = written(tmp_path, LINES)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "5", "right", "right", "shift+right", "shift+down")
        await person.write("500")
        await person.press("enter")
        assert "Filled 4 cells: 500" in person.text()
        assert years(person)[:2] == [{"2025": 500, "2026": 500}] * 2
        assert b"years = { 2025 = 500, 2026 = 500 }" in person.session.state.document.to_bytes()
        await person.press("u")
        assert person.session.state.document.to_bytes() == before


async def test_all_years_of_a_row_emptied_at_once_leave_no_empty_table_behind(tmp_path: Path) -> None:
    path = written(tmp_path, LINES)
    async with at(path) as person:
        await person.press("g", "5", "down", "down", "right", "right", "shift+right", "backspace")
        assert "Emptied 2 cells" in person.text()
        await person.press("s")
        assert path.read_text("utf-8") == HEAD + LINES.replace("years = { 2025 = 400, 2026 = 600 }\n", "")


async def test_several_years_are_filled_down_into_rows_that_have_none(tmp_path: Path) -> None:
    async with at(written(tmp_path, LINES)) as person:
        await person.press("g", "5", "right", "right", "shift+right")
        await person.write("400")
        await person.press("enter", "shift+left", "shift+down", "V")
        assert years(person)[:2] == [{"2025": 400, "2026": 400}] * 2


async def test_the_first_figure_of_a_partner_is_kept_where_its_neighbour_is_selected_too(tmp_path: Path) -> None:
    path = written(tmp_path, PARTNERS)
    async with at(path) as person:
        await person.press("g", "4", "down", "right", "shift+right")
        await person.write("700")
        await person.press("enter")
        assert "Changed support of B: nothing -> 700,00" in person.text()
        await person.press("s")
        assert path.read_text("utf-8").count("[[share]]") == 2
        assert path.read_text("utf-8").endswith('partner = "b"\nsupport = 700\n')
