"""One open budget file: its document, budget, figures and findings, with undo. The CLI and the screen both use it.

State is one `State` value; an edit makes a new one and keeps the splices that made it, whose opposites undo it.
Nothing here knows a screen.
"""

from collections.abc import Callable, Collection, Generator, Sequence
from datetime import date
from functools import partial
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Protocol

from budjettitui import store
from budjettitui.checks.case import Neighbour
from budjettitui.checks.mendable import HELPED
from budjettitui.document import Applied, Document, EditRefused
from budjettitui.edits import Change, Step
from budjettitui.findings import Finding, Fix
from budjettitui.history import History, Moments, opposites
from budjettitui.judging import Judging
from budjettitui.state import State
from budjettitui.store import Stored, Unreadable
from budjettitui.values import frozen, replace

if TYPE_CHECKING:
    from budjettitui.versions.merging import Merge


class Recorder(Protocol):
    """Keeps unsaved work safe outside the window (`journal.Journal`). Nothing it does may stop the editing."""

    def record(self, steps: Sequence[Step], undone: Sequence[Step]) -> None:
        """All steps of the session, after one was made, taken back or done again."""

    def saved(self, stored: Stored, steps: Sequence[Step], undone: Sequence[Step]) -> None:
        """The file holds the steps now, or was read again: nothing is unsaved."""

    def rests(self, stored: Stored) -> None:
        """The steps recorded next stand on this text, and no longer on the one before."""


@frozen
class _Tried:
    """A change that was tried out on a state: what it did to the text, and the budget after it."""

    on: State
    does: tuple[object, object]
    applied: Applied
    state: State


class Session:
    """One open file. `judged` works out and judges another version of it, `today` is the day that it does so on.

    One that is opened with `later` has a state that is worked out and not judged yet: `judge_on` goes on with it. Whatever
    is done to it before that is done once it is judged. With `rest`, what could be read of a text is judged where little of
    it is no TOML.
    """

    def __init__(
        self,
        document: Document,
        *,
        today: date,
        stored: Stored | None = None,
        label: str = "",
        waivers: bool = True,
        journal: Recorder | None = None,
        folder: FilePath | None = None,
        others: tuple[Neighbour, ...] = (),
        later: bool = False,
        rest: bool = False,
    ) -> None:
        self.label = label
        self.journal = journal
        self.revision = 0
        self.stored = stored
        self._judging = Judging(stored.real.parent if stored else folder, today, waivers=waivers, rest=rest)
        self.today = today
        self._judging.others = others
        self.judged = partial(_judged, self)
        self.state = self._judging.worked(document)
        self._rest: Generator[None, None, State] | None = self._judging.steps(self.state)
        if not later:
            judge_on(self)
        self._saved_text = document.text
        self.history = History()
        self._moments = Moments()
        self._tried: _Tried | None = None

    @classmethod
    def open(
        cls,
        path: FilePath,
        *,
        today: date,
        label: str | None = None,
        waivers: bool = True,
        others: tuple[Neighbour, ...] = (),
        later: bool = False,
        rest: bool = False,
    ) -> "Session":
        """Reads, works out and judges a file. Raises `store.Unreadable` where it cannot be read at all."""
        stored = store.read(path)
        document, label = Document.from_bytes(stored.data), str(path) if label is None else label
        return cls(
            document, today=today, stored=stored, label=label, waivers=waivers, others=others, later=later, rest=rest
        )

    @classmethod
    def from_bytes(cls, data: bytes, *, today: date, label: str = "-", waivers: bool = True) -> "Session":
        """Works out and judges bytes that are no file, such as standard input."""
        return cls(Document.from_bytes(data), today=today, label=label, waivers=waivers)

    @property
    def dirty(self) -> bool:
        """True where the text is not what was read or saved last (undo back to it makes it false again)."""
        return self.state.document.text != self._saved_text

    # what one does ----------------------------------------------------------------------------------------------
    def preview(self, change: Change) -> State:
        """What the budget would be after a change; nothing is kept. Raises `EditRefused`."""
        judge_on(self)
        self._tried = _try(self._tried, self.state, change, self.judged)
        return self._tried.state

    def apply(self, change: Change) -> State:
        """Makes the change, as one step of undo. Raises `EditRefused` and leaves all as it is where it cannot be."""
        judge_on(self)
        tried = _try(self._tried, self.state, change, self.judged)
        step = Step(change, tried.applied.splices)
        self.history.add(step)
        self._moments.keep(step, self.state, tried.state)
        return self._now(tried.applied.document, record=True, judged=tried.state)

    def undo(self) -> Change | None:
        """Takes the last step back; None where there is none."""
        judge_on(self)
        now, step = self.state, self.history.back()
        if step is None:
            return None
        known = self._judging.stands(self._moments.before(step, now))
        self._now(known.document if known else now.document.splice(opposites(step.splices)), record=True, judged=known)
        self._moments.keep(step, self.state, now)
        return step.change

    def redo(self) -> Change | None:
        """Does the step again that was taken back last."""
        judge_on(self)
        now, step = self.state, self.history.again()
        if step is None:
            return None
        known = self._judging.stands(self._moments.after(step, now))
        self._now(known.document if known else now.document.splice(step.splices), record=True, judged=known)
        self._moments.keep(step, now, self.state)
        return step.change

    def save(self, *, force: bool = False) -> Stored:
        """Writes the file. Raises `store.ChangedOnDisk` (not with `force`) and `store.NotSaved`."""
        assert self.stored is not None, "a session without a file has nowhere to save to"
        self.stored = store.save(self.stored, self.state.document.to_bytes(), force=force)
        self._saved_text = self.state.document.text
        self._tell_saved()
        return self.stored

    def changed_on_disk(self) -> bool:
        """True where the file's bytes are no longer those that were read or saved last, or cannot be read."""
        if self.stored is None:
            return False
        try:
            return store.read(self.stored.path).digest != self.stored.digest
        except Unreadable:
            return True

    def reload(self) -> None:
        """Reads the file again; steps of undo go. Raises `store.Unreadable`."""
        assert self.stored is not None, "a session without a file has nothing to read again"
        self.stored = store.read(self.stored.path)
        document = Document.from_bytes(self.stored.data)
        self._saved_text = document.text
        self.history = History()
        self._tell_saved()
        self._now(document)

    def take_up(
        self,
        document: Document,
        steps: Sequence[Step],
        undone: Sequence[Step] = (),
        *,
        stored: Stored | None = None,
        in_file: Sequence[Step] = (),
    ) -> State:
        """Goes on with steps that were made elsewhere and stand in `document`: a recovery, or mine on top of theirs.

        `stored` is the file that they stand on, where it is another than the one that was read; `in_file` are those of
        the steps that it holds already.
        """
        if stored is not None:
            self.stored = stored
            self._saved_text = Document.from_bytes(stored.data).text
            if self.journal is not None:
                self.journal.rests(stored)
        self.history = History(steps, undone, in_file)
        return self._now(document, record=True)

    def rebase(self, keep: Collection[tuple[object, ...]] = ()) -> "tuple[Merge, Stored]":
        """My unsaved steps put on top of the file as it is on disk now, and that file; nothing is kept.

        `take_up(merge.document, merge.steps, stored=stored)` goes on with it. Of the cells in `keep`, which both have
        changed, mine are taken. Raises `store.Unreadable`.
        """
        from budjettitui.versions.merging import merge  # only where the file has changed under us

        assert self.stored is not None, "a session without a file has nothing to be put on"
        now = store.read(self.stored.path)
        base = Document.from_bytes(self.stored.data)
        return merge(base, self.history.unsaved, Document.from_bytes(now.data), keep), now

    def _now(self, document: Document, *, record: bool = False, judged: State | None = None) -> State:
        self.state = judged if judged is not None else self._judging.state(document)
        self._tried = self._rest = None
        self.revision += 1
        if record and self.journal is not None:
            self.journal.record(self.history.steps, self.history.undone)
        return self.state

    def _tell_saved(self) -> None:
        self.history.saved()
        if self.journal is not None and self.stored is not None:
            self.journal.saved(self.stored, self.history.steps, self.history.undone)

    # what is found -----------------------------------------------------------------------------------------------
    def findings(self) -> tuple[Finding, ...]:
        """The findings, the roots with their mends."""
        judge_on(self)
        if not any(finding.check in HELPED for finding in self.state.verdict()):
            return self.state.verdict()
        from budjettitui.checks.fixes import all_with_fixes  # only where mends are asked for

        return all_with_fixes(self.state.case, self.state.document, self._judging.state)

    def beside(self, others: tuple[Neighbour, ...]) -> State:
        """Judges again, with what other budgets of the same run have in common with this one."""
        self._judging.others = others
        return self._now(self.state.document)

    def against(self, older: "Session") -> State:
        """Judges again, as a change of an older version."""
        self._judging.older = older.state.case
        return self._now(self.state.document)

    def with_fixes(self, finding: Finding) -> Finding:
        """The finding with the mends that it has, each tried out before it is offered."""
        from budjettitui.checks.fixes import with_fixes  # only where mends are asked for

        judge_on(self)
        return with_fixes(self.state.case, self.state.document, finding, self._judging.state)

    def not_offered(self, finding: Finding) -> tuple[tuple[Fix, Finding], ...]:
        """The mends that would bring an error in place of the finding, each with that error."""
        from budjettitui.checks.fixes import not_offered  # only where mends are asked for

        judge_on(self)
        return tuple(not_offered(self.state.case, self.state.document, finding, self._judging.state))


