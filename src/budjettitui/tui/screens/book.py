"""The pages of a budget: each comes into being when it is first seen, whole and at once."""

from collections.abc import Sequence
from contextlib import ExitStack
from importlib import import_module
from typing import TYPE_CHECKING

from textual.widget import AwaitMount

from budjettitui.tui.flows import going
from budjettitui.tui.pages.page import Page
from budjettitui.tui.screens.chooser import Chooser
from budjettitui.tui.screens.sides import Beside
from budjettitui.tui.view import View

if TYPE_CHECKING:
    from budjettitui.tui.screens.desk import Desk


CLASSES = {
    "overview": "overview.OverviewPage", "costs": "costs.CostsPage", "funding": "funding.FundingPage",
    "partners": "partners.PartnersPage", "years": "years.YearsPage", "file": "file.FilePage",
    "findings": "findings.FindingsPage",
}  # fmt: skip
"""Where each page is written, under `tui.pages`: it is read when it is first asked for, and not at the start."""


class Pages(dict[str, Page]):
    """All pages by their names, each made when it is first asked for."""

    def __missing__(self, name: str) -> Page:
        file, _, called = CLASSES[name].partition(".")
        made: Page = getattr(import_module(f"budjettitui.tui.pages.{file}"), called)()
        self[name] = made
        return made


class Book:
    """The pages of a budget. One that was not seen yet is blank: it has no tables, and nothing is done for it."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.pages = Pages()
        self.chooser = Chooser()
        self._opened: list[Page | Beside] = []

    def show(self, view: View) -> None:
        """Show the pages of a view, and hand it to all that were opened."""
        blank = [name for name in view.drawn_pages if not self.pages[name].is_attached]
        if blank:
            self._open(blank)
        for name, page in self.pages.items():
            page.set_class(name in view.drawn_pages, "seen")
        for one in (*self._opened, self.chooser):
            one.view = view
        if "overview" in blank:
            going.to_gravest(self.desk.owner)

    def _open(self, blank: Sequence[str]) -> None:
        """Put pages on the desk with their tables, so that whatever is done next finds them as it finds all others.

        Their tables come to life a moment later; nothing is drawn until then, since a page would be seen empty.
        """
        drawing = ExitStack()
        drawing.enter_context(self.desk.app.batch_update())
        waited: list[AwaitMount] = []
        for page in [self.pages[name] for name in blank]:
            placed = Beside(page) if page.page == "findings" else page
            waited += [self.desk.mount(placed, before=self.chooser), *placed.fit_out()]
            self._opened += [page] if placed is page else [page, placed]
        self.desk.call_later(self._draw, waited, drawing)

    async def _draw(self, waited: Sequence[AwaitMount], drawing: ExitStack) -> None:
        with drawing:
            for one in waited:
                await one
        self.desk.owner.check_idle()
