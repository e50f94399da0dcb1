"""The budgets of a folder: found without hidden folders, read one by one so that the screen can draw between them."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from budjettitui import store
from budjettitui.checks.case import Neighbour
from budjettitui.checks.files import neighbours
from budjettitui.document import Document
from budjettitui.rule_files import is_budget
from budjettitui.session import Session
from budjettitui.state import State
from budjettitui.values import replace, thing


@thing
class Listed:
    """One budget of a folder, or the reason (a key of words) why it cannot be read."""

    path: Path
    name: str
    state: State | None = None
    reason: str = ""


def toml_files(folder: Path) -> tuple[list[Path], list[Listed]]:
    """Every `*.toml` below a folder, hidden folders left out, by name; and the folders below it that cannot be read."""
    found: list[Path] = []
    closed: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(where) / name for name in names if name.endswith(".toml") and not name.startswith(".")]
    return sorted(found), [_closed(error, folder) for error in closed if Path(error.filename) != folder]


def _closed(error: OSError, folder: Path) -> Listed:
    path = Path(error.filename)
    return Listed(path, f"{path.relative_to(folder)}/", reason=store.reason_of(error))


def read(paths: list[Path], folder: Path, today: date) -> Iterator[Listed | None]:
    """Each file read and judged in turn; None for one that is no budget."""
    for path in paths:
        yield read_one(path, folder, today)


def read_one(path: Path, folder: Path, today: date) -> Listed | None:
    """One file of a folder."""
    name = str(path.relative_to(folder))
    try:
        stored = store.read(path)
    except store.Unreadable as error:
        return Listed(path, name, reason=error.reason)
    document = Document.from_bytes(stored.data)
    if not is_budget(document):
        return None
    return Listed(path, name, Session(document, today=today, stored=stored, label=name, rest=True).state)


def side_by_side(files: list[Listed]) -> list[Listed]:
    """The budgets of a folder judged together, as `check` judges them; those that meet no other stay as they are."""
    states = {one.name: one.state for one in files if one.state is not None}
    met = dict(neighbours({name: state.case for name, state in states.items()}))
    told = {
        name: tuple(Neighbour(other.label, other.case, states[other.label].document) for other in others)
        for name, others in met.items()
    }
    return [_beside(one, told.get(one.name, ())) for one in files]


def _beside(one: Listed, others: tuple[Neighbour, ...]) -> Listed:
    if one.state is None or not (others or one.state.case.others):
        return one
    return replace(one, state=one.state.beside(others))
