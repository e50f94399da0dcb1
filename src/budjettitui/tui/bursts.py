"""Words typed where letters are commands: a burst of letters on a cell is noticed, stopped and taken back.

Who has never used a terminal program types `Matkat` on the table, and a terminal without bracketed paste sends what is
pasted as keys. Both are told from commands by their speed and by being many different letters; `jjjjj` is a held key.
On a cell for numbers, and on what is worked out, a word is less likely, and a quick hand on the commands more so: there it
takes more kinds of letters.
"""

import asyncio
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from textual import events
from textual._time import get_time
from textual.screen import Screen

from budjettitui.tui.flows.taking_back import Before, before_burst, take_back
from budjettitui.tui.settling import settled

if TYPE_CHECKING:
    from budjettitui.tui.app import BudgetApp

LETTERS = 5
"""Letters that are a burst."""

WITHIN = 0.5
"""Seconds in which they come."""

GAP = 0.2
"""Seconds between two letters after which the second begins anew; what cannot be taken back waits so long."""

PAUSE = 0.3
"""Seconds of silence after which keys are heard again: the rest of the word, or of the paste, does nothing."""

KINDS = 3
"""So many different letters are a word; fewer are a key held down, or two pressed in turn."""

MOVING = frozenset({"move", "bottom", "next_finding", "previous_finding"})
"""What only moves, and is pressed many times; a burst has two kinds of other letters."""

REACHING = frozenset({"select", "go"})
"""What only moves on cells for numbers too: `vjjjd` and `ggjjd` are a hand that knows the commands."""

MANY_KINDS = 4
"""So many different letters are a word on a cell for numbers where two of them do not only move; else three must not."""

OPENING = frozenset({"add", "edit", "note", "accept", "compare", "filter"})
"""What opens a field. A burst that begins with it is a command and the text that is meant for its field."""

FINAL = frozenset({"save", "close", "editor", "copy"})
"""What undo cannot take back: it is done once it is sure that no burst comes of it."""

ALSO_DEAF = frozenset({"enter", "ctrl+j", "tab"})
"""Keys without a sign of their own that a paste holds."""


class Run:
    """Letters that came one soon after the other, and how the budget was before the first of them was done."""

    def __init__(self, first: events.Key) -> None:
        self.letters = [first]
        self.before: Before | None = None
        self.begun = False
        self.struck = False

    @property
    def last(self) -> float:
        """When its last letter came."""
        return self.letters[-1].time

    def is_burst(self, moving: Collection[str], reaching: Collection[str], opening: Collection[str]) -> bool:
        """True where it began on a table and is none of a hand that knows the commands."""
        last = self.letters[-LETTERS:]
        kinds = {one.character for one in last}
        quick = len(last) == LETTERS and last[-1].time - last[0].time <= WITHIN
        first = next((one.character for one in self.letters if one.character not in moving), None)
        if self.before is None or not quick or first in opening:
            return False
        if self.before.words:
            return len(kinds) >= KINDS and len(kinds.difference(moving)) >= KINDS - 1
        doing = len(kinds.difference(moving, reaching))
        return doing >= KINDS or (doing >= KINDS - 1 and len(kinds) >= MANY_KINDS)


class Bursts:
    """Hears each key of an app as it comes and as its turn comes."""

    def __init__(self, app: "BudgetApp") -> None:
        self.app = app
        self.run: Run | None = None
        self.deaf_until = 0.0
        self.task: asyncio.Task[None] | None = None

    def came(self, event: events.Key) -> bool:
        """A key has come; True where nothing is to be done with it."""
        if event.is_forwarded or event is self.app.keyboard.turn:
            return False
        if event.time < self.deaf_until and (event.is_printable or event.key in ALSO_DEAF):
            self.deaf_until = event.time + PAUSE
            return True
        letter = event.character is not None and len(event.character) == 1 and event.character.isalpha()
        if event.character == " " and self.run is not None:
            return False
        if not letter:
            self.run = None
        elif self.run is None or event.time - self.run.last > GAP:
            self.run = Run(event)
        else:
            self.run.letters.append(event)
            return self._strike(event)
        return False

    def turn(self, event: events.Key) -> bool:
        """The turn of a key has come; True where it is not to be done, since it belongs to a burst."""
        run = self.run
        if event.is_forwarded or run is None or run.begun or event is not run.letters[0]:
            return False
        run.begun, run.before = True, before_burst(self.app)
        return self._strike(run.letters[-1])

    def _strike(self, last: events.Key) -> bool:
        """Take back what a burst did; False where there is none."""
        run = self.run
        if run is None or not run.is_burst(*map(self._keys_of, (MOVING, REACHING, OPENING))):
            return False
        run.struck, self.run = True, None
        self.deaf_until = last.time + PAUSE
        self.app.keyboard.forget(run.letters)
        self.task = asyncio.create_task(self._back(run))
        return True

    async def _back(self, run: Run) -> None:
        await settled(self.app)
        if run.before is not None:
            take_back(run.before)

    def _keys_of(self, names: Collection[str]) -> set[str]:
        return {key for one in self.app.keys.actions if one.name in names for key in one.keys}

    def when_sure(self, screen: Screen[None], name: str, do: Callable[[], object]) -> None:
        """Do it; where undo could not take it back and it may be a letter of a burst, once it is known to be none."""
        if self.task is not None and not self.task.done():
            return  # a letter of the burst that was on its way when it was seen to be one
        before = self.run.before if self.run is not None else None
        idle = before is not None and name == "save" and not before.screen.session.dirty
        if name in FINAL and self.run is not None and before is not None and not idle:
            screen.call_later(self._later, screen, self.run, do)
        else:
            do()

    async def _later(self, screen: Screen[None], run: Run, do: Callable[[], object]) -> None:
        """Once it is sure; not where a question came meanwhile, such as of a file that was changed on disk."""
        while not run.struck and (left := run.last + GAP - get_time()) > 0:
            await asyncio.sleep(left)
        if not run.struck and self.app.screen is screen:
            do()
