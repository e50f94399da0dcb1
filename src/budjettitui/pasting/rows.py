"""What came of the lines of a pasted block: rows, lines that were left out, and the block that they make."""

from collections.abc import Mapping
from decimal import Decimal

from budjettitui.money import total_if_known
from budjettitui.typed import NumberStyle
from budjettitui.values import field, frozen, replace


@frozen
class PastedRow:
    """One row as it was understood: what is typed into which cell. `line` is its number in the block, from 1."""

    line: int
    cells: Mapping[str, str]
    amount: Decimal | None = None
    twice: bool = False
    unknown: bool = False
    """True of a category that the rules do not have; it is written as it stands."""
    over: tuple[str, ...] = ()
    """The keys that it takes over from the row above."""


@frozen
class Left:
    """A line that was left out, and why: `total` or `empty`."""

    line: int
    why: str
    text: str


@frozen
class Settled:
    """A number that can be read in two ways, and the one that was taken since the factors of its line come to the amount."""

    line: int
    text: str
    value: Decimal
    factors: tuple[Decimal, ...]
    amount: Decimal


@frozen
class PastedBlock:
    """A block as it was understood, as rows of a table of the file: `cost` or `funding`. `doubts` are lines with what cannot
    be read in them.
    """

    table: str
    rows: tuple[PastedRow, ...]
    left: tuple[Left, ...]
    doubts: tuple[tuple[int, str], ...]
    style: NumberStyle
    columns: tuple[str, ...]
    untaken: tuple[tuple[int, str], ...] = ()
    """Columns that were not understood, or are not taken: their numbers from 1, with their head, else their first cell."""
    guessed: tuple[int, str] | None = None
    """The column that is taken for the category by its form alone, none of its words being known; with its first cell."""
    near: Mapping[str, str] = field(default_factory=dict)
    """The category of the rules that is nearest to an unknown one, where one is near; of the first few."""

    settled: tuple[Settled, ...] = ()
    source: tuple[tuple[str, ...], ...] = ()
    """The lines as they were read, with their cells."""
    headed: bool = False
    """True where the first line is the heads."""

    @property
    def taken_over(self) -> str | None:
        """The category that rows take over from the row above, where a column that is not taken might have given it."""
        there = self.untaken and "category" not in self.columns
        return next((row.cells["category"] for row in self.rows if there and row.cells.get("category")), None)

    @property
    def sum(self) -> Decimal | None:
        """The sum of the rows; None where an amount is not known."""
        return total_if_known(row.amount for row in self.rows)

    @property
    def twice(self) -> int:
        """How many rows stand in the budget already."""
        return sum(row.twice for row in self.rows)

    def without_twice(self) -> "PastedBlock":
        """The same without the rows that stand in the budget already."""
        return replace(self, rows=tuple(row for row in self.rows if not row.twice))
