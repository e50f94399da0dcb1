"""The matrix of partners: a row for each and for the project, who costs what and who pays it."""

from collections.abc import Hashable

from budjettitui.cells import partner_figure
from budjettitui.figures import Sheet
from budjettitui.figures.sums import Sum
from budjettitui.findings import Path, Severity
from budjettitui.tui.pages.costs import title
from budjettitui.tui.pages.page import DRAFT, room, sign_name
from budjettitui.tui.pages.rows import add_row, blank, hidden, note
from budjettitui.tui.present.found import partner_signs
from budjettitui.tui.present.marks import marks_of_partners
from budjettitui.tui.present.sorting import sifted
from budjettitui.tui.present.values import marks, met, money, partner_name, support_rate
from budjettitui.tui.view import View
from budjettitui.tui.widgets.cells import cells
from budjettitui.tui.widgets.grid import Cell, Column, GridRow
from budjettitui.tui.widgets.grid_course import Spot

KEYS = ("partner", "costs", "support", "rate", "own", "other", "need", "missing")
NAMES_FROM = 125
"""Cells of page from which partners stand by their names; in fewer, all columns and whole names have no room."""

MILLIONS = 10
"""Cells that an amount below a million takes at most."""

WRITTEN = ("costs", "support", "own")
"""Columns that a share or a stated figure may be behind."""

FRESH = ("unknown", "zero")
"""Where figures come from that nothing in the file gives, so that one may be typed."""


def columns(view: View) -> tuple[Column, ...]:
    """The columns, as narrow as their amounts allow below 100 cells of page."""
    wide = room(view) >= 100
    amount, less, mark = (12, 12, 1) if wide else (10, 9, 0)

    def figures(key: str, width: int, marks: int) -> Column:
        return Column(key, title(view.words, key), width, right=True, marks=marks, least=7, gives=True)

    made = {
        "partner": Column("partner", title(view.words, "partner"), least=8),
        "costs": figures("costs", amount, 2),
        "support": figures("support", amount, mark + 1),
        "rate": figures("rate", 7, 1),
        "own": figures("own", less, mark + 1),
        "other": figures("other", less, mark),
        "need": figures("need", amount, 0),
        "missing": figures("missing", 14 if wide else 10, mark),
    }
    return tuple(made[key] for key in _keys_of(view))


def _keys_of(view: View) -> tuple[str, ...]:
    """The columns' keys; the rate only where there is room for it, and of millions also the need, which is told below."""
    if room(view) >= 100:
        return KEYS
    large = cells(money(view.words, view.seen.figures.project.costs.value)) > MILLIONS
    return tuple(key for key in KEYS if key != "rate" and not (large and key == "need"))


