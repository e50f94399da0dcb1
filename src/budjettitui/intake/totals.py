"""What a table says that it comes to, beside what its rows do: a line that is missing or hidden shows there."""

from collections.abc import Iterable
from decimal import Decimal

from budjettitui.exchange.grid import Grid
from budjettitui.money import total
from budjettitui.pasting import PastedBlock, PastedRow
from budjettitui.pasting.totals import total_of
from budjettitui.typed import Sure, read_number
from budjettitui.values import frozen


@frozen
class OtherTotal:
    """The last total of all that a table has, where its rows do not come to it: the line, its amount, that of the rows."""

    line: int
    said: Decimal
    rows: Decimal


def other_total(grid: Grid, block: PastedBlock, decimals: int) -> OtherTotal | None:
    """None where the table has no total of all, or the rows come to it: all of them, those in cash, or those above it."""
    if "amount" not in block.columns:
        return None
    at, cells = block.columns.index("amount"), grid.spelled(block.style.decimal)
    lines = [one.line for one in block.left if one.why == "total" and "" in map(total_of, cells[one.line - 1])]
    reading = read_number(cells[lines[-1] - 1][at], block.style, decimals=decimals) if lines else None
    if not isinstance(reading, Sure):
        return None
    above = [row for row in block.rows if row.line < lines[-1]]
    cash = [row for row in block.rows if "in_kind" not in row.cells]
    part = [row for row in above if row.line > (lines[-2] if len(lines) > 1 else 0)]
    if reading.value in map(_sum, (block.rows, above, cash, part)):
        return None
    return OtherTotal(grid.numbers[lines[-1] - 1], reading.value, _sum(above))


def _sum(rows: Iterable[PastedRow]) -> Decimal:
    return total([row.amount for row in rows if row.amount is not None])
