"""The findings as a list over the page: roots first, what follows from them below, sentences cut."""

from typing import ClassVar

from textual.app import ComposeResult

from budjettitui.findings import Finding
from budjettitui.report.sentences import Sentences
from budjettitui.tui.pages.page import Page, Table
from budjettitui.tui.pages.rows import note
from budjettitui.tui.present.found import accepted, with_consequences
from budjettitui.tui.present.values import money, rate
from budjettitui.tui.view import View
from budjettitui.tui.widgets.grid import Cell, Column, Grid, GridRow


class FindingsPage(Page):
    """Every standing finding; Enter goes to its place."""

    adds: ClassVar[str | None] = None

    def __init__(self) -> None:
        super().__init__("findings")
        self.listed: list[tuple[Finding, bool]] = []

    def compose(self) -> ComposeResult:
        """One table."""
        yield Table(id="findings-table")

    def fill(self, view: View) -> None:
        """List the findings of the view."""
        words = view.words
        self.listed = with_consequences(view.state)
        said = Sentences(view.state.budget, words)
        rows = [_row(view, said, finding, follows) for finding, follows in self.listed]
        if not rows:
            rows = [note(words.say("screen.strip.nothing"), "")]
        taken = accepted(view.state)
        if taken:
            rows.append(note(words.say("screen.found.accepted", count=len(taken))))
        columns = (
            Column("severity", words.say("screen.head.severity"), 9),
            Column("what", words.say("screen.head.what"), least=30),
            Column("differs", words.say("screen.head.differs"), 11, right=True, marks=1),
        )
        self.grids[0].show(columns, rows)

    def opens(self, grid: Grid, row: int, column: int) -> object:
        """The finding of a row."""
        return self.listed[row][0] if row < len(self.listed) else None


def _row(view: View, said: Sentences, finding: Finding, follows: bool) -> GridRow:
    words = view.words
    word = f" {'↳'}" if follows else words.label("severity", finding.severity.word)
    role = "dim" if follows else finding.severity.word
    gap = ""
    if finding.difference is not None:
        gap = rate(words, finding.difference) if finding.percent else money(words, finding.difference)
    cells = (Cell(word, role=role, editable=False), Cell(said.of(finding), editable=False), Cell(gap, editable=False))
    return GridRow(("finding", finding.check, finding.path), cells, "" if follows else finding.severity.word)
