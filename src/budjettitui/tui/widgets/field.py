"""A field for one line of text, drawn with its caret: a cell of a grid, or a question's answer."""

from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.cells import cells, clusters
from budjettitui.tui.widgets.drawn import Piece
from budjettitui.tui.widgets.typed_line import TypedLine


def room_for(typed: TypedLine, looks: Looks) -> int:
    """The cells that the whole text needs, with one for the caret behind it."""
    return sum(cells(looks.shown(sign)) for sign in clusters(typed.text)) + 1


def field(typed: TypedLine, width: int, looks: Looks, *, right: bool = False) -> list[Piece]:
    """The text in `width` cells, as much of it as fits around the caret; `_` is the caret behind the text."""
    before = [looks.shown(sign) for sign in clusters(typed.text[: typed.caret])][-width:]
    after = [looks.shown(sign) for sign in clusters(typed.text[typed.caret :])][: width + 1]
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
