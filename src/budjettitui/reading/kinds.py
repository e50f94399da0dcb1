"""What a key of the file may hold, and how each kind of value is read: exactly, and with a flaw where it is another."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from budjettitui.findings import Path, Place
from budjettitui.model import QUALIFIERS, STAGES, Amount, Figure, Period
from budjettitui.money import CURRENCIES, HUNDRED, TOO_LARGE, ZERO, OddNumber, decimals_written
from budjettitui.reading.flaws import Sink, nearest, under

UNREAD = object()
"""Stands for a value that could not be read."""

PRICE_DECIMALS = 10
"""A unit price may be finer than the currency (docs/file-format.md); finer than this is a typing error."""


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
    for name, item in value.items():
        if name == "extra":
            sink.extra(place, (*path, name), item)
        elif name not in ("start", "end"):
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
        if name in QUALIFIERS:
            got = read_bool(sink, item, place, here)
            marks[name] = got is True
        elif name == "source":
            source = item if isinstance(item, str) else None
            if source is None:
                sink.wrong_type(place.at(f"{place.key}.source"), here, "text", item)
            else:
                sink.hidden(place.at(f"{place.key}.source"), here, source)
        elif name == "extra":
            sink.extra(place, here, item)
        elif name != "amount":
            sink.unknown_key(place, here, name, ("amount", *QUALIFIERS, "source"))
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
    whole = True
    for name, item in value.items():
        if name not in STAGES:
            if name == "extra":
                sink.extra(place, (*path, name), item)
            else:
                sink.unknown_key(place, (*path, name), name, STAGES)
                whole = whole and not nearest(name, STAGES)
            continue
        got = _amount(sink, item, place, (*path, name), sink.decimals)
        if not isinstance(got, Amount):
            return UNREAD
        stages[name] = got
    return Figure(**stages) if stages and whole else UNREAD


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
        if years and name == "extra" and not sink.is_year(name):
            sink.extra(place.at(key), (*path, name), item)
            continue
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
