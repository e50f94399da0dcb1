"""What stops a table from being taken: each thing with its line, its column, and why."""

from collections.abc import Iterator

from budjettitui.exchange.grid import Grid
from budjettitui.intake.currencies import currency_said
from budjettitui.intake.heads import more_heads
from budjettitui.intake.rounding import FINEST
from budjettitui.money import decimals_written
from budjettitui.pasting import PastedBlock, PastedRow
from budjettitui.pasting.columns import is_money, is_numeric
from budjettitui.state import State
from budjettitui.typed import NotYet, Sure, read_number
from budjettitui.values import frozen


@frozen
class Doubt:
    """One thing that stops the table; `why` is a key of `table.doubt` in words."""

    why: str
    line: int | None = None
    column: str = ""
    what: object = ""


def doubts_of(state: State, grid: Grid, block: PastedBlock, table: str, *, stop_twice: bool) -> tuple[Doubt, ...]:
    """All of them, in the order of the lines."""
    currency = currency_said(grid)
    found = [] if currency in (None, state.budget.project.currency) else [Doubt("currency", what=currency)]
    cells = grid.spelled(block.style.decimal)
    for line, what in block.doubts:
        found.append(_unclear(state, grid, block, line, what, cells[line - 1]))
    for row in block.rows:
        found += _of_row(grid, block, row, "category" if table == "costs" else "kind")
    for at in more_heads(state, cells, block.style, (one.line - 1 for one in block.left)):
        found.append(Doubt("heads", grid.numbers[at], what=" ".join(filter(None, cells[at]))))
    if stop_twice and (twice := [row for row in block.rows if row.twice]):
        found.append(Doubt("twice", grid.numbers[twice[0].line - 1], what=len(twice)))
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.line is not None, one.line or 0)))


def _unclear(state: State, grid: Grid, block: PastedBlock, line: int, what: str, cells: list[str]) -> Doubt:
    """Why a cell is in doubt that pasting could not read."""
    at = next(
        (at for at, cell in enumerate(cells) if cell == what and at < len(block.columns) and block.columns[at]), 0
    )
    column, number = grid.columns[at], grid.numbers[line - 1]
    fault = grid.faults.get((line - 1, at))
    if fault is not None:
        return Doubt(fault, number, column, what)
    key = block.columns[at]
    if key in ("partner", "recipient"):
        return Doubt("partner", number, column, what)
    reading = read_number(what, block.style, decimals=state.budget.decimals)
    fine = is_money(key) and isinstance(reading, NotYet) and reading.why == "typed.too-fine"
    return Doubt("too-fine" if fine else "unclear", number, column, what)


def _of_row(grid: Grid, block: PastedBlock, row: PastedRow, needed: str) -> Iterator[Doubt]:
    number, line = grid.numbers[row.line - 1], row.line - 1
    if not row.cells.get(needed):
        yield Doubt(f"no-{needed}", number)
    for at, key in enumerate(block.columns):
        text = row.cells.get(key, "") if key else ""
        fault = grid.faults.get((line, at)) if key else None
        if fault in ("error", "no-value") or (fault is not None and is_numeric(key)):
            yield Doubt(fault, number, grid.columns[at], text)
        elif is_numeric(key) and text:
            reading = read_number(text, block.style, decimals=None)
            if isinstance(reading, Sure) and reading.sum:
                yield Doubt("worked-out", number, grid.columns[at], text)
            elif isinstance(reading, Sure) and not is_money(key) and decimals_written(reading.value) > FINEST:
                yield Doubt("too-long", number, grid.columns[at], text)
            elif "%" in text and is_money(key):
                yield Doubt("percent", number, grid.columns[at], text)
