"""Edits carried out: splices made, the text judged again, and compared with what was meant before anybody sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from budjettitui.document.expected import expected
from budjettitui.document.parts import EditRefused, same
from budjettitui.document.rows import cut_and_put, insert_row
from budjettitui.document.writing import remove, rename, set_value
from budjettitui.edits import Edit, Insert, Move, Remove, Rename, Set, Splice
from budjettitui.values import frozen

if TYPE_CHECKING:
    from budjettitui.document.text import Document


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
    for edit in edits:
        meant = expected(document.values, edit)
        splices = _splices(document, edit)
        document = document.splice(splices)
        if document.faults or not _said(document.values, meant, edit):
            raise EditRefused("not-as-meant")
        done += splices
    return Applied(document, tuple(done))


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
        without = expected(meant, Remove(edit.path[:size])) if not _at(meant, edit.path[:size]) else None
        if without is None:
            return False
        if same(values, without):
            return True
        meant = without
    return False


def _at(values: object, path: Sequence[str | int]) -> object:
    for step in path:
        values = values[step]  # type: ignore[index]
    return values
