"""What is wrong in a file, said while it is read: flaws with their places, and the word that was most likely meant."""

import difflib
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal

from budjettitui.findings import Path, Place, quoted
from budjettitui.model import Flaw
from budjettitui.money import OddNumber
from budjettitui.visible import has_hidden

YEAR = re.compile(r"[0-9]{4}")


class Sink:
    """Where flaws go, with what reading needs to know of the project: the currency's decimals and the periods."""

    def __init__(self, take: Callable[[Flaw], None]) -> None:
        self.take = take
        self.decimals = 2
        self.periods: tuple[str, ...] = ()

    def flaw(
        self,
        check: str,
        place: Place,
        anchor: Path,
        values: Mapping[str, object],
        wording: str = "",
        *,
        key: bool = False,
    ) -> None:
        """One flaw more."""
        self.take(Flaw(check, place, anchor, values, wording, key))

    def wrong_type(self, place: Place, anchor: Path, wanted: str, value: object, allowed: tuple[str, ...] = ()) -> None:
        """The value is of another type than `wanted`, or a word that is not `allowed`."""
        values: dict[str, object] = {"wanted": wanted, "found": kind_word(value)}
        if allowed:
            values |= {"word": str(value), "allowed": allowed, "nearest": nearest(str(value), allowed)}
        self.flaw("wrong-type", place, anchor, values, "word" if allowed else "")

    def extra(self, place: Place, anchor: Path, value: object) -> None:
        """What is a reader's own is a table, so that a misspelled key of ours never hides behind the name."""
        if not isinstance(value, dict):
            key = f"{place.key}.extra" if place.key else "extra"
            here = Place("extra") if place.table == "file" else Place(place.table, place.name, place.number, key)
            self.wrong_type(here, anchor, "table", value)

    def unknown_key(self, place: Place, anchor: Path, name: str, known: tuple[str, ...]) -> str | None:
        """A key that docs/file-format.md does not have, with the nearest that it has, which is given back."""
        near, spelled = nearest(name, known), quoted(name)
        key = f"{place.key}.{spelled}" if place.key else spelled
        place = Place(spelled) if place.table == "file" else Place(place.table, place.name, place.number, key)
        self.flaw("unknown-key", place, anchor, {"key": name, "nearest": near}, "" if near else "none", key=True)
        return near

    def hidden(self, place: Place, anchor: Path, text: str, *, key: bool = False) -> None:
        """Says where a text, or the name of a key, holds what cannot be seen."""
        if has_bad_text(text):
            name = next(str(step) for step in reversed(anchor) if isinstance(step, str))
            self.flaw("hidden-characters", place, anchor, {"key": name, "text": text}, key=key)

    def is_year(self, name: str) -> bool:
        """True of a calendar year, and of a name in `project.periods`."""
        return bool(YEAR.fullmatch(name)) or name in self.periods

    def bad_year(self, place: Place, anchor: Path, name: str) -> None:
        """A key of `years` that is neither a calendar year nor a reporting period of the project."""
        self.flaw("unknown-key", place.at(f"years.{quoted(name)}") if place.key is None else place,
                  anchor, {"key": name, "nearest": nearest(name, self.periods)}, "year", key=True)  # fmt: skip


def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that a typing error most likely meant, if any is near."""
    if len(word) > 60:
        return None
    lowered = {name.lower(): name for name in known}
    found = difflib.get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return lowered[found[0]] if found else None


def kind_word(value: object) -> str:
    """What sort of value it is, as a key of `words`."""
    for kind, word in ((bool, "bool"), (str, "text"), (datetime, "datetime"), (date, "date"), (dict, "table")):
        if isinstance(value, kind):
            return word
    if isinstance(value, list):
        return "list"
    return "number" if isinstance(value, int | Decimal | OddNumber) else "time"


def has_bad_text(text: str) -> bool:
    """True of a text that holds what cannot be seen or what a terminal would obey."""
    return not (text.isascii() and text.isprintable()) and has_hidden(text)


def under(place: Place, key: str) -> Place:
    """A place whose keys stand under `key`: `cost.a` gives `cost.a.years.2022` for the key `2022`."""
    return _Under(place.table, place.name, place.number, key)


class _Under(Place):
    """A place within a table of the row."""

    __slots__ = ()

    def at(self, key: str) -> Place:
        return Place(self.table, self.name, self.number, f"{self.key}.{key}")
