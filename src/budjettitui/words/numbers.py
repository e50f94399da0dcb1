"""Values as text: amounts, percentages, dates, counts and lists, as each language and number style writes them."""

from datetime import date, time
from decimal import Decimal

from budjettitui.money import decimals_written, to_decimals
from budjettitui.values import frozen
from budjettitui.visible import visible

NO_BREAK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

STYLES = {"default": (NO_BREAK, ","), "1 234,56": (NO_BREAK, ","), "1,234.56": (",", ".")}
"""Number styles: what stands between groups of three digits, and before the decimals."""

LONGEST_TEXT = 120
"""A text of a file is cut here within a sentence, so that a sentence stays one."""

LONGEST_LIST = 12

EMPTY = '""'
"""A text with nothing in it."""

_AND = {"fi": " ja ", "sv": " och ", "en": " and "}
_YES = {"fi": ("ei", "kyllä"), "sv": ("nej", "ja"), "en": ("no", "yes")}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@frozen
class Percent:
    """A number that is per cent, so that it is shown as one."""

    value: Decimal


def shown(value: object, lang: str, style: str, decimals: int, spec: str = "", percents: int = 2) -> str:
    """A value as one line of safe text. `spec` is `exact`, `percent` or `money` where its type does not tell; `points` is a
    difference of two percentages; a `chain` is a list in which each leads to the next.

    A `sentence` was made by words before, of values that were cut then: it stays whole.
    """
    if isinstance(value, Decimal):
        if spec == "percent":
            return percent(value, style, percents)
        if spec == "points":
            return number(value, style, percents)
        return number(value, style, max(decimals_written(value), 0) if spec == "exact" else decimals)
    if isinstance(value, Percent):
        return shown(value.value, lang, style, decimals, "points" if spec == "points" else "percent", percents)
    if isinstance(value, bool):
        return _YES[lang][value]
    if isinstance(value, int):
        return number(Decimal(value), style, 0) if abs(value) >= 10_000 else str(value)
    if isinstance(value, date):
        return day(value, lang)
    if isinstance(value, time):
        return clock(value, lang)
    if isinstance(value, tuple | list | frozenset):
        items = [shown(item, lang, style, decimals, spec, percents) for item in value]
        return " -> ".join(_cut_list(items)) if spec == "chain" else joined(items, lang)
    if value is None:
        return "?"
    return (visible(str(value)) if spec == "sentence" else cut(visible(str(value)[: 2 * LONGEST_TEXT + 2]))) or EMPTY


def number(value: Decimal, style: str, decimals: int) -> str:
    """An amount half-up to so many decimals: `1 234,56`, with no-break spaces and a real minus."""
    group, point = STYLES.get(style, STYLES["default"])
    text = f"{to_decimals(value, decimals):,f}"
    if text.startswith("-"):
        text = text[1:] if not text.strip("-0.,") else MINUS + text[1:]
    return text.translate({ord(","): group, ord("."): point})


def percent(value: Decimal, style: str, decimals: int = 2) -> str:
    """A percentage, with two decimals unless told otherwise: `75,00 %`."""
    return number(value, style, decimals) + NO_BREAK + "%"


def day(value: date, lang: str) -> str:
    """A day as the language writes it."""
    if lang == "en":
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return f"{value.day}.{value.month}.{value.year}"


def clock(value: time, lang: str) -> str:
    """A time of day as the language writes it: `14:02`, in Finnish and in Swedish of Finland `14.02`."""
    return f"{value:%H:%M}" if lang == "en" else f"{value.hour}.{value.minute:02}"


def joined(items: list[str], lang: str) -> str:
    """A list in words; a long one is cut."""
    if len(items) > LONGEST_LIST:
        return ", ".join(_cut_list(items))
    return _AND[lang].join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def _cut_list(items: list[str]) -> list[str]:
    return items if len(items) <= LONGEST_LIST else [*items[:LONGEST_LIST], "…"]


def cut(text: str, longest: int = LONGEST_TEXT) -> str:
    """A text that is not longer than that, with `…` where something was left out."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
