"""A table for looking only, below one that is written: names at the left, figures under each other."""

from typing import ClassVar

from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.cells import cells, cut
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece, trimmed
from budjettitui.values import frozen

MOST = 24
"""Cells that a name keeps where the table is wide."""

GAP, NARROW = 3, 2
"""Cells between two columns, and where they have no room for that."""


@frozen
class SmallRow:
    """A name and its figures; `role` is how they are drawn."""

    name: str
    figures: tuple[str, ...] = ()
    role: str = ""


class SmallTable(Drawn[tuple[SmallRow, ...]]):
    """Draws the rows, the first of them as heads, what does not meet in the colour of errors."""

    DEFAULT_CSS: ClassVar[str] = "SmallTable { height: auto; }"

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """Each column as wide as its widest figure."""
        if not self.value:
            return []
        wide = [max(cells(row.figures[at]) for row in self.value) for at in range(len(self.value[0].figures))]
        asked = max(cells(looks.shown(row.name)) for row in self.value)
        spare = width - 4 - sum(wide)
        gap = GAP if min(asked, MOST) + GAP * len(wide) <= spare else NARROW
        names = [cut(row.name, max(MOST, min(asked, spare - gap * len(wide))), looks) for row in self.value]
        first = max(map(cells, names))
        lines: list[Line] = []
        for number, (name, row) in enumerate(zip(names, self.value, strict=True)):
            role = row.role or ("dim" if not number else "")
            pieces = [Piece("   " + name + " " * (first - cells(name)), role)]
            for figure, room in zip(row.figures, wide, strict=True):
                piece = " " * (gap + room - cells(figure)) + figure
                pieces.append(Piece(piece, "error" if figure.startswith("✗") else role))
            lines.append(trimmed(pieces, width, looks))
        return lines
