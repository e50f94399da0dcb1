"""Income that lowers the costs, line by line."""

from budjettitui.exchange.lines import Cells, beside, columns_of, lines_of, sum_line, year_cells, years_of
from budjettitui.exchange.naming import Names
from budjettitui.exchange.sheets import ExportTable, Kind, shown
from budjettitui.model import Income
from budjettitui.state import State

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("description", "text"), ("partner", "text"), ("amount", "money"), ("applied", "money"), ("granted", "money"),
    ("realised", "money"),
)  # fmt: skip
ALWAYS = ("description", "amount")


def income_sheet(state: State, names: Names) -> ExportTable:
    """The rows of income and their sum."""
    rows = state.budget.incomes
    cells = [_cells(state, names, index, row) for index, row in enumerate(rows)]
    columns = columns_of(names, COLUMNS, ALWAYS, cells, years_of(state.budget, rows))
    lines = lines_of(cells, columns)
    if lines:
        lines.append(sum_line(names.words.say("table.total"), cells, columns))
    return ExportTable("income", names.sheet("income"), tuple(columns.values()), tuple(lines), state.budget.decimals)


def _cells(state: State, names: Names, index: int, row: Income) -> Cells:
    """One line; its amount is what is written of the plan, else what its years come to."""
    worth = state.figures.worths["income", index]
    partner = names.partner(row.partner)
    return {
        **beside(row),
        **year_cells(row),
        "description": None if row.description is None else shown(row.description),
        "partner": None if partner is None else shown(partner),
        "amount": row.amount.value if row.amount else worth.value if worth.how == "years" else None,
        "certainty": names.certainty(row.amount),
    }
