"""Mends of totals: the stated figure, the line that looks wrong, a line for what is missing, the largest part."""

import pytest

from .judging import TWO, cost, funding, roots, share
from .mending import after, offered
from .rulebook import line, source

ROWS = line("services", "60_000", 'description = "Courses"\n') + line("other", "40_000", 'description = "Rent"\n')
MONEY = source("support", "75_000") + source("own", "25_000")


def test_what_is_missing_from_a_total_is_a_new_line_or_more_of_the_largest_one() -> None:
    text = "[stated]\ncosts = 110_000\n" + ROWS
    assert offered(text, "total-cost") == [
        "State costs as 100 000,00",
        "Add a line for what is missing: 10 000,00",
        "Change Courses to 70 000,00",
        "Change Rent to 50 000,00",
    ]
    assert 'category = "other"\namount = 10_000\n' in after(text, "total-cost", "Add a line")


def test_where_the_money_met_before_it_moves_with_the_costs() -> None:
    text = "[call]\nsupport_rate_max = 75\n[stated]\ncosts = 110_000\n" + ROWS + MONEY
    mended = after(
        text, "total-cost", "Add a line for what is missing: 10 000,00; own funding 27 500,00; support 82 500,00"
    )
    assert "amount = 27_500\n" in mended
    assert "amount = 82_500\n" in mended


def test_two_digits_that_changed_places_are_put_back() -> None:
    text = "[stated]\ncosts = 100_000\n" + ROWS.replace("60_000", "69_000").replace("40_000", "13_000")
    assert "If two digits are swapped: change Rent to 31 000,00" in offered(text, "total-cost")
    assert after(text, "total-cost", "If two digits") == text.replace("13_000", "31_000")


def test_a_line_that_is_ten_times_too_large_is_a_tenth() -> None:
    text = "[stated]\ncosts = 64_000\n" + ROWS
    assert "If a decimal point has slipped: change Rent to 4 000,00" in offered(text, "total-cost")
    assert after(text, "total-cost", "If a decimal point") == text.replace("40_000", "4_000")


def test_a_line_that_is_what_the_parts_have_too_much_is_taken_out() -> None:
    text = "[stated]\ncosts = 60_000\n" + ROWS
    assert "If Rent is counted twice: take 40 000,00 out" in offered(text, "total-cost")
    assert "Rent" not in after(text, "total-cost", "If Rent")


def test_a_line_with_a_comment_is_not_taken_out_and_becomes_zero() -> None:
    text = "[stated]\ncosts = 60_000\n" + ROWS.replace('"Rent"', '"Rent" # asked')
    assert after(text, "total-cost", "If Rent") == text.replace("40_000", "0")


def test_own_funding_moves_with_the_support_or_with_the_costs_that_it_pays() -> None:
    text = "[stated]\nown = 30_000\n" + ROWS + MONEY
    assert offered(text, "total-own") == [
        "State own funding as 25 000,00",
        "Change funding line 2 to 30 000,00; support 70 000,00",
        "Change funding line 2 to 30 000,00, and Courses to 65 000,00",
    ]
    assert after(text, "total-own", "Change funding line 2 to 30 000,00; support") == text.replace(
        "25_000", "30_000"
    ).replace("75_000", "70_000")


def test_support_moves_with_own_funding() -> None:
    text = "[stated]\nsupport = 70_000\n" + ROWS + MONEY
    mended = after(text, "total-support", "Change funding line 1 to 70 000,00; own funding 30 000,00")
    assert mended == text.replace("75_000", "70_000").replace("25_000", "30_000")


def test_all_funding_moves_with_the_costs() -> None:
    text = "[stated]\nfunding = 99_000\n" + ROWS + MONEY
    mended = after(text, "total-funding", "Change funding line 2 to 24 000,00, and Courses to 59 000,00")
    assert mended == text.replace("25_000", "24_000").replace("60_000", "59_000")


