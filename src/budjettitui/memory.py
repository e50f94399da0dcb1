"""What is remembered from one start to the next, in the user's state folder: a name, where one was in each file.

Nothing that a budget says is kept here, and nothing depends on it: where it cannot be read or written, one begins anew.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from budjettitui.findings import Path as Place
from budjettitui.journal.slots import name_of, state_folder

MOST_FILES = 200
"""So many files have their place remembered; the oldest give way."""

LARGEST = 1024 * 1024


def kept(name: str) -> str:
    """A word that was kept; empty where there is none."""
    found = _read().get(name)
    return found if isinstance(found, str) else ""


def keep(name: str, word: str) -> None:
    """Keep a word."""
    all_kept = _read()
    if all_kept.get(name) != word:
        _write(all_kept | {name: word})


def place_in(file: Path) -> tuple[str, Place | None] | None:
    """The page and the cell on which one was in a file when it was closed."""
    files = _read().get("files")
    found = files.get(name_of(file)) if isinstance(files, dict) else None
    if not isinstance(found, list) or len(found) != 2 or not isinstance(found[0], str):
        return None
    path = found[1]
    good = isinstance(path, list) and bool(path) and all(isinstance(part, str | int) for part in path)
    return found[0], tuple(path) if good else None


def keep_place(file: Path, page: str, path: Sequence[str | int] | None) -> None:
    """Keep where one is in a file."""
    all_kept = _read()
    files = all_kept.get("files")
    files = dict(files) if isinstance(files, dict) else {}
    files.pop(name_of(file), None)
    files[name_of(file)] = [page, list(path) if path is not None else None]
    _write(all_kept | {"files": dict(list(files.items())[-MOST_FILES:])})


def _path() -> Path:
    return state_folder() / "memory.json"


def _read() -> dict[str, Any]:
    try:
        with _path().open("rb") as file:
            found = json.loads(file.read(LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(all_kept: dict[str, Any]) -> None:
    path = _path()
    half = path.with_name(f"memory.{os.getpid()}.half")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        half.write_text(json.dumps(all_kept, ensure_ascii=True), encoding="ascii")
        half.replace(path)
