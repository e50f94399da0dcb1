"""The list of words that opens under a cell while it is chosen by typing."""

from typing import ClassVar

from textual.reactive import reactive
from textual.widget import Widget

from budjettitui.tui.themes import Looks, looks_of
from budjettitui.tui.view import Typing, View
from budjettitui.tui.widgets.box import Box, Place, boxed
from budjettitui.tui.widgets.cells import cells, fit
from budjettitui.tui.widgets.drawn import Line, Piece
from budjettitui.tui.widgets.grid import Grid

MOST = 7
"""Words that are seen at once."""

LONGEST = 72
"""Cells of a word with what it is called, where the window has them."""


class Chooser(Box):
    """Draws the words; the keys stay with the grid."""

    DEFAULT_CSS: ClassVar[str] = "Chooser { layer: above; display: none; } Screen { layers: default above; }"
    view: reactive[View | None] = reactive(None, repaint=False)

    def __init__(self) -> None:
        super().__init__(())

    def watch_view(self, view: View | None) -> None:
        """Open, close, or show other words."""
        typing = view.typing if view is not None else None
        self.display = typing is not None and typing.listed and bool(typing.options)
        if self.display and typing is not None:
            self._put(typing)

    def _put(self, typing: Typing) -> None:
        looks, parent = looks_of(self.app), self.parent
        grid = self.screen.focused
        if not isinstance(grid, Grid) or not isinstance(parent, Widget):
            return
        row, column = grid.cursor
        slot = grid.sheet.layout(grid.size.width).slot(column)
        lines = words(typing, looks, min(LONGEST, parent.size.width - 6))
        width = max(cells(piece) for piece in lines) + 4
        x = grid.region.x - parent.region.x + (slot.x if slot is not None else 3)
        y = grid.region.y - parent.region.y + row + 1 - grid.scroll_offset.y
        height = len(lines) + 2
        above = y + 1 + height > parent.size.height and y - height >= 0
        x = max(0, min(x, parent.size.width - width))
        self.put(
            Place(x, y - height if above else y + 1, width, height),
            boxed("", [_drawn(typing, lines, looks)], width, looks),
        )


def _top(typing: Typing) -> int:
    return max(0, min(typing.marked - MOST // 2, len(typing.options) - MOST))


def words(typing: Typing, looks: Looks, longest: int = LONGEST) -> list[str]:
    """The words that are seen, each behind the pointer, with what they are called."""
    top = _top(typing)
    shown = typing.options[top : top + MOST]
    widest = max(cells(looks.shown(one.word)) for one in shown)
    found = []
    for number, one in enumerate(shown, top):
        here = looks.sign("here") if number == typing.marked else " "
        label = "" if one.label == one.word else one.label
        text = f"{fit(one.word, min(widest, longest), looks)}  {label}".rstrip()
        room = min(longest, cells(looks.shown(text)))
        found.append(here + fit(text, room, looks))
    return found


def _drawn(typing: Typing, lines: list[str], looks: Looks) -> list[Line]:
    top, width = _top(typing), max(cells(line) for line in lines)
    return [
        [Piece(line + " " * (width - cells(line)), "cursor" if number == typing.marked else "", f"option {number}")]
        for number, line in enumerate(lines, top)
    ]
