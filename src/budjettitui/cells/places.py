"""Where the value of a cell stands in the file, and what kind of value it is."""

from collections.abc import Mapping

from budjettitui.document import value_at
from budjettitui.figures.worths import stage_of
from budjettitui.findings import Path
from budjettitui.model import FIGURE_KEYS, ROW_TABLES, Budget, Line
from budjettitui.reading.kinds import Kind
from budjettitui.reading.tables import TABLES


def is_year(path: Path) -> bool:
    """True of the cell of one year or period of a row."""
    return len(path) == 4 and path[2] == "years"


def is_row(path: Path) -> bool:
    """True of a place within a row of a table that has rows."""
    return len(path) > 1 and path[0] in ROW_TABLES and isinstance(path[1], int)


def judged_path(budget: Budget, path: Path) -> Path:
    """Where the figure of a column stands: the amount of a row at the stage that the row is judged at."""
    table, key = path[0], path[-1]
    if key != "amount" or table not in ("cost", "income", "funding"):
        return path
    rows = budget.rows(str(table))
    index = path[1]
    row = rows[index] if isinstance(index, int) and index < len(rows) else None
    stage = stage_of(row) if isinstance(row, Line) else None
    return (*path[:-1], stage) if stage in ("applied", "granted") else path


def value_path(values: object, path: Path) -> Path:
    """Where the number itself stands: inside `{ amount = …, at_most = true }`, or at the stage that is judged."""
    value = value_at(values, path)
    while isinstance(value, Mapping):
        inner = next((key for key in FIGURE_KEYS if key in value), None)
        if inner is None:
            return (*path, "amount")
        path, value = (*path, inner), value[inner]
    return path


def kind_of(path: Path) -> Kind:
    """The kind of value that a cell holds."""
    return Kind.AMOUNT if is_year(path) else TABLES[str(path[0])].keys[str(path[-1])].kind
