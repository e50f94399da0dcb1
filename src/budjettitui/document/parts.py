"""What a document says of itself as values: faults, what was lost, and what was refused."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import compress
from operator import is_not
from typing import NamedTuple

from budjettitui.values import frozen


@frozen
class TextFault:
    """Why a piece of the file could not be read, and where (line and column from 1, column in characters).

    `reason` is a key for our own sentence, `detail` the parser's words. `start` and `end` span what was passed over;
    `mend` is a splice (start, end, text) that is beyond doubt what was meant.
    """

    kind: str
    reason: str
    detail: str
    line: int
    column: int
    start: int
    end: int
    mend: tuple[int, int, str] | None = None


@frozen
class Lost:
    """What a fault took away, as far as it can be told: unread, which is not the same as absent.

    `table` is None for a key above all tables; `row` counts from 0; both `table` and `key` None: anything may be lost.
    """

    table: str | None
    row: int | None
    key: str | None


class Span(NamedTuple):
    """Where a key and its value stand in a text: character offsets, ends exclusive.

    A named tuple, since a large file has a hundred thousand of them and these are made three times as fast.
    """

    key_start: int
    key_end: int
    start: int
    end: int

    def shifted(self, by: int) -> "Span":
        """The same span counted from another origin."""
        return Span(self.key_start + by, self.key_end + by, self.start + by, self.end + by)


class EditRefused(Exception):
    """An edit that cannot be made; `key` names why, for `words`."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def value_at(values: object, path: Sequence[str | int]) -> object:
    """The value that stands at a path; None where there is none."""
    for step in path:
        if isinstance(values, Mapping):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
        else:
            return None
    return values


def same(one: object, other: object) -> bool:
    """True where two values are alike to the letter: `4.10` is not `4.1`, `1` is not `1.0` and not `true`."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            return False
        differing = compress(range(len(one)), map(is_not, one, other))
        return all(same(one[number], other[number]) for number in differing)
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one.as_tuple() == other.as_tuple()
    return one == other