def judge_on(session: Session, enough: Callable[[], bool] | None = None) -> bool:
    """Goes on judging what was opened without a verdict, until it is `enough` for now, or to its end.

    True once it is judged: `session.state` is then the same state with its findings.
    """
    while session._rest is not None:
        try:
            next(session._rest)
        except StopIteration as end:
            session.state, session._rest = end.value, None
        else:
            if enough is not None and enough():
                return False
    return True


def _judged(session: Session, document: Document) -> State:
    judge_on(session)
    return session._judging.state(document)


def previewer(session: Session) -> Callable[[Change], State | None]:
    """Previews of changes of the present state, with a memory of their own, so that a thread may make them.

    None where a change cannot be made as it is meant.
    """
    document, judging = session.state.document, session._judging.apart()

    def previewed(change: Change) -> State | None:
        try:
            return judging.state(_changed(document, change).document)
        except EditRefused:
            return None

    return previewed


def _changed(document: Document, change: Change) -> Applied:
    """The document after a change: its edits, or its splices where the text is no TOML yet."""
    if change.splices:
        return Applied(document.splice(change.splices), change.splices)
    return document.apply(change.edits)


def _try(tried: _Tried | None, on: State, change: Change, judged: Callable[[Document], State]) -> _Tried:
    """A change made on a copy and judged, or what was tried last: what is kept was mostly previewed just before."""
    does = (change.edits, change.splices)
    if tried is not None and tried.on is on and tried.does == does:
        return tried
    applied = _changed(on.document, change)
    return _Tried(on, does, applied, judged(applied.document))


def unreadable(reason: str) -> Finding:
    """The finding of a file that cannot be read at all."""
    from budjettitui.checks import structure  # all of them are read where there is something to judge

    return replace(structure.unreadable(reason), line=1, column=1)
