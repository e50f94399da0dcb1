"""The budget file as a table of tables (docs/file-format.md): every table, its keys, what each may hold, which must be there.

The reader, the nearest-key search and the reference of the format are all made from this one place.
"""

from collections.abc import Callable
from typing import Any

from budjettitui.findings import Path, Place
from budjettitui.model import (
    FUNDING_KINDS,
    OWN_BASES,
    PROJECT_KINDS,
    Appropriation,
    Call,
    Cost,
    Declared,
    Fund,
    Funding,
    Income,
    Note,
    Partner,
    Project,
    Range,
    Share,
    ShareYear,
    Stated,
    Waiver,
)
from budjettitui.reading import kinds
from budjettitui.reading.flaws import Sink
from budjettitui.reading.kinds import UNREAD, Kind
from budjettitui.reading.plain import reader_of
from budjettitui.values import record

ReadKey = Callable[[Sink, object, Place, Path], object]

READERS: dict[Kind, ReadKey] = {
    Kind.TEXT: kinds.read_text,
    Kind.BOOL: kinds.read_bool,
    Kind.DATE: kinds.read_date,
    Kind.PERIOD: kinds.read_period,
    Kind.AMOUNT: kinds.read_amount,
    Kind.PRICE: kinds.read_price,
    Kind.FIGURE: kinds.read_figure,
    Kind.PERCENT: kinds.read_percent,
    Kind.NUMBER: kinds.read_number,
    Kind.YEARS: kinds.read_years,
    Kind.FIGURES: kinds.read_figures,
    Kind.PERCENTS: kinds.read_percents,
    Kind.TEXTS: kinds.read_texts,
    Kind.CURRENCY: kinds.read_currency,
    Kind.AMOUNT_OR_NONE: kinds.read_amount_or_none,
    Kind.CONFIRMED: kinds.read_confirmed,
}


@record
class Key:
    """One key: its kind, whether it must be there, the words it may be, the tables it may hold."""

    name: str
    kind: Kind
    required: bool = False
    words: tuple[str, ...] = ()
    inner: "Table | None" = None

    def read(self, sink: Sink, value: object, place: Place, path: Path) -> object:
        """The value of this key, or UNREAD with the flaw said."""
        if self.kind is not Kind.WORD:
            return READERS[self.kind](sink, value, place, path)
        if isinstance(value, str) and value in self.words:
            return value
        if isinstance(value, str):
            sink.wrong_type(place.at(self.name), path, "word", value, self.words)
        else:
            sink.wrong_type(place.at(self.name), path, "text", value)
        return UNREAD


class Table:
    """One table: its keys by name, what its values become, and the key its rows are called by."""

    def __init__(
        self, make: Callable[..., Any], *keys: Key, called: str = "id", required_tables: tuple[str, ...] = ()
    ) -> None:
        self.make = make
        self.keys = {key.name: key for key in keys}
        self.plain = {key.name: reader_of(key.kind, key.words) for key in keys}
        """How a value that is plain is read, by the name of its key."""
        self.required = tuple(key.name for key in keys if key.required)
        self.called = called
        self.required_tables = required_tables


def _keys(kind: Kind, *names: str, required: bool = False) -> tuple[Key, ...]:
    return tuple(Key(name, kind, required) for name in names)


def _text(*names: str) -> tuple[Key, ...]:
    return _keys(Kind.TEXT, *names)


def _word(name: str, *words: str, required: bool = False) -> Key:
    return Key(name, Kind.WORD, required, words)


TOP = ("schema", "extra")

PROJECT_STAGES = ("draft", "application", "granted", "running", "closed", "cancelled")
PARTNER_KINDS = ("municipality", "state", "university", "association", "company", "other")

_BY_STAGE = _keys(Kind.AMOUNT, "amount", "applied", "granted", "realised")

