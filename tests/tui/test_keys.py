"""One table of keys: none twice in a place, a plain one for everything, all in palette and help, nothing crashes."""

from pathlib import Path

import pytest

from budjettitui.tui.flows import going
from budjettitui.tui.flows.actions import DO
from budjettitui.tui.flows.helping import commands, help_lines
from budjettitui.tui.flows.listing import DO as LISTED
from budjettitui.tui.flows.settings import SETTINGS
from budjettitui.tui.keys import ACTIONS, BOTTOM, ONLY_BY_KEY, PALETTE_ONLY, Action, actions_of
from budjettitui.tui.present.heads import PAGES
from budjettitui.tui.widgets.grid_keys import EMPTY_KEYS, MOVE_KEYS, OPEN_KEYS, OVERWRITE
from budjettitui.words import LANGUAGES, Words
from tests.tui.person import Person, at, copied

PLACES = ("table", "findings", "edit", "tabs", "list")
EMPTY = b'schema = 1\n\n[project]\nname = "New"\n'
BROKEN = b'schema = 1\n[project]\nname = "B"\ndecision_limit = 1 000 000\n[[cost]]\ncategory = "x"\namount = 5\n'


@pytest.mark.parametrize("place", PLACES)
def test_no_key_has_two_meanings_in_one_place(place: str) -> None:
    taken: dict[str, str] = {}
    for action in actions_of(place):
        for key in action.keys:
            assert key not in taken, (key, action.name, taken[key])
            taken[key] = action.name


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_every_action_has_a_key_that_any_terminal_sends(action: Action) -> None:
    plain = [key for key in action.keys if len(key) == 1 or (key[0] == "f" and key[1:].isdecimal())]
    named = {"enter", "tab", "escape", "backspace", "up", "home", "pageup", "ctrl+home", "end"}
    assert plain or named & set(action.keys)


@pytest.mark.parametrize("place", ["table", "findings", "list"])
def test_every_action_that_is_bound_stands_in_the_palette_and_the_help(place: str) -> None:
    offered = {one.name for one in commands(Words("en"), place)}
    listed = "\n".join(help_lines(Words("en"), place))
    for action in actions_of(place):
        assert action.name in offered or action.name in ("palette", *ONLY_BY_KEY)
        assert Words("en").say(f"screen.do.{action.name}") in listed


def test_what_the_grid_does_by_itself_is_in_the_table() -> None:
    own = {key for action in actions_of("table") if action.own for key in action.keys} | {"upper_g"}
    assert set(MOVE_KEYS) | OPEN_KEYS | EMPTY_KEYS | OVERWRITE <= own


def test_every_action_is_done_somewhere_and_named_in_three_languages() -> None:
    done = set(DO) | set(LISTED)
    assert {action.name for action in ACTIONS} - set(ONLY_BY_KEY) <= done
    for action in ACTIONS:
        if action.name not in ONLY_BY_KEY:
            assert "list" not in action.places or action.name in LISTED
            assert not {"table", "findings"} & set(action.places) or action.name in DO
    assert set(PALETTE_ONLY) == set(SETTINGS)
    for lang in LANGUAGES:
        words = Words(lang)
        for action in ACTIONS:
            assert words.has(f"screen.do.{action.name}")
            assert action.rank is None or (words.has(f"screen.hint.{action.name}") and action.name in BOTTOM)


ALL = sorted({key for action in ACTIONS for key in action.keys if key not in ("q", "ctrl+q")})


async def sent(person: Person, key: str) -> None:
    """One key, and what it does."""
    person.app.simulate_key(key)
    await person.pilot.pause()


def at_rest(person: Person) -> bool:
    """True where no dialog is open and nothing is typed."""
    return person.app.screen is person.screen and person.view.place == "table"


async def every_key(person: Person, turn: int = 0) -> None:
    """Every key of the table, each on the next page in turn, leaving dialogs and edits behind; then all is undone."""
    before = person.session.state.document.to_bytes()
    pages = list(PAGES)
    for number, key in enumerate(ALL):
        going.to_page(person.screen, pages[(number + turn) % len(pages)])
        await sent(person, key)
        for _ in range(2):
            if not at_rest(person):
                await sent(person, "escape")
    while person.session.undo() is not None:
        pass
    assert person.session.state.document.to_bytes() == before


@pytest.mark.parametrize("content", [EMPTY, BROKEN, pytest.param(b"\xff\xfe", marks=pytest.mark.long)])
async def test_every_key_everywhere_in_odd_files(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(content)
    async with at(path) as person:
        await every_key(person)
        person.session.save()  # the text of a broken file may be changed and saved; undone to the start it is as it was
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["hot.toml"])
async def test_every_key_everywhere_read_only_changes_nothing(name: str, tmp_path: Path) -> None:
    path = copied(name, tmp_path)
    before = path.read_bytes()
    async with at(path, read_only=True) as person:
        assert "read-only" in person.lines()[0]
        await every_key(person)
        assert not person.session.history.steps
    assert path.read_bytes() == before


async def test_every_key_on_every_page_of_a_real_budget_can_be_undone(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await every_key(person)


async def test_read_only_says_so_on_writing_keys(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), read_only=True) as person:
        for key in ("a", "d", "s", "u", "m", "7"):
            await person.press("g", "3", key)
            assert "read-only: nothing is changed here; C compares, c notes" in person.text()
        assert "a add" not in person.lines()[-1]


async def test_a_digit_never_changes_the_page(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("3")
        assert person.view.page == "overview"
        await person.press("g", "2", "end", "3")
        assert person.view.page == "costs"
        assert person.view.typing is not None
        await person.press("escape", "escape")
        assert "Nothing to leave" in person.text()


async def test_help_and_the_palette_come_from_the_table(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("question_mark")
        assert "arrows, hjkl" in person.text()
        await person.press("escape", "colon")
        await person.write("funding")
        await person.press("escape")
        await person.press("ctrl+p")
        await person.write("next find")
        await person.press("enter")
        assert person.view.page == "costs"


async def test_a_second_question_mark_shows_all_keys_and_a_third_those_of_this_place(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=(100, 60)) as person:
        await person.press("question_mark")
        assert "Keys here" in person.text()
        assert "IN THE LIST OF BUDGETS" not in person.text()
        assert "Missing" in person.text()
        await person.press("question_mark", "end")
        for _ in range(90):
            person.app.simulate_key("down")
        await person.rest()
        assert "IN THE LIST OF BUDGETS" in person.text()
        assert "open the budget" in person.text()
        await person.press("f1")
        assert "Keys here" in person.text()


async def test_keys_that_do_something_else_keep_what_is_being_typed(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end")
        await person.write("25000")
        await person.press("ctrl+s")
        assert "25_000" in person.session.state.document.text
        assert not person.session.dirty
        await person.write("26000")
        await person.press("f6")
        assert person.view.listing
        assert "26_000" in person.session.state.document.text


async def test_a_doubtful_number_stays_typed_whatever_key_comes(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end")
        await person.write("1,234")
        for key in ("ctrl+s", "f6", "ctrl+p", "f8", "ctrl+q"):
            await person.press(key)
            assert person.view.typing is not None
            assert person.view.place == "edit"
        assert not person.session.history.steps
