"""The list of words that opens under a cell while it is chosen by typing."""

import re
from typing import ClassVar

from textual.reactive import reactive
from textual.widget import Widget

from budjettitui.tui.present.names import key_name
from budjettitui.tui.themes import Looks, looks_of
from budjettitui.tui.view import Option, Typing, View
from budjettitui.tui.widgets.box import Box, DialogPlace, boxed
from budjettitui.tui.widgets.cells import cells, cut, fit
from budjettitui.tui.widgets.drawn import Piece, length, trimmed
from budjettitui.tui.widgets.grid import Grid
from budjettitui.words import Words

MOST = 7
"""Words that are seen at once, where there is room for them."""

LONGEST = 72
"""Cells of a word with what it is called, where the window has them."""

FRAME = 6
"""Cells that the list leaves for its sides and beside them."""


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
        if self.display and typing is not None and view is not None:
            self._put(typing, view.words)

    def _put(self, typing: Typing, words: Words) -> None:
        looks, parent = looks_of(self.app), self.parent
        grid = self.screen.focused
        if not isinstance(grid, Grid) or not isinstance(parent, Widget):
            return
        row, column = grid.cursor
        slot = grid.sheet.layout(grid.size.width).slot(column)
        x = grid.region.x - parent.region.x + (slot.x if slot is not None else 3)
        y = grid.region.y - parent.region.y + row + 1 - grid.scroll_offset.y
        below, most = parent.size.height - y - 1, parent.size.width - FRAME
        above = min(len(typing.options), MOST) + 2 > below and y > below
        count = min(MOST, max(1, (y if above else below) - 2))
        lines, title = listed(typing, looks, min(LONGEST, most), count), head(typing, words)
        inner = max(*map(length, lines), min(most, cells(looks.shown(title)) + 2))
        filled = [[*line, Piece(" " * (inner - length(line)), line[0].role, line[0].click)] for line in lines]
        height, width = len(lines) + 2, inner + 4
        x = max(0, min(x, parent.size.width - width))
        self.put(DialogPlace(x, y - height if above else y + 1, width, height), boxed(title, [filled], width, looks))


def head(typing: Typing, words: Words) -> str:
    """What is chosen, what was typed, and how many words begin with that or have it within."""
    what = key_name(words, str(typing.path[-1]))
    if not typing.wanted:
        return what
    begin = sum(one.begins for one in typing.options)
    inside = len(typing.options) - begin
    key = "both" if begin and inside else "begin" if begin else "inside"
    return f"{what}: {typing.wanted}    {words.say(f'screen.choose.{key}', begin=begin, inside=inside)}"


def _top(typing: Typing, count: int) -> int:
    return max(0, min(typing.marked - count // 2, len(typing.options) - count))


def listed(typing: Typing, looks: Looks, longest: int = LONGEST, count: int = MOST) -> list[list[Piece]]:
    """So many of the words, each behind the pointer: with what they are called here, and elsewhere in brackets.

    What was typed is marked in the first of these that has it.
    """
    top = _top(typing, count)
    seen = typing.options[top : top + count]
    words = min(longest, max(cells(looks.shown(one.word)) for one in seen))
    labels = max(cells(looks.shown(_label(one))) for one in seen)
    lines = []
    for number, one in enumerate(seen, top):
        here = number == typing.marked
        pieces = trimmed(_columns(one, typing.wanted, words, labels, longest, looks), longest, looks)
        line = [Piece(looks.sign("here") if here else " "), *pieces]
        lines.append([Piece(piece.text, _role(piece.role, here), f"option {number}") for piece in line])
    return lines


def _role(role: str, here: bool) -> str:
    """What was typed is bold; in the marked word, which has the colour of the cursor, it has another."""
    return {"strong": "selected"}.get(role, "cursor") if here else role


def _label(one: Option) -> str:
    return "" if one.label == one.word else one.label


def _columns(one: Option, wanted: str, words: int, labels: int, longest: int, looks: Looks) -> list[Piece]:
    """Word, label and the name in brackets. Where they have no room the label is cut, if nobody would know without the
    brackets why the word is in the list; else the brackets go.
    """
    label, behind = _label(one), f"({one.also})" if one.also else ""
    needed = not any(wanted.casefold() in text.casefold() for text in (one.word, label))
    room = longest - words - 2
    if behind and labels + 2 + cells(looks.shown(behind)) > room:
        behind = behind if needed else ""
        labels = room - 2 - cells(looks.shown(behind)) if behind else min(labels, room)
    texts = [(one.word, words), *([(label, labels)] if labels > 0 else []), *([(behind, room)] if behind else [])]
    pieces: list[Piece] = []
    marked = not wanted
    for text, width in texts:
        mark = not marked and wanted.casefold() in text.casefold()
        shown = fit(text, width, looks) if text is not behind else cut(text, width, looks)
        pieces += [Piece("  ")] if pieces else []
        pieces += _parted(shown, wanted, looks) if mark else [Piece(shown)]
        marked = marked or mark
    return pieces


def _parted(shown: str, wanted: str, looks: Looks) -> list[Piece]:
    """A text with what is wanted in it marked, as far as it is seen."""
    found = re.search(re.escape(looks.shown(wanted)), shown, re.IGNORECASE)
    if found is None:
        return [Piece(shown)]
    start, end = found.span()
    parts = (Piece(shown[:start]), Piece(shown[start:end], "strong"), Piece(shown[end:]))
    return [piece for piece in parts if piece.text]
