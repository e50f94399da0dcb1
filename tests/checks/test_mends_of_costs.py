"""Mends of cost models: flat rates, what a category may have, people's time; and of a change of budget."""

import pytest

from budjettitui.checks.changes import OLDER

from .mending import after, offered
from .rulebook import line, project, source

CALL = "[call]\nsupport_rate_max = 75\n"
MONEY = source("support", "75_000") + source("own", "25_000")
YEAR = "period = { start = 2025-01-01, end = 2025-12-31 }\n"
FLAT = project("fi-esrplus-2021", "flat-40")
LIMITS = 'cost_model = "actual"\n[call]\nsupport_rate_max = 75\ncategories = { equipment = { min = 5, max = 35 } }\n'


def named(name: str, more: str = "") -> str:
    return f'description = "{name}"\n{more}'


def pay(amount: str) -> str:
    return line("personnel", amount, named("Pay"))


def flat(amount: str) -> str:
    return line("flat-rate", amount, named("Flat rate"))


def test_a_flat_rate_is_the_rate_of_its_base_or_is_left_to_be_worked_out() -> None:
    text = FLAT + pay("100_000") + flat("41_000")
    assert offered(text, "flat-amount") == [
        "Make the amount 40 000,00",
        "Leave the amount out: it is worked out as 40 000,00",
        "Change Pay to 102 500,00",
    ]
    assert "41_000" not in after(text, "flat-amount", "Leave the amount out")


def test_a_flat_rate_that_moves_takes_its_support_along() -> None:
    text = FLAT + CALL + pay("100_000") + flat("41_000") + source("support", "105_750") + source("own", "35_250")
    mended = after(text, "flat-amount", "Make the amount 40 000,00; own funding 35 000,00; support 105 000,00")
    assert "amount = 105_000\n" in mended


def test_a_flat_rate_that_is_missing_is_added_with_its_amount_or_without() -> None:
    text = FLAT + pay("100_000")
    assert offered(text, "flat-amount") == [
        "Add the line of the flat rate, 40 %: 40 000,00",
        "Add the line of the flat rate, and leave it to be worked out: 40 000,00",
    ]
    assert 'category = "flat-rate"\namount = 40_000\n' in after(
        text, "flat-amount", "Add the line of the flat rate, 40 %"
    )


def test_a_cost_that_the_flat_rate_pays_is_taken_out_or_the_model_is_another() -> None:
    text = FLAT + pay("100_000") + flat("40_000") + line("services", "3_000", named("Interpreting"))
    assert offered(text, "flat-overlap") == [
        "Take Interpreting out, the flat rate pays it: 3 000,00 less",
        "Plan on actual costs, without the flat rate of 40 000,00",
    ]
    mended = after(text, "flat-overlap", "Plan on actual costs")
    assert 'cost_model = "actual"' in mended
    assert "Flat rate" not in mended


def test_of_two_rates_that_exclude_each_other_either_is_kept() -> None:
    text = project("eu-interreg-2021", "actual", "[call]\nflat_rates = { office = 15, office-direct = 7 }\n")
    text += line("staff", "100_000", named("Staff"))
    assert offered(text, "flat-combination") == [
        "Keep office, and leave out office-direct",
        "Keep office-direct, and leave out office",
    ]
    assert "{ office = 15 }" in after(text, "flat-combination", "Keep office,")


def test_a_category_above_its_part_gives_money_to_another_or_is_lowered() -> None:
    text = LIMITS + line("equipment", "36_000", named("Projectors")) + pay("64_000") + MONEY
    assert offered(text, "category-cap")[:2] == [
        "Move 1 000,00 from Projectors to Pay: 35 000,00 and 65 000,00",
        "Change Projectors to 34 461,53; own funding 24 615,39; support 73 846,14",
    ]
    assert after(text, "category-cap", "Move") == text.replace("36_000", "35_000").replace("64_000", "65_000")


def test_a_category_below_its_part_takes_money_from_another_or_is_raised() -> None:
    text = LIMITS + line("equipment", "4_000", named("Projectors")) + pay("96_000")
    assert offered(text, "category-floor") == [
        "Move 1 000,00 from Pay to Projectors: 95 000,00 and 5 000,00",
        "Change Projectors to 5 052,64",
        "Change Pay to 76 000,00",
    ]


def test_the_rest_is_raised_to_the_next_cent_where_the_part_allowed_has_no_end() -> None:
    text = LIMITS.replace("max = 35", "max = 30") + line("equipment", "31_000", named("Projectors")) + pay("65_000")
    assert "Change Pay to 72 333,34" in offered(text, "category-cap")


def test_the_rest_is_lowered_to_the_last_cent_where_the_part_asked_has_no_end() -> None:
    text = LIMITS.replace("min = 5", "min = 7") + line("equipment", "4_000", named("Projectors")) + pay("96_000")
    assert "Change Pay to 53 142,85" in offered(text, "category-floor")


def test_a_category_without_a_line_gets_one() -> None:
    text = LIMITS + pay("100_000")
    mended = after(text, "category-floor", "Add a line of 5 000,00 to equipment, and change Pay to 95 000,00")
    assert 'category = "equipment"\namount = 5_000\n' in mended


def work(name: str, amount: str, quantity: str, more: str) -> str:
    return line("personnel", amount, named(name, f'person = "Minna Canth"\nquantity = {quantity}\n{more}'))


