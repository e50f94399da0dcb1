"""The pages of a budget: each comes into being when it is first seen, whole and at once."""

from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from textual.widget import AwaitMount

from budjettitui.tui.flows import going
from budjettitui.tui.pages.costs import CostsPage
from budjettitui.tui.pages.file import FilePage
from budjettitui.tui.pages.findings import FindingsPage
from budjettitui.tui.pages.funding import FundingPage
from budjettitui.tui.pages.overview import OverviewPage
from budjettitui.tui.pages.page import Page
from budjettitui.tui.pages.partners import PartnersPage
from budjettitui.tui.pages.years import YearsPage
from budjettitui.tui.screens.chooser import Chooser
from budjettitui.tui.screens.sides import Beside
from budjettitui.tui.view import View

if TYPE_CHECKING:
    from budjettitui.tui.screens.desk import Desk


class Book:
    """All pages by their names. A page that was not seen yet is blank: it has no tables, and nothing is done for it."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        made = (OverviewPage(), CostsPage(), FundingPage(), PartnersPage(), YearsPage(), FilePage(), FindingsPage())
        self.pages: dict[str, Page] = {page.page: page for page in made}
        self.beside = Beside(self.pages["findings"])
        self.chooser = Chooser()
        self._opened: list[Page | Beside] = []

    def show(self, view: View) -> None:
        """Show the pages of a view, and hand it to all that were opened."""
        blank = [self.pages[name] for name in view.drawn_pages if not self.pages[name].is_attached]
        if blank:
            self._open(blank)
        for name, page in self.pages.items():
            page.set_class(name in view.drawn_pages, "seen")
        for one in (*self._opened, self.chooser):
            one.view = view
        if self.pages["overview"] in blank:
            going.to_gravest(self.desk.owner)

    def _open(self, blank: Sequence[Page]) -> None:
        """Put pages on the desk with their tables, so that whatever is done next finds them as it finds all others.

        Their tables come to life a moment later; nothing is drawn until then, since a page would be seen empty.
        """
        drawing = ExitStack()
        drawing.enter_context(self.desk.app.batch_update())
        waited: list[AwaitMount] = []
        for page in blank:
            placed = self.beside if page is self.beside.listed else page
            waited += [self.desk.mount(placed, before=self.chooser), *placed.fit_out()]
            self._opened += [page] if placed is page else [page, self.beside]
        self.desk.call_later(self._draw, waited, drawing)

    async def _draw(self, waited: Sequence[AwaitMount], drawing: ExitStack) -> None:
        with drawing:
            for one in waited:
                await one
        self.desk.owner.check_idle()
