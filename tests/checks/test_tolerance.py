"""Tolerance (checks.md): the rules' unit for each rounded part, one to five; more is an error, less is a remark."""

import pytest

from budjettitui.model import Budget
from budjettitui.report.sentences import Sentences
from budjettitui.session import Session
from budjettitui.words import LANGUAGES, Words

from .judging import HEAD, TODAY, TWO, all_of, cost, funding, names, one_of, roots, says, share, stated

ESR = 'rules = "fi-esrplus-2021"\n'
OPH = 'rules = "fi-oph"\n'


# a stated total: its rows or shares --------------------------------------------------------------------------------
@pytest.mark.parametrize(("rows", "tolerated"), [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 5), (9, 5)])
def test_a_stated_total_may_miss_by_one_unit_for_each_row_five_at_most(rows: int, tolerated: int) -> None:
    lines = cost("100") * rows
    within, beyond = stated(costs=100 * rows + tolerated), stated(costs=100 * rows - tolerated - 1)
    assert names(within + lines) & {"total-cost", "rounded-parts"} == {"rounded-parts"}
    assert names(beyond + lines) & {"total-cost", "rounded-parts"} == {"total-cost"}


def test_where_all_figures_are_whole_the_generic_unit_is_one() -> None:
    assert roots(stated(costs=201) + cost("100") * 2) == []


def test_where_one_figure_has_cents_the_generic_unit_is_a_cent() -> None:
    rows = cost("100.50") + cost("100")
    assert says(stated(costs="200.52") + rows, "rounded-parts")
    assert roots(stated(costs="200.53") + rows) == [("total-cost", "project")]
    assert roots(stated(costs=201) + rows) == [("total-cost", "project")]


def test_it_is_the_figures_compared_that_are_whole_and_not_each_of_their_rows() -> None:
    rows = cost("100.50") + cost("99.50")
    assert roots(stated(costs=202) + rows) == []
    assert roots(stated(costs="202.01") + rows) == [("total-cost", "project")]


def test_an_amount_written_with_zeros_for_cents_is_whole() -> None:
    assert roots(stated(costs=201) + cost("100.00") * 2) == []


def test_the_unit_of_the_rule_set_holds_also_for_cents() -> None:
    rows = cost("100.50") + cost("100")
    assert roots(ESR + stated(costs="202.50") + rows) == []
    assert roots(ESR + stated(costs="202.51") + rows) == [("total-cost", "project")]


def test_shares_count_as_parts() -> None:
    shares = TWO + share("town", costs=100) + share("club", costs=100)
    assert roots(stated(costs=202) + shares) == []
    assert roots(stated(costs=203) + shares) == [("total-cost", "project")]


def test_fi_oph_tolerates_nothing() -> None:
    rows = cost("100", 'description = "a"\n') + cost("100", 'description = "b"\n')
    assert roots(OPH + stated(costs=201) + rows) == [("total-cost", "project")]
    assert not says(OPH + stated(costs=201) + rows, "rounded-parts")


def test_a_category_total_may_miss_by_one_unit_for_each_of_its_rows() -> None:
    rows = cost("100") + cost("100") + cost("50").replace("services", "travel")
    assert roots(stated(categories="{ services = 202 }") + rows) == []
    assert roots(stated(categories="{ services = 203 }") + rows) == [("category-total", "category.services")]
    assert roots(stated(categories="{ travel = 52 }") + rows) == [("category-total", "category.travel")]


# a gap: the parts of the funding -----------------------------------------------------------------------------------
def test_a_gap_may_be_one_unit_for_each_part_of_the_funding() -> None:
    money = funding("support", "75") + funding("own", "20")
    assert roots(cost("97") + money) == []
    assert one_of(cost("97") + money, "rounded-parts").difference == -2
    assert roots(cost("98") + money) == [("self-financing-missing", "project")]
    assert roots(cost("92") + money) == [("overfunded", "project")]


def test_cost_lines_never_count_under_a_gap() -> None:
    money = funding("support", "75") + funding("own", "20")
    assert roots(cost("14") * 7 + money) == [("self-financing-missing", "project")]


