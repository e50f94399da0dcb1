"""Small tables of text in dialogs: the first column to the left, figures to the right."""

from collections.abc import Sequence

from budjettitui.tui.widgets.cells import cells

WIDEST_NAME, WIDEST_FIGURE = 25, 14
"""Cells of the first column and of the others; a text that is longer is cut."""


def columns(rows: Sequence[Sequence[str]], name: int = WIDEST_NAME) -> list[str]:
    """The rows with their columns under each other; `name` is how wide the first may be."""
    if not rows:
        return []
    names = [_cut(row[0], name) for row in rows]
    rows = [[row[0], *(_cut(text, WIDEST_FIGURE) for text in row[1:])] for row in rows]
    first = max(cells(one) for one in names)
    widths = [max(cells(row[at]) for row in rows) for at in range(1, len(rows[0]))]
    return [_line(one, row[1:], first, widths) for one, row in zip(names, rows, strict=True)]


def _line(name: str, figures: Sequence[str], first: int, widths: Sequence[int]) -> str:
    rest = "".join("  " + " " * (width - cells(text)) + text for text, width in zip(figures, widths, strict=True))
    return f"{name}{' ' * (first - cells(name))}{rest}".rstrip()


def _cut(name: str, most: int) -> str:
    while cells(name) > most:
        name = name[:-2] + "…"
    return name
