"""The settings file: keys by the name of what they do, language, numbers, theme; what cannot be followed is said."""

from pathlib import Path

import pytest

from budjettitui import memory
from budjettitui.settings import Settings, read_settings, with_kept
from budjettitui.tui.app import BudgetApp
from budjettitui.tui.flows.helping import commands
from budjettitui.tui.flows.settings import said
from budjettitui.tui.keymap import STEADY, KeyTable, table_of
from budjettitui.tui.keys import ACTIONS, ONLY_BY_KEY, PLACES, actions_of
from budjettitui.words import LANGUAGES, Words
from budjettitui.words.key_names import KEYS
from tests.tui.person import TODAY, Person, at, copied

EVERY = """
language = "fi"
numbers = "1,234.56"
theme = "colour-blind"
ascii = true

[keys]
mend = "x"
why = ["X", "F9"]
edit = "z"
select = "ctrl+k"
undo = "^r"
"""


def settled(text: str, folder: Path) -> KeyTable:
    """The table of keys of a settings file with this text."""
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return table_of(read_settings(path).keys)


def faults_of(text: str, folder: Path, lang: str = "en") -> list[str]:
    """What is said about a settings file with this text."""
    table = settled(text, folder)
    return [said(Words(lang), one) for one in (*read_settings(folder / "settings.toml").faults, *table.faults)]


def test_without_a_file_nothing_is_set_and_nothing_is_said(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "settings.toml")
    assert (settings.language, settings.keys, settings.faults) == ("", {}, ())
    assert table_of({}).actions == ACTIONS
    assert not table_of({}).bindings()


def test_all_that_can_be_set_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(EVERY.replace('select = "ctrl+k"\nundo = "^r"\n', ""), encoding="utf-8")
    settings = read_settings(path)
    assert (settings.language, settings.numbers, settings.theme, settings.ascii) == (
        "fi", "1,234.56", "colour-blind", True,
    )  # fmt: skip
    assert not settings.faults
    table = table_of(settings.keys)
    assert not table.faults
    assert table.bindings() == {"mend": "x", "why": "X,f9"}
    assert table.own == {"e": "", "i": "", "f2": "", "z": "enter"}
    assert table.shown()["why"] == "X"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[keys]\nfix = 'x'", "there is no action fix"),
        ("[keys]\nmend = 'n'", "mend and next_finding would both be n in one place"),
        ("[keys]\nmend = 'x'\nwhy = 'x'", "would both be x in one place"),
        ("[keys]\nmend = 'alt+m'", "mend cannot have alt+m: not every terminal sends it"),
        ("[keys]\nmend = 'ctrl+i'", "mend cannot have ctrl+i"),
        ("[keys]\nmend = 'ctrl+shift+m'", "mend cannot have ctrl+shift+m"),
        ("[keys]\nmend = 'enter'", "that key always does what it does"),
        ("[keys]\nmend = '7'", "that key always does what it does"),
        ("[keys]\nmend = 'nonsense'", "mend cannot have nonsense"),
        ("[keys]\nmend = 'ctrl+k'", "needs one plain key or F-key too"),
        ("[keys]\nsave = 'o'\neditor = 'x'", "save cannot be o, which has a meaning after g"),
        ("[keys]\nmove = 'x'", "move has keys that always stay"),
        ("[keys]\nmend = 4", "mend needs a key"),
        ("[keys]\nmend = []", "mend needs a key"),
        ("keys = 3", "keys is a table"),
        ("theme = 'pink'", "theme is pink, and may be dark, light, high-contrast and colour-blind"),
        ("language = 3", "language is 3"),
        ("ascii = 'yes'", "ascii is yes"),
        ("colour = 'red'", "there is no setting colour"),
        ("[keys\n", "the file is not TOML at line 1"),
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_said_and_the_usual_keys_hold(text: str, says: str, tmp_path: Path) -> None:
    found = faults_of(text, tmp_path)
    assert any(says in one for one in found), found
    usual = {one.name: one.keys for one in ACTIONS}
    changed = {one.name for one in settled(text, tmp_path).actions if one.keys != usual[one.name]}
    assert changed <= {"editor"}
    for lang in LANGUAGES:
        assert len(faults_of(text, tmp_path, lang)) == len(found)


