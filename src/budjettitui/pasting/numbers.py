"""How the numbers of a pasted block are written: with which sign before the decimals, and what is a number at all."""

import re
from collections.abc import Sequence

from budjettitui.typed import ENGLISH, NumberStyle, Sure, read_number

COMMA = NumberStyle(",", ".")
"""Finnish numbers as a spreadsheet writes them: what has a point has it between groups."""


def style_of(table: Sequence[Sequence[str]], style: NumberStyle) -> NumberStyle:
    """How the numbers are written: by those that have one or two decimals beyond doubt, else as they are typed here."""
    cells = [cell for line in table for cell in line]
    commas = sum(bool(re.search(r"\d,\d{1,2}\D*$", cell)) for cell in cells)
    points = sum(bool(re.search(r"\d\.\d{1,2}\D*$", cell)) for cell in cells)
    if commas and commas > points:
        return COMMA
    return ENGLISH if points and points > commas else style


def other_style(text: str, style: NumberStyle) -> NumberStyle | None:
    """The other way to write numbers; None where some numbers of the text show that they are not written so."""
    other = ENGLISH if style.decimal == "," else COMMA
    return other if style_of([line.split("\t") for line in text.splitlines()], other) != style else None


def is_number(cell: str, style: NumberStyle) -> bool:
    """True of a number that is read in one way."""
    return isinstance(read_number(cell, style, decimals=None), Sure)
