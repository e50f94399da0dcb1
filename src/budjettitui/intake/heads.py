"""Where a table begins within its sheet: below a title there are often some lines before the heads come."""

from collections.abc import Iterable, Iterator

from budjettitui.exchange.grid import Grid
from budjettitui.pasting.cost_columns import HEADS, cost_columns
from budjettitui.pasting.funding_columns import HEADS as FUNDING_HEADS
from budjettitui.pasting.funding_columns import funding_columns
from budjettitui.pasting.funding_words import funding_words
from budjettitui.pasting.names import known_of
from budjettitui.pasting.year_columns import bare_head
from budjettitui.state import State
from budjettitui.typed import NumberStyle

LOOKED_AT = 30
"""Lines in which the heads are looked for."""

NAMES = frozenset(name for heads in (HEADS, FUNDING_HEADS) for names in heads.values() for name in names)
"""What a head may be called; a line without two of these needs no closer look."""


class Heads:
    """Knows the heads of cost lines and of funding, for one budget."""

    def __init__(self, state: State, style: NumberStyle) -> None:
        self.known, self.funding, self.style = known_of(state), funding_words(state), style

    def has(self, line: list[str], table: str) -> bool:
        """True of a line that has the heads of a table."""
        if table == "costs":
            return cost_columns(self.known, [line], self.style).headed
        return funding_columns(self.funding, [line], self.style).headed


def from_heads(state: State, grid: Grid, table: str, style: NumberStyle) -> tuple[Grid, tuple[tuple[int, str], ...]]:
    """The grid from its heads on, and the lines above them; all of it where no heads are known."""
    cells, heads = grid.spelled(style.decimal), Heads(state, style)
    for at, line in enumerate(cells[:LOOKED_AT]):
        if heads.has(line, table):
            above = [(grid.numbers[before], " ".join(filter(None, cells[before]))) for before in range(at)]
            return grid.below(at), tuple(above)
    return grid, ()


def more_heads(state: State, cells: list[list[str]], style: NumberStyle, lines: Iterable[int]) -> Iterator[int]:
    """Those of the lines that have heads other than the first line has: there another table begins."""
    heads = Heads(state, style)
    for at in lines:
        named = sum(bare_head(state.budget, cell) in NAMES for cell in cells[at] if cell)
        if named > 1 and cells[at] != cells[0] and (heads.has(cells[at], "costs") or heads.has(cells[at], "funding")):
            yield at
