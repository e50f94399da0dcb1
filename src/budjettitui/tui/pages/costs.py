"""Costs: every cost line, and the sums by category below them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from textual.widget import Widget

from budjettitui.balance import stated_gap
from budjettitui.blocks import Block, blocks_of
from budjettitui.cells.texts import HOW, PRODUCT
from budjettitui.figures.worths import Worth
from budjettitui.findings import Path
from budjettitui.model import Cost
from budjettitui.money import ZERO, part_of, total
from budjettitui.tui.pages.beginnings import beginnings, is_empty
from budjettitui.tui.pages.page import Adds, Begins, Page, Table, is_add, room
from budjettitui.tui.pages.rows import FileRows, add_row, blank, marked, note, sum_row
from budjettitui.tui.present.values import exact, how, how_source, marks, money, price
from budjettitui.tui.view import View
from budjettitui.tui.widgets.cells import cells
from budjettitui.tui.widgets.grid import Cell, Column, Grid, GridRow
from budjettitui.tui.widgets.grid_course import Spot
from budjettitui.words import Words

SHARE_FROM = 86
"""Cells of page from which each line's share of the costs is shown."""

UNFOLDED_FROM = 100
"""Cells of page from which quantity, unit, price and allocation have a column each."""

LOOKED_AT = 300
"""Rows that are measured for the width of a column."""


class CostsPage(Page):
    """The table of cost lines."""

    adds = "cost"

    def __init__(self) -> None:
        super().__init__("costs")
        self.rows: CostRows | None = None

    def parts(self) -> Sequence[Widget]:
        """One table."""
        return (Table(id="costs-table"),)

    def fill(self, view: View) -> None:
        """Show the cost lines of the view."""
        self.rows = CostRows(view, self.rows)
        self.grids[0].show(marked(view, "cost", columns(view)), self.rows)

    def path_at(self, grid: Grid, row: int, column: int) -> Path | None:
        """The cost line's key under a cell."""
        path = self.rows.path_at(row, column) if self.rows is not None else None
        return (*path[:2], "amount") if path is not None and path[2] == "share" else path

    def opens(self, grid: Grid, row: int, column: int) -> object:
        """`+ add a line`, or in an empty budget what it begins with; all else here is written."""
        key = grid.sheet.row(row).key if row < len(grid.sheet.rows) else None
        if isinstance(key, tuple) and key[0] == "begin":
            return Begins(str(key[1]))
        return Adds("cost") if is_add(grid, row) else None

    def is_draft(self, grid: Grid, row: int) -> bool:
        """True of the line being added."""
        return self.rows is not None and self.rows.is_draft(row)

    def spot_of(self, path: Path) -> tuple[Table, Spot] | None:
        """The cell of a cost line."""
        if path[0] != "cost" or self.rows is None:
            return None
        keys = keys_of(self.rows.view)
        index = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
        key = str(path[2]) if len(path) > 2 else "amount"
        key = HOW if key in PRODUCT and HOW in keys else key
        column = keys.index(key) if key in keys else len(keys) - 1 - ("share" in keys)
        return self.grids[0], (self.rows.number_of(index), column)


def keys_of(view: View) -> tuple[str, ...]:
    """The keys behind the columns: the partner's where there is more than one."""
    named = {row.partner for row in view.state.budget.costs[:LOOKED_AT]}
    several = len(view.state.budget.partners) > 1 or (len(named) > 1 and any(named))
    partner = ("partner",) if several else ()
    share = ("share",) if room(view) >= SHARE_FROM else ()
    how = PRODUCT if room(view) >= UNFOLDED_FROM else (HOW,)
    return ("category", *partner, "description", *how, "amount", *share)


def columns(view: View) -> tuple[Column, ...]:
    """The columns with their titles in the language of the view."""
    words, wide = view.words, room(view)
    made = {
        "category": Column("category", title(words, "category"), 10 if wide < 100 else 12, gives=True),
        "partner": Column("partner", title(words, "partner"), 9 if wide < 100 else 14, gives=True),
        "description": Column("description", title(words, "description"), least=12),
        "how": Column("how", title(words, "how"), _how_width(view, wide), folds=PRODUCT, gives=True),
        "quantity": Column("quantity", title(words, "quantity"), 7, right=True, marks=0, least=5, gives=True),
        "unit": Column("unit", title(words, "unit"), 5, gives=True),
        "unit_price": Column("unit_price", title(words, "unit_price"), 10, right=True, marks=1, least=8, gives=True),
        "allocation": Column("allocation", title(words, "allocation"), 6, right=True, marks=0, gives=True),
        "amount": Column("amount", title(words, "amount"), 12, right=True, least=10, gives=True),
        "share": Column("share", title(words, "share"), 7, right=True, marks=0, gives=True),
    }
    return tuple(made[key] for key in keys_of(view))


def title(words: Words, key: str) -> str:
    """The head of a column."""
    return words.say(f"screen.head.{key}")


