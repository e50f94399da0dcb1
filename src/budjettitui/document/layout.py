"""A valid text divided into sections: what stands above the first header, then a header with all that is below it.

A section begins at the comments directly above its header, since they belong to it. Dividing costs a few milliseconds
at 10 000 rows; where a key stands within a section is found only when somebody asks.
"""

import re
from bisect import bisect_right
from functools import cached_property

from budjettitui.document import grammar, scan
from budjettitui.values import frozen

Path = tuple[str | int, ...]


@frozen
class Head:
    """A header: its names, whether it opens a row (`[[…]]`), its brackets and its last name, from the section's start."""

    names: tuple[str, ...]
    row: bool
    start: int
    end: int
    name_start: int
    name_end: int
    body: int
    """Where the line after the header begins."""


TOP = Head((), False, 0, 0, 0, 0, 0)
"""The head of what stands above the first header."""


class Layout:
    """Where the sections begin, and what each is about. `heads[0]` is always `TOP`."""

    def __init__(self, starts: list[int], heads: list[Head]) -> None:
        self.starts = starts
        self.heads = heads

    def section_at(self, offset: int) -> int:
        """The number of the section that holds a character."""
        return bisect_right(self.starts, offset) - 1

    @cached_property
    def paths(self) -> list[Path]:
        """The path of each section's table, with row numbers in it."""
        rows: dict[Path, int] = {}
        return [_resolved(head, rows) for head in self.heads]

    @cached_property
    def numbers(self) -> dict[Path, int]:
        """The section of each table that has a header."""
        return {path: number for number, path in enumerate(self.paths)}

    @cached_property
    def scattered(self) -> frozenset[str]:
        """Tables whose sections do not stand together, so that one of them cannot be judged by itself."""
        ended: set[Path] = set()
        found: set[str] = set()
        last: Path = ()
        for head, path in zip(self.heads, self.paths, strict=True):
            unit = unit_of(path)
            if unit != last:
                ended.add(last)
                last = unit
            if unit in ended and head.names:
                found.add(head.names[0])
        return frozenset(found)

    def prepare(self) -> None:
        """Works out beforehand what the first edit would; the layouts after it take that over."""
        _ = self.numbers, self.scattered

    def below(self, path: Path) -> list[int]:
        """The sections of the table at `path` and of the tables in it, in the file's order."""
        size = len(path)
        return [number for number, other in enumerate(self.paths) if other[:size] == path and number]

    def whole(self, first: int, last: int) -> tuple[int, int]:
        """The sections from `first` to `last`, widened to whole rows or to a whole top table."""
        unit = unit_of(self.paths[first])
        while first > 1 and unit_of(self.paths[first - 1]) == unit:
            first -= 1
        unit = unit_of(self.paths[last])
        while last + 1 < len(self.paths) and unit_of(self.paths[last + 1]) == unit:
            last += 1
        return first, last

    def replaced(self, first: int, last: int, part: "Layout", by: int) -> "Layout":
        """Sections `first` to `last` (inclusive) become the sections of `part`; what follows moves by `by` characters."""
        origin = self.starts[first]
        starts = self.starts[:first] + [origin + start for start in part.starts[1:]]
        starts += [start + by for start in self.starts[last + 1 :]] if by else self.starts[last + 1 :]
        fresh = Layout(starts, self.heads[:first] + part.heads[1:] + self.heads[last + 1 :])
        old = [(head.names, head.row) for head in self.heads[first : last + 1]]
        if old == [(head.names, head.row) for head in part.heads[1:]]:
            self._lend(fresh)
        return fresh

    def _lend(self, other: "Layout") -> None:
        """Give what was worked out about the order of tables to a layout with the same order."""
        for name in ("paths", "numbers", "scattered"):
            if name in self.__dict__:
                other.__dict__[name] = self.__dict__[name]


def unit_of(path: Path) -> Path:
    """What stands or falls together: a row of a top table, or a top table as a whole."""
    return path[:2] if len(path) > 1 and isinstance(path[1], int) else path[:1]


def divide(text: str) -> Layout:
    """The sections of a valid text."""
    starts, heads = [0], [TOP]
    known: dict[tuple[str, int], Head] = {}
    at = 0
    while (at := _past_lines(text, at)) < len(text):
        found = grammar.header.match(text, at)
        if found is None:
            after = past_statement(text, at)
            if after is None:
                break
            at = after
            continue
        start = _attached(text, found.start(), starts[-1] + heads[-1].body)
        starts.append(start)
        spelled = (found[0], found.start() - start)  # ten thousand rows have one header
        if spelled not in known:
            known[spelled] = _head(found, start)
        heads.append(known[spelled])
        at = found.end()
    return Layout(starts, heads)


def _head(found: re.Match[str], start: int) -> Head:
    """A header, counted from where its section starts."""
    last = list(grammar.part.finditer(found.group(2)))[-1]
    origin = found.start(2) - start
    return Head(
        names=scan.names_of(found.group(2).strip(" \t")),
        row=found.group(3) == "]]",
        start=found.start(1) - start,
        end=found.end(3) - start,
        name_start=origin + last.start(),
        name_end=origin + last.end(),
        body=found.end() - start,
    )


def past_statement(text: str, at: int) -> int | None:
    """Where the line after the statement at `at` begins; None where it has no end."""
    found = grammar.statement.match(text, at)
    if found:
        return found.end()
    opened = grammar.opening.match(text, at)
    end = scan.value_end(text, opened.end()) if opened else None
    closed = grammar.ending.match(text, at if end is None and not opened else -1 if end is None else end)
    return closed.end() if closed and closed.end() > at else None


def _past_lines(text: str, at: int) -> int:
    found = grammar.plain_lines.match(text, at)
    return found.end() if found else at


def _attached(text: str, header: int, floor: int) -> int:
    """Where the comments directly above a header begin. A line with three quotes might close a string: not taken."""
    start = header
    while start > floor:
        above = text.rfind("\n", floor, start - 1) + 1 or floor
        line = text[above:start]
        if not line.lstrip(" \t").startswith("#") or '"""' in line or "'''" in line:
            break
        start = above
    return start


def _resolved(head: Head, rows: dict[Path, int]) -> Path:
    path: Path = ()
    for depth, name in enumerate(head.names):
        path = (*path, name)
        last = depth == len(head.names) - 1
        if last and head.row:
            rows[path] = rows.get(path, -1) + 1
        if path in rows:
            path = (*path, rows[path])
    return path
