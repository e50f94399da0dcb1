"""What a grid is given: columns, and rows of ready strings that are made when they are looked at."""

from collections.abc import Hashable
from typing import Protocol, runtime_checkable

from budjettitui.values import frozen


@frozen
class Column:
    """One column. Without a `width` it takes what the others leave, but never less than `least`.

    A right-aligned column has `marks` cells behind its numbers, so that a mark never moves a comma.
    """

    key: str
    title: str
    width: int | None = None
    right: bool = False
    least: int = 4
    marks: int = 2
    folds: tuple[str, ...] = ()
    """The columns that stand folded in this one where there is no room for each of them."""
    gives: bool = False
    """True where cells that neither its head nor anything seen in it takes may go to texts that would be cut; `least`
    of them stay, for what may be typed."""

    @property
    def tail(self) -> int:
        """Cells for marks behind the text."""
        return self.marks if self.right else 0


@frozen
class Cell:
    """One cell as it is shown; `source` is what is edited, where that is another text."""

    text: str
    marks: str = ""
    role: str = ""
    editable: bool = True
    source: str | None = None
    pieces: tuple[tuple[str, str], ...] = ()
    """The same text in pieces, each in the style of a role of its own."""


@frozen
class GridRow:
    """One row with a key that outlives its number. `sign` is a name of `themes.SIGNS`, the gravest of the row.

    `kind` is `row`, `add` (`+ add a line`), `sum`, `blank` or `note` (its first cell goes over the whole width).
    """

    key: Hashable
    cells: tuple[Cell, ...]
    sign: str = ""
    kind: str = "row"
    selectable: bool = True


class Rows(Protocol):
    """The rows of a table, made one by one as they are asked for."""

    def __len__(self) -> int:
        """How many there are."""

    def __getitem__(self, number: int, /) -> GridRow:
        """The row of that number, from 0."""


@runtime_checkable
class Findable(Protocol):
    """Rows that can say where a key stands without making all of them; a grid asks if it can."""

    def find(self, key: Hashable) -> int | None:
        """The number of the row with that key, if there is one."""


NEARBY = 200
"""How far from its old number a row is looked for where rows are made for it; of rows that are there, all are looked at."""


def place_of(key: Hashable, rows: Rows, near: int) -> int | None:
    """Where a key stands now: asked for, else looked for around the number where it stood."""
    if isinstance(rows, Findable):
        return rows.find(key)
    for away in range(len(rows) if isinstance(rows, list | tuple) else NEARBY):
        for number in {near - away, near + away}:
            if 0 <= number < len(rows) and rows[number].key == key:
                return number
    return None
