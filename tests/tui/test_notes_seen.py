"""A note is read where it stands: in the strip of its row, beside a finding of the row, and in the panel."""

from pathlib import Path

import pytest

from tests.tui.person import Person, at, copied


async def noted(person: Person, text: str) -> None:
    """Write a note on the row under the cursor."""
    await person.press("c")
    await person.write(text)
    await person.press("enter")


@pytest.mark.parametrize(
    ("lang", "head"),
    [("en", "Note on this row"), ("fi", "Muistiinpano tällä rivillä"), ("sv", "Anteckning på denna rad")],
)
async def test_the_strip_reads_the_note_of_a_row_that_has_no_finding(lang: str, head: str, tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), lang=lang) as person:
        await person.press("g", "2")
        await noted(person, "who is it")
        assert head in person.text()
        assert '" who is it' in person.text()
        await person.press("down")
        assert "who is it" not in person.text()
        await person.press("up", "n")
        assert head not in person.text()


async def test_a_row_that_has_a_finding_says_that_it_has_a_note_too(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await noted(person, "asked the city")
        assert "in this row; c reads its note" in person.text()
        await person.press("c")
        assert "asked the city" in person.text()


async def test_the_panel_of_a_wide_window_has_the_notes_of_the_row(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(160, 48)) as person:
        await noted(person, "asked the city")
        assert '" asked the city' in person.text()
        await person.press("g", "4", "g", "g", "down")
        assert '" asked the city' in person.text()


async def test_a_note_on_a_figure_that_comes_from_a_share_is_one_on_the_share(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "3", "g", "g")
        await noted(person, "as decided")
        assert person.session.state.budget.notes[0].at == "share.helsinki"
        assert not [one for one in person.session.state.verdict() if one.path.startswith("note")]
