"""Mends of rows: product, years, signs, units, doubles, VAT, and what may not stand there at all."""

import pytest

from .judging import HEAD
from .mending import after, offered
from .rulebook import line, project, source

CALL = "[call]\nsupport_rate_max = 75\n"
MONEY = source("support", "75_000") + source("own", "25_000")
PAY = line("personnel", "97_000", 'description = "Pay"\n')


def named(name: str, more: str = "") -> str:
    return f'description = "{name}"\n{more}'


def test_a_line_is_its_product_or_the_price_or_the_quantity_is_another() -> None:
    food = line("services", "600", named("Food", "quantity = 10\nunit_price = 50\n"))
    text = CALL + food + source("support", "450") + source("own", "150")
    assert offered(text, "line-product") == [
        "Make the amount 500,00; own funding 125,00; support 375,00",
        "Make the price 60,00",
        "Change the quantity to 12",
    ]
    assert after(text, "line-product", "Change the quantity") == text.replace("quantity = 10", "quantity = 12")


def test_a_line_with_an_allocation_may_have_another_one() -> None:
    text = line("personnel", "300", named("Pay", "quantity = 10\nunit_price = 50\nallocation = 50\n"))
    assert after(text, "line-product", "Change the allocation to 60 %") == text.replace(
        "allocation = 50", "allocation = 60"
    )


def test_years_are_mended_at_the_last_year_or_the_whole_or_evenly() -> None:
    years = "years = { 2025 = 500, 2026 = 400, 2027 = 200 }\n"
    text = "period = { start = 2025-01-01, end = 2027-12-31 }\n" + line("services", "1_000", named("Food", years))
    assert offered(text, "years-total") == [
        "Change 2027 to 100,00",
        "Make the amount 1 100,00",
        "Divide 1 000,00 evenly over 3 years: 333,33 a year, 333,34 in the last",
    ]
    assert "{ 2025 = 333.33, 2026 = 333.33, 2027 = 333.34 }" in after(text, "years-total", "Divide")


def test_a_year_outside_of_the_period_is_put_into_the_nearest_or_taken_out() -> None:
    period = "period = { start = 2025-01-01, end = 2026-12-31 }\n"
    text = period + line("services", "", named("Food", "years = { 2025 = 100, 2026 = 50, 2027 = 30 }\n"))
    assert offered(text, "years-outside-period") == ["Move 2027 into 2026: 80,00", "Take 2027 out: 30,00 less"]
    assert "{ 2025 = 100, 2026 = 80 }" in after(text, "years-outside-period", "Move")
    text = period + line("services", "", named("Food", "years = { 2025 = 100, 2027 = 30 }\n"))
    assert "{ 2025 = 100, 2026 = 30 }" in after(text, "years-outside-period", "If 2026 is meant")


def test_a_cost_below_zero_becomes_income_or_is_above_zero() -> None:
    text = line("services", "102_000", named("Courses")) + line("other", "-2_000", named("Fees")) + MONEY
    assert offered(text, "negative-amount")[:2] == [
        "Make Fees income of 2 000,00",
        "Make the amount 2 000,00; own funding 29 000,00",
    ]
    mended = after(text, "negative-amount", "Make Fees income")
    assert '[[income]]\ndescription = "Fees"\namount = 2_000\n' in mended
    assert "-2_000" not in mended


def test_cents_that_the_form_does_not_take_are_rounded_either_way() -> None:
    text = project("fi-oph") + line("personnel", "40_000.50", named("Pay"))
    assert offered(text, "amount-unit") == ["Make the amount 40 001,00", "Make the amount 40 000,00"]
    assert after(text, "amount-unit", "Make the amount 40 000,00") == text.removeprefix(HEAD).replace(
        "40_000.50", "40_000"
    )


def test_an_amount_out_of_proportion_may_be_a_hundredth_of_it() -> None:
    text = line("services", "1_078_800", named("Interpreting")) + line("services", "1_000", named("Food"))
    assert after(text, "magnitude", "If a decimal point") == text.replace("1_078_800", "10_788")


def test_a_line_pasted_twice_is_taken_out_or_told_apart() -> None:
    text = line("services", "500", named("Food")) * 2
    assert offered(text, "duplicate-line") == [
        "Take Food (row 2) out: 500,00 less",
        "Take Food (row 1) out: 500,00 less",
        "Keep both, and call the later one Food (2)",
    ]
    assert after(text, "duplicate-line", "Take Food (row 2)") == line("services", "500", named("Food"))


def test_an_id_that_is_there_already_becomes_one_that_is_free() -> None:
    text = "".join(line("services", "5", f'id = "{name}"\n') for name in ("food", "food-2", "Food"))
    assert after(text, "duplicate-id", "Give the later one the id Food-3") == text.replace('"Food"', '"Food-3"')


