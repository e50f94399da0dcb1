"""A pasted block as lines of cells, as these were before they were copied."""

import re
from collections.abc import Iterator, Sequence

from budjettitui.pasting.numbers import is_number
from budjettitui.typed import NumberStyle

MOST_ROWS = 5000

_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_KEPT_TEXT = ("=", "+", "-", "@")

_BROKEN_CELL = re.compile(r'(?:^|(?<=[\t\n]))"(?:[^"\t]|"")*"(?=[\t\n]|$)')
"""A cell that a spreadsheet has put in quotation marks, since it has lines of its own."""


def table_of(text: str) -> list[list[str]]:
    """The lines of a block, each with its cells."""
    return [[_bare(cell) for cell in line.split("\t")] for line in text.splitlines()[:MOST_ROWS]]


def one_line_a_row(text: str) -> str:
    """A block in which each row is one line: what a cell has on several goes into one."""
    return _BROKEN_CELL.sub(lambda cell: " ".join(cell[0].split("\n")), text)


def untaken(table: Sequence[Sequence[str]], keys: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The columns without a key that have something in them."""
    for at, key in enumerate(keys):
        if not key and (first := first_cell(table, at)):
            yield at + 1, first


def first_cell(table: Sequence[Sequence[str]], at: int) -> str:
    """The first thing that stands in a column."""
    return next((line[at] for line in table if at < len(line) and line[at]), "")


def squared(table: Sequence[Sequence[str]], style: NumberStyle) -> list[list[str]]:
    """Lines that are shorter than the others and end in a number stand at the right, where the others have theirs."""
    width = max((len(line) for line in table), default=0)
    last = any(len(line) == width and is_number(line[-1], style) for line in table if line)
    squared = []
    for line in table:
        short = last and len(line) < width and bool(line) and is_number(line[-1], style)
        squared.append([""] * (width - len(line)) + list(line) if short else list(line))
    return squared


def _bare(cell: str) -> str:
    """A cell as it was before it was copied: without the quotes of a spreadsheet, and the sign that keeps a text one."""
    cell = cell.strip()
    if _QUOTED.fullmatch(cell):
        cell = cell[1:-1].replace('""', '"').strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _KEPT_TEXT else cell