def test_a_partner_that_is_left_over_stands_for_five_parts() -> None:
    text = (
        stated(costs=200, support=150)
        + TWO
        + share("town", costs=100, support=75, own=25)
        + funding("municipal", "{amount}", 'payer = "city"\nrecipient = "club"')
    )
    assert roots(text.replace("{amount}", "20")) == []
    assert roots(text.replace("{amount}", "19")) == [("self-financing-missing", "partner.club")]


# a ceiling: the parts of the support -------------------------------------------------------------------------------
OWN = funding("own", "23")
CALL = "[call]\nsupport_rate_max = 75\n"


def test_a_ceiling_may_be_passed_by_one_unit_for_each_part_of_the_support() -> None:
    assert names(CALL + cost("100") + funding("support", "76")) & {"rate-exceeded", "rate-rounding"} == {
        "rate-rounding"
    }
    assert roots(CALL + cost("100") + funding("support", "77") + OWN) == [("rate-exceeded", "project")]
    two = funding("support", "40") + funding("support", "37")
    assert says(CALL + cost("100") + two, "rate-rounding")
    assert roots(CALL + cost("100") + two + funding("support", "2") + OWN) == [("rate-exceeded", "project")]


def test_cost_lines_never_count_under_a_ceiling() -> None:
    assert roots(CALL + cost("20") * 5 + funding("support", "77") + OWN) == [("rate-exceeded", "project")]


def test_being_below_a_ceiling_within_tolerance_is_nothing() -> None:
    assert names(CALL + cost("100") + funding("support", "74")) & {"support-unused", "rate-rounding"} == set()
    assert says(CALL + cost("100") + funding("support", "73"), "support-unused")


def test_at_the_ceiling_nothing_is_said() -> None:
    assert (
        names(CALL + cost("100") + funding("support", "75")) & {"support-unused", "rate-rounding", "rate-exceeded"}
        == set()
    )


def test_fi_oph_has_no_rounding_of_a_ceiling() -> None:
    text = OPH + CALL + cost("100", 'description = "a"\n') + funding("support", "76") + funding("own", "24")
    assert ("rate-exceeded", "project") in roots(text)


def test_a_fund_has_the_parts_of_its_own_lines() -> None:
    call = "[call]\nfunds = { erdf = { rate_max = 70 } }\n"
    assert says(call + cost("100") + funding("support", "71", 'fund = "erdf"'), "rate-rounding")
    assert roots(call + cost("100") + funding("support", "72", 'fund = "erdf"') + funding("own", "28")) == [
        ("rate-exceeded-fund", "fund.erdf")
    ]


# a least percentage: one unit; a fixed limit: none ------------------------------------------------------------------
def test_a_least_percentage_has_one_unit() -> None:
    call = "[call]\nself_financing_min = 20\n"
    other = funding("private", "{rest}") + funding("support", "60")
    assert roots(call + cost("100") + funding("own", "19") + other.replace("{rest}", "21")) == []
    assert roots(call + cost("100") + funding("own", "18") + other.replace("{rest}", "22")) == [
        ("self-financing-min", "project")
    ]


def test_a_least_percentage_has_one_unit_however_many_parts_there_are() -> None:
    call = "[call]\nself_financing_min = 20\n"
    rest = funding("private", "22") + funding("support", "60")
    assert roots(call + cost("100") + funding("own", "6") * 3 + rest) == [("self-financing-min", "project")]


@pytest.mark.parametrize(("limit", "check"), [("costs_max = 99", "costs-ceiling"), ("support_max = 74", "grant-range")])
def test_a_fixed_limit_has_no_tolerance(limit: str, check: str) -> None:
    text = f"[call]\n{limit}\n" + cost("100") + funding("support", "75") + funding("own", "25")
    assert roots(text) == [(check, "project")]


def test_a_fixed_limit_may_be_met_exactly() -> None:
    text = (
        "[call]\ncosts_max = 100\nsupport_max = 75\nsupport_min = 75\n"
        + cost("100")
        + funding("support", "75")
        + funding("own", "25")
    )
    assert roots(text) == []