class MatrixRows:
    """One row a partner, and the project's."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.keys = _keys_of(view)
        figures = view.seen.figures
        shown = sifted(list(figures.partners), view.sifts.get("partner"), self._text_of, self._value_of)
        self.ids: list[str | None] = [*shown, None]
        self.counted = (len(shown), len(figures.partners))
        self.signs = partner_signs(view.state)
        self.marks = marks_of_partners(view.state)
        self.editable = view.state.document.editable and not view.read_only
        self.draft = view.draft if view.draft is not None and view.draft.table == "partner" else None
        self.below = [add_row(view.words.say("screen.partners.add"))] if self.editable else []
        if not view.state.budget.partners:
            add = view.words.key("add") if self.editable else None
            self.below.append(note(view.words.say("screen.partners.none", add=add)))
        self.below = [*hidden(view.words, *self.counted), *self.below, blank()]

    def table_at(self, number: int) -> str:
        """The table that is filtered and sorted."""
        return "partner"

    def _text_of(self, who: str) -> str:
        return f"{who}\n{partner_name(self.view.state.budget, who)}"

    def _value_of(self, who: str, column: str) -> object:
        sheet = self.sheet(who)
        sums = {"costs": sheet.costs, "support": sheet.support, "own": sheet.own}
        if column in sums:
            return sums[column].value
        if column == "partner":
            return partner_name(self.view.state.budget, who).casefold()
        return (
            sheet.other_funding()
            if column == "other"
            else getattr(sheet, {"rate": "support_rate"}.get(column, column), None)
        )

    def __len__(self) -> int:
        return len(self.ids) + (self.draft is not None) + len(self.below)

    def __getitem__(self, number: int, /) -> GridRow:
        """A partner, the project, the draft, or what stands below."""
        if number < len(self.ids):
            return self._row(self.ids[number])
        number -= len(self.ids)
        if self.draft is not None:
            if number == 0:
                return GridRow(DRAFT, (Cell("", source=""), *(Cell("", editable=False) for _ in self.keys[1:])))
            number -= 1
        return self.below[number]

    def sheet(self, who: str | None) -> Sheet:
        """The figures of a partner, or the project's."""
        figures = self.view.seen.figures
        return figures.project if who is None else figures.partners[who]

    def _rate(self, sheet: Sheet) -> str:
        known = sheet.support_rate is not None
        return support_rate(self.view.words, sheet.support.value, sheet.support_rate) if known else ""

    def _row(self, who: str | None) -> GridRow:
        sheet, words = self.sheet(who), self.view.words
        severity: Severity | None = self.signs.get(who or "")
        miss = sheet.missing
        sign = met(self.view.seen, miss)
        name = words.say("screen.project") if who is None else partner_name(self.view.state.budget, who)
        shown = name if room(self.view) >= NAMES_FROM or who is None else who
        texts = {
            "partner": Cell(shown, editable=self.editable and who is not None, source=name),
            "costs": self._written(sheet.costs),
            "support": self._written(sheet.support),
            "rate": Cell(self._rate(sheet), editable=False),
            "own": self._written(sheet.own),
            "other": Cell(money(words, sheet.other_funding()), editable=False),
            "need": Cell(money(words, sheet.need), editable=False),
            "missing": Cell(f"{sign}{money(words, miss):>9}" if sign else money(words, miss),
                            role="error" if sign == "✗" else "", editable=False),
        }  # fmt: skip
        return GridRow(
            ("partner", who),
            tuple(texts[key] for key in self.keys),
            sign_name(severity.word if severity is not None else None, mark=self.marks.get(who or "", "")),
        )

    def _written(self, one: Sum) -> Cell:
        written = one.origin in ("share", "stated") and len(one.anchors) == 1
        fresh = one.origin in FRESH
        source = "" if fresh else None
        text = money(self.view.words, one.value)
        return Cell(text, marks(one), "" if written else "derived", (written or fresh) and self.editable, source)

    def sum_at(self, number: int, column: int) -> Sum | None:
        """The figure behind a cell."""
        key = self.keys[column] if column < len(self.keys) else ""
        if number >= len(self.ids) or key not in WRITTEN:
            return None
        sheet = self.sheet(self.ids[number])
        return {"costs": sheet.costs, "support": sheet.support, "own": sheet.own}[key]

    def fresh_at(self, number: int, column: int) -> Path | None:
        """Where a figure would be written that nothing in the file gives; None of all other cells."""
        one = self.sum_at(number, column)
        if one is None or one.origin not in FRESH:
            return None
        return partner_figure(self.view.state, self.ids[number], self.keys[column])

    def who(self, number: int) -> str | None:
        """The partner of a row; None for the project."""
        return self.ids[number] if number < len(self.ids) else None

    def path_at(self, number: int, column: int) -> Path | None:
        """The place that a cell is written at, else the partner's."""
        if self.is_draft(number) and self.draft is not None:
            return ("partner", self.draft.index, "id")
        if number >= len(self.ids):
            return None
        one = self.sum_at(number, column)
        if one is not None and one.origin in ("share", "stated") and len(one.anchors) == 1:
            return one.anchors[0]
        who = self.ids[number]
        if who is None:
            return ("project",)
        index = next((n for n, partner in enumerate(self.view.state.budget.partners) if partner.id == who), None)
        return None if index is None else ("partner", index, "name") if column == 0 else ("partner", index)

    def spot_of(self, path: Path) -> Spot:
        """The cell of a place: the one that is written there, else the partner's row at what is missing."""
        for number in range(len(self.ids)):
            for column in range(len(self.keys)):
                one = self.sum_at(number, column)
                if one is not None and path[:3] in one.anchors and one.origin in ("share", "stated"):
                    return number, column
        rows = self.view.state.budget.rows(str(path[0])) if path[0] in ("partner", "share") else ()
        index = path[1] if len(path) > 1 and isinstance(path[1], int) else None
        row = rows[index] if index is not None and index < len(rows) else None
        who = getattr(row, "partner", None) or getattr(row, "id", None)
        number = self.ids.index(who) if who in self.ids else len(self.ids) - 1
        return number, 0 if path[0] == "partner" and len(path) > 2 else len(self.keys) - 1

    def is_draft(self, number: int) -> bool:
        """True of the partner that is not in the file yet."""
        return self.draft is not None and number == len(self.ids)

    def find(self, key: Hashable) -> int | None:
        """The number of the row with a key."""
        if isinstance(key, tuple) and key[0] == "partner":
            return self.ids.index(key[1]) if key[1] in self.ids else None
        if key == DRAFT:
            return len(self.ids) if self.draft is not None else None
        base = len(self.ids) + (self.draft is not None)
        return next((base + n for n, row in enumerate(self.below) if row.key == key), None)
