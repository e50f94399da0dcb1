"""Waiting for what a key or a click does: until nothing is left to be done and all is drawn, and not for a time."""

import asyncio
import unicodedata
from typing import Any

from textual._queue import Queue
from textual.app import App
from textual.events import Key
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen

ROUNDS = 100
"""Turns of the loop that are looked at one by one; what takes longer waits for a clock, or for a thread."""

MOMENT = 0.002

AT_MOST = 10.0
"""Seconds for the screen to come, in the library's own words; how long it is waited for is counted in turns."""

TURNS = ROUNDS + round(AT_MOST / MOMENT)
"""Turns after which it is an error that something is still being done. They are not seconds, which go on where the machine
does other things: a test that was not let run for ten of them was told to be busy.
"""


BEHIND = 2
"""Times that a screen under a dialog is drawn for one key: it says of itself that it is to be drawn again each time."""


async def still(app: App[Any]) -> None:
    """Returns when no widget has anything to do, the screen is drawn, and what follows from its drawing is done too."""
    rounds = behind = 0
    while app.is_running and app._exception is None:
        rounds += 1
        assert rounds < TURNS, f"still busy: {[pump for pump in (app, *app._registry) if _busy(pump)]}"
        if app._resize_event is not None or any(map(_busy, (app, *app._registry))):
            await asyncio.sleep(0 if rounds < ROUNDS else MOMENT)
        elif waiting := _to_be_drawn(app, behind):
            behind += app.screen not in waiting
            with app._context():  # a test may have two apps
                for screen in waiting:
                    screen._on_timer_update()
            await asyncio.sleep(0)
        else:
            return


def _busy(pump: MessagePump) -> bool:
    """True of a widget that comes to life, has a message in its queue, or has not come back to it from the last one."""
    if pump._closed or pump._closing:
        return False
    queue: Queue[Any] = pump._message_queue
    waits = bool(queue.ready_event._waiters)
    return not queue.empty() or bool(pump._next_callbacks) or not waits


def _to_be_drawn(app: App[Any], behind: int) -> list[Screen[Any]]:
    """The screens that are seen and not drawn as they are; those under a dialog have been that so many times."""
    if app._batch_count or not app.screen_stack:
        return []
    under = app._background_screens if app.screen.is_modal and behind < BEHIND else []
    return [screen for screen in (*under, app.screen) if _differs(screen)]


def _differs(screen: Screen[Any]) -> bool:
    required = screen._layout_required or screen._scroll_required or screen._repaint_required
    return bool(required or screen._dirty_widgets or screen._callbacks)


class Hand(Pilot[Any]):
    """Presses keys and clicks; each waits for what the one before it did."""

    async def press(self, *keys: str) -> None:
        """Press keys by their names."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
            event = Key(name, _character(name))
            event.set_sender(self.app)
            self.app.post_message(event)
            await still(self.app)

    async def pause(self, delay: float | None = None) -> None:
        """Wait until all is still, after some seconds where they are what is tested."""
        if delay is not None:
            await asyncio.sleep(delay)
        await still(self.app)

    async def _wait_for_screen(self, timeout: float = AT_MOST) -> bool:
        await still(self.app)
        return True


def _character(name: str) -> str | None:
    try:
        return unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        return name if len(name) == 1 else None
