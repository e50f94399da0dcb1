"""Rows and tables as pieces of text: put in, taken out, moved, with the comments that belong to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from budjettitui.document.layout import Path
from budjettitui.document.parts import EditRefused
from budjettitui.document.reading import Places
from budjettitui.document.style import blank_between, line_end, row_text
from budjettitui.edits import Insert, Splice

if TYPE_CHECKING:
    from budjettitui.document.text import Document

ORDER = (
    "project",
    "call",
    "stated",
    "declared",
    "partner",
    "share",
    "cost",
    "income",
    "funding",
    "appropriation",
    "waiver",
    "note",
)
"""The order in which tables stand by custom; others come last."""

_blank = re.compile(r"[ \t]*\r?\n")
_blank_above = re.compile(r"(?<=\n)[ \t]*\r?\n\Z")


def insert_row(document: Document, table: str, index: int, items: tuple[tuple[str, str], ...]) -> list[Splice]:
    """A new row before row `index`, after the last one, or where such a table stands by custom."""
    return put(document, table, index, row_text(table, items, line_end(document.text)))


def insert_rows(document: Document, inserts: Sequence[Insert]) -> list[Splice]:
    """New rows one behind the other, in a table that has rows: the same text as when they are put in one by one."""
    table, index, places = inserts[0].table, inserts[0].index, document.places
    newline, starts = line_end(document.text), _starts(places, table)
    before_another = index < len(starts)
    model = starts[-1] if not before_another else starts[index] if index else starts[min(1, len(starts) - 1)]
    apart = blank_between(places, model) or (before_another and len(starts) < 2)
    rows = [row_text(table, one.items, newline) for one in inserts]
    return put(document, table, index, (newline if apart else "").join(rows))


def _starts(places: Places, table: str) -> list[int]:
    """The sections that the rows of a table begin with."""
    return [number for number, path in enumerate(places.layout.paths) if path[:1] == (table,) and len(path) == 2]


def put(document: Document, table: str, index: int, row: str) -> list[Splice]:
    """The text of a row (with its line end) put before row `index` of its table."""
    places = document.places
    starts = _starts(places, table)
    if not starts:
        return new_section(document, table, row)
    if index < len(starts):
        at = places.layout.starts[starts[index]]
        model = starts[index] if index else starts[min(1, len(starts) - 1)]
        gap = line_end(places.text) if len(starts) < 2 or blank_between(places, model) else ""
        return [Splice(at, "", row + gap)]
    return [_after(places, places.layout.below((table, index - 1))[-1], row, blank_between(places, starts[-1]))]


def new_section(document: Document, table: str, text: str) -> list[Splice]:
    """The text of a table's first section, put after the tables that come before it by custom."""
    places = document.places
    if places.section(0).find((table,)) or table in document.values:
        raise EditRefused("not-rows")
    offered = _offered(places, table)
    if offered is not None:
        return [_behind(places.text, offered, text)]
    heads = places.layout.heads
    earlier = [number for number, head in enumerate(heads) if number and _rank(head.names[0]) <= _rank(table)]
    if earlier:
        return [_after(places, earlier[-1], text, True)]
    if len(heads) > 1:
        return [Splice(places.layout.starts[1], "", text + line_end(places.text))]
    return [_after(places, 0, text, bool(places.text.strip()))]


def _offered(places: Places, table: str) -> int | None:
    """Where the comments end that offer a table (`# [[cost]]`, as a new file has them); None where none do."""
    head = rf"^#[ \t]*\[?\[{re.escape(table)}\]\]?[ \t]*\r?\n"
    for found in re.finditer(head + r"(?:#[^\r\n]*(?:\r?\n|\Z))*", places.text, re.MULTILINE):
        number = places.layout.section_at(found.start())
        start, end = places.bounds(number)
        if start + places.section(number).own_end <= found.start() and found.end() <= end:
            return found.end()
    return None


def _behind(text: str, at: int, row: str) -> Splice:
    """A row (with its line end) a blank line behind comments, so that they do not belong to it."""
    newline = line_end(text)
    if text[at - 1 : at] != "\n":
        return Splice(at, "", newline + newline + row.removesuffix("\n").removesuffix("\r"))
    return Splice(at, "", newline + row + (newline if text[at:].strip() and not _blank.match(text, at) else ""))


def _rank(table: str) -> int:
    return ORDER.index(table) if table in ORDER else len(ORDER)


def _after(places: Places, number: int, text: str, blank: bool) -> Splice:
    """The splice that puts a text after a section's own text, and keeps a missing last line end missing."""
    newline = line_end(places.text)
    at = places.layout.starts[number] + places.section(number).own_end
    gap = newline if blank and at else ""
    if at and places.text[at - 1] != "\n":
        return Splice(at, "", newline + gap + text.removesuffix("\n").removesuffix("\r"))
    if at < len(places.text) and not _blank.match(places.text, at) and blank:
        return Splice(at, "", gap + text + newline if number else text + newline)
    return Splice(at, "", gap + text)


def cut(document: Document, path: Path) -> list[Splice]:
    """Takes out the table or row at `path` with its comments, its sub-tables and a blank line, last piece first."""
    places = document.places
    pieces: list[tuple[int, int]] = []
    for number in places.layout.below(path):
        start, end = places.bounds(number)
        own = start + places.section(number).own_end
        if pieces and pieces[-1][1] == start:
            pieces[-1] = (pieces[-1][0], own)
        else:
            pieces.append((start, own))
        if number + 1 in set(places.layout.below(path)):
            pieces[-1] = (pieces[-1][0], end)
    return [_cut(places.text, start, end) for start, end in reversed(pieces)]


def _cut(text: str, start: int, end: int) -> Splice:
    """A piece and the blank line after it; where none follows, the one before it."""
    below = _blank.match(text, end)
    if below and end < len(text):
        end = below.end()
    elif above := _blank_above.search(text, max(0, start - 200), start):
        start = above.start()
    if end == len(text) and start and text[end - 1 : end] != "\n" and text[start - 1] == "\n":
        start -= 2 if text[start - 2 : start] == "\r\n" else 1
    return Splice(start, text[start:end], "")


def cut_and_put(document: Document, table: str, index: int, to: int) -> list[Splice]:
    """A row taken out where it stands and put in at another number."""
    if index == to:
        return []
    splices = cut(document, (table, index))
    if not splices:
        raise EditRefused("not-rows")
    newline = line_end(document.text)
    places = document.places
    numbers = places.layout.below((table, index))
    pieces = [_own_text(places, number, number == numbers[-1]) for number in numbers]
    row = "".join(piece if piece.endswith("\n") else piece + newline for piece in pieces)
    return [*splices, *put(document.splice(splices), table, to, row)]


def _own_text(places: Places, number: int, last: bool) -> str:
    start, end = places.bounds(number)
    return places.text[start : start + places.section(number).own_end if last else end]
