"""A table from outside, whatever its form: a workbook by what its file begins with, else text."""

from collections.abc import Collection

from budjettitui.exchange.delimited import read_delimited
from budjettitui.exchange.grid import Grid, TableRefused
from budjettitui.words import LANGUAGES, Words

_PACKED = (b"PK", b"\xd0\xcf\x11\xe0")


def read_grid(data: bytes, table: str, sheet: str | None = None) -> Grid:
    """The cells of a table of `costs` or `funding`. Raises `TableRefused`."""
    if data.startswith(_PACKED):
        from budjettitui.exchange.workbook_in import read_workbook  # only where one is given

        return read_workbook(data, sheet, _usual(table))
    if sheet is not None:
        raise TableRefused("no-such-sheet", sheet=sheet)
    return read_delimited(data)


def _usual(table: str) -> Collection[str]:
    """What the sheet of this table is called in an export, in each language."""
    return {Words(lang).say(f"table.sheet.{table}").casefold() for lang in LANGUAGES}
