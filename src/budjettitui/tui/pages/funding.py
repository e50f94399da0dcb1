"""Funding: every source, those in no row among them, and the budget items that own money is paid from."""

from collections.abc import Hashable, Iterator, Sequence
from typing import ClassVar

from textual.widget import Widget

from budjettitui.balance import ItemLine, Source, falls_short, item_lines, unwritten_sources
from budjettitui.figures.promises import set_aside
from budjettitui.findings import Path
from budjettitui.model import Appropriation, Funding
from budjettitui.tui.pages.costs import title
from budjettitui.tui.pages.page import DRAFT, Adds, Page, Table, is_add, room, sign_name
from budjettitui.tui.pages.rows import FileRows, add_row, blank, hidden, marked, note, sum_row
from budjettitui.tui.present.found import signs_of
from budjettitui.tui.present.payers import who_pays_whom
from budjettitui.tui.present.sorting import sifted
from budjettitui.tui.present.values import legend, marks, money
from budjettitui.tui.view import View
from budjettitui.tui.widgets.cells import cells
from budjettitui.tui.widgets.grid import Cell, Column, Grid, GridRow
from budjettitui.tui.widgets.grid_course import Spot
from budjettitui.tui.widgets.small_table import SmallTable

KEYS = ("kind", "description", "payer", "recipient", "budget_item", "confirmed", "amount")
ITEM_KEYS = ("budget_item", "payer", "basis", "amount", "promised", "left")


