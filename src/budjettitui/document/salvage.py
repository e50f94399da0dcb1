"""A half-broken file: what cannot be read is blanked, statement by statement, and told of; the rest is read.

Blanks take the place of every character, so that all offsets stay. How many rounds it may take depends on the size
of the file alone, so that the same file always gives the same answer.
"""

import re
from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

from budjettitui.document import grammar, layout, limits
from budjettitui.document.judge import Problem
from budjettitui.document.mend import mend_of
from budjettitui.document.parts import Lost, TextFault
from budjettitui.document.reading import read
from budjettitui.values import frozen

FAULTS = 20
_WORK = 30_000_000
"""Characters judged in all the rounds together, at most."""

NUMBERS = frozenset(("bare-string", "value-ended", "bad-number", "bare-key"))
"""What the parser says where a number is written as on paper."""

_BAD_PIECES = 1000
"""Parts of a file found to be no TOML, after which no further part is tried."""

_header = re.compile(r"^[ \t]*\[\[?[ \t]*([^\]\[\n]*?)[ \t]*\]\]?[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)
_like_header = re.compile(r"[ \t]*\[\[?[ \t]*(?P<name>[A-Za-z0-9_-]+)")
_like_key = re.compile(r"[ \t]*(?P<name>[A-Za-z0-9_-]+)[ \t]*(?:\.|=)")


@frozen
class Salvaged:
    """What could be read: values, the text they stand in (with what could not be read blanked), faults, losses."""

    values: dict[str, object]
    text: str
    faults: tuple[TextFault, ...]
    lost: tuple[Lost, ...]


class Headers:
    """The lines of a broken text that look like headers, and what stands below them."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _found(self) -> list[tuple[int, str, bool]]:
        return [(each.start(), each[1], "[[" in each[0]) for each in _header.finditer(self._text)]

    def above(self, at: int) -> tuple[str | None, int | None]:
        """The names in the last header above a character, and which row (from 0) of its table that is."""
        found = self._found[: bisect_left(self._found, (at,))]
        if not found:
            return None, None
        spelled = found[-1][1]
        table = spelled.partition(".")[0]
        rows = sum(1 for _, other, is_row in found if is_row and other == table)
        return spelled, rows - 1 if rows else None


def salvage(text: str, suspicious: bool) -> Salvaged:
    """Read a text as far as it can be read."""
    headers = Headers(text)
    rest, faults, lost = _within_limits(text, headers) if suspicious else (text, [], [])
    rounds = min(FAULTS, max(2, _WORK // (len(text) + 1)))
    done = 0
    while isinstance(values := read(rest), Problem):
        if values.reason == "too-large":
            return Salvaged({}, "", (TextFault("too-large", "too-large", "", 1, 1, 0, 0),), (Lost(None, None, None),))
        if len(faults) >= rounds:
            lost.append(Lost(None, None, None))
            return Salvaged(*_last_resort(rest), _sorted(faults), tuple(lost))
        start, end = _extent(rest, values.at, done if done <= values.at else 0)
        lost.append(_loss(rest, start, headers))
        faults.append(_fault(rest, values, start, end))
        rest, done = blanked(rest, start, end), start
    return Salvaged(values, rest, _sorted(faults), tuple(lost))


def blanked(text: str, start: int, end: int) -> str:
    """The text with blanks for the characters of a span, line ends kept."""
    return text[:start] + re.sub(r"[^\r\n]|\r(?!\n)", " ", text[start:end]) + text[end:]


def place(text: str, at: int) -> tuple[int, int]:
    """Line and column of a character, both from 1, the column in characters."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _sorted(faults: list[TextFault]) -> tuple[TextFault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.line, fault.column)))


def _within_limits(text: str, headers: Headers) -> tuple[str, list[TextFault], list[Lost]]:
    """The text with the lines blanked that nest too deep or have keys of too many parts."""
    faults: list[TextFault] = []
    lost: list[Lost] = []
    pieces, done = [], 0
    for kind, at in limits.overruns(text):
        start, end = _line(text, at)
        if len(faults) < FAULTS:
            faults.append(TextFault(kind, kind, "", *place(text, at), start, end))
            lost.append(_loss(text, start, headers))
        pieces += [text[done:start], blanked(text[start:end], 0, end - start)]
        done = end
    return "".join([*pieces, text[done:]]), faults, lost


def _line(text: str, at: int) -> tuple[int, int]:
    """The line that holds a character, with its line end."""
    return text.rfind("\n", 0, at) + 1, text.find("\n", at) + 1 or len(text)


def _extent(text: str, at: int, floor: int) -> tuple[int, int]:
    """What to pass over: the statement that holds `at`, or its first line; a header takes its body with it."""
    start, end = _statement(text, at, floor)
    if _like_header.match(text, start):
        following = _header.search(text, end)
        end = following.start() if following else len(text)
    return start, max(end, start + 1) if text[start:end].strip(" \t\r\n") else _line(text, at)[1]


def _statement(text: str, at: int, here: int) -> tuple[int, int]:
    """The statement that holds `at`; what is before `here` is known to be sound."""
    while here < len(text):
        ran = grammar.plain_lines.match(text, here)
        after = ran.end() if ran else here
        if after > at:
            return _line(text, at)
        here = after
        header = grammar.header.match(text, here)
        stop = header.end() if header else layout.past_statement(text, here)
        if stop is None:
            return here, _line(text, here)[1]
        if stop > at:
            return here, stop
        here = stop
    return _line(text, at)


def _fault(text: str, problem: Problem, start: int, end: int) -> TextFault:
    at = problem.at
    if not start <= at < _line(text, start)[1]:
        at = start + len(text[start:end]) - len(text[start:end].lstrip(" \t"))
    span_end = start + len(text[start:end].rstrip("\r\n"))
    mend = mend_of(text[start:end], start)
    if mend and isinstance(read(text[start : mend[0]] + mend[2]), Problem):
        mend = None
    kind = problem.reason if problem.reason == "too-deep" else "toml-syntax"
    seen = _seen(text[start:end])
    at = start if seen else at
    reason = seen or problem.reason
    if mend is not None and reason in NUMBERS and mend[2][-1:].isdecimal():
        reason = "written-number"  # groups or a comma as on paper, where the parser sees odd characters
    return TextFault(kind, reason, problem.detail, *place(text, at), start, max(span_end, start), mend)


def _seen(statement: str) -> str | None:
    """A reason that the text itself tells, where the parser would only see odd characters."""
    if statement.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return "conflict-marker"
    return "byte-order-mark" if statement.startswith("\ufeff") else None


def _loss(text: str, start: int, headers: Headers) -> Lost:
    """Which table, row and key a blanked statement was, as far as its text tells."""
    headline = _like_header.match(text, start)
    if headline:
        return Lost(headline["name"], None, None)
    key = _like_key.match(text, start)
    name = key["name"] if key else None
    spelled, row = headers.above(start)
    if spelled is None:
        return Lost(None, None, name)
    table, _, inner = spelled.partition(".")
    return Lost(table.strip(" \t\"'"), row, inner.partition(".")[0].strip(" \t\"'") or name)


def _last_resort(text: str) -> tuple[dict[str, object], str]:
    """Too many faults: the parts between headers that are TOML by themselves, as far as they are so together."""
    cuts = [0, *(found.start() for found in _header.finditer(text)), len(text)]
    kept, bad = [], 0
    for start, end in pairwise(cuts):
        if bad > _BAD_PIECES:
            kept.append(blanked(text[start:], 0, len(text) - start))
            break
        piece = text[start:end]
        if isinstance(read(piece), Problem):
            bad += 1
            piece = blanked(piece, 0, len(piece))
        kept.append(piece)
    rest = "".join(kept)
    values = read(rest)
    return ({}, blanked(text, 0, len(text))) if isinstance(values, Problem) else (values, rest)
