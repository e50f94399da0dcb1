"""A table of text (csv, tsv) as a grid: how its text is written, and by which sign its cells are parted."""

import codecs
import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from budjettitui.exchange.grid import MOST_CELLS, Content, Grid, TableRefused, squeezed
from budjettitui.exchange.plain_text import as_written
from budjettitui.exchange.sheet_cells import one_line

BETWEEN = ("\t", ";", ",")
"""What parts cells, the surest first."""

LOOKED_AT = 50
"""Lines that tell which sign it is."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read_delimited(data: bytes) -> Grid:
    """The cells of a table. Raises `TableRefused`."""
    text, encoding = _text(data)
    between, text = _said(text)
    between = between or _between(text)
    cells: dict[tuple[int, int], Content] = {}
    for number, line in _lines(text, between):
        for column, cell in enumerate(line, 1):
            if shown := as_written(one_line(cell)):
                cells[number, column] = shown
        if len(cells) > MOST_CELLS:
            raise TableRefused("too-many-cells", most=MOST_CELLS)
    return _grid(cells, between, encoding)


def _grid(cells: dict[tuple[int, int], Content], between: str, encoding: str) -> Grid:
    found = squeezed(cells)
    remarks = (("encoding", encoding),) if encoding == "windows-1252" else ()
    decimal = "." if between == "," else ","
    called = tuple(map(str, found.columns))
    return Grid(found.table, tuple(found.lines), called, remarks=remarks, decimal=decimal)


def _text(data: bytes) -> tuple[str, str]:
    """The text and how it is written: by its mark, else UTF-8, else as older spreadsheets of Western Europe write it."""
    mark, named = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    for encoding in (named,) if named else ("utf-8", "windows-1252"):
        try:
            text = data[len(mark) :].decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise TableRefused("no-text")


def _said(text: str) -> tuple[str, str]:
    """The sign that a first line `sep=;` names for spreadsheets, and the text without that line."""
    first, _, rest = text.partition("\n")
    name = first.strip().casefold()
    return (name[4], rest) if len(name) == 5 and name.startswith("sep=") and name[4] in BETWEEN else ("", text)


def _between(text: str) -> str:
    """The first sign by which at least half of the lines have cells beside each other; the last where none has."""
    for sign in BETWEEN[:-1]:
        try:
            widths = [len(line) for _, line in islice(_lines(text, sign), LOOKED_AT) if any(line)]
        except TableRefused:  # by another sign its quotation marks may meet
            continue
        if widths and 2 * sum(width > 1 for width in widths) >= len(widths):
            return sign
    return BETWEEN[-1]


def _lines(text: str, between: str) -> Iterator[tuple[int, list[str]]]:
    """The lines with the number that each begins at. Raises `TableRefused` where quotation marks do not meet."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=between, strict=True)
    number = 1
    try:
        for line in reader:
            yield number, line
            number = reader.line_num + 1
    except csv.Error as error:
        raise TableRefused("quotes", line=number) from error
