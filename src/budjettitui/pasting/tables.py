"""The cells of a block as they were before they were copied."""

import re

MOST_ROWS = 5000

_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_KEPT_TEXT = ("=", "+", "-", "@")


def table_of(text: str) -> list[list[str]]:
    """The lines of a block, each with its cells."""
    return [[_bare(cell) for cell in line.split("\t")] for line in text.splitlines()[:MOST_ROWS]]


def _bare(cell: str) -> str:
    """A cell as it was before it was copied: without the quotes of a spreadsheet, and the sign that keeps a text one."""
    cell = cell.strip()
    if _QUOTED.fullmatch(cell):
        cell = cell[1:-1].replace('""', '"').strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _KEPT_TEXT else cell
