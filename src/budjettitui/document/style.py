"""How a file is written: its line ends, its indents, its blank lines. What is new is written the same way."""

import re

from budjettitui.document.reading import Places
from budjettitui.document.section import Section, Statement
from budjettitui.document.spelling import spell_key

_LINE_END = re.compile("\r?\n")


def line_end(text: str) -> str:
    """The line end that most lines have."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def key_line(section: Section, model: Statement | None, spelled_key: str, value: str, newline: str) -> str:
    """A new `key = value` line, indented and spaced as the statement it follows."""
    indent, equals = "", " = "
    if model:
        indent = section.text[model.line : model.span.key_start]
        between = section.text[model.span.key_end : model.span.start]
        equals = "=" if between == "=" else " = "
    return f"{indent}{spelled_key}{equals}{value}{newline}"


def row_text(table: str, items: tuple[tuple[str, str], ...], newline: str, *, row: bool = True) -> str:
    """A new row or table: its header and its keys."""
    header = f"[[{spell_key(table)}]]" if row else f"[{spell_key(table)}]"
    rows = (f"{spell_key(key)} = {_LINE_END.sub(newline, value)}" for key, value in items)
    return newline.join([header, *rows]) + newline


def blank_between(places: Places, number: int) -> bool:
    """True where blank lines stand between sections: before this one, or anywhere for the file's first."""
    start = places.layout.starts[number]
    if number > 0 and start > 0:
        return re.search(r"\n[ \t]*\r?\n\Z", places.text[max(0, start - 200) : start]) is not None
    return True
