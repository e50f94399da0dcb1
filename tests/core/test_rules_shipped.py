"""Every rule set that ships loads whole, has what the design promises, and says where its numbers come from."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from budjettitui.model import PROJECT_KINDS
from budjettitui.reading.tables import TABLES
from budjettitui.rules import Category, CostModel, Rule, RuleSet
from budjettitui.rules.keys import MODEL_RULES
from budjettitui.rules.loader import load, shipped
from budjettitui.words import LANGUAGES, Words
from tests.places import ROOT

ESR = "personnel services equipment property other flat-rate"
HORIZON = "personnel subcontracting travel equipment other-goods third-party-support internal-invoicing indirect"

PROMISED = {
    "generic": ("", ""),
    "fi-esrplus-2021": ("flat-40 flat-7 flat-1.5 actual lump-sum fixed-lump-sum", ESR),
    "fi-esr-2014": ("flat-17 flat-24 flat-15 actual lump-sum", ESR),
    "fi-state-grant": ("actual", "personnel premises services other overhead"),
    "fi-oph": ("actual", "personnel materials equipment services rents travel other"),
    "eu-horizon-2021": ("actual lump-sum", HORIZON),
    "eu-interreg-2021": ("actual staff-20 flat-40", "staff office travel external equipment works flat-rate"),
    "eu-erasmus-ka2-2021": ("lump-sum", ""),
    "eu-life-2021": ("actual", "personnel subcontracting travel equipment other-goods other indirect"),
    "fi-rural-2023": ("flat-19 flat-40 actual", "personnel services travel equipment other flat-rate"),
    "fi-aka": ("full-cost", "personnel side-costs overhead services travel equipment other"),
    "eu-amif-2021": ("actual", "personnel services travel equipment property other indirect"),
}


def loaded(name: str) -> RuleSet:
    found = load(name)
    assert found.fault is None
    assert found.faults == ()
    assert found.rules is not None
    return found.rules


def all_rules(rules: RuleSet) -> Iterator[Rule]:
    yield from rules.rules.values()
    for model in rules.cost_models.values():
        yield from model.rules.values()
        yield from (rate.rate for rate in model.flat_rates)


def test_the_promised_rule_sets_ship() -> None:
    assert set(PROMISED) <= set(shipped())
    assert shipped()[0] == "generic"


@pytest.mark.parametrize("name", PROMISED)
def test_a_rule_set_has_the_promised_cost_models_and_categories(name: str) -> None:
    rules = loaded(name)
    models, categories = PROMISED[name]
    assert set(rules.cost_models) == set(models.split())
    assert set(rules.categories) == set(categories.split())
    assert rules.id == name
    assert rules.any_category == (not categories)
    assert rules.any_cost_model == (not models)


def all_parts(rules: RuleSet) -> Iterator[Category | CostModel]:
    yield from rules.categories.values()
    yield from rules.cost_models.values()
    yield from rules.funding.values()


@pytest.mark.parametrize("name", PROMISED)
def test_everything_that_has_a_label_has_it_in_three_languages(name: str) -> None:
    rules = loaded(name)
    assert set(rules.titles) == {"fi", "sv", "en"}
    for part in all_parts(rules):
        assert set(part.labels) == {"fi", "sv", "en"}, part.id


@pytest.mark.parametrize("name", PROMISED)
def test_what_is_verified_says_where_it_stands(name: str) -> None:
    rules = loaded(name)
    for rule in all_rules(rules):
        assert rule.source or not rule.verified, rule.key
    for part in all_parts(rules):
        assert part.source or not part.verified, part.id


@pytest.mark.parametrize("name", PROMISED)
def test_every_source_of_a_rule_begins_with_a_name_that_is_spelled_out(name: str) -> None:
    rules = loaded(name)
    unlisted = ("Interreg Europe",)
    for rule in all_rules(rules):
        if rule.source is not None:
            assert rule.source.startswith((*rules.sources, *unlisted)), rule.source


@pytest.mark.parametrize("name", PROMISED)
def test_the_flat_rates_of_a_model_know_each_other(name: str) -> None:
    for model in loaded(name).cost_models.values():
        for rate in model.flat_rates:
            assert rate.category not in (*rate.base, *rate.covers, *rate.excludes)
            assert not set(rate.base) & {*rate.covers, *rate.excludes}


@pytest.mark.parametrize("name", PROMISED)
def test_loading_twice_is_loading_once(name: str) -> None:
    assert load(name) is load(name)


def test_the_kinds_of_project_are_those_of_the_budget_file() -> None:
    assert TABLES["project"].keys["kind"].words == PROJECT_KINDS


def test_keys_stand_once_and_say_what_they_mean() -> None:
    names = [key.name for key in MODEL_RULES]
    assert len(set(names)) == len(names)
    for lang in LANGUAGES:
        words = Words(lang)
        assert [key.name for key in MODEL_RULES if not words.has(f"rule.{key.name}")] == []
        assert {word for key in MODEL_RULES for word in key.words if not words.has(f"rule.word.{word}")} == set()


def test_the_ceilings_that_statutes_set() -> None:
    esr = loaded("fi-esrplus-2021")
    assert esr.rule("support.rate_max") == Rule("support.rate_max", Decimal(80), "867/2021 4 § 1 mom.", True)
    assert esr.number("support.rate_max_by_kind.investment") == 70
    assert (esr.word("support.base"), esr.word("support.scope")) == ("net_costs", "partner")
    assert esr.word("vat.municipality") == "never"
    old = loaded("fi-esr-2014")
    assert old.number("support.rate_max") == 80
    assert old.word("support.scope") == "both"


def test_only_a_call_sets_the_ceiling_of_a_state_grant() -> None:
    assert not [key for key in loaded("fi-state-grant").rules if key.startswith("support.rate_max")]


def test_generic_leaves_the_unit_to_the_figures() -> None:
    assert loaded("generic").rule("rounding.unit") is None


def test_no_number_that_one_project_or_no_source_gives_is_verified() -> None:
    esr = loaded("fi-esrplus-2021")
    for key in ("persons.side_cost.other-staff", "persons.side_cost.uas-teachers", "rounding.unit", "rounding.support"):
        rule = esr.rule(key)
        assert rule is not None
        assert not rule.verified
    menu = loaded("eu-erasmus-ka2-2021").rule("support.menu.ka220")
    assert menu is not None
    assert menu.value == (120_000, 250_000, 400_000)
    assert not menu.verified


def test_the_seven_per_cent_model_has_its_gates_and_its_closed_list() -> None:
    model = loaded("fi-esrplus-2021").cost_models["flat-7"]
    assert model.rules["condition.services_min"].value == 30
    assert model.rules["condition.travel_min"].value == 20
    assert model.flat_rates[0].base == ("personnel", "services", "equipment", "other")


def test_every_key_is_in_the_reference() -> None:
    text = (ROOT / "docs" / "rule-set-format.md").read_text(encoding="utf-8")
    for key in MODEL_RULES:
        assert f"| `{key.name}` |" in text
        assert f"| {Words('en').say(f'rule.{key.name}')} |" in text
