"""Edits of figures: an amount gets another value, its qualifiers, its comment and its way of writing numbers stay."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.document import Document, EditRefused, respell, value_at
from budjettitui.edits import Change, Edit, Insert, Remove, Set
from budjettitui.findings import Fix, Path, Place
from budjettitui.model import FIGURE_KEYS, QUALIFIERS, name_of_row
from budjettitui.money import EXACT, ZERO, as_number, is_whole


def fix_of(title: str, edits: Sequence[Edit], **values: object) -> Fix:
    """A mend: its title (a key of `words`), its edits, and the values that the title tells."""
    return Fix(title, values, Change(title, tuple(edits), values))


def row_name(case: Case, table: str, index: int) -> str | Place:
    """What people call a row: its description, else its id, else its place, which the words say by its number."""
    return name_of_row(table, index, case.budget.rows(table)[index])


def row_told(case: Case, table: str, index: int) -> dict[str, object]:
    """A row as a title tells it: its name, and its number where another mend is about one of the same name."""
    return {"line": row_name(case, table, index), "number": index + 1}


def amount_path(document: Document, path: Path) -> Path | None:
    """Where the number of a figure stands: the value itself, or the inner key of its table; of a row that has no amount, the
    stage that it is judged at; None where none is."""
    value = value_at(document.values, path)
    if value is None and len(path) == ROW_KEY and path[-1] == "amount":
        path = (*path[:2], _stage(value_at(document.values, path[:2])))
        value = value_at(document.values, path)
    if isinstance(value, Mapping):
        inner = next((key for key in FIGURE_KEYS if key in value), None)
        return None if inner is None else amount_path(document, (*path, inner))
    return None if value is None else path


ROW_KEY = 3
"""So long is the path of a key of a row."""

MADE_OF = ("years", "unit_price")
"""A row with one of these is what they make: what was applied for or granted is beside it."""


def _stage(row: object) -> str:
    """The key that a row without an amount is judged by, as `figures.worths.stage_of` has it."""
    if not isinstance(row, Mapping) or any(key in row for key in MADE_OF):
        return "amount"
    return next((key for key in ("applied", "granted") if key in row), "amount")


def set_amount(document: Document, path: Path, value: Decimal) -> Set | None:
    """The edit that gives the figure at `path` another value; None where none is, or it would be negative."""
    here = amount_path(document, path)
    old = document.spelling(here) if here is not None else None
    if here is None or old is None or value < ZERO:
        return None
    return Set(here, respell(old, value.to_integral_value() if "." not in old and is_whole(value) else value))


def moved(document: Document, path: Path, by: Decimal) -> Set | None:
    """The edit that moves the figure at `path` by so much."""
    old = amount_at(document, path)
    return None if old is None else set_amount(document, path, EXACT.add(old, by))


def amount_at(document: Document, path: Path) -> Decimal | None:
    """The number that stands at a figure's path."""
    here = amount_path(document, path)
    return None if here is None else as_number(value_at(document.values, here))


def new_row(document: Document, table: str, items: tuple[tuple[str, str], ...]) -> Insert:
    """The edit that adds a row at the end of a table."""
    rows = document.values.get(table)
    return Insert(table, len(rows) if isinstance(rows, list) else 0, items)


def new_amount(amount: Decimal) -> str:
    """An amount of a new row as it stands in TOML: whole sums without cents."""
    return respell("1_000", amount.to_integral_value() if is_whole(amount) else amount)


def taken_out(document: Document, path: Path) -> Remove | None:
    """The edit that takes a row or a key out; None where a comment or a key's qualifier would go with it, since people
    wrote it."""
    here = value_at(document.values, path)
    if isinstance(path[-1], str) and isinstance(here, Mapping) and any(key in here for key in QUALIFIERS):
        return None
    return removed(document, path)


def removed(document: Document, path: Path) -> Remove | None:
    """The edit that takes a row or a key out with its qualifier; None where a comment would go with it."""
    try:
        pieces = document.apply((Remove(path),)).splices
    except EditRefused:
        return None
    return None if any("#" in piece.old for piece in pieces) else Remove(path)


def number_set(document: Document, path: Path, value: Decimal) -> Set | None:
    """The edit that gives a bare number (a quantity, a percentage) another value, spelled as it was; None where none is."""
    old = document.spelling(path)
    if old is None or value < ZERO:
        return None
    return Set(path, respell(old, value.to_integral_value() if "." not in old and is_whole(value) else value))
