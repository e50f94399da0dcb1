"""Facts of the call that are tables of names: flat rates, limits of categories, ceilings of funds. A name is a row, added
by its first number and gone with its last.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from budjettitui.cells.texts import short
from budjettitui.document import respell, spell, value_at
from budjettitui.document.spelling import spell_key
from budjettitui.edits import Change, Edit, Remove, Set
from budjettitui.findings import Path
from budjettitui.model import Call
from budjettitui.money import as_number, to_decimals
from budjettitui.reading.kinds import Kind
from budjettitui.rules import FlatRate, Rule
from budjettitui.state import State
from budjettitui.typed import FINNISH, Doubtful, NotYet, NumberStyle, Sure, read_number
from budjettitui.values import replace

RATES: Path = ("call", "flat_rates")
LIMITS: Path = ("call", "categories")
FUNDS: Path = ("call", "funds")

PARTS: Mapping[Path, tuple[tuple[str, Kind], ...]] = {
    RATES: (("rate", Kind.PERCENT),),
    LIMITS: (("min", Kind.PERCENT), ("max", Kind.PERCENT)),
    FUNDS: (("rate_max", Kind.PERCENT), ("max", Kind.AMOUNT)),
}
"""The tables, and the numbers that each of their rows has. A flat rate is one number and no table of its own."""


class NumberRefused(NamedTuple):
    """A number that cannot be taken: which of the row, from 0, and why."""

    at: int
    why: Doubtful | NotYet


def named_in(state: State, path: Path) -> tuple[str, ...]:
    """The names that stand in the table of the file."""
    there = value_at(state.document.values, path)
    return tuple(there) if isinstance(there, Mapping) else ()


def names_of(state: State, path: Path) -> tuple[str, ...]:
    """The names of a table: those of the file, then those that the rules or the budget know and that may be added."""
    known: tuple[str, ...] = tuple(row.fund for row in state.budget.funding if row.fund)
    if path == RATES:
        known = tuple(rate.id for rate in _rates(state))
    elif path == LIMITS:
        known = tuple(state.terms.rules.categories)
    used = {rate.category for rate in _rates(state) if rate.category in named_in(state, path)} if path == RATES else ()
    ids = {rate.id: rate.category for rate in _rates(state)}
    return tuple(dict.fromkeys((*named_in(state, path), *(name for name in known if ids.get(name) not in used))))


def may_add(state: State, path: Path) -> bool:
    """True where a name may stand that nobody knows yet."""
    rules = state.terms.rules
    return path == FUNDS or (rules.any_category or not rules.categories if path == LIMITS else not _rates(state))


def numbers_of(state: State, path: Path, name: str) -> tuple[Decimal | None, ...]:
    """What the file says of a name, number by number."""
    values = state.document.values
    found = (value_at(values, _at(path, name, part)) for part, _ in PARTS[path])
    return tuple(map(as_number, found))


def rules_of(state: State, path: Path, name: str) -> tuple[Rule | None, ...]:
    """What holds where the call says nothing of a name, number by number: the rule set's own."""
    if path == RATES:
        return (next((rate.rate for rate in _rates(state) if name in (rate.id, rate.category)), None),)
    if path == LIMITS:
        none = replace(state.terms, call=Call(type=state.budget.call.type))
        share = none.costs.category_share(name)
        return (share.min, share.max) if share is not None else (None, None)
    return (None, None)


def category_of(state: State, path: Path, name: str) -> str | None:
    """The category that a name is, or that its flat rate is written as."""
    if path == RATES:
        return next((rate.category for rate in _rates(state) if name in (rate.id, rate.category)), None)
    return name if path == LIMITS else None


def _rates(state: State) -> tuple[FlatRate, ...]:
    """The flat rates of the cost models in use; of all models where none is chosen yet."""
    models, budget = state.terms.rules.cost_models, state.budget
    chosen = [name for name in (budget.project.cost_model, *(one.cost_model for one in budget.partners)) if name]
    used = [models[name] for name in dict.fromkeys(chosen) if name in models] or list(models.values())
    return tuple({rate.id: rate for model in used for rate in model.flat_rates}.values())


def named_change(
    state: State, path: Path, name: str, texts: Sequence[str], style: NumberStyle = FINNISH
) -> Change | NumberRefused:
    """The numbers of a name as one step; without any of them the name goes, and with the last name the table."""
    if not state.document.editable:
        return NumberRefused(0, NotYet("cell.broken"))
    new: list[Decimal | None] = []
    for at, ((_, kind), text) in enumerate(zip(PARTS[path], texts, strict=True)):
        read = _read(state, kind, text, style)
        if isinstance(read, Doubtful | NotYet):
            return NumberRefused(at, read)
        new.append(read)
    return Change("change.set", tuple(_edits(state, path, name, new)), {"at": (*path, name)})


def _read(state: State, kind: Kind, text: str, style: NumberStyle) -> Decimal | Doubtful | NotYet | None:
    if not text.strip():
        return None
    decimals = state.budget.decimals
    reading = read_number(text, style, decimals=decimals if kind is Kind.AMOUNT else None)
    if not isinstance(reading, Sure):
        return reading
    if kind is Kind.PERCENT and not 0 <= reading.value <= 100:
        return NotYet("cell.no-percentage")
    if kind is Kind.AMOUNT and "%" in text:
        return NotYet("cell.percent-of-what")
    return to_decimals(reading.value, decimals) if kind is Kind.AMOUNT else reading.value


def _edits(state: State, path: Path, name: str, new: Sequence[Decimal | None]) -> list[Edit]:
    values, there = state.document.values, named_in(state, path)
    row = value_at(values, (*path, name))
    if all(one is None for one in new):
        return [] if name not in there else [Remove(path if len(there) == 1 else (*path, name))]
    keys = [part for part, _ in PARTS[path]]
    if path != RATES and not isinstance(row, Mapping):
        inner = ", ".join(f"{key} = {spell(short(one))}" for key, one in zip(keys, new, strict=True) if one is not None)
        return [_first(path, name, f"{{ {inner} }}", there)]
    edits: list[Edit] = []
    for key, one, old in zip(keys, new, numbers_of(state, path, name), strict=True):
        at = _at(path, name, key)
        if one == old:
            continue
        spelled = state.document.spelling(at) if old is not None else None
        text = "" if one is None else respell(spelled, one) if spelled is not None else spell(short(one))
        first = path == RATES and name not in there
        edits.append(Remove(at) if one is None else _first(path, name, text, there) if first else Set(at, text))
    return edits


def _first(path: Path, name: str, text: str, there: Sequence[str]) -> Edit:
    """A name that is new to the table, which may not be there yet."""
    return Set((*path, name), text) if there else Set(path, f"{{ {spell_key(name)} = {text} }}")


def _at(path: Path, name: str, part: str) -> Path:
    return (*path, name) if path == RATES else (*path, name, part)