def test_bytes_that_are_no_text_are_said(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe")
    assert [one.key for one in read_settings(path).faults] == ["unreadable"]


@pytest.mark.parametrize(
    "text", ["", "[keys]\nmend = 'n'\nnext_finding = 'm'", "[keys]\nundo = ['x', '^r']\njump = 'F9'\nedit = 'X'"]
)
def test_with_any_settings_no_key_has_two_meanings_and_every_action_has_a_plain_key(text: str, tmp_path: Path) -> None:
    table = settled(text, tmp_path)
    assert not table.faults
    for place in PLACES:
        keys = [key for one in actions_of(place, table.actions) for key in one.keys]
        assert len(keys) == len(set(keys))
    for one in table.actions:
        plain = any(len(key) == 1 or (key[0] == "f" and key[1:].isdecimal()) for key in one.keys)
        assert plain or STEADY & set(one.keys) or one.name == "top"
        places = ("table", "findings", "list")
        offered = {each.name for place in places for each in commands(Words("en"), place, table.actions)}
        assert one.name in offered or one.name in (*ONLY_BY_KEY, "palette")


def test_sentences_name_the_keys_of_the_table() -> None:
    shown = {one.name: one.shown for one in ACTIONS}
    assert {name: shown[name].split(",")[0] for name in KEYS} == KEYS


async def test_set_keys_do_what_they_are_set_to_and_every_word_of_them_says_so(tmp_path: Path) -> None:
    keys = settled(EVERY.replace('select = "ctrl+k"\n', 'select = ["Z", "ctrl+k"]\n').replace('"^r"', '["R", "^r"]'),
                   tmp_path)  # fmt: skip
    assert not keys.faults
    settings = read_settings(tmp_path / "settings.toml")
    app = BudgetApp(copied("hot.toml", tmp_path), Words("en"), TODAY, settings=settings)
    async with app.run_test(size=(80, 24)) as pilot:
        person = Person(app, pilot)
        await person.rest()
        await person.rest()
        assert "x mend" in person.lines()[-1]
        assert "x 3 mends  X why" in person.text()
        assert "Enter " in person.lines()[-1]
        await person.press("m")
        assert not person.view.dialog
        await person.press("x")
        assert person.view.dialog
        await person.press("enter")
        assert "R takes it back" in person.text()
        await person.press("R")
        assert not person.session.dirty
        await person.press("g", "3", "g", "g", "down", "down", "end", "e")
        assert person.view.typing is None
        await person.press("z")
        assert person.view.typing is not None
        await person.press("escape", "Z", "down")
        assert "2 x 1 cells: typing fills" in person.text()


async def test_a_fault_is_told_in_the_line_that_talks_and_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[keys]\nmend = 'alt+m'\nfix = 'x'\n", encoding="utf-8")
    settings = read_settings(tmp_path / "settings.toml")
    app = BudgetApp(copied("hot.toml", tmp_path), Words("en"), TODAY, settings=settings)
    async with app.run_test(size=(120, 36)) as pilot:
        person = Person(app, pilot)
        await person.rest()
        await person.rest()
        assert "Settings: mend cannot have alt+m" in person.text()
        await person.press("m")
        assert person.view.dialog
        await person.press("escape", "colon")
        await person.write("names for keys")
        await person.press("enter")
        assert "there is no action fix" in person.text()
        assert "Settings file" in person.text()


async def test_language_style_and_theme_of_the_settings_hold(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('numbers = "1,234.56"\ntheme = "light"\nascii = true\n', encoding="utf-8")
    settings = read_settings(tmp_path / "settings.toml")
    app = BudgetApp(copied("hot.toml", tmp_path), Words("en"), TODAY, settings=settings)
    async with app.run_test(size=(80, 24)) as pilot:
        person = Person(app, pilot)
        await person.rest()
        assert "550,000.00" in person.text()
        assert "✗" not in person.text()
        assert app.looks.name == "light"


async def test_the_settings_are_told_without_a_file(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("colon")
        await person.write("names for keys")
        await person.press("enter")
        assert "settings.toml" in person.text()


async def test_what_is_chosen_on_the_screen_holds_at_the_next_start_where_the_file_sets_nothing(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        person.app.speak("sv")
        person.app.write_numbers("1,234.56")
        person.app.next_looks()
        theme = person.app.looks.name
    found = with_kept(Settings(), memory.kept)
    assert (found.language, found.numbers, found.theme) == ("sv", "1,234.56", theme)
    assert with_kept(Settings(language="fi", theme="dark"), memory.kept).language == "fi"
    memory.keep("theme", "no such theme")
    assert with_kept(Settings(), memory.kept).theme == ""


async def test_the_line_of_pages_names_the_key_that_goes_and_every_fault_can_be_read(tmp_path: Path) -> None:
    faulty = (
        "mend = 'alt+m'\nfix = 'x'\nwhy = 'alt+w'\nundo = 'alt+u'\nnote = 'alt+c'\nfind = 'alt+f'\naccept = 'alt+r'\n"
    )
    (tmp_path / "settings.toml").write_text(f"[keys]\ngo = 'b'\n{faulty}", encoding="utf-8")
    settings = read_settings(tmp_path / "settings.toml")
    app = BudgetApp(copied("hot.toml", tmp_path), Words("en"), TODAY, settings=settings)
    async with app.run_test(size=(80, 24)) as pilot:
        person = Person(app, pilot)
        await person.rest()
        assert person.lines()[1].startswith(" b[1 Overview] 2 Costs")
        await person.press("b", "2")
        assert person.view.page == "costs"
        await person.press("colon")
        await person.write("names for keys")
        await person.press("enter")
        seen = set()
        for _ in range(12):
            seen |= {name for name in ("mend", "fix", "why", "undo", "note", "find", "accept")
                     if f"! {name} cannot" in person.text() or f"no action {name}" in person.text()}  # fmt: skip
            await person.press("down")
        assert len(seen) == 7, seen


async def test_the_tour_names_the_keys_as_they_are_set(tmp_path: Path) -> None:
    settled("[keys]\nundo = 'R'\nmend = 'x'\n", tmp_path)
    app = BudgetApp(
        copied("hot.toml", tmp_path), Words("en"), TODAY, settings=read_settings(tmp_path / "settings.toml")
    )
    async with app.run_test(size=(80, 24)) as pilot:
        person = Person(app, pilot)
        await person.rest()
        await person.press("colon")
        await person.write("three things")
        await person.press("enter")
        assert "x shows how to mend it" in person.text()
        assert "Undo with R" in person.text()
