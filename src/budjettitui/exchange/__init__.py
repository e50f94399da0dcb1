"""Tables out and in: a budget as the funder's tables, and a spreadsheet read as rows of text, before anything is made of it.

What is written holds no formula, link or number that came from a text of the file; what is read is measured before it is
unpacked (docs/decisions/011-tables-out-and-in.md).
"""

from budjettitui.exchange.cost_lines import cost_sheet
from budjettitui.exchange.figure_sheets import (
    category_sheet,
    item_sheet,
    partner_sheet,
    payer_sheet,
    project_sheet,
    year_sheet,
)
from budjettitui.exchange.funding_lines import funding_sheet
from budjettitui.exchange.income_lines import income_sheet
from budjettitui.exchange.naming import Names
from budjettitui.exchange.sheets import ExportTable
from budjettitui.state import State
from budjettitui.words import Words

FORMATS = ("xlsx", "csv", "md")

SHEETS = ("costs", "funding", "income", "categories", "partners", "payers", "years", "items", "project")
"""The tables, in the order in which they are written: what one enters into a form first, then what it comes to."""

_MAKERS = {
    "costs": cost_sheet,
    "funding": funding_sheet,
    "income": income_sheet,
    "categories": category_sheet,
    "partners": partner_sheet,
    "payers": payer_sheet,
    "years": year_sheet,
    "items": item_sheet,
    "project": project_sheet,
}


def sheets_of(state: State, words: Words) -> tuple[ExportTable, ...]:
    """All tables of a budget that have something in them; the cost lines always."""
    made = [sheet_of(state, words, key) for key in SHEETS]
    return tuple(sheet for sheet in made if sheet.lines or sheet.key == "costs")


def sheet_of(state: State, words: Words, key: str) -> ExportTable:
    """One table of a budget, by its key in `SHEETS`."""
    return _MAKERS[key](state, Names(state, words))
