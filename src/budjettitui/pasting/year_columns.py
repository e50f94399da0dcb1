"""Columns of years or reporting periods in a pasted table, and what a row has in them."""

from collections.abc import Mapping
from decimal import Decimal
from re import compile as pattern

from budjettitui.model import Budget
from budjettitui.money import to_decimals
from budjettitui.pasting.names import plain
from budjettitui.typed import NumberStyle, Sure, read_number

YEAR = "years."
"""Stands before the name of a year in the key of its column."""

_YEAR = pattern(r"(?:19|20)\d\d")


def bare_head(budget: Budget, cell: str) -> str:
    """A head as it is compared: without the currency of the budget behind it."""
    text = plain(cell).rstrip(":").rstrip()
    for currency in ("eur", "€", budget.project.currency.casefold()):
        text = text.removesuffix(f"({currency})").rstrip()
    return text


def year_key(budget: Budget, head: str) -> str:
    """The key of a column under a bare head that is a year, or a reporting period of the budget; else nothing."""
    periods = {plain(name): name for name in budget.project.periods}
    if head in periods:
        return YEAR + periods[head]
    return YEAR + head if _YEAR.fullmatch(head) else ""


def years_in(cells: Mapping[str, str], style: NumberStyle, decimals: int) -> Mapping[str, Decimal]:
    """The years of a row that was read without doubt."""
    read = {key: read_number(text, style, decimals=decimals) for key, text in cells.items() if key.startswith(YEAR)}
    return {
        key.removeprefix(YEAR): to_decimals(one.value, decimals) for key, one in read.items() if isinstance(one, Sure)
    }