def test_an_amount_with_vat_is_without_it_or_had_none() -> None:
    town = '[[partner]]\nid = "town"\nkind = "municipality"\n'
    trainer = line("services", "1_255", named("Trainer", "vat_rate = 25.5\n"))
    text = project("fi-esrplus-2021") + town + trainer
    assert offered(text, "vat-ineligible") == [
        "Take the VAT off Trainer: 1 000,00",
        "If Trainer has no VAT in it: say so, VAT 0 %",
    ]
    mended = after(text, "vat-ineligible", "Take the VAT off")
    assert "amount = 1_000\nvat_rate" in mended.replace('description = "Trainer"\n', "")
    assert "vat_rate = 0\n" in mended


def test_a_unit_cost_has_the_price_of_the_rules_or_as_many_units_as_it_pays() -> None:
    travel = named("Travel", 'quantity = 10\nunit = "travel-day-staff"\nunit_price = 175\n')
    text = project("fi-esrplus-2021", "flat-7") + line("other", "1_750", travel)
    assert offered(text, "unit-cost") == [
        "Change the price to 176, and the amount to 1 760,00",
        "Change it to 9 units at 176: 1 584,00",
    ]
    mended = after(text, "unit-cost", "Change the price")
    assert "unit_price = 176\n" in mended
    assert "amount = 1_760\n" in mended


def test_what_is_never_paid_is_taken_out_or_its_money_is_elsewhere() -> None:
    text = project("fi-esrplus-2021", "actual") + line("other", "3_000", named("Depreciation")) + PAY
    assert offered(text, "category-ineligible") == [
        "Take Depreciation out: 3 000,00 less",
        "Take Depreciation out, and change Pay to 100 000,00",
    ]
    assert "Depreciation" not in after(text, "category-ineligible", "Take Depreciation out, and")


def test_a_thing_that_is_too_dear_is_at_most_the_limit_or_taken_out() -> None:
    dear = line("equipment", "7_000", named("Projectors", "quantity = 2\n"))
    text = project("fi-esrplus-2021", "flat-7") + dear
    assert offered(text, "category-ineligible")[:2] == [
        "Change Projectors to 6 000,00",
        "Take Projectors out: 7 000,00 less",
    ]


def test_calculated_overhead_is_taken_out_or_its_money_is_in_real_costs() -> None:
    text = project("fi-oph", "actual") + line("other", "3_000", named("Overhead 15 %")) + PAY + MONEY
    mended = after(text, "flat-forbidden", "Take Overhead 15 % out, and change Pay to 100 000,00")
    assert "Overhead" not in mended
    assert "amount = 100_000\n" in mended


def test_money_that_one_pays_to_oneself_is_own_funding_or_nothing() -> None:
    pair = '[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "village"\n'
    text = pair + source("municipal", "5_000", 'payer = "village"\nrecipient = "village"\n')
    assert offered(text, "transfer") == ["Call funding line 1 own funding", "Take funding line 1 out: 5 000,00 less"]
    assert after(text, "transfer", "Call") == text.replace("municipal", "own")


def test_in_kind_funding_is_what_the_in_kind_costs_are_or_they_what_it_is() -> None:
    work = line("services", "5_000", named("Volunteers", "in_kind = true\n"))
    text = PAY + work + source("in-kind", "6_000", named("Work"))
    assert offered(text, "in-kind") == ["Change Work to 5 000,00", "Change Volunteers to 6 000,00"]
    assert after(text, "in-kind", "Change Work") == text.replace("6_000", "5_000")


def test_a_price_with_vat_is_without_it_or_has_none() -> None:
    town = 'period = { start = 2022-11-01, end = 2023-09-30 }\n[[partner]]\nid = "town"\nrecovers_vat = true\n'
    text = town + line("services", "10_788", named("Interpreting", "quantity = 150\nunit_price = 71.92\n"))
    assert offered(text, "vat-suspect") == [
        "Take the VAT off the price: 58",
        "If Interpreting has no VAT in it: say so, VAT 0 %",
    ]
    assert "vat_rate = 0\n" in after(text, "vat-suspect", "If Interpreting")


def test_a_period_ends_or_begins_at_its_limit() -> None:
    text = "period = { start = 2025-01-01, end = 2027-06-30 }\n[call]\nmonths_max = 24\n"
    assert after(text, "period", "Let the period end") == text.replace("2027-06-30", "2026-12-31")
    assert after(text, "period", "Let the period start") == text.replace("2025-01-01", "2025-07-01")


def test_a_quantity_below_zero_is_mended_as_a_quantity() -> None:
    text = '[[cost]]\ncategory = "services"\ndescription = "Fees"\nquantity = -2\nunit_price = 50\n'
    assert offered(text, "negative-amount") == [
        "Change the quantity to 2",
        "Change the quantity to 0",
    ]


@pytest.mark.parametrize(("price", "first"), [("1_000", "Make the price 100"), ("120", "Make the amount 1 200,00")])
def test_of_a_product_far_from_its_amount_the_factor_comes_first(price: str, first: str) -> None:
    text = f'[[cost]]\ncategory = "services"\nquantity = 10\nunit_price = {price}\namount = 1_000\n'
    assert offered(text, "line-product")[0].startswith(first)
