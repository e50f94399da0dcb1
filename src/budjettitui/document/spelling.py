"""New values as they stand in TOML, and numbers spelled as the number before them was."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Context, Decimal
from functools import lru_cache

from budjettitui.document import grammar

_GROUP_FROM = 10_000
_WIDE = Context(prec=100)

_ESCAPED = re.compile('[\x00-\x1f\x7f"\\\\]')
"""Signs that a string of TOML spells out."""


_IN_TEXT = re.compile("[\x00-\x1f\x7f\\\\]")
"""The same within a text that has lines of its own, where a quotation mark stands for itself."""


def spell(value: object) -> str:
    """A value in TOML: numbers from 10 000 up in groups of three, decimals kept."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | Decimal():
            number = Decimal(value)
            return spell_number(number, grouped=abs(number) >= _GROUP_FROM)
        case str():
            return spell_string(value)
        case datetime() | date() | time():
            return value.isoformat()
        case Mapping():
            inner = ", ".join(f"{spell_key(str(key))} = {spell(each)}" for key, each in value.items())
            return f"{{ {inner} }}" if inner else "{}"
        case Sequence():
            return "[" + ", ".join(map(spell, value)) + "]"
    raise TypeError(f"no TOML spelling for {type(value).__name__}")


def spell_string(value: str) -> str:
    """A string in TOML, on one line: a long one too in one going-through, since it is spelled anew at every key."""
    return f'"{_ESCAPED.sub(_escape, value)}"'


def spell_text(value: str) -> str:
    """A text in TOML as people read it: one with line ends on lines of its own, between three quotation marks."""
    if "\n" not in value:
        return spell_string(value)
    lines = value.replace("\r\n", "\n").split("\n")
    escaped = "\n".join(_IN_TEXT.sub(_escape, line) for line in lines)
    return '"""\n' + re.sub('"(?="")|"$', '\\\\"', escaped) + '"""'


def _escape(found: re.Match[str]) -> str:
    return _spelled_out(found[0])


@lru_cache(maxsize=64)
def _spelled_out(sign: str) -> str:
    """One sign as TOML spells it out. tomlkit would take half a minute for some 400 000 at once (0.15)."""
    import tomlkit  # slow to import, and needed only where something new is written

    return tomlkit.string(sign, escape=True).as_string()[1:-1]


def spell_key(name: str) -> str:
    """A key, bare where it can be."""
    found = grammar.part.fullmatch(name)
    return name if found and name[0] not in "\"'" else spell_string(name)


def spell_number(value: Decimal, *, grouped: bool) -> str:
    """A finite number without exponent, with or without `_` between its groups of three."""
    return f"{value:,f}".replace(",", "_") if grouped else f"{value:f}"


def respell(old: str, value: Decimal, *, grouped: bool | None = None) -> str:
    """A number as its predecessor was spelled: `_` if that had them, and at least as many decimals.

    Where the predecessor was too small to show, `grouped` says what the file does; without it, 10 000 and up have them.
    """
    digits = sum(map(str.isdigit, old.partition(".")[2]))
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent < digits:
        value = value.quantize(Decimal((0, (1,), -digits)), context=_WIDE)
    whole = sum(map(str.isdigit, old.partition(".")[0]))
    if "_" in old:
        groups = True
    elif whole > 3:
        groups = False
    else:
        groups = abs(value) >= _GROUP_FROM if grouped is None else grouped
    return spell_number(value, grouped=groups)
