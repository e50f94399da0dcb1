"""Years: each row's amount over calendar years or reporting periods, and what is in none of them."""

from collections.abc import Hashable, Sequence
from decimal import Decimal

from textual.widget import Widget

from budjettitui.findings import Path
from budjettitui.money import ZERO
from budjettitui.sifting import Sift, rows_shown
from budjettitui.spreading import TABLES, Split, Splits, YearColumn, columns_of, split_of, splits_of, sum_of
from budjettitui.state import State
from budjettitui.tui.pages.page import Page, Table, room, sign_name
from budjettitui.tui.pages.rows import blank, marked, note, sum_row
from budjettitui.tui.pages.share_years import ShareYears
from budjettitui.tui.present.found import signs_of
from budjettitui.tui.present.names import row_name
from budjettitui.tui.present.sorting import sifted
from budjettitui.tui.present.values import money
from budjettitui.tui.view import View
from budjettitui.tui.widgets.grid import Cell, Column, Grid, GridRow
from budjettitui.tui.widgets.grid_course import Spot
from budjettitui.values import frozen

AMOUNT = 10
"""Cells that a year keeps for an amount below a million, also while it has none."""


class YearsPage(Page):
    """The grid of years."""

    adds = "cost"

    def __init__(self) -> None:
        super().__init__("years")
        self.rows: YearRows | None = None

    def parts(self) -> Sequence[Widget]:
        """One table."""
        return (Table(id="years-table"),)

    def fill(self, view: View) -> None:
        """Show the rows of the view over its years."""
        self.rows = YearRows(view, self.rows.sums if self.rows is not None else None)
        self.grids[0].show(marked(view, self.rows.table_at(self.grids[0].cursor[0]), self.rows.columns), self.rows)

    def path_at(self, grid: Grid, row: int, column: int) -> Path | None:
        """The amount or the year that a cell shows; its name stands for the row."""
        return self.rows.path_at(row, column) if self.rows is not None else None

    def opens(self, grid: Grid, row: int, column: int) -> object:
        """The row on the page of its table."""
        path = self.path_at(grid, row, column)
        return path[:2] if path is not None else None

    def spot_of(self, path: Path) -> tuple[Table, Spot] | None:
        """The cell of a row's year, or of its amount."""
        if self.rows is None or path[0] not in (*TABLES, "share") or len(path) < 2:
            return None
        row = self.rows.find(path if path[0] == "share" else path[:2])
        if row is None:
            return None
        named = [number for number, year in enumerate(self.rows.years) if len(path) > 3 and path[3] == year.name]
        return self.grids[0], (row, 2 + named[0] if named else 1)

    def rows_of_total(self, row: int) -> list[tuple[str, int]]:
        """The rows that a total adds up, where one stands there."""
        section = self.rows.at(row)[0] if self.rows is not None else None
        return [(section.table, index) for index in section.order] if section is not None else []


@frozen
class Section:
    """The rows of one table: from number `start` its heading, its rows, its total, a blank."""

    table: str
    start: int
    order: tuple[int, ...]
    """The rows that are shown, in their order."""

    @property
    def count(self) -> int:
        """How many rows are shown."""
        return len(self.order)

    @property
    def end(self) -> int:
        """The number behind it."""
        return self.start + self.count + 3


