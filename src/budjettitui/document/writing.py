"""Keys as pieces of text: a value set, a key added, removed or renamed, in a section, by dotted keys or in braces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budjettitui.document import grammar, scan
from budjettitui.document.layout import Path
from budjettitui.document.parts import EditRefused, Span
from budjettitui.document.reading import Places
from budjettitui.document.rows import cut, new_section
from budjettitui.document.section import Statement
from budjettitui.document.spelling import spell_key
from budjettitui.document.style import key_line, line_end, row_text
from budjettitui.edits import Splice

if TYPE_CHECKING:
    from budjettitui.document.text import Document


def set_value(document: Document, path: Path, text: str) -> list[Splice]:
    """The value at `path` replaced; a key that is not there added to its table, with the tables that it needs."""
    places = document.places
    found = places.find(path)
    if found is None:
        return _add(document, path, text)
    if not is_value(path, found):
        raise EditRefused("is-a-table")
    return [Splice(found.start, places.text[found.start : found.end], text)]


def is_value(path: Path, found: Span) -> bool:
    """True where a span is a value's, and not a header's (its name is inside) or a dotted key's that opens a table."""
    return found.key_start < found.start or (found.key_start == found.start and isinstance(path[-1], int))


def _add(document: Document, path: Path, text: str) -> list[Splice]:
    places = document.places
    parent, key = path[:-1], path[-1]
    found = places.find(parent)
    if isinstance(key, int):
        if found is None or places.text[found.start : found.start + 1] != "[" or parent in places.layout.numbers:
            raise EditRefused("no-such-place")
        return [_in_brackets(places.text, found, text)]
    if not parent or parent in places.layout.numbers:
        return [_new_line(places, places.layout.numbers[parent] if parent else 0, (), key, text)]
    if found is None:
        return _add_table(document, parent, key, text)
    if is_value(parent, found):
        if places.text[found.start] != "{":
            raise EditRefused("not-a-table")
        return [_in_brackets(places.text, found, f"{spell_key(key)} = {text}")]
    return [_beside(document, parent, key, text)]


def _add_table(document: Document, path: Path, key: str, text: str) -> list[Splice]:
    """A key of a table that is not there: a top table gets a header, one within another stands in braces."""
    if isinstance(path[-1], int):
        raise EditRefused("no-such-place")
    if len(path) == 1 and isinstance(path[0], str):
        row = row_text(path[0], ((key, text),), line_end(document.text), row=False)
        return new_section(document, path[0], row)
    return _add(document, path, f"{{ {spell_key(key)} = {text} }}")


def _beside(document: Document, parent: Path, key: str, text: str) -> Splice:
    """A key of a table made by dotted keys, or by the headers of its sub-tables alone."""
    places = document.places
    for size in range(len(parent), -1, -1):
        number = 0 if size == 0 else places.layout.numbers.get(parent[:size])
        if number is not None and places.section(number).starting(parent[size:]):
            return _new_line(places, number, parent[size:], key, text)
    below = places.layout.below(parent)
    of_rows = below and isinstance(places.layout.paths[below[0]][len(parent)], int)
    if not below or of_rows or parent in places.layout.numbers:
        raise EditRefused("no-such-place")
    newline = line_end(places.text)
    name = ".".join(spell_key(str(part)) for part in parent if not isinstance(part, int))
    header = newline.join((f"[{name}]", f"{spell_key(key)} = {text}")) + newline
    return Splice(places.layout.starts[below[0]], "", header + newline)


def _new_line(places: Places, number: int, dotted: Path, key: str, text: str) -> Splice:
    """A line after the section's last statement, or after the last that begins with the same dotted key."""
    section, start = places.section(number), places.layout.starts[number]
    newline = line_end(places.text)
    siblings = section.starting(dotted) if dotted else list(section.statements)
    model = siblings[-1] if siblings else None
    prefix = "".join(f"{spell_key(str(part))}." for part in dotted)
    line = key_line(section, model, prefix + spell_key(key), text, newline)
    at = model.after if model else section.head.body
    if at and section.text[at - 1] != "\n":
        return Splice(start + at, "", newline + line.removesuffix(newline))
    if not number and not model and places.text:
        line += newline
    return Splice(start + at, "", line)