def test_income_that_is_missing_is_more_of_its_line_and_less_own_funding() -> None:
    income = '[[income]]\ndescription = "Fees"\namount = 5_000\n'
    text = "[stated]\nincome = 6_000\n" + ROWS + income + MONEY.replace("25_000", "20_000")
    assert "Change Fees to 6 000,00; own funding 19 000,00" in offered(text, "total-income")


def test_of_partners_the_larger_share_takes_the_difference() -> None:
    text = TWO + "[stated]\ncosts = 100\n" + share("town", costs=60) + share("club", costs=30)
    assert offered(text, "total-cost") == ["State costs as 90,00", "Change Town to 70,00", "Change Club to 40,00"]
    assert after(text, "total-cost", "Change Town") == text.replace("costs = 60", "costs = 70")


def test_a_category_takes_from_the_largest_line_of_another() -> None:
    text = "[stated]\ncategories = { services = 62_000 }\n" + ROWS
    assert offered(text, "category-total") == [
        "State 60 000,00: Cost category services",
        "Add a line for what is missing: 2 000,00",
        "Change Courses to 62 000,00",
        "Move 2 000,00 from Rent to Courses: 38 000,00 and 62 000,00",
    ]


def test_a_year_that_is_stated_moves_the_rows_of_that_year_alone() -> None:
    text = '[stated]\nof = "year.2025"\ncosts = 70\n' + "".join(
        line("services", "", f'description = "{name}"\nyears = {{ 2025 = {here}, 2026 = 90 }}\n')
        for name, here in (("Courses", "40"), ("Rent", "20"))
    )
    assert offered(text, "category-total")[:2] == ["State 60,00: Year 2025", "Change Courses to 50,00"]
    assert after(text, "category-total", "Change Courses") == text.replace("2025 = 40", "2025 = 50")


def test_a_stated_figure_that_was_granted_is_stated_as_granted() -> None:
    text = "[stated]\ncosts = { planned = 100, granted = 90 }\n" + line("services", "100", "granted = 80\n")
    assert after(text, "total-cost", "State costs as 80,00") == text.replace("granted = 90", "granted = 80")


def test_a_stated_rate_is_that_of_the_figures_or_the_support_has_it() -> None:
    text = "[stated]\nsupport_rate = 80.00\n" + ROWS + MONEY
    assert offered(text, "stated-percent") == [
        "State the support rate as 75,00 %, with as many decimals as now",
        "Change the support to 80 000,00; own funding 20 000,00",
    ]
    mended = after(text, "stated-percent", "Change the support")
    assert mended == text.replace("75_000", "80_000").replace("25_000", "20_000")


def test_beside_flat_rates_a_line_that_none_goes_with_takes_the_difference() -> None:
    rules = 'rules = "fi-aka"\ncost_model = "full-cost"\n[call]\nflat_rates = { side-costs = 25, overhead = 85 }\n'
    rows = line("personnel", "240_000") + line("side-costs", "60_000") + line("overhead", "255_000")
    rows += line("travel", "30_000", 'description = "Trips"\n')
    text = rules + "[stated]\ncosts = 580_000\n" + rows + source("support", "400_000") + source("own", "180_000")
    assert offered(text, "total-cost")[0] == "Change Trips to 25 000,00"


@pytest.mark.parametrize(
    ("key", "check", "row"),
    [
        ("own", "total-own", '[[funding]]\nkind = "own"\namount = 300\ndescription = "Members"\n'),
        ("income", "total-income", '[[income]]\namount = 300\ndescription = "Members"\n'),
    ],
)
def test_a_line_of_funding_or_income_that_is_counted_twice_is_taken_out(key: str, check: str, row: str) -> None:
    text = f"[stated]\n{key} = 300\n" + row + row.replace("Members", "Members again")
    text += cost("1_000") + funding("support", "700")
    assert "If Members is counted twice: take 300,00 out" in [
        name.replace(" (row 1)", "") for name in offered(text, check)
    ]
    left = after(text, check, "If Members")
    assert left.count(row.split("\n")[0]) == (2 if key == "own" else 1)
    assert check not in {one for one, _ in roots(left)}
