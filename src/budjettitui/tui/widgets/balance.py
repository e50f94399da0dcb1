"""The balance at the foot of every page: heads, the row `now`, and under it `if so` or the bar."""

from functools import lru_cache
from typing import NamedTuple

from budjettitui.tui.themes import SIGN_ROLES, Looks
from budjettitui.tui.widgets.cells import cells, cut, fit
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece, length
from budjettitui.values import frozen, replace

BAR_BESIDE_FROM = 150
"""From this width on the bar stands to the right of the rows."""

BAR_BESIDE = 30
EDGES = (19, 33, 49, 62, 79)
"""Where the five figures end, as long as none of them is too long for that."""

CLOSE = (0, 0, 0, 0, 0)
"""They stand as close as they can where they would not fit else."""


class Figure(NamedTuple):
    """A figure as it is shown, its marks, and how it is shown where there is no room for that."""

    text: str = ""
    marks: str = ""
    short: str = ""


@frozen
class Bar:
    """A bar of 1000 parts: how many are filled, where the ceiling stands, and what is said behind it."""

    label: str
    filled: int
    ceiling: int | None = None
    text: str = ""


@frozen
class BalanceRow:
    """One row: its name, the five figures, and the sign before what is missing (`ok`, `error` or none)."""

    label: str
    costs: Figure
    funding: Figure
    missing: Figure
    support: Figure
    rate: Figure
    sign: str = ""
    bar: Bar | None = None

    def figures(self) -> tuple[Figure, ...]:
        """The five figures in the order of the heads."""
        return (self.costs, self.funding, self.missing, self.support, self.rate)


@frozen
class BalanceText:
    """The heads, what stands now, what would stand, a sentence for when that is not known, and a short head for the rate."""

    heads: tuple[str, ...]
    """Those of the five figures."""
    now: BalanceRow
    if_so: BalanceRow | None = None
    note: str = ""
    short_rate: str = ""

    @property
    def rows(self) -> list[BalanceRow]:
        """The rows that are there."""
        return [row for row in (self.now, self.if_so) if row is not None]

    @property
    def shorter(self) -> "BalanceText":
        """The same with as little as can be said of the rate: its ceiling stands in the title and in the bar too."""
        rows = [replace(row, rate=Figure(row.rate.short or row.rate.text)) for row in self.rows]
        heads = (*self.heads[:4], self.short_rate or self.heads[4])
        return replace(self, heads=heads, now=rows[0], if_so=rows[1] if len(rows) > 1 else None)


LONGEST_BAR = 54
"""Cells of the bar at most: longer ones say no more, and push their text away from the figures."""


class Balance(Drawn[BalanceText]):
    """Draws the three lines of the foot. A preview goes before a note, a note before the bar."""

    DEFAULT_CSS = "Balance { height: 3; }"

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """Heads, `now`, and the third line; figures that are too long for one row are named in two."""
        fitting = _fitting(self.value, width, looks)
        if fitting is None:
            return [*_named(self.value, self.value.rows[-1], width, looks), _third(self.value, width, looks)][:3]
        text, edges = fitting
        rows = text.rows
        lines: list[Line] = [
            _heads(text.heads, edges, looks),
            *(_row(row, edges, looks, row is text.if_so) for row in rows),
        ]
        if width >= BAR_BESIDE_FROM:
            lines = [lines[0], *(_with_bar(line, row, looks) for line, row in zip(lines[1:], rows, strict=True))]
            return lines if text.if_so is not None or not text.note else [*lines, [Piece(f" {looks.shown(text.note)}")]]
        return lines if text.if_so is not None else [*lines, _third(text, width, looks)]


def figure_lines(text: BalanceText, width: int, looks: Looks) -> int:
    """How many lines the figures themselves need: one where they stand in a row under their heads, else more."""
    return 1 if _fitting(text, width, looks) else min(3, len(_named(text, text.rows[-1], width, looks)))


