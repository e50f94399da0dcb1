"""A block of a spreadsheet, or a table of a file, read as rows: of costs (`costs`) or of funding (`funding`).

`read_costs` and `read_funding` make a `PastedBlock` of it, and `change_of` the step that writes it. Pure: text and state
in, rows out. Nothing is dropped unsaid: totals, duplicates and what is in doubt are told.
"""

from budjettitui.pasting.chosen import GUESSED, Chosen, with_meaning
from budjettitui.pasting.costs import read_costs, read_costs_table, without_guess
from budjettitui.pasting.funding import read_funding, read_funding_table
from budjettitui.pasting.numbers import COMMA, other_style, style_of
from budjettitui.pasting.rows import Left, PastedBlock, PastedRow
from budjettitui.pasting.tables import one_line_a_row
from budjettitui.pasting.writing import change_of

__all__ = [
    "COMMA",
    "GUESSED",
    "Chosen",
    "Left",
    "PastedBlock",
    "PastedRow",
    "change_of",
    "one_line_a_row",
    "other_style",
    "read_costs",
    "read_costs_table",
    "read_funding",
    "read_funding_table",
    "style_of",
    "with_meaning",
    "without_guess",
]
