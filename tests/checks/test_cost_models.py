"""Cost models: open or not, small enough, at the right sum; categories and prices."""

import pytest

from tests.checks.rulebook import found, line, paths, project, said, source

SEVEN = project("fi-esrplus-2021", "flat-7")


@pytest.mark.parametrize(
    ("staff", "services", "travel", "open_"),
    [
        ("100_000", "30_000", "0", True),
        ("100_000", "29_999.99", "19_999.99", False),
        ("100_000", "29_999.99", "20_000", True),
        ("0", "1_000", "1_000", True),
    ],
)
def test_the_gates_of_the_seven_per_cent(staff: str, services: str, travel: str, open_: bool) -> None:
    """The vectors of domain 1b.11."""
    text = SEVEN + line("personnel", staff) + line("services", services) + line("other", travel)
    assert (found("flat-condition", text) == []) is open_


@pytest.mark.parametrize("category", ["personnel", "services", "other"])
def test_the_gates_are_not_judged_while_a_line_that_they_measure_has_no_amount(category: str) -> None:
    text = SEVEN + line("personnel", "100_000") + line("services", "10_000") + line("other", "10_000")
    assert found("flat-condition", text)
    assert not found("flat-condition", text + f'[[cost]]\ncategory = "{category}"\nquantity = 2\n')


def test_seven_per_cent_of_130_000_is_9_100() -> None:
    text = SEVEN + line("personnel", "100_000") + line("services", "30_000")
    assert found("flat-amount", text + line("flat-rate", "9_100")) == []
    assert said("flat-amount", text + line("flat-rate", "9_102")) == [("cost[3]", "error", "9100", "9102")]


def test_the_nearest_gate_is_named() -> None:
    text = SEVEN + line("personnel", "100_000") + line("services", "10_000") + line("other", "19_000")
    assert said("flat-condition", text) == [("project", "error", "20000.00", "19000")]


def test_a_salary_on_the_investment_rate_and_a_dear_device_on_the_seven_per_cent_are_never_paid() -> None:
    invest = project("fi-esrplus-2021", "flat-1.5", 'kind = "investment"\n')
    assert paths("category-ineligible", invest + line("personnel", "1")) == ["cost[1]"]
    assert paths("category-ineligible", SEVEN + line("equipment", "3_000")) == []
    assert said("category-ineligible", SEVEN + line("equipment", "3_000.01")) == [
        ("cost[1]", "error", "3000", "3000.01")
    ]
    assert paths("category-ineligible", SEVEN + line("equipment", "6_000", "quantity = 2\nunit_price = 3_000\n")) == []


@pytest.mark.parametrize(
    ("description", "there"),
    [("Depreciation of machines", True), ("Poistot", True), ("Avskrivningar", True), ("Interest groups meet", False)],
)
def test_a_kind_of_cost_is_known_by_its_whole_description(description: str, there: bool) -> None:
    text = project("fi-esrplus-2021", "actual") + line("other", "100", f'description = "{description}"\n')
    assert bool(found("category-ineligible", text)) is there


def test_a_cost_model_is_open_to_some_kinds_of_project() -> None:
    assert paths("model-kind", project("fi-esrplus-2021", "flat-40", 'kind = "investment"\n')) == ["project"]
    assert paths("model-kind", project("fi-esrplus-2021", "flat-40")) == []


@pytest.mark.parametrize(("costs", "there"), [("200_000", False), ("200_000.01", True)])
def test_the_limit_of_a_lump_sum_has_no_tolerance(costs: str, there: bool) -> None:
    assert bool(found("lump-limit", project("fi-esrplus-2021", "lump-sum") + f"[stated]\ncosts = {costs}\n")) is there


def test_public_money_of_a_lump_sum_of_2014_has_a_limit() -> None:
    text = project("fi-esr-2014", "lump-sum") + line("personnel", "120_000") + source("support", "90_000")
    assert found("lump-limit", text + source("private", "30_000")) == []
    assert said("lump-limit", text + source("municipal", "30_000")) == [("project", "error", "100000", "120000")]


def test_the_fixed_lump_sum_is_fixed() -> None:
    fixed = project("fi-esrplus-2021", "fixed-lump-sum", 'kind = "pilot"\n') + "[stated]\ncosts = "
    assert said("lump-fixed", fixed + "49_999\n") == [("project", "error", "50000", "49999")]
    assert said("lump-fixed", fixed + "50_000\n") == []


