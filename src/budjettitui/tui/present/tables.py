"""Small tables of text in dialogs: the first column to the left, figures to the right."""

from collections.abc import Sequence

from budjettitui.tui.widgets.cells import cells

WIDEST_NAME, WIDEST_FIGURE = 24, 14
"""Cells that the first column and each of the others keep where the room is short; a text that is longer is cut. In a wide
room the first column keeps a third of it."""


def columns(rows: Sequence[Sequence[str]], room: int) -> list[str]:
    """The rows with their columns under each other, in so many cells: names give way first, then the widest column."""
    if not rows:
        return []
    first, widths = _widths(rows, room)
    return [_line(row, first, widths) for row in rows]


def whole(rows: Sequence[Sequence[str]], room: int) -> bool:
    """True where no text but a name has to be cut for the room."""
    return _widths(rows, room)[1] == _asked(rows)


def fits(rows: Sequence[Sequence[str]], room: int) -> bool:
    """True where a line takes no more than the room."""
    first, widths = _widths(rows, room)
    return first + sum(widths) + 2 * len(widths) <= room


def _asked(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(cells(row[at]) for row in rows) for at in range(1, len(rows[0]))]


def _widths(rows: Sequence[Sequence[str]], room: int) -> tuple[int, list[int]]:
    first, widths = max(cells(row[0]) for row in rows), _asked(rows)
    first = max(min(first, max(WIDEST_NAME, room // 3)), min(first, room - sum(widths) - 2 * len(widths)))
    while first + sum(widths) + 2 * len(widths) > room and max(widths) > WIDEST_FIGURE:
        widths[widths.index(max(widths))] -= 1
    return first, widths


def _line(row: Sequence[str], first: int, widths: Sequence[int]) -> str:
    """A row; its name goes on over the columns behind it in which it has nothing."""
    bare = next((at for at, text in enumerate(row[1:]) if text), len(widths))
    first += sum(widths[:bare]) + 2 * bare
    name, figures = _cut(row[0], first), [_cut(*pair) for pair in zip(row[1 + bare :], widths[bare:], strict=True)]
    rest = "".join(
        "  " + " " * (width - cells(text)) + text for text, width in zip(figures, widths[bare:], strict=True)
    )
    return f"{name}{' ' * (first - cells(name))}{rest}".rstrip()


def _cut(name: str, most: int) -> str:
    while cells(name) > most:
        name = name[:-2] + "…"
    return name
