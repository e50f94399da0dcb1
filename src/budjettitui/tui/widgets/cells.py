"""Text measured in cells of the terminal: cut, filled up, and parted into signs that belong together."""

import re
import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len

from budjettitui.tui.themes import Looks
from budjettitui.visible import HIDDEN

_WORDS = re.compile(r"( *)([^ ]+(?:(?<=\d) (?=\d)[^ ]+)*(?: %(?![^ ,.;:)]))?)")
"""A word with the blanks before it; the groups of a number (`1 50 04`) and its per cent sign stay with it."""


def cells(text: str) -> int:
    """How many cells a text takes, counted as Textual counts when it draws."""
    return cell_len(text)


def joins(character: str) -> bool:
    """True of a sign that stands on the one before it (an accent) and is not spelled out by `visible`."""
    return unicodedata.category(character) in ("Mn", "Me") and HIDDEN.match(character) is None


def clusters(text: str) -> Iterator[str]:
    """The signs of a text, each with the accents that stand on it, so that none is cut in two."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not joins(text[at]):
            yield text[start:at]
            start = at


def fit(text: str, width: int, looks: Looks, *, right: bool = False) -> str:
    """Any text as exactly `width` cells: made safe, cut at its end with `…`, or filled up with blanks."""
    if width <= 0:
        return ""
    shown = cut(text, width, looks)
    blanks = " " * (width - cells(shown))
    return blanks + shown if right else shown + blanks


def filled(shown: str, width: int) -> str:
    """A safe text as exactly `width` cells, for a table within a line of text."""
    if cells(shown) > width:
        shown = f"{head(shown, width - 1)}…"
    return shown + " " * (width - cells(shown))


def cut(text: str, width: int, looks: Looks) -> str:
    """Any text made safe and at most `width` cells long; what is cut ends in `…`, and no wide sign is halved."""
    within = width * 8 + 8  # a megabyte of name is not gone through to draw twenty cells
    shown = looks.shown(text[:within])
    if len(text) <= within and cells(shown) <= width:
        return shown
    return head(shown, width - 1) + looks.sign("more") if width > 0 else ""


def head(shown: str, width: int) -> str:
    """As much of the beginning of a safe text as fits into `width` cells."""
    taken, used = [], 0
    for cluster in clusters(shown):
        used += cells(cluster)
        if used > width:
            break
        taken.append(cluster)
    while taken and cells("".join(taken)) > width:
        taken.pop()
    return "".join(taken)


def wrapped(text: str, width: int, looks: Looks) -> list[str]:
    """Any text made safe and parted at blanks into lines of at most `width` cells; its first blanks are kept below."""
    shown = looks.shown(text[: width * 40])
    indent = " " * min(len(shown) - len(shown.lstrip(" ")), width // 2)
    lines, line = [], ""
    for blanks, word in _WORDS.findall(shown):
        if line and cells(line + blanks + word) > width:
            lines.append(line)
            line, blanks = "", indent
        line += (blanks or indent if not line else blanks) + word
        line = line if cells(line) <= width else cut(line, width, looks)
    return [*lines, line]


def two_lines(text: str, width: int, looks: Looks) -> tuple[str, str]:
    """A text on two lines, parted at a blank; what does not fit is cut by who draws it."""
    first, *rest = wrapped(text, width, looks)
    return first, " ".join(rest)
