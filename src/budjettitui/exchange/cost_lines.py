"""The cost lines under the funder's headings, with what each heading comes to and what all of them do."""

from budjettitui.exchange.lines import Cells, beside, columns_of, lines_of, sum_line, value, year_cells, years_of
from budjettitui.exchange.naming import Names
from budjettitui.exchange.sheets import ExportTable, Kind, Line, shown
from budjettitui.model import Cost
from budjettitui.state import State

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("category", "text"), ("partner", "text"), ("description", "text"), ("person", "text"), ("work_package", "text"),
    ("quantity", "number"), ("unit", "text"), ("unit_price", "number"), ("allocation", "number"), ("vat_rate", "number"),
    ("amount", "money"), ("applied", "money"), ("granted", "money"), ("realised", "money"),
)  # fmt: skip
ALWAYS = ("category", "description", "amount")

WORKED_OUT = ("years", "product", "flat")
"""How an amount comes about that nobody has written."""

_TEXTS = ("description", "person", "work_package", "unit")
_NUMBERS = ("quantity", "allocation", "vat_rate")


def cost_sheet(state: State, names: Names) -> ExportTable:
    """Cash lines by category with their sums, then what is in kind, which stands outside the cash budget."""
    rows = state.budget.costs
    by_row = [(row, _cells(state, names, index, row)) for index, row in enumerate(rows)]
    columns = columns_of(names, COLUMNS, ALWAYS, [cells for _, cells in by_row], years_of(state.budget, rows))
    lines: list[Line] = []
    cash = [(row, cells) for row, cells in by_row if not row.in_kind]
    for category in _order(state, [row for row, _ in cash]):
        some = [cells for row, cells in cash if row.category == category]
        lines += lines_of(some, columns)
        heading = shown(names.category(category) or "")
        lines.append(sum_line(names.words.say("table.subtotal", of=heading), some, columns))
    if cash:
        lines.append(sum_line(names.words.say("table.total"), [cells for _, cells in cash], columns))
    if in_kind := [cells for row, cells in by_row if row.in_kind]:
        lines += lines_of(in_kind, columns)
        of = names.words.say("table.in-kind")
        lines.append(sum_line(names.words.say("table.subtotal", of=of), in_kind, columns))
    return ExportTable("costs", names.sheet("costs"), tuple(columns.values()), tuple(lines), state.budget.decimals)


def _order(state: State, rows: list[Cost]) -> list[str | None]:
    """The categories that have lines: as the rules have them, then those of the file alone."""
    used = dict.fromkeys(row.category for row in rows)
    known = [word for word in state.terms.rules.categories if word in used]
    return [*known, *(word for word in used if word not in known)]


def _cells(state: State, names: Names, index: int, row: Cost) -> Cells:
    """One line; its amount is what is written of the plan, else what it is worked out to be."""
    worth = state.figures.worths["cost", index]
    worked = worth.value if row.amount is None and worth.how in WORKED_OUT else None
    texts = {key: shown(text) for key in _TEXTS if (text := getattr(row, key)) is not None}
    category = names.category(row.category)
    partner = names.partner(row.partner) if row.partner or not state.figures.several else names.words.say("table.whole")
    return {
        **texts,
        **{key: getattr(row, key) for key in _NUMBERS},
        **beside(row),
        **year_cells(row),
        "category": None if category is None else shown(category),
        "partner": None if partner is None else shown(partner),
        "unit_price": value(row.unit_price),
        "amount": worked if row.amount is None else row.amount.value,
        "in_kind": names.words.say("table.yes") if row.in_kind else None,
        "certainty": names.certainty(row.amount),
    }
