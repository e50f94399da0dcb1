"""The list of a folder: budgets that charge one person beyond the whole are told there, and in the budget itself."""

from pathlib import Path

from tests.tui.person import at

TEXT = """schema = 1
[project]
name = "Village courses"
period = { start = 2025-01-01, end = 2025-12-31 }
[[cost]]
category = "personnel"
description = "Teacher"
person = "Minna Canth"
allocation = 60
amount = 10_000
"""


async def test_a_person_charged_in_two_files_is_found_in_the_list_and_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "alone.toml").write_text(TEXT.replace("Minna Canth", "Lucina Hagman"), encoding="utf-8")
    (tmp_path / "one.toml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.toml").write_text(TEXT, encoding="utf-8")
    async with at(tmp_path) as person:
        await person.press("down")
        assert "120,00" in person.text()
        assert "two.toml cost[1]" in person.text()
        await person.press("enter")
        assert "double-funding" in person.checks()