def test_the_least_support_has_no_tolerance() -> None:
    text = "[call]\nsupport_min = 76\n" + cost("100") + funding("support", "75") + funding("own", "25")
    assert roots(text) == [("grant-range", "project")]


def test_a_funds_sum_has_no_tolerance() -> None:
    call = "[call]\nfunds = { erdf = { max = 70 } }\n"
    assert roots(call + cost("100") + funding("support", "71", 'fund = "erdf"') + funding("own", "29")) == [
        ("rate-exceeded-fund", "fund.erdf")
    ]
    assert roots(call + cost("100") + funding("support", "70", 'fund = "erdf"') + funding("own", "30")) == []


def test_an_appropriation_may_be_short_by_one_unit_for_each_line() -> None:
    text = (
        cost("100") + funding("own", "25", 'budget_item = "1"') + funding("support", "75")
        + '[[appropriation]]\nbudget_item = "1"\nbasis = "net"\namount = '
    )  # fmt: skip
    assert roots(text + "24\n") == []
    assert roots(text + "23\n") == [("appropriation-short", "budget_item.1")]


# about, at most, at least -------------------------------------------------------------------------------------------
def about(number: str, mark: str = "about") -> str:
    return f"{{ amount = {number}, {mark} = true }}"


def test_about_widens_a_stated_total_by_half_a_unit_of_its_last_digit() -> None:
    """550 000 about: ± 5 000, and one unit for the one row."""
    assert roots(stated(costs=about("550_000")) + cost("555_001")) == []
    assert roots(stated(costs=about("550_000")) + cost("544_999")) == []
    assert roots(stated(costs=about("550_000")) + cost("555_002")) == [("total-cost", "project")]
    assert roots(stated(costs=about("550_000")) + cost("544_998")) == [("total-cost", "project")]


def test_about_of_a_share_widens_the_total_that_it_is_a_part_of() -> None:
    shares = TWO + share("town", costs=about("100_000")) + share("club", costs="50_000")
    assert roots(stated(costs="190_000") + shares) == []


def test_about_widens_a_category_total_too() -> None:
    assert roots(stated(categories=f"{{ services = {about('1_000')} }}") + cost("1_501")) == []
    assert roots(stated(categories=f"{{ services = {about('1_000')} }}") + cost("1_502")) == [
        ("category-total", "category.services")
    ]


def test_about_does_not_widen_a_gap_nor_a_ceiling() -> None:
    text = CALL + stated(costs=about("100_000"), support="76_000") + funding("own", "22_000")
    found = roots(text)
    assert ("rate-exceeded", "project") in found
    assert ("self-financing-missing", "project") in found
    assert all(one.approximate for one in all_of(text, "self-financing-missing"))


def test_an_at_most_total_is_missed_only_by_a_larger_sum() -> None:
    assert roots(stated(costs=about("100", "at_most")) + cost("50")) == []
    assert roots(stated(costs=about("100", "at_most")) + cost("102")) == [("total-cost", "project")]
    assert says(stated(costs=about("100", "at_most")) + cost("101"), "rounded-parts")


def test_an_at_least_total_is_missed_only_by_a_smaller_sum() -> None:
    assert roots(stated(costs=about("100", "at_least")) + cost("150")) == []
    assert roots(stated(costs=about("100", "at_least")) + cost("98")) == [("total-cost", "project")]


# several documents --------------------------------------------------------------------------------------------------
def documents(one: str, other: str) -> str:
    return f'[[stated]]\nsource = "application"\ncosts = {one}\n[[stated]]\nsource = "decision"\ncosts = {other}\n'


def test_two_documents_that_disagree_are_a_warning_with_both_sources() -> None:
    found = one_of(documents("100", "103"), "statements-differ")
    assert found.severity.word == "warning"
    assert {found.values["first"], found.values["second"]} == {"application", "decision"}


