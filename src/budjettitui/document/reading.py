"""Text in, values out: the judge, the limits before it, and the odd numbers after it."""

from typing import Any

from budjettitui.document import limits
from budjettitui.document.judge import Problem, judge, too_large
from budjettitui.document.layout import Layout, Path, divide
from budjettitui.document.parts import Span
from budjettitui.document.pieces import LARGE, judge_in_pieces
from budjettitui.document.section import Section
from budjettitui.money import OddNumber


def read(text: str) -> dict[str, object] | Problem:
    """The values of a text within the limits, or the first thing wrong with it."""
    values = judge(text) if len(text) <= LARGE else judge_in_pieces(text)
    if isinstance(values, Problem):
        return values
    large, deep = _odd_places(values)
    if not large and deep is None:
        return values
    places = Places(text, divide(text))
    if deep is not None:
        span = next(filter(None, (places.find(deep[:size]) for size in range(len(deep), 0, -1))), None)
        return Problem(span.key_start if span else 0, "too-deep", "")
    for path in large:
        span = places.find(path)
        put(values, path, OddNumber(text[span.start : span.end] if span else ""))
    return values


def suspicious(text: str) -> bool:
    """True where a text may cross the limits of nesting or of keys."""
    return limits.suspicious(text.encode("utf-8", "surrogatepass"))


def put(values: dict[str, object], path: Path, value: object) -> None:
    """Set the value at a path that exists."""
    holder: Any = values
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value


def _odd_places(values: dict[str, object]) -> tuple[list[Path], Path | None]:
    """The paths of ints with more than 18 digits, and of something nested deeper than anybody may go on from."""
    large: list[Path] = []
    waiting: list[tuple[Path, Any]] = [((), values)]
    for path, holder in waiting:
        if len(path) > limits.NESTING + limits.KEY_PARTS:
            return large, path
        for key, value in holder.items() if isinstance(holder, dict) else enumerate(holder):
            kind = type(value)
            if kind is int:
                if too_large(value):
                    large.append((*path, key))
            elif kind is dict or kind is list:
                waiting.append(((*path, key), value))
    return large, None


class Places:
    """Where every table, key and value of one valid text stands. Sections are looked into only when asked for."""

    def __init__(self, text: str, layout: Layout, sections: dict[int, Section] | None = None) -> None:
        self.text = text
        self.layout = layout
        self.sections = {} if sections is None else sections

    def section(self, number: int) -> Section:
        """A section with its statements."""
        known = self.sections.get(number)
        if known is None:
            start, end = self.bounds(number)
            known = self.sections[number] = Section(self.text[start:end], self.layout.heads[number])
        return known

    def bounds(self, number: int) -> tuple[int, int]:
        """The characters that a section takes."""
        starts = self.layout.starts
        return starts[number], starts[number + 1] if number + 1 < len(starts) else len(self.text)

    def find(self, path: Path) -> Span | None:
        """The span of the key and value at `path`; for a table or row with a header, of the header."""
        if not path:
            return None
        for size in range(len(path), -1, -1):
            number = 0 if size == 0 else self.layout.numbers.get(path[:size])
            if number is None:
                continue
            start = self.layout.starts[number]
            if size == len(path):
                head = self.layout.heads[number]
                return Span(head.name_start, head.name_end, head.start, head.end).shifted(start)
            found = self.section(number).find(path[size:])
            if found:
                return found.shifted(start)
        return self._first_below(path)

    def _first_below(self, path: Path) -> Span | None:
        """The header of the first row or sub-table, for a table that has no header of its own."""
        below = self.layout.below(path)
        if not below:
            return None
        start, head = self.layout.starts[below[0]], self.layout.heads[below[0]]
        return Span(head.name_start, head.name_end, head.start, head.end).shifted(start)
