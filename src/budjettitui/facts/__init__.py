"""What a budget says of its project, its call and what is declared, and of a row key by key: each fact, what it may be, and
a text as its change.

The pages have cells for the figures and for what is looked at most; here is all the rest too. Knows no screen.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from budjettitui import cells
from budjettitui.acceptance import day
from budjettitui.cells.places import kind_of, value_path
from budjettitui.document import value_at
from budjettitui.edits import Change, Edit, Remove, Set
from budjettitui.facts.listed import PERIODS
from budjettitui.facts.named import FUNDS, LIMITS, RATES
from budjettitui.findings import Path
from budjettitui.model import Call
from budjettitui.money import CURRENCIES
from budjettitui.reading.kinds import Kind
from budjettitui.reading.tables import TABLES
from budjettitui.rules import Rule, RuleSet, loader
from budjettitui.state import State
from budjettitui.typed import FINNISH, NotYet, NumberStyle
from budjettitui.values import replace

YES, NO = "true", "false"

PERIOD: Path = ("project", "period")
RULES: Path = ("project", "rules")
MODEL: Path = ("project", "cost_model")
CURRENCY: Path = ("project", "currency")
TYPE: Path = ("call", "type")

FACTS: tuple[Path, ...] = (
    ("project", "name"), ("project", "code"), RULES, ("project", "kind"), MODEL, ("project", "stage"), PERIOD,
    PERIODS, CURRENCY, ("project", "decision_limit"),
    ("call", "name"), TYPE, ("call", "support_rate_max"), ("call", "support_min"), ("call", "support_max"),
    ("call", "costs_max"), ("call", "self_financing_min"), ("call", "self_financing_base"),
    ("call", "self_financing_every_partner"), ("call", "in_kind_counts"), ("call", "public_max"), ("call", "partner_max"),
    ("call", "months_max"), RATES, LIMITS, FUNDS,
    ("declared", "income"), ("declared", "other_grants"), ("declared", "vat"),
)  # fmt: skip
"""The facts in the order in which a funder's form asks for them."""

OF_ROWS = ("partner", "cost", "income", "funding", "appropriation")
"""Tables whose rows are shown key by key."""

PLAIN = (Kind.TEXT, Kind.WORD, Kind.BOOL, Kind.CONFIRMED, Kind.AMOUNT, Kind.PRICE, Kind.NUMBER, Kind.PERCENT, Kind.DATE)
"""Kinds of keys that are one value; years have their page."""

COMMON = ("EUR", "SEK", "NOK", "DKK", "ISK", "GBP", "USD")
"""The currencies that are offered first."""

_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}")
_BETWEEN = re.compile(r"[\s–—.,;-]*")
"""What may stand beside two days."""

_BY_TYPE = ("support.rate_max_by_type.", "costs.max_by_type.", "period.months_max_by_type.", "support.min_by_type.",
            "support.public_amount_max_by_type.", "support.menu.")  # fmt: skip


def row_of(state: State, at: Path | None) -> Path | None:
    """The row that a place is in; of a share the partner that it is of. None where there is no such row."""
    if at is None or len(at) < 2:
        return None
    if at[0] == "share":
        who = at[1] if isinstance(at[1], str) else state.budget.shares[at[1]].partner
        number = next((n for n, one in enumerate(state.budget.partners) if one.id == who), None)
        return None if number is None else ("partner", number)
    there = isinstance(at[1], int) and at[0] in OF_ROWS and at[1] < len(state.budget.rows(str(at[0])))
    return at[:2] if there else None


def facts_of(row: Path) -> tuple[Path, ...]:
    """Every key of a row but its years. What rows call a partner by is changed on the page of the partners."""
    keys = TABLES[str(row[0])].keys.values()
    kinds = (*PLAIN, Kind.TEXTS)
    return tuple((*row, key.name) for key in keys if key.kind in kinds and (row[0], key.name) != ("partner", "id"))


def value_of(state: State, path: Path) -> str | Decimal | date | tuple[date, date] | None:
    """What the file says: a text, a number, a day, two of them; None where it says nothing, or nothing of the kind."""
    if path == PERIOD:
        period = state.budget.project.period
        return None if period is None else (period.start, period.end)
    values = state.document.values
    value = value_at(values, value_path(values, path))
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int | Decimal):
        return Decimal(value)
    return value if isinstance(value, str | date) else None


