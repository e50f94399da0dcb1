"""Tables as a workbook (xlsx). Texts are written as texts and never as formulas, links or numbers; sums are values."""

import re
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from budjettitui.exchange.plain_text import exact
from budjettitui.exchange.sheets import ExportColumn, ExportTable
from budjettitui.money import plain
from budjettitui.visible import visible
from budjettitui.words.numbers import cut

MOST_DIGITS = 15
"""Digits that a number of a spreadsheet keeps; one with more is written as a text and so stays what it is."""

LONGEST_CELL = 32_767
"""Characters that a cell of a spreadsheet holds."""

WIDEST = 60
_NO_SIGNS = re.compile("[\ufffe\uffff]")
_NO_TIME = datetime(2000, 1, 1)
"""When the workbook says that it was made: always then, so that the same budget gives the same bytes."""

_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(sheets: tuple[ExportTable, ...]) -> bytes:
    """The tables, one a sheet."""
    import xlsxwriter  # only where a workbook is asked for

    out = BytesIO()
    book = xlsxwriter.Workbook(out, dict(_PLAIN))
    book.set_properties({"created": _NO_TIME})
    for sheet in sheets:
        _Page(book, sheet).write()
    book.close()
    return out.getvalue()


class _Page:
    """One sheet being written: its head stays in sight, its columns are as wide as what they hold."""

    def __init__(self, book: Any, sheet: ExportTable) -> None:
        self.sheet = sheet
        self.page = book.add_worksheet(sheet.name)
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.formats = {
            (at, total): book.add_format({"num_format": self._number_format(at)} | ({"bold": True} if total else {}))
            for at in range(len(sheet.columns)) for total in (False, True)
        }  # fmt: skip

    def write(self) -> None:
        """The head, the lines, the widths."""
        for at, column in enumerate(self.sheet.columns):
            self.page.write_string(0, at, column.head, self.head)
        for row, line in enumerate(self.sheet.lines, 1):
            for at, cell in enumerate(line.cells):
                if cell is not None:
                    self._cell(row, at, cell, total=line.total)
        self.page.freeze_panes(1, 0)
        for at in range(len(self.sheet.columns)):
            self.page.set_column(at, at, self._width(at))

    def _cell(self, row: int, at: int, cell: str | Decimal, *, total: bool) -> None:
        form = self.formats[at, total]
        if isinstance(cell, str):
            self.page.write_string(row, at, _written(cell), form)
            return
        number = exact(cell, self.sheet.columns[at], self.sheet.decimals)
        if len(number.normalize().as_tuple().digits) > MOST_DIGITS:
            self.page.write_string(row, at, plain(number), form)
        else:
            self.page.write_number(row, at, number, form)

    def _number_format(self, at: int) -> str:
        kind = self.sheet.columns[at].kind
        decimals = self.sheet.decimals if kind == "money" else 2
        if kind in ("money", "percent"):
            return "#,##0" + ("." + "0" * decimals if decimals else "")
        return "General" if kind == "number" else "@"

    def _width(self, at: int) -> int:
        column = self.sheet.columns[at]
        cells = [_shown(line.cells[at], column, self.sheet.decimals) for line in self.sheet.lines]
        return min(WIDEST, max(10, len(column.head), *map(len, cells), 0) + 2)


def _written(text: str) -> str:
    """A text as a cell holds it: without the two signs that XML cannot have, and cut, visibly, where it is too long."""
    return cut(_NO_SIGNS.sub("\N{REPLACEMENT CHARACTER}", visible(text)), LONGEST_CELL)


def _shown(cell: str | Decimal | None, column: ExportColumn, decimals: int) -> str:
    if isinstance(cell, Decimal):
        return f"{exact(cell, column, decimals):,f}"
    return cell or ""