def test_a_person_charged_beyond_the_whole_works_less_on_one_of_the_lines() -> None:
    text = YEAR + work("Lead", "24_000", "12", 'unit = "kk"\nallocation = 60\n')
    text += work("Teacher", "20_000", "12", 'unit = "kk"\nallocation = 50\n')
    assert offered(text, "double-funding") == [
        "Change Teacher to 40 % of the time: 16 000,00",
        "Change Lead to 50 % of the time: 20 000,00",
        "Change Teacher to 9,6 kk: 16 000,00",
        "Change Lead to 10 kk: 20 000,00",
    ]
    mended = after(text, "double-funding", "Change Teacher to 40 %")
    assert mended == text.replace("20_000", "16_000").replace("allocation = 50", "allocation = 40")


def test_a_line_of_no_months_counts_as_the_whole_time_and_is_mended_as_one() -> None:
    text = YEAR + work("Lead", "24_000", "12", 'unit = "kk"\nallocation = 80\n')
    text += work("Teacher", "20_000", "0", 'unit = "kk"\nallocation = 50\n')
    assert offered(text, "double-funding")[:2] == [
        "Change Teacher to 20 % of the time: 8 000,00",
        "Change Lead to 50 % of the time: 15 000,00",
    ]


def test_hours_beyond_the_year_are_fewer_at_the_same_price() -> None:
    text = project("fi-esrplus-2021", "flat-40", YEAR) + work(
        "Lead", "36_000", "1_800", 'unit = "h"\nunit_price = 20\n'
    )
    mended = after(text, "hours-max", "Change Lead to 1 720 h: 34 400,00")
    assert "quantity = 1_720\n" in mended
    assert "amount = 34_400\n" in mended


def test_months_beyond_the_project_are_as_many_as_it_has() -> None:
    text = 'cost_model = "actual"\n' + YEAR + work("Lead", "39_000", "13", 'unit = "kk"\n')
    assert offered(text, "person-months") == ["Change Lead to 12 kk: 36 000,00", "Take Lead out: 39 000,00 less"]


def test_too_small_a_part_of_the_time_is_the_least_that_the_rules_take() -> None:
    text = project("fi-esrplus-2021", "flat-40", YEAR) + work("Lead", "4_000", "12", 'unit = "kk"\nallocation = 8\n')
    assert offered(text, "part-time-share") == [
        "Change Lead to 20 % of the time: 10 000,00",
        "Take Lead out: 4 000,00 less",
    ]


def test_a_total_that_has_to_stay_is_moved_back_where_it_has_changed() -> None:
    older, food = project("fi-oph") + pay("50_000"), line("services", "20_000", named("Food"))
    text = older + food + OLDER + older.replace("50_000", "52_000") + food
    assert offered(text, "change-total") == ["Change Pay to 50 000,00", "Change Food to 18 000,00"]


ONE_LINE = [
    (
        "110_000",
        ("88_000", "22_000"),
        [
            "Change Pay to 100 000,00; own funding 12 000,00",
            "Change Pay to 100 000,00; own funding 20 000,00; support 80 000,00",
            "Lower the costs to 100 000,00, the support to 78 000,00",
        ],
    ),
    (
        "90_000",
        ("72_000", "18_000"),
        [
            "Change Pay to 100 000,00; own funding 28 000,00",
            "Change Pay to 100 000,00; own funding 20 000,00; support 80 000,00",
            "Raise the costs to 100 000,00, the support to 80 000,00, with a new line: other funding 2 000,00",
            "Raise the costs to 100 000,00, the support to 82 000,00",
        ],
    ),
    ("90_000", (), ["Change Pay to 100 000,00", "Add a line for what is missing: 10 000,00"]),
    ("110_000", (), ["Change Pay to 100 000,00"]),
]


@pytest.mark.parametrize(("now", "paid", "mends"), ONE_LINE)
def test_the_total_of_one_line_is_as_it_was_with_what_pays_for_it(
    now: str, paid: tuple[str, ...], mends: list[str]
) -> None:
    rows = [
        f'[[funding]]\nkind = "{kind}"\namount = {sum_}\n' for kind, sum_ in zip(("support", "own"), paid, strict=False)
    ]
    older = project("fi-oph") + pay("100_000")
    text = older + OLDER + project("fi-oph") + pay(now) + "".join(rows)
    assert offered(text, "change-total") == mends


def test_what_was_moved_beyond_the_limit_is_moved_back() -> None:
    head = project("fi-esrplus-2021", "actual")
    older = head + pay("100_000") + line("services", "30_000", named("Food"))
    newer = head + pay("85_000") + line("services", "45_000", named("Food"))
    assert offered(older + OLDER + newer, "change-transfer") == [
        "Move 5 000,00 from Food to Pay: 40 000,00 and 90 000,00",
        "Change Food to 40 000,00",
    ]


def test_what_a_category_has_above_its_part_of_another_may_go_to_any_line_of_its_own_amount() -> None:
    staff = line("personnel", "10_000", "quantity = 10\nunit_price = 1_000\n")
    text = (
        project("eu-horizon-2021", "actual")
        + staff
        + line("equipment", "2_000", named("Rig"))
        + line("travel", "300", named("Trips"))
    )
    assert offered(text + source("support", "12_300"), "category-cap") == [
        "Move 500,00 from Rig to Trips: 1 500,00 and 800,00",
        "Change Rig to 1 500,00; support 11 800,00",
    ]
