"""Rows of the file as lines of a table: which columns have something in them, and what the lines come to."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from budjettitui.exchange.naming import Names
from budjettitui.exchange.sheets import Cell, ExportColumn, Kind, Line, shown
from budjettitui.model import BESIDE, Amount, Budget
from budjettitui.model import Line as Row
from budjettitui.money import total

Cells = Mapping[str, Cell]
"""A line by the keys of its columns."""

YEAR = "years."
"""What the key of a year's column begins with."""


def years_of(budget: Budget, rows: Sequence[Row]) -> tuple[str, ...]:
    """The years or reporting periods that rows split their amounts over, in the order of the file or of the calendar."""
    there = {year for row in rows for year in row.years}
    named = [period for period in budget.project.periods if period in there]
    return (*named, *sorted(there - set(named)))


def year_cells(row: Row) -> dict[str, Cell]:
    """What a row splits, by the keys of the years' columns."""
    return {YEAR + year: value(figure.judged) for year, figure in row.years.items()}


def beside(row: Row) -> dict[str, Cell]:
    """What a row has beside its amount, by stage."""
    return {stage: value(getattr(row, stage)) for stage in BESIDE}


def value(amount: Amount | None) -> Decimal | None:
    """An amount without what the file says of its certainty."""
    return None if amount is None else amount.value


def columns_of(
    names: Names, keys: Sequence[tuple[str, Kind]], always: Sequence[str], rows: Sequence[Cells], years: Sequence[str]
) -> dict[str, ExportColumn]:
    """The columns that are `always` there or have something in a row, by their keys; the years before what is remarked."""
    there = {key for row in rows for key, cell in row.items() if cell is not None}
    found = {key: names.column(key, kind) for key, kind in keys if key in always or key in there}
    for year in years:
        found[YEAR + year] = names.money(shown(year))
    for key in ("in_kind", "certainty"):
        if key in there:
            found[key] = names.column(key, "text")
    return found


def lines_of(rows: Sequence[Cells], columns: Mapping[str, ExportColumn]) -> list[Line]:
    """Rows as lines."""
    return [Line(tuple(row.get(key) for key in columns)) for row in rows]


def sum_line(name: str, rows: Sequence[Cells], columns: Mapping[str, ExportColumn], sums: Cells | None = None) -> Line:
    """What rows come to, under a name in the first column. An amount that is not known makes its sum unknown, and so
    does a stage that a row lacks; years add up what is given.
    """
    cells: list[Cell] = [name]
    for key, column in list(columns.items())[1:]:
        given = [cell for row in rows if isinstance(cell := row.get(key), Decimal)]
        whole = len(given) == len(rows) or key.startswith(YEAR)
        cells.append(total(given) if column.kind == "money" and given and whole else None)
    if sums is not None:
        cells[1:] = [sums.get(key, cell) for key, cell in zip(list(columns)[1:], cells[1:], strict=True)]
    return Line(tuple(cells), total=True)
