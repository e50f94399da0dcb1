"""Readings of an unreadable value that are beyond doubt: digits in groups, a decimal comma, typographic quotes."""

import re

from budjettitui.document import grammar

_LONGEST = 1000
_BLANKS = " \u00a0\u2009\u202f"
_REST = r"([^#\r\n]*?)[ \t]*(?:#[^\r\n]*)?\r?\n?"
_GROUPED = rf"([+-]?[0-9]{{1,3}}(?:[{_BLANKS}][0-9]{{3}})+)(?:[.,]([0-9]{{1,2}}))?"
_COMMA = r"([+-]?(?:0|[1-9][0-9]*(?:_[0-9]+)*)),([0-9]{1,2})"
_QUOTED = r"[“”„‟]([^“”„‟\"\\\x00-\x08\x0a-\x1f\x7f]*)[“”‟]"


def mend_of(statement: str, start: int) -> tuple[int, int, str] | None:
    """The splice that makes a statement (which begins at `start`) what was meant; None where that can be doubted."""
    opened = grammar.opening.match(statement) if len(statement) < _LONGEST else None
    if opened is None:
        return None
    rest = re.fullmatch(_REST, statement[opened.end() :])
    meant = _meant(rest.group(1)) if rest else None
    if rest is None or meant is None:
        return None
    origin = start + opened.end()
    return origin + rest.start(1), origin + rest.end(1), meant


def _meant(spelled: str) -> str | None:
    if grouped := re.fullmatch(_GROUPED, spelled):
        whole = re.sub(rf"[{_BLANKS}]", "_", grouped.group(1))
        return None if whole.lstrip("+-").startswith("0") else _with_cents(whole, grouped.group(2))
    if comma := re.fullmatch(_COMMA, spelled):
        return _with_cents(comma.group(1), comma.group(2))
    if quoted := re.fullmatch(_QUOTED, spelled):
        return f'"{quoted.group(1)}"'
    return None


def _with_cents(whole: str, cents: str | None) -> str:
    return whole if cents is None else f"{whole}.{cents}"
