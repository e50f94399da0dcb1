"""What is not even handed to the judge: files too large, values nested too deep, keys of too many parts.

The judge is a recursive parser and Python's values cost memory, so these are looked at first, over bytes and in C.
Only where a count looks odd is the text read token by token.
"""

import re
from collections.abc import Iterator

from budjettitui.document import grammar

BYTES = 64 * 1024 * 1024
NESTING = 64
KEY_PARTS = 100
PIECES = 3_000_000
"""Lines, keys, commas, dots, brackets together: 100 000 cost lines have 2.5 million; more would not fit in memory."""

CHAINS = 200_000
"""Tables that are opened by dots within long keys alone."""

_chain = re.compile(rb"\.[ \t]*+[A-Za-z0-9_\"'-]++[ \t]*+(?=\.)")
_ROUNDS = 16
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_NOT_DOTS = bytes(set(range(256)) - set(b".\n"))


def too_many_pieces(data: bytes) -> bool:
    """True where reading would take more memory than we promise to use."""
    if len(data) > PIECES and sum(map(data.count, (b"\n", b"=", b",", b".", b"{", b"["))) > PIECES:
        return True
    return data.count(b".") > CHAINS and sum(1 for _ in _chain.finditer(data)) > CHAINS


def suspicious(data: bytes) -> bool:
    """True where nesting or a key may be over its limit: then `overruns` looks closely."""
    marks = data.translate(None, _NOT_BRACKETS)
    for _ in range(_ROUNDS):
        marks = marks.replace(b"[]", b"").replace(b"{}", b"")
    return len(marks) + 2 * _ROUNDS > NESTING or b"." * KEY_PARTS in data.translate(None, _NOT_DOTS)


def overruns(text: str) -> Iterator[tuple[str, int]]:
    """Each line where a limit is crossed (`too-deep`, `too-many-parts`), and where; it then counts for nothing."""
    depth, parts, told, before = 0, 0, False, 0
    for token in grammar.limited.finditer(text):
        kind = token.lastgroup
        if kind == "mark":
            depth = max(0, depth + (1 if token.group() in "[{" else -1))
        elif kind == "part":
            parts += 1
        if kind in {"other", "mark"}:
            parts = 0
        if token.group() == "\n":
            told, before = False, depth
        elif not told and (depth > NESTING or parts > KEY_PARTS):
            told = True
            yield ("too-deep" if depth > NESTING else "too-many-parts"), token.start()
        if told:
            depth = before
