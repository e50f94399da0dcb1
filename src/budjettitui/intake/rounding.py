"""Amounts of a table with the decimals of the currency: finer ones are rounded where one asks for that."""

from decimal import Decimal

from budjettitui.exchange.grid import Content, Grid
from budjettitui.money import decimals_written, is_whole, to_decimals
from budjettitui.pasting import PastedBlock
from budjettitui.pasting.columns import is_money, is_numeric
from budjettitui.values import frozen, replace
from budjettitui.words import Percent

FINEST = 10
"""Decimals of a quantity, a price or a percentage; finer is only what a division has left (docs/file-format.md)."""


@frozen
class Rounded:
    """A number that was rounded, and in which line."""

    line: int
    old: Decimal
    new: Decimal


def in_currency(grid: Grid, block: PastedBlock, decimals: int, *, rounds: bool) -> tuple[Grid, tuple[Rounded, ...]]:
    """The grid itself, or another with its amounts in the decimals of the currency; what is finer stays unless it is
    to be rounded, half-up. Only numbers are: a text may mean another number.
    """
    told: list[Rounded] = []
    most = {at: decimals if is_money(key) else FINEST for at, key in enumerate(block.columns) if is_numeric(key)}
    lines: list[tuple[Content, ...]] = []
    changed = False
    for number, line in zip(grid.numbers, grid.lines, strict=True):
        cells = list(line)
        for at, finest in most.items():
            cell = cells[at]
            value = cell.value if isinstance(cell, Percent) else cell
            if not isinstance(value, Decimal) or not _changes(value, finest, rounds, is_money(block.columns[at])):
                continue
            new = to_decimals(value, finest)
            cells[at] = Percent(new) if isinstance(cell, Percent) else new
            changed = True
            told += [Rounded(number, value, new)] if decimals_written(value) > finest else []
        lines.append(tuple(cells))
    return replace(grid, lines=tuple(lines)) if changed else grid, tuple(told)


def _changes(value: Decimal, finest: int, rounds: bool, money: bool) -> bool:
    """True of a number that is to be rounded, or of an amount that lacks a nought behind it."""
    if decimals_written(value) > finest:
        return rounds
    return money and not is_whole(value) and decimals_written(value) < finest
