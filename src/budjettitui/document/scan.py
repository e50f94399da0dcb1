"""Where a value ends, what a key is called, and what stands inside braces and brackets. For text that is valid."""

from collections.abc import Iterator

import toml_rs

from budjettitui.document import grammar


def value_end(text: str, start: int) -> int | None:
    """Where the value that begins at `start` ends; None where it does not end."""
    if text[start : start + 1] not in {"[", "{"}:
        found = grammar.simple.match(text, start)
        return found.end() if found else None
    depth = 0
    for token in grammar.brackets.finditer(text, start):
        mark = token.group()
        if mark in {"[", "{"}:
            depth += 1
        elif mark in {"]", "}"}:
            depth -= 1
            if depth == 0:
                return token.end()
    return None


def name_of(spelled: str) -> str:
    """The key that a spelled part means: bare, in quotes, or with escapes."""
    if spelled[0] == "'":
        return spelled[1:-1]
    if spelled[0] != '"':
        return spelled
    if "\\" not in spelled:
        return spelled[1:-1]
    return str(toml_rs.loads(f"k = {spelled}", toml_version="1.0.0")["k"])


def names_of(spelled: str) -> tuple[str, ...]:
    """The parts of a dotted key."""
    if "." not in spelled and spelled[0] not in "\"' \t":
        return (spelled.rstrip(),)
    return tuple(name_of(found.group()) for found in grammar.part.finditer(spelled))


def inside_table(text: str, start: int) -> Iterator[tuple[int, int, int, int]]:
    """The keys and values of the inline table that begins at `start`: their spans, one after another."""
    at = start + 1
    while found := grammar.opening.match(text, at):
        end = value_end(text, found.end())
        if end is None:
            return
        yield found.start(1), found.end(1), found.end(), end
        at = past_comma(text, end)


def inside_array(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The values of the array that begins at `start`: their spans, one after another."""
    at = past_gap(text, start + 1)
    while text[at : at + 1] not in {"]", ""}:
        end = value_end(text, at)
        if end is None:
            return
        yield at, end
        at = past_gap(text, past_comma(text, end))


def past_gap(text: str, at: int) -> int:
    """The next character that is no space, line end or comment."""
    found = grammar.gap.match(text, at)
    return found.end() if found else at


def past_comma(text: str, at: int) -> int:
    """Just after the next comma, or where there is none, at what stands there."""
    at = past_gap(text, at)
    return at + 1 if text[at : at + 1] == "," else at
