"""A queue that is at rest is not asked; one that is not is waited for, also where the library does not tell."""

import asyncio
from pathlib import Path

import pytest

from budjettitui.tui import settling
from budjettitui.tui.flows import changing
from budjettitui.tui.settling import at_rest, settled

from .person import at, copied
from .test_seen_first import sent


async def test_what_has_nothing_to_do_is_seen_to_be_at_rest(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        assert all(map(at_rest, (person.app, person.screen, person.screen.desk, *person.screen.page.grids)))


async def test_a_message_in_a_queue_is_no_rest(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        sent(person, "down")
        assert not at_rest(person.app)
        await settled(person.app)
        assert at_rest(person.app)


async def test_a_widget_that_waits_within_an_action_is_not_at_rest(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        done = asyncio.Event()
        person.screen.desk.call_later(done.wait)
        await asyncio.sleep(0.01)
        assert not at_rest(person.screen.desk)
        done.set()
        await settled(person.app)
        assert at_rest(person.screen.desk)


async def test_no_key_goes_before_the_widget_that_has_the_cursor(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        for keys in (("g", "2"), ("f",), ("escape", "m")):
            await person.press(*keys)
            for node in (person.app, *person.app.screen_stack, *person.screen.walk_children()):
                assert not [one for _, one in node._bindings if one.priority], node


@pytest.mark.parametrize("tells", [True, False])
async def test_a_key_is_waited_for_until_all_have_heard_of_it(
    tells: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not tells:  # a library whose queues are made otherwise
        monkeypatch.setattr(settling, "at_rest", lambda node: False)
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "down", "end")
        assert changing.row_path(person.screen) is not None
        sent(person, "7", "7", "enter")
        for _ in range(3):
            await settled(person.app)
        assert person.session.dirty
        sent(person, "u")
        await settled(person.app)
        assert not person.session.dirty
