"""Overview: what the project is, what is missing first, two bars of where money goes and comes from, partners."""

from collections.abc import Sequence
from typing import ClassVar

from textual.widget import Widget

from budjettitui.document.left_out import lines_left_out, spans
from budjettitui.findings import Path
from budjettitui.tui.pages.costs import title
from budjettitui.tui.pages.matrix import MatrixRows
from budjettitui.tui.pages.overview_head import HIGH_FROM, Head, OverviewHead, head
from budjettitui.tui.pages.page import Page, Table, room
from budjettitui.tui.pages.rows import note
from budjettitui.tui.present.besides import Told, besides
from budjettitui.tui.present.values import legend, marks, met, money, support_rate
from budjettitui.tui.themes import Looks
from budjettitui.tui.view import View
from budjettitui.tui.widgets.cells import fit
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece
from budjettitui.tui.widgets.grid import Cell, Column, Grid, GridRow
from budjettitui.tui.widgets.grid_course import Spot

OF_THE_PROJECT: Path = ("stated",)
"""The row of the project on the page of the partners."""


class Besides(Drawn[tuple[Told, ...]]):
    """Draws what there is room for below the partners."""

    DEFAULT_CSS: ClassVar[str] = "Besides { height: 1fr; }"

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """The lines, the last one saying so where there are more."""
        lines: list[Line] = [[Piece(fit(f"   {text}", width - 1, looks), role)] for text, role in self.value]
        if 1 <= height < len(lines):
            return [*lines[: height - 1], [Piece(f"   {looks.shown('…')}", "dim")]]
        return lines if height else []


class OverviewPage(Page):
    """The head, a row for each partner and the project, and in a high window what else there is to see."""

    def __init__(self) -> None:
        super().__init__("overview")
        self.rows: SheetRows | None = None

    def parts(self) -> Sequence[Widget]:
        """Head and table."""
        return OverviewHead(Head()), Table(id="overview-table"), Besides(())

    def fill(self, view: View) -> None:
        """Show the view."""
        self.rows = SheetRows(view)
        self.query_one(OverviewHead).show(head(view))
        self.grids[0].show(columns(view), self.rows)
        below = self.query_one(Besides)
        below.display = view.height >= HIGH_FROM
        if below.display:
            self.grids[0].styles.height = min(len(self.rows) + 1, max(4, view.height // 3))
            below.show(besides(view, room(view)))
        else:
            self.grids[0].styles.height = "1fr"

    def path_at(self, grid: Grid, row: int, column: int) -> Path | None:
        """The partner of a row."""
        if self.rows is None or row >= len(self.rows.matrix.ids):
            return None
        path = self.rows.matrix.path_at(row, len(self.rows.matrix.keys) - 1)
        return path if path is not None else None

    def opens(self, grid: Grid, row: int, column: int) -> object:
        """The partner, or the project, on the page of the partners, where it adds up."""
        path = self.path_at(grid, row, column)
        return OF_THE_PROJECT if path == ("project",) else path

    def spot_of(self, path: Path) -> tuple[Table, Spot] | None:
        """The row of a partner; the project's, for all that stands on no other page."""
        return (self.grids[0], (self.rows.matrix.spot_of(path)[0], 0)) if self.rows is not None else None


class SheetRows:
    """A row for each partner and for the project: costs, support, rate, other money, missing."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.matrix = MatrixRows(view)
        blank = GridRow(("blank",), (), kind="blank", selectable=False)
        self.below = [blank, *(note(one, role) for one, role in was_read(view)), note(legend(view.words))]

    def __len__(self) -> int:
        return len(self.matrix.ids) + len(self.below)

    def __getitem__(self, number: int, /) -> GridRow:
        """A partner's row, the project's, or the legend."""
        if number >= len(self.matrix.ids):
            return self.below[number - len(self.matrix.ids)]
        who, words = self.matrix.ids[number], self.view.words
        sheet, made = self.matrix.sheet(who), self.matrix[number]
        miss = sheet.missing
        sign = met(self.view.seen, miss)
        figures = (
            Cell(money(words, sheet.costs.value), marks(sheet.costs), editable=False),
            Cell(money(words, sheet.support.value), marks(sheet.support), editable=False),
            Cell(support_rate(words, sheet.support.value, sheet.support_rate), editable=False),
            Cell(money(words, sheet.covered), editable=False),
            Cell(
                f"{sign} {money(words, miss):>10}" if sign else money(words, miss),
                role="error" if sign == "✗" else "",
                editable=False,
            ),
        )
        first = made.cells[0]
        name = first.source if room(self.view) >= 100 and first.source else first.text
        return GridRow(made.key, (Cell(name, editable=False), *figures), made.sign)


def was_read(view: View) -> tuple[tuple[str, str], ...]:
    """Of a text that is no TOML, how much of it was read; and that nothing is judged where too little was."""
    document, words = view.state.document, view.words
    if document.editable:
        return ()
    out, count = lines_left_out(document), document.line_count
    key, role = ("all-but", "") if view.state.case.rest else ("form-only", "warning")
    told = words.say(f"screen.broken.{key}", lines=spans(out), number=len(out), read=count - len(out), count=count)
    return ((told, role),)


def columns(view: View) -> tuple[Column, ...]:
    """The columns of the Overview."""
    words = view.words
    return (
        Column("partner", title(words, "partner"), least=10),
        Column("costs", title(words, "costs"), 12, right=True, gives=True),
        Column("support", title(words, "support"), 11, right=True, marks=1, gives=True),
        Column("rate", title(words, "rate"), 8, right=True, marks=0, gives=True),
        Column("covered", title(words, "covered"), 11, right=True, marks=0, gives=True),
        Column("missing", title(words, "missing"), 13, right=True, marks=1),
    )
