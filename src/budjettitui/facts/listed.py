"""Facts that are lists of words: the reporting periods, name by name, and what an appropriation covers, of what is there."""

from collections.abc import Iterator, Mapping, Sequence

from budjettitui.document import spell, value_at
from budjettitui.edits import Change, Edit, Remove, Rename, Set
from budjettitui.findings import Path
from budjettitui.model import ROW_TABLES
from budjettitui.state import State
from budjettitui.typed import NotYet

PERIODS: Path = ("project", "periods")
WHOLE = "project"
"""What covers everything is called so in the file."""


def listed_in(state: State, path: Path) -> tuple[str, ...]:
    """The words of a list as the file has them."""
    there = value_at(state.document.values, path)
    return tuple(one for one in there if isinstance(one, str)) if isinstance(there, list) else ()


def period_change(state: State, old: str, new: str) -> Change | NotYet:
    """A period that is new (`old` is empty), called otherwise, everywhere it has money too, or taken out of the list."""
    new, there = new.strip(), listed_in(state, PERIODS)
    if not state.document.editable:
        return NotYet("cell.broken")
    if new == old:
        return Change("change.set", ())
    if new in there:
        return NotYet("cell.twice", (new,))
    edits: list[Edit]
    if not old:
        edits = [Set((*PERIODS, len(there)), spell(new)) if there else Set(PERIODS, f"[{spell(new)}]")]
    elif new:
        edits = [Set((*PERIODS, there.index(old)), spell(new)), *_renamed(state, old, new)]
    else:
        edits = [Remove(PERIODS if len(there) == 1 else (*PERIODS, there.index(old)))]
    return Change("change.set", tuple(edits), {"at": PERIODS})


def period_moved(state: State, name: str, by: int) -> Change | NotYet:
    """A period one place on or back in the order in which its money is shown; at the end it stays where it is.

    The two names change places, and what stands around them in the text stays: a list of words has no lines of its own.
    """
    there = listed_in(state, PERIODS)
    if not state.document.editable:
        return NotYet("cell.broken")
    old = there.index(name)
    new = max(0, min(old + by, len(there) - 1))
    if new == old:
        return Change("change.set", ())
    edits = (Set((*PERIODS, old), spell(there[new])), Set((*PERIODS, new), spell(name)))
    return Change("change.set", edits, {"at": PERIODS})


def _renamed(state: State, old: str, new: str) -> Iterator[Edit]:
    """The money of a period stays its money."""
    values = state.document.values
    for table in ROW_TABLES:
        rows = value_at(values, (table,))
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            years = row.get("years") if isinstance(row, Mapping) else None
            if isinstance(years, Mapping) and old in years and new not in years:
                yield Rename((table, index, "years", old), new)


def coverable(state: State, path: Path) -> tuple[str, ...]:
    """What an appropriation may cover: the project, partners and rows of funding by their ids, and what it names now."""
    budget = state.budget
    ids = (*(one.id for one in budget.partners), *(row.id for row in budget.funding))
    return tuple(dict.fromkeys((WHOLE, *(one for one in ids if one), *listed_in(state, path))))


def list_change(state: State, path: Path, chosen: Sequence[str]) -> Change | NotYet:
    """A list as these words, each that stays where it stands; the list goes with the last of them."""
    if not state.document.editable:
        return NotYet("cell.broken")
    there = listed_in(state, path)
    new = [one for one in chosen if one not in there]
    gone = [at for at, one in enumerate(there) if one not in chosen]
    if not chosen:
        edits: list[Edit] = [Remove(path)] if there else []
    elif not there:
        edits = [Set(path, spell(list(chosen)))]
    else:
        edits = [Set((*path, len(there) + at), spell(one)) for at, one in enumerate(new)]
        edits += [Remove((*path, at)) for at in reversed(gone)]
    return Change("change.set", tuple(edits), {"at": path})
