"""A rule-set file of one's own that is wrong says so, with the place, and the rest of it holds."""

from pathlib import Path

import pytest

from budjettitui.rules.loader import Loaded, load


def read(tmp_path: Path, text: str) -> Loaded:
    (tmp_path / "city.toml").write_text(text, encoding="utf-8")
    return load("./city.toml", tmp_path)


RATE = '[[cost_model.m.flat_rate]]\nid = "r"\ncategory = "other"\nrate = 7\nbase = ["personnel"]\n'

FAULTS = {
    "a misspelt rule": ("support.rate_mx = 70", "unknown-key", ("support", "rate_mx")),
    "a misspelt table": ("[suport]\nrate_max = 70", "unknown-key", ("suport",)),
    "a budget's table": ('[project]\nname = "x"', "unknown-key", ("project",)),
    "a rule that is a table": ("rounding = 1", "unknown-key", ("rounding",)),
    "nesting without end": ("support.menu.a.b.c = 1", "unknown-key", ("support", "menu", "a", "b")),
    "a text for a percentage": ('support.rate_max = "70"', "wrong-type", ("support", "rate_max")),
    "above a hundred": ("support.rate_max = 101", "wrong-type", ("support", "rate_max")),
    "below zero": ("costs.max = -1", "wrong-type", ("costs", "max")),
    "not a number": ("costs.max = nan", "wrong-type", ("costs", "max")),
    "an exponent": ("costs.max = 1e3", "wrong-type", ("costs", "max")),
    "too large": ("costs.max = 1_000_000_000_000", "wrong-type", ("costs", "max")),
    "a number for a flag": ("declarations.income = 1", "wrong-type", ("declarations", "income")),
    "a word of another list": ('support.base = "net"', "wrong-type", ("support", "base")),
    "a moment for a day": ("period.end = 2027-12-31T00:00:00", "wrong-type", ("period", "end")),
    "no day": ('period.end = "31.12.2027"', "wrong-type", ("period", "end")),
    "a list with a text": ('support.menu.a = [1, "2"]', "wrong-type", ("support", "menu", "a")),
    "a wrong value inside": ('costs.max = { value = "1" }', "wrong-type", ("costs", "max", "value")),
    "no value": ('costs.max = { source = "x" }', "missing-key", ("costs", "max")),
    "a misspelt source": ('costs.max = { value = 1, sourec = "x" }', "unknown-key", ("costs", "max", "sourec")),
    "a source that is no text": ("costs.max = { value = 1, source = 1 }", "wrong-type", ("costs", "max", "source")),
    "verified by nothing": ("costs.max = { value = 1, verified = true }", "missing-key", ("costs", "max")),
    "a category that is a text": ('category.x = "y"', "wrong-type", ("category", "x")),
    "a language we do not have": ('[category.x]\nde = "Y"', "unknown-key", ("category", "x", "de")),
    "a blank label": ('[category.x]\nfi = ""', "wrong-type", ("category", "x", "fi")),
    "a title in another language": ('titles.de = "Y"', "unknown-key", ("titles", "de")),
    "titles that are a text": ('titles = "Y"', "wrong-type", ("titles",)),
    "another version": ("rule_set = 2", "wrong-type", ("rule_set",)),
    "a number extended": ("extends = 1", "wrong-type", ("extends",)),
    "a kind of project": ('cost_model.m.project_kinds = ["x"]', "wrong-type", ("cost_model", "m", "project_kinds", 0)),
    "a misspelt key of a model": ("cost_model.m.flatrate = 1", "unknown-key", ("cost_model", "m", "flatrate")),
    "one flat rate without a list": ("cost_model.m.flat_rate = { }", "wrong-type", ("cost_model", "m", "flat_rate")),
    "a flat rate without base": (
        '[[cost_model.m.flat_rate]]\nid = "r"\ncategory = "other"\nrate = 7',
        "missing-key",
        ("cost_model", "m", "flat_rate", 0),
    ),
    "a base that is no category": (
        'extends = "fi-oph"\n' + RATE.replace('["personnel"]', '["personnel", "staff"]'),
        "unknown-category",
        ("cost_model", "m", "flat_rate", 0, "base", 1),
    ),
    "a share of no category": (
        'extends = "fi-oph"\ncategory_share.property.max = 10',
        "unknown-category",
        ("category_share", "property"),
    ),
    "a category allowed that is none": (
        'extends = "fi-oph"\nallowed_categories = ["property"]',
        "unknown-category",
        ("allowed_categories", 0),
    ),
    "an end before the start": ("period = { start = 2027-01-01, end = 2026-12-31 }", "wrong-type", ("period", "end")),
    "an end before the start of what is extended": (
        'extends = "fi-esrplus-2021"\nperiod.end = 2020-12-31',
        "wrong-type",
        ("period", "end"),
    ),
    "a least above the most": (
        'extends = "fi-oph"\ncategory_share.travel = { min = 50, max = 20 }',
        "wrong-type",
        ("category_share", "travel", "max"),
    ),
    "a floor above the least": (
        "persons = { part_time_min = 10, part_time_floor = 20 }",
        "wrong-type",
        ("persons", "part_time_min"),
    ),
    "a category in two spellings": (
        'extends = "fi-oph"\n[category.Travel]\nfi = "Matkat"',
        "duplicate-id",
        ("category", "Travel"),
    ),
    "a flat rate twice": (
        "any_category = true\n" + RATE * 2,
        "duplicate-id",
        ("cost_model", "m", "flat_rate", 1),
    ),
    "a unit of nothing": ("rounding.unit = 0", "wrong-type", ("rounding", "unit")),
    "a year without hours": ("persons.hours_year = { value = 0 }", "wrong-type", ("persons", "hours_year", "value")),
    "a kind of funding that is none": (
        'self_financing.required_kinds = { value = ["own", "ownn"] }',
        "wrong-type",
        ("self_financing", "required_kinds", "value", 1),
    ),
    "a base of nothing": (
        "any_category = true\n" + RATE.replace('["personnel"]', "[]"),
        "missing-key",
        ("cost_model", "m", "flat_rate", 0, "base"),
    ),
    "a rate of its own line": (
        "any_category = true\n" + RATE.replace('["personnel"]', '["other"]'),
        "wrong-type",
        ("cost_model", "m", "flat_rate", 0, "base", 0),
    ),
    "a base that is excluded": (
        "any_category = true\n" + RATE + 'excludes = ["personnel"]\n',
        "wrong-type",
        ("cost_model", "m", "flat_rate", 0, "base", 0),
    ),
    "a rate beside which it may not be that is none": (
        "any_category = true\n" + RATE + 'not_with = ["x"]\n',
        "unknown-reference",
        ("cost_model", "m", "flat_rate", 0, "not_with", 0),
    ),
    "a cost model allowed that is none": (
        'extends = "fi-oph"\nallowed_cost_models = ["flat-40"]',
        "unknown-cost-model",
        ("allowed_cost_models", 0),
    ),
}


