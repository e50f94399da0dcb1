"""Rows found by a text or put in another order, for looking only: the file's order stays."""

from decimal import Decimal

from budjettitui.model import Amount, Cost, Row
from budjettitui.money import plain
from budjettitui.state import State
from budjettitui.values import frozen

_WORDS = ("id", "name", "description", "category", "partner", "kind", "payer", "recipient", "budget_item", "unit",
          "person", "work_package", "business_id")  # fmt: skip


@frozen
class Sift:
    """What of a table is shown: rows that hold a text, by a column."""

    text: str = ""
    column: str = ""
    descending: bool = False


def rows_shown(state: State, table: str, sift: Sift) -> tuple[int, ...]:
    """The numbers of the rows that are shown, in their order. What has no value in the column stands last."""
    rows = state.budget.rows(table)
    wanted = sift.text.casefold().split()
    found = [index for index, row in enumerate(rows) if not wanted or _holds(state, table, index, row, wanted)]
    if not sift.column:
        return tuple(found)
    values = {index: _value(state, table, index, sift.column) for index in found}
    known = [index for index in found if values[index] is not None]
    # values of one column are of one type, and each of those types has an order
    ordered = sorted(known, key=lambda index: values[index], reverse=sift.descending)  # type: ignore[arg-type,return-value]
    return (*ordered, *(index for index in found if values[index] is None))


def _holds(state: State, table: str, index: int, row: Row, wanted: list[str]) -> bool:
    text = text_of(state, table, index, row)
    return all(word in text for word in wanted)


def text_of(state: State, table: str, index: int, row: Row) -> str:
    """All that a row may be found by, in small letters: its words, its category in all languages, its amount."""
    parts = [str(getattr(row, name, None) or "") for name in _WORDS]
    if isinstance(row, Cost):
        known = state.terms.rules.categories.get(row.category or "")
        parts += known.labels.values() if known is not None else []
    worth = state.figures.worths.get((table, index))
    if worth is not None and worth.value is not None:
        number = plain(worth.value)
        parts += [number, number.replace(".", ",")]
    return "\n".join(parts).casefold()


def _value(state: State, table: str, index: int, column: str) -> str | Decimal | None:
    row = state.budget.rows(table)[index]
    if column in ("amount", "share", "aside"):
        worth = state.figures.worths.get((table, index))
        amount = getattr(row, "amount", None)
        return worth.value if worth is not None else amount.value if amount is not None else None
    if column == "how":
        return getattr(row, "quantity", None)
    value = getattr(row, column, None)
    if isinstance(value, Amount):
        return value.value
    return value if value is None or isinstance(value, Decimal) else str(value).casefold()
