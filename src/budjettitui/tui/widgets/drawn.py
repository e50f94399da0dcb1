"""What the lines around the tables have in common: they are drawn from ready strings in exact columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, NamedTuple, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from budjettitui.tui.themes import Looks, looks_of
from budjettitui.tui.widgets.cells import cells, cut
from budjettitui.tui.widgets.ground import Grounded


class Piece(NamedTuple):
    """Some text in the style of a role; `click` is what a click on it means, told to the page by `Clicked`."""

    text: str
    role: str = ""
    click: str = ""


Line = Sequence[Piece]

RIGHT = 3
"""The right button of the mouse, as terminals number it."""


def length(line: Line) -> int:
    """The cells of a line, of text that is safe already."""
    return sum(cells(piece.text) for piece in line)


def spread(left: Line, right: Line, width: int, looks: Looks, fill: str = " ", role: str = "") -> list[Piece]:
    """Left and right at the ends of a line of so many cells; the left gives way, the right is never cut."""
    room = max(0, width - length(right))
    pieces = trimmed(left, room, looks)
    return [*pieces, Piece(fill * max(0, room - length(pieces)), role), *right]


def trimmed(line: Line, width: int, looks: Looks) -> list[Piece]:
    """A line made safe and cut to so many cells, piece by piece."""
    pieces: list[Piece] = []
    for piece in line:
        text = cut(piece.text, width, looks)
        pieces.append(Piece(text, piece.role, piece.click))
        width -= cells(text)
    return pieces


def rule(text: str, right: str, width: int, looks: Looks, role: str = "", joint: int | None = None,
         hints: Line = ()) -> list[Piece]:  # fmt: skip
    """`─ text ───── right ─`; at cell `joint` a line from above ends on it. `hints` stand in place of `right`."""
    dash = looks.shown("─")
    ending = [Piece(f" {looks.shown(right)} ", "dim"), Piece(dash, "rule")] if right else []
    if hints:
        ending = [Piece(" "), *hints, Piece(" "), Piece(dash, "rule")]
    if not text:
        return _joined(spread([], ending, width, looks, dash, "rule"), joint, looks)
    room = width - length(ending) - 4
    head = [Piece(f"{dash} ", "rule"), Piece(cut(text, room, looks), role), Piece(" ")]
    return _joined(spread(head, ending, width, looks, dash, "rule"), joint, looks)


def _joined(line: list[Piece], joint: int | None, looks: Looks) -> list[Piece]:
    at = 0
    for number, piece in enumerate(line):
        end = at + cells(piece.text)
        if joint is not None and at <= joint < end and piece.role == "rule":
            text = piece.text[: joint - at] + looks.shown("┴") + piece.text[joint - at + 1 :]
            return [*line[:number], piece._replace(text=text), *line[number + 1 :]]
        at = end
    return line


Shown = TypeVar("Shown")


class Drawn(Grounded, Generic[Shown]):
    """A widget that draws one frozen value. Give it another with `show`; it repaints only if that differs."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = "Drawn { height: 1; width: 1fr; }"

    @dataclass
    class Clicked(Message):
        """A click on a piece that means something."""

        widget: Widget
        name: str

        @property
        def control(self) -> Widget:
            """The widget that was clicked."""
            return self.widget

    @dataclass
    class Called(Message):
        """A click of the right button: the menu of this place is asked for, at a cell of the screen."""

        x: int
        y: int

    def __init__(self, value: Shown, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.value = value
        self._lines: Sequence[Line] = ()
        self._drawn: tuple[Shown, Size, tuple[Looks, Style, Color], list[Strip]] | None = None

    def show(self, value: Shown) -> None:
        """Draw another value."""
        if value != self.value:
            self.value = value
            layout = self.styles.is_auto_height and self._needs() != self.size.height
            if layout:  # the library measures once between two layouts, and may have measured what was shown before
                self._layout_updates += 1
            self.refresh(layout=layout)

    def _needs(self) -> int:
        """How many lines there are to draw; the screen is laid out anew only where that changes."""
        return len(self.draw(self.size.width, 0, looks_of(self.app))) if self.size.width else -1

    def draw(self, width: int, height: int, looks: Looks) -> Sequence[Line]:
        """The lines for so many cells; safe text only (`Looks.shown`, `cut`, `fit`)."""
        raise NotImplementedError

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are to draw, where the height is `auto`."""
        return len(self.draw(width, 0, looks_of(self.app)))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw once for all lines, and not again as long as nothing is another: it is asked whenever a neighbour is drawn."""
        size, ground, before = self.size, self.ground, self._drawn
        if before is None or before[0] is not self.value or before[1] != size or before[2] is not ground:
            self._lines = self.draw(size.width, size.height, ground[0])
            before = self._drawn = self.value, size, ground, [self.render_line(y) for y in range(size.height)]
        strips = before[3][crop.y : crop.bottom]
        return strips if crop.width == size.width else [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """One line, filled up to the width."""
        looks, base, below = self.ground
        line = self._lines[y] if y < len(self._lines) else ()
        segments = [Segment(piece.text, base + looks.role(piece.role)) for piece in line]
        return self.filtered(Strip(segments).adjust_cell_length(self.size.width, base), below)

    @property
    def lines_drawn(self) -> Sequence[Line]:
        """The lines as they were last drawn."""
        return self._lines

    def named_at(self, x: int, y: int) -> str:
        """What a click on a cell means; nothing where it means nothing."""
        end = 0
        for piece in self._lines[y] if y < len(self._lines) else ():
            end += cells(piece.text)
            if x < end:
                return piece.click
        return ""

    def click_on(self, name: str) -> None:
        """Tell the page of a click on the pieces of that name."""
        self.post_message(Drawn.Clicked(self, name))

    def on_click(self, event: events.Click) -> None:
        """Tell the page what was clicked on, if it means anything; a right click asks for the menu."""
        if event.button == RIGHT:
            event.stop()
            self.post_message(Drawn.Called(event.screen_x, event.screen_y))
            return
        name = self.named_at(event.x, event.y)
        if name:
            event.stop()
            self.click_on(name)
