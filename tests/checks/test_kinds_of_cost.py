"""Kinds of cost that may be only a part of the whole: land, known by what its lines are called."""

from decimal import Decimal

import pytest

from budjettitui.findings import Severity

from .judging import all_of, cost, judged, one_of, says
from .offers import offered

ESR = 'rules = "fi-esrplus-2021"\nkind = "investment"\ncost_model = "actual"\n'


def line(description: str, amount: str, category: str = "property") -> str:
    return f'[[cost]]\ncategory = "{category}"\ndescription = "{description}"\namount = {amount}\n'


def works(amount: str) -> str:
    return line("Building works", amount, "services")


@pytest.mark.parametrize("name", ["Land", "Tontin osto", "Maa-alueet", "Köp av mark", "Purchase of land for the yard"])
def test_land_may_be_a_tenth_of_the_costs_in_any_language(name: str) -> None:
    assert not says(ESR + works("90_000") + line(name, "10_000"), "category-cap")
    assert says(ESR + works("90_000") + line(name, "10_002"), "category-cap")


def test_a_euro_above_the_tenth_is_rounding() -> None:
    text = ESR + works("90_000") + line("Tontti", "10_001")
    assert not says(text, "category-cap")
    found = one_of(text, "rate-rounding")
    assert (found.severity, found.path) == (Severity.INFO, "cost[2]")


def test_that_a_line_is_land_is_only_read_from_its_name_and_so_a_question() -> None:
    found = one_of(ESR + works("80_000") + line("Tontti", "20_000"), "category-cap")
    assert found.severity is Severity.WARNING
    assert (found.expected, found.actual, found.values["special"]) == (Decimal(10_000), Decimal(20_000), Decimal(15))
    assert found.source == "866/2021 22 §"


def test_all_lines_of_land_are_added_up_and_told_at_the_first() -> None:
    found = one_of(ESR + line("Tontti", "6_000") + works("90_000") + line("Vesialue", "6_000"), "category-cap")
    assert (found.path, found.actual, found.expected) == ("cost[1]", Decimal(12_000), Decimal(10_200))


@pytest.mark.parametrize("name", ["Landscape works", "Markkinointi", "Marketing", "Tonttikartan piirtäminen", ""])
def test_a_word_that_only_begins_like_land_is_none(name: str) -> None:
    assert not says(ESR + works("10_000") + line(name, "90_000"), "category-cap")


def test_the_former_programme_makes_no_exception() -> None:
    text = 'rules = "fi-esr-2014"\ncost_model = "actual"\n' + works("80_000") + line("Tontti", "20_000")
    found = one_of(text, "category-cap")
    assert (found.wording, found.severity) == ("kind", Severity.WARNING)


def test_land_is_mended_as_a_category_above_its_cap_is() -> None:
    paid = '[[funding]]\nkind = "support"\namount = 70_000\n[[funding]]\nkind = "own"\namount = 30_000\n'
    mends = offered(ESR + works("80_000") + line("Tontti", "20_000") + paid, "category-cap")
    assert mends[:4] == [
        "Move 10 000,00 from Tontti to Building works: 10 000,00 and 90 000,00",
        "  amount = 90_000; amount = 10_000",
        "Change Tontti to 8 888,00; own funding 26 667,00; support 62 221,00",
        "  amount = 8_888; amount = 62_221; amount = 26_667",
    ]


@pytest.mark.parametrize(
    ("key", "check"),
    [
        ("costs_max", "costs-ceiling"),
        ("support_min", "grant-range"),
        ("months_max", "period"),
    ],
)
def test_where_what_the_call_says_cannot_be_read_the_rules_limit_is_not_taken_in_its_place(
    key: str, check: str
) -> None:
    head = (
        'rules = "eu-interreg-2021"\nperiod = { start = 2025-01-01, end = 2027-12-31 }\n'
        '[call]\ntype = "central_baltic_small"\n'
    )
    over = cost("300_000")
    if check != "grant-range":
        assert all_of(head + over, check)
    assert not [one for one in judged(head + f'{key} = "plenty"\n' + over) if one.check == check]