class YearRows:
    """The rows of all tables that are split, made as they are seen. `sums` are what the rows before knew."""

    def __init__(self, view: View, sums: "Sums | None" = None) -> None:
        self.view = view
        self.years = columns_of(view.state.budget)
        self.sums = Sums(self.years, sums)
        self.editable = view.state.document.editable and not view.read_only
        self.columns = columns(view, self.years)
        self.sections: list[Section] = []
        start = 1
        for table in TABLES:
            if view.state.budget.rows(table):
                self.sections.append(Section(table, start, self._order(table)))
                start = self.sections[-1].end
        self.signs = {one.table: signs_of(view, one.table) for one in self.sections}
        self.shares = ShareYears(view, self.years, self.editable)
        self.below = [*([blank()] if len(self.shares) else []), *self._below()]
        self.end = start + len(self.shares)

    def _order(self, table: str) -> tuple[int, ...]:
        """The rows of a table that are shown: by a column of this page, or as they are sorted on their own."""
        state, sift = self.view.state, self.view.sifts.get(table)
        if sift is None or not (sift.column in ("name", "rest") or sift.column.startswith("year ")):
            return rows_shown(state, table, sift or Sift())

        def value(index: int, column: str) -> object:
            if column == "name":
                return row_name(state, self.view.words, (table, index)).casefold()
            split = split_of(state, self.years, table, index)
            named = {f"year {year.name}": one for year, one in zip(self.years, split.years, strict=True)}
            return split.rest if column == "rest" else named.get(column)

        return tuple(sifted(rows_shown(state, table, Sift(sift.text)), Sift("", sift.column, sift.descending),
                            lambda _: "", value))  # fmt: skip

    def table_at(self, number: int) -> str:
        """The table that is filtered and sorted at a number; the first one above and below them."""
        section = self.at(number)[0]
        return section.table if section is not None else self.sections[0].table if self.sections else ""

    def _below(self) -> list[GridRow]:
        words = self.view.words
        if not self.years:
            leads = [note(words.say("screen.years.period-leads"))] if self.editable else []
            return [note(words.say("screen.years.no-period"), ""), *leads]
        if not self.sections and not len(self.shares):
            return [note(words.say("screen.years.no-rows"), "")]
        if not self.editable:
            return []
        return [note(words.say(f"screen.years.{key}")) for key in ("help-spread", "help-rest")]

    def __len__(self) -> int:
        return self.end + len(self.below)

    def at(self, number: int) -> tuple[Section | None, int]:
        """The section at a number, and the row's number in it: -1 its heading, then its rows, its total, a blank."""
        found = next((one for one in self.sections if one.start <= number < one.end), None)
        return found, number - found.start - 1 if found is not None else 0

    def __getitem__(self, number: int, /) -> GridRow:
        """The months, a heading, a row, a total, or a sentence below."""
        if number == 0:
            return self._months()
        section, index = self.at(number)
        if section is None:
            share = self._share(number)
            return self.below[number - self.end] if share is None else self.shares.row(share)
        if index < 0:
            return self._heading(section)
        if index < section.count:
            return self._row(section, section.order[index])
        return self._total(section) if index == section.count else blank()

    def _share(self, number: int) -> int | None:
        """Which row of the shares stands at a number; they come after all sections."""
        start = self.end - len(self.shares)
        return number - start if start <= number < self.end else None

    def find(self, key: Hashable) -> int | None:
        """The number of a row of the file, or of a total."""
        if not isinstance(key, tuple) or len(key) < 2:
            return None
        share = self.shares.number_of(key)
        if share is not None:
            return self.end - len(self.shares) + share
        for section in self.sections:
            if key[0] == section.table and isinstance(key[1], int) and key[1] in section.order:
                return section.start + 1 + section.order.index(key[1])
            if key == ("total", section.table):
                return section.start + 1 + section.count
        return None

    def path_at(self, number: int, column: int) -> Path | None:
        """The place of a cell in the file."""
        section, index = self.at(number)
        share = self._share(number)
        if share is not None:
            return self.shares.path_at(share, column)
        if section is None or not 0 <= index < section.count:
            return None
        index = section.order[index]
        if 2 <= column < 2 + len(self.years):
            return (section.table, index, "years", self.years[column - 2].name)
        return (section.table, index, "amount")

    def _months(self) -> GridRow:
        words = self.view.words
        if not any(year.months for year in self.years):
            return blank()
        cells = [Cell(str(year.months), role="dim") if year.months else Cell("") for year in self.years]
        whole = sum(year.months or 0 for year in self.years)
        return sum_row(
            "months", Cell(words.say("screen.years.months"), role="dim"), Cell(str(whole), role="dim"), *cells
        )

    def _heading(self, section: Section) -> GridRow:
        words, page = self.view.words, {"cost": "costs", "funding": "funding"}.get(section.table)
        name = words.say(f"screen.page.{page}") if page is not None else words.label("place", section.table)
        every = len(self.view.state.budget.rows(section.table))
        if section.count < every:
            name = f"{name}   {words.say('screen.sift.part', count=section.count, all=every)}"
        return sum_row(f"head {section.table}", Cell(name, role="strong"))

    def _row(self, section: Section, index: int) -> GridRow:
        view, path = self.view, (section.table, index)
        split = split_of(view.state, self.years, *path)
        saved = _split_in(view.saved, self.years, section.table, index)
        cells = [self._money(one, had, ("years" in _unread(view.state, path)) and one is None)
                 for one, had in zip(split.years, saved.years if saved else (), strict=False)]  # fmt: skip
        if saved is None:
            cells = [self._money(one, one, False) for one in split.years]
        name = Cell(row_name(view.state, view.words, path), editable=False)
        whole = Cell(money(view.words, split.whole), editable=self.editable)
        severity = self.signs[section.table].get(index)
        changed = saved is not None and (split.years, split.whole) != (saved.years, saved.whole)
        sign = sign_name(severity.word if severity is not None else None, changed=changed or saved is None)
        return GridRow(path, (name, whole, *cells, self._rest(split)), sign)

    def _money(self, amount: Decimal | None, saved: Decimal | None, unread: bool) -> Cell:
        text = "?" if unread else "" if amount is None else money(self.view.words, amount)
        return Cell(text, "*" if amount != saved else "", editable=self.editable)

    def _rest(self, split: Split) -> Cell:
        """What is in no year: nothing is wrong with it while no year has anything."""
        role = "dim" if split.rest == ZERO else "warning" if any(split.years) else ""
        return Cell(money(self.view.words, split.rest), role=role, editable=False)

    def _total(self, section: Section) -> GridRow:
        words = self.view.words
        before, seen = (self.sums.of(state, section.table) for state in (self.view.state, self.view.seen))

        def cell(now: Decimal | None, was: Decimal | None) -> Cell:
            changed = now != was
            text = "" if now is None and was is None else money(words, now)
            return Cell(text, "*" if changed else "", "preview" if changed else "strong", False)

        years = [cell(now, was) for now, was in zip(seen.years, before.years, strict=True)]
        name = Cell(words.say("screen.total"), role="strong", editable=False)
        cells = (name, cell(seen.whole, before.whole), *years, cell(seen.rest, before.rest))
        return GridRow(("total", section.table), cells, kind="sum")