class FundingPage(Page):
    """Two tables: the sources, and the budget items with what is set aside."""

    adds = "funding"
    DEFAULT_CSS: ClassVar[str] = "#funding-table { height: 3fr; } #items-table { height: 2fr; min-height: 4; }"

    def __init__(self) -> None:
        super().__init__("funding")
        self.sources: SourceRows | None = None
        self.items: ItemRows | None = None

    def parts(self) -> Sequence[Widget]:
        """The sources above, the budget items below, and in wide windows who pays whom."""
        return Table(id="funding-table"), Table(id="items-table"), SmallTable(())

    def fill(self, view: View) -> None:
        """Show the sources and items of the view."""
        self.sources, self.items = SourceRows(view), ItemRows(view)
        self.grids[0].show(columns(view), self.sources)
        self.grids[1].show(marked(view, "appropriation", item_columns(view)), self.items)
        wanted, items, page = len(self.sources) + 1, len(self.items) + 1, self.size.height
        pays = who_pays_whom(view) if room(view) >= 100 else ()
        apart = wanted + 1 + items <= page
        wanted += apart
        fits = wanted + items + len(pays) + 1 <= page
        self.query_one(SmallTable).show(pays if fits else ())
        self.query_one(SmallTable).styles.margin = (1 if pays and fits else 0, 0, 0, 0)
        if page > 8:
            self.grids[0].styles.height = max(4, min(wanted, page - min(items, page // 2)))
            self.grids[1].styles.height = items if pays and fits else "1fr"

    def on_resize(self) -> None:
        """Part the height anew."""
        if self.view is not None:
            self.fill(self.view)

    def path_at(self, grid: Grid, row: int, column: int) -> Path | None:
        """The place of a source or of a budget item."""
        rows = self.items if grid.id == "items-table" else self.sources
        return rows.path_at(row, column) if rows is not None else None

    def opens(self, grid: Grid, row: int, column: int) -> object:
        """`+ add`, or the place that a figure in no row comes from."""
        if is_add(grid, row):
            return Adds("appropriation" if grid.id == "items-table" else "funding")
        if self.sources is not None and grid.id == "funding-table" and row < self.sources.before:
            anchors = self.sources.unwritten[row].sum.anchors
            return anchors[0] if anchors else None
        return None

    def figure_at(self, grid: Grid, row: int, column: int) -> Source | None:
        """Money of a share, stated, or left over."""
        there = self.sources is not None and grid.id == "funding-table" and row < self.sources.before
        return self.sources.unwritten[row] if there and self.sources is not None else None

    def is_draft(self, grid: Grid, row: int) -> bool:
        """True of the row being added."""
        rows = self.items if grid.id == "items-table" else self.sources
        return rows is not None and rows.is_draft(row)

    def spot_of(self, path: Path) -> tuple[Table, Spot] | None:
        """The cell of a source or of an appropriation."""
        index = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
        key = str(path[2]) if len(path) > 2 else "amount"
        if path[0] == "funding" and self.sources is not None:
            column = KEYS.index(key) if key in KEYS else len(KEYS) - 1
            return self.grids[0], (self.sources.number_of(index), column)
        if path[0] in ("share", "stated") and self.sources is not None:
            row = next((n for n, one in enumerate(self.sources.unwritten) if path in one.sum.anchors), None)
            return (self.grids[0], (row, len(KEYS) - 1)) if row is not None else None
        if path[0] == "appropriation" and self.items is not None:
            row = self.items.find(("appropriation", index))
            column = ITEM_KEYS.index(key) if key in ITEM_KEYS else ITEM_KEYS.index("amount")
            return (self.grids[1], (row, column)) if row is not None else None
        return None


def columns(view: View) -> tuple[Column, ...]:
    """The columns of the sources."""
    words, wide = view.words, room(view) >= 100
    return (
        Column("kind", title(words, "kind"), 12 if wide else 10, gives=True),
        Column("description", title(words, "description"), least=10),
        Column("payer", title(words, "payer"), 12 if wide else max(9, cells(words.say("screen.funder"))), gives=True),
        Column("recipient", title(words, "recipient"), 12 if wide else 9, gives=True),
        Column("budget_item", title(words, "budget_item"), 12 if wide else 8, gives=True),
        Column("confirmed", title(words, "confirmed"), 11 if wide else 5, gives=True),
        Column("amount", title(words, "amount"), 11, right=True, gives=True),
    )


class SourceRows(FileRows):
    """First the money that stands in no row, then the rows of the file, then the way to add one and the total."""

    table = "funding"
    keys = KEYS

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.unwritten: Sequence[Source] = unwritten_sources(view.state)
        self.before = len(self.unwritten)
        self.below = list(self._below())

    def _below(self) -> Iterator[GridRow]:
        words = self.view.words
        if not self.rows and not self.before and self.draft is None:
            yield note(words.say("screen.funding.none", add=words.key("add") if self.editable else None), "")
        if self.editable:
            yield add_row(words.say("screen.funding.add"))
        value, before = self.view.seen.figures.project.funding, self.view.state.figures.project.funding
        changed = value != before
        role, behind = ("preview", "*") if changed else ("strong", "")
        yield sum_row("total", Cell(words.say("screen.total"), role="strong"), *([Cell("")] * 5),
                      Cell(money(words, value), behind, role))  # fmt: skip

    def above(self, number: int) -> GridRow:
        """Money of a share, stated, or left over."""
        one, words = self.unwritten[number], self.view.words
        said = words.say(f"screen.origin.{one.sum.origin}")
        whose = one.partner or ""
        payer = words.say("screen.funder") if one.kind == "support" else whose
        texts = (self.shown("kind", one.kind), said, payer, whose if one.kind == "support" else "", "", "")
        figures = Cell(money(words, one.sum.value), marks(one.sum), "derived", editable=False)
        cells = (*(Cell(text, role="derived", editable=False) for text in texts), figures)
        return GridRow(("unwritten", number), cells, self._sign_above(one))

    def _sign_above(self, one: Source) -> str:
        rows = self.view.mended_at.rows if self.view.mended_at is not None else {}
        found = [rows[path].severity for path in one.sum.anchors if path in rows]
        return sign_name(min(found).word) if found else ""

    def cells_of(self, index: int) -> tuple[Cell, ...]:
        """One source."""
        row = self.rows[index]
        assert isinstance(row, Funding)
        words, edit = self.view.words, self.editable
        worth = self.view.state.figures.worths["funding", index]
        sure = "" if row.confirmed is None else str(row.confirmed).lower()
        return (
            Cell(self.shown("kind", row.kind or ""), editable=edit, source=""),
            Cell(row.description or "", editable=edit),
            Cell(row.payer or "", editable=edit, source="" if row.payer in self._ids() else None),
            Cell(row.recipient or "", editable=edit, source="" if row.recipient in self._ids() else None),
            Cell(row.budget_item or "", editable=edit),
            Cell(words.say(f"screen.word.{sure}") if sure else "", editable=edit, source=""),
            Cell(money(words, worth.value), marks(worth), "derived" if worth.how == "years" else "", edit,
                 "" if worth.value is None else None),
        )  # fmt: skip

    def _ids(self) -> set[str | None]:
        return {partner.id for partner in self.view.state.budget.partners}

    def shown(self, key: str, word: str) -> str:
        """A kind of funding in short."""
        return self.view.words.say(f"screen.kind.{word}") if key == "kind" and word else word


def item_columns(view: View) -> tuple[Column, ...]:
    """The columns of the budget items."""
    words = view.words
    return (
        Column("budget_item", title(words, "budget_item-long"), least=12),
        Column("payer", title(words, "payer"), 9, gives=True),
        Column("basis", title(words, "basis"), max(6, cells(title(words, "basis"))), gives=True),
        Column("amount", title(words, "aside"), 11, right=True, gives=True),
        Column("promised", title(words, "promised"), 11, right=True, marks=1, gives=True),
        Column("left", title(words, "left"), 11, right=True, marks=1, gives=True),
    )


def _text_of(one: ItemLine) -> str:
    return "\n".join((one.item.budget_item, one.item.payer or "", one.item.basis or ""))


def _value_of(one: ItemLine, column: str) -> object:
    values = {"amount": one.item.appropriated, "promised": one.item.promised, "left": one.left}
    return values[column] if column in values else (getattr(one.item, column) or "").casefold() or None


class ItemRows:
    """The budget items: what is set aside, what is promised, what is left."""

    def __init__(self, view: View) -> None:
        self.view = view
        every = item_lines(view.seen)
        self.items: list[ItemLine] = sifted(every, view.sifts.get("appropriation"), _text_of, _value_of)
        self.counted = (len(self.items), len(every))
        """How many items are shown, and how many there are."""
        self.signs = signs_of(view, "appropriation")
        self.editable = view.state.document.editable and not view.read_only
        self.draft = view.draft if view.draft is not None and view.draft.table == "appropriation" else None
        self.below: list[GridRow] = hidden(view.words, *self.counted)
        if self.editable:
            self.below.append(add_row(view.words.say("screen.items.add")))
        if any(marks(set_aside(row)) for one in self.items for _, row in one.item.rows):
            self.below += [blank(), note(legend(view.words))]

    def __len__(self) -> int:
        return len(self.items) + (self.draft is not None) + len(self.below)

    def table_at(self, number: int) -> str:
        """The table that is filtered and sorted."""
        return "appropriation"

    def __getitem__(self, number: int, /) -> GridRow:
        """A budget item, the draft, or what stands below."""
        if number < len(self.items):
            return self._item(self.items[number])
        number -= len(self.items)
        if self.draft is not None:
            if number == 0:
                chosen = self.draft.cells
                return GridRow(DRAFT, tuple(Cell(chosen.get(key, ""), source="") for key in ITEM_KEYS))
            number -= 1
        return self.below[number]

    def _item(self, one: ItemLine) -> GridRow:
        words, item = self.view.words, one.item
        row: Appropriation | None = item.rows[0][1] if item.rows else None
        single = self.editable and len(item.rows) == 1
        aside = words.say("screen.items.none") if not item.rows else money(words, item.appropriated)
        index = item.rows[0][0] if item.rows else -1
        word = self.signs[index].word if index in self.signs else None
        sign = sign_name(word, changed=row is not None and row not in self.view.saved.budget.appropriations)
        over = falls_short(self.view.seen, one.left)
        if over and not sign:
            sign = "error"
        alone = row if len(item.rows) == 1 else None
        role = "derived" if alone is not None and alone.amount is None else ""
        cells = (
            Cell(item.budget_item, editable=single),
            Cell(item.payer or "", editable=single, source=""),
            Cell(words.say(f"screen.word.{item.basis}") if item.basis else "", editable=single, source=""),
            Cell(aside, marks(set_aside(alone)) if alone is not None else "", role, single),
            Cell(money(words, item.promised), role="derived", editable=False),
            Cell(money(words, one.left), role="error" if over else "derived", editable=False),
        )
        return GridRow(self._key(one), cells, sign)

    @staticmethod
    def _key(one: ItemLine) -> Hashable:
        if one.item.rows:
            return ("appropriation", one.item.rows[0][0])
        return ("item", one.item.payer, one.item.budget_item)

    def find(self, key: Hashable) -> int | None:
        """The number of the row with a key; any row of an item leads to the item."""
        for number, one in enumerate(self.items):
            if key == self._key(one) or any(key == ("appropriation", index) for index, _ in one.item.rows):
                return number
        if key == DRAFT:
            return len(self.items) if self.draft is not None else None
        base = len(self.items) + (self.draft is not None)
        return next((base + n for n, row in enumerate(self.below) if row.key == key), None)

    def path_at(self, number: int, column: int) -> Path | None:
        """The place of a cell; none for a budget item that nothing is set aside in."""
        if not 0 <= column < len(ITEM_KEYS):
            return None
        if self.is_draft(number) and self.draft is not None:
            key = ITEM_KEYS[column]
            return ("appropriation", self.draft.index, key if key not in ("promised", "left") else "amount")
        if number < len(self.items) and self.items[number].item.rows:
            return ("appropriation", self.items[number].item.rows[0][0], ITEM_KEYS[column])
        return None

    def is_draft(self, number: int) -> bool:
        """True of the row that is not in the file yet."""
        return self.draft is not None and number == len(self.items)
