"""Pictures of how it looks: every page small and large, in pairs of theme and language, on a fixed day."""

import os
import shutil
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from budjettitui.settings import Settings
from budjettitui.tui.app import BudgetApp
from budjettitui.tui.flows.saving import look_at_disk
from budjettitui.words import Words
from tests.places import BUDGETS
from tests.tui.person import TODAY, Person
from tests.tui.waiting import Hand


@pytest.mark.parametrize(("name", "keys"), [("hot.toml", ["end"]), ("hyva-alku.toml", ["greater_than_sign", "end"])])
def test_overview_and_costs_look_as_they_did(
    name: str, keys: list[str], snap_compare: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = BudgetApp(BUDGETS / name, Words("en"), TODAY)
    assert snap_compare(app, press=keys, terminal_size=(80, 24))


SMALL, LARGE = (80, 24), (160, 48)
PAIRS: tuple[tuple[str, list[str], tuple[int, int], str, str], ...] = (
    ("hot.toml", [], LARGE, "fi", "light"),
    ("hyva-alku.toml", ["2"], LARGE, "sv", "colour-blind"),
    ("dot.toml", ["3"], SMALL, "fi", "high-contrast"),
    ("dot.toml", ["3"], LARGE, "en", "dark"),
    ("hot.toml", ["4"], SMALL, "sv", "light"),
    ("hot.toml", ["4"], LARGE, "fi", "dark"),
    ("hyva-alku.toml", ["5"], SMALL, "en", "colour-blind"),
    ("hot.toml", ["5"], LARGE, "sv", "dark"),
    ("hot.toml", ["6"], SMALL, "fi", "light"),
    ("dot.toml", ["6"], LARGE, "sv", "high-contrast"),
)
"""File, page, size, language, theme: not every page in every one of them, and each of them more than once."""


@pytest.mark.parametrize(("name", "page", "size", "lang", "theme"), PAIRS)
def test_each_page_looks_as_it_did(
    name: str,
    page: list[str],
    size: tuple[int, int],
    lang: str,
    theme: str,
    snap_compare: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = BudgetApp(BUDGETS / name, Words(lang), TODAY, settings=Settings(theme=theme))
    assert snap_compare(app, press=["escape", *(["g", *page] if page else [])], terminal_size=size)


FOLDER: tuple[tuple[list[str], tuple[int, int], str, str], ...] = (
    ([], SMALL, "fi", "light"),
    (["G"], LARGE, "en", "dark"),
    (["g", "2"], SMALL, "sv", "high-contrast"),
    (["g", "2"], LARGE, "fi", "colour-blind"),
    (["a", "e", "s", "r"], SMALL, "sv", "light"),
)
"""Keys, size, language, theme: the list, the ledger of promises, and whose rules a new budget goes by."""


@pytest.mark.parametrize(("keys", "size", "lang", "theme"), FOLDER)
def test_the_list_of_budgets_and_the_ledger_look_as_they_did(
    keys: list[str],
    size: tuple[int, int],
    lang: str,
    theme: str,
    snap_compare: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = BudgetApp(BUDGETS, Words(lang), TODAY, settings=Settings(theme=theme))
    assert snap_compare(app, press=keys, terminal_size=size)


@pytest.mark.parametrize(("key", "lang"), [("m", "fi"), ("w", "sv"), ("r", "en"), ("f", "fi")])
def test_what_stands_over_a_page_looks_as_it_did(
    key: str, lang: str, snap_compare: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = BudgetApp(BUDGETS / "hot.toml", Words(lang), TODAY)
    assert snap_compare(app, press=["escape", key], terminal_size=SMALL)


Do = Callable[[Person, Path], Awaitable[None]]


@dataclass(frozen=True)
class Dialog:
    """One dialog or mode: on which file, after which keys, and what else is done then."""

    name: str
    file: str
    keys: tuple[str, ...]
    size: tuple[int, int]
    lang: str
    theme: str
    do: Do | None = None
    read_only: bool = False
    ascii: bool = False


async def typed(text: str, person: Person) -> None:
    """A text with its blanks, then Enter."""
    await person.write(text)
    await person.press("enter")


WRITTEN = 1_795_521_720
"""14.02 on the day of these pictures, where their clock is."""


@pytest.fixture(autouse=True)
def clock_of_helsinki(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock of one place, whatever that of this machine is."""
    monkeypatch.setenv("TZ", "Europe/Helsinki")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


async def changed(person: Person, path: Path, old: str, new: str, *keys: str) -> None:
    """Another one writes the file while there is unsaved work, and the screen looks at it."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    os.utime(path, (WRITTEN, WRITTEN))
    look_at_disk(person.screen)
    await person.rest()
    await person.press(*keys)


async def gone(person: Person, path: Path) -> None:
    """The file is no more."""
    path.unlink()
    await person.press("s")


async def pasted(person: Person, path: Path) -> None:
    """Two rows of a spreadsheet, one of which the budget has."""
    block = "Henkilöstö\tOhjaaja\t11\tkk\t5538,75\t60 926,25\nPalvelut\tTulkkaus\t150\th\t71,92\t10 788,00\n"
    person.app.post_message(Paste(block))
    await person.rest()


async def called(person: Person, path: Path) -> None:
    """A click with the right button."""
    await person.click(20, 5, button=3)


COSTS, TO_THE_LAST = ("g", "2"), ("down", "down", "down", "down", "down", "end")
NEW, BROKEN = "new.toml", "broken.toml"
MADE: dict[str, Callable[[str], str]] = {
    NEW: lambda _: 'schema = 1\n\n[project]\nname = "New"\nrules = "fi-esrplus-2021"\nstage = "draft"\n',
    BROKEN: lambda hot: hot.replace("1_000_000", "1 000 000"),
}
HOT, HYVA = "hot.toml", "hyva-alku.toml"
DIALOGS = (
    Dialog("goal", HOT, ("T",), SMALL, "sv", "colour-blind"),
    Dialog("goal, what is kept", HOT, ("T", "x", "enter"), SMALL, "fi", "light"),
    Dialog("goal, a rate that is none", HOT, ("T", "r", "a", "enter"), SMALL, "en", "high-contrast"),
    Dialog("models", HYVA, ("M",), LARGE, "fi", "dark"),
    Dialog("which version", HOT, ("C",), SMALL, "sv", "high-contrast"),
    Dialog("compared", HOT, ("C", "backspace", "backspace", "backspace", "backspace"), SMALL, "fi", "colour-blind",
           lambda person, _: typed("dot.toml", person)),
    Dialog("changed on disk", HOT, ("m", "enter"), SMALL, "en", "light",
           lambda person, path: changed(person, path, "550_000", "543_000")),
    Dialog("both changed", HOT, ("m", "enter"), SMALL, "sv", "dark",
           lambda person, path: changed(person, path, "73_250", "74_000", "enter")),
    Dialog("the two texts", HOT, ("m", "enter"), LARGE, "fi", "high-contrast",
           lambda person, path: changed(person, path, "550_000", "543_000", "w")),
    Dialog("gone from disk", HOT, ("m", "enter"), SMALL, "fi", "dark", gone),
    Dialog("close unsaved", HOT, ("m", "enter", "q"), SMALL, "fi", "high-contrast"),
    Dialog("note", HOT, ("n", "c"), SMALL, "sv", "light"),
    Dialog("reason needed", HOT, ("r", "enter"), SMALL, "sv", "dark", ascii=True),
    Dialog("filter", HYVA, (*COSTS, "F"), SMALL, "en", "colour-blind"),
    Dialog("find", HYVA, (*COSTS, "slash"), SMALL, "fi", "dark"),
    Dialog("paste", HYVA, COSTS, SMALL, "sv", "high-contrast", pasted),
    Dialog("help", HYVA, ("question_mark",), SMALL, "fi", "colour-blind"),
    Dialog("palette", HOT, ("colon",), SMALL, "sv", "dark"),
    Dialog("facts", HOT, ("number_sign", "down", "down"), SMALL, "fi", "dark"),
    Dialog("a fact", HOT, ("number_sign", *"ceiling", "enter", "7", "0"), SMALL, "en", "light"),
    Dialog("a word of a fact", HOT, ("number_sign", *"skede", "enter"), LARGE, "sv", "colour-blind"),
    Dialog("a row", "hyva-alku.toml", ("g", "2", "full_stop"), LARGE, "en", "high-contrast"),
    Dialog("menu of the place", HYVA, COSTS, SMALL, "fi", "light", called),
    Dialog("jump", HOT, ("semicolon",), SMALL, "en", "high-contrast"),
    Dialog("after g", HOT, ("g",), SMALL, "fi", "colour-blind"),
    Dialog("category", HYVA, (*COSTS, "a"), SMALL, "sv", "light"),
    Dialog("typing", HYVA, (*COSTS, *TO_THE_LAST, *"10878"), SMALL, "fi", "high-contrast"),
    Dialog("doubt", HYVA, (*COSTS, *TO_THE_LAST, "1", "comma", *"234"), SMALL, "sv", "colour-blind"),
    Dialog("selected", HYVA, (*COSTS, "end", "v", "down", "down"), SMALL, "en", "light"),
    Dialog("review", HOT, ("c",), SMALL, "sv", "dark", read_only=True),
    Dialog("empty", NEW, COSTS, SMALL, "fi", "light"),
    Dialog("step by step", NEW, (*COSTS, "down", "down", "down", "down", "enter", "enter"), SMALL, "en", "dark"),
    Dialog("broken", BROKEN, (), SMALL, "en", "colour-blind"),
    Dialog("broken, its mends", BROKEN, ("m",), SMALL, "sv", "light"),
    Dialog("new budget", "", ("a", "enter"), SMALL, "fi", "dark"),
    Dialog("export", HOT, ("colon", *"xlsx", "enter"), SMALL, "fi", "light"),
    Dialog("which table", HOT, ("colon", *"import", "enter"), SMALL, "sv", "dark"),
    Dialog("folded", HOT, ("f", "z"), LARGE, "sv", "high-contrast"),
    Dialog("accepted", HOT, ("r", *"decided", "enter", "f", "G"), SMALL, "fi", "colour-blind"),
    Dialog("what it covers", HOT, ("g", "3", "G", "down", "full_stop", *"mihin", "enter"), SMALL, "fi", "dark"),
    Dialog("spread", HYVA, ("g", "5", "v", "down", "down", "E"), LARGE, "en", "colour-blind"),
    Dialog("text that is no TOML", HOT, ("g", "6", "end", "enter", "x", "enter", "s"), SMALL, "sv", "light"),
)  # fmt: skip
"""Each dialog and mode once: what stands in it is held by other tests, and how it looks by these."""


@pytest.mark.parametrize("one", DIALOGS, ids=lambda one: one.name)
def test_each_dialog_looks_as_it_did(
    one: Dialog, snap_compare: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    folder = tmp_path / "budgets"
    shutil.copytree(BUDGETS, folder)
    path = folder / one.file
    if one.file in MADE:
        path.write_text(MADE[one.file]((folder / HOT).read_text(encoding="utf-8")), encoding="utf-8")
    os.utime(path, (0, 0))
    settings = Settings(theme=one.theme, ascii=one.ascii)
    app = BudgetApp(path, Words(one.lang), TODAY, read_only=one.read_only, settings=settings)

    async def before(pilot: Pilot[int]) -> None:
        person = Person(app, Hand(app))
        await person.rest()
        await person.press(*one.keys)
        if one.do is not None:
            await one.do(person, path)

    assert snap_compare(app, run_before=before, terminal_size=one.size)


def test_the_three_things_to_know_look_as_they_did(snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = BudgetApp(BUDGETS / HOT, Words("sv"), TODAY, settings=Settings(theme="light"))
    app.tour = True
    assert snap_compare(app, terminal_size=SMALL)


def test_a_screen_without_colours_looks_as_it_did(snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = BudgetApp(BUDGETS / HOT, Words("en"), TODAY)
    assert snap_compare(app, press=["escape", "m", "down"], terminal_size=SMALL)
