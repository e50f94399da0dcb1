"""A table that leaves the program, as a value: heads, and lines of cells. What writes it knows nothing of budgets."""

from decimal import Decimal
from typing import Literal

from budjettitui.values import frozen
from budjettitui.visible import visible

Kind = Literal["text", "money", "number", "percent"]
"""What a column holds: `money` has the decimals of the currency, a `number` those that it is written with."""

Cell = str | Decimal | None


@frozen
class ExportColumn:
    """A column: what stands above it, and what it holds."""

    head: str
    kind: Kind = "text"


@frozen
class Line:
    """One line. A total is what lines above it come to."""

    cells: tuple[Cell, ...]
    total: bool = False


@frozen
class ExportTable:
    """One table: the key it is asked for by, what it is called, and the decimals of its money."""

    key: str
    name: str
    columns: tuple[ExportColumn, ...]
    lines: tuple[Line, ...]
    decimals: int = 2


def shown(text: str) -> str:
    """A text of the file as it may leave the program: on one line, with nothing in it that could not be seen."""
    return visible(text)
