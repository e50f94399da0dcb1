"""Three versions of one budget, cell by cell: as it was read, as it is on disk now, and as it is in the window."""

from collections.abc import Mapping
from decimal import Decimal

from budjettitui.findings import Path
from budjettitui.state import State
from budjettitui.values import frozen
from budjettitui.versions.comparison import Comparison, RowChange, compare


@frozen
class ThreefoldCell:
    """One cell that somebody changed. `was`, `theirs` and `mine` are values of the file; None where it is not there.

    `path` is where it stands in the version that has it. A whole row that came or went has no key.
    """

    path: Path
    state: State
    was: object
    theirs: object
    mine: object
    by_them: bool
    by_me: bool


def cells(base: State, theirs: State, mine: State) -> tuple[ThreefoldCell, ...]:
    """Every cell in which the three are not alike, first those that both changed."""
    there, here = _changed(compare(base, theirs), theirs), _changed(compare(base, mine), mine)
    found = []
    for key in dict.fromkeys((*there, *here)):
        one, other = there.get(key), here.get(key)
        some = one or other
        assert some is not None
        found.append(
            ThreefoldCell(
                some.path,
                some.state,
                some.was,
                theirs=one.now if one else some.was,
                mine=other.now if other else some.was,
                by_them=one is not None,
                by_me=other is not None,
            )
        )
    return tuple(sorted(found, key=lambda cell: not (cell.by_them and cell.by_me)))


@frozen
class _Changed:
    """What one version did to a cell: where it stands there, what it was and what it is."""

    path: Path
    state: State
    was: object
    now: object


def _changed(compared: Comparison, state: State) -> Mapping[Path, _Changed]:
    """The changes of one version, each under the path that its cell had before."""
    found: dict[Path, _Changed] = {}
    for number, row in enumerate(compared.rows):
        if row.old_path is None or row.new_path is None:
            key = row.old_path or (*row.path, "new", id(compared), number)
            where = row.new_path or row.path
            found[key] = _Changed(where, state, *_worths(row))
        else:
            for change in row.keys:
                key = change.old_path or (*row.old_path, change.key)
                found[key] = _Changed(change.new_path or key, state, change.old, change.new)
    return found


_SAYS = ("text", "reason", "description", "name", "category", "id", "partner")
"""What a row that is no money says for itself, the first of them that it has."""


def _worths(row: RowChange) -> tuple[object, object]:
    """What a row that came or went comes to; where that is no money, what it says."""
    old = {change.key: change.old for change in row.keys}
    new = {change.key: change.new for change in row.keys}
    return _worth(row.old_worth, old), _worth(row.new_worth, new)


def _worth(worth: Decimal | None, values: Mapping[str, object]) -> object:
    return worth if worth is not None else next((values[key] for key in _SAYS if values.get(key)), None)
