"""Rows of two versions of a file matched: by what they are called, else by likeness, else by their number.

It works on the values of the documents and not on what was made of them, so that a row that could not be read is
matched too. Likeness is of leaves: `amount`, `years.2022`; an amount with its qualifiers is one of them, and what is
planned is the same leaf whether other stages stand beside it or not.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from budjettitui.document import same
from budjettitui.findings import Path, quoted
from budjettitui.model import QUALIFIERS, STAGES
from budjettitui.money import EXACT
from budjettitui.reading.tables import ROWS

Row = Mapping[str, object]
Pair = tuple[int | None, int | None]
"""The number from 0 of a row in the old and in the new version; None where it is not there."""

MOST_COMPARED = 250_000
"""So many pairs of rows are compared for likeness; beyond that, what has no name is matched by its number."""

MARKS = (*QUALIFIERS, "source")


def rows_of(values: Mapping[str, object], table: str) -> list[Row]:
    """The rows of a table; a table that stands once is one row."""
    value = values.get(table)
    items = value if isinstance(value, list) else [value]
    return [item if isinstance(item, dict) else {} for item in items if item is not None]


def leaves(row: Row) -> dict[str, tuple[Path, object]]:
    """The leaves of a row by dotted name, each with its path in the row and its value."""
    return {name: (path, value) for name, path, value in _leaves(row, "", ())}


def _leaves(value: Mapping[str, object], before: str, path: Path) -> Iterator[tuple[str, Path, object]]:
    for key, inner in value.items():
        name = f"{before}.{quoted(key)}" if before else quoted(key)
        if before and _stands_for_all(key, value):
            name = before
        if isinstance(inner, dict) and inner:
            yield from _leaves(inner, name, (*path, key))
        else:
            yield name, (*path, key), inner


def _stands_for_all(key: str, value: Mapping[str, object]) -> bool:
    """True of the key that a bare amount means: the amount beside its qualifiers, what is planned beside other stages."""
    return (key == "amount" and set(value) <= {key, *MARKS}) or (key == "planned" and set(value) <= set(STAGES))


def matched(table: str, old: Sequence[Row], new: Sequence[Row]) -> list[Pair]:
    """Every row of both versions, once: in the new version's order, what is gone after the row that stood before it."""
    pairs: dict[int, int] = dict(_by_name(_name_of(table), old, new))
    rest_old = [index for index in range(len(old)) if index not in pairs]
    taken = set(pairs.values())
    rest_new = [index for index in range(len(new)) if index not in taken]
    for find in (_equal, _of_one_meaning, _alike, _by_number):
        found = find(old, new, rest_old, rest_new)
        pairs |= found
        rest_old = [index for index in rest_old if index not in found]
        taken = set(found.values())
        rest_new = [index for index in rest_new if index not in taken]
    return _ordered(pairs, rest_old, len(new))


def _name_of(table: str) -> str:
    return ROWS[table].called if table in ROWS else ""


def _by_name(key: str, old: Sequence[Row], new: Sequence[Row]) -> Iterator[tuple[int, int]]:
    named = _named(key, new)
    for name, index in _named(key, old).items():
        if name in named:
            yield index, named[name]


def _named(key: str, rows: Sequence[Row]) -> dict[str, int]:
    """Rows by name; a name that two rows have names neither."""
    found: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        name = row.get(key)
        if key and isinstance(name, str) and name:
            found.setdefault(name, []).append(index)
    return {name: indexes[0] for name, indexes in found.items() if len(indexes) == 1}


def _equal(old: Sequence[Row], new: Sequence[Row], rest_old: list[int], rest_new: list[int]) -> dict[int, int]:
    """Rows that did not change, first with first."""
    waiting: dict[str, list[int]] = {}
    for index in reversed(rest_new):
        waiting.setdefault(repr(new[index]), []).append(index)
    found = {}
    for index in rest_old:
        there = waiting.get(repr(old[index]))
        if there and same(old[index], new[there[-1]]):
            found[index] = there.pop()
    return found


def _of_one_meaning(old: Sequence[Row], new: Sequence[Row], rest_old: list[int], rest_new: list[int]) -> dict[int, int]:
    """Rows that say the same in another spelling: keys in another order, `1_000` and `1000.00`; first with first."""
    waiting: dict[frozenset[tuple[str, str]], list[int]] = {}
    for index in reversed(rest_new):
        waiting.setdefault(_spelled(new[index]), []).append(index)
    return {index: there.pop() for index in rest_old if (there := waiting.get(_spelled(old[index])))}


def _alike(old: Sequence[Row], new: Sequence[Row], rest_old: list[int], rest_new: list[int]) -> dict[int, int]:
    """Rows with at least half of their leaves equal, those with most equal leaves first."""
    if len(rest_old) * len(rest_new) > MOST_COMPARED:
        return {}
    ours = {index: _spelled(old[index]) for index in rest_old}
    theirs = {index: _spelled(new[index]) for index in rest_new}
    scored = []
    for one, other in product(rest_old, rest_new):
        equal = len(ours[one] & theirs[other])
        if equal * 2 >= max(len(ours[one]), len(theirs[other])) and equal:
            scored.append((-equal, abs(one - other), one, other))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, one, other in sorted(scored):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _spelled(row: Row) -> frozenset[tuple[str, str]]:
    return frozenset((name, _said(value)) for name, (_, value) in leaves(row).items())


def _said(value: object) -> str:
    """A value as a text that is the same however a number is spelled."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return f"{Decimal(value).normalize(EXACT):f}"
    return repr(value)


def _by_number(old: Sequence[Row], new: Sequence[Row], rest_old: list[int], rest_new: list[int]) -> dict[int, int]:
    """Rows of one number that have something in common; two different names are two rows."""
    there = set(rest_new)
    found = {}
    for index in rest_old:
        if index in there and not _named_apart(old[index], new[index]) and _spelled(old[index]) & _spelled(new[index]):
            found[index] = index
    return found


def _named_apart(one: Row, other: Row) -> bool:
    return any(key in one and key in other and one[key] != other[key] for key in ("id", "partner", "budget_item", "of"))


def _ordered(pairs: Mapping[int, int], gone: Sequence[int], size: int) -> list[Pair]:
    """In the new version's order; each row that is gone after the one that stood before it."""
    after: dict[int, list[int]] = {}
    last = -1
    missing = set(gone)
    for index in sorted((*pairs, *gone)):
        if index in missing:
            after.setdefault(last, []).append(index)
        else:
            last = index
    by_new = {new: old for old, new in pairs.items()}
    found: list[Pair] = [(index, None) for index in after.get(-1, ())]
    for index in range(size):
        old = by_new.get(index)
        found.append((old, index))
        found += [(one, None) for one in after.get(old, ())] if old is not None else []
    return found
