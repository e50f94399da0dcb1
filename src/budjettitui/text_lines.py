"""The text of a budget line by line: what stands on a line, how it is coloured, and changes of whole lines.

A change of lines is made of splices and never refused: a text that is no TOML may be kept, and is judged as broken.
"""

import re
from collections.abc import Iterator

from budjettitui.document import Document
from budjettitui.edits import Change, Splice
from budjettitui.findings import Path
from budjettitui.model import ROW_TABLES

_PIECE = re.compile(
    r"(?P<comment>#.*)|(?P<string>\"(?:[^\"\\]|\\.)*+\"?|'[^']*'?)|(?P<number>[+-]?[0-9][0-9_.:T-]*|true\b|false\b)"
    r"|(?P<key>[A-Za-z][A-Za-z0-9_-]*(?=[ \t]*[=.\]]))|(?P<other>[^\"'#0-9A-Za-z+-]+|[A-Za-z_-]+|.)"
)

LONGEST = 4000
"""Characters of a line that are looked at for its colours; the rest is plain."""


def coloured(line: str) -> Iterator[tuple[str, str]]:
    """A line in pieces, each with what it is: `header`, `comment`, `key`, `string`, `number` or `other`."""
    if line.lstrip().startswith("["):
        head, mark, comment = line.partition("#")
        yield head, "header"
        if mark:
            yield mark + comment, "comment"
        return
    for match in _PIECE.finditer(line[:LONGEST]):
        yield match[0], match.lastgroup or "other"
    if len(line) > LONGEST:
        yield line[LONGEST:], "other"


def bounds(document: Document, number: int) -> tuple[int, int, int]:
    """Where a line (from 1) begins, where its text ends, and where the next one begins."""
    start = 0
    for _ in range(number - 1):
        start = document.text.find("\n", start) + 1
        if not start:
            return (len(document.text),) * 3
    end = document.text.find("\n", start)
    after = end + 1 if end >= 0 else len(document.text)
    end = end if end >= 0 else after
    return start, end - document.text[start:end].endswith("\r"), after


def path_at(document: Document, number: int) -> Path | None:
    """The row or the key of the file that a line belongs to; None above the first header and in a broken file."""
    if not document.editable or not 0 < number <= document.line_count:
        return None
    start, end, _ = bounds(document, number)
    places = document.places
    section = places.layout.section_at(max(start, min(end, len(document.text) - 1)))
    path, offset = places.layout.paths[section], places.layout.starts[section]
    for statement in places.section(section).statements:
        if statement.line <= end - offset and start - offset < statement.after:
            return (*path, *statement.names)
    return path or None


def line_of(document: Document, path: Path) -> int | None:
    """The line that a place of the file stands on; of a key that is not there, its row's."""
    for size in range(len(path), 0, -1):
        found = document.position(path[:size])
        if found is not None:
            return found[0]
    return None


FIGURE_KEYS = ("amount", "unit_price", "years")
"""The keys of a row that its figure is written at, or worked out of, the first of them that it has."""


def written_at(document: Document, path: Path) -> Path:
    """The key of a row that its figure is written at; a place that is a key already, as it is."""
    if len(path) != 2 or path[0] not in ROW_TABLES:
        return path
    return next((one for key in FIGURE_KEYS if document.position(one := (*path, key)) is not None), path)


def line_and_column(document: Document, path: Path, *, amount: bool = True) -> tuple[int, int] | None:
    """Where a figure stands: the `amount` of a row in the line of that, where it has one; else where the row begins."""
    at = written_at(document, path) if amount else path
    return document.position(at if at[-1] == FIGURE_KEYS[0] else path)


def line_change(document: Document, number: int, text: str) -> Change:
    """A line with another text; without splices where it stays as it is."""
    start, end, _ = bounds(document, number)
    old = document.text[start:end]
    splices = (Splice(start, old, text),) if old != text else ()
    return Change("screen.did.line", (), {"line": number}, splices)


def lines_put(document: Document, after: int, lines: list[str]) -> Change:
    """New lines below a line (0: above the first)."""
    newline = "\r\n" if "\r\n" in document.text else "\n"
    at = bounds(document, after)[2] if after else 0
    text = newline.join(lines) + newline
    if at == len(document.text) and at and not document.text.endswith("\n"):
        text = newline + text.removesuffix(newline)
    return Change("screen.did.line-new", (), {"line": after + 1, "count": len(lines)}, (Splice(at, "", text),))


def lines_out(document: Document, first: int, last: int) -> Change:
    """Lines taken out, both counted in."""
    start, after = bounds(document, first)[0], bounds(document, last)[2]
    old = document.text[start:after]
    return Change("screen.did.line-out", (), {"line": first, "count": last - first + 1}, (Splice(start, old, ""),))


def line_moved(document: Document, number: int, by: int) -> Change | None:
    """A line so many places up or down; None over the edge. Each place keeps its line end, only the texts move."""
    upper, lower = sorted((number, number + by))
    if upper < 1 or lower > document.line_count:
        return None
    places = [bounds(document, line) for line in range(upper, lower + 1)]
    text = document.text
    texts = [text[start:end] for start, end, _ in places]
    texts.insert(number + by - upper, texts.pop(number - upper))
    ends = [text[end:after] for _, end, after in places[:-1]] + [""]
    moved = "".join(one + ending for one, ending in zip(texts, ends, strict=True))
    start, last = places[0][0], places[-1][1]
    return Change("screen.did.line-moved", (), {"line": number + by}, (Splice(start, text[start:last], moved),))
