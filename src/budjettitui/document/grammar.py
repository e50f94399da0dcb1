"""The pieces of TOML as regular expressions, and where a value ends. For text that a judge has found valid.

Possessive throughout: no text, however odd, makes them search back and forth.
"""

import re
from collections.abc import Iterator

import toml_rs

SPACE = r"[ \t]*+"
BARE = r"[A-Za-z0-9_-]++"
BASIC = r'"(?:[^"\\\n]|\\[^\n])*+"'
LITERAL = r"'[^'\n]*+'"
STRING = rf"(?!\"\"\"|''')(?:{BASIC}|{LITERAL})"
LONG_BASIC = r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"{3,5}+'
LONG_LITERAL = r"'''(?:[^']|'(?!''))*+'{3,5}+"
PART = rf"(?:{BARE}|{BASIC}|{LITERAL})"
KEY = rf"{PART}(?:{SPACE}\.{SPACE}{PART})*+"
ATOM = r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9:.]++(?:[Zz]|[+-][0-9:]++)?+|[A-Za-z0-9_+.:-]++)"
_INNER = rf"[^\"'\n{{}}\[\]#]|{STRING}"
_FLAT = rf"(?:\{{(?:{_INNER})*+\}}|\[(?:{_INNER})*+\])"
SHORT_VALUE = rf"(?:{STRING}|{ATOM}|\{{(?:{_INNER}|{_FLAT})*+\}}|\[(?:{_INNER}|{_FLAT})*+\])"
END = rf"{SPACE}(?:\#[^\n]*+)?+\r?"

part = re.compile(PART)
key = re.compile(KEY)
statement = re.compile(rf"{SPACE}({KEY}){SPACE}={SPACE}({SHORT_VALUE}){END}(?:\n|\Z)")
opening = re.compile(rf"{SPACE}({KEY}){SPACE}={SPACE}")
ending = re.compile(rf"{END}(?:\n|\Z)")
plain_lines = re.compile(rf"(?:(?:{SPACE}{KEY}{SPACE}={SPACE}{SHORT_VALUE})?+{END}\n)*+")
header = re.compile(rf"{SPACE}(\[\[?+)({SPACE}{KEY}{SPACE})(\]\]?+){END}(?:\n|\Z)")
simple = re.compile(rf"{LONG_BASIC}|{LONG_LITERAL}|{BASIC}|{LITERAL}|{ATOM}")
_brackets = re.compile(rf"{LONG_BASIC}|{LONG_LITERAL}|{BASIC}|{LITERAL}|\#[^\n]*+|[\[\]{{}}]")
_gap = re.compile(r"(?:[ \t\r\n]++|\#[^\n]*+)*+")


def value_end(text: str, start: int) -> int | None:
    """Where the value that begins at `start` ends; None where it does not end."""
    if text[start : start + 1] not in {"[", "{"}:
        found = simple.match(text, start)
        return found.end() if found else None
    depth = 0
    for token in _brackets.finditer(text, start):
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
    return tuple(name_of(found.group()) for found in part.finditer(spelled))


def inside_table(text: str, start: int) -> Iterator[tuple[int, int, int, int]]:
    """The keys and values of the inline table that begins at `start`: their spans, one after another."""
    at = start + 1
    while found := opening.match(text, at):
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
    found = _gap.match(text, at)
    return found.end() if found else at


def past_comma(text: str, at: int) -> int:
    """Just after the next comma, or where there is none, at what stands there."""
    at = past_gap(text, at)
    return at + 1 if text[at : at + 1] == "," else at
