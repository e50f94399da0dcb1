"""Which lines of a pasted block are totals of the lines above: by what they are called, and by what they come to."""

import re
from collections.abc import Container, Iterable, Sequence
from decimal import Decimal
from itertools import takewhile

from budjettitui.money import total
from budjettitui.pasting.names import Known, category_of, plain
from budjettitui.pasting.rows import Left, PastedRow

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


def is_total(
    known: Known, line: Sequence[str], row: PastedRow, rows: Sequence[PastedRow], left: Sequence[Left],
    words: Container[str],
) -> bool:  # fmt: skip
    """True of a line that is called a total, has no words and is the sum of the lines above, or only a category's.
    `words` are what stands in the lines above, as it is compared.
    """
    called = [name for name in map(total_of, line) if name is not None]
    if "" in called or any(name in words or _of_a_row(known, name, rows) for name in called):
        return True
    if row.amount is None or (row.cells.get("description") and not called):
        return False
    since = next((one.line for one in reversed(left) if one.why == "total"), 0)
    part = [one for one in rows if one.line > since]
    if called:
        return any(_comes_to(some, row.amount, about=True) for some in (part, rows))
    category = _category_meant(known, line, row)
    if category is None:
        return any(len(some) > alone and _comes_to(some, row.amount) for some, alone in ((part, not since), (rows, 1)))
    above = [one for one in rows if plain(one.cells.get("category", "")) == plain(category)]
    return all(one.cells.get("description") for one in above) and _comes_to(above, row.amount)


def is_head(row: PastedRow, below: Sequence[PastedRow]) -> bool:
    """True of a row without words of its own that the rows of its category right below come to."""
    same = [*takewhile(lambda one: plain(one.cells.get("category", "")) == plain(row.cells.get("category", "")), below)]
    return row.amount is not None and all(one.cells.get("description") for one in same) and _comes_to(same, row.amount)


def _category_meant(known: Known, line: Sequence[str], row: PastedRow) -> str | None:
    """The category that a line without a description names; one that is taken over is none."""
    named = next(filter(None, (category_of(known, cell) for cell in line)), None)
    return named or (row.cells.get("category") if "category" not in row.over else None)


def _of_a_row(known: Known, name: str, rows: Sequence[PastedRow]) -> bool:
    """True of another name of a category that a row above has."""
    meant = category_of(known, name)
    return meant is not None and any(one.cells.get("category") == meant for one in rows)


def _comes_to(rows: Iterable[PastedRow], amount: Decimal, *, about: bool = False) -> bool:
    """True where the rows come to an amount; to `about` it, as far as rounding each to whole units could part them."""
    amounts = [one.amount for one in rows if one.amount is not None]
    apart = abs(total(amounts) - amount)
    return bool(amounts) and (apart == 0 or (about and 2 * apart <= len(amounts)))
