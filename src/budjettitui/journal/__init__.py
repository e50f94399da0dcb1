"""Unsaved work that survives a killed terminal or machine: a journal for each file, in the user's state folder.

After each step a line is added and flushed to the disk; saving takes the journal away. It holds the file's text as it
was read and the steps made on it: nothing that is not in the file or was about to be. Only its owner may read it. Two
windows on one file have a journal each, and a lock that dies with its process tells which belong to nobody any more.
"""

from collections.abc import Collection, Sequence
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from budjettitui.document import Document
from budjettitui.edits import Change, Splice, Step
from budjettitui.journal.entries import Replay, event, head, replayed
from budjettitui.journal.slots import Slot, name_of, state_folder, take, working_beside
from budjettitui.session import Session
from budjettitui.store import Stored
from budjettitui.store.reading import reason_of
from budjettitui.values import frozen

if TYPE_CHECKING:
    from budjettitui.versions.merging import Merge

__all__ = ["Journal", "Lost", "Recovery"]


class Lost(Exception):
    """Unsaved work that cannot be brought back: the file is another now, and its text was too large to be kept."""


@frozen
class Recovery:
    """Unsaved work that was found. `steps` are those not in the file, oldest first; `taken_back` counts saved steps
    that were taken back. `same` is true where the file on disk is still the one they were made on."""

    steps: tuple[Step, ...]
    taken_back: int
    since: datetime | None
    last: datetime | None
    same: bool


