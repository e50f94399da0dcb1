"""What an edit means for the plain values: what the spliced text must say, to the letter."""

from collections.abc import Callable

from budjettitui.document.layout import Path
from budjettitui.document.parts import EditRefused
from budjettitui.document.reading import read
from budjettitui.edits import Edit, Insert, Move, Remove, Rename, Set

Holder = dict[str, object] | list[object]


def expected(values: dict[str, object], edit: Edit) -> dict[str, object]:
    """The values after an edit; those given stay as they are. Raises EditRefused where the place does not exist."""
    match edit:
        case Set(path, text):
            return _changed(values, path, lambda holder, key: _set(holder, key, value_of(text)))
        case Remove(path):
            return _changed(values, path, _remove)
        case Rename(path, name):
            return _changed(values, path, lambda holder, key: _rename(holder, key, name))
        case Insert(table, index, items):
            row = {key: value_of(text) for key, text in items}
            if len(row) != len(items):
                raise EditRefused("exists")
            return {**values, table: _inserted(values.get(table, []), index, row)}
        case Move(table, index, to):
            rows = values.get(table)
            if not isinstance(rows, list) or not (0 <= index < len(rows) and 0 <= to < len(rows)):
                raise EditRefused("no-such-place")
            rest = [*rows[:index], *rows[index + 1 :]]
            return {**values, table: [*rest[:to], rows[index], *rest[to:]]}


def value_of(text: str) -> object:
    """The value that a TOML spelling means. Raises EditRefused where it is none, or more than one value."""
    said = read(f"v = {text}")
    if not isinstance(said, dict) or list(said) != ["v"] or not text or text != text.strip() or not _is_whole(text):
        raise EditRefused("not-a-value")
    return said["v"]


def _is_whole(text: str) -> bool:
    """True where nothing, no comment either, follows the value."""
    said = read(f"v = [{text}]")
    return isinstance(said, dict) and isinstance(said["v"], list) and len(said["v"]) == 1


def _changed(values: dict[str, object], path: Path, change: Callable[[Holder, str | int], Holder]) -> dict[str, object]:
    if not path:
        raise EditRefused("no-such-place")
    changed = _deep(values, path, change)
    assert isinstance(changed, dict)
    return changed


def _deep(holder: object, path: Path, change: Callable[[Holder, str | int], Holder]) -> Holder:
    if not isinstance(holder, dict | list):
        raise EditRefused("not-a-table")
    copy: Holder = dict(holder) if isinstance(holder, dict) else list(holder)
    key = path[0]
    if isinstance(copy, list) != isinstance(key, int):
        raise EditRefused("no-such-place")
    if len(path) == 1:
        return change(copy, key)
    if isinstance(copy, list):
        if not isinstance(key, int) or not 0 <= key < len(copy):
            raise EditRefused("no-such-place")
        copy[key] = _deep(copy[key], path[1:], change)
    else:
        copy[str(key)] = _deep(copy.get(str(key), {}), path[1:], change)
    return copy


def _set(holder: Holder, key: str | int, value: object) -> Holder:
    if isinstance(holder, dict):
        holder[str(key)] = value
    elif isinstance(key, int) and 0 <= key < len(holder):
        holder[key] = value
    elif key == len(holder):
        holder.append(value)
    else:
        raise EditRefused("no-such-place")
    return holder


def _remove(holder: Holder, key: str | int) -> Holder:
    if isinstance(holder, dict) and key in holder:
        del holder[str(key)]
    elif isinstance(holder, list) and isinstance(key, int) and 0 <= key < len(holder):
        del holder[key]
    else:
        raise EditRefused("no-such-place")
    return holder


def _rename(holder: Holder, key: str | int, name: str) -> Holder:
    if not isinstance(holder, dict) or key not in holder:
        raise EditRefused("no-such-place")
    if name != key and name in holder:
        raise EditRefused("exists")
    return {name if each == key else each: value for each, value in holder.items()}


def _inserted(rows: object, index: int, row: object) -> list[object]:
    if not isinstance(rows, list) or not 0 <= index <= len(rows):
        raise EditRefused("no-such-place")
    return [*rows[:index], row, *rows[index:]]
