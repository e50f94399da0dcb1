"""One key after another: a key waits until what the key before it did has been done everywhere.

Keys come in bursts over a slow line, and from people who know what comes next. Each widget has a queue of its own, so
without this `m` and `Enter` sent together would reach the table and not the menu that `m` opens, and `g 4` would write
a 4 into a cell.
"""

import asyncio
import gc
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

LONGEST = 1.0
"""Seconds that a key waits at most for one queue; an action that takes longer does not hold up the keyboard for good."""

MOMENT = 0.3
"""Seconds that a key waits for what is being done beside the keyboard."""

TICK = 0.002
"""Seconds between two looks whether it is done."""

AT_LEAST_EVERY = 0.05
"""Seconds after which keys that come without a pause are drawn in between."""

REST = 0.2
"""Seconds without a key after which what was thrown away is collected, which takes a millisecond of a key else."""

ROUNDS = 2
"""A key goes from the app to the focused widget, back up to the app, and what it does there goes down once more."""


class Keyboard:
    """Lets the keys of an app through one by one."""

    def __init__(self, app: App[Any]) -> None:
        self.app = app
        self.waiting: deque[events.Key] = deque()
        self.task: asyncio.Task[None] | None = None
        self.turn: events.Key | None = None
        """The key that has waited and is let through now."""
        self._after: list[Callable[[], None]] = []
        self._held = 0.0
        """Since when nothing has been drawn, because key followed on key."""
        self._resting: asyncio.TimerHandle | None = None

    def lets(self, event: events.Key) -> bool:
        """True of a key whose turn it is; another is kept and posted again when its turn has come."""
        if event.is_forwarded or event is self.turn:
            return True
        if self.task is not None:
            self.waiting.append(event)
            return False
        if self._resting is not None:
            self._resting.cancel()
        self.task = asyncio.create_task(self._serve())
        return True

    def again(self, event: events.Key) -> None:
        """A key that only closed a hint acts once more, before those that came after it."""
        once_more = events.Key(event.key, event.character)
        if self.task is not None:
            self.waiting.appendleft(once_more)
        else:
            self.app.post_message(once_more)

    def once_drawn(self, do: Callable[[], None]) -> None:
        """Does something once all that the present key does is drawn."""
        self._after.append(do)
        if self.task is None:
            self._drawn()

    def _drawn(self) -> None:
        after, self._after = self._after, []
        for do in after:
            self.app.screen.call_after_refresh(do)

    def forget(self, keys: Sequence[events.Key]) -> None:
        """Keys that wait are never done."""
        self.waiting = deque(key for key in self.waiting if not any(key is one for one in keys))

    async def _serve(self) -> None:
        """After each key, wait until all is quiet; then let the next one through."""
        await self._quiet()
        while self.waiting:
            self.turn = self.waiting.popleft()
            self.app.post_message(self.turn)
            await self._quiet()
        self.turn, self.task = None, None
        self._resting = asyncio.get_running_loop().call_later(REST, _collect)
        self._drawn()  # what was asked for while something beside the keyboard was waited for

    async def _quiet(self) -> None:
        """All queues, and for a moment what is being done beside them: it mostly takes no longer than a key."""
        with self._one_drawing():
            await settled(self.app)
        await self._what_was_asked_for()
        work = getattr(self.app, "work", None)
        if work is not None and not work.over.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(work.over.wait(), MOMENT)
            await settled(self.app)

    async def _what_was_asked_for(self) -> None:
        """What a key has done once it is drawn is done before the next key, which may be for what that opens (`;` and a
        letter): the library does it at its next drawing.
        """
        until, waited = time.monotonic() + MOMENT, False
        while getattr(self.app.screen, "_callbacks", None) and time.monotonic() < until:
            waited = True
            await asyncio.sleep(TICK)
        if waited:
            await settled(self.app)

    @contextmanager
    def _one_drawing(self) -> Iterator[None]:
        """Draw all that a key does at once: the cell, the strip and the sums hear of it one after another.

        A key that opens another screen is not waited with: what is done once that is drawn would come too early.
        """
        now = time.monotonic()
        self._held = self._held if self.waiting else now
        if now - self._held > AT_LEAST_EVERY or not getattr(self.app.screen, "DRAWN_AT_ONCE", False):
            self._held = now
            yield
        else:
            with self.app.batch_update():
                yield
            self.app.screen.check_idle()
        self._drawn()


def _collect() -> None:
    """What keys made and threw away, where collecting has begun: what stands from the start is not looked through."""
    if gc.isenabled():
        gc.collect(1)


async def settled(app: App[Any]) -> None:
    """Returns when the app's queue, and every queue from the focused widget up to the screen, has done what stood in it."""
    for _ in range(ROUNDS):
        before: MessagePump | None = None
        await _passed(app)
        while app.is_running and before is not (before := _lowest(app)):
            for node in _upwards(before):
                await _passed(node)


def _lowest(app: App[Any]) -> MessagePump | None:
    """Where a key would go first: the focused widget, else the screen."""
    return app.focused or (app.screen if app.screen_stack else None)


def _upwards(node: MessagePump | None) -> list[MessagePump]:
    """A widget and what it lies in, as far as the screen."""
    found = []
    while node is not None and not isinstance(node, App):
        found.append(node)
        node = node._parent
    return found


def at_rest(node: MessagePump) -> bool:
    """True of a queue that is empty, of a widget that waits for what comes next: nothing stands between.

    It looks at parts of the library that are its own, since to ask by a message takes a tenth of a millisecond of each widget
    that a key may go through, some twenty times a key. Where the library has other parts it is False, and all are asked.
    """
    queue = getattr(node, "_message_queue", None)
    waiting = getattr(getattr(queue, "ready_event", None), "_waiters", None)
    return bool(waiting) and queue is not None and queue.empty() and not node._next_callbacks


async def _passed(node: MessagePump) -> None:
    """Waits until all that stood in a queue has been done, for a dialog that was just opened also for its coming to life."""
    if at_rest(node):
        return
    with suppress(TimeoutError):
        async with asyncio.timeout(LONGEST):  # and no task of its own for each queue
            await _done(node)


async def _done(node: MessagePump) -> None:
    while not node.is_running and not node._closed:
        await asyncio.sleep(0.005)
    done = asyncio.Event()
    if node.call_later(done.set):
        await done.wait()
