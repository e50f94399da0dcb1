"""Help and palette: keys by their names in each language, far keys, the nearest command, windows that are too small."""

from pathlib import Path

import pytest

from budjettitui.tui.flows.helping import commands, help_lines
from budjettitui.tui.keys import ACTIONS
from budjettitui.tui.screens.palette import Command, Palette, nearest
from budjettitui.words import LANGUAGES, Words
from tests.places import BUDGETS
from tests.tui.person import at, copied

NAMES = {"fi": ("nuolet, hjkl", "Askelpalautin", "Ylös Alas"), "sv": ("pilar, hjkl", "Backsteg", "Upp Ned")}


@pytest.mark.parametrize("lang", NAMES)
async def test_keys_with_a_name_are_called_so_in_help_palette_and_bottom_line(lang: str, tmp_path: Path) -> None:
    arrows, backspace, up_down = NAMES[lang]
    async with at(copied("hot.toml", tmp_path), size=(80, 60), lang=lang) as person:
        await person.press("question_mark")
        assert arrows in person.text()
        assert backspace in person.text()
        assert up_down in person.lines()[-1]
        for english in ("arrows", "Backspace", "Up Down"):
            assert english not in person.text()
        await person.press("escape", "ctrl+p")
        assert backspace in person.text()
        assert "Backspace" not in person.text()


@pytest.mark.parametrize("place", ["table", "findings", "list"])
def test_the_help_names_the_letters_beside_enter_though_they_are_letters_of_its_name(place: str) -> None:
    (line,) = [one for one in help_lines(Words("en"), place, ACTIONS) if one.startswith("  Enter ")]
    assert line.endswith("  (e, i, F2)")


async def test_end_page_and_home_go_through_the_help(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("question_mark")
        top = person.text()
        await person.press("end")
        assert "Up Down         " in person.text()
        await person.press("home")
        assert person.text() == top
        await person.press("pagedown")
        first = person.text()
        assert first != top
        await person.press("pageup")
        assert person.text() == top


async def test_a_word_that_no_command_has_offers_the_nearest_ones(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("ctrl+p")
        await person.write("udno")
        assert "No command has these letters. The nearest:" in person.text()
        palette = person.app.screen
        assert isinstance(palette, Palette)
        assert palette.offered[0].name == "undo"
        await person.press("enter")
        assert "Nothing to undo" in person.text()


async def test_where_no_command_is_near_it_is_said(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), lang="sv") as person:
        await person.press("ctrl+p")
        await person.write("qqqqq")
        assert "Inget kommando har dessa bokstäver. " in person.text()
        await person.press("enter")
        assert isinstance(person.app.screen, Palette)


def test_the_nearest_command_is_the_one_that_is_most_alike() -> None:
    commands = [
        Command("save", "save", "s"),
        Command("goal", "goal: what must change", "T"),
        Command("spread", "spread by months", "E"),
    ]
    assert [one.name for one in nearest("sprad", commands)] == ["spread"]
    assert nearest("spread mnths", commands)[0].name == "spread"
    assert nearest("zzz", commands) == []


@pytest.mark.parametrize("keys", [("question_mark",), ("ctrl+p",), ("r",), ("m",)])
async def test_no_dialog_stands_over_the_sentence_of_a_window_that_is_too_small(
    keys: tuple[str, ...], tmp_path: Path
) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press(*keys)
        before = person.text()
        await person.pilot.resize_terminal(52, 14)
        await person.rest()
        assert person.text().strip() == "60x15 at least, now 52x14"
        await person.pilot.resize_terminal(80, 24)
        await person.rest()
        assert person.text() == before


async def test_the_list_says_too_when_its_window_is_too_small() -> None:
    async with at(BUDGETS) as person:
        await person.press("question_mark")
        await person.pilot.resize_terminal(40, 20)
        await person.rest()
        assert person.text().strip() == "60x15 at least, now 40x20"
        await person.pilot.resize_terminal(80, 24)
        await person.press("escape")
        assert "Enter open" in person.lines()[-1]


@pytest.mark.parametrize(
    ("lang", "typed", "name"),
    [
        ("fi", "tuki", "goal"),
        ("fi", "vaje", "mend"),
        ("fi", "lajittelu", "sort"),
        ("fi", "excel", "paste"),
        ("fi", "kulut", "go"),
        ("sv", "stöd", "goal"),
        ("sv", "sökning", "find"),
        ("sv", "kommentar", "note"),
        ("en", "support", "goal"),
        ("en", "clipboard", "copy"),
        ("en", "git", "compare"),
        ("en", "quit", "close"),
    ],
)
async def test_a_command_is_found_by_the_noun_that_it_is_about(
    lang: str, typed: str, name: str, tmp_path: Path
) -> None:
    async with at(copied("soku.toml", tmp_path), lang=lang) as person:
        await person.press("ctrl+p")
        await person.write(typed)
        palette = person.app.screen
        assert isinstance(palette, Palette)
        assert name in [one.name for one in palette.fitting]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", ["table", "findings", "list"])
def test_every_command_has_words_beside_its_name_that_it_is_found_by(lang: str, place: str) -> None:
    words = Words(lang)
    assert [one.name for one in commands(words, place) if len(one.also) < 2] == []
