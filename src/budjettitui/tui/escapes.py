"""Esc and a sign behind it, read at once, are both of them; Textual takes some of them for other signs.

A terminal sends alt as an Esc before the key, and tmux sends an Esc that was pressed together with the key that follows
it. Nothing here has a meaning with alt. Textual reads `ESC 5` as the `\u221e` that a Mac makes of it, drops the Esc before a
comma, and takes `ESC v` for a `^` and a `v` where an arrow follows at once.
"""

from collections.abc import MutableMapping
from string import ascii_letters, digits
from types import SimpleNamespace
from typing import cast

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import Keys, _character_to_key

BEGINNINGS = "OPX"
"""The letters that a longer sequence of a terminal begins with: keys of the keypad, and answers to what was asked."""

SIGNS = {_character_to_key(sign): sign for sign in f"{digits},-=+:;/?<>().%{ascii_letters}" if sign not in BEGINNINGS}
"""What Textual would read otherwise, by the name of its key. No longer sequence of a terminal begins so."""


def both_of_them() -> None:
    """Have Esc with one of these signs read as Esc and the sign."""
    table = cast("MutableMapping[str, tuple[object, ...]]", ANSI_SEQUENCES_KEYS)
    for name, sign in SIGNS.items():
        table[f"\x1b{sign}"] = (Keys.Escape, SimpleNamespace(value=name))


def parted(event: events.Key) -> tuple[events.Key, ...]:
    """Esc and the key behind it, where they were read as alt with that key; a key of `both_of_them` gets its sign."""
    key, sign = event.key, event.character
    if sign is None and key in SIGNS:
        return (events.Key(key, SIGNS[key]),)
    if not key.startswith("alt+") or sign is None or len(sign) != 1 or not sign.isprintable():
        return (event,)
    return events.Key("escape", "\x1b"), events.Key(_character_to_key(sign), sign)
