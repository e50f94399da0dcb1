"""A field for a text of several lines: wrapped at words, drawn with its caret, gone through line by line as it is seen."""

import re
from collections.abc import Mapping
from functools import lru_cache

from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.cells import cells, clusters, fit
from budjettitui.tui.widgets.drawn import Line, Piece
from budjettitui.tui.widgets.field import field
from budjettitui.tui.widgets.typed_line import TypedLine

NEW_LINE = ("ctrl+j", "shift+enter")
"""Keys for a new line. Few terminals tell the second from Enter; the first is the line feed itself, in all of them."""

BY: Mapping[str, int] = {"up": -1, "down": 1}

_WORD = re.compile("[^ ]+ *| +")

Row = tuple[int, int]
"""Where a line that is seen begins in the text, and where it ends."""


@lru_cache(maxsize=16)
def rows_of(text: str, width: int, looks: Looks) -> tuple[Row, ...]:
    """The lines in which a text is seen in so many cells, of which the last is for the caret."""
    rows: list[Row] = []
    start = 0
    for line in text.split("\n"):
        rows += _wrapped(line, start, max(1, width - 1), looks)
        start += len(line) + 1
    return tuple(rows)


def row_at(rows: tuple[Row, ...], caret: int) -> int:
    """The line that the caret is seen in: where one ends and goes on in the next, that one."""
    return max(number for number, (start, _) in enumerate(rows) if start <= caret)


def moved(typed: TypedLine, key: str, width: int, looks: Looks) -> TypedLine | None:
    """The caret a line up or down, or at an end of its line; None where there is no such line."""
    rows = rows_of(typed.text, width, looks)
    here = row_at(rows, typed.caret)
    if key in ("home", "end"):
        start, end = rows[here]
        return TypedLine(typed.text, start if key == "home" else _last(typed.text, rows, here, end))
    to = here + BY[key]
    if not 0 <= to < len(rows):
        return None
    wanted = cells(looks.shown(typed.text[rows[here][0] : typed.caret]))
    at, end = rows[to]
    used = 0
    for sign in clusters(typed.text[at:end]):
        used += cells(looks.shown(sign))
        if used > wanted or at + len(sign) > _last(typed.text, rows, to, end):
            break
        at += len(sign)
    return TypedLine(typed.text, at)


def area(typed: TypedLine, width: int, looks: Looks, *, here: bool) -> list[Line]:
    """All lines of the text, each of so many cells; with the caret where one is `here`."""
    rows = rows_of(typed.text, width, looks)
    at = row_at(rows, typed.caret) if here else -1
    lines: list[Line] = []
    for number, (start, end) in enumerate(rows):
        text = typed.text[start:end]
        if number == at:
            lines.append(field(TypedLine(text, typed.caret - start), width, looks))
        else:
            lines.append([Piece(fit(text.rstrip(" "), width, looks), "edit" if here else "")])
    return lines


def _last(text: str, rows: tuple[Row, ...], number: int, end: int) -> int:
    """The last place of the caret in a line: before the blank at which it goes on in the next."""
    goes_on = number + 1 < len(rows) and rows[number + 1][0] == end
    return end - 1 if goes_on else end


def _wrapped(line: str, at: int, room: int, looks: Looks) -> list[Row]:
    """One line of the text, parted before words; a word that is longer than the room is parted within."""
    rows: list[Row] = []
    begin = used = 0
    for found in _WORD.finditer(line):
        word, place = found[0], found.start()
        wide = cells(looks.shown(word.rstrip(" ")))
        if used and used + wide > room:
            rows.append((at + begin, at + place))
            begin, used = place, 0
        if wide <= room:
            used += cells(looks.shown(word))
            continue
        for sign in clusters(word):
            more = cells(looks.shown(sign))
            if used and used + more > room and sign != " ":
                rows.append((at + begin, at + place))
                begin, used = place, 0
            used, place = used + more, place + len(sign)
    return [*rows, (at + begin, at + len(line))]
