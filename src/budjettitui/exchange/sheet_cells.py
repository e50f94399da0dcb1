"""The cells of one sheet as its elements come: texts, numbers by their digits, and those that have no sure value."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Context, Decimal, DecimalException

from budjettitui.exchange.grid import MOST_CELLS, Content, TableRefused
from budjettitui.exchange.styles import DAY, PERCENT
from budjettitui.words import Percent

DIGITS = Context(prec=15)
"""A spreadsheet keeps and shows 15 digits; what binary arithmetic has left behind them is none of its numbers."""

LARGEST_EXPONENT = 15
"""Numbers of more digits before the point are no amounts, and stay texts."""

LAST_LINE, LAST_COLUMN = 1_048_576, 16_384

_AT = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NUMBER = re.compile(r"-?(?:[0-9]{1,40}\.?[0-9]{0,40}|\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")

NO_VALUE = "?"
"""Stands for a formula that nobody has worked out yet."""


class SheetReader:
    """Takes the elements of a sheet; `cells` and `faults` are by line and column from 1."""

    def __init__(self, shared: Sequence[str], looks: Sequence[str], *, from_1904: bool) -> None:
        self.shared = shared
        self.looks = looks
        self.first_day = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
        self.cells: dict[tuple[int, int], Content] = {}
        self.faults: dict[tuple[int, int], str] = {}
        self.counted = {"hidden-lines": 0, "hidden-columns": 0, "joined": 0, "formulas": 0}
        self.line = self.column = 0
        self.cell: dict[str, str] = {}
        self.formula = self.silent = False
        self.taking = ""
        self.taken: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "c":
            self._at(attributes.get("r", ""))
            self.cell, self.formula, self.taken = attributes, False, []
        elif name == "row":
            self._row(attributes)
        elif name == "f":
            self.formula = True
        elif name == "rPh":
            self.silent = True
        elif name in ("v", "t") and not self.silent:
            self.taking = name
        elif name == "mergeCell":
            self.counted["joined"] += 1
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self.counted["hidden-columns"] += 1

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "c":
            self._keep()
        elif name == "rPh":
            self.silent = False
        elif name == self.taking:
            self.taking = ""

    def text(self, text: str) -> None:
        """What stands in an element."""
        if self.taking:
            self.taken.append(text)

    def _row(self, attributes: dict[str, str]) -> None:
        given = attributes.get("r", "")
        self.line = int(given) if given.isascii() and given.isdigit() and len(given) < 8 else self.line + 1
        self.column = 0
        if not 0 < self.line <= LAST_LINE:
            raise TableRefused("damaged")
        self.counted["hidden-lines"] += attributes.get("hidden") in ("1", "true")

    def _at(self, name: str) -> None:
        """Where the cell stands: as it says, else beside the one before."""
        found = _AT.fullmatch(name)
        if name and found is None:
            raise TableRefused("damaged")
        self.column += 1
        if found is not None:
            self.line, self.column = int(found[2]), number_of(found[1])
        if not 0 < self.line <= LAST_LINE or self.column > LAST_COLUMN:
            raise TableRefused("damaged")

    def _keep(self) -> None:
        """The cell as what it is, where there is anything in it."""
        at, kind, text = (self.line, self.column), self.cell.get("t", "n"), "".join(self.taken)
        self.counted["formulas"] += self.formula
        content: Content = ""
        if self.formula and not text.strip() and kind != "str":
            content, self.faults[at] = NO_VALUE, "no-value"
        elif kind == "e":
            content, self.faults[at] = text, "error"
        elif kind == "b":
            content, self.faults[at] = "true" if text.strip() == "1" else "false", "bool"
        elif kind == "d":
            content, self.faults[at] = text.strip(), "day"
        elif kind == "s":
            content = self._shared(text)
        else:
            content = unescaped(text) if kind in ("str", "inlineStr") else self._number(at, text.strip())
        if content != "":
            if at in self.cells:
                raise TableRefused("damaged")
            self.cells[at] = content
            if len(self.cells) > MOST_CELLS:
                raise TableRefused("too-many-cells", most=MOST_CELLS)

    def _shared(self, text: str) -> str:
        number = text.strip()
        if not (number.isascii() and number.isdigit() and len(number) < 10) or int(number) >= len(self.shared):
            raise TableRefused("damaged")
        return self.shared[int(number)]

    def _number(self, at: tuple[int, int], text: str) -> Content:
        """A number by its digits; a day where it is shown as one, per cent where it is shown so."""
        if not text:
            return ""
        value = read(text)
        if value is None:
            raise TableRefused("damaged")
        style = self.cell.get("s", "")
        place = int(style) if style.isascii() and style.isdigit() and len(style) < 6 else 0
        look = self.looks[place] if place < len(self.looks) else ""
        if value.adjusted() > LARGEST_EXPONENT:
            return text
        if look == DAY:
            self.faults[at] = "day"
            return self._day(value)
        return Percent(_plain(value.scaleb(2))) if look == PERCENT else value

    def _day(self, value: Decimal) -> str:
        try:
            return str(self.first_day + timedelta(days=int(value)))
        except OverflowError:
            return str(value)


def read(text: str) -> Decimal | None:
    """The number that a cell has, to 15 digits and without an exponent; None of what is no number."""
    if not _NUMBER.fullmatch(text):
        return None
    try:
        return _plain(DIGITS.create_decimal(text))
    except DecimalException:
        return None


def _plain(value: Decimal) -> Decimal:
    """Without noughts that say nothing: how a cell is shown is not how its digits are kept."""
    if not value or value.adjusted() < -2 * LARGEST_EXPONENT:
        return Decimal(0)
    short = value.normalize(DIGITS)
    exponent = short.as_tuple().exponent
    return short.quantize(Decimal(1)) if isinstance(exponent, int) and 0 < exponent <= LARGEST_EXPONENT else short


def one_line(text: str) -> str:
    """A text of a cell on one line."""
    return " ".join(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "\n").split("\n")).strip()


def unescaped(text: str) -> str:
    """A text of a workbook on one line, with the signs that its file cannot hold as they are (`_x000D_`)."""
    return one_line(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text))


def number_of(column: str) -> int:
    """The number of a column from 1: `A`, `Z`, `AA` are 1, 26, 27."""
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return number


def letters(column: int) -> str:
    """What a column is called: 1, 26, 27 are `A`, `Z`, `AA`."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found
