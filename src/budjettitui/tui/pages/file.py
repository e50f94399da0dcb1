"""File: the text of the budget with its line numbers; a line is edited in place, and the tables follow it."""

from collections.abc import Sequence

from textual.widget import Widget

from budjettitui.findings import NOT_YET, Path, Severity
from budjettitui.text_lines import coloured, line_of, path_at, written_at
from budjettitui.tui.pages.page import Page, Table, sign_name
from budjettitui.tui.present.names import TEXT
from budjettitui.tui.view import View
from budjettitui.tui.widgets.grid import Cell, Column, Grid, GridRow
from budjettitui.tui.widgets.grid_course import Spot

ROLES = {"header": "strong", "comment": "dim", "string": "derived", "number": "strong"}


class FilePage(Page):
    """The text of the file."""

    def __init__(self) -> None:
        super().__init__("file")
        self.rows: Lines | None = None

    def parts(self) -> Sequence[Widget]:
        """One table of lines."""
        return (Table(id="file-table"),)

    def fill(self, view: View) -> None:
        """Show the lines of the view; the cursor begins in their text, and not on their numbers."""
        begins, self.rows = self.rows is None, Lines(view)
        width = max(4, len(str(len(self.rows))))
        columns = (Column("line", "", width, right=True, marks=0), Column("text", view.words.say("screen.file.head")))
        self.grids[0].show(columns, self.rows)
        if begins:
            self.grids[0].move_to(0, 1)

    def path_at(self, grid: Grid, row: int, column: int) -> Path | None:
        """The place that stands on a line."""
        return path_at(self.rows.document, row + 1) if self.rows is not None else None

    def edits_at(self, grid: Grid, row: int, column: int) -> Path | None:
        """The line itself."""
        return (TEXT, row + 1)

    def line_at(self, grid: Grid, row: int) -> int | None:
        """The number of the line, from 1."""
        return row + 1

    def opens(self, grid: Grid, row: int, column: int) -> object:
        """The cell of the line's row, on its page."""
        return self.path_at(grid, row, column)

    def spot_of(self, path: Path) -> tuple[Table, Spot] | None:
        """The line that a place stands on."""
        if self.rows is None:
            return None
        line = path[1] if path[0] == TEXT else line_of(self.rows.document, path)
        return (self.grids[0], (int(line) - 1, 1)) if line is not None else None


class Lines:
    """The lines of a text, made as they are seen."""

    def __init__(self, view: View) -> None:
        self.document = view.state.document
        self.editable = not view.read_only and self.document.faithful
        self.saved = view.saved.document
        self.signs: dict[int, Severity] = {}
        for one in () if view.state.findings is NOT_YET else view.state.findings:
            if one.line is not None and one.waived is None:
                self.signs[one.line] = min(self.signs.get(one.line, Severity.INFO), one.severity)
        for path, one in view.mended_at.rows.items() if view.mended_at is not None else ():
            line = line_of(self.document, written_at(self.document, path))
            if line is not None:
                self.signs[line] = min(self.signs.get(line, Severity.INFO), one.severity)

    def __len__(self) -> int:
        return max(1, self.document.line_count)

    def __getitem__(self, number: int, /) -> GridRow:
        """A line with its number and the gravest of its findings."""
        text, line = self.document.line_text(number + 1), number + 1
        severity = self.signs.get(line)
        sign = sign_name(severity.word if severity is not None else None, changed=self._changed(line, text))
        pieces = tuple((piece, ROLES.get(kind, "")) for piece, kind in coloured(text))
        cells = (Cell(str(line), role="dim", editable=False), Cell(text, editable=self.editable, pieces=pieces))
        return GridRow(("line", number), cells, sign)

    def _changed(self, line: int, text: str) -> bool:
        """True of a line that is at neither of its numbers as it was saved, from the top or from the end."""
        from_end = line - self.document.line_count + self.saved.line_count
        return text not in (self.saved.line_text(line), self.saved.line_text(from_end))