@pytest.mark.parametrize(
    ("rules", "model", "there"),
    [
        ("fi-esrplus-2021", "actual", True),
        ("fi-esrplus-2021", "flat-40", False),
        ("fi-esrplus-2021", "lump-sum", False),
        ("fi-esrplus-2021", "", False),
        ("fi-state-grant", "actual", False),
    ],
)
def test_a_small_project_must_use_a_simplified_model(rules: str, model: str, there: bool) -> None:
    assert bool(found("simplified-required", project(rules, model) + "[stated]\ncosts = 150_000\n")) is there


def test_side_costs_beside_a_model_that_has_them_inside() -> None:
    rural = project("fi-rural-2023", "flat-40") + line("personnel", "40_000") + line("personnel", "20_000")
    assert paths("side-costs", rural + line("personnel", "23_400")) == ["cost[3]"]
    assert paths("side-costs", rural + line("personnel", "7_800")) == ["cost[3]"]
    assert paths("side-costs", rural + line("personnel", "23_402")) == []
    esr = project("fi-esrplus-2021", "flat-40") + line("personnel", "5_000.21") + line("personnel", "1_322.06")
    assert found("side-costs", esr)[0].unverified == ("persons.side_cost.other-staff",)


def capped(limits: str, equipment: str, model: str = "actual") -> str:
    text = project("generic", model) + f"[call]\ncategories = {{ equipment = {{ {limits} }} }}\n"
    return text + line("equipment", equipment) + line("personnel", "65_000")


@pytest.mark.parametrize(("equipment", "check"), [("35_001", "rate-rounding"), ("35_002", "category-cap")])
def test_a_cap_of_a_category_lets_one_unit_pass(equipment: str, check: str) -> None:
    """35 per cent of 100 001 is 35 000,35, and of 100 002 it is 35 000,70."""
    text = capped("max = 35", equipment)
    both = [one.check for name in ("category-cap", "rate-rounding") for one in found(name, text)]
    assert both == [check]


def test_a_floor_of_a_category_counts_what_is_not_there_as_nothing_where_all_costs_are_lines() -> None:
    assert said("category-floor", capped("min = 5", "3_000"))[0][:2] == ("category.equipment", "error")
    none = project("generic", "actual") + "[call]\ncategories = { equipment = { min = 5 } }\n"
    assert paths("category-floor", none + line("personnel", "1_000")) == ["category.equipment"]
    assert paths("category-floor", none + "[stated]\ncosts = 1_000\n") == []


def test_what_only_tools_ask_is_a_question() -> None:
    text = project("eu-horizon-2021", "actual") + line("personnel", "60_000") + line("subcontracting", "40_000")
    assert said("category-cap", text) == [("category.subcontracting", "warning", "30000.00", "40000")]


def test_limits_of_categories_are_silent_without_a_cost_model() -> None:
    assert found("category-cap", capped("max = 35", "90_000", model="")) == []


@pytest.mark.parametrize(("price", "there"), [("176", False), ("176.01", True)])
def test_a_unit_cost_is_the_price(price: str, there: bool) -> None:
    day = f'quantity = 3\nunit = "travel-day-staff"\nunit_price = {price}\n'
    assert bool(found("unit-cost", SEVEN + line("other", "", day))) is there
    assert found("unit-cost", project("fi-esrplus-2021") + line("other", "", day)) == []


def test_an_amount_for_units_is_looked_at_where_there_is_no_price() -> None:
    days = 'quantity = 3\nunit = "travel-day-europe"\n'
    assert found("unit-cost", SEVEN + line("other", "1_104", days)) == []
    assert said("unit-cost", SEVEN + line("other", "1_105", days)) == [("cost[1].amount", "error", "368", "368.33")]


def test_overhead_that_says_it_is_reckoned_is_forbidden_where_only_real_costs_count() -> None:
    oph = project("fi-oph", "actual")
    assert paths("flat-forbidden", oph + line("other", "10", 'description = "Yleiskustannukset 15 %"\n')) == ["cost[1]"]
    assert paths("flat-forbidden", oph + line("other", "10", 'description = "Yleiskustannukset"\n')) == []