SINGLES = {
    "project": Table(
        Project,
        *_keys(Kind.TEXT, "name", required=True),
        *_text("code", "rules", "cost_model"),
        _word("kind", *PROJECT_KINDS),
        _word("stage", *PROJECT_STAGES),
        Key("period", Kind.PERIOD),
        Key("periods", Kind.TEXTS),
        Key("currency", Kind.CURRENCY),
        Key("decision_limit", Kind.AMOUNT),
        called="",
        required_tables=("project",),
    ),
    "call": Table(
        Call,
        *_text("name", "type"),
        *_keys(Kind.PERCENT, "support_rate_max", "self_financing_min", "public_max", "partner_max"),
        *_keys(Kind.AMOUNT, "support_min", "support_max", "costs_max"),
        _word("self_financing_base", *OWN_BASES),
        *_keys(Kind.BOOL, "self_financing_every_partner", "in_kind_counts"),
        Key("months_max", Kind.NUMBER),
        Key("flat_rates", Kind.PERCENTS),
        Key("categories", Kind.TABLES, inner=Table(Range, *_keys(Kind.PERCENT, "min", "max"), called="")),
        Key("funds", Kind.TABLES, inner=Table(Fund, Key("rate_max", Kind.PERCENT), Key("max", Kind.AMOUNT), called="")),
        called="",
    ),
    "declared": Table(
        Declared,
        *_keys(Kind.AMOUNT_OR_NONE, "income", "other_grants"),
        _word("vat", "included", "excluded"),
        called="",
    ),
}
"""Tables that stand once."""

STATED = Table(
    Stated,
    *_text("of", "source"),
    *_keys(Kind.FIGURE, "costs", "net_costs", "income", "funding", "support", "own", "public_funding"),
    Key("support_rate", Kind.PERCENT),
    Key("categories", Kind.FIGURES),
    called="",
)

_PART = _keys(Kind.FIGURE, "costs", "income", "support", "own")

ROWS = {
    "partner": Table(
        Partner,
        *_keys(Kind.TEXT, "id", required=True),
        *_text("name"),
        _word("role", "lead", "partner", "others"),
        _word("kind", *PARTNER_KINDS),
        *_text("business_id", "iban", "country"),
        Key("recovers_vat", Kind.BOOL),
        *_text("cost_model"),
        Key("support_rate_max", Kind.PERCENT),
    ),
    "share": Table(
        Share,
        *_keys(Kind.TEXT, "partner", required=True),
        *_PART,
        Key("years", Kind.TABLES, inner=Table(ShareYear, *_PART, called="")),
        called="partner",
    ),
    "cost": Table(
        Cost,
        *_keys(Kind.TEXT, "category", required=True),
        *_text("id", "partner", "description", "person", "work_package"),
        Key("quantity", Kind.NUMBER),
        *_text("unit"),
        Key("unit_price", Kind.PRICE),
        *_keys(Kind.PERCENT, "allocation", "vat_rate"),
        Key("in_kind", Kind.BOOL),
        Key("date", Kind.DATE),
        Key("years", Kind.YEARS),
        *_BY_STAGE,
    ),
    "income": Table(Income, *_text("id", "partner", "description"), Key("years", Kind.YEARS), *_BY_STAGE),
    "funding": Table(
        Funding,
        _word("kind", *FUNDING_KINDS, required=True),
        *_text("id", "description", "fund", "payer", "recipient", "budget_item"),
        Key("confirmed", Kind.CONFIRMED),
        Key("public", Kind.BOOL),
        Key("years", Kind.YEARS),
        *_BY_STAGE,
    ),
    "appropriation": Table(
        Appropriation,
        *_keys(Kind.TEXT, "budget_item", required=True),
        *_text("payer"),
        Key("amount", Kind.AMOUNT),
        _word("basis", "gross", "net"),
        Key("covers", Kind.TEXTS),
        Key("by_year", Kind.BOOL),
        Key("years", Kind.YEARS),
        *_text("description"),
        called="",
    ),
    "waiver": Table(
        Waiver,
        *_keys(Kind.TEXT, "check", "at", "reason", required=True),
        *_text("by"),
        Key("until", Kind.DATE),
        Key("difference", Kind.AMOUNT),
        called="",
    ),
    "note": Table(
        Note, *_keys(Kind.TEXT, "at", "text", required=True), *_text("by"), Key("date", Kind.DATE), called=""
    ),
}
"""Tables that have rows."""

TABLES = {**SINGLES, "stated": STATED, **ROWS}
