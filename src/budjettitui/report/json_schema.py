"""The JSON Schema (2020-12) of the budget file, made from the same table of tables that reads it.

It says of a key what it may hold; what takes the rest of the file to know (years by the project's periods, ids) is left
to `check`.
"""

import json
from collections.abc import Iterator
from typing import Any

from budjettitui.model import QUALIFIERS, STAGES
from budjettitui.money import CURRENCIES
from budjettitui.reading.kinds import PRICE_DECIMALS, Kind
from budjettitui.reading.tables import ROWS, SINGLES, STATED, TABLES, Key, Table

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

EXTRA: Schema = {"extra": {"type": "object"}}
"""The table that any table may have, and nobody looks into."""


def report() -> Iterator[str]:
    """The schema as JSON, line by line."""
    yield from json.dumps(schema(), indent=2, ensure_ascii=False).split("\n")


def schema() -> Schema:
    """The schema of a whole file."""
    tables: Schema = {name: _table(table) for name, table in SINGLES.items()}
    stated = _table(STATED)
    tables["stated"] = {"anyOf": [stated, {"type": "array", "items": stated}]}
    tables |= {name: {"type": "array", "items": _table(table)} for name, table in ROWS.items()}
    needed = [name for name, table in SINGLES.items() if name in table.required_tables]
    return {
        "$schema": DIALECT,
        "title": "budjettitui: a grant budget, version 1 of its form",
        "type": "object",
        "properties": {"schema": {"const": 1}, **{name: tables[name] for name in TABLES}, **EXTRA},
        "required": ["schema", *needed],
        "additionalProperties": False,
        "$defs": _definitions(),
    }


def _table(table: Table) -> Schema:
    made: Schema = {
        "type": "object",
        "properties": {**{name: _key(key, table) for name, key in table.keys.items()}, **EXTRA},
        "additionalProperties": False,
    }
    return made | ({"required": list(table.required)} if table.required else {})


def _key(key: Key, table: Table) -> Schema:
    if key.kind is Kind.WORD:
        return {"enum": list(key.words)}
    if key.kind is Kind.TABLES:
        assert key.inner is not None
        more: Schema = {"properties": EXTRA} if key.name == "years" else {}
        return {"type": "object", **more, "additionalProperties": _table(key.inner)}
    if key.kind is Kind.TEXT and (key.required or key.name == table.called):
        return _ref("name")
    signed = key.name in SIGNED and key.kind in (Kind.AMOUNT, Kind.FIGURE, Kind.NUMBER)
    return _ref(("signed_" if signed else "") + _NAMES[key.kind])


SIGNED = ("net_costs", "difference", "months_max", "decision_limit", "support_min", "support_max", "costs_max", "max")
"""What `negative-amount` does not look at: limits, and what may be less than nothing."""


_NAMES = {
    Kind.TEXT: "text",
    Kind.BOOL: "bool",
    Kind.DATE: "date",
    Kind.PERIOD: "period",
    Kind.AMOUNT: "amount",
    Kind.PRICE: "price",
    Kind.FIGURE: "figure",
    Kind.PERCENT: "percent",
    Kind.NUMBER: "number",
    Kind.YEARS: "years",
    Kind.FIGURES: "figures",
    Kind.PERCENTS: "percents",
    Kind.TEXTS: "texts",
    Kind.CURRENCY: "currency",
    Kind.AMOUNT_OR_NONE: "amount_or_none",
    Kind.CONFIRMED: "confirmed",
}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _definitions() -> Schema:
    """What every kind of value may be. Numbers are below 10^12; how many decimals they have is said in words."""
    number: Schema = {"type": "number", "minimum": 0, "exclusiveMaximum": 10**12}
    signed: Schema = {"type": "number", "exclusiveMinimum": -(10**12), "exclusiveMaximum": 10**12}
    amount = "An exact amount with no more decimals than the currency has; bare, or with its qualifiers"
    price = f"An exact price with at most {PRICE_DECIMALS} decimals; bare, or with its qualifiers"
    figure = "An amount, or amounts by stage"
    return {
        "text": {"type": "string"},
        "name": {"type": "string", "pattern": "\\S"},
        "bool": {"type": "boolean"},
        "date": {"type": "string", "format": "date"},
        "period": _object({"start": _ref("date"), "end": _ref("date"), **EXTRA}, ["start", "end"]),
        "number": number,
        "signed_number": signed,
        "percent": {"type": "number", "minimum": 0, "maximum": 100},
        "amount": {"description": amount, "anyOf": [number, _qualified(number)]},
        "signed_amount": {"description": amount, "anyOf": [signed, _qualified(signed)]},
        "price": {"description": price, "anyOf": [number, _qualified(number)]},
        "stages": _stages("amount"),
        "signed_stages": _stages("signed_amount"),
        "figure": {"description": figure, "anyOf": [_ref("amount"), _ref("stages")]},
        "signed_figure": {"description": figure, "anyOf": [_ref("signed_amount"), _ref("signed_stages")]},
        "years": {
            "description": "Figures by calendar year, or by the names in project.periods",
            "type": "object",
            "properties": EXTRA,
            "additionalProperties": _ref("figure"),
        },
        "figures": {"type": "object", "additionalProperties": _ref("figure")},
        "percents": {"type": "object", "additionalProperties": _ref("percent")},
        "texts": {"type": "array", "items": {"type": "string"}},
        "currency": {"description": "ISO 4217", "enum": sorted(CURRENCIES)},
        "amount_or_none": {"anyOf": [_ref("amount"), {"const": "none"}]},
        "confirmed": {"enum": [True, False, "conditional"]},
    }


def _object(properties: Schema, required: list[str] | None = None) -> Schema:
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return made | ({"required": required} if required else {})


def _stages(amount: str) -> Schema:
    some: Schema = {"anyOf": [{"required": [stage]} for stage in STAGES]}
    return _object({stage: _ref(amount) for stage in STAGES} | EXTRA) | some


def _qualified(number: Schema) -> Schema:
    marks: Schema = {name: {"type": "boolean"} for name in QUALIFIERS}
    return _object({"amount": number, **marks, "source": {"type": "string"}, **EXTRA}, ["amount"])