def _how_width(view: View, wide: int) -> int:
    """As wide as the widest of the first rows needs, within a third of the page."""
    longest = start = 0
    for block in blocks_of(view.state.budget.costs):
        if start < LOOKED_AT:
            longest = max(longest, block.of(_widest_how, view.words))
        start += len(block.rows)
    return max(12, min(longest, wide // 3))


def _widest_how(block: Block[Cost], words: Words) -> int:
    return max((cells(how(words, row)) for row in block.rows), default=0)


class CostRows(FileRows):
    """The cost lines, and below them the way to add one and the sums."""

    table = "cost"

    def __init__(self, view: View, before: "CostRows | None" = None) -> None:
        super().__init__(view)
        self.keys = keys_of(view)
        self.how_width = _how_width(view, room(view))
        self._of = (self.keys, self.how_width, view.words, self.editable)
        self._made: dict[int, tuple[Cost, tuple[Worth, Decimal | None], tuple[Cell, ...]]] = {}
        """The cells of lines that were seen: one that is as it was is not made anew at every key."""
        if before is not None and before._of == self._of:
            self._made = before._made
        self.whole = view.state.figures.project.costs.value
        self.below = list(self._below())

    def _below(self) -> Iterator[GridRow]:
        words = self.view.words
        if self.editable and self.draft is None and is_empty(self.view.state.budget):
            yield from beginnings(self.view)
            return
        if not self.rows and self.draft is None:
            add = words.key("add") if self.editable else None
            key = "none" if self.whole is None else "from-totals"
            yield note(words.say(f"screen.costs.{key}", add=add, costs=self.whole), "")
        if self.editable:
            yield add_row(words.say("screen.costs.add"))
        if self.rows:
            yield blank()
            yield from self._sums()

    def _sums(self) -> Iterator[GridRow]:
        """A sum for each category, and the total beside what is stated."""
        words, seen, before = self.view.words, self.view.seen, self.view.state
        whole = seen.figures.project.costs.value
        for name, value in seen.figures.categories.items():
            part = part_of(value, whole)
            said = words.say("screen.costs.part", rate=part) if part is not None else ""
            changed = value != before.figures.categories.get(name)
            yield self._sum(self.shown("category", name), said, money(words, value), changed)
        changed = whole != before.figures.project.costs.value
        yield self._sum(words.say("screen.total"), self._stated(), money(words, whole), changed)

    def _stated(self) -> str:
        words, found = self.view.words, stated_gap(self.view.seen)
        if found is None:
            return self._unknown()
        stated, gap = found
        if gap is None or gap == ZERO:
            key = "screen.costs.agrees" if gap == ZERO else "screen.costs.stated"
            return words.say(key, stated=stated.value)
        key = "screen.costs.more" if gap > ZERO else "screen.costs.less"
        return words.say(key, stated=stated.value, gap=abs(gap))

    def _unknown(self) -> str:
        """Of a total that is not known: what the lines come to as far as they are, and whose costs nobody has told."""
        words, figures = self.view.words, self.view.seen.figures
        who = [words.show(name) for name, sheet in figures.partners.items() if sheet.costs.value is None]
        if figures.project.costs.value is not None or not who:
            return ""
        known = total(value for value in figures.categories.values() if value is not None)
        more = len(who) - 1 or None
        return words.say("screen.costs.not-known", known=known, who=who[0], more=more)

    def _sum(self, name: str, said: str, amount: str, changed: bool) -> GridRow:
        role, behind = ("preview", "*") if changed and self.view.preview is not None else ("strong", "")
        cell = {"category": Cell(name, role="strong"), "description": Cell(said),
                "amount": Cell(amount, behind, role)}  # fmt: skip
        return sum_row(name, *(cell.get(key, Cell("")) for key in self.keys))

    def cells_of(self, index: int) -> tuple[Cell, ...]:
        """One cost line."""
        row, worth = self.rows[index], self.view.state.figures.worths["cost", index]
        assert isinstance(row, Cost)
        part = part_of(worth.value, self.whole) if "share" in self.keys else None
        made = self._made.get(index)
        if made is None or made[0] is not row or made[1] != (worth, part):
            made = self._made[index] = row, (worth, part), self._cells(row, worth, part)
        return made[2]

    def _cells(self, row: Cost, worth: Worth, part: Decimal | None) -> tuple[Cell, ...]:
        words, edit = self.view.words, self.editable
        derived = "derived" if worth.how in ("product", "flat", "years") else ""
        found = {
            "category": Cell(self.shown("category", row.category or ""), editable=edit, source=""),
            "partner": Cell(self.shown("partner", row.partner or ""), editable=edit, source=""),
            "description": Cell(row.description or "", editable=edit),
            "how": Cell(how(words, row, self.how_width), editable=edit, source=how_source(words, row)),
            "quantity": Cell(exact(words, row.quantity), editable=edit),
            "unit": Cell(row.unit or "", editable=edit),
            "unit_price": Cell(price(words, row.unit_price), marks(row.unit_price), editable=edit),
            "allocation": Cell(exact(words, row.allocation), editable=edit),
            "amount": Cell(money(words, worth.value), marks(worth), derived, edit, "" if worth.value is None else None),
            "share": Cell("" if part is None else words.say("screen.percent", rate=part), role="dim", editable=False),
        }
        return tuple(found[key] for key in self.keys)

    def shown(self, key: str, word: str) -> str:
        """A category by its short name, a partner by its id."""
        if key == "category":
            short = f"screen.category.{word}"
            return self.view.words.say(short) if word and self.view.words.has(short) else word
        return word


__all__ = ["CostRows", "CostsPage", "columns", "keys_of", "title"]
