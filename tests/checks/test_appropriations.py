"""Appropriations: what is promised from a budget item beside what is set aside in it, net, gross and by year."""

import pytest

from .judging import TWO, all_of, cause, funding, judged, names, one_of, roots, says, share, sums

PAID = (
    TWO
    + share("town", costs=251_000, support=200_800)
    + share("club", costs=149_000, support=119_200)
    + funding("own", "50_200", 'payer = "town"\nbudget_item = "1 50 04"')
    + funding("municipal", "29_800", 'id = "paid"\npayer = "town"\nrecipient = "club"\nbudget_item = "1 50 04"')
)
"""DOT with its gap filled: the town's costs 251 000, its own money 50 200, and 29 800 that it pays to the club."""


def aside(amount: object, *more: str, item: str = "1 50 04", payer: str = "town") -> str:
    keys = "".join(f"{one}\n" for one in more)
    return f'[[appropriation]]\nbudget_item = "{item}"\npayer = "{payer}"\namount = {amount}\n{keys}'


SHORT = ("appropriation-short", "budget_item.1 50 04")


def test_net_is_the_payers_own_money_and_what_it_pays_to_others() -> None:
    assert roots(PAID + aside(80_000, 'basis = "net"')) == []
    found = one_of(PAID + aside(79_000, 'basis = "net"'), "appropriation-short")
    assert roots(PAID + aside(79_000, 'basis = "net"')) == [SHORT]
    assert abs(found.difference or 0) == 1_000


def test_gross_is_the_costs_of_those_covered_and_what_is_paid_to_others() -> None:
    assert roots(PAID + aside(280_800, 'basis = "gross"')) == []
    assert roots(PAID + aside(279_800, 'basis = "gross"')) == [SHORT]


def test_more_set_aside_than_promised_is_nothing() -> None:
    assert roots(PAID + aside(500_000, 'basis = "net"')) == []


def test_without_a_basis_only_what_is_short_in_both_readings_is_told() -> None:
    assert roots(PAID + aside(80_000)) == []
    assert roots(PAID + aside(100_000)) == []
    assert roots(PAID + aside(79_000)) == [SHORT]


@pytest.mark.parametrize(
    ("amount", "severity", "wording"),
    [(280_800, "info", "gross"), (80_000, "info", "net"), (150_000, "warning", "neither")],
)
def test_without_a_basis_it_is_said_which_reading_fits(amount: int, severity: str, wording: str) -> None:
    found = one_of(PAID + aside(amount), "appropriation-basis")
    assert (found.severity.word, found.wording) == (severity, wording)


def test_where_the_basis_is_given_nothing_is_said_of_it() -> None:
    assert not says(PAID + aside(280_800, 'basis = "gross"'), "appropriation-basis")


def test_two_payers_items_of_one_number_are_two_items() -> None:
    text = TWO + share("town", costs=1_000, support=750) + share("club", costs=1_000, support=750)
    text += funding("own", "250", 'payer = "town"\nbudget_item = "1"') + funding(
        "own", "250", 'payer = "club"\nbudget_item = "1"'
    )
    both = aside(250, 'basis = "net"', item="1") + aside(250, 'basis = "net"', item="1", payer="club")
    assert roots(text + both) == []
    short = both.replace('payer = "club"\namount = 250', 'payer = "club"\namount = 200')
    assert roots(text + short) == [("appropriation-short", "budget_item.1")]
    assert one_of(text + short, "appropriation-short").partner == "club"


def test_two_appropriations_of_one_item_add_up() -> None:
    assert roots(PAID + aside(50_000, 'basis = "net"') + aside(30_000, 'basis = "net"')) == []


def test_each_item_is_judged_by_itself() -> None:
    text = PAID.replace('recipient = "club"\nbudget_item = "1 50 04"', 'recipient = "club"\nbudget_item = "2"')
    assert roots(text + aside(50_200, 'basis = "net"') + aside(29_800, 'basis = "net"', item="2")) == []
    assert roots(text + aside(50_200, 'basis = "net"') + aside(20_000, 'basis = "net"', item="2")) == [
        ("appropriation-short", "budget_item.2")
    ]


def test_covers_names_the_lines_that_are_paid_from_it() -> None:
    text = PAID.replace('recipient = "club"\nbudget_item = "1 50 04"', 'recipient = "club"')
    assert roots(text + aside(29_800, 'basis = "net"', 'covers = ["paid"]', item="2")) == []
    assert roots(text + aside(20_000, 'basis = "net"', 'covers = ["paid"]', item="2")) == [
        ("appropriation-short", "budget_item.2")
    ]


def test_covers_may_name_the_project() -> None:
    text = PAID + aside(429_800, 'basis = "gross"', 'covers = ["project"]')
    assert roots(text) == []
    assert roots(PAID + aside(400_000, 'basis = "gross"', 'covers = ["project"]')) == [SHORT]


def test_of_one_applicant_the_item_covers_it_without_being_told_so() -> None:
    text = "[stated]\ncosts = 1_000\nsupport = 750\n" + funding("own", "250", 'budget_item = "1"')
    text += '[[appropriation]]\nbudget_item = "1"\nbasis = "gross"\namount = '
    assert roots(text + "1_000\n") == []
    assert roots(text + "900\n") == [("appropriation-short", "budget_item.1")]


def test_a_line_of_unknown_amount_makes_no_shortage() -> None:
    text = PAID.replace("amount = 29_800\n", "")
    assert SHORT not in roots(text + aside(10, 'basis = "net"'))


def test_where_the_costs_covered_are_unknown_gross_is_not_judged() -> None:
    text = PAID.replace("costs = 251000\n", "")
    assert SHORT not in roots(text + aside(10, 'basis = "gross"'))


