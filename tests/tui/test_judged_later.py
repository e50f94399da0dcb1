"""A large file is shown before it is judged: no verdict stands anywhere before there is one, and every key does the same."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from budjettitui import memory
from budjettitui.findings import NOT_YET
from budjettitui.session import Session
from budjettitui.tui.app import BudgetApp
from budjettitui.tui.flows import judging, working
from budjettitui.tui.keys import ACTIONS
from budjettitui.words import Words
from tests.tui.person import TODAY, Person, at, copied

BUDGETS = ("hot.toml", "soku.toml")

ODD = """\
schema = 1
[project]
name = "Odd"
rules = "fi-state-grant"
[stated]
costs = 4_000
[[partner]]
id = "one"
role = "lead"
[[partner]]
id = "two"
[[cost]]
id = "flight"
partner = "one"
category = "travel"
description = "Flights"
quantity = 3
unit_price = 500
amount = 1_000
[[cost]]
partner = "two"
category = "services"
amount = -700
years = { 2026 = 100, 2027 = 200 }
[[funding]]
kind = "support"
payer = "funder"
amount = 900
[[funding]]
kind = "municipal"
payer = "two"
recipient = "one"
budget_item = "1 50 04"
amount = 900
[[appropriation]]
budget_item = "1 50 04"
payer = "two"
amount = 100
[[note]]
at = "cost.flight"
text = "ask"
[[waiver]]
check = "line-product"
at = "cost.flight"
reason = "agreed"
"""
"""A budget with what is said of rows, of partners, of the whole and of budget items, with a note and a waiver."""


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file counts as large, and judging rests for a minute after its first step: only a key that asks ends it."""
    monkeypatch.setattr(working, "LARGE", 0)
    monkeypatch.setattr(judging, "STEP", 0)
    monkeypatch.setattr(judging, "PAUSE", 60)


def file_of(name: str, folder: Path) -> Path:
    """One of the five budgets, or the odd one."""
    if name != "odd.toml":
        return copied(name, folder)
    path = folder / name
    path.write_text(ODD, encoding="utf-8")
    return path


def verdicts(text: str, *, ascii: bool = False) -> list[str]:
    """The signs of a verdict that stand in a picture, and the words that would be one."""
    signs = r"(?<!\w)[Xv](?![\w%])|! ?\d|(?<!\w)i ?\d" if ascii else "[✓✗]|! ?\\d|(?<!\\w)i ?\\d"
    said = r"nothing found|no finding|agrees|ei havaintoja|täsmää|inga iakttagelser|stämmer"
    return re.findall(f"{signs}|(?i:{said})", text)


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("name", [*BUDGETS, "odd.toml"])
@pytest.mark.parametrize(
    ("lang", "size", "ascii"),
    [("fi", (80, 24), False), ("sv", (160, 48), False), ("en", (80, 24), True), ("fi", (120, 36), True)],
)
async def test_no_page_shows_a_verdict_before_there_is_one(
    name: str, lang: str, size: tuple[int, int], ascii: bool, tmp_path: Path
) -> None:
    judging_now = Words(lang).say("screen.judging.short").rstrip("…")
    async with at(file_of(name, tmp_path), size=size, lang=lang, ascii=ascii) as person:
        for page in "123456":
            await person.press("g")
            assert not verdicts(person.text(), ascii=ascii)
            await person.press(page)
            assert person.view.state.findings is NOT_YET
            assert not verdicts(person.text(), ascii=ascii), person.text()
            assert judging_now in person.text().casefold()
            assert not any(grid.sheet.row(n).sign in ("error", "warning", "info", "accepted", "ok")
                           for grid in person.screen.page.grids for n in range(len(grid.sheet.rows)))  # fmt: skip


@pytest.mark.usefixtures("slow")
async def test_a_file_opened_read_only_is_judged_first_since_it_begins_with_what_was_found(tmp_path: Path) -> None:
    async with at(file_of("odd.toml", tmp_path), read_only=True) as person:
        assert person.view.state.findings is not NOT_YET
        assert person.view.listing
        assert verdicts(person.text())


@asynccontextmanager
async def both(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Person, Person]]:
    """Two people before copies of one file: the first waits for the verdict, the second does not."""
    for where in ("before", "after"):
        (folder / where).mkdir()
    async with at(file_of(name, folder / "after")) as after:
        monkeypatch.setattr(working, "LARGE", 0)
        monkeypatch.setattr(judging, "STEP", 0)
        monkeypatch.setattr(judging, "PAUSE", 60)
        async with at(file_of(name, folder / "before")) as before:
            assert before.view.state.findings is NOT_YET
            assert after.view.state.findings is not NOT_YET
            yield before, after


def told(person: Person) -> Sequence[object]:
    """All that a key may have changed: the file, its text, its findings, what is seen and where the cursor is."""
    view, screen = person.view, person.screen
    stored = person.session.stored
    assert stored is not None
    grids = [(page.page, [grid.cursor for grid in page.grids]) for page in screen.desk.pages.values()]
    return (
        stored.path.read_bytes(),
        person.session.state.document.text,
        person.session.dirty,
        len(person.session.history.steps),
        person.session.state.verdict(),
        screen.saved.verdict(),
        view.saved.verdict(),
        view.state is person.session.state,
        view.page,
        view.at,
        view.finding,
        view.listing,
        view.dialog,
        view.typing and (view.typing.path, view.typing.text),
        view.shown,
        person.text().replace(str(stored.path.parent), ""),
        grids,
    )


