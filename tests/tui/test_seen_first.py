"""Where judging takes more than a moment, what is typed is seen first, and what it would come to with the next picture."""

import asyncio
from pathlib import Path

from textual.events import Key

from budjettitui.tui.flows import judging
from budjettitui.tui.flows.working import Work
from budjettitui.tui.settling import Keyboard

from .person import Person, at, copied

LONG = 0.02
"""Seconds: more than a moment, and not so long that judging waits until the typing rests."""


async def typing_heavy(person: Person) -> None:
    """The amount of the last cost line, in a budget that is said to take long."""
    await person.press("g", "2", "down", "end")
    person.screen.desk.editing.took = LONG


def sent(person: Person, *keys: str) -> None:
    """Keys as they come from a terminal: nothing is waited for."""
    for key in keys:
        event = Key(key, key if len(key) == 1 else None)
        event.set_sender(person.app)
        person.app.post_message(event)


async def test_the_digit_stands_before_the_preview_does(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await typing_heavy(person)
        sent(person, "7")
        for _ in range(1_000):
            if person.view.typing is None:
                await asyncio.sleep(0)
        assert person.view.typing is not None
        assert person.view.typing.text == "7"
        assert person.view.preview is None
        await person.rest()
        assert person.view.preview is not None
        assert "if so" in person.text()


async def test_enter_before_the_preview_keeps_what_was_typed(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await typing_heavy(person)
        sent(person, "7", "7", "enter")
        await person.rest()
        assert person.view.typing is None
        assert person.view.preview is None
        assert "77,00" in person.text()
        assert person.session.dirty


async def test_esc_before_the_preview_leaves_no_preview_behind(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await typing_heavy(person)
        sent(person, "7", "escape")
        await asyncio.sleep(LONG)
        await person.rest()
        assert person.view.typing is None
        assert person.view.preview is None
        assert not person.session.dirty


async def test_another_digit_before_the_preview_is_what_is_previewed(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await typing_heavy(person)
        sent(person, "7", "8")
        await person.rest()
        assert person.view.typing is not None
        assert person.view.typing.text == "78"
        assert person.view.preview is not None
        assert person.view.preview.figures.worths["cost", 1].value == 78


async def test_what_waits_for_the_drawing_is_done_once_it_was_drawn_and_once_only(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        keyboard, done = Keyboard(person.app), []
        keyboard.once_drawn(lambda: done.append("at once"))
        await person.rest()
        assert done == ["at once"]
        key = Key("down", None)
        assert keyboard.lets(key)
        keyboard.once_drawn(lambda: done.append("after the key"))
        assert done == ["at once"]
        assert keyboard.task is not None
        await keyboard.task
        await person.rest()
        assert done == ["at once", "after the key"]


async def test_what_is_asked_for_while_something_beside_the_keyboard_runs_is_done_too(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        keyboard, done = Keyboard(person.app), []
        person.app.work = work = Work()
        assert keyboard.lets(Key("down", None))
        task = keyboard.task
        assert task is not None
        for _ in range(1_000):
            await asyncio.sleep(0)  # all queues are empty by now: it waits for what is done beside it
        keyboard.once_drawn(lambda: done.append("late"))
        work.over.set()
        await task
        await person.rest()
        assert done == ["late"]


async def test_what_the_first_digit_would_work_out_may_be_worked_out_before_it(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        layout = person.session.state.document.places.layout
        judging.get_ready(person.screen)
        assert "scattered" in layout.__dict__
        await person.press("g", "2", "down", "end", "7", "enter")
        assert person.session.state.document.places.layout.scattered == layout.scattered