# by year ------------------------------------------------------------------------------------------------------------
YEARS = PAID.replace("amount = 50_200\n", "amount = 50_200\nyears = { 2025 = 25_200, 2026 = 25_000 }\n").replace(
    "amount = 29_800\n", "amount = 29_800\nyears = { 2025 = 14_800, 2026 = 15_000 }\n"
)


def test_money_set_aside_by_year_without_years_is_a_warning() -> None:
    text = PAID + aside(80_000, 'basis = "net"', "by_year = true")
    assert one_of(text, "appropriation-years").severity.word == "warning"


def test_where_both_have_years_every_year_is_judged() -> None:
    good = aside(80_000, 'basis = "net"', "by_year = true", "years = { 2025 = 40_000, 2026 = 40_000 }")
    bad = aside(80_000, 'basis = "net"', "by_year = true", "years = { 2025 = 50_000, 2026 = 30_000 }")
    assert roots(YEARS + good) == []
    assert [check for check, _ in roots(YEARS + bad)] == ["appropriation-short"]
    assert not says(YEARS + good, "appropriation-years")


def test_where_one_side_has_no_years_only_the_whole_is_judged() -> None:
    bad = aside(80_000, 'basis = "net"', "by_year = true", "years = { 2025 = 50_000, 2026 = 30_000 }")
    assert roots(PAID + bad) == []


def test_an_appropriation_that_has_only_years_is_their_sum() -> None:
    good = aside(80_000, 'basis = "net"', "by_year = true", "years = { 2025 = 40_000, 2026 = 40_000 }")
    bad = aside(80_000, 'basis = "net"', "by_year = true", "years = { 2025 = 50_000, 2026 = 25_000 }")
    good, bad = (text.replace("amount = 80000\n", "") for text in (good, bad))
    assert roots(YEARS + good) == []
    assert roots(YEARS + bad) == [(SHORT[0], "budget_item.1 50 04.years.2026")]
    assert roots(PAID + bad) == [SHORT]


def test_what_is_missing_in_a_year_is_told_once_and_not_again_of_the_whole_item() -> None:
    text = YEARS + aside(75_000, 'basis = "net"', "years = { 2025 = 40_000, 2026 = 35_000 }")
    assert roots(text) == [(SHORT[0], "budget_item.1 50 04.years.2026")]
    assert cause(text, *SHORT) == (SHORT[0], "budget_item.1 50 04.years.2026")


# the decider's limit ------------------------------------------------------------------------------------------------
def test_appropriations_above_what_the_decider_may_decide_are_a_warning() -> None:
    text = PAID + aside(80_000, 'basis = "net"')
    assert not says("decision_limit = 80_000\n" + text, "decision-limit")
    found = one_of("decision_limit = 79_999\n" + text, "decision-limit")
    assert (found.severity.word, sums(found)[2]) == ("warning", 1)


def test_two_items_together_may_be_above_the_limit() -> None:
    text = PAID + aside(80_000, 'basis = "net"') + aside(50_000, 'basis = "net"', 'covers = ["club"]', item="2")
    assert says("decision_limit = 100_000\n" + text, "decision-limit")


def test_dot_with_its_gap_filled_is_gross_to_the_euro() -> None:
    text = PAID + aside("{ amount = 280_800, at_most = true }")
    assert roots(text) == []
    assert [one.wording for one in all_of(text, "appropriation-basis")] == ["gross"]
    assert not names(text) & {"total-mismatch", "self-financing-missing"}
    assert judged(text)


# whose money an item carries ------------------------------------------------------------------------------------------
ALONE = '[[cost]]\ncategory = "services"\namount = 100\n' + funding("support", "75")
NET = '[[appropriation]]\nbudget_item = "9"\nbasis = "net"\namount = {}\n'


@pytest.mark.parametrize("who", ["", '[[partner]]\nid = "town"\n'])
@pytest.mark.parametrize("covers", ["", 'covers = ["project"]\n'])
def test_the_one_applicants_own_money_is_promised_from_its_only_item(who: str, covers: str) -> None:
    for own in (funding("own", "25"), "[stated]\nown = 25\n"):
        assert roots(who + ALONE + own + NET.format(25) + covers) == []
        assert roots(who + ALONE + own + NET.format(20) + covers) == [("appropriation-short", "budget_item.9")]


def test_own_money_that_names_no_item_is_promised_from_the_one_that_covers_its_payer() -> None:
    town = '[[partner]]\nid = "town"\n' + ALONE + funding("own", "25", 'payer = "town"')
    other = NET.replace('"9"', '"1"').format(5) + 'payer = "town"\ncovers = ["line"]\n'
    line = '[[funding]]\nid = "line"\nkind = "own"\npayer = "town"\namount = 0\n'
    own = NET.format(20) + 'payer = "town"\ncovers = ["town"]\n'
    assert roots(town + line + other + own) == [("appropriation-short", "budget_item.9")]
    assert roots(town + line + other + own + own.replace('"9"', '"2"')) == []


def test_money_of_an_unnamed_payer_is_not_promised_by_the_applicant() -> None:
    text = '[[partner]]\nid = "town"\n' + ALONE + funding("own", "15") + funding("private", "10")
    assert roots(text + NET.format(15)) == []


def test_a_payer_from_outside_carries_only_what_it_pays() -> None:
    text = ALONE + funding("municipal", "25", 'payer = "The county"')
    aside_outside = NET.replace("net", "gross") + 'payer = "The county"\n'
    assert roots(text + aside_outside.format(25)) == []
    assert roots(text + aside_outside.format(20)) == [("appropriation-short", "budget_item.9")]
