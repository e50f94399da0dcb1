"""Which lines of a pasted block are totals of the lines above: by what they are called, and by what they come to."""

import re
from collections.abc import Container, Iterable, Sequence
from decimal import Decimal
from itertools import takewhile

from budjettitui.money import ZERO, total
from budjettitui.pasting.names import Known, category_of, plain
from budjettitui.pasting.rows import PastedRow

TOTALS = frozenset(("total", "sum", "totals", "subtotal", "grand total", "yhteensä", "yht", "yht.", "summa", "loppusumma",
                    "välisumma", "kaikki yhteensä", "totalt", "delsumma", "sammanlagt", "slutsumma"))  # fmt: skip

_WORD = "|".join(sorted(map(re.escape, TOTALS), key=len, reverse=True))
_CALLED = re.compile(rf"(?:{_WORD})(?: of| for| av| för)?[ ,:–—-]+(?P<after>\S.*)|(?P<before>.*\S)[ ,:–—-]+(?:{_WORD})")


def total_of(cell: str) -> str | None:
    """What a cell calls the total of: nothing where it is the word alone, `ostopalvelut` of `Ostopalvelut yhteensä`;
    None of a cell that is called no total.
    """
    text = plain(cell).rstrip(":").rstrip()
    if text in TOTALS:
        return ""
    found = _CALLED.fullmatch(text)
    return (found["after"] or found["before"]).strip(" ,:–—-") if found is not None else None


class _Sum:
    """What some rows come to: how many they are, how many have an amount, how many have no words."""

    def __init__(self) -> None:
        self.amount = ZERO
        self.rows = self.known = self.wordless = 0

    def add(self, row: PastedRow, times: int = 1) -> None:
        """A row more; with -1 one less."""
        self.rows += times
        self.wordless += times * (not row.cells.get("description"))
        if row.amount is not None:
            self.known += times
            self.amount = total([self.amount, row.amount if times > 0 else -row.amount])

    def is_amount(self, amount: Decimal, *, about: bool = False) -> bool:
        """True of an amount that the rows come to; `about` it, as far as rounding each to whole units could part them."""
        apart = abs(self.amount - amount)
        return self.known > 0 and (apart == 0 or (about and 2 * apart <= self.known))


class Above:
    """The rows above a line and what they come to: all, those below the last total, those of each category."""

    def __init__(self) -> None:
        self.rows: list[PastedRow] = []
        self.all, self.part = _Sum(), _Sum()
        self.by: dict[str, _Sum] = {}
        self.cut = 0
        """The last line that is a total."""

    def add(self, row: PastedRow) -> None:
        """The row that was read."""
        self.rows.append(row)
        for one in self._of(row):
            one.add(row)

    def total_at(self, line: int) -> None:
        """A line that is a total: what is below it begins anew."""
        if line > self.cut:
            self.cut, self.part = line, _Sum()
            for row in takewhile(lambda one: one.line > line, reversed(self.rows)):
                self.part.add(row)

    def pop(self, at: int) -> PastedRow:
        """Take a row out, which is the head of those below it and their total."""
        row = self.rows[at]
        for one in self._of(row):
            one.add(row, -1)
        return self.rows.pop(at)

    def _of(self, row: PastedRow) -> list[_Sum]:
        category = self.by.setdefault(plain(row.cells.get("category", "")), _Sum())
        return [self.all, category, *([self.part] if row.line > self.cut else [])]


def is_total(known: Known, line: Sequence[str], row: PastedRow, above: Above, words: Container[str]) -> bool:
    """True of a line that is called a total, has no words and is the sum of the lines above, or only a category's.
    `words` are what stands in the lines above, as it is compared.
    """
    called = [name for name in map(total_of, line) if name is not None]
    if "" in called or any(name in words or _of_a_row(known, name, above) for name in called):
        return True
    if row.amount is None or (row.cells.get("description") and not called):
        return False
    if called:
        return any(some.is_amount(row.amount, about=True) for some in (above.part, above.all))
    category = _category_meant(known, line, row)
    if category is None:
        tried = ((above.part, not above.cut), (above.all, 1))
        return any(some.rows > alone and some.is_amount(row.amount) for some, alone in tried)
    same = above.by.get(plain(category))
    return same is not None and not same.wordless and same.is_amount(row.amount)


def is_head(row: PastedRow, below: Sequence[PastedRow]) -> bool:
    """True of a row without words of its own that the rows of its category right below come to."""
    same = [*takewhile(lambda one: plain(one.cells.get("category", "")) == plain(row.cells.get("category", "")), below)]
    return row.amount is not None and all(one.cells.get("description") for one in same) and _comes_to(same, row.amount)


def _category_meant(known: Known, line: Sequence[str], row: PastedRow) -> str | None:
    """The category that a line without a description names; one that is taken over is none."""
    named = next(filter(None, (category_of(known, cell) for cell in line)), None)
    return named or (row.cells.get("category") if "category" not in row.over else None)


def _of_a_row(known: Known, name: str, above: Above) -> bool:
    """True of another name of a category that a row above has."""
    meant = category_of(known, name)
    return meant is not None and (same := above.by.get(plain(meant))) is not None and same.rows > 0


def _comes_to(rows: Iterable[PastedRow], amount: Decimal) -> bool:
    """True where the rows come to an amount."""
    amounts = [one.amount for one in rows if one.amount is not None]
    return bool(amounts) and total(amounts) == amount
