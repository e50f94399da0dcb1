"""The findings as a list over or beside the page: roots first, what follows from them below, then accepted ones."""

from collections.abc import Sequence
from typing import ClassVar

from textual.color import Color
from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from budjettitui.findings import NOT_YET
from budjettitui.report.sentences import Sentences
from budjettitui.tui.pages.page import Page, Table
from budjettitui.tui.pages.rows import marked, note
from budjettitui.tui.present import listed
from budjettitui.tui.present.found import accepted, nothing_found
from budjettitui.tui.themes import Looks, looks_of
from budjettitui.tui.view import View
from budjettitui.tui.widgets.cells import cells, cut, wrapped
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece, length
from budjettitui.tui.widgets.grid import Cell, Column, Grid, GridRow

ABOUT = 5
"""Lines that tell what the marked finding means."""


class FilterLine(Drawn[tuple[tuple[str, str, bool], ...]]):
    """`[all] errors warnings infos accepted`: what is shown; a click shows another. One without a name is a heading."""

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """The filters, the one that holds in brackets; where not all have room, those next to it."""
        pieces = [self._piece(*one, looks) for one in self.value]
        present = next((number for number, one in enumerate(self.value) if one[2]), 0)
        start, end, more = 0, len(pieces), Piece(looks.shown("…"), "dim")
        while end - start > 1 and length(pieces[start:end]) + 1 + (start > 0) + (end < len(pieces)) > width:
            start, end = (start, end - 1) if end - 1 > present else (start + 1, end)
        return [[Piece(" "), *([more] if start else []), *pieces[start:end], *([more] if end < len(pieces) else [])]]

    def _piece(self, name: str, text: str, present: bool, looks: Looks) -> Piece:
        shown = looks.shown(text)
        if not name:
            return Piece(f"{shown}  ", "strong")
        return Piece(f"[{shown}]" if present else f" {shown} ", "strong" if present else "dim", f"show {name}")


class FindingAbout(Drawn[tuple[str, ...]]):
    """What the finding under the cursor means, where it is and by which rule, below the list; nothing where the panel
    says so already."""

    DEFAULT_CSS: ClassVar[str] = "FindingAbout { height: auto; }"

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """As many lines as there is room for, the last one cut."""
        if not self.value:
            return []
        lines = [line for part in self.value for line in wrapped(part, width - 3, looks)]
        if len(lines) > ABOUT:
            lines = [*lines[: ABOUT - 1], cut(f"{lines[ABOUT - 1]} …", width - 3, looks)]
        return [[], *([Piece(f" {line}", "dim")] for line in lines)]


