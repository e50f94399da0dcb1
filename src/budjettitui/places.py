"""From a place as people write it (`cost.coordinator.amount`, `cost[4]`, `partner."a.b"`) to a path in the document."""

import re

from budjettitui.blocks import first_with
from budjettitui.findings import Path
from budjettitui.model import ROW_TABLES, Budget
from budjettitui.traits import called

_NAME = r'(?:"((?:[^"\\]|\\.)*)"|([^.\["\s][^.\["]*))'
_FIRST = re.compile(_NAME)
_NEXT = re.compile(rf"\.{_NAME}|\[(\d{{1,9}})\]")

SINGLE = ("project", "call", "declared", "stated")
"""Tables of which a file has one (or, of `stated`, a few)."""


def parts_of(text: str) -> list[str | int] | None:
    """The parts of a place: names, and row numbers from 1; None where it is no place."""
    match = _FIRST.match(text)
    parts: list[str | int] = []
    while match is not None:
        quoted, bare, number = (*match.groups(), None)[:3]
        parts.append(int(number) if number else str(bare) if quoted is None else _unquoted(quoted))
        if match.end() == len(text):
            return parts
        match = _NEXT.match(text, match.end())
    return None


def named_parts(budget: Budget, text: str) -> tuple[str | int, ...] | None:
    """The parts of a place, the row by its id where it has one: two ways of writing one place are alike."""
    parts = parts_of(text)
    if parts is None or len(parts) < 2 or not isinstance(parts[1], int) or parts[0] not in ROW_TABLES:
        return None if parts is None else tuple(parts)
    rows = budget.rows(str(parts[0]))
    row_id = rows[parts[1] - 1].id if 0 < parts[1] <= len(rows) else None
    return (parts[0], row_id or parts[1], *parts[2:])


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def path_of(budget: Budget, text: str) -> Path | None:
    """The document path of a place, None where there is no such row, or where the place is no row or key at all."""
    parts = parts_of(text)
    if parts is None or not isinstance(parts[0], str):
        return None
    table, rest = parts[0], parts[1:]
    if table in SINGLE:
        return _single(table, rest)
    if table not in ROW_TABLES or not rest:
        return None
    index = _row(budget, table, rest[0])
    return None if index is None else (table, index, *(str(part) for part in rest[1:]))


def _single(table: str, rest: list[str | int]) -> Path:
    if rest and isinstance(rest[0], int):
        return (table, rest[0] - 1, *(str(part) for part in rest[1:]))
    return (table, *(str(part) for part in rest))


def _row(budget: Budget, table: str, name: str | int) -> int | None:
    rows = budget.rows(table)
    if isinstance(name, int):
        return name - 1 if 0 < name <= len(rows) else None
    return first_with(rows, called, name)
