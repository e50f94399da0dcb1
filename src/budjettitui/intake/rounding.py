"""Amounts of a table with the decimals of the currency: finer ones are rounded where one asks for that."""

from decimal import Decimal

from budjettitui.exchange.grid import Content, Grid
from budjettitui.money import decimals_written, is_whole, to_decimals
from budjettitui.pasting import Block
from budjettitui.pasting.year_columns import YEAR
from budjettitui.values import frozen, replace

MONEY = ("amount", "applied", "granted", "realised")


@frozen
class Rounded:
    """A number that was rounded, and in which line."""

    line: int
    old: Decimal
    new: Decimal


def is_money(key: str) -> bool:
    """True of a column of amounts."""
    return key in MONEY or key.startswith(YEAR)


def in_currency(grid: Grid, block: Block, decimals: int, *, rounds: bool) -> tuple[Grid, tuple[Rounded, ...]]:
    """The grid itself, or another with its amounts in the decimals of the currency; what is finer stays unless it is
    to be rounded, half-up. Only numbers are: a text may mean another number.
    """
    told: list[Rounded] = []
    money = [at for at, key in enumerate(block.columns) if is_money(key)]
    lines: list[tuple[Content, ...]] = []
    changed = False
    for number, line in zip(grid.numbers, grid.lines, strict=True):
        cells = list(line)
        for at in money:
            cell = cells[at]
            if not isinstance(cell, Decimal) or is_whole(cell) or decimals_written(cell) == decimals:
                continue
            fine = decimals_written(cell) > decimals
            if fine and not rounds:
                continue
            cells[at] = new = to_decimals(cell, decimals)
            changed = True
            told += [Rounded(number, cell, new)] if fine else []
        lines.append(tuple(cells))
    return replace(grid, lines=tuple(lines)) if changed else grid, tuple(told)