def _in_brackets(text: str, span: Span, piece: str) -> Splice:
    """A new last element of the array or inline table at `span`, spaced as the others."""
    inner = text[span.start + 1 : span.end - 1]
    if text[span.start] == "{":
        ends = [end for *_, end in scan.inside_table(text, span.start)]
    else:
        ends = [end for _, end in scan.inside_array(text, span.start)]
    if not ends:
        padded = f" {piece} " if text[span.start] == "{" else piece
        return Splice(span.start + 1, inner, padded) if not inner.strip() else Splice(span.start + 1, "", piece)
    return Splice(ends[-1], "", f", {piece}")


def remove(document: Document, path: Path) -> list[Splice]:
    """The key, table or row at `path` taken out: every header, dotted key and inline element that makes it."""
    places = document.places
    splices = cut(document, path)
    for size in range(len(path) - 1, -1, -1):
        number = 0 if size == 0 else places.layout.numbers.get(path[:size])
        if number is not None:
            splices += _cut_from_section(places, number, path[size:])
    if not splices:
        raise EditRefused("no-such-place")
    return sorted(splices, key=lambda splice: -splice.start)


def _cut_from_section(places: Places, number: int, path: Path) -> list[Splice]:
    section, start = places.section(number), places.layout.starts[number]
    exact = section.statement(path)
    lines = [exact] if exact else section.starting(path)
    if lines:
        return [_cut_line(places.text, start, line) for line in lines]
    found = section.find(path)
    if found is None:
        return []
    if not is_value(path, found):
        raise EditRefused("is-a-table")
    above = [(path[:size], section.find(path[:size])) for size in range(len(path) - 1, 0, -1)]
    holder = next((span for outer, span in above if span and is_value(outer, span)), None)
    return [_cut_element(places.text, holder.shifted(start), found.shifted(start))] if holder else []


def _cut_line(text: str, start: int, statement: Statement) -> Splice:
    """A statement's line taken out; a comment at its end stays, on the line that was the statement's."""
    first, after = start + statement.line, start + statement.after
    tail = text[start + statement.span.end : after]
    if "#" in tail:
        key = start + statement.span.key_start
        return Splice(key, text[key : after - len(tail) + tail.index("#")], "")
    if text[after - 1] != "\n" and first:
        first -= 2 if text[first - 2 : first] == "\r\n" else 1
    return Splice(first, text[first:after], "")


_comma_after = re.compile(r"[ \t]*,[ \t]*")
_comma_before = re.compile(r"[ \t]*,[ \t]*\Z")


def _cut_element(text: str, holder: Span, found: Span) -> Splice:
    """An element of an inline table or array taken out, with one comma."""
    start, end = found.key_start, found.end
    after = _comma_after.match(text, end)
    before = _comma_before.search(text[holder.start : start])
    if after:
        end = after.end()
    elif before:
        start = holder.start + before.start()
    elif not text[holder.start + 1 : start].strip() and not text[end : holder.end - 1].strip():
        start, end = holder.start + 1, holder.end - 1
    return Splice(start, text[start:end], "")


def rename(document: Document, path: Path, name: str) -> list[Splice]:
    """A key spelled anew, the part of dotted keys that opens a table, or a top table in all its headers.

    A table with a header within another keeps its name.
    """
    places = document.places
    found = places.find(path)
    if found is None or not isinstance(path[-1], str):
        raise EditRefused("no-such-place")
    if is_value(path, found):
        return [_renamed(places.text, found, -1, name)]
    if places.layout.below(path):
        return _headers_renamed(document, path, name)
    splices = []
    for size in range(len(path)):
        number = 0 if size == 0 else places.layout.numbers.get(path[:size])
        for each in places.section(number).starting(path[size:]) if number is not None else ():
            span = each.span.shifted(places.layout.starts[number or 0])
            splices.append(_renamed(places.text, span, len(path) - size - 1, name))
    if not splices:
        raise EditRefused("is-a-table")
    return sorted(splices, key=lambda splice: -splice.start)


def _headers_renamed(document: Document, path: Path, name: str) -> list[Splice]:
    """The first name of every header of a top table, the last of them first."""
    if len(path) > 1:
        raise EditRefused("is-a-table")
    places, splices = document.places, []
    for number in places.layout.below(path):
        start, head = places.layout.starts[number], places.layout.heads[number]
        found = grammar.part.search(places.text, start + head.start, start + head.end)
        if found is not None:
            splices.append(Splice(found.start(), found[0], spell_key(name)))
    return splices[::-1]


def _renamed(text: str, span: Span, number: int, name: str) -> Splice:
    """One part of a key, by its number, spelled anew."""
    start, end = list(grammar.part.finditer(text, span.key_start, span.key_end))[number].span()
    return Splice(start, text[start:end], spell_key(name))
