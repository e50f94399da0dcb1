"""Edits as values: what changes in a budget file. One road for a typed cell, a mend and an import alike.

An edit names a place in the document by its path (keys, and row numbers from 0) and carries TOML spelling, so that
what is written is what was meant, to the letter. The document turns edits into splices of its text; the opposite of
a splice is a splice, and so undo gives the same bytes.
"""

from collections.abc import Mapping

from budjettitui.values import field, frozen


@frozen
class Set:
    """The value at `path` becomes `text` (TOML spelling). A key that is not there yet is added to its table."""

    path: tuple[str | int, ...]
    text: str


@frozen
class Remove:
    """The key or the row at `path` goes, with its own line and what belongs to it."""

    path: tuple[str | int, ...]


@frozen
class Insert:
    """A new row before row number `index` (from 0) of the table `table`: its keys with values in TOML spelling."""

    table: str
    index: int
    items: tuple[tuple[str, str], ...]


@frozen
class Move:
    """Row number `index` of `table` comes to stand at number `to` (both from 0)."""

    table: str
    index: int
    to: int


@frozen
class Rename:
    """The key at `path` gets another name; its value stays as written."""

    path: tuple[str | int, ...]
    name: str


Edit = Set | Remove | Insert | Move | Rename


@frozen
class Splice:
    """Characters `old` at `start` (from 0, of the document's text) replaced by `new`."""

    start: int
    old: str
    new: str

    @property
    def opposite(self) -> "Splice":
        """The splice that takes this one back."""
        return Splice(self.start, self.new, self.old)


@frozen
class Change:
    """One step of undo: its name (a key of `words` with its values) and the edits it is made of, in order."""

    name: str
    edits: tuple[Edit, ...]
    values: Mapping[str, object] = field(default_factory=dict)
    splices: tuple[Splice, ...] = ()
    """In place of edits: pieces of a text that is no TOML yet, where there are no values to edit."""


@frozen
class Step:
    """One step of undo: its change, and the splices that made it, in order."""

    change: Change
    splices: tuple[Splice, ...]
