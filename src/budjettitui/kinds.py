"""What a key of the file may hold, and how each kind of value is read: exactly, and with a flaw where it is another."""

import difflib
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, auto

from budjettitui.findings import Path, Place, quoted
from budjettitui.model import STAGES, Amount, Figure, Flaw, Period
from budjettitui.money import CURRENCIES, HUNDRED, TOO_LARGE, ZERO, OddNumber, decimals_written
from budjettitui.visible import has_hidden

UNREAD = object()
"""Stands for a value that could not be read."""

PRICE_DECIMALS = 10
"""A unit price may be finer than the currency (docs/file-format.md); finer than this is a typing error."""

YEAR = re.compile(r"[0-9]{4}")
_QUALIFIERS = ("about", "at_most", "at_least")


class Kind(Enum):
    """The kinds of value of docs/file-format.md."""

    TEXT = auto()
    WORD = auto()
    BOOL = auto()
    DATE = auto()
    PERIOD = auto()
    AMOUNT = auto()
    PRICE = auto()
    FIGURE = auto()
    PERCENT = auto()
    NUMBER = auto()
    YEARS = auto()
    FIGURES = auto()
    PERCENTS = auto()
    TEXTS = auto()
    CURRENCY = auto()
    AMOUNT_OR_NONE = auto()
    CONFIRMED = auto()
    TABLES = auto()


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


def blank(text: str) -> bool:
    """True of a text with nothing in it."""
    return not text or text.isspace()


def read_text(sink: Sink, value: object, place: Place, path: Path) -> object:
    """A text as it stands."""
    if isinstance(value, str):
        return value
    sink.wrong_type(place.at(str(path[-1])), path, "text", value)
    return UNREAD


def read_bool(sink: Sink, value: object, place: Place, path: Path) -> object:
    """true or false."""
    if isinstance(value, bool):
        return value
    sink.wrong_type(place.at(str(path[-1])), path, "bool", value)
    return UNREAD


def read_date(sink: Sink, value: object, place: Place, path: Path) -> object:
    """A day without a time."""
    if type(value) is date:
        return value
    sink.wrong_type(place.at(str(path[-1])), path, "date", value)
    return UNREAD


def read_period(sink: Sink, value: object, place: Place, path: Path) -> object:
    """`{ start, end }`, both days."""
    place = place.at(str(path[-1]))
    if not isinstance(value, dict):
        sink.wrong_type(place, path, "period", value)
        return UNREAD
    for name in value:
        if name not in ("start", "end"):
            sink.unknown_key(place, (*path, name), name, ("start", "end"))
    days = []
    for name in ("start", "end"):
        if name not in value:
            sink.flaw("missing-key", place, path, {"key": name})
        elif type(value[name]) is date:
            days.append(value[name])
        else:
            sink.wrong_type(place, (*path, name), "date", value[name])
    return Period(*days) if len(days) == 2 else UNREAD


def read_amount(sink: Sink, value: object, place: Place, path: Path) -> object:
    """An exact amount, bare or as a table with its qualifiers."""
    return _amount(sink, value, place.at(str(path[-1])), path, sink.decimals)


def read_price(sink: Sink, value: object, place: Place, path: Path) -> object:
    """A unit price: an amount that may be finer than the currency."""
    return _amount(sink, value, place.at(str(path[-1])), path, PRICE_DECIMALS)


def read_amount_or_none(sink: Sink, value: object, place: Place, path: Path) -> object:
    """An amount, or the answer that there is none."""
    return "none" if value == "none" else read_amount(sink, value, place, path)


def _amount(sink: Sink, value: object, place: Place, path: Path, decimals: int) -> object:
    if isinstance(value, dict):
        return _qualified(sink, value, place, path, decimals)
    number = _number(sink, value, place, path, decimals)
    return UNREAD if number is None else Amount(number)


def _qualified(sink: Sink, value: dict[str, object], place: Place, path: Path, decimals: int) -> object:
    marks: dict[str, bool] = {}
    source = None
    for name, item in value.items():
        here = (*path, name)
        if name in _QUALIFIERS:
            got = read_bool(sink, item, place, here)
            marks[name] = got is True
        elif name == "source":
            source = item if isinstance(item, str) else None
            if source is None:
                sink.wrong_type(place.at(f"{place.key}.source"), here, "text", item)
            else:
                sink.hidden(place.at(f"{place.key}.source"), here, source)
        elif name != "amount" and name != "extra":
            sink.unknown_key(place, here, name, ("amount", *_QUALIFIERS, "source"))
    if "amount" not in value:
        sink.flaw("missing-key", place, path, {"key": "amount"})
        return UNREAD
    number = _number(sink, value["amount"], place, (*path, "amount"), decimals)
    return UNREAD if number is None else Amount(number, **marks, source=source)


def _number(sink: Sink, value: object, place: Place, path: Path, decimals: int) -> Decimal | None:
    """An exact number that is an amount; None, with the flaw said, where it is not."""
    if type(value) is int:
        number = Decimal(value)
    elif isinstance(value, Decimal):
        number = value
    else:
        _no_amount(sink, value, place, path)
        return None
    if abs(number) >= TOO_LARGE:
        sink.flaw("amount-format", place, path, {}, "too-large")
        return None
    if decimals_written(number) > decimals:
        sink.flaw("amount-format", place, path, {"number": number, "decimals": decimals}, "decimals")
        return None
    return number


def _no_amount(sink: Sink, value: object, place: Place, path: Path) -> None:
    if isinstance(value, str):
        sink.flaw("amount-format", place, path, {"text": value}, "text")
    elif isinstance(value, OddNumber):
        sink.flaw("amount-format", place, path, {"text": value.text[:40]}, odd_word(value.text))
    else:
        sink.wrong_type(place, path, "amount", value)