async def same(before: Person, after: Person, *keys: str) -> None:
    """Both press the same keys; nothing tells them apart once both are judged."""
    for person in (after, before):
        await person.press(*keys)
        judging.now(person.screen)
        await person.rest()
    for one, other in zip(told(before), told(after), strict=True):
        assert one == other, keys


NAMES = {"<": "less_than_sign", ">": "greater_than_sign", ";": "semicolon", "/": "slash", ":": "colon",
         "?": "question_mark"}  # fmt: skip

KEYS = sorted(
    NAMES.get(action.keys[0], action.keys[0])
    for action in ACTIONS
    if {"table", "findings"} & {*action.places} and action.name not in ("close", "editor", "compare", "copy")
)
"""A key of every action of a page but those that leave it, or ask git or a clipboard."""


@pytest.mark.long
@pytest.mark.parametrize("before_it", [(), ("greater_than_sign", "down")], ids=["overview", "costs"])
async def test_every_key_does_the_same_before_the_verdict_and_after_it(
    before_it: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[list[Sequence[object]]] = []
    monkeypatch.setattr(judging, "STEP", 0)
    monkeypatch.setattr(judging, "PAUSE", 60)
    for later in (False, True):
        found.append([])
        async with at(file_of("odd.toml", tmp_path)) as person:
            for number, key in enumerate(KEYS):
                await opened_anew(person, tmp_path / f"{number} {later}", later=later)
                await person.press(*before_it, key)
                judging.now(person.screen)
                await person.rest()
                found[-1].append(told(person))
    for key, one, other in zip(KEYS, *found, strict=True):
        assert one == other, key


async def opened_anew(person: Person, folder: Path, *, later: bool) -> None:
    """The file in a folder of its own, on a screen of its own: nobody has left unsaved work of it."""
    while len(person.app.screen_stack) > 1:
        person.app.pop_screen()
    folder.mkdir()
    path = file_of("odd.toml", folder)
    person.app.show_budget(path, Session.open(path, today=TODAY, later=later))
    for _ in range(2):
        await person.rest()
    while person.screen.focused is None:
        await person.rest()
    assert (person.view.state.findings is NOT_YET) == later


WALKS = (
    ("m", "enter", "s"),
    ("n", "n", "w"),
    ("greater_than_sign", "down", "7", "7", "enter", "u", "U", "s"),
    ("g", "2", "end", "5", "enter", "s", "u"),
    ("greater_than_sign", "less_than_sign", "n"),
    ("greater_than_sign", "less_than_sign", "down", "m"),
    ("g", "4", "down", "end", "n", "m", "escape"),
    ("greater_than_sign", "d", "s"),
    ("f", "down", "enter"),
    ("g", "3", "pagedown", "a", "escape", "u"),
    ("g", "2", "G", "enter"),
    ("g", "2", "backspace", "s", "u", "s"),
    ("r",),
    ("c",),
    ("F", "F"),
)


@pytest.mark.parametrize("name", [*(pytest.param(name, marks=pytest.mark.long) for name in BUDGETS), "odd.toml"])
@pytest.mark.parametrize("keys", WALKS, ids="-".join)
async def test_a_walk_that_begins_before_the_verdict_ends_as_one_that_begins_after_it(
    name: str, keys: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with both(name, tmp_path, monkeypatch) as (before, after):
        await same(before, after, *keys)


@pytest.mark.parametrize("place", [("overview", None), ("overview", ("partner", 1)), ("costs", ("cost", 1, "amount"))])
async def test_where_one_was_last_time_the_verdict_leaves_one_as_it_would_have_from_the_beginning(
    place: tuple[str, tuple[str | int, ...] | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for where in ("before", "after"):
        memory.keep_place(tmp_path.resolve() / where / "odd.toml", *place)
    async with both("odd.toml", tmp_path, monkeypatch) as (before, after):
        judging.now(before.screen)
        await before.rest()
        assert before.lines() == after.lines()
        assert (before.view.page, before.view.at) == (after.view.page, after.view.at)


async def test_a_click_before_the_verdict_does_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with both("odd.toml", tmp_path, monkeypatch) as (before, after):
        for person in (after, before):
            await person.click(30, 1)
            await person.click(20, 4)
            judging.now(person.screen)
            await person.rest()
        assert told(before) == told(after)


async def test_the_rows_of_a_large_file_are_seen_first_and_the_verdict_follows_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    lines = "".join(
        f'[[cost]]\ncategory = "personnel"\ndescription = "line {number}"\namount = {number}\n'
        for number in range(9000)
    )
    path.write_text('schema = 1\n[project]\nname = "Large"\n' + lines, encoding="utf-8")
    app = BudgetApp(path, Words("en"), TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        person, pictures = Person(app, pilot), 0
        while person.view.state.findings is NOT_YET:
            pictures += "Costs" in person.text()
            assert not verdicts(person.text())
            await asyncio.sleep(0)
        await person.rest()
        assert pictures
        assert person.session.state.verdict() == person.view.state.verdict()
        assert "judging" not in person.text().casefold()
        assert verdicts(person.text())
