"""A rule as it stands in the file: `{ value = 80, source = "867/2021 4 § 1 mom.", verified = true }` or bare."""

from datetime import date, datetime
from decimal import Decimal

from budjettitui.findings import Path
from budjettitui.model import FUNDING_KINDS
from budjettitui.money import HUNDRED, TOO_LARGE
from budjettitui.rules import Rule
from budjettitui.rules.faults import RuleSetFaults
from budjettitui.rules.keys import Keys, RuleKey, RuleKind

Value = Decimal | str | bool | tuple[str, ...] | tuple[Decimal, ...]

LEAF = ("value", "source", "verified")
DEPTH_MAX = 6
TEXT_MAX = 2000


def rules_of(table: dict[str, object], keys: Keys, path: Path, faults: RuleSetFaults) -> dict[str, Rule]:
    """The rules of a table by dotted key, however they are nested."""
    found: dict[str, Rule] = {}
    for name, value in table.items():
        _collect(value, (name,), keys, path, faults, found)
    return found


def _collect(
    value: object, parts: tuple[str, ...], keys: Keys, path: Path, faults: RuleSetFaults, found: dict[str, Rule]
) -> None:
    """The rule at `parts`, or the rules under it."""
    key = keys.find(parts)
    if key is not None:
        rule = rule_of(value, ".".join(parts), key, (*path, *parts), faults)
        if rule is not None:
            found[rule.key] = rule
    elif isinstance(value, dict) and len(parts) < DEPTH_MAX and keys.has_table(parts):
        for name, item in value.items():
            _collect(item, (*parts, name), keys, path, faults, found)
    else:
        faults.unknown_key((*path, *parts), _siblings(parts, keys))


def _siblings(parts: tuple[str, ...], keys: Keys) -> list[str]:
    """The names that could have stood where the last part stands."""
    before = "".join(f"{part}." for part in parts[:-1])
    return sorted({name[len(before) :].split(".")[0] for name in keys.by_name if name.startswith(before)} - {"*"})


def rule_of(value: object, name: str, key: RuleKey, path: Path, faults: RuleSetFaults) -> Rule | None:
    """One rule with its source; None, with the fault said, where its value is something else."""
    if not isinstance(value, dict):
        read = _value(value, key)
        if read is None:
            faults.wrong_type(path, key.kind.name.lower(), key.words)
            return None
        return Rule(name, read)
    unknown = [part for part in value if part not in LEAF]
    for part in unknown:
        faults.unknown_key((*path, part), LEAF)
    if "value" not in value:
        if not unknown:
            faults.missing_key(path, "value")
        return None
    read = _value(value["value"], key)
    odd = _odd_word(value["value"], key)
    if odd is not None:
        faults.wrong_type((*path, "value", odd), "word", FUNDING_KINDS)
        return None
    if read is None:
        faults.wrong_type((*path, "value"), key.kind.name.lower(), key.words)
        return None
    return Rule(name, read, *sourced(value, path, faults))


def sourced(table: dict[str, object], path: Path, faults: RuleSetFaults) -> tuple[str | None, bool]:
    """The source and whether it was read. What is verified must say where it stands."""
    source = text_of(table, "source", path, faults)
    verified = flag_of(table, "verified", path, faults)
    if verified and source is None:
        faults.missing_key(path, "source")
    return source, verified and source is not None


def text_of(table: dict[str, object], name: str, path: Path, faults: RuleSetFaults) -> str | None:
    """A text of a table; None where there is none, or none that could be read."""
    value = table.get(name)
    if isinstance(value, str) and not blank(value) and len(value) <= TEXT_MAX:
        return value
    if name in table:
        faults.wrong_type((*path, name), "text")
    return None


def flag_of(table: dict[str, object], name: str, path: Path, faults: RuleSetFaults) -> bool:
    """True or false of a table; false where it is left out."""
    value = table.get(name, False)
    if not isinstance(value, bool):
        faults.wrong_type((*path, name), "bool")
    return value is True


def texts_of(table: dict[str, object], name: str, path: Path, faults: RuleSetFaults) -> tuple[str, ...]:
    """A list of words of a table; empty where it is left out."""
    if name not in table:
        return ()
    found = _texts(table[name])
    if found is None:
        faults.wrong_type((*path, name), "texts")
    return found or ()


def blank(text: str) -> bool:
    """True of a text with nothing in it."""
    return not text or text.isspace()


def _value(value: object, key: RuleKey) -> Value | None:
    kind = key.kind
    if kind in (RuleKind.PERCENT, RuleKind.AMOUNT, RuleKind.NUMBER):
        return _number(value, HUNDRED if kind is RuleKind.PERCENT else None)
    if kind in (RuleKind.UNIT, RuleKind.COUNT):
        return _number(value) or None
    if kind is RuleKind.FLAG:
        return value if isinstance(value, bool) else None
    if kind is RuleKind.WORD:
        return value if isinstance(value, str) and value in key.words else None
    if kind is RuleKind.DAY:
        return _day(value)
    return _amounts(value) if kind is RuleKind.AMOUNTS else _texts(value)


def _odd_word(value: object, key: RuleKey) -> int | None:
    """The number of the first of a list of kinds of funding that is none."""
    if key.kind is not RuleKind.FUNDING or not isinstance(value, list):
        return None
    return next((at for at, word in enumerate(value) if isinstance(word, str) and word not in FUNDING_KINDS), None)


def _number(value: object, most: Decimal | None = None) -> Decimal | None:
    """A number that is not below zero and has at most 12 decimals."""
    if type(value) is int and abs(value) < TOO_LARGE:
        value = Decimal(value)
    if not isinstance(value, Decimal) or not value.is_finite() or value < 0:
        return None
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or not -12 <= exponent <= 0:
        return None
    return value if value < TOO_LARGE and (most is None or value <= most) else None


def _amounts(value: object) -> tuple[Decimal, ...] | None:
    items = value if isinstance(value, list) else [value]
    numbers = [number for number in map(_number, items) if number is not None]
    return tuple(numbers) if numbers and len(numbers) == len(items) else None


def _texts(value: object) -> tuple[str, ...] | None:
    items = value if isinstance(value, list) else [value]
    words = [item for item in items if isinstance(item, str) and not blank(item) and len(item) <= TEXT_MAX]
    return tuple(words) if len(words) == len(items) else None


def _day(value: object) -> str | None:
    """A day as its ISO text, written as a date or as a text."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    try:
        return date.fromisoformat(value).isoformat() if isinstance(value, str) else None
    except ValueError:
        return None