class FindingsPage(Page):
    """Every finding that the filter lets through; Enter goes to its place."""

    adds: ClassVar[str | None] = None
    DEFAULT_CSS: ClassVar[str] = "#findings-table { height: auto; max-height: 1fr; }"

    def __init__(self) -> None:
        super().__init__("findings")
        self.listed: list[listed.Listed] = []

    def render_lines(self, crop: Region) -> list[Strip]:
        """With its edge, which no other page has."""
        return Vertical.render_lines(self, crop)

    def parts(self) -> Sequence[Widget]:
        """What is shown, the table, and what the marked finding means."""
        return FilterLine(()), Table(id="findings-table", by_rows=True), FindingAbout(())

    def fill(self, view: View) -> None:
        """List the findings of the view."""
        said = Sentences(view.state.budget, view.words)
        found = listed.sorted_list(view, said)
        self.listed = [] if found is NOT_YET else found
        rows = [_row(view, said, one) for one in self.listed]
        if found is NOT_YET:
            rows = [note(view.words.say("screen.judging.long"), "doubt")]
        elif not rows:
            every = view.shown == "all"
            none = nothing_found(view.state, view.words)[0] if every else view.words.say("screen.found.none")
            rows = [note(none, "")]
        self.query_one(FilterLine).show(_filters(view))
        self.grids[0].show(marked(view, "findings", columns(view)), rows)
        room = self.size.height or view.height  # a page that was not laid out yet has none of its own
        most = view.height // 2 if view.wide else room - ABOUT - 1
        self.grids[0].styles.height = max(2, min(len(rows) + 1 + view.wide, most))  # beside the page with a blank line
        self.styles.height = "auto" if view.wide else "1fr"
        self._edge(view.wide)

    def _edge(self, wide: bool) -> None:
        """The line between it and a page beside it, in the colour of the theme."""
        edge = looks_of(self.app).role("rule").color
        color = Color.from_rich_color(edge) if edge is not None else Color.parse("white")
        self.styles.border_left = ("ascii" if looks_of(self.app).ascii else "solid", color) if wide else None

    def on_mount(self) -> None:
        """The edge is drawn by the library, which knows nothing of our themes."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._edge(self.view is not None and self.view.wide))

    def watch_view(self, view: View | None) -> None:
        """What it means follows the cursor."""
        super().watch_view(view)
        if view is not None and view.shown_page == self.page:
            row = self.grids[0].cursor[0]
            one = self.listed[row] if row < len(self.listed) and not view.wide else None
            self.query_one(FindingAbout).show(_about(view, one) if one else ())

    def on_resize(self) -> None:
        """Part the height anew."""
        if self.view is not None:
            self.fill(self.view)

    def opens(self, grid: Grid, row: int, column: int) -> object:
        """The finding of a row."""
        return self.listed[row].finding if row < len(self.listed) else None


def _about(view: View, one: listed.Listed) -> tuple[str, ...]:
    from budjettitui.tui.present import proofs  # when it is asked for: a start waits for none of it

    finding, words = one.finding, view.words
    folded = (words.say("screen.found.hidden", count=one.hidden),) if one.hidden else ()
    meaning = " ".join(proofs.explanation(words, finding.check))
    return (*folded, meaning, *proofs.place_and_rule(view, finding))


def _filters(view: View) -> tuple[tuple[str, str, bool], ...]:
    """What may be shown; beside the page, where they have no room, the one that holds behind the name of the list."""
    every = tuple((*name, name[0] == view.shown) for name in listed.filter_names(view))
    if not view.wide:
        return every
    return (("", view.words.say("screen.panel.findings"), False), *(one for one in every if one[2]))


def columns(view: View) -> tuple[Column, ...]:
    """Severity as wide as its longest word, where, what, and by how much; beside the page the signs say how grave."""
    words = view.words
    if view.wide:
        differs = Column("differs", words.say("screen.head.differs"), 10, right=True, marks=0)
        return (Column("what", words.say("screen.head.what"), least=20), differs)
    named = [words.label("severity", word) for word in ("error", "warning", "info")]
    named += [words.say("screen.head.severity"), *([words.say("screen.found.taken")] if _some_taken(view) else [])]
    return (
        Column("severity", words.say("screen.head.severity"), max(map(cells, named))),
        Column("where", words.say("screen.head.where"), 18 if view.width < 100 else 30),
        Column("what", words.say("screen.head.what"), least=20),
        Column("differs", words.say("screen.head.differs"), 11, right=True, marks=0),
    )


def _some_taken(view: View) -> bool:
    return view.state.findings is not NOT_YET and bool(accepted(view.state))


def _row(view: View, said: Sentences, one: listed.Listed) -> GridRow:
    words, finding = view.words, one.finding
    if finding.waived is not None:
        word, role = words.say("screen.found.taken"), "dim"
    else:
        word = "↳" if one.follows else words.label("severity", finding.severity.word)
        role = "dim" if one.follows else finding.severity.word
    figures = Cell(listed.gap(words, finding), role="dim" if role == "dim" else "", editable=False)
    texts = (listed.with_folded(said, one), listed.what(said, finding))
    if view.wide:
        begin, sign = ("↳ ", "") if one.follows else ("", one.sign)
        text = Cell(f"{begin}{texts[0]}: {texts[1]}", role="dim" if role == "dim" else "", editable=False)
        return GridRow(("finding", finding.check, finding.path), (text, figures), sign)
    made = (Cell(text, role="dim" if role == "dim" else "", editable=False) for text in texts)
    key = ("finding", finding.check, finding.path)
    return GridRow(key, (Cell(word, role=role, editable=False), *made, figures), "" if one.follows else one.sign)