def odd_word(text: str) -> str:
    """Why a number is no amount: not a number, an exponent, or too many digits."""
    lowered = text.lower()
    if "nan" in lowered or "inf" in lowered:
        return "not-a-number"
    return "exponent" if "e" in lowered and not lowered.startswith(("0x", "+0x", "-0x")) else "too-large"


def read_figure(sink: Sink, value: object, place: Place, path: Path) -> object:
    """An amount, or a table of amounts by stage."""
    if not isinstance(value, dict) or not _is_staged(value):
        amount = read_amount(sink, value, place, path)
        return Figure(amount) if isinstance(amount, Amount) else UNREAD
    place = place.at(str(path[-1]))
    stages: dict[str, Amount] = {}
    for name, item in value.items():
        if name not in STAGES:
            if name != "extra":
                sink.unknown_key(place, (*path, name), name, STAGES)
            continue
        got = _amount(sink, item, place, (*path, name), sink.decimals)
        if not isinstance(got, Amount):
            return UNREAD
        stages[name] = got
    return Figure(**stages) if stages else UNREAD


def _is_staged(value: Mapping[str, object]) -> bool:
    """True of a table that has a stage, or no amount and a key that is nearly one."""
    if any(stage in value for stage in STAGES):
        return True
    return "amount" not in value and any(nearest(key, STAGES) for key in value)


def read_percent(sink: Sink, value: object, place: Place, path: Path) -> object:
    """A percentage from 0 to 100, as an exact decimal."""
    number = Decimal(value) if type(value) is int else value
    if not isinstance(number, Decimal):
        sink.wrong_type(place.at(str(path[-1])), path, "percent", value)
        return UNREAD
    if not ZERO <= number <= HUNDRED or decimals_written(number) > 12:
        sink.flaw("wrong-type", place.at(str(path[-1])), path, {"number": number}, "percent")
        return UNREAD
    return number


def read_number(sink: Sink, value: object, place: Place, path: Path) -> object:
    """A plain number, such as a quantity."""
    number = Decimal(value) if type(value) is int else value
    if isinstance(number, Decimal) and abs(number) < TOO_LARGE and decimals_written(number) <= 12:
        return number
    if isinstance(number, Decimal | OddNumber):
        sink.flaw("amount-format", place.at(str(path[-1])), path, {}, "too-large")
    else:
        sink.wrong_type(place.at(str(path[-1])), path, "number", value)
    return UNREAD


def read_years(sink: Sink, value: object, place: Place, path: Path) -> object:
    """Figures by calendar year, or by the project's own periods."""
    return _figures(sink, value, place, path, years=True)


def read_figures(sink: Sink, value: object, place: Place, path: Path) -> object:
    """Figures by name."""
    return _figures(sink, value, place, path, years=False)


def _figures(sink: Sink, value: object, place: Place, path: Path, *, years: bool) -> object:
    key = str(path[-1])
    if not isinstance(value, dict):
        sink.wrong_type(place.at(key), path, "table", value)
        return UNREAD
    found: dict[str, Figure] = {}
    whole = True
    for name, item in value.items():
        if years and not sink.is_year(name):
            sink.bad_year(place, (*path, name), name)
            whole = False
            continue
        sink.hidden(place.at(key), (*path, name), name, key=True)
        got = read_figure(sink, item, under(place, key), (*path, name))
        if isinstance(got, Figure):
            found[name] = got
        else:
            whole = False
    return found if whole else UNREAD


def under(place: Place, key: str) -> Place:
    """A place whose keys stand under `key`: `cost.a` gives `cost.a.years.2022` for the key `2022`."""
    return _Under(place.table, place.name, place.number, key)


class _Under(Place):
    """A place within a table of the row."""

    __slots__ = ()

    def at(self, key: str) -> Place:
        return Place(self.table, self.name, self.number, f"{self.key}.{key}")


def read_percents(sink: Sink, value: object, place: Place, path: Path) -> object:
    """Percentages by name."""
    if not isinstance(value, dict):
        sink.wrong_type(place.at(str(path[-1])), path, "table", value)
        return UNREAD
    found = {}
    for name, item in value.items():
        sink.hidden(place.at(str(path[-1])), (*path, name), name, key=True)
        got = read_percent(sink, item, under(place, str(path[-1])), (*path, name))
        if got is not UNREAD:
            found[name] = got
    return found


def read_texts(sink: Sink, value: object, place: Place, path: Path) -> object:
    """A list of texts."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        for index, item in enumerate(value):
            sink.hidden(place.at(str(path[-1])), (*path, index), item)
        return tuple(value)
    sink.wrong_type(place.at(str(path[-1])), path, "texts", value)
    return UNREAD


def read_currency(sink: Sink, value: object, place: Place, path: Path) -> object:
    """A currency of ISO 4217."""
    if isinstance(value, str) and value in CURRENCIES:
        return value
    if isinstance(value, str):
        values = {"word": value, "nearest": nearest(value, tuple(sorted(CURRENCIES)))}
        sink.flaw("wrong-type", place.at(str(path[-1])), path, values, "currency")
    else:
        sink.wrong_type(place.at(str(path[-1])), path, "text", value)
    return UNREAD


def read_confirmed(sink: Sink, value: object, place: Place, path: Path) -> object:
    """true, false or "conditional"."""
    if isinstance(value, bool) or value == "conditional":
        return value
    if isinstance(value, str):
        sink.wrong_type(place.at(str(path[-1])), path, "word", value, ("true", "false", "conditional"))
    else:
        sink.wrong_type(place.at(str(path[-1])), path, "confirmed", value)
    return UNREAD