class Sums:
    """The totals of tables, worked out when a total is seen; of many thousand rows only those that changed."""

    def __init__(self, years: tuple[YearColumn, ...], before: "Sums | None" = None) -> None:
        self.years = years
        self._known: dict[str, list[tuple[Splits, Split]]] = dict(before._known) if before is not None else {}

    def of(self, state: State, table: str) -> Split:
        """The total of a table in a state; those of the last two states are remembered, what is and what would be."""
        known = self._known.get(table, [])
        there = next((pair for pair in known if pair[0].state is state and pair[0].columns == self.years), None)
        if there is None:
            splits = splits_of(state, self.years, table, known[-1][0] if known else None)
            there = splits, sum_of(splits.rows, len(self.years))
        self._known[table] = [*[pair for pair in known if pair is not there][-1:], there]
        return there[1]


def columns(view: View, years: tuple[YearColumn, ...]) -> tuple[Column, ...]:
    """The name, the amount, a column for each year, and what is in none."""
    say, wide = view.words.say, room(view) >= 100
    width = 13 if wide else 11
    made = [Column("name", say("screen.head.description"), least=16),
            Column("amount", say("screen.head.amount"), width + 1, right=True, marks=1, least=AMOUNT, gives=True)]  # fmt: skip
    made += [
        Column(f"year {year.name}", year.name, width, right=True, marks=1, least=AMOUNT, gives=True) for year in years
    ]
    return (*made, Column("rest", say("screen.head.not-split"), width, right=True, marks=0, least=AMOUNT, gives=True))


def _split_in(state: State, years: tuple[YearColumn, ...], table: str, index: int) -> Split | None:
    """The row as it was saved; None where it was not there."""
    return split_of(state, years, table, index) if index < len(state.budget.rows(table)) else None


def _unread(state: State, path: tuple[str, int]) -> frozenset[str]:
    return state.budget.rows(path[0])[path[1]].unread
