"""The five budgets say what their documents say: read without a flaw, with the same sums, and no person in them."""

import os
import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from stdnum import iban
from stdnum.fi import ytunnus

from budjettitui.model import Budget, Figure, Partner, Share, Stated
from budjettitui.reading import read
from budjettitui.rules.loader import load
from tests.places import ROOT

BUDGETS = ("hot", "dot", "soku", "lahetko", "hyva-alku")

BudgetsByName = dict[str, Budget]


@pytest.fixture(scope="session")
def budgets() -> BudgetsByName:
    """The budgets by the names of their files."""
    texts = {name: (ROOT / "budgets" / f"{name}.toml").read_text(encoding="utf-8") for name in BUDGETS}
    return {name: read(tomllib.loads(text, parse_float=Decimal)) for name, text in texts.items()}


@pytest.fixture(scope="session")
def documents() -> str:
    """The five documents; they lie beside the project and not in it."""
    folder = Path(os.environ.get("BUDJETTITUI_SEEDS", ROOT.parent / "shared" / "seeds"))
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts:
        pytest.skip("the five documents are not beside the project")
    return "\n".join(texts)


def figure(value: Figure | None, stage: str = "planned") -> Decimal:
    amount = value.at(stage) if value is not None else None
    assert amount is not None
    return amount.value


def funding(budget: Budget) -> dict[str | None, Decimal]:
    return {line.id: line.amount.value for line in budget.funding if line.amount is not None}


def appropriations(budget: Budget) -> list[Decimal]:
    return [item.amount.value for item in budget.appropriations if item.amount is not None]


def stated(budget: Budget) -> Stated:
    return budget.stated[0]


def share(budget: Budget) -> Share:
    assert len(budget.shares) == 1
    return budget.shares[0]


def partners(budget: Budget) -> dict[str | None, Partner]:
    return {partner.id: partner for partner in budget.partners}


@pytest.mark.parametrize("name", BUDGETS)
def test_a_budget_reads_without_a_flaw(name: str, budgets: BudgetsByName) -> None:
    assert budgets[name].flaws == ()
    assert budgets[name].unread == frozenset()
    assert budgets[name].waivers == ()


@pytest.mark.parametrize("name", BUDGETS)
def test_its_rules_ship_and_have_its_categories_and_cost_model(name: str, budgets: BudgetsByName) -> None:
    budget = budgets[name]
    rules = load(budget.project.rules or "").rules
    assert rules is not None
    assert {line.category for line in budget.costs} <= set(rules.categories)
    assert budget.project.cost_model is None or budget.project.cost_model in rules.cost_models


@pytest.mark.parametrize("name", BUDGETS)
def test_every_body_that_is_named_is_one(name: str, budgets: BudgetsByName) -> None:
    budget = budgets[name]
    known = set(partners(budget))
    places = known | {line.id for line in budget.funding} | {"project"}
    assert {row.recipient for row in budget.funding} - {None} <= known
    assert {row.partner for row in budget.costs} - {None} <= known
    assert {row.partner for row in budget.shares} <= known
    assert {place for item in budget.appropriations for place in item.covers} <= places


@pytest.mark.parametrize("name", BUDGETS)
def test_check_digits_hold(name: str, budgets: BudgetsByName) -> None:
    for partner in budgets[name].partners:
        assert partner.business_id is None or ytunnus.is_valid(partner.business_id)
        assert partner.iban is None or iban.is_valid(partner.iban)


@pytest.mark.parametrize("name", BUDGETS)
def test_nothing_in_it_looks_like_a_telephone_number_or_an_address(name: str) -> None:
    text = (ROOT / "budgets" / f"{name}.toml").read_text(encoding="utf-8")
    assert "@" not in text
    assert "(at)" not in text
    assert not re.search(r"\+\d|\b0[45]0[ \d]|\(0\d\d\)|\b09 \d", text)


@pytest.mark.parametrize("name", BUDGETS)
def test_no_person_of_the_documents_is_in_it(name: str, documents: str) -> None:
    names = persons(documents)
    assert len(names) >= 8
    words = set(re.findall(r"\w+", (ROOT / "budgets" / f"{name}.toml").read_text(encoding="utf-8").lower()))
    assert names & words == set()


def persons(documents: str) -> set[str]:
    """Surnames and first names from the documents' lines of contact: their addresses, and who decided."""
    mails = re.findall(r"([a-zåäö]+)\.([a-zåäö]+)\s?(?:@|\(at?\))", documents)
    contacts = re.findall(r"yhteyshenkilön nimi: (\w+) (\w+)", documents)
    deciders = re.findall(r"^(\w+) (\w+)\nstrategia\w+$", documents, re.MULTILINE)
    return {part.lower() for found in (mails, contacts, deciders) for pair in found for part in pair}


