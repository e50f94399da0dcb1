"""A file with a line that is no TOML: the rest is shown and judged, the tables are only read, the text can be written."""

from pathlib import Path

import pytest

from tests.places import BUDGETS
from tests.tui.person import Person, at

HOT = (BUDGETS / "hot.toml").read_text(encoding="utf-8")
LINE = HOT[: HOT.index("1_000_000")].count("\n") + 1
COUNT = HOT.count("\n")


def broken(folder: Path, text: str = HOT.replace("1_000_000", "1 000 000")) -> Path:
    path = folder / "hot.toml"
    path.write_text(text, encoding="utf-8")
    return path


def counts(person: Person) -> str:
    return person.lines()[1].rstrip()[-8:]


async def test_the_rest_is_judged_and_it_is_said_what_was_left_out(tmp_path: Path) -> None:
    async with at(broken(tmp_path)) as person:
        assert "!BROKEN" in person.lines()[0]
        assert counts(person) == "✗2 !0 i3"
        assert f"All but line {LINE} was read: {COUNT - 1} lines of {COUNT}." in person.text()
        assert "1 line could not be read, so these figures may miss something." in person.text()
        assert person.lines()[-3].startswith(" read")
        assert f"error, line {LINE}, column 18" in person.text()
        assert f"m 1 writes 1_000_000, m 2 opens line {LINE}" in person.text()
        assert any(line[1:].startswith("✗ fvh") for line in person.lines())


async def test_the_tables_are_only_read_and_m_1_mends_the_text(tmp_path: Path) -> None:
    path = broken(tmp_path)
    async with at(path) as person:
        await person.press("g", "3", "down", "down", "down", "down", "7")
        assert "broken" in person.text()
        assert person.view.typing is None
        await person.press("m", "1", "enter")
        assert counts(person) == "✗1 !0 i3"
        assert "!BROKEN" not in person.lines()[0]
        await person.press("s")
    assert path.read_text(encoding="utf-8") == HOT


async def test_m_2_opens_the_line_on_the_page_file(tmp_path: Path) -> None:
    async with at(broken(tmp_path)) as person:
        await person.press("m", "2", "enter")
        assert person.view.page == "file"
        assert person.view.line == LINE
        assert person.view.typing is not None


async def test_on_file_n_goes_to_the_line_that_is_no_toml_and_then_to_the_money(tmp_path: Path) -> None:
    async with at(broken(tmp_path)) as person:
        await person.press("g", "6", "n")
        assert person.view.line == LINE
        await person.press("n")
        assert person.view.line is not None
        assert "73_250" in person.session.state.document.line_text(person.view.line)


async def test_a_table_head_that_is_broken_leaves_the_rest_unjudged_and_says_so(tmp_path: Path) -> None:
    text = HOT.replace("[[funding]]", "[[funding", 1)
    async with at(broken(tmp_path, text)) as person:
        assert counts(person) == "✗1 !0 i0"
        assert "All but lines 53–59 was read (87 of 94): only the form is judged." in person.text()
        assert "Not all could be read" in person.text()
        assert "m opens line 53 on the page File, o editor" in person.text()


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("size", [(80, 23), (80, 24), (100, 30)])
async def test_what_was_read_is_seen_in_every_language(lang: str, size: tuple[int, int], tmp_path: Path) -> None:
    async with at(broken(tmp_path), lang=lang, size=size) as person:
        assert str(COUNT - 1) in person.text()
        assert "1_000_000" in person.text()
        assert "…" not in "".join(line for line in person.lines() if "m 1" in line or str(COUNT - 1) in line)


async def test_a_line_broken_while_typing_keeps_the_rest_and_undo_brings_all_back(tmp_path: Path) -> None:
    async with at(broken(tmp_path, HOT)) as person:
        await person.press(
            "g", "6", "g", "g", *["down"] * HOT[: HOT.index("schema")].count("\n"), "enter", "x", "enter"
        )
        assert "!BROKEN" in person.lines()[0]
        assert person.session.state.case.rest
        assert "m mend" in person.text()
        await person.press("u")
        assert counts(person) == "✗1 !0 i3"
