"""What is seen behind a dialog: the screen below it, tinted.

The library asks for the screen below to be drawn again each time that it has been, without end wherever something comes
round to it; here a screen that lies below has been drawn with the one above it, and that is all. The picture itself goes
line by line, and each style is tinted once, which takes two thirds of the library's general way.
"""

from functools import lru_cache
from typing import Generic, TypeVar

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.css.styles import RulesMap
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.style import Style as VisualStyle
from textual.visual import RenderOptions, Visual

Result = TypeVar("Result")


class DrawnBelow(Screen[Result], Generic[Result]):
    """A screen that others may lie over."""

    def _on_timer_update(self) -> None:
        super()._on_timer_update()
        if self is not self.app.screen:
            self._repaint_required = False


class Above(DrawnBelow[Result], ModalScreen[Result]):
    """A screen over another one, which stays seen."""

    def render(self) -> RenderableType:
        """The screen below, as the library finds it, drawn in a shorter way."""
        found = super().render()
        return Backdrop(found.screen, found.color) if isinstance(found, BackgroundScreen) else found


class Backdrop(BackgroundScreen):
    """The picture of a screen under a colour."""

    def visualize(self) -> Visual:
        """What draws it."""
        return TintedLines(self)


class TintedLines(Visual):
    """Its lines, as they stand now."""

    def __init__(self, below: Backdrop) -> None:
        self.below = below

    def render_strips(self, width: int, height: int | None, style: VisualStyle, options: RenderOptions) -> list[Strip]:
        """Each line in the tinted styles, without what a click on it would mean."""
        base, color = style.rich_style, self.below.color
        return [
            Strip([Segment(text, tinted(base, own or Style(), color)) for text, own, _ in line], line.cell_length).crop(
                0, width
            )
            for line in self.below.screen._compositor.render_strips()[:height]
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as there is room."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As high as the screen."""
        return self.below.screen.size.height


@lru_cache(maxsize=2048)
def tinted(base: Style, own: Style, color: Color) -> Style:
    """A style under a colour that lets it be seen, as the library tints one."""
    ((_, style, _),) = BackgroundScreen.process_segments([Segment("", own)], color)
    return base + style if style is not None else base
