"""Values as nearly all rows have them, read at once: what is plain is read as `kinds` would read it, with nothing to say.

Of anything else None comes back, and the reader looks again, slowly, with the place and the path that a flaw needs. A
budget of ten thousand lines is read in two fifths of the time so.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from budjettitui.model import Amount
from budjettitui.money import HUNDRED, TOO_LARGE, ZERO
from budjettitui.reading.kinds import Kind
from budjettitui.visible import has_hidden

Plain = Callable[[object, Decimal], object]
"""The value as it is read, where it is plain. The second is a number written with the decimals of the currency."""

_LARGEST = int(TOO_LARGE)


def _text(value: object, _: Decimal) -> object:
    """A text with something in it, and nothing that cannot be seen."""
    if value.__class__ is not str or not isinstance(value, str) or not value.isprintable() or value.isspace():
        return None
    return (value or None) if value.isascii() or not has_hidden(value) else None


def _amount(value: object, cents: Decimal) -> object:
    number = _number(value, cents)
    return None if number is None else Amount(number)


def _number(value: object, cents: Decimal) -> Decimal | None:
    """A whole number, or one with exactly the decimals of the currency."""
    if value.__class__ is int and isinstance(value, int):
        return Decimal(value) if -_LARGEST < value < _LARGEST else None
    if isinstance(value, Decimal) and value.same_quantum(cents) and -TOO_LARGE < value < TOO_LARGE:
        return value
    return None


def _percent(value: object, cents: Decimal) -> object:
    number = _number(value, cents)
    return number if number is not None and ZERO <= number <= HUNDRED else None


def _day(value: object, _: Decimal) -> object:
    return value if value.__class__ is date else None


def _flag(value: object, _: Decimal) -> object:
    return value if value.__class__ is bool else None


def _never(_: object, __: Decimal) -> object:
    return None


_READERS: dict[Kind, Plain] = {
    Kind.TEXT: _text,
    Kind.AMOUNT: _amount,
    Kind.PRICE: _amount,
    Kind.NUMBER: _number,
    Kind.PERCENT: _percent,
    Kind.DATE: _day,
    Kind.BOOL: _flag,
}


def reader_of(kind: Kind, words: tuple[str, ...]) -> Plain:
    """How a plain value of a key is read; a word is plain where it is one of `words`."""
    if kind is not Kind.WORD:
        return _READERS.get(kind, _never)
    known = frozenset(words)
    return lambda value, _: value if value.__class__ is str and value in known else None
