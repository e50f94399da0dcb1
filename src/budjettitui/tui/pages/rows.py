"""Rows of a table of the file as rows of a grid: with the row that is being added, and what stands below them."""

from collections.abc import Hashable, Sequence

from budjettitui.blocks import holds
from budjettitui.findings import Path
from budjettitui.model import Row
from budjettitui.sifting import rows_shown
from budjettitui.tui.pages.page import DRAFT, sign_name
from budjettitui.tui.present.found import signs_of
from budjettitui.tui.present.marks import marks_of, sign_while_typed
from budjettitui.tui.present.sorting import Sorting
from budjettitui.tui.view import View
from budjettitui.tui.widgets.grid_rows import Cell, Column, GridRow
from budjettitui.words import Words

ADD = ("add",)


class FileRows:
    """The rows of one table, made as they are seen; `cells_of` and `draft_cells` say what is in them."""

    table = ""
    keys: tuple[str, ...] = ()
    """The key of the file behind each column."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.rows: Sequence[Row] = view.state.budget.rows(self.table)
        self.draft = view.draft if view.draft is not None and view.draft.table == self.table else None
        self.before = 0
        self.signs = signs_of(view, self.table)
        self.marks = marks_of(view.state)
        self.editable = view.state.document.editable and not view.read_only
        self.below: list[GridRow] = []
        sift = view.sifts.get(self.table) if self.draft is None else None
        self.order = rows_shown(view.state, self.table, sift) if sift is not None else None
        self._place = {index: number for number, index in enumerate(self.order or ())}

    def __len__(self) -> int:
        return self.before + self.count + (self.draft is not None) + len(self.tail)

    @property
    def count(self) -> int:
        """How many rows of the file are shown."""
        return len(self.rows) if self.order is None else len(self.order)

    @property
    def tail(self) -> list[GridRow]:
        """What stands below the rows: how many are hidden, first of all."""
        return [*hidden(self.view.words, *self.counted), *self.below]

    def __getitem__(self, number: int, /) -> GridRow:
        """The row of that number: one above the file's rows, one of them, the draft, or one below."""
        if number < self.before:
            return self.above(number)
        index = self.index_of(number)
        if index is None:
            return GridRow(DRAFT, self.draft_cells(), "")
        if index < len(self.rows):
            return GridRow((self.table, index), self.cells_of(index), self.sign_of(index))
        return self.tail[index - len(self.rows)]

    def sign_of(self, index: int) -> str:
        """The sign of a row of the file; of the one that is being typed, what is found anew goes before."""
        typing = self.view.typing
        typed = sign_while_typed(self.view) if typing is not None and typing.path[:2] == (self.table, index) else ""
        word = self.signs[index].word if index in self.signs else None
        return typed or sign_name(word, changed=self.changed(index), mark=self.marks.get((self.table, index), ""))

    def above(self, number: int) -> GridRow:
        """A row before those of the file."""
        raise IndexError(number)

    def index_of(self, number: int) -> int | None:
        """The row of the file (or below) that stands at a number of the grid; None where it is the draft."""
        number -= self.before
        if self.order is not None:
            return self.order[number] if number < self.count else len(self.rows) + number - self.count
        if self.draft is None or number < self.draft.index:
            return number
        return None if number == self.draft.index else number - 1

    def number_of(self, index: int) -> int:
        """The number in the grid at which a row of the file stands; the first where it is hidden."""
        if self.order is not None:
            return self.before + self._place.get(index, 0)
        return self.before + index + (self.draft is not None and index >= self.draft.index)

    def find(self, key: Hashable) -> int | None:
        """The number of the row with a key."""
        if key == DRAFT:
            return self.before + self.draft.index if self.draft is not None else None
        if isinstance(key, tuple) and len(key) == 2 and key[0] == self.table and isinstance(key[1], int):
            hidden = self.order is not None and key[1] not in self._place
            return self.number_of(key[1]) if key[1] < len(self.rows) and not hidden else None
        base = self.before + self.count + (self.draft is not None)
        found = next((base + n for n, row in enumerate(self.tail) if row.key == key), None)
        if found is not None:
            return found
        return next((n for n in range(self.before) if self.above(n).key == key), None)

    def table_at(self, number: int) -> str:
        """The table that is filtered and sorted at a number."""
        return self.table

    @property
    def counted(self) -> tuple[int, int]:
        """How many rows are shown, and how many there are."""
        return self.count, len(self.rows)

    def path_at(self, number: int, column: int) -> Path | None:
        """The place in the file of a cell; the draft's is where it would go."""
        if not 0 <= column < len(self.keys) or number < self.before:
            return None
        index = self.index_of(number)
        if index is None and self.draft is not None:
            index = self.draft.index
        elif index is None or index >= len(self.rows):
            return None
        return (self.table, index, self.keys[column])

    def is_draft(self, number: int) -> bool:
        """True of the row that is not in the file yet."""
        return self.draft is not None and number == self.before + self.draft.index

    def changed(self, index: int) -> bool:
        """True of a row that is not as it was saved."""
        row, saved = self.rows[index], self.view.saved.budget.rows(self.table)
        there = [saved[at] for at in (index, index - len(self.rows) + len(saved)) if 0 <= at < len(saved)]
        return not (any(row is one for one in there) or row in there or holds(saved, row))

    def cells_of(self, index: int) -> tuple[Cell, ...]:
        """What stands in a row of the file."""
        raise NotImplementedError

    def draft_cells(self) -> tuple[Cell, ...]:
        """What was chosen for the row that is not in the file yet."""
        chosen = self.draft.cells if self.draft is not None else {}
        return tuple(Cell(self.shown(key, chosen.get(key, "")), source="") for key in self.keys)

    def shown(self, key: str, word: str) -> str:
        """A chosen word as it is shown."""
        return word


def marked(view: View, table: str, columns: Sequence[Column]) -> tuple[Column, ...]:
    """The heads, the one that the table is sorted by with a sign."""
    sift = view.sifts.get(table)
    sorting = Sorting(sift.column, sift.descending) if sift is not None else Sorting()
    return tuple(sorting.marked(column) for column in columns)


def hidden(words: Words, count: int, every: int) -> list[GridRow]:
    """The sentence below rows of which not all are shown."""
    return [note(words.say("screen.sift.hidden", count=count, all=every), "warning")] if count < every else []


def add_row(text: str) -> GridRow:
    """`+ add a line`."""
    return GridRow(ADD, (Cell(f"+ {text}", editable=False),), kind="add")


def blank() -> GridRow:
    """An empty line."""
    return GridRow(("blank",), (), kind="blank", selectable=False)


def note(text: str, role: str = "dim") -> GridRow:
    """A sentence over the whole width."""
    return GridRow(("note", text), (Cell(f"  {text}", role=role, editable=False),), kind="note", selectable=False)


def sum_row(name: str, *cells: Cell) -> GridRow:
    """A row of sums."""
    return GridRow(("sum", name), cells, kind="sum", selectable=False)
