"""`schema`: the JSON Schema has every table and key of the form, and all that the five budgets use."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from budjettitui.cli import main
from budjettitui.reading.tables import TABLES
from budjettitui.report.json_schema import schema

SEEDS = sorted((Path(__file__).parents[2] / "budgets").glob("*.toml"))


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


TYPES: dict[str, tuple[type, ...]] = {"object": (dict,), "array": (list,), "boolean": (bool,), "number": (int, float)}


def faults(value: Any, part: dict[str, Any], whole: dict[str, Any], key: str = "") -> Iterator[str]:
    part = resolved(part, whole)
    if "anyOf" in part and all(list(faults(value, one, whole, key)) for one in part["anyOf"]):
        yield key
    if ("enum" in part and value not in part["enum"]) or ("const" in part and value != part["const"]):
        yield key
    kind = part.get("type")
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
