"""The currency that the heads of a table name."""

import re

from budjettitui.exchange.grid import Grid
from budjettitui.money import CURRENCIES
from budjettitui.report.sentences import CURRENCY_SIGNS

_SAID = re.compile(r"\((€|[A-Za-z]{3})\)\s*$")
CODES = {sign: code for code, sign in CURRENCY_SIGNS.items()}


def currency_said(grid: Grid) -> str | None:
    """The currency in brackets behind the heads of a table (`Amount (SEK)`); None where none or several are said."""
    found = {CODES.get(said[1], said[1].upper()) for cell in (grid.lines[0] if grid.lines else ())
             if isinstance(cell, str) and (said := _SAID.search(cell))}  # fmt: skip
    known = found & CURRENCIES
    return known.pop() if len(known) == 1 else None