@lru_cache(maxsize=4)
def _fitting(text: BalanceText, width: int, looks: Looks) -> tuple[BalanceText, list[int]] | None:
    """The figures in rows under their heads, where they usually stand, else closer, else with a short rate; None where
    they need more cells than there are. It is asked three times for one drawing.
    """
    for one in (text, text.shorter):
        for usual in (EDGES, CLOSE):
            edges = _edges(one.heads, one.rows, looks, usual)
            spare = width - 1 - edges[-1]
            if spare >= 0:
                apart = spare if usual is CLOSE else 0
                return one, [edge + apart * at // len(edges) for at, edge in enumerate(edges, 1)]
    return None


def _third(text: BalanceText, width: int, looks: Looks) -> Line:
    if text.note:
        return [Piece(f" {cut(text.note, width - 2, looks)}")]
    bar = text.now.bar
    if bar is None:
        return []
    behind = cut(bar.text, max(0, width - 24), looks)
    inner = width - 6 - cells(looks.shown(bar.label)) - cells(behind)
    return [Piece(" "), *_bar(bar, min(inner, LONGEST_BAR), looks)]


def _bar(bar: Bar, inner: int, looks: Looks) -> list[Piece]:
    """`Support [=====|  ] 75,00 %`: at least one cell is filled where anything is."""
    inner = max(4, inner)
    filled = min(inner, max(1 if bar.filled > 0 else 0, inner * bar.filled // 1000))
    shape = "=" * filled + " " * (inner - filled)
    if bar.ceiling is not None:
        at = min(inner - 1, inner * bar.ceiling // 1000)
        shape = shape[:at] + "|" + shape[at + 1 :]
    label = [Piece(f"{looks.shown(bar.label)} [")]
    return [*label, Piece(shape[:filled], "bar"), Piece(shape[filled:]), Piece(f"] {looks.shown(bar.text)}")]


def _with_bar(line: Line, row: BalanceRow, looks: Looks) -> list[Piece]:
    return [*line, *((Piece("  "), *_bar(row.bar, BAR_BESIDE, looks)) if row.bar is not None else ())]


def _edges(heads: tuple[str, ...], rows: list[BalanceRow], looks: Looks, usually: tuple[int, ...]) -> list[int]:
    """The cell behind each figure: the usual one, or further right where a figure needs it."""
    edges: list[int] = []
    end = 1 + max(cells(looks.shown(row.label)) for row in rows)
    for place, usual in enumerate(usually):
        texts = [heads[place], *(row.figures()[place].text for row in rows)]
        gap = (1, 2, 5 if usual else 4, 2, 2)[place]
        end = max(usual, end + gap + max(cells(looks.shown(text)) for text in texts))
        edges.append(end)
    return edges


def _heads(heads: tuple[str, ...], edges: list[int], looks: Looks) -> list[Piece]:
    pieces, at = [], 0
    for head, edge in zip(heads, edges, strict=True):
        pieces.append(Piece(fit(head, edge - at, looks, right=True), "dim"))
        at = edge
    return pieces


def _row(row: BalanceRow, edges: list[int], looks: Looks, preview: bool) -> list[Piece]:
    """The figures right-aligned at their edges, each with two cells for its marks."""
    role = "preview" if preview else ""
    pieces = [Piece(f" {looks.shown(row.label)}", role or "strong")]
    for place, (figure, edge) in enumerate(zip(row.figures(), edges, strict=True)):
        shown = looks.shown(figure.text)
        if place == 2 and row.sign:
            where = min(edge - 12, edge - cells(shown) - 2)
            pieces.append(Piece(" " * (where - length(pieces))))
            pieces.append(Piece(looks.sign(row.sign), SIGN_ROLES.get(row.sign, "")))
        pieces.append(Piece(" " * (edge - length(pieces) - cells(shown))))
        pieces.append(Piece(shown, "error" if place == 2 and row.sign == "error" else role))
        pieces.append(Piece(looks.shown(figure.marks[: 2 if place < 4 else 1]), "dim"))
    return [*pieces, Piece(" " * (edges[-1] + 1 - length(pieces)))]


def _named(text: BalanceText, row: BalanceRow, width: int, looks: Looks) -> list[Line]:
    """The figures behind their names, in as many lines as they need: for sums too long for one row."""
    named = [f"{head} {figure.text}{figure.marks}" for head, figure in zip(text.heads, row.figures(), strict=True)]
    named[2] = f"{looks.sign(row.sign)} {named[2]}" if row.sign else named[2]
    lines = [f" {row.label}"]
    for said in map(looks.shown, named):
        if cells(lines[-1]) + 2 + cells(said) < width:
            lines[-1] += f"  {said}"
        else:
            lines.append(f"   {said}")
    return [[Piece(fit(line, width, looks))] for line in lines]
