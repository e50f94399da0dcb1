"""What stands beside or under the page: the strip, or from 110 columns on the panel."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import reactive
from textual.widget import AwaitMount

from budjettitui.tui.pages.page import Page, panel_width
from budjettitui.tui.present.panels import sections
from budjettitui.tui.present.strips import strip
from budjettitui.tui.themes import looks_of
from budjettitui.tui.view import View
from budjettitui.tui.widgets.ground import Bare
from budjettitui.tui.widgets.panel import Panel
from budjettitui.tui.widgets.strip import FootStrip, StripText

FIRST_LINE_FROM, SECOND_LINE_FROM = 18, 20
"""Lines of window from which the strip has its first and its second line."""


class Under(Vertical, Bare):
    """The strip; it gives its lines away where the window is low, and goes where the panel is."""

    DEFAULT_CSS: ClassVar[str] = "Under { height: 3; }"
    view: reactive[View | None] = reactive(None, repaint=False)

    def compose(self) -> ComposeResult:
        """The strip."""
        yield FootStrip(StripText())

    def on_mount(self) -> None:
        """Draw for the first time."""
        self.watch_view(self.view)

    def watch_view(self, view: View | None) -> None:
        """Draw what the view says."""
        if view is None or not self.is_mounted:
            return
        self.display = not view.wide and view.height >= FIRST_LINE_FROM
        self.styles.height = 3 if view.height >= SECOND_LINE_FROM else 2
        if self.display:
            self.query_one(FootStrip).show(strip(view, looks_of(self.app)))


class Beside(Vertical, Bare):
    """The list of findings: over the page, or in wide windows beside it with why and the mends below."""

    DEFAULT_CSS: ClassVar[str] = "Beside { display: none; height: 1fr; }"
    view: reactive[View | None] = reactive(None, repaint=False)

    def __init__(self, listed: Page) -> None:
        super().__init__()
        self.listed = listed

    def fit_out(self) -> tuple[AwaitMount, ...]:
        """The list with its table, and the panel below it."""
        mounted = self.mount(self.listed, Panel(()))
        self.query_one(Panel).below = True
        return mounted, *self.listed.fit_out()

    def watch_view(self, view: View | None) -> None:
        """Draw what the view says."""
        if view is None:
            return
        panel = self.query_one(Panel)
        self.display, panel.display = view.listing, view.beside
        if view.beside:
            self.styles.width = panel.styles.width = panel_width(view.width)
            panel.show(sections(view, looks_of(self.app)))
        else:
            self.styles.width = "1fr"


class Side(Vertical, Bare):
    """The panel of wide windows."""

    DEFAULT_CSS: ClassVar[str] = "Side { width: auto; height: 1fr; display: none; }"
    view: reactive[View | None] = reactive(None, repaint=False)

    def compose(self) -> ComposeResult:
        """The panel."""
        yield Panel(())

    def on_mount(self) -> None:
        """Draw for the first time."""
        self.watch_view(self.view)

    def watch_view(self, view: View | None) -> None:
        """Draw what the view says."""
        if view is None or not self.is_mounted:
            return
        self.display = view.wide and not view.beside
        width = panel_width(view.width)
        self.styles.width = width
        if self.display:
            panel = self.query_one(Panel)
            panel.styles.width = width
            panel.show(sections(view, looks_of(self.app)))