def test_hot(budgets: BudgetsByName) -> None:
    hot = budgets["hot"]
    fvh_costs = figure(stated(hot).costs) - figure(share(hot).costs)
    fvh_support = figure(stated(hot).support) - figure(share(hot).support)
    assert fvh_costs == 300_000
    assert fvh_support == 225_000
    assert funding(hot) == {"own-employment": 50_000, "own-social-work": 12_500, "city-fvh": 73_250}
    assert fvh_costs - fvh_support - funding(hot)["city-fvh"] == 1_750
    assert figure(share(hot).costs) - figure(share(hot).support) == 50_000 + 12_500 == figure(hot.stated[1].own)
    assert figure(stated(hot).support) + sum(funding(hot).values()) == 548_250
    assert appropriations(hot) == [250_000, 73_250]
    assert hot.project.decision_limit is not None
    assert hot.project.decision_limit.value == 1_000_000
    assert hot.call.support_rate_max == 75


def test_hot_keeps_what_the_decision_says_of_certainty(budgets: BudgetsByName) -> None:
    hot = budgets["hot"]
    costs, support = share(hot).costs, share(hot).support
    assert costs is not None
    assert support is not None
    assert (costs.planned and costs.planned.about, support.planned and support.planned.at_most) == (True, True)
    assert [item.amount and item.amount.at_most for item in hot.appropriations] == [True, True]


def test_dot(budgets: BudgetsByName) -> None:
    dot = budgets["dot"]
    fvh_costs = figure(stated(dot).costs) - figure(share(dot).costs)
    fvh_support = figure(stated(dot).support) - figure(share(dot).support)
    assert fvh_costs == 149_000
    assert fvh_support == 119_200
    assert funding(dot) == {"own": 50_200, "city-fvh": 28_800}
    assert fvh_costs - fvh_support - funding(dot)["city-fvh"] == 1_000
    assert figure(share(dot).costs) - figure(share(dot).support) == funding(dot)["own"]
    assert appropriations(dot) == [figure(share(dot).costs) + funding(dot)["city-fvh"]] == [279_800]
    assert dot.appropriations[0].basis is None
    assert dot.appropriations[0].by_year
    assert dot.project.cost_model is None


def test_soku(budgets: BudgetsByName) -> None:
    soku = budgets["soku"]
    support, public = stated(soku).support, stated(soku).public_funding
    assert figure(support, "granted") == 789_752
    assert figure(support, "realised") == 606_431
    assert figure(public) == 1_053_002
    assert figure(public, "realised") == 808_575
    assert figure(support, "granted") * 4 - figure(public) * 3 == 2
    assert soku.project.stage == "closed"
    assert len(soku.partners) == 1


def test_lahetko(budgets: BudgetsByName) -> None:
    lahetko = budgets["lahetko"]
    assert lahetko.project.stage == "cancelled"
    assert figure(stated(lahetko).support, "granted") == 0
    assert figure(stated(lahetko).public_funding) == 391_780


def test_hyva_alku(budgets: BudgetsByName) -> None:
    hyva_alku = budgets["hyva-alku"]
    sums: dict[str | None, Decimal] = {}
    for line in hyva_alku.costs:
        assert line.amount is not None
        sums[line.category] = sums.get(line.category, Decimal(0)) + line.amount.value
    assert sums == {"personnel": Decimal("136514.40"), "services": Decimal("15788.00")}
    assert sum(sums.values()) == Decimal("152302.40") == figure(stated(hyva_alku).costs)
    assert sum(funding(hyva_alku).values()) == Decimal("152302.40") == figure(stated(hyva_alku).funding)
    assert funding(hyva_alku)["ministry"] == Decimal("121841.92") == Decimal("0.8") * Decimal("152302.40")
    assert len(hyva_alku.costs) == 6


def test_the_interpreting_of_hyva_alku_is_a_price_with_vat(budgets: BudgetsByName) -> None:
    line = next(line for line in budgets["hyva-alku"].costs if line.id == "interpreting")
    assert line.quantity is not None
    assert line.unit_price is not None
    assert line.amount is not None
    assert line.quantity * line.unit_price.value == line.amount.value == 10_788
    assert line.unit_price.value / Decimal("1.24") == 58
    assert budgets["hyva-alku"].partners[0].recovers_vat


PERIODS = {
    "hot": (date(2025, 1, 1), date(2027, 12, 31)),
    "dot": (date(2022, 1, 1), date(2023, 8, 31)),
    "soku": (date(2015, 9, 1), date(2018, 11, 30)),
    "lahetko": (date(2019, 3, 1), date(2020, 12, 31)),
    "hyva-alku": (date(2022, 11, 1), date(2023, 9, 30)),
}


@pytest.mark.parametrize("name", BUDGETS)
def test_the_period_is_the_documents(name: str, budgets: BudgetsByName) -> None:
    period = budgets[name].project.period
    assert period is not None
    assert (period.start, period.end) == PERIODS[name]
