"""The line of the file that a finding stands on, with a mark under the value; a long line is cut around the mark."""

import re
from collections.abc import Callable
from functools import cache

from budjettitui.report.safe import quiet

_VALUE = re.compile(r'"(?:[^"\\]|\\.)*"?|\'[^\']*\'?|\[\[?[^\]]*\]?\]?|\{[^}]*\}?|[^\s,\]}#=]+')
"""A value as far as it reaches on its line: a text, a list or a header, a table in braces, a bare word."""

_BEFORE = 20
"""How much of a cut line is kept before the mark."""

LONGEST_MARK = 60


class Lines:
    """The lines of one text, split once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[str] | None = None

    def line(self, number: int) -> str | None:
        """A line by its number from 1."""
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines[number - 1].rstrip("\r") if 0 < number <= len(self._lines) else None


def marked(line: str, column: int, width: int) -> tuple[str, str]:
    """The line, safe and at most `width` wide, and the marks that stand below it."""
    start = min(column - 1, len(line))
    found = _VALUE.match(line, start)
    end = min(found.end() if found else start + 1, start + LONGEST_MARK)
    cut, left = "", max(0, start - width + _BEFORE)
    if left:
        left, cut = max(0, start - _BEFORE), "…"
    before = cut + quiet(line[left:start])
    value = quiet(line[start:end])
    text = before + value + quiet(line[end : left + width])
    mark = " " * cells(before) + "^" * max(1, cells(value))
    if len(text) > width or left + width < len(line):
        text = text[: width - 1] + "…"
    return text, mark[:width]


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return len(text) if text.isascii() else sum(_wide()(sign) for sign in text)


@cache
def _wide() -> Callable[[str], int]:
    """How wide one sign is; the tables of Unicode are read only where a line needs them."""
    from unicodedata import combining, east_asian_width

    return lambda sign: 0 if combining(sign) else 1 + (east_asian_width(sign) in "WF")
