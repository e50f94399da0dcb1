"""Where a table begins within its sheet: below a title there are often some lines before the heads come."""

from budjettitui.exchange.grid import Grid
from budjettitui.pasting.columns import columns_of
from budjettitui.pasting.funding_columns import funding_columns
from budjettitui.pasting.funding_words import funding_words
from budjettitui.pasting.names import known_of
from budjettitui.state import State
from budjettitui.typed import NumberStyle

LOOKED_AT = 30
"""Lines in which the heads are looked for."""


def from_heads(state: State, grid: Grid, table: str, style: NumberStyle) -> tuple[Grid, tuple[tuple[int, str], ...]]:
    """The grid from its heads on, and the lines above them; all of it where no heads are known."""
    cells = grid.spelled(style.decimal)
    known, funding = known_of(state), funding_words(state)
    for at, line in enumerate(cells[:LOOKED_AT]):
        headed = columns_of(known, [line], style) if table == "costs" else funding_columns(funding, [line], style)
        if headed.headed:
            above = [(grid.numbers[before], " ".join(filter(None, cells[before]))) for before in range(at)]
            return grid.below(at), tuple(above)
    return grid, ()


def more_heads(state: State, grid: Grid, style: NumberStyle, line: int) -> bool:
    """True of a line that has heads of its own, other than the first ones: there another table begins."""
    cells = grid.spelled(style.decimal)
    if cells[line] == cells[0]:
        return False
    one = [cells[line]]
    return columns_of(known_of(state), one, style).headed or funding_columns(funding_words(state), one, style).headed
