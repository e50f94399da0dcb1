"""How long the grid takes beside Textual's DataTable, in one run: `python tests/bench_grid.py`.

All in processor time, so that what else the machine does matters little. Start: from making the app to its first rows
painted. Edit: one key, the cell changed, and the paint that follows. Medians, in milliseconds, at 160x48.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from statistics import median
from time import process_time_ns

from textual.app import App, ComposeResult
from textual.coordinate import Coordinate
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import DataTable

from budjettitui.tui.widgets.grid import Cell, Column, Grid, GridRow

NAMES = ("partner", "category", "description", "quantity", "unit", "price", "share", "amount")
COLUMNS = tuple(Column(name, name, None if name == "description" else 10, right=name == "amount") for name in NAMES)
EDITS = 20
STARTS = 3


def texts(number: int) -> tuple[str, ...]:
    """The cells of one cost line."""
    return ("helsinki", "personnel", f"Hankekoordinaattori {number}", "11", "kk", "5 538,75", "40", f"{number} 370,48")


class Lines:
    """Rows made as they are asked for."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, number: int) -> GridRow:
        return GridRow(number, tuple(map(Cell, texts(number))))


class Bench(App[None]):
    """An app with one table that is filled as soon as it is there."""

    def __init__(self, table: Widget, fill: Callable[[], object]) -> None:
        super().__init__()
        self.table = table
        self.fill = fill

    def compose(self) -> ComposeResult:
        yield self.table

    def on_mount(self) -> None:
        self.fill()
        self.table.focus()


def ours(count: int) -> Bench:
    """The grid with so many rows."""
    grid = Grid()
    return Bench(grid, lambda: grid.show(COLUMNS, Lines(count)))


def theirs(count: int) -> Bench:
    """A DataTable with so many rows."""
    table: DataTable[str] = DataTable(cursor_type="cell")

    def fill() -> None:
        for name in NAMES:
            table.add_column(name, key=name)
        table.add_rows(texts(number) for number in range(count))

    return Bench(table, fill)


async def edit_ours(app: Bench, pilot: Pilot[None], number: int) -> None:
    """One more digit in the cell that is being typed."""
    await pilot.press("7" if number % 2 else "backspace")


async def edit_theirs(app: Bench, pilot: Pilot[None], number: int) -> None:
    """The same key pressed, and the cell given another text, as an editor on top of it has to."""
    assert isinstance(app.table, DataTable)
    app.table.update_cell_at(Coordinate(5, 7), f"{number} 111,11")
    await pilot.press("7")


async def measured(
    make: Callable[[int], Bench], edit: Callable[[Bench, Pilot[None], int], Awaitable[None]], count: int
) -> tuple[int, int]:
    """Start and edit of one app, in microseconds."""
    began = process_time_ns()
    app = make(count)
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.pause()
        start = process_time_ns() - began
        if isinstance(app.table, Grid):
            app.table.move_to(5, 7)
            app.table.begin()
        await pilot.pause()
        used = process_time_ns()
        for number in range(EDITS):
            await edit(app, pilot, number)
        return start // 1000, (process_time_ns() - used) // EDITS // 1000


def ms(microseconds: int) -> str:
    """Milliseconds with one decimal."""
    return f"{microseconds // 1000}.{microseconds % 1000 // 100}"


async def main() -> None:
    """Print one line a size."""
    print(f"Python {sys.version.split()[0]}; medians of {STARTS} runs, {EDITS} edits each; ms of processor time")
    print("rows     start: grid  DataTable      edit: grid  DataTable")
    for count in (1_000, 10_000):
        runs = [
            (await measured(ours, edit_ours, count), await measured(theirs, edit_theirs, count)) for _ in range(STARTS)
        ]
        own, other = ([int(median(run[which][what] for run in runs)) for what in (0, 1)] for which in (0, 1))
        print(f"{count:>6} {ms(own[0]):>14} {ms(other[0]):>10} {ms(own[1]):>15} {ms(other[1]):>10}")


if __name__ == "__main__":
    asyncio.run(main())