def test_two_documents_may_differ_by_a_unit() -> None:
    assert not says(documents("100", "101"), "statements-differ")


def test_where_one_document_says_about_it_is_a_remark() -> None:
    assert one_of(documents(about("100"), "250"), "statements-differ").severity.word == "info"
    assert not says(documents(about("100"), "140"), "statements-differ")


@pytest.mark.parametrize(
    ("one", "other", "place"),
    [
        ("categories = { services = 100 }", "categories = { services = 103 }", "category.services"),
        ("categories = { services = 100 }", 'of = "category.services"\ncosts = 103', "category.services"),
        ("categories = { services = 100 }", "categories = { services = 101, travel = 9 }", None),
        ('of = "partner.a"\nsupport_rate = 75', "support_rate = 80", None),
        ("support_rate = 75", "support_rate = 80", "project"),
        ("support_rate = 75", "support_rate = 75.04", None),
        ("support_rate = 75.0", "support_rate = 75.06", "project"),
    ],
)
def test_documents_may_disagree_of_a_category_and_of_the_rate_too(one: str, other: str, place: str | None) -> None:
    text = f"[[stated]]\n{one}\n[[stated]]\n{other}\n"
    assert [found.path for found in all_of(text, "statements-differ")] == ([] if place is None else [place])


def test_documents_of_different_stages_do_not_disagree() -> None:
    assert not says(documents("{ planned = 100 }", "{ granted = 50 }"), "statements-differ")


def test_of_several_documents_each_is_compared_with_the_rows() -> None:
    found = all_of(documents("100", "150") + cost("100"), "total-cost")
    assert [one.actual for one in found] == [150]


# a line's product ---------------------------------------------------------------------------------------------------
def line(price: str, amount: str, quantity: str = "3") -> str:
    more = f"quantity = {quantity}\nunit_price = {price}\n"
    return cost(amount, 'description = "Food"\n' + more)


def test_a_lines_amount_may_miss_by_half_a_unit_of_its_price_for_each_unit_bought() -> None:
    """150 h at 71,92: half a cent each is 75 cents, and half a cent more."""
    assert roots(line("71.92", "10_788.75", "150")) == []
    assert roots(line("71.92", "10_788.76", "150")) == [("line-product", "cost[1]")]


def test_a_price_without_decimals_or_with_zeros_only_is_exact() -> None:
    for price in ("33", "33.00"):
        assert roots(line(price, "99")) == []
        assert roots(line(price, "99.01")) == [("line-product", "cost[1]")]


def test_the_rules_unit_excuses_a_line_as_rounding() -> None:
    assert names(ESR + line("33.33", "100.99")) & {"line-product", "rounded-parts"} == {"rounded-parts"}
    assert roots(ESR + line("33.33", "101")) == [("line-product", "cost[1]")]


def test_fi_oph_excuses_no_line() -> None:
    assert roots(OPH + line("33", "100")) == [("line-product", "cost[1]")]


# years --------------------------------------------------------------------------------------------------------------
def test_years_of_one_applicants_lines_are_not_added_to_those_of_its_share() -> None:
    text = '[[partner]]\nid = "town"\n' + share("town", costs=100) + "years = { 2025 = { costs = 60 } }\n"
    text += cost("100", "years = { 2025 = 60 }\n") + '[[stated]]\nof = "year.2025"\ncosts = 60\n'
    assert roots(text) == []
    assert session_years(text) == {"2025": 60}


def session_years(text: str) -> dict[str, object]:
    return dict(Session.from_bytes((HEAD + text).encode(), today=TODAY).state.figures.years)


# within it, never silence ---------------------------------------------------------------------------------------------
SET_ASIDE = '[[partner]]\nid = "town"\n' + cost("100") + funding("support", "75") + funding("own", "25")
ITEM = '[[appropriation]]\nbudget_item = "1"\npayer = "town"\nbasis = "net"\namount = '


