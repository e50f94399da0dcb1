"""The lines of a journal: what a step is in JSON, and the steps that a journal comes to when it is read again.

The first line has the file's digest and its text as it was read; then each line is one event: `had` (a step that the
file holds already), `did`, `undid`, `redid`. What cannot be read ends it, so
that a last line torn by a crash costs one step and no more.
"""

import base64
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from budjettitui.document import Document
from budjettitui.edits import Change, Edit, Insert, Move, Remove, Rename, Set, Splice, Step
from budjettitui.store.reading import LARGEST
from budjettitui.values import field, record

VERSION = 1
LARGEST_TEXT = 8 * 1024 * 1024
"""Bytes; of a larger file the text is not kept, and its steps can be brought back only on the file as it was."""

_EDITS: dict[str, type] = {"set": Set, "remove": Remove, "insert": Insert, "move": Move, "rename": Rename}


@record
class Replay:
    """What a journal comes to. `base` is the file's bytes as they were read, None where they were not kept."""

    digest: str
    base: bytes | None
    since: datetime | None = None
    last: datetime | None = None
    in_file: list[Step] = field(default_factory=list)
    """The steps that the file holds."""
    kept: int = 0
    """How many of those were never taken back."""
    steps: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    splices: list[Splice] = field(default_factory=list)
    """All that was done to the text, in order, taking back included."""


def head(digest: str, data: bytes) -> bytes:
    """The first line."""
    kept = base64.b64encode(zlib.compress(data, 1)).decode() if len(data) <= LARGEST_TEXT else None
    return _line({"v": VERSION, "digest": digest, "text": kept})


def event(what: str, step: Step | None = None) -> bytes:
    """One line of an event, with its time."""
    made: dict[str, object] = {"at": datetime.now().astimezone().isoformat(timespec="seconds"), "what": what}
    return _line(made if step is None else made | {"step": _of_step(step)})


def _line(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


# reading -------------------------------------------------------------------------------------------------------------
def replayed(data: bytes) -> Replay | None:
    """What the lines of a journal come to, as far as they are whole; None where not even the first is."""
    lines = _whole_lines(data)
    first = next(lines, None)
    if first is None or first.get("v") != VERSION or not isinstance(first.get("digest"), str):
        return None
    replay = Replay(first["digest"], _text(first.get("text")))
    text = Document.from_bytes(replay.base).text if replay.base is not None else None
    for line in lines:
        try:
            splices = _event(replay, line)
        except (KeyError, IndexError, TypeError, ValueError, ArithmeticError):
            break
        if text is not None:
            text = _spliced(text, splices)
            if text is None:
                break
        replay.splices += splices
    return replay


def _whole_lines(data: bytes) -> Iterator[dict[str, Any]]:
    for line in data.split(b"\n")[:-1]:
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            return
        if not isinstance(value, dict):
            return
        yield value


def _text(kept: object) -> bytes | None:
    if not isinstance(kept, str):
        return None
    try:
        made = zlib.decompressobj().decompress(base64.b64decode(kept), LARGEST)
    except (ValueError, zlib.error):
        return None
    return made


def _spliced(text: str, splices: Sequence[Splice]) -> str | None:
    """The text with the splices made; None where it does not hold what they replace."""
    for one in splices:
        end = one.start + len(one.old)
        if text[one.start : end] != one.old:
            return None
        text = text[: one.start] + one.new + text[end:]
    return text


def _event(replay: Replay, line: Mapping[str, Any]) -> list[Splice]:
    """One event; the splices that it makes on the text."""
    what, at = line["what"], datetime.fromisoformat(line["at"])
    step = _to_step(line["step"]) if "step" in line else None
    splices: list[Splice] = []
    if what == "had" and step is not None:
        replay.steps.append(step)
        replay.in_file.append(step)
        replay.kept += 1
    elif what == "did" and step is not None:
        replay.steps.append(step)
        replay.undone.clear()
        splices = list(step.splices)
    elif what == "undid":
        back = replay.steps.pop()
        replay.undone.append(back)
        replay.kept = min(replay.kept, len(replay.steps))
        splices = [splice.opposite for splice in reversed(back.splices)]
    elif what == "redid":
        again = replay.undone.pop()
        replay.steps.append(again)
        splices = list(again.splices)
    else:
        raise ValueError(what)
    if what in ("did", "undid", "redid"):
        replay.since, replay.last = replay.since or at, at
    return splices


# steps ---------------------------------------------------------------------------------------------------------------
def _of_step(step: Step) -> dict[str, object]:
    change = step.change
    return {
        "name": change.name,
        "values": {key: _of_value(value) for key, value in change.values.items()},
        "edits": [_of_edit(edit) for edit in change.edits],
        "splices": [[one.start, one.old, one.new] for one in step.splices],
        "text": bool(change.splices),
    }


def _to_step(made: Mapping[str, Any]) -> Step:
    splices = tuple(Splice(int(start), str(old), str(new)) for start, old, new in made["splices"])
    values = {str(key): _to_value(value) for key, value in made["values"].items()}
    edits = tuple(_to_edit(edit) for edit in made["edits"])
    return Step(Change(str(made["name"]), edits, values, splices if made["text"] else ()), splices)


def _of_edit(edit: Edit) -> list[object]:
    match edit:
        case Set(path, text):
            return ["set", list(path), text]
        case Remove(path):
            return ["remove", list(path)]
        case Rename(path, name):
            return ["rename", list(path), name]
        case Insert(table, index, items):
            return ["insert", table, index, [list(item) for item in items]]
        case Move(table, index, to):
            return ["move", table, index, to]


def _to_edit(made: Sequence[Any]) -> Edit:
    kind, *rest = made
    if kind == "insert":
        return Insert(rest[0], rest[1], tuple((key, text) for key, text in rest[2]))
    if kind in ("set", "remove", "rename"):
        rest[0] = tuple(rest[0])
    edit: Edit = _EDITS[kind](*rest)
    return edit


def _of_value(value: object) -> object:
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, tuple | list):
        return [_of_value(item) for item in value]
    return str(value)


def _to_value(made: object) -> object:
    if isinstance(made, list):
        return tuple(_to_value(item) for item in made)
    if isinstance(made, dict):
        return Decimal(made["decimal"]) if "decimal" in made else date.fromisoformat(made["date"])
    return made
