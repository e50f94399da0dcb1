"""What is the same of the columns of every pasted table: what a key of each is, and what stands in them."""

from collections.abc import Callable, Sequence

from budjettitui.model import BESIDE
from budjettitui.pasting.tables import squared
from budjettitui.pasting.year_columns import YEAR
from budjettitui.typed import NumberStyle
from budjettitui.values import frozen

MONEY = ("amount", *BESIDE)
NUMBERS = ("quantity", "unit_price", "allocation", "vat_rate")


def is_money(key: str) -> bool:
    """True of a column of amounts."""
    return key in MONEY or key.startswith(YEAR)


def is_numeric(key: str) -> bool:
    """True of a column of numbers."""
    return is_money(key) or key in NUMBERS


@frozen
class Columns:
    """The key of each column, empty where none is known. `guessed` is the one taken for the category by its form, from 1."""

    keys: tuple[str, ...]
    headed: bool
    guessed: int | None = None

    def cells(self, line: Sequence[str]) -> dict[str, str]:
        """What a line has in the columns that have a key."""
        return {key: cell for key, cell in zip(self.keys, line, strict=False) if key and cell}


Table = Sequence[Sequence[str]]


def with_columns(table: Table, style: NumberStyle, told: Callable[[Table], Columns]) -> tuple[Table, Columns]:
    """A table with what its columns are; without a head, with its lines as long as each other (`tables.squared`)."""
    columns = told(table)
    if columns.headed:
        return table, columns
    table = squared(table, style)
    return table, told(table)


def numbered_lines(table: Table, columns: Columns) -> list[tuple[int, Sequence[str]]]:
    """The lines below the head that have something in them, with their numbers from 1."""
    return [(number, line) for number, line in enumerate(table, 1) if any(line) and (number > 1 or not columns.headed)]


def contents(table: Table, most: int | None = None) -> list[list[str]]:
    """What stands in each column, empty cells left out; of the first so many lines."""
    width = max((len(line) for line in table), default=0)
    return [[line[at] for line in table[:most] if at < len(line) and line[at]] for at in range(width)]


def mostly(column: Sequence[str], is_such: Callable[[str], object]) -> bool:
    """True of a column more than half of whose cells are such."""
    return sum(bool(is_such(cell)) for cell in column) * 2 > len(column)


def once_each(keys: Sequence[str]) -> tuple[str, ...]:
    """The keys with each only where it stands first."""
    return tuple(key if key not in keys[:at] else "" for at, key in enumerate(keys))
