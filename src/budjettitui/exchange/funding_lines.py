"""The sources of money by kind: who pays whom from which budget item, with what each kind comes to."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from budjettitui.exchange.lines import Cells, beside, columns_of, lines_of, sum_line, year_cells, years_of
from budjettitui.exchange.naming import Names
from budjettitui.exchange.sheets import ExportColumn, ExportTable, Kind, Line, shown
from budjettitui.model import CASH_KINDS, Funding
from budjettitui.state import State

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("kind", "text"), ("fund", "text"), ("description", "text"), ("payer", "text"), ("recipient", "text"),
    ("budget_item", "text"), ("confirmed", "text"), ("amount", "money"), ("applied", "money"), ("granted", "money"),
    ("realised", "money"),
)  # fmt: skip
ALWAYS = ("kind", "payer", "amount")

OUTSIDE = "in-kind"


def funding_sheet(state: State, names: Names) -> ExportTable:
    """The rows of each kind and the kinds that only a total tells of; the sums are those that the budget is judged by,
    in which money that passes from one partner to another counts once.
    """
    rows = state.budget.funding
    by_row = [(row, _cells(state, names, index, row)) for index, row in enumerate(rows)]
    columns = columns_of(names, COLUMNS, ALWAYS, [cells for _, cells in by_row], years_of(state.budget, rows))
    lines: list[Line] = []
    for kind in (*CASH_KINDS, None):
        some = [cells for row, cells in by_row if row.kind == kind]
        known = _known(state, kind)
        if not some and known:
            some = [{"kind": shown(names.kind(kind) or ""), "amount": known}]
        if some:
            lines += [*lines_of(some, columns), _of_kind(names, kind, some, columns, known)]
    if lines:
        cash = [cells for row, cells in by_row if row.kind != OUTSIDE]
        whole = {"amount": state.figures.project.funding}
        lines.append(sum_line(names.words.say("table.total"), cash, columns, whole))
    if outside := [cells for row, cells in by_row if row.kind == OUTSIDE]:
        lines += [*lines_of(outside, columns), _of_kind(names, OUTSIDE, outside, columns, _known(state, OUTSIDE))]
    return ExportTable("funding", names.sheet("funding"), tuple(columns.values()), tuple(lines), state.budget.decimals)


def _known(state: State, kind: str | None) -> Decimal | None:
    one = state.figures.project.kinds.get(kind or "")
    return None if one is None else one.value


def _of_kind(
    names: Names, kind: str | None, rows: Sequence[Cells], columns: Mapping[str, ExportColumn], known: Decimal | None
) -> Line:
    said = names.words.say("table.subtotal", of=shown(names.kind(kind) or ""))
    return sum_line(said, rows, columns, {} if kind is None else {"amount": known})


def _cells(state: State, names: Names, index: int, row: Funding) -> Cells:
    """One line; its amount is what is written of the plan, else what its years come to."""
    worth = state.figures.worths["funding", index]
    worked = worth.value if row.amount is None and worth.how == "years" else None
    named = {"kind": names.kind(row.kind), "payer": names.partner(row.payer), "recipient": names.partner(row.recipient)}
    texts = {key: getattr(row, key) for key in ("fund", "description", "budget_item")} | named
    confirmed = {True: "yes", False: "no", "conditional": "conditional"}
    return {
        **{key: shown(text) for key, text in texts.items() if text is not None},
        **beside(row),
        **year_cells(row),
        "confirmed": None if row.confirmed is None else names.words.say(f"table.{confirmed[row.confirmed]}"),
        "amount": worked if row.amount is None else row.amount.value,
        "certainty": names.certainty(row.amount),
    }
