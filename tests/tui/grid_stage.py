"""A stage with one grid of cost lines, for the tests of the grid."""

from textual.binding import Binding
from textual.message import Message
from textual.pilot import Pilot

from budjettitui.tui.themes import chosen
from budjettitui.tui.widgets.grid import Cell, Column, Grid, GridRow
from tests.tui.widgets_stage import Stage

COLUMNS = (
    Column("category", "category", 10),
    Column("description", "description"),
    Column("how", "how", 20),
    Column("amount", "amount", 12, right=True),
)


class Lines:
    """Cost lines that are made as they are asked for, and count how many were; the last rows add and sum."""

    def __init__(self, count: int = 6, names: tuple[str, ...] = ()) -> None:
        self.count = count
        self.names = names
        self.made = 0

    def __len__(self) -> int:
        return self.count + 3

    def __getitem__(self, number: int) -> GridRow:
        self.made += 1
        if number == self.count:
            return GridRow("add", (Cell("+ add a line", editable=False),), kind="add")
        if number == self.count + 1:
            return GridRow("blank", (), kind="blank", selectable=False)
        if number == self.count + 2:
            total = (Cell("total"), Cell("stated 152 302,40  ✓ agrees and goes on over how"), Cell(""), Cell("99,00"))
            return GridRow("sum", total, kind="sum", selectable=False)
        name = self.names[number] if number < len(self.names) else f"Hanke {number}"
        how = Cell("11 mo x 40 %", editable=False)
        return GridRow(number, (Cell("personnel"), Cell(name), how, Cell(f"{number}\u00a0370,48", "~<")))


class Found(Lines):
    """Lines whose first one was taken away."""

    def __getitem__(self, number: int) -> GridRow:
        return super().__getitem__(number + 1)

    def __len__(self) -> int:
        return super().__len__() - 1


class Table(Stage):
    """A stage with one grid that hears what it says, and letters bound on the app."""

    BINDINGS = [Binding(key, f"note('{key}')") for key in ("q", "d", "x", "u", "slash", "ctrl+s")]  # noqa: RUF012

    def __init__(self, rows: Lines | None = None, *, ascii: bool = False) -> None:
        self.grid = Grid(id="costs")
        self.rows = Lines() if rows is None else rows
        super().__init__(self.grid, looks=chosen(ascii=ascii))

    def on_ready(self) -> None:
        self.grid.show(COLUMNS, self.rows)
        self.grid.focus()

    def action_note(self, key: str) -> None:
        self.pressed.append(key)

    def hear(self, message: Message) -> None:
        self.heard.append(message)

    on_grid_moved = on_grid_began = on_grid_typed = on_grid_kept = on_grid_put_back = on_grid_opened = hear
    on_grid_emptied = on_grid_pasted = on_grid_not_editable = on_grid_turned = on_grid_head_clicked = hear

    def last(self) -> Message:
        return self.heard[-1]


async def settled(pilot: Pilot[None]) -> None:
    """The first paint is done."""
    await pilot.pause()
