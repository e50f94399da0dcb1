"""A note and a reason are texts of several lines: wrapped at words, pasted whole, written so that they can be read."""

import tomllib
from pathlib import Path

import pytest
from textual.events import Paste

from budjettitui.tui.widgets.cells import cells
from tests.tui.person import Person, at, copied

QUESTION = "Is 71,92 with VAT? The city gets VAT back, so 58,00 an hour would be the cost."
TULKKAUS = ("g", "2", "G", "up", "c")


def _field(person: Person) -> list[str]:
    """The lines of the field of several lines."""
    lines = [line.partition("[")[2].partition("]")[0].rstrip() for line in person.lines() if "│ [" in line]
    return [line for line in lines if line]


async def test_a_note_is_wrapped_at_words_and_says_on_what_it_is(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press(*TULKKAUS)
        assert "─ Note on a row ─" in person.text()
        assert "On cost.interpreting, Tulkkaus (10 788,00)" in person.text()
        await person.write(QUESTION)
        assert _field(person) == ["Is 71,92 with VAT? The city gets VAT back, so 58,00 an hour would", "be the cost._"]
        assert "today, 24 November 2026" in person.text()
        await person.press("tab")
        await person.write("Maija")
        assert 'To the file: 6 lines at its end. Others see it as " in the row.' in person.text()
        before = path.read_text(encoding="utf-8")
        await person.press("enter", "s")
        after = path.read_text(encoding="utf-8")
        assert after.startswith(before)
        assert len(after.splitlines()) - len(before.splitlines()) == 6
        assert f'text = "{QUESTION}"' in after


async def test_a_new_line_of_a_note_is_one_in_the_file_and_counted(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_text(encoding="utf-8")
    async with at(path) as person:
        await person.press(*TULKKAUS)
        await person.write("Two things:")
        await person.press("ctrl+j")
        await person.write('"VAT" and C:\\x')
        await person.press("shift+enter")
        await person.write("rate")
        told = person.text()
        await person.press("enter")
        assert "Note on" in person.text()
        await person.press("s")
        after = path.read_text(encoding="utf-8")
        added = len(after.splitlines()) - len(before.splitlines())
        assert f"To the file: {added} lines at its end." in told
        assert 'text = """\nTwo things:\n"VAT" and C:\\\\x\nrate"""\n' in after
        assert tomllib.loads(after)["note"][-1]["text"] == 'Two things:\n"VAT" and C:\\x\nrate'
        await person.press("u", "s")
        assert path.read_text(encoding="utf-8") == before


async def test_a_row_without_an_id_gets_one_and_that_line_is_told(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('id = "interpreting"\n', ""), encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    async with at(path) as person:
        await person.press(*TULKKAUS)
        assert "On cost.tulkkaus, Tulkkaus (10 788,00)" in person.text()
        assert "To the file: 5 lines at its end, and 1 with an id in the row." in person.text()
        await person.write("x")
        await person.press("enter", "s")
        assert len(path.read_text(encoding="utf-8").splitlines()) - len(before.splitlines()) == 6


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
async def test_several_lines_are_pasted_as_they_are(tmp_path: Path, end: str) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*TULKKAUS)
        person.app.screen.post_message(Paste(f"first{end}{end}third\tx\x1b"))
        await person.rest()
        assert [line.partition("[")[2].partition("]")[0].rstrip() for line in person.lines() if "│ [" in line][:3] == [
            "first",
            "",
            "third x␛_",
        ]
        await person.press("enter")
        assert person.session.state.budget.notes[-1].text == "first\n\nthird\tx\x1b"


async def test_the_arrows_go_through_the_lines_and_then_to_the_next_field(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*TULKKAUS)
        await person.write("one")
        await person.press("ctrl+j")
        await person.write("three")
        await person.press("up", "end", "space")
        await person.write("two")
        assert _field(person) == ["one two_", "three"]
        await person.press("down", "down")
        await person.write("Maija")
        assert "By [Maija_" in person.text()
        await person.press("up", "home")
        await person.write("Q")
        assert _field(person) == ["one two", "Qthree"]


async def test_more_lines_than_are_seen_scroll_with_the_caret_and_show_that_there_are_more(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=(60, 15)) as person:
        await person.press(*TULKKAUS)
        for number in range(1, 8):
            await person.write(str(number))
            await person.press("ctrl+j")
        assert any("│ …7 " in line for line in person.lines())
        for _ in range(7):
            await person.press("up")
        assert any("│ [1" in line for line in person.lines())
        assert any("│ …2 " in line for line in person.lines())


async def test_a_click_on_a_line_of_the_text_goes_behind_it(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*TULKKAUS)
        await person.write("one")
        await person.press("ctrl+j")
        await person.write("two")
        await person.press("tab")
        await person.click(20, person.row("[one"))
        await person.write("X")
        assert _field(person) == ["oneX_", "two"]
        await person.click(person.lines()[-1].index("^j") + 1, 23)
        await person.write("new")
        assert _field(person) == ["oneX", "new_", "two"]


async def test_a_reason_has_lines_too_and_a_name_has_one(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("r")
        await person.write("a")
        await person.press("ctrl+j")
        await person.write("b")
        assert "To the file, 8 lines at its end, nothing else" in person.text()
        await person.press("tab", "ctrl+j")
        await person.write("M")
        assert "By       [M_" in person.text()
        await person.press("enter", "s")
        assert 'reason = """\na\nb"""\n' in path.read_text(encoding="utf-8")
        assert "self-financing-missing" not in person.checks()


async def test_the_field_holds_wide_signs_and_words_longer_than_a_line_in_any_window(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*TULKKAUS)
        person.app.screen.post_message(Paste("漢字" * 60 + " " + "x" * 200 + " \u202eend"))
        await person.rest()
        for size in ((60, 15), (60, 20), (160, 48), (80, 24)):
            await person.pilot.resize_terminal(*size)
            await person.rest()
            assert {cells(line) for line in person.lines()} == {size[0]}
            assert any("⟨U+202E⟩end_" in line for line in person.lines())
        await person.press("enter")
        assert str(person.session.state.budget.notes[-1].text).endswith("\u202eend")


async def test_a_note_on_no_row_is_one_on_the_project(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "4", "down", "down", "c")
        assert "─ Note on the project ─" in person.text()
        assert "On project" not in person.text()
