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


async def test_the_proof_names_the_line_of_the_other_file_too(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.toml").write_text("# of the neighbours\n" + TEXT, encoding="utf-8")
    async with at(tmp_path, size=(100, 30)) as person:
        await person.press("enter", "n", "w")
        while "120,00" not in person.text():
            await person.press("escape", "n", "w")
        assert "line 9" in person.text()
        assert "two.toml, line 10" in person.text()
