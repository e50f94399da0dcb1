"""A table that came from outside: its cells as they are, where each line and column stood, and what could not be read."""

from collections.abc import Mapping
from decimal import Decimal

from budjettitui.money import decimals_written, plain
from budjettitui.values import field, frozen, replace
from budjettitui.words import Percent

MOST_LINES = 20_000
MOST_COLUMNS = 200
MOST_CELLS = 200_000
"""Lines, columns and cells with something in them that are read; a larger table is refused."""

Content = str | Decimal | Percent


class TableRefused(Exception):
    """A table that is not read. `reason` is a key of `table.refused` in words, with its values."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


@frozen
class Grid:
    """Lines with something in them, each as long as there are columns."""

    lines: tuple[tuple[Content, ...], ...]
    numbers: tuple[int, ...]
    """The number of each line where it came from, from 1."""
    columns: tuple[str, ...]
    """What each column is called where it came from: a letter or a number."""
    faults: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Cells that have no sure value, by line and column from 0, with why."""
    remarks: tuple[tuple[str, object], ...] = ()
    """What a reader should know besides: keys of `table.remark`, each with the value of `what`."""
    decimal: str = ","
    """The sign before decimals where the numbers of the table do not show it."""
    sheet: str = ""
    others: tuple[str, ...] = ()
    """Sheets of the same workbook that were not read."""

    def texts(self) -> list[list[str]]:
        """The cells that are texts; in the place of numbers nothing."""
        return [[cell if isinstance(cell, str) else "" for cell in line] for line in self.lines]

    def spelled(self, decimal: str) -> list[list[str]]:
        """All cells as text, numbers with that sign before their decimals."""
        return [[spelled(cell, decimal) for cell in line] for line in self.lines]

    def below(self, first: int) -> "Grid":
        """The lines from one on, from 0."""
        faults = {(line - first, column): why for (line, column), why in self.faults.items() if line >= first}
        return replace(self, lines=self.lines[first:], numbers=self.numbers[first:], faults=faults)


def spelled(cell: Content, decimal: str) -> str:
    """A cell as text that can be read in one way alone: `1.250` could be grouped, so a nought follows (`1.2500`)."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Percent):
        return f"{spelled(cell.value, decimal)} %"
    text = plain(cell)
    whole = text.lstrip("-").partition(".")[0]
    grouped = decimals_written(cell) == 3 and len(whole) <= 3 and not whole.startswith("0")
    return (text + "0" if grouped else text).replace(".", decimal)


@frozen
class Squeezed:
    """Cells without the lines and columns that have nothing in them; `lines` and `columns` are by their numbers from 1."""

    table: tuple[tuple[Content, ...], ...]
    lines: Mapping[int, int]
    """Each with its place among them, from 0."""
    columns: Mapping[int, int]


def squeezed(cells: Mapping[tuple[int, int], Content]) -> Squeezed:
    """The cells, by line and column from 1, as a table. Raises `TableRefused` of too many lines or columns."""
    lines = {line: at for at, line in enumerate(sorted({line for line, _ in cells}))}
    columns = {column: at for at, column in enumerate(sorted({column for _, column in cells}))}
    if len(lines) > MOST_LINES:
        raise TableRefused("too-many-lines", most=MOST_LINES)
    if len(columns) > MOST_COLUMNS:
        raise TableRefused("too-many-columns", most=MOST_COLUMNS)
    table: list[list[Content]] = [[""] * len(columns) for _ in lines]
    for (line, column), content in cells.items():
        table[lines[line]][columns[column]] = content
    return Squeezed(tuple(map(tuple, table)), lines, columns)