def words_of(state: State, path: Path) -> tuple[str, ...]:
    """The words that a fact may be, where there is a list of them; a rule set or type of one's own stays in it."""
    key = TABLES[str(path[0])].keys[str(path[-1])]
    known: tuple[str, ...] = (YES, NO) if key.kind is Kind.BOOL else cells.words_of(state, path)
    if path == RULES:
        known = tuple(loader.shipped())
    elif path[-1] == MODEL[-1]:
        known = tuple(state.terms.rules.cost_models)
    elif path == TYPE:
        known = types_of(state.terms.rules)
    elif path == CURRENCY:
        known = (*COMMON, *sorted(CURRENCIES.difference(COMMON)))
    present = value_at(state.document.values, path)
    return (*known, present) if known and isinstance(present, str) and present not in known else known


def only_listed(state: State, path: Path) -> bool:
    """True where nothing but a word of the list may stand, or its words are all that anybody would write."""
    named = path[0] in ("project", "call") or path[-1] == MODEL[-1]
    return named or cells.only_listed(state, path) or kind_of(path) in (Kind.BOOL, Kind.CONFIRMED)


def types_of(rules: RuleSet) -> tuple[str, ...]:
    """The types of call that a rule set has numbers for."""
    found = (key.removeprefix(first) for key in rules.rules for first in _BY_TYPE if key.startswith(first))
    return tuple(dict.fromkeys(found))


def may_go(path: Path) -> bool:
    """True of a fact that a file may leave out."""
    return not TABLES[str(path[0])].keys[str(path[-1])].required


def rule_of(state: State, path: Path) -> Rule | None:
    """What holds where the call says nothing: the rule set's own number."""
    if path[0] != "call" or path == TYPE:
        return None
    none = replace(state.terms, call=Call(type=state.budget.call.type))
    rules: Mapping[str, Rule | None] = {
        "support_rate_max": none.support.programme_ceiling(),
        "support_min": none.support.support_min,
        "costs_max": none.costs.costs_max,
        "self_financing_min": none.own.minimum,
        "public_max": none.support.public_max,
        "partner_max": none.costs.partner_max,
        "months_max": none.costs.months_max,
    }
    return rules.get(str(path[1]))


def fact_change(state: State, path: Path, text: str, style: NumberStyle = FINNISH) -> cells.Answer:
    """The change that a text means; without edits where all stays as it is. An empty text takes the fact out."""
    if not state.document.editable:
        return NotYet("cell.broken")
    if path == PERIOD:
        return _period(state, text)
    return _date(state, path, text) if kind_of(path) is Kind.DATE else cells.cell_change(state, path, text, style)


def is_percent(path: Path) -> bool:
    """True of a fact in per cent."""
    return path != PERIOD and kind_of(path) is Kind.PERCENT


def is_exact(path: Path) -> bool:
    """True of a number that is shown with all its decimals: months, a quantity, a price."""
    return path != PERIOD and kind_of(path) in (Kind.NUMBER, Kind.PRICE)


def _period(state: State, text: str) -> cells.Answer:
    """Two days, in either way of writing them; only the day that differs is written."""
    done = {"at": PERIOD, "text": text.strip()}
    there = value_at(state.document.values, PERIOD)
    if not text.strip():
        return Change("change.set", (Remove(PERIOD),) if there is not None else (), done)
    days = _days(text)
    if days is None:
        return NotYet("cell.no-period")
    if not isinstance(there, Mapping):
        start, end = (one.isoformat() for one in days)
        return Change("change.set", (Set(PERIOD, f"{{ start = {start}, end = {end} }}"),), done)
    edits: list[Edit] = [
        Set((*PERIOD, key), one.isoformat())
        for key, one in zip(("start", "end"), days, strict=True)
        if there.get(key) != one
    ]
    return Change("change.set", tuple(edits), done)


def _date(state: State, path: Path, text: str) -> cells.Answer:
    """One day, in either way of writing it."""
    there = value_at(state.document.values, path)
    try:
        new = day(text)
    except ValueError:
        return NotYet("cell.no-day")
    edits: tuple[Edit, ...] = ()
    if new != there:
        edits = (Remove(path),) if new is None else (Set(path, new.isoformat()),)
    return Change("change.set", edits, {"at": path, "text": text.strip()})


def _days(text: str) -> tuple[date, date] | None:
    """The two days of a text that says nothing else."""
    found = _DAY.findall(text)
    if len(found) != 2 or not _BETWEEN.fullmatch(_DAY.sub("", text)):
        return None
    try:
        first, last = (day(one.replace(" ", "")) for one in found)
    except ValueError:
        return None
    return (first, last) if first is not None and last is not None else None
