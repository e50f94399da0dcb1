"""Pictures of what one sees seldom: unsaved work that was found, a file that another wrote, the first time on the screen."""

import asyncio
import os
import re
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from budjettitui.settings import Settings
from budjettitui.tui.app import BudgetApp
from budjettitui.words import Words
from tests.places import BUDGETS
from tests.tui.person import TODAY, Person, copied
from tests.tui.test_pictures import LARGE, SMALL, changed, clock_of_helsinki
from tests.tui.test_recovering import left
from tests.tui.waiting import Hand

__all__ = ["clock_of_helsinki"]

AT = re.compile(rb'"at": ?"[^"]*"')
"""When a step was done, in a journal."""


@pytest.fixture(autouse=True)
def coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


def killed(folder: Path, lang: str) -> Path:
    """A budget whose window went without saving, at a minute that is always the same."""
    path = copied("hot.toml", folder)
    asyncio.run(left(path, lang))
    journals = [one for one in Path(os.environ["BUDJETTITUI_STATE"]).rglob("*") if one.is_file()]
    dated = [one for one in journals if AT.search(one.read_bytes())]
    assert dated
    for one in dated:
        one.write_bytes(AT.sub(b'"at": "2026-11-24T13:41:00+02:00"', one.read_bytes()))
    return path


RECOVERY: tuple[tuple[str, tuple[str, ...], tuple[int, int], str, str], ...] = (
    ("found", (), SMALL, "fi", "dark"),
    ("found", (), LARGE, "sv", "light"),
    ("looked at", ("down", "enter"), SMALL, "sv", "high-contrast"),
    ("looked at", ("down", "enter"), LARGE, "fi", "colour-blind"),
    ("thrown away", ("down", "down", "enter"), SMALL, "en", "light"),
    ("brought back", ("enter",), LARGE, "en", "dark"),
)
"""What is done with it, after which keys, size, language, theme."""


@pytest.mark.parametrize(("what", "keys", "size", "lang", "theme"), RECOVERY)
def test_unsaved_work_that_was_found_looks_as_it_did(
    what: str, keys: tuple[str, ...], size: tuple[int, int], lang: str, theme: str, snap_compare: Any, tmp_path: Path
) -> None:
    app = BudgetApp(killed(tmp_path, lang), Words(lang), TODAY, settings=Settings(theme=theme))

    async def before(pilot: Pilot[int]) -> None:
        person = Person(app, Hand(app))
        await person.rest()
        await person.press(*keys)

    assert snap_compare(app, run_before=before, terminal_size=size)


@pytest.mark.parametrize(
    ("lang", "theme", "old", "new", "keys"),
    [("fi", "light", "550_000", "543_000", ()), ("en", "high-contrast", "73_250", "74_000", ("enter",))],
    ids=["changed on disk", "both changed"],
)
def test_what_another_wrote_looks_in_a_wide_window_as_it_did(
    lang: str, theme: str, old: str, new: str, keys: tuple[str, ...], snap_compare: Any, tmp_path: Path
) -> None:
    path = copied("hot.toml", tmp_path)
    os.utime(path, (0, 0))
    app = BudgetApp(path, Words(lang), TODAY, settings=Settings(theme=theme))

    async def before(pilot: Pilot[int]) -> None:
        person = Person(app, Hand(app))
        await person.rest()
        await person.press("m", "enter")
        await changed(person, path, old, new, *keys)

    assert snap_compare(app, run_before=before, terminal_size=LARGE)


@pytest.mark.parametrize(("lang", "theme"), [("fi", "dark"), ("en", "colour-blind")])
def test_the_first_time_in_a_wide_window_looks_as_it_did(lang: str, theme: str, snap_compare: Any) -> None:
    app = BudgetApp(BUDGETS / "hot.toml", Words(lang), TODAY, settings=Settings(theme=theme))
    app.tour = True
    assert snap_compare(app, terminal_size=LARGE)
