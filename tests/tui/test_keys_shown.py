"""The bottom line names what matters where one is, and the gutter what is being typed."""

from pathlib import Path

import pytest
from textual.events import Paste

from tests.tui.person import at, copied

SAVE = {"fi": "s tallenna", "sv": "s spara", "en": "s save"}


@pytest.mark.parametrize("lang", SAVE)
async def test_saving_stands_in_the_bottom_line_of_every_page(lang: str, tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), lang=lang) as person:
        for keys in (*(("g", number) for number in "123456"), ("f",)):
            await person.press(*keys)
            assert SAVE[lang] in person.lines()[-1]


async def test_in_the_findings_stands_what_one_does_with_them(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("f")
        for hint in ("Enter go there", "m mend", "w why", "r accept", "c note", "F filter"):
            assert hint in person.lines()[-1]


async def test_a_reviewer_is_told_how_to_compare_to_accept_and_to_note(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), read_only=True) as person:
        for hint in ("w why", "r accept", "c note", "C compare"):
            assert hint in person.lines()[-1]


async def test_on_the_text_of_the_file_stand_the_editor_and_the_way_to_the_table(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "6")
        assert "t table" in person.lines()[-1]
        assert "o editor" in person.lines()[-1]


async def test_the_gutter_says_what_a_typed_number_would_bring_and_that_one_is_in_doubt(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", *["down"] * 5, "end")
        for text, sign in (("10878", "✗"), ("10788", "!"), ("1,234", "?")):
            await person.write(text)
            assert f"▸{sign} services   Tulkkaus" in person.text()
            await person.press("escape")


async def test_a_goal_says_what_it_would_bring_and_one_that_is_reached_what_stands(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("T", "down")
        assert "New: Forum Virium Helsinki Oy: the support is 75,44 %" in person.text()
        await person.press("down", "down")
        assert "nothing to raise: 412 500,00 is the most for 550 000,00" in person.text()
        await person.press("down")
        assert "Support 412 500,00, which is 75,00 % of costs 550 000,00" in person.text()


async def test_the_numbers_of_a_pasted_block_are_shown_as_the_cells_will_have_them(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2")
        person.app.post_message(Paste("Palvelut\tOhjaus\t11\tkk\t5538,75\t60 926,25\n"))
        await person.rest()
        assert "11 kk 5 538,75 60 926,25" in " ".join(person.text().split())
        await person.press("escape")
        person.app.post_message(Paste("Laji\tKuvaus\tMäärä\tHinta\tSumma\nPalvelut\tTulkkaus\t90 h\t58,00\t5 220,00\n"))
        await person.rest()
        assert "90 h 58,00 5 220,00" in " ".join(person.text().split())


async def test_the_foot_names_what_is_not_known_and_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "two.toml"
    path.write_text(
        'schema = 1\n\n[project]\nname = "Two"\nrules = "generic"\n\n[[partner]]\nid = "a"\n\n[[partner]]\nid = "b"\n\n'
        '[[cost]]\npartner = "a"\ncategory = "personnel"\namount = 100\n',
        encoding="utf-8",
    )
    async with at(path) as person:
        assert "Not known: costs (b), support" in person.text()


async def test_copying_and_pasting_go_by_the_keys_of_other_programs_too(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "v", "down", "ctrl+c")
        assert "Copied 2 x 1 cells" in person.text()
        await person.press("ctrl+v")
        assert "Paste from a spreadsheet" in person.text()


async def test_a_paste_says_what_would_be_found_before_it_is_written(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2")
        person.app.post_message(Paste("Palvelut\tOhjaus\t10,00\nPalvelut\tPainatus\t20,00\n"))
        await person.rest()
        assert "Findings then: ✗1 !2 i0. New: The project: costs are stated" in person.text()
