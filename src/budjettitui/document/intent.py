"""Edits carried out: splices made, the text judged again, and compared with what was meant before anybody sees it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from budjettitui.document.expected import expected
from budjettitui.document.parts import EditRefused, same, value_at
from budjettitui.document.rows import cut_and_put, insert_row, insert_rows
from budjettitui.document.writing import is_value, remove, rename, set_value
from budjettitui.edits import Edit, Insert, Move, Remove, Rename, Set, Splice
from budjettitui.values import frozen

if TYPE_CHECKING:
    from budjettitui.document.text import Document


MANY = 16
"""So many values set in a row are set together."""


@frozen
class Applied:
    """The document after edits, and the splices that made it, in order; their opposites in reverse undo it."""

    document: Document
    splices: tuple[Splice, ...]


def carried_out(document: Document, edits: Sequence[Edit]) -> Applied:
    """Make the edits one after another. Raises EditRefused where one cannot be made as it is meant."""
    if not document.editable:
        raise EditRefused("not-editable")
    done: list[Splice] = []
    at = 0
    while at < len(edits):
        together = _together(document, edits[at:]) if len(edits) - at >= MANY else ()
        rows = _rows_together(document, edits[at:]) if len(edits) - at >= MANY and not together else ()
        if together:
            splices, meant = _as_one(document, together)
        elif rows:
            splices, meant = insert_rows(document, rows), _all(document.values, rows)
        else:
            meant = expected(document.values, edits[at])
            splices = _splices(document, edits[at])
        document = document.splice(splices)
        if document.faults or not _said(document.values, meant, edits[at]):
            raise EditRefused("not-as-meant")
        done += splices
        at += max(1, len(together), len(rows))
    return Applied(document, tuple(done))


def _together(document: Document, edits: Sequence[Edit]) -> Sequence[Set]:
    """The first edits that only put values in the place of others, each another one, where there are many of them."""
    found: list[Set] = []
    spans: list[tuple[int, int]] = []
    for edit in edits:
        span = document.places.find(edit.path) if isinstance(edit, Set) else None
        if not isinstance(edit, Set) or span is None or not is_value(edit.path, span):
            break
        found.append(edit)
        spans.append((span.start, span.end))
    spans.sort()
    apart = all(one[1] <= other[0] for one, other in pairwise(spans))
    return found if len(found) >= MANY and apart else ()


def _rows_together(document: Document, edits: Sequence[Edit]) -> Sequence[Insert]:
    """The first edits that put rows in one behind the other, in a table that has rows, where there are many of them."""
    found: list[Insert] = []
    for edit in edits:
        follows = isinstance(edit, Insert) and (
            not found or (edit.table == found[0].table and edit.index == found[0].index + len(found))
        )
        if not isinstance(edit, Insert) or not follows:
            break
        found.append(edit)
    rows = document.values.get(found[0].table) if found else None
    there = (
        isinstance(rows, list)
        and found[0].index <= len(rows)
        and bool(document.places.layout.below((found[0].table, 0)))
    )
    return found if there and len(found) >= MANY else ()


def _all(values: dict[str, object], edits: Sequence[Edit]) -> dict[str, object]:
    """What is meant by edits, one after another."""
    for edit in edits:
        values = expected(values, edit)
    return values


def _as_one(document: Document, edits: Sequence[Set]) -> tuple[list[Splice], dict[str, object]]:
    """Many values as one splice from the first of them to the last: a text of ten thousand lines is judged once."""
    meant = document.values
    pieces: list[tuple[int, int, str]] = []
    for edit in edits:
        meant = expected(meant, edit)
        span = document.places.find(edit.path)
        assert span is not None
        pieces.append((span.start, span.end, edit.text))
    pieces.sort()
    text = document.places.text
    start, end = pieces[0][0], pieces[-1][1]
    made, at = [], start
    for first, last, new in pieces:
        made += [text[at:first], new]
        at = last
    return [Splice(start, text[start:end], "".join(made))], meant


def _splices(document: Document, edit: Edit) -> list[Splice]:
    """An edit as splices, each counted in the text that the one before it left."""
    match edit:
        case Set(path, text):
            return set_value(document, path, text)
        case Remove(path):
            return remove(document, path)
        case Rename(path, name):
            return rename(document, path, name)
        case Insert(table, index, items):
            return insert_row(document, table, index, items)
        case Move(table, index, to):
            return cut_and_put(document, table, index, to)


def _said(values: dict[str, object], meant: dict[str, object], edit: Edit) -> bool:
    """True where the values are what was meant. Of a table whose last key or row was removed, nothing may be left."""
    if same(values, meant):
        return True
    if not isinstance(edit, Remove):
        return False
    for size in range(len(edit.path) - 1, 0, -1):
        without = expected(meant, Remove(edit.path[:size])) if not value_at(meant, edit.path[:size]) else None
        if without is None:
            return False
        if same(values, without):
            return True
        meant = without
    return False