def test_what_is_promised_above_an_appropriation_within_rounding_is_told_as_rounding() -> None:
    assert not says(SET_ASIDE + ITEM + "25\n", "rounded-parts")
    assert [one.path for one in all_of(SET_ASIDE + ITEM + "24\n", "rounded-parts")] == ["budget_item.1"]
    assert roots(SET_ASIDE + ITEM + "23\n") == [("appropriation-short", "budget_item.1")]


def test_own_funding_one_unit_below_the_least_is_told_as_rounding() -> None:
    text = "[call]\nself_financing_min = 25\n" + cost("100") + funding("support", "75")
    assert not says(text + funding("own", "25"), "rounded-parts")
    assert says(text + funding("own", "24") + funding("private", "1"), "rounded-parts")
    assert roots(text + funding("own", "23") + funding("private", "2")) == [("self-financing-min", "project")]


def test_public_money_above_its_ceiling_within_rounding_is_told_as_rounding() -> None:
    text = "[call]\npublic_max = 80\n" + cost("1000") + funding("support", "700")
    assert not says(text + funding("municipal", "100") + funding("private", "200"), "rate-rounding")
    assert says(text + funding("municipal", "103") + funding("private", "197"), "rate-rounding")
    assert roots(text + funding("municipal", "104") + funding("private", "196")) == [("public-total", "project")]


def test_a_partner_above_its_part_within_rounding_is_told_as_rounding() -> None:
    text = "[call]\npartner_max = 70\n" + TWO
    assert not says(text + share("town", costs=700) + share("club", costs=300), "rate-rounding")
    within = all_of(text + share("town", costs=701) + share("club", costs=300), "rate-rounding")
    assert [(one.path, str(one.actual)) for one in within] == [("partner.town", "701")]
    beyond = text + share("town", costs=705) + share("club", costs=300)
    assert roots(beyond) == [("partner-concentration", "partner.town")]


def test_realised_support_above_the_granted_rate_within_rounding_is_told_as_rounding() -> None:
    def text(realised: int) -> str:
        return stated(
            costs="{ granted = 1_000, realised = 900 }", support=f"{{ granted = 750, realised = {realised} }}"
        )

    assert not says(text(675), "rate-rounding")
    assert says(text(676), "rate-rounding")
    assert roots(text(677)) == [("realised-rate", "project")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_gap_that_is_rounding_is_said_with_its_size(lang: str) -> None:
    text = HEAD + cost("100") + funding("support", "50") + funding("own", "48")
    state = Session.from_bytes(text.encode(), today=TODAY).state
    (finding,) = [one for one in state.verdict() if one.check == "rounded-parts"]
    assert "2,00" in Sentences(state.budget, Words(lang)).of(finding).replace("2.00", "2,00")


def test_a_fund_tested_by_itself_makes_the_ceiling_of_the_rest_no_wider() -> None:
    text = "[call]\nsupport_rate_max = 40\nfunds = { erdf = { rate_max = 60 } }\n" + cost("1000")
    text += funding("support", "500.50", 'fund = "erdf"') + '[[funding]]\nkind = "own"\n'
    assert not roots(text + funding("support", "401", 'fund = "state"'))
    assert roots(text + funding("support", "402", 'fund = "state"')) == [("rate-exceeded", "project")]


# less than a cent ------------------------------------------------------------------------------------------------
CLOSE = OPH + "[call]\nsupport_rate_max = 80\n" + cost("100.01") + funding("support", "80.01")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_ceiling_passed_by_less_than_a_cent_is_not_told_as_passed_by_nothing(lang: str) -> None:
    said = Sentences(Budget(), Words(lang)).of(one_of(CLOSE, "rate-exceeded"))
    assert all(figure in said for figure in ("80,008", "80,010", "0,002", "80,002", "80,000"))


def test_a_part_passed_by_less_than_a_hundredth_of_a_point_is_not_told_as_passed_by_nothing() -> None:
    shares = share("town", costs=600_001) + share("club", costs=399_999)
    found = one_of(OPH + "[call]\npartner_max = 60\n" + TWO + shares, "partner-concentration")
    assert "60,0001" in Sentences(Budget(), Words("en")).of(found)
