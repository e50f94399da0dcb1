"""One open budget file: its document, budget, figures and findings, with undo. The CLI and the screen both use it.

State is one `State` value; an edit makes a new one and keeps the old for undo's sake as splices of the text. Nothing
here knows a screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath

from budjettitui.document import Document
from budjettitui.edits import Change, Splice
from budjettitui.figures import Figures
from budjettitui.findings import Finding, Path, Place
from budjettitui.model import Budget
from budjettitui.rules.terms import Terms
from budjettitui.store import Stored


@dataclass(frozen=True, slots=True)
class State:
    """A budget at one moment, worked out and judged."""

    document: Document
    budget: Budget
    terms: Terms
    figures: Figures
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of undo: its change, and the splices that made it, in order."""

    change: Change
    splices: tuple[Splice, ...]


class Session:
    """One open file."""

    def __init__(self, document: Document, *, today: date, stored: Stored | None = None, label: str = "") -> None: ...

    # what there is ----------------------------------------------------------------------------------------------
    state: State
    label: str
    """The name that findings carry: the path as it was given, or `-`."""
    revision: int
    """Goes up with every change of the text."""

    @classmethod
    def open(cls, path: FilePath, *, today: date, label: str | None = None) -> "Session":
        """Reads, works out and judges a file. Raises `store.Unreadable` where it cannot be read at all."""
        raise NotImplementedError

    @property
    def dirty(self) -> bool:
        """True where the text is not what was read or saved last (undo back to it makes it false again)."""
        raise NotImplementedError

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that undo would take back, oldest first."""
        raise NotImplementedError

    @property
    def undone(self) -> tuple[Step, ...]:
        """The steps that redo would do again, next last."""
        raise NotImplementedError

    # what one does ----------------------------------------------------------------------------------------------
    def preview(self, change: Change) -> State:
        """What the budget would be after a change; nothing is kept. Raises `EditRefused`."""
        raise NotImplementedError

    def apply(self, change: Change) -> State:
        """Makes the change, as one step of undo. Raises `EditRefused` and leaves all as it is where it cannot be."""
        raise NotImplementedError

    def undo(self) -> Change | None:
        """Takes the last step back; None where there is none."""
        raise NotImplementedError

    def redo(self) -> Change | None:
        """Does the step again that was taken back last."""
        raise NotImplementedError

    def save(self, *, force: bool = False) -> None:
        """Writes the file. Raises `store.ChangedOnDisk` (not with `force`) and `store.NotSaved`."""
        raise NotImplementedError

    def changed_on_disk(self) -> bool:
        """True where the file's bytes are no longer those that were read or saved last."""
        raise NotImplementedError

    def reload(self) -> None:
        """Reads the file again; steps of undo go."""
        raise NotImplementedError

    # where things stand -----------------------------------------------------------------------------------------
    def path_of(self, place: Place | str) -> Path | None:
        """The document path of a place (`cost.coordinator.amount`, `cost[4]`), None where there is no such row or key."""
        raise NotImplementedError

    def findings_at(self, path: Path) -> Sequence[Finding]:
        """The findings whose place or anchor is this cell or row."""
        raise NotImplementedError
