"""Where keys and values stand in one section of a document: its statements, and what is inside their values."""

from functools import cached_property
from typing import NamedTuple

from budjettitui.document import grammar, scan
from budjettitui.document.layout import Head, Path
from budjettitui.document.parts import Span


class Statement(NamedTuple):
    """One `key = value`: the key's names, the line it takes (with its line end), and its span."""

    names: tuple[str, ...]
    line: int
    after: int
    span: Span


class Section:
    """The statements of one section, as offsets from the section's start, untouched by edits elsewhere."""

    def __init__(self, text: str, head: Head) -> None:
        self.text = text
        self.head = head

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every `key = value` of the section, in order."""
        found = []
        at = self.head.body
        while at < len(self.text):
            statement, at = _statement(self.text, at)
            if statement:
                found.append(statement)
        return tuple(found)

    @cached_property
    def _by_names(self) -> dict[Path, Statement]:
        return {statement.names: statement for statement in self.statements}

    def statement(self, path: Path) -> Statement | None:
        """The statement whose key is exactly `path` (from the section's table)."""
        return self._by_names.get(path)

    def starting(self, path: Path) -> list[Statement]:
        """The dotted keys that make the table at `path`."""
        size = len(path)
        return [each for each in self.statements if len(each.names) > size and each.names[:size] == path]

    def find(self, path: Path) -> Span | None:
        """The span of what is at `path`, counted from the section's table; None where nothing is."""
        for size in range(1, len(path) + 1):
            statement = self.statement(path[:size])
            if statement:
                return descend(self.text, statement.span, path[size:])
        dotted = self.starting(path)
        return _part_of(self.text, dotted[0], len(path) - 1) if dotted else None

    @property
    def own_end(self) -> int:
        """Where the section's own text ends: after its last statement and the comments directly below it."""
        at = self.statements[-1].after if self.statements else self.head.body
        while at < len(self.text) and self.text[at:].lstrip(" \t").startswith("#"):
            at = self.text.find("\n", at) + 1 or len(self.text)
        return at


def descend(text: str, span: Span, path: Path) -> Span | None:
    """What is at `path` within the value at `span`."""
    for step in path:
        mark = text[span.start : span.start + 1]
        if isinstance(step, int):
            below = _element(text, span, step) if mark == "[" else None
        else:
            below = None
        if isinstance(step, str) and mark == "{":
            return _member(text, span, path[path.index(step) :])
        if below is None:
            return None
        span = below
    return span


def _element(text: str, span: Span, number: int) -> Span | None:
    for count, (start, end) in enumerate(scan.inside_array(text, span.start)):
        if count == number:
            return Span(start, end, start, end)
    return None


def _member(text: str, span: Span, path: Path) -> Span | None:
    """What is at `path` within an inline table, whose keys may be dotted too."""
    for key_start, key_end, start, end in scan.inside_table(text, span.start):
        names = scan.names_of(text[key_start:key_end])
        found = Span(key_start, key_end, start, end)
        if names == path[: len(names)]:
            return descend(text, found, path[len(names) :])
        if names[: len(path)] == path:
            return _part_of(text, Statement(names, 0, 0, found), len(path) - 1)
    return None


def _part_of(text: str, statement: Statement, number: int) -> Span:
    """The span of one part of a dotted key, which stands for the table that it opens."""
    span = statement.span
    parts = list(grammar.part.finditer(text, span.key_start, span.key_end))
    start, end = parts[number].span()
    return Span(start, end, start, end)


def _statement(text: str, at: int) -> tuple[Statement | None, int]:
    """The statement on the line at `at`, if there is one, and where the next line begins."""
    found = grammar.statement.match(text, at)
    if found:
        (key_start, key_end), (start, end) = found.span(1), found.span(2)
        after = found.end()
    else:
        opened = grammar.opening.match(text, at)
        stop = scan.value_end(text, opened.end()) if opened else None
        if opened is None or stop is None:
            return None, text.find("\n", at) + 1 or len(text)
        (key_start, key_end), (start, end) = opened.span(1), (opened.end(), stop)
        after = text.find("\n", stop) + 1 or len(text)
    names = scan.names_of(text[key_start:key_end])
    return Statement(names, at, after, Span(key_start, key_end, start, end)), after
