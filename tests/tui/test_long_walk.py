"""The long walk: every key of the table on every page, in odd files, and in every dialog. Nothing crashes, and undo leads
back to the same bytes. It takes minutes, so it runs only where it is asked for: `dev.py everything --long`."""

from pathlib import Path

import pytest

from budjettitui.tui.flows import going
from budjettitui.tui.keys import ACTIONS
from budjettitui.tui.present.heads import PAGES
from tests.places import BUDGETS
from tests.tui.person import Person, at, copied
from tests.tui.test_keys import BROKEN, EMPTY

pytestmark = pytest.mark.long

KEYS = list(dict.fromkeys(action.keys[0] for action in ACTIONS if action.name not in ("close", "editor", "compare")))
"""One of each action, but those that end the program or start another one; the others are pressed in `test_keys`."""

DIALOGS = ("m", "w", "r", "c", "T", "M", "question_mark", "colon", "slash", "F", "g", "semicolon", "enter", "a")

MUCH = b'schema = 1\n[project]\nname = "[/] \\u202e x"\n' + b"".join(
    b'[[cost]]\ncategory = "personnel"\ndescription = "line %d"\namount = %d\n' % (number, number)
    for number in range(300)
)
ODD = {"empty": EMPTY, "broken": BROKEN, "bytes": b"\xff\xfe", "nothing": b"", "much": MUCH}


async def press(person: Person, *keys: str) -> None:
    """Press keys; a pause after each, as a person makes one."""
    for key in keys:
        person.app.simulate_key(key)
        await person.pilot.pause()


async def all_back(person: Person, before: bytes) -> None:
    """Undo everything; the bytes are those of the beginning."""
    await press(person, "escape", "escape", "escape")
    assert person.app.is_running
    while person.session.undo() is not None:
        pass
    assert person.session.state.document.to_bytes() == before


async def walk_page(person: Person, page: str) -> None:
    """Every key on one page, with the cursor at its top and its end in turn."""
    before = person.session.state.document.to_bytes()
    for number, key in enumerate(KEYS):
        going.to_page(person.screen, page if page != "findings" else "overview")
        edge = "ctrl+end" if number % 2 else "ctrl+home"
        await press(person, *(["f"] if page == "findings" else []), edge, key, "escape", "escape")
    await all_back(person, before)


@pytest.mark.parametrize("page", [*PAGES, "findings"])
@pytest.mark.parametrize("name", ODD)
async def test_every_key_on_every_page_of_odd_files(name: str, page: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(ODD[name])
    async with at(path) as person:
        await walk_page(person, page)


@pytest.mark.parametrize("page", [*PAGES, "findings"])
@pytest.mark.parametrize("name", ["hot.toml", "dot.toml", "soku.toml"])
async def test_every_key_on_every_page_of_budgets(name: str, page: str, tmp_path: Path) -> None:
    async with at(copied(name, tmp_path)) as person:
        await walk_page(person, page)


@pytest.mark.parametrize("page", PAGES)
async def test_every_key_read_only(page: str, tmp_path: Path) -> None:
    path = copied("dot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path, read_only=True) as person:
        await walk_page(person, page)
        assert not person.session.history.steps
    assert path.read_bytes() == before


@pytest.mark.parametrize("opens", DIALOGS)
@pytest.mark.parametrize("name", ["hot.toml", "broken"])
async def test_every_key_in_every_dialog(opens: str, name: str, tmp_path: Path) -> None:
    path = copied(name, tmp_path) if name.endswith(".toml") else tmp_path / "odd.toml"
    if name in ODD:
        path.write_bytes(ODD[name])
    async with at(path) as person:
        before = person.session.state.document.to_bytes()
        for key in KEYS:
            await press(person, "escape", "escape", opens)
            ends = f"{key.lower()}q close" in person.text()  # the letter by which one jumps to that hint
            if not ends:
                await press(person, key)
            await press(person, "escape", "escape")
        await all_back(person, before)


async def test_every_key_on_the_list_of_budgets() -> None:
    async with at(BUDGETS) as person:
        for key in [key for key in KEYS if key not in ("a", "insert")]:
            for tab in ("1", "2"):
                await press(person, "g", tab, key, "escape", "escape")
                if hasattr(person.app.screen, "session"):
                    await press(person, "q")
        assert person.app.is_running


@pytest.mark.parametrize("size", [(60, 15), (60, 40), (79, 16), (80, 17), (81, 19), (110, 15), (149, 21), (200, 60)])
@pytest.mark.parametrize("name", ["hot.toml", "much"])
async def test_every_key_in_windows_of_odd_sizes(size: tuple[int, int], name: str, tmp_path: Path) -> None:
    path = copied(name, tmp_path) if name.endswith(".toml") else tmp_path / "odd.toml"
    if name in ODD:
        path.write_bytes(ODD[name])
    async with at(path, size=size) as person:
        before = person.session.state.document.to_bytes()
        for number, key in enumerate(KEYS):
            going.to_page(person.screen, PAGES[number % len(PAGES)])
            await press(person, key)
            assert all(len(line) <= size[0] for line in person.lines())
            await press(person, "escape", "escape")
        await all_back(person, before)
