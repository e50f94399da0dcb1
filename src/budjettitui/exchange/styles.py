"""How the cells of a workbook are shown, as far as it changes what they are: as a day, or in per cent."""

import re

from budjettitui.exchange.packed import walk

DAY = "day"
PERCENT = "percent"

_DAYS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Numbers of formats that every spreadsheet knows and that show a day or a time (ECMA-376, 18.8.30)."""

_PERCENTS = frozenset((9, 10))
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
"""Texts, colours and blanks within a format: letters that are no parts of a day."""

_DAY_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)


def looks_of(data: bytes | None) -> tuple[str, ...]:
    """What each style of cells shows: a day, per cent, or a plain value."""
    if data is None:
        return ()
    formats: dict[str, str] = {}
    used: list[str] = []
    inside = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if name == "numFmt":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            used.append(attributes.get("numFmtId", "0"))

    def end(name: str) -> None:
        nonlocal inside
        inside = inside and name != "cellXfs"

    walk(data, start, end)
    return tuple(_look(number, formats) for number in used)


def _look(number: str, formats: dict[str, str]) -> str:
    if number in formats:
        shown = _NOT_SHOWN.sub("", formats[number].partition(";")[0])
        if "%" in shown:
            return PERCENT
        return DAY if _DAY_LETTERS.search(shown) and shown.lower() != "general" else ""
    known = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0
    return DAY if known in _DAYS else PERCENT if known in _PERCENTS else ""
