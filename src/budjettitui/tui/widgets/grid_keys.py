"""The keys of a grid: which move, which begin an edit, and what they do while a cell is being typed."""

import unicodedata
from collections.abc import Callable, Mapping

from budjettitui.tui.widgets.typed_line import TypedLine

MOVE_KEYS: Mapping[str, str] = {
    "up": "up", "k": "up", "down": "down", "j": "down", "left": "left", "h": "left", "right": "right", "l": "right",
    "home": "first", "end": "last", "pageup": "page up", "pagedown": "page down",
    "ctrl+home": "top", "ctrl+end": "bottom", "G": "bottom", "upper_g": "bottom",
    "tab": "next", "shift+tab": "previous",
}  # fmt: skip
"""Keys on the table that move, with the movement's name."""

SELECT_KEYS: Mapping[str, str] = {f"shift+{move}": move for move in ("up", "down", "left", "right")} | {"v": ""}
"""Keys that begin to select, with the movement that they make."""

OPEN_KEYS = frozenset({"enter", "f2", "e", "i"})
"""Keys that begin an edit with the present text."""

EMPTY_KEYS = frozenset({"backspace", "ctrl+h"})
"""Keys that ask for an empty cell."""

OVERWRITE = frozenset("0123456789,-(=+")
"""Characters that begin an edit by writing over."""

LINE_KEYS: Mapping[str, Callable[[TypedLine], TypedLine]] = {
    "left": TypedLine.left,
    "right": TypedLine.right,
    "home": TypedLine.home,
    "end": TypedLine.end,
    "backspace": TypedLine.back,
    "ctrl+h": TypedLine.back,
    "delete": TypedLine.delete,
    "ctrl+a": TypedLine.home,
    "ctrl+e": TypedLine.end,
    "ctrl+u": TypedLine.cleared,
    "ctrl+w": TypedLine.word_back,
}
"""Keys within the text that is being typed, those of the shell among them."""

KEEP_KEYS: Mapping[str, str] = {"enter": "down", "tab": "right", "shift+tab": "left"}
"""Keys that keep what was typed, with where they go on."""

LEAVE_KEYS = frozenset({"escape", "ctrl+g"})
"""Keys that put the old text back."""

TURN_KEYS: Mapping[str, int] = {"up": -1, "down": 1}
"""Keys that choose: another reading of a number, another line of a list."""

_IN_EDIT = frozenset(LINE_KEYS) | frozenset(KEEP_KEYS) | LEAVE_KEYS | frozenset(TURN_KEYS)
_ON_TABLE = frozenset(MOVE_KEYS) | frozenset(SELECT_KEYS) | OPEN_KEYS | EMPTY_KEYS


def writes(character: str | None) -> bool:
    """True of a character that stands for itself in a text; blanks of any kind too."""
    if character is None or len(character) != 1:
        return False
    return character.isprintable() or unicodedata.category(character) == "Zs"


def taken(key: str, character: str | None, editing: bool) -> bool:
    """True where the grid keeps a key for itself; all others are left to the page and the app."""
    if editing:
        return key in _IN_EDIT or writes(character)
    return key in _ON_TABLE or (character is not None and character in OVERWRITE)


def own_key(app: object, key: str, character: str | None) -> str:
    """The key of the grid that a key stands for where the settings give others; empty where it is no longer one."""
    keys: Mapping[str, str] = getattr(getattr(app, "keys", None), "own", {})
    return keys.get(key if character is None or character not in keys else character, key)
