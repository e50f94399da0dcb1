"""Mends of remarks: what rounding explains, what could still be applied for, what was not used."""

import pytest

from tests.places import PUBLIC

from .judging import cost, funding, names, one_of, says, sums
from .mending import after, offered
from .test_mends_in_steps import seed

ESR = 'rules = "fi-esrplus-2021"\n'


def public(name: str, old: str, new: str) -> str:
    """A public budget with one place changed."""
    text = (PUBLIC / f"{name}.toml").read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    return text[text.index("schema") :].replace(old, new)


def test_rounding_above_a_part_of_public_funding_may_be_public_funding_that_is_missing() -> None:
    text = seed("soku", "realised = 606_431", "realised = 606_400")
    assert offered(text, "rate-rounding") == [
        "Lower the support to 789 751,00",
        "Public funding 1 053 003,00, if some of it is missing",
    ]


def test_a_gap_of_rounding_goes_with_the_costs_where_one_other_figure_can_move() -> None:
    text = cost("1_000") + funding("support", "700") + funding("own", "299")
    assert offered('rules = "fi-esrplus-2021"\n' + text, "rounded-parts") == [
        "Change to 300,00, by 1,00: funding line 2",
        "Lower the costs to 996,00, the support to 697,00",
    ]


def test_rounding_that_would_only_move_to_another_stage_is_mended_there_too() -> None:
    text = seed("soku", "schema = 1", "schema = 1")
    assert offered(text, "rate-rounding") == [
        "Public funding 1 053 003,00, if some of it is missing",
        "Lower the support to 789 751,00; then realised support 606 430,00: 1,00 is to be returned",
    ]


def test_support_that_was_not_used_may_have_been_lowered_or_is_not_all_told() -> None:
    text = seed("soku", "schema = 1", "schema = 1")
    assert offered(text, "support-returned") == [
        "Granted support 606 431,00 and public funding 808 575,00, if a later decision has lowered the support by "
        "183 321,00",
        "Realised support 789 752,00 and public funding 1 053 002,00, if 183 321,00 of the support is missing",
    ]
    mended = after(text, "support-returned", "Granted support")
    assert "support = { granted = 606_431, realised = 606_431 } # EU and state" in mended
    assert "public_funding = { planned = 808_575, realised = 808_575 }" in mended


def test_rounding_of_years_is_mended_as_years_are() -> None:
    years = public(
        "esr-plus-years", "years = { 2026 = 100_000, 2027 = 100_000 }", "years = { 2026 = 100_000, 2027 = 99_999 }"
    )
    assert offered(years, "rounded-parts")[0] == "Change 2027 to 100 000,00"


def test_rounding_of_a_flat_rate_is_mended_as_flat_rates_are() -> None:
    flat = '[[cost]]\ncategory = "flat-rate"\namount = 71\n'
    text = ESR + 'cost_model = "flat-7"\n' + cost("1_000").replace("services", "personnel") + flat
    assert offered(text, "rounded-parts") == [
        "Make the amount 70,00",
        "Leave the amount out: it is worked out as 70,00",
    ]


SHORT = ("2027 = 149_800 }\namount = 302_275", "2027 = 149_799 }\namount = 302_274")


def test_an_appropriation_by_years_is_raised_with_its_last_year() -> None:
    text = public("esr-plus-years", *SHORT)
    assert after(text, "rounded-parts", "Raise the appropriation 2 10 01 to 302 275,00") == text.replace(*SHORT[::-1])


def test_support_that_one_partner_leaves_may_be_told_by_less_costs_of_that_partner() -> None:
    text = public("horizon-ia", "amount = 12_000", "amount = 12_001")
    assert offered(text, "support-unused") == [
        "Raise the support to 235 001,00 (City)",
        "Lower the costs to 235 000,00 (City)",
    ]


def test_where_money_is_missing_no_other_money_is_lowered_for_more_support() -> None:
    text = seed("dot", "support = 320_000", "support = 302_000")
    assert offered(text, "support-unused")[0] == "Raise the support to 119 200,00 (Forum Virium Helsinki)"
    assert not any("lower" in mend for mend in offered(text, "support-unused"))


# support that could still be applied for ------------------------------------------------------------------------------
TWO_BELOW = (
    'rules = "fi-esrplus-2021"\n[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "club"\n'
    + cost("20_000", 'partner = "town"\n')
    + cost("50_000", 'partner = "club"\n')
    + funding("support", "11_000", 'recipient = "town"')
    + funding("own", "9_000", 'recipient = "town"')
    + funding("support", "30_000", 'recipient = "club"')
    + funding("own", "20_000", 'recipient = "club"')
)


def test_support_of_several_partners_goes_up_to_the_ceiling_of_each_or_their_costs_down_to_it() -> None:
    assert offered(TWO_BELOW, "support-unused") == [
        "Raise the support of each to its ceiling, to 56 000,00 in all and let other money pay 15 000,00 less",
        "Lower the costs of each to those of which its support is at the ceiling, to 51 250,00 in all, "
        "other money by 18 750,00",
    ]
    for title in ("Raise the support of each", "Lower the costs of each"):
        assert "support-unused" not in names(after(TWO_BELOW, "support-unused", title))


@pytest.mark.parametrize(
    ("fund", "told"),
    [("max = 60", False), ("max = 61", True), ("rate_max = 60", False), ("rate_max = 62", True), ("", True)],
)
def test_of_funds_that_give_no_more_nothing_could_be_applied_for(fund: str, told: bool) -> None:
    call = f"[call]\nsupport_rate_max = 80\nfunds = {{ erdf = {{ {fund} }} }}\n"
    text = call + cost("100") + funding("support", "60", 'fund = "erdf"') + funding("own", "40")
    assert says(text, "support-unused") is told


def test_support_of_a_fund_with_a_rate_of_its_own_is_part_of_what_has_been_applied_for() -> None:
    call = "[call]\nsupport_rate_max = 80\nfunds = { erdf = { rate_max = 90 } }\n"
    lines = funding("support", "50", 'fund = "erdf"') + funding("support", "{}") + funding("own", "20")
    assert not says(call + cost("100") + lines.format(30), "support-unused")
    assert sums(one_of(call + cost("100") + lines.format(20), "support-unused")) == (80, 70, -10)


def test_a_year_whose_rate_strays_gets_support_or_gives_costs_so_that_it_has_the_rate_of_the_whole() -> None:
    text = '[[cost]]\ncategory = "personnel"\nyears = { 2025 = 60_000, 2026 = 40_000 }\n'
    text += '[[funding]]\nkind = "support"\nyears = { 2025 = 30_000, 2026 = 45_000 }\n'
    assert offered(text, "year-rate") == [
        "Move 15 000,00 of the support from 2026 to 2025",
        "Move 20 000,00 of the costs from 2025 to 2026",
    ]
    left = after(text, "year-rate", "Move 15 000,00")
    assert "years = { 2025 = 45_000, 2026 = 30_000 }" in left
    assert not says(left, "year-rate")
