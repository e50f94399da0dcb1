"""Where the value of a cell stands in the file, and what kind of value it is."""

from collections.abc import Mapping

from budjettitui.document import value_at
from budjettitui.figures.worths import stage_of
from budjettitui.findings import Path
from budjettitui.model import JUDGED, ROW_TABLES, STAGES, Budget, Line
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


def figure_path(values: object, path: Path) -> Path:
    """Where the amount of a cell stands that is judged: of a figure by stages at its stage, planned where it has none."""
    value = value_at(values, path)
    if not isinstance(value, Mapping) or not _is_figure(path) or not any(stage in value for stage in STAGES):
        return path
    return (*path, next((stage for stage in JUDGED if stage in value), JUDGED[0]))


def value_path(values: object, path: Path) -> Path:
    """Where the number itself stands: inside `{ amount = …, at_most = true }`, at the stage that is judged."""
    path = figure_path(values, path)
    return (*path, "amount") if isinstance(value_at(values, path), Mapping) else path


def _is_figure(path: Path) -> bool:
    """True of a cell that may hold amounts by stage."""
    if is_year(path) or (len(path) == 5 and path[0] == "share"):
        return True
    table = TABLES.get(str(path[0]))
    key = table.keys.get(str(next((step for step in path[1:] if isinstance(step, str)), ""))) if table else None
    return key is not None and key.kind in (Kind.FIGURE, Kind.FIGURES)


def alone(values: object, path: Path) -> Path:
    """What goes when the amount of a cell goes: its stage where others stand beside it, else the whole figure."""
    at = figure_path(values, path)
    beside = value_at(values, path)
    return path if at == path or not isinstance(beside, Mapping) or beside.keys() <= {at[-1]} else at


def kind_of(path: Path) -> Kind:
    """The kind of value that a cell holds."""
    return Kind.AMOUNT if is_year(path) else TABLES[str(path[0])].keys[str(path[-1])].kind
