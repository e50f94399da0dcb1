"""A field for one line of text, drawn with its caret: a cell of a grid, or a question's answer."""

from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.cells import cells, clusters
from budjettitui.tui.widgets.drawn import Piece
from budjettitui.tui.widgets.typed_line import TypedLine

LONGEST = 8
"""Characters that a sign with its accents is taken to have at most, so that of a long text no more is gone through than is
seen of it."""


def room_for(typed: TypedLine, looks: Looks, most: int) -> int:
    """The cells that the text needs, with one for the caret behind it; of a text that needs more than `most`, only so much."""
    needed = 1
    for sign in clusters(typed.text[: most * LONGEST]):
        needed += cells(looks.shown(sign))
        if needed > most:
            break
    return needed


def field(typed: TypedLine, width: int, looks: Looks, *, right: bool = False) -> list[Piece]:
    """The text in `width` cells, as much of it as fits around the caret; `_` is the caret behind the text."""
    near = (width + 1) * LONGEST
    before = [looks.shown(sign) for sign in clusters(typed.text[max(0, typed.caret - near) : typed.caret])][-width:]
    after = [looks.shown(sign) for sign in clusters(typed.text[typed.caret : typed.caret + near])][: width + 1]
    caret, after = (after[0], [*after[1:], " "]) if after else ("_", [])
    while before and _cells(before) + cells(caret) > width:
        before = before[1:]
    while after and _cells(before) + cells(caret) + _cells(after) > width:
        after = after[:-1]
    blanks = " " * (width - _cells(before) - cells(caret) - _cells(after))
    return [
        Piece((blanks if right else "") + "".join(before), "edit"),
        Piece(caret, "edit" if caret == "_" else "caret"),
        Piece("".join(after) + ("" if right else blanks), "edit"),
    ]


def _cells(signs: list[str]) -> int:
    return sum(cells(sign) for sign in signs)
