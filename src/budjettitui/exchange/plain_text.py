"""Tables as text: comma-separated values for other programs, and Markdown for people. A text of the file is never a formula."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.exchange.sheets import Cell, ExportColumn, ExportTable
from budjettitui.money import decimals_written, plain, to_decimals
from budjettitui.values import frozen
from budjettitui.visible import visible
from budjettitui.words import Words

FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""What a spreadsheet would work out and not show (OWASP, CSV injection), also behind the sign that keeps it from doing so."""

PERCENT_DECIMALS = 2

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")


@frozen
class Form:
    """How the tables of a language are parted and its numbers written, as the spreadsheets of its speakers expect."""

    between: str
    decimal: str


FORMS = {"en": Form(",", "."), "fi": Form(";", ","), "sv": Form(";", ",")}


def csv_lines(sheet: ExportTable, lang: str) -> Iterator[str]:
    """One table: every text in quotation marks, so that no line begins with a sign that somebody obeys."""
    form = FORMS[lang]
    yield form.between.join(_quoted(column.head) for column in sheet.columns)
    for line in sheet.lines:
        cells = zip(line.cells, sheet.columns, strict=True)
        yield form.between.join(_csv_cell(cell, column, sheet, form) for cell, column in cells)


def kept(text: str) -> str:
    """A text as it stands in a table that a spreadsheet opens: an apostrophe keeps what would be a formula a text."""
    return f"'{text}" if FORMULA.match(text) else text


def as_written(text: str) -> str:
    """The text that was kept so."""
    return text[1:] if text[:1] == "'" and FORMULA.match(text[1:]) else text


def exact(cell: Decimal, column: ExportColumn, decimals: int) -> Decimal:
    """A number with the decimals of its column: those of the currency, two of a percentage, else as it is written."""
    if column.kind == "money":
        return to_decimals(cell, max(decimals, decimals_written(cell)))
    return to_decimals(cell, PERCENT_DECIMALS) if column.kind == "percent" else cell


def _csv_cell(cell: Cell, column: ExportColumn, sheet: ExportTable, form: Form) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _quoted(cell)
    return plain(exact(cell, column, sheet.decimals)).replace(".", form.decimal)


def _quoted(text: str) -> str:
    escaped = kept(visible(text)).replace('"', '""')
    return f'"{escaped}"'


def markdown_lines(title: str, sheets: Sequence[ExportTable], words: Words) -> Iterator[str]:
    """All tables, each under its name, which is underlined: two number signs together speak to some CI."""
    yield f"# {_escaped(title)}"
    for sheet in sheets:
        yield from ("", sheet.name, "-" * len(sheet.name), "")
        yield f"| {' | '.join(_escaped(column.head) for column in sheet.columns)} |"
        yield f"|{'|'.join('---' if column.kind == 'text' else '---:' for column in sheet.columns)}|"
        for line in sheet.lines:
            cells = zip(line.cells, sheet.columns, strict=True)
            shown = [_markdown_cell(cell, column, sheet, words) for cell, column in cells]
            yield f"| {' | '.join(f'**{cell}**' if line.total and cell else cell for cell in shown)} |"


def _markdown_cell(cell: Cell, column: ExportColumn, sheet: ExportTable, words: Words) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _escaped(cell)
    return words.say("show.exact", value=exact(cell, column, sheet.decimals))


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", visible(text))
