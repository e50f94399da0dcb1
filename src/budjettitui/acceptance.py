"""Accepting a finding with a reason, and notes on rows: what is written for them, as one step of undo.

A waiver and a note point at a row by its id, since a row's number changes when rows move; a row that has none is given
one on the way.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, Decimal

from budjettitui.checks.mends.writing import new_row
from budjettitui.checks.waivers import waivable
from budjettitui.document import spell, spell_text
from budjettitui.edits import Change, Edit, Set
from budjettitui.findings import Finding, Path, Place
from budjettitui.model import ROW_TABLES, place_of
from budjettitui.places import path_of
from budjettitui.reading.tables import TABLES
from budjettitui.state import State
from budjettitui.values import frozen, replace

LONGEST_ID = 24
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")

__all__ = ["Waiving", "accept", "day", "noted", "notes_at", "waivable", "with_it"]


@frozen
class Waiving:
    """What a person says when she accepts a finding. `until` is the last day it holds; None for ever."""

    reason: str
    by: str = ""
    until: date | None = None


def accept(state: State, finding: Finding, said: Waiving) -> Change:
    """The change that accepts a finding as far as it goes now; it wakes up where the gap grows or the day passes."""
    edits, place = _named(state, finding.anchor, finding.place)
    items = [("check", finding.check), ("at", str(place)), ("reason", said.reason.strip())]
    if said.by.strip():
        items.append(("by", said.by.strip()))
    written = [(key, spell_text(text)) for key, text in items]
    if said.until is not None:
        written.append(("until", spell(said.until)))
    if finding.difference:
        written.append(("difference", spell(_gap(finding.difference, state.budget.decimals))))
    edits.append(new_row(state.document, "waiver", tuple(written)))
    return Change("change.accept", tuple(edits), {"check": finding.check, "at": str(place)})


def noted(state: State, path: Path | None, text: str, by: str, today: date) -> Change:
    """The change that writes a note on the row at a path; on the project where there is no row."""
    edits, place = _named(state, path, _place(state, path))
    items = [("at", str(place)), ("text", text.strip())]
    if by.strip():
        items.append(("by", by.strip()))
    written = (*((key, spell_text(one)) for key, one in items), ("date", spell(today)))
    edits.append(new_row(state.document, "note", written))
    return Change("change.note", tuple(edits), {"at": str(place)})


def with_it(state: State, finding: Finding) -> Iterator[Finding]:
    """The findings that follow from one, and are accepted with it."""
    for one in state.verdict():
        if one.cause is not None and (one.cause.check, one.cause.path) == (finding.check, finding.path):
            yield one


def notes_at(state: State, path: Path) -> Iterator[tuple[str, str | None, date | None]]:
    """The notes on a row: text, by whom, when."""
    for one in state.budget.notes:
        if one.at is not None and one.text and (path_of(state.budget, one.at) or ())[:2] == path[:2]:
            yield one.text, one.by, one.date


def noted_rows(state: State) -> set[Path]:
    """The rows that have a note."""
    found = (path_of(state.budget, one.at) for one in state.budget.notes if one.at is not None)
    return {path[:2] for path in found if path is not None}


def day(text: str) -> date | None:
    """A day as `2025-04-01` or `1.4.2025`. Raises ValueError where it is none; None where nothing was written."""
    text = text.strip()
    if not text:
        return None
    finnish = _DAY.fullmatch(text)
    if finnish is not None:
        return date(int(finnish[3]), int(finnish[2]), int(finnish[1]))
    return date.fromisoformat(text)


# places ---------------------------------------------------------------------------------------------------------------
def _gap(difference: Decimal, decimals: int) -> Decimal:
    """The gap, never smaller than it is: of what has more decimals than the file may write, the next one up."""
    return abs(difference).quantize(Decimal(1).scaleb(-decimals), ROUND_CEILING)


def _place(state: State, path: Path | None) -> Place:
    if path is None or len(path) < 2 or path[0] not in ROW_TABLES or not isinstance(path[1], int):
        return Place(str(path[0]) if path and path[0] in ("call", "declared") else "project")
    return place_of(str(path[0]), path[1], state.budget.rows(str(path[0]))[path[1]])


def _named(state: State, path: Path | None, place: Place) -> tuple[list[Edit], Place]:
    """The place by an id, and the edit that gives the row one where it has none."""
    if path is None or place.name is not None or place.number is None or "id" not in TABLES[place.table].keys:
        return [], place
    rows = state.budget.rows(place.table)
    taken = {row.id for row in rows}
    name = _free(_slug(rows[place.number - 1], place.table), {one for one in taken if one is not None})
    return [Set((place.table, place.number - 1, "id"), spell(name))], replace(place, name=name, number=None)


def _slug(row: object, table: str) -> str:
    """A name of plain letters, from what the row is called."""
    called = getattr(row, "description", None) or getattr(row, "name", None) or getattr(row, "kind", None) or table
    plain = unicodedata.normalize("NFKD", called).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word
        if name and len(longer) > LONGEST_ID:
            break
        name = longer
    return name[:LONGEST_ID] or table


def _free(name: str, taken: set[str]) -> str:
    found, number = name, 2
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    return found
