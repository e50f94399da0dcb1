"""What the pages have in common: they take the view, fill their tables from it, and say which cell stands where."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import AwaitMount, Widget

from budjettitui.balance import Source
from budjettitui.findings import Path
from budjettitui.tui.themes import SIGNS
from budjettitui.tui.view import View
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.grid_course import Spot
from budjettitui.tui.widgets.ground import Bare
from budjettitui.values import frozen

DRAFT = ("draft",)
"""The key of the row that is not in the file yet."""

PANELS = ((190, 66), (150, 52), (0, 41))
"""From how many columns on the side panel has how many cells."""


def room(view: View) -> int:
    """The cells that a page has beside the panel."""
    return view.width - (panel_width(view.width) if view.wide else 0)


def panel_width(columns: int) -> int:
    """The cells of the side panel in a window of so many columns."""
    return next(cells for start, cells in PANELS if columns >= start)


class Table(Grid):
    """A grid that says when the cursor would go over its upper or lower edge, for pages with two of them."""

    clicks_to_add: ClassVar[int] = 1

    @dataclass
    class Edge(Message):
        """A movement that led nowhere: up (-1) or down (1)."""

        grid: "Table"
        by: int

    @dataclass
    class Left(Message):
        """Tab in the list of findings, which has no cells to go along: back to the table."""

        grid: "Table"

    def render_line(self, y: int) -> Strip:
        """The grid's line; only the table that has the cursor points at a row."""
        line = super().render_line(y)
        if y == 0 or self.screen.focused is self or self.scroll_offset.y + y - 1 != self.cursor[0]:
            return line
        return Strip.join([Strip.blank(1, self.ground[1]), line.crop(1)])

    def step(self, move: str) -> None:
        """Move; tell the page where there was nowhere to go."""
        if self.by_rows and move in ("next", "previous"):
            self.post_message(Table.Left(self))
            return
        before = self.cursor
        super().step(move)
        if self.cursor == before and move in ("up", "down"):
            self.post_message(Table.Edge(self, -1 if move == "up" else 1))


@frozen
class Adds:
    """What Enter opens on `+ add`: a new row of this table."""

    table: str


@frozen
class Begins:
    """What Enter begins in an empty budget, by its name in `pages.beginnings.WAYS`."""

    what: str


def is_add(grid: Grid, row: int) -> bool:
    """True of a row that adds one."""
    return row < len(grid.sheet.rows) and grid.sheet.row(row).kind == "add"


class Page(Vertical, Bare):
    """One page. It is given each view once it stands on the desk, and draws nothing while another page is seen."""

    DEFAULT_CSS: ClassVar[str] = "Page { height: 1fr; }"
    view: reactive[View | None] = reactive(None, repaint=False)
    adds: ClassVar[str | None] = None
    """The table that `a` adds a row to where the cursor stands on none."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self.page = name
        self._drawn: object = None
        self._grids: list[Table] = []

    def watch_view(self, view: View | None) -> None:
        """Fill anew where something that the page draws is another."""
        if view is None or self.page not in view.drawn_pages:
            return
        typed = (view.typing.path, bool(view.note)) if view.typing is not None else None
        seen = (id(view.state), id(view.preview), view.draft, id(view.sifts), id(view.words), view.width, view.height,
                view.wide, id(view.saved), view.read_only, view.shown, view.turned, typed)  # fmt: skip
        if seen != self._drawn:
            self._drawn = seen
            self.fill(view)

    def parts(self) -> Sequence[Widget]:
        """What stands on the page, from the top."""
        return ()

    def fit_out(self) -> tuple[AwaitMount, ...]:
        """Put its parts on the page, which lies on the desk already; that they live may be waited for."""
        return (self.mount(*self.parts()),)

    def fill(self, view: View) -> None:
        """Give the tables their rows."""

    @property
    def grids(self) -> Sequence[Table]:
        """The tables of the page, from the top: it has the same ones from its fitting out to its end."""
        if not self._grids:
            self._grids = list(self.query(Table))
        return self._grids

    def path_at(self, grid: Grid, row: int, column: int) -> Path | None:
        """The place in the file that a cell shows; None where there is none."""
        return None

    def edits_at(self, grid: Grid, row: int, column: int) -> Path | None:
        """The place that is written when a cell is edited; mostly the one that it shows."""
        return self.path_at(grid, row, column)

    def opens(self, grid: Grid, row: int, column: int) -> object:
        """What Enter opens on a cell that is not written: `Adds`, a finding, a place of the file, or nothing."""
        return None

    def figure_at(self, grid: Grid, row: int, column: int) -> Source | None:
        """The figure of a cell that stands in no row of its own, for it to be said what it is."""
        return None

    def line_at(self, grid: Grid, row: int) -> int | None:
        """The line of the file that a row is; None where the rows are no lines."""
        return None

    def enters(self, grid: Grid, row: int, column: int) -> str:
        """What Enter does on a cell, by its name in the bottom line: adds a row, begins a budget, edits, opens, or nothing."""
        opens = self.opens(grid, row, column)
        if isinstance(opens, Adds | Begins):
            return "add" if isinstance(opens, Adds) else "begin"
        cells = grid.sheet.row(row).cells if row < len(grid.sheet.rows) else ()
        if column < len(cells) and cells[column].editable:
            return "edit"
        return "open" if opens is not None else "nothing"

    def is_draft(self, grid: Grid, row: int) -> bool:
        """True of the row that is not in the file yet."""
        return False

    def spot_of(self, path: Path) -> tuple[Table, Spot] | None:
        """The cell that shows a place of the file, if this page has one."""
        return None

    def on_table_edge(self, event: Table.Edge) -> None:
        """Go on into the table above or below."""
        event.stop()
        grids = list(self.grids)
        other = grids.index(event.grid) + event.by
        if 0 <= other < len(grids):
            grids[other].focus()
            grids[other].step("top" if event.by > 0 else "bottom")


def sign_name(severity_word: str | None, *, changed: bool = False, mark: str = "") -> str:
    """The gravest sign of a row: its finding, what somebody accepted or noted, that it changed since saving."""
    if mark and severity_word not in ("error", "warning"):
        return mark
    if severity_word in SIGNS:
        return str(severity_word)
    return "changed" if changed else ""
