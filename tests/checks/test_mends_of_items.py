"""Mends of budget items: more set aside, less promised, another item; which reading is meant; how the years are split."""

import pytest

from .judging import TWO, cost, funding, share
from .mending import after, offered
from .rulebook import source

TOWN = TWO + share("town", costs=60_000, support=45_000, own=15_000)
CLUB = share("club", costs=40_000, support=30_000)
PAID = source("municipal", "10_000", 'payer = "town"\nrecipient = "club"\nbudget_item = "1 50 04"\n')


def aside(amount: str, more: str = 'basis = "net"\n', item: str = "1 50 04") -> str:
    return f'[[appropriation]]\nbudget_item = "{item}"\npayer = "town"\namount = {amount}\n{more}'


def test_an_item_that_is_short_is_raised_or_less_is_promised_from_it() -> None:
    text = TOWN + CLUB + PAID + aside("22_000")
    assert offered(text, "appropriation-short") == [
        "Raise the appropriation 1 50 04 to 25 000,00",
        "Change funding line 1 to 7 000,00, and let another source pay 3 000,00",
        "Change funding line 1 to 7 000,00; costs 28 000,00; support 21 000,00",
        "Change own funding to 12 000,00; costs 48 000,00; support 36 000,00",
    ]


def test_less_promised_lowers_the_costs_and_the_support_of_whom_it_was_for() -> None:
    text = TOWN + CLUB + PAID + aside("22_000")
    mended = after(text, "appropriation-short", "Change funding line 1 to 7 000,00; costs")
    changed = text.replace("= 10_000", "= 7_000").replace("40000", "28000").replace("30000", "21000")
    assert mended == changed


def test_another_source_pays_what_the_item_cannot() -> None:
    text = TOWN + CLUB + PAID + aside("22_000")
    mended = after(text, "appropriation-short", "Change funding line 1 to 7 000,00, and let another source")
    assert 'kind = "other"\nrecipient = "club"\namount = 3_000\nconfirmed = false\n' in mended


def test_a_payment_moves_to_an_item_of_the_same_payer_that_has_room() -> None:
    text = TOWN + CLUB + PAID + aside("9_000", 'basis = "net"\ncovers = ["club"]\n') + aside("30_000", item="1 51 01")
    assert "Pay funding line 1 from 1 51 01, which has 15 000,00 left" in offered(text, "appropriation-short")


def test_an_item_that_carries_gross_costs_is_mended_by_lower_costs() -> None:
    text = "[call]\nsupport_rate_max = 75\n" + TOWN + CLUB + PAID + aside("66_000", 'basis = "gross"\n')
    assert "Change the costs of Town to 56 000,00; own funding 14 000,00; support 42 000,00" in offered(
        text, "appropriation-short"
    )


def test_an_item_that_does_not_say_its_basis_says_the_one_that_fits_first() -> None:
    text = TOWN + CLUB + PAID + aside("70_000", "")
    assert offered(text, "appropriation-basis") == [
        "Say that 1 50 04 is set aside gross: 70 000,00 is then promised from it",
        "Say that 1 50 04 is set aside net: 25 000,00 is then promised from it",
    ]
    assert after(text, "appropriation-basis", "Say that 1 50 04 is set aside net") == text + 'basis = "net"\n'


def test_an_item_by_year_is_split_evenly_where_nothing_says_how() -> None:
    period = "period = { start = 2025-01-01, end = 2026-12-31 }\n"
    text = period + TOWN + CLUB + PAID + aside("25_000", 'basis = "net"\nby_year = true\n')
    assert offered(text, "appropriation-years") == ["Divide 25 000,00 evenly over 2 years: 12 500,00"]


def test_an_item_by_year_is_split_as_what_is_paid_from_it_since_even_years_would_be_short() -> None:
    period = "period = { start = 2025-01-01, end = 2026-12-31 }\n"
    paid = PAID.replace("10_000", "25_000") + "years = { 2025 = 10_000, 2026 = 15_000 }\n"
    text = period + TWO + paid + aside("25_000", 'basis = "net"\nby_year = true\n')
    assert offered(text, "appropriation-years") == [
        "Split 1 50 04 by years as the funding from it is split",
        "Divide 25 000,00 evenly over 2 years: 12 500,00; then raise the appropriation 1 50 04 of 2026 to 15 000,00",
    ]
    mended = after(text, "appropriation-years", "Split")
    assert mended.endswith("by_year = true\nyears = { 2025 = 10_000, 2026 = 15_000 }\n")


def test_appropriations_above_what_may_be_decided_are_lowered_where_there_is_room() -> None:
    text = "decision_limit = 28_000\n" + TOWN + CLUB + PAID + aside("30_000")
    assert offered(text, "decision-limit")[0] == "Lower the appropriation 1 50 04 to 28 000,00"


def test_appropriations_without_room_are_lowered_with_what_is_promised() -> None:
    text = "decision_limit = 22_000\n" + TOWN + CLUB + PAID + aside("25_000")
    assert offered(text, "decision-limit") == [
        "Change funding line 1 to 7 000,00, and let another source pay 3 000,00; appropriation 1 50 04: 22 000,00",
        "Change funding line 1 to 7 000,00; costs 28 000,00; support 21 000,00; appropriation 1 50 04: 22 000,00",
        "Change the costs of Town to 57 000,00; own funding 12 000,00; appropriation 1 50 04: 22 000,00",
    ]


@pytest.mark.parametrize("basis", ['basis = "gross"\n', ""], ids=["said", "fits"])
def test_own_money_from_an_item_that_carries_the_costs_leaves_the_appropriation_as_it_is(basis: str) -> None:
    """What is set aside gross pays the costs; the support comes back, and what of them is own money makes no difference."""
    town = '[[partner]]\nid = "town"\nkind = "municipality"\n[call]\nsupport_rate_max = 80\n' + cost("10_000")
    text = town + funding("support", "8_000") + funding("own", "1_500", 'payer = "town"\nbudget_item = "1"')
    text += f'[[appropriation]]\nbudget_item = "1"\npayer = "town"\n{basis}amount = 10_000\n'
    assert offered(text, "self-financing-missing")[:2] == [
        "Raise own funding to 2 000,00",
        "Lower the costs to 7 500,00, the support to 6 000,00",
    ]


def own_lowered(text: str) -> list[str]:
    return [one for one in offered(text, "appropriation-short") if one.startswith("Change own funding")]


def test_own_money_is_not_lowered_by_more_than_there_is_of_it() -> None:
    assert own_lowered(TOWN + CLUB + PAID + aside("22_000"))
    assert not own_lowered(TOWN + CLUB + PAID + aside("4_000"))


def test_own_money_is_not_lowered_where_nobody_knows_what_the_rest_would_carry() -> None:
    unknown = TWO + share("town", support=45_000, own=15_000)
    assert not own_lowered(unknown + CLUB + PAID + aside("22_000"))


def test_own_money_that_two_shares_have_is_lowered_in_neither() -> None:
    halves = TWO + share("town", costs=60_000, support=45_000, own=7_500) + share("town", own=7_500)
    assert not own_lowered(halves + CLUB + PAID + aside("22_000"))