class Journal:
    """The journal of one open file. It never stops the editing: where it cannot be written, `failed` says why.

    `taken` is true where another living process has the file open.
    """

    def __init__(self, stored: Stored, folder: Path, slot: Slot | None, taken: bool, failed: str | None = None) -> None:
        self.taken = taken
        self.failed = failed
        self._stored = stored
        self._folder = folder
        self._slot = slot
        self._in_file: tuple[Step, ...] = ()
        self._steps: tuple[Step, ...] = ()
        self._undone: tuple[Step, ...] = ()
        self._begun = False
        self.beside = False
        """True where what is no longer needed is taken away beside the window (`Slot.clear`)."""
        self._first: tuple[Stored, Future[bytes]] | None = None
        self._replay = replayed(slot.read()) if slot is not None else None
        if self._replay is not None and self._recovery(self._replay) is None:
            self._replay = None

    @classmethod
    def open(cls, stored: Stored, folder: Path | None = None) -> "Journal":
        """The journal of a file; nothing is written until there is something to lose."""
        where = (folder or state_folder()) / "journal"
        try:
            where.mkdir(mode=0o700, parents=True, exist_ok=True)
            slot, taken = take(where, name_of(stored.real))
        except OSError as error:
            return cls(stored, where, None, False, reason_of(error))
        return cls(stored, where, slot, taken)

    def prepare(self) -> None:
        """Packs the file's text beside the window, so that the first step need not wait until a large one is packed."""
        if self._slot is not None:
            stored = self._stored
            self._first = stored, working_beside().submit(head, stored.digest, stored.data)

    def found(self) -> Recovery | None:
        """The unsaved work of a window that is no more, as long as it was neither brought back nor thrown away."""
        return self._recovery(self._replay) if self._replay is not None else None

    def _recovery(self, replay: Replay) -> Recovery | None:
        if not replay.splices:
            return None
        taken_back = len(replay.in_file) - replay.kept
        same = replay.digest == self._stored.digest
        return Recovery(tuple(replay.steps[replay.kept :]), taken_back, replay.since, replay.last, same)

    def restore(self, session: Session, keep: Collection[tuple[object, ...]] = ()) -> "Merge | None":
        """Brings the unsaved work back into a session, as steps that can be undone one by one.

        Where the file is not the one that they were made on, nothing is kept: the steps come back on top of the file as
        it is, for `Session.take_up`, with what both have changed; of the cells in `keep`, mine. Raises `Lost`.
        """
        replay = self._replay
        assert replay is not None, "there is no unsaved work to bring back"
        base = session.state.document
        if replay.digest == self._stored.digest:
            self._replay = None
            self._in_file = tuple(replay.in_file)
            session.take_up(base.splice(replay.splices), replay.steps, replay.undone, in_file=replay.in_file)
            return None
        return _on_top(replay, base, keep)

    def text(self, document: Document) -> str:
        """What the unsaved work would come to, on the file as it is where it is another now; nothing is kept."""
        replay = self._replay
        assert replay is not None, "there is no unsaved work to look at"
        if replay.digest == self._stored.digest:
            return document.splice(replay.splices).text
        try:
            return _on_top(replay, document).document.text
        except Lost:
            return document.text

    def before(self) -> Document | None:
        """The file as it was when the unsaved work was begun; None where its text was too large to be kept."""
        replay = self._replay
        return Document.from_bytes(replay.base) if replay is not None and replay.base is not None else None

    def remove(self) -> None:
        """Throws the unsaved work away."""
        self._replay = None
        self._begun = False
        if self._slot is not None:
            self._slot.clear()

    def close(self) -> None:
        """The window closes; what is unsaved stays where `remove` was not called."""
        if self._slot is not None:
            self._slot.release()
            self._slot = None

    # what the session tells -----------------------------------------------------------------------------------------
    def record(self, steps: Sequence[Step], undone: Sequence[Step]) -> None:
        """Writes down what was done, taken back or done again since the last time."""
        now, back = tuple(steps), tuple(undone)
        lines = self._lines(now, back)
        self._steps, self._undone = now, back
        try:
            self._make_room()
            if self._slot is None:
                return
            if now == self._in_file:
                self._slot.clear(later=self.beside)
                self._begun = False
            elif self._begun and lines is not None:
                self._slot.add(lines)
            else:
                self._slot.write(self._all(now, back))
                self._begun = True
            self.failed = None
        except OSError as error:
            self._begun = False
            self.failed = reason_of(error)

    def saved(self, stored: Stored, steps: Sequence[Step], undone: Sequence[Step]) -> None:
        """The file holds the steps now: nothing is unsaved, and the journal goes."""
        self._stored = stored
        self._in_file = self._steps = tuple(steps)
        self._undone = tuple(undone)
        self._begun = False
        if self._slot is not None and self._replay is None:
            self._slot.clear()
        self.prepare()

    def rests(self, stored: Stored) -> None:
        """What is recorded next stands on this text; the journal as it is stays until then."""
        self._stored = stored
        self._in_file = self._steps = self._undone = ()
        self._begun = False
        self._replay = None

    def _make_room(self) -> None:
        """Work that was found and not yet decided on stays as it is: what is done now gets a journal of its own."""
        if self._replay is not None and self._slot is not None:
            found = self._slot
            self._slot, _ = take(self._folder, name_of(self._stored.real), beside=found)
            found.release()
            self._replay = None
            self._begun = False

    def _lines(self, now: tuple[Step, ...], back: tuple[Step, ...]) -> bytes | None:
        """The one event that leads here from the last time; None where it is not one."""
        if len(now) == len(self._steps) + 1 and now[:-1] == self._steps:
            if not back:
                return event("did", now[-1])
            return event("redid") if (*back, now[-1]) == self._undone else None
        if now == self._steps[:-1] and back == (*self._undone, *self._steps[-1:]):
            return event("undid")
        return None

    def _first_line(self) -> bytes:
        if self._first is not None and self._first[0] is self._stored:
            return self._first[1].result()
        return head(self._stored.digest, self._stored.data)

    def _all(self, now: tuple[Step, ...], back: tuple[Step, ...]) -> bytes:
        """The journal from its first line on: what the file holds, what of that was taken back, what was done then."""
        whole = (*now, *reversed(back))
        kept = 0
        while kept < min(len(whole), len(self._in_file)) and whole[kept] == self._in_file[kept]:
            kept += 1
        lines = [self._first_line()]
        lines += [event("had", step) for step in self._in_file]
        lines += [event("undid") for _ in self._in_file[kept:]]
        lines += [event("did", step) for step in whole[kept:]]
        lines += [event("undid") for _ in back]
        return b"".join(lines)


def _on_top(replay: Replay, document: Document, keep: Collection[tuple[object, ...]] = ()) -> "Merge":
    """The unsaved steps on another file than the one that they were made on."""
    if replay.base is None:
        raise Lost
    whole = replay.kept == len(replay.in_file)
    steps = replay.steps[replay.kept :] if whole else _as_text(replay.splices)
    from budjettitui.versions.merging import merge  # only where something was lost

    return merge(Document.from_bytes(replay.base), steps, document, keep)


def _as_text(splices: Sequence[Splice]) -> list[Step]:
    """Everything that was done, as one step on the text."""
    made = tuple(splices)
    return [Step(Change("step.recovered", (), {}, made), made)]
