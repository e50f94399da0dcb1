"""What a grid tells the page it stands on. Each message names the cell; a grid changes no figure by itself."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from budjettitui.tui.widgets.grid import Grid

Step = Literal["down", "right", "left", "stay"]
"""Where a kept cell goes on to."""

Pointing = Literal["menu", "sign", "paste"]
"""What a click asks for: the menu of a right click, the reason of a sign, the paste of the middle button."""


@dataclass
class _AtCell(Message):
    """A message about one cell of one grid."""

    grid: "Grid"
    row: int
    column: int

    @property
    def control(self) -> "Grid":
        """The grid, so that `@on(Grid.Moved, "#costs")` works."""
        return self.grid


@dataclass
class Moved(_AtCell, namespace="grid"):
    """The cursor stands on another cell."""


@dataclass
class Began(_AtCell, namespace="grid"):
    """A cell is being edited from now on."""

    text: str


@dataclass
class Typed(_AtCell, namespace="grid"):
    """The text of the cell being edited is another one."""

    text: str


@dataclass
class Kept(_AtCell, namespace="grid"):
    """A person wants the typed text kept. The grid stays in edit until `finish()` is called."""

    text: str
    step: Step


@dataclass
class Turned(_AtCell, namespace="grid"):
    """Up (-1) or Down (1) while editing: another reading, another line of a list."""

    by: int


@dataclass
class PutBack(_AtCell, namespace="grid"):
    """The edit was left and what was typed is gone."""


@dataclass
class Opened(_AtCell, namespace="grid"):
    """Enter or a double click on a cell that cannot be written, or on a row that adds one."""


@dataclass
class Emptied(_AtCell, namespace="grid"):
    """A cell that can be written shall be empty."""


@dataclass
class Pasted(_AtCell, namespace="grid"):
    """Something was pasted on the table, whole."""

    text: str


@dataclass
class NotEditable(_AtCell, namespace="grid"):
    """Somebody began to write on a cell that cannot be written; `text` is the character, if there is one."""

    text: str


@dataclass
class HeadClicked(_AtCell, namespace="grid"):
    """A click on the head of a column; `row` is -1."""


@dataclass
class Pointed(_AtCell, namespace="grid"):
    """A click that asks for something about the cell under the cursor; `x` and `y` are on the screen."""

    what: Pointing
    x: int
    y: int


@dataclass
class Dragged(_AtCell, namespace="grid"):
    """The row is dragged by its gutter to row number `to`, and let go there if `done`."""

    to: int
    done: bool
