"""The frame of a dialog: where it stands, its sides, its rules. Never over the last five lines of the window."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.geometry import Size

from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.cells import cells, cut
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece, length

HIGHEST = 17
"""Lower dialogs stand in the middle of so many lines, so that they stay near the top of a high window."""

ABOVE = 2
"""Lines kept free above a dialog: title and tabs."""

BELOW = 5
"""Lines kept free below a dialog: the rule that talks, the balance, the keys."""

LEAST = Size(60, 15)
"""Columns and lines below which a sentence stands in place of everything, dialogs too; all state is kept."""


class DialogPlace(NamedTuple):
    """Where a dialog stands on the screen."""

    x: int
    y: int
    width: int
    height: int


def too_small(screen: Size) -> bool:
    """True of a window in which nothing but a sentence is drawn."""
    return screen.width < LEAST.width or screen.height < LEAST.height


def room(screen: Size) -> int:
    """How many lines a dialog may have on a screen, its frame counted in."""
    return max(5, screen.height - ABOVE - BELOW)


def placed(screen: Size, inner: int, lines: int) -> DialogPlace:
    """A dialog of so many cells within its sides and so many lines, in the middle of what is above the balance."""
    width = min(screen.width, max(44, inner + 4))
    height = min(lines, room(screen))
    spare = max(0, screen.height - ABOVE - BELOW - height)
    return DialogPlace((screen.width - width) // 2, ABOVE + min(spare, max(0, HIGHEST - height)) // 2, width, height)


def beside(place: DialogPlace, at: tuple[int, int], screen: Size) -> DialogPlace:
    """The same dialog with its corner at a cell of the screen, as far as all of it stays above the balance."""
    x = max(0, min(at[0], screen.width - place.width))
    y = max(ABOVE, min(at[1] + 1, screen.height - BELOW - place.height))
    return place._replace(x=x, y=y)


def widest(screen: Size) -> int:
    """The most cells that a dialog may have within its sides; in a wide window a table in it has more."""
    return max(20, min(max(100, min(120, screen.width * 3 // 4)), screen.width - 8))


def boxed(title: str, parts: Sequence[Sequence[Line]], width: int, looks: Looks) -> list[Line]:
    """The parts within a frame, rules between them; parts with no line are left out."""
    lines: list[Line] = [_edge("┌", "┐", width, looks, title)]
    for number, part in enumerate(part for part in parts if part):
        if number:
            lines.append(_edge("├", "┤", width, looks))
        lines += [_within(line, width, looks) for line in part]
    return [*lines, _edge("└", "┘", width, looks)]


def shortened(lines: list[Line], most: int, inner: int, looks: Looks, *, whole: bool = False) -> list[Line]:
    """So many lines; where some are left out, the last one says so. Of `whole` lines none is cut: they end in figures."""
    if len(lines) <= most or most <= 0:
        return lines[: max(0, most)]
    last = "".join(piece.text for piece in lines[most - 1])
    if whole and cells(last) + 2 > inner:
        if most == 1:  # a lone sign says nothing
            return []
        last = ""
    return [*lines[: most - 1], [Piece(cut(f"{last} {looks.shown('…')}", inner, looks))]]


def _edge(left: str, right: str, width: int, looks: Looks, title: str = "") -> Line:
    dash = looks.shown("─")
    if not title:
        return [Piece(looks.shown(left) + dash * (width - 2) + looks.shown(right), "rule")]
    name = Piece(cut(title, width - 6, looks), "strong")
    after = dash * (width - 5 - length([name]))
    return [Piece(f"{looks.shown(left)}{dash} ", "rule"), name, Piece(f" {after}{looks.shown(right)}", "rule")]


def _within(line: Line, width: int, looks: Looks) -> Line:
    """A line between the sides. Its text is safe already and is trusted to fit."""
    side = Piece(looks.shown("│"), "rule")
    return [side, Piece(" "), *line, Piece(" " * (width - 3 - length(line))), side]


class Box(Drawn[tuple[Line, ...]]):
    """Draws lines that are boxed already, where a dialog puts it."""

    DEFAULT_CSS = "Box { position: absolute; }"

    def draw(self, width: int, height: int, looks: Looks) -> Sequence[Line]:
        """The lines as they are."""
        return self.value

    def put(self, place: DialogPlace, lines: Sequence[Line]) -> None:
        """Stand somewhere else, with other lines; nowhere in a window that is too small."""
        self.display = not too_small(self.app.size)
        self.styles.width, self.styles.height = place.width, place.height
        self.styles.offset = (place.x, place.y)
        self.show(tuple(tuple(line) for line in lines))
