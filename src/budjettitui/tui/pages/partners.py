"""Partners: a matrix of who costs what and who pays it, and how the figure under the cursor adds up."""

from collections.abc import Sequence

from textual.widget import Widget

from budjettitui.findings import Path
from budjettitui.tui.pages.adding_up import AddsUp, adds_up
from budjettitui.tui.pages.matrix import MatrixRows, columns
from budjettitui.tui.pages.page import Adds, Page, Table, is_add, room
from budjettitui.tui.pages.rows import marked
from budjettitui.tui.present.payers import of_the_whole
from budjettitui.tui.view import View
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.grid_course import Spot
from budjettitui.tui.widgets.small_table import SmallTable

DESCRIBED_FROM = 105
"""Cells of page from which kind, role and business id of a partner stand beside its parts."""

ADDS_UP = 12
"""Lines that how it adds up may take below."""


HIGH = 26
"""Lines of page from which how it adds up stands below a matrix that has to be scrolled."""


class PartnersPage(Page):
    """The matrix, and below it how it adds up."""

    adds = "partner"

    def __init__(self) -> None:
        super().__init__("partners")
        self.rows: MatrixRows | None = None

    def parts(self) -> Sequence[Widget]:
        """The matrix above, the sums of the partner under the cursor below."""
        return Table(id="partners-table"), SmallTable(()), AddsUp(())

    def fill(self, view: View) -> None:
        """Show the matrix of the view."""
        self.rows = MatrixRows(view)
        self.grids[0].show(marked(view, "partner", columns(view)), self.rows)
        self.grids[0].styles.height = _height(len(self.rows) + 1, self.size.height)
        whole = of_the_whole(view, described=room(view) >= DESCRIBED_FROM) if room(view) >= 100 else ()
        fits = len(self.rows) + len(whole) + ADDS_UP <= self.size.height
        self.query_one(SmallTable).show(whole if fits else ())
        self.query_one(AddsUp).styles.margin = (1 if whole and fits else 0, 0, 0, 0)

    def watch_view(self, view: View | None) -> None:
        """The sums below follow the cursor."""
        super().watch_view(view)
        if view is not None and self.page in view.drawn_pages and self.rows is not None:
            who = self.rows.who(self.grids[0].cursor[0])
            self.query_one(AddsUp).show(adds_up(view, who))

    def on_resize(self) -> None:
        """Part the height anew."""
        if self.view is not None and self.page in self.view.drawn_pages:
            self.fill(self.view)

    def path_at(self, grid: Grid, row: int, column: int) -> Path | None:
        """The share or stated figure that is written, else the partner."""
        return self.rows.path_at(row, column) if self.rows is not None else None

    def edits_at(self, grid: Grid, row: int, column: int) -> Path | None:
        """A figure that stands nowhere yet is written into a share, or of the project into what is stated."""
        fresh = self.rows.fresh_at(row, column) if self.rows is not None else None
        return fresh or self.path_at(grid, row, column)

    def opens(self, grid: Grid, row: int, column: int) -> object:
        """Where a figure comes from: its rows, its share, what is stated."""
        if is_add(grid, row):
            return Adds("partner")
        if self.rows is None or not 0 <= row < len(self.rows.ids):
            return None
        one = self.rows.sum_at(row, column)
        return one.anchors[0] if one is not None and one.anchors and one.origin != "left" else None

    def is_draft(self, grid: Grid, row: int) -> bool:
        """True of the partner being added."""
        return self.rows is not None and self.rows.is_draft(row)

    def spot_of(self, path: Path) -> tuple[Table, Spot] | None:
        """The cell of a partner, a share or a stated figure."""
        return (self.grids[0], self.rows.spot_of(path)) if self.rows is not None else None


def _height(wanted: int, page: int) -> int:
    """The lines of the matrix: all of them where they fit, else the page; a high one keeps room for how it adds up."""
    if not page or wanted <= page:
        return wanted
    return page - ADDS_UP if page >= HIGH else page
