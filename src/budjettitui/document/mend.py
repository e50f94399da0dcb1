"""Readings of an unreadable value that are beyond doubt: digits in groups, a decimal comma, typographic quotes."""

import re

from budjettitui.document import grammar

_value = re.compile(rf"{grammar.opening.pattern}([^#\r\n]*?)[ \t]*(?:#[^\r\n]*)?\r?\n?")
_LONGEST = 1000
_BLANKS = " \u00a0\u2009\u202f"
_grouped = re.compile(rf"([+-]?[0-9]{{1,3}}(?:[{_BLANKS}][0-9]{{3}})+)(?:[.,]([0-9]{{1,2}}))?")
_comma = re.compile(r"([+-]?(?:0|[1-9][0-9]*(?:_[0-9]+)*)),([0-9]{1,2})")
_quoted = re.compile(r"[“”„‟]([^“”„‟\"\\\x00-\x08\x0a-\x1f\x7f]*)[“”‟]")


def mend_of(statement: str, start: int) -> tuple[int, int, str] | None:
    """The splice that makes a statement (which begins at `start`) what was meant; None where that can be doubted."""
    found = _value.fullmatch(statement) if len(statement) < _LONGEST else None
    meant = _meant(found.group(2)) if found else None
    return (start + found.start(2), start + found.end(2), meant) if found and meant is not None else None


def _meant(spelled: str) -> str | None:
    if grouped := _grouped.fullmatch(spelled):
        whole = re.sub(rf"[{_BLANKS}]", "_", grouped.group(1))
        return None if whole.lstrip("+-").startswith("0") else _with_cents(whole, grouped.group(2))
    if comma := _comma.fullmatch(spelled):
        return _with_cents(comma.group(1), comma.group(2))
    if quoted := _quoted.fullmatch(spelled):
        return f'"{quoted.group(1)}"'
    return None


def _with_cents(whole: str, cents: str | None) -> str:
    return whole if cents is None else f"{whole}.{cents}"
