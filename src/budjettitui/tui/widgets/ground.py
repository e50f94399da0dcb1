"""What everything is drawn on: the ground of a widget, worked out once for its looks and not at every drawing.

For each line that it draws the library goes from a widget up to the app for its colours, and looks for borders, paddings,
tints and links that nothing here has; of a key press that draws seven widgets it was a third of the drawing.
"""

from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from budjettitui.tui.themes import Looks, looks_of


class Grounded(Widget):
    """A widget that asks for its ground once, and again when its style or the looks are others."""

    _ground: tuple[Looks, Style, Color] | None = None

    def notify_style_update(self) -> None:
        """Another style sheet, or another class of its own."""
        self._ground = None
        super().notify_style_update()

    @property
    def ground(self) -> tuple[Looks, Style, Color]:
        """The looks, the style of text without a role, and the colour below it."""
        looks = looks_of(self.app)
        if self._ground is None or self._ground[0] is not looks:
            self._ground = looks, self.rich_style, self.background_colors[1]
        return self._ground

    def filtered(self, strip: Strip, below: Color) -> Strip:
        """A line as the terminal may have it: without colours where it has none."""
        for one in self.get_line_filters():
            strip = strip.apply_filter(one, below)
        return strip


class Bare(Grounded):
    """A widget that others lie on, with nothing of its own: no border, no padding, no text.

    It is named behind the other base of a class, since the library takes the style sheet of the first.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blanks."""
        _, base, below = self.ground
        blank = Strip.blank(crop.width, Style(bgcolor=base.bgcolor))
        return [self.filtered(blank, below)] * crop.height
