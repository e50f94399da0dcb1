"""Line 1: the file and whether it is saved, the rules with their ceiling, the stage."""

from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.cells import cells, cut
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece, spread
from budjettitui.values import frozen

PARTED = " | "
"""What stands between the rules, the cost model and the ceiling."""

LEAST_MODEL = 12
"""Cells below which a cut name of a cost model says nothing."""


@frozen
class TitleText:
    """The strings of line 1. `state` is `*unsaved`, `read-only` or `!BROKEN`; `state_role` how it is drawn.

    `longest` is the longest state that the file may come to: where there is room, it is kept free, so that nothing jumps.
    """

    file: str
    state: str = ""
    about: str = ""
    stage: str = ""
    state_role: str = "changed"
    longest: str = ""


class TitleLine(Drawn[TitleText]):
    """Draws line 1. A long file name gives way to the state behind it; a click on the state is a click on `save`."""

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """The file takes a quarter of the line, less where it needs less and the others more; the stage at the end."""
        text, column = self.value, max(24, width // 4)
        right = [Piece(f" {looks.shown(text.stage)} ")] if text.stage else []
        state = f" {looks.shown(text.state)}" if text.state else ""
        left_over = width - 2 - cells(looks.shown(text.about)) - sum(cells(piece.text) for piece in right)
        whole = cells(looks.shown(text.file)) + cells(state) + 1
        most = cells(looks.shown(text.file)) + cells(looks.shown(text.longest)) + 2 if text.longest else 0
        column = min(max(column, min(most, left_over)), max(left_over, whole))
        room = column if text.about else width - sum(cells(piece.text) for piece in right)
        file = cut(text.file, max(4, room - 1 - cells(state)), looks)
        left = [Piece(" "), Piece(file, "strong", "file"), Piece(state, text.state_role, "save")]
        gap = " " * max(1, column + 1 - 1 - cells(file) - cells(state)) if text.about else ""
        space = width - sum(cells(piece.text) for piece in (*left, Piece(gap), *right))
        return [spread([*left, Piece(gap), Piece(_about(looks.shown(text.about), space, looks))], right, width, looks)]


def _about(about: str, space: int, looks: Looks) -> str:
    """The rules, the cost model and the ceiling; where they have no room, the cost model between the two gives way."""
    first, *between, last = about.split(PARTED) if about.count(PARTED) > 1 else (about, "")
    if cells(about) <= space or not between:
        return about
    room = space - cells(first) - cells(last) - 2 * cells(PARTED)
    model = PARTED.join(between)
    return PARTED.join((first, cut(model, room, looks), last) if room >= LEAST_MODEL else (first, last))
