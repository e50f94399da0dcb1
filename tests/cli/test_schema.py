"""`schema`: the JSON Schema has every table and key of the form, and all that the five budgets use."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from budjettitui.cli import main
from budjettitui.reading.tables import TABLES
from budjettitui.report.json_schema import schema
from tests.checks.judging import findings_of
from tests.places import BUDGETS

SEEDS = sorted(BUDGETS.glob("*.toml"))


def test_the_command_writes_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(schema()))


@pytest.mark.parametrize("table", TABLES)
def test_every_key_of_every_table_is_in_it(table: str) -> None:
    made = resolved(schema()["properties"][table], schema())
    inner = made["anyOf"][0] if "anyOf" in made else made.get("items", made)
    assert set(inner["properties"]) == {*TABLES[table].keys, "extra"}
    assert tuple(inner.get("required", ())) == TABLES[table].required


def test_every_reference_leads_somewhere() -> None:
    whole = schema()
    assert set(references(whole)) <= {f"#/$defs/{name}" for name in whole["$defs"]}


@pytest.mark.parametrize("file", SEEDS, ids=lambda file: file.stem)
def test_the_five_budgets_keep_to_it(file: Path) -> None:
    assert list(faults(tomllib.loads(file.read_text(encoding="utf-8")), schema(), schema())) == []


def test_a_key_that_is_not_in_the_form_does_not() -> None:
    values = {"schema": 1, "project": {"name": "x", "nmae": "y"}, "cost": [{"amount": "5"}]}
    assert sorted(faults(values, schema(), schema())) == ["amount", "category", "nmae"]


ODD = (-5, "", " ", {"amount": -5}, {"planned": -5}, {"2024": -5}, {"2024": {"costs": -5}}, {"extra": {"a": 1}})
KEYS = [(name, key) for name, table in TABLES.items() for key in (*table.keys, "extra")]


@pytest.mark.parametrize(("table", "key"), KEYS, ids=str)
def test_what_the_schema_refuses_is_what_check_tells_of_the_form(table: str, key: str) -> None:
    """Days are left out: TOML has them and JSON does not."""
    for value in ODD if key not in ("date", "until") else ():
        values = whole_file()
        rows = values[table]
        (rows[0] if isinstance(rows, list) else rows)[key] = value
        refused = bool(list(faults(values, schema(), schema())))
        assert refused == any(one.check in FORM for one in findings_of(written(values))), (value, refused)


FORM = ("wrong-type", "unknown-key", "missing-key", "amount-format", "negative-amount")


def whole_file() -> dict[str, Any]:
    """One row of every table."""
    single: dict[str, Any] = {"project": {"name": "x"}, "call": {"name": "c"}, "declared": {}, "stated": {}}
    rows = {
        "partner": {"id": "p"}, "share": {"partner": "p"}, "cost": {"category": "a"}, "income": {},
        "funding": {"kind": "own"}, "appropriation": {"budget_item": "1"}, "note": {"at": "project", "text": "t"},
        "waiver": {"check": "total-cost", "at": "project", "reason": "r"},
    }  # fmt: skip
    return {"schema": 1, **single, **{name: [row] for name, row in rows.items()}}


def written(values: dict[str, Any]) -> str:
    lines = ["schema = 1"]
    for name, value in values.items():
        if name != "schema":
            rows = isinstance(value, list)
            lines.append(f"[[{name}]]" if rows else f"[{name}]")
            lines += [f"{key} = {toml(one)}" for key, one in (value[0] if rows else value).items()]
    return "\n".join(lines) + "\n"


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(one)}" for key, one in value.items()) + " }"
    return json.dumps(value)


# what of JSON Schema the schema uses, read by itself so that the tests need no other package
def resolved(part: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = whole["$defs"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part
    return found


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from [part["$ref"]] if "$ref" in part else []
        for inner in part.values():
            yield from references(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from references(inner)


TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "boolean": (bool,),
    "string": (str,),
    "number": (int, float),
}


def faults(value: Any, part: dict[str, Any], whole: dict[str, Any], key: str = "") -> Iterator[str]:
    part = resolved(part, whole)
    if "anyOf" in part and all(list(faults(value, one, whole, key)) for one in part["anyOf"]):
        yield key
    if ("enum" in part and value not in part["enum"]) or ("const" in part and value != part["const"]):
        yield key
    if isinstance(value, int | float) and value < part.get("minimum", value):
        yield key
    if isinstance(value, str) and not re.search(part.get("pattern", ""), value):
        yield key
    kind = "day" if part.get("format") == "date" else part.get("type")
    if kind is None and isinstance(value, dict):
        yield from (name for name in part.get("required", ()) if name not in value)
    if kind in TYPES and (not isinstance(value, TYPES[kind]) or (kind == "number" and isinstance(value, bool))):
        yield key
    elif kind == "array":
        for item in value:
            yield from faults(item, part["items"], whole, key)
    elif kind == "object":
        yield from (name for name in part.get("required", ()) if name not in value)
        for name, inner in value.items():
            more = part.get("properties", {}).get(name, part.get("additionalProperties", {}))
            yield from [name] if more is False else faults(inner, more, whole, name)