@pytest.mark.parametrize(("text", "check", "path"), FAULTS.values(), ids=FAULTS.keys())
def test_what_is_wrong_is_said_once_with_its_place(
    text: str, check: str, path: tuple[str | int, ...], tmp_path: Path
) -> None:
    found = read(tmp_path, text + "\n")
    assert [(item.check, item.path, item.file) for item in found.faults] == [(check, path, "./city.toml")]
    assert found.rules is not None


def test_the_nearest_key_is_named(tmp_path: Path) -> None:
    found = read(tmp_path, "support.rate_mx = 70\n")
    assert found.faults[0].values == {"key": "rate_mx", "nearest": "rate_max"}
    assert found.faults[0].at_key


def test_what_is_right_holds_beside_what_is_wrong(tmp_path: Path) -> None:
    found = read(tmp_path, 'extends = "fi-oph"\nsupport.rate_max = "70"\ncosts.max = 5\n')
    assert found.rules is not None
    assert found.rules.number("costs.max") == 5
    assert found.rules.rule("support.rate_max") is None


def test_faults_of_what_is_extended_are_told_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text("costs.mx = 1\n", encoding="utf-8")
    found = read(tmp_path, 'extends = "./base.toml"\n')
    assert [(item.file, item.path) for item in found.faults] == [("./base.toml", ("costs", "mx"))]


def test_a_flat_rate_takes_the_place_of_the_one_of_its_id(tmp_path: Path) -> None:
    rate = '[[cost_model.flat-40.flat_rate]]\nid = "flat-40"\ncategory = "flat-rate"\nrate = 35\nbase = ["personnel"]\n'
    found = read(tmp_path, 'extends = "fi-esrplus-2021"\n' + rate)
    assert found.faults == ()
    assert found.rules is not None
    model = found.rules.cost_models["flat-40"]
    assert [(item.id, item.rate.value) for item in model.flat_rates] == [("flat-40", 35)]
    assert model.labels["fi"] == "Flat rate 40 %"
    assert model.project_kinds[0] == "development"


def test_a_call_may_leave_only_some_cost_models_open(tmp_path: Path) -> None:
    found = read(tmp_path, 'extends = "fi-esrplus-2021"\nallowed_cost_models = ["flat-40"]\n')
    assert found.faults == ()
    assert found.rules is not None
    assert list(found.rules.cost_models) == ["flat-40"]
    assert len(found.rules.categories) == 6


def test_a_rule_under_funding_is_no_heading(tmp_path: Path) -> None:
    found = read(tmp_path, 'funding.equals_costs = { value = true, source = "x" }\n[funding.own]\nfi = "Oma"\n')
    assert found.faults == ()
    assert found.rules is not None
    assert found.rules.flag("funding.equals_costs")
    assert list(found.rules.funding) == ["own"]
