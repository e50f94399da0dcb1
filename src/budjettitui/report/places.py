"""Document paths written as places: `("funding", 2, "amount", "amount")` is `funding.city-fvh.amount.amount`."""

from budjettitui.findings import Path, quoted
from budjettitui.model import ROW_TABLES, Budget, place_of


def spelled(path: Path, budget: Budget) -> str:
    """A path of the document as findings, waivers and notes write places."""
    table, *rest = path
    text = str(table)
    if rest and isinstance(rest[0], int):
        text = _row(text, rest.pop(0), budget)
    for part in rest:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{quoted(part)}"
    return text


def _row(table: str, index: int | str, budget: Budget) -> str:
    number = int(index)
    rows = budget.rows(table) if table in ROW_TABLES else ()
    return str(place_of(table, number, rows[number])) if number < len(rows) else f"{table}[{number + 1}]"
