"""Root and consequence (checks.md): one mistake is told once, by a root that is never milder than what it explains."""

import pytest

from budjettitui.findings import Severity

from .judging import TWO, all_of, cause, cost, funding, judged, names, roots, share, stated

LINE = '[[cost]]\nid = "trips"\ncategory = "services"\nquantity = 10\nunit_price = 50\namount = 5_000\n'
"""500 written as 5 000."""


# a line explains what correcting it removes -------------------------------------------------------------------------
def test_a_line_that_is_no_product_explains_the_total_above_it() -> None:
    text = stated(costs="1_500") + LINE + cost("1_000")
    assert roots(text) == [("line-product", "cost.trips")]
    assert cause(text, "total-cost") == ("line-product", "cost.trips")


def test_it_explains_the_gap_and_the_mismatch_too() -> None:
    text = LINE + cost("1_000") + funding("support", "1_000") + funding("own", "500")
    assert roots(text) == [("line-product", "cost.trips")]
    assert cause(text, "self-financing-missing") == ("line-product", "cost.trips")
    assert cause(text, "total-mismatch") == ("line-product", "cost.trips")


def test_it_explains_a_rate_that_only_its_wrong_sum_passes() -> None:
    low = LINE.replace("amount = 5_000", "amount = 50")
    text = "[call]\nsupport_rate_max = 75\n" + low + cost("1_000") + funding("support", "1_125") + funding("own", "375")
    assert roots(text) == [("line-product", "cost.trips")]
    assert cause(text, "rate-exceeded") == ("line-product", "cost.trips")
    assert cause(text, "overfunded") == ("line-product", "cost.trips")


def test_it_does_not_explain_a_gap_that_stays_when_it_is_corrected() -> None:
    text = LINE + cost("1_000") + funding("support", "1_000") + funding("own", "300")
    assert set(roots(text)) == {("line-product", "cost.trips"), ("self-financing-missing", "project")}


def test_two_wrong_lines_explain_a_total_together_and_the_larger_is_named() -> None:
    other = LINE.replace("trips", "food").replace("5_000", "800")
    text = stated(costs="1_000") + LINE + other
    assert set(roots(text)) == {("line-product", "cost.trips"), ("line-product", "cost.food")}
    assert cause(text, "total-cost") == ("line-product", "cost.trips")


def test_a_stated_total_explains_the_gap_that_a_wrong_row_makes() -> None:
    text = stated(costs="1_500") + cost("2_000") + funding("support", "1_000") + funding("own", "500")
    assert roots(text) == [("total-cost", "project")]
    assert cause(text, "self-financing-missing") == ("total-cost", "project")
    assert cause(text, "total-mismatch") == ("total-cost", "project")


@pytest.mark.parametrize("whose", ['payer = "club"', 'recipient = "club"', 'payer = "club"\nrecipient = "club"'])
def test_a_share_that_own_money_misses_explains_the_gap_whichever_way_the_row_says_whose_it_is(whose: str) -> None:
    text = TWO + share("town", costs=1_000, support=750, own=250) + share("club", costs=1_000, support=750, own=250)
    text += funding("own", "2_500", whose)
    assert {check for check, _ in roots(text)} == {"total-own"}
    assert cause(text, "overfunded", "partner.club") == ("total-own", "partner.club")


def test_a_category_total_explains_the_total_above_it() -> None:
    text = (
        stated(costs="2_000", categories="{ services = 1_500 }")
        + cost("1_000")
        + cost("500").replace("services", "travel")
    )
    assert roots(text) == [("category-total", "category.services")]
    assert cause(text, "total-cost") == ("category-total", "category.services")


def test_a_category_total_with_another_gap_does_not_explain_it() -> None:
    text = (
        stated(costs="2_000", categories="{ services = 1_100 }")
        + cost("1_000")
        + cost("500").replace("services", "travel")
    )
    assert set(roots(text)) == {("category-total", "category.services"), ("total-cost", "project")}


@pytest.mark.parametrize("place", ["work_package.wp1", "year.2025"])
def test_a_work_packages_and_a_years_total_explain_it_too(place: str) -> None:
    split = 'work_package = "wp1"\nyears = { 2025 = 1_500 }\n'
    text = f'[[stated]]\ncosts = 1_000\n[[stated]]\nof = "{place}"\ncosts = 1_000\n' + cost("1_500", split)
    assert roots(text) == [("category-total", place)]
    assert cause(text, "total-cost") == ("category-total", place)


def test_a_projects_total_explains_the_gap_of_the_one_partner_that_has_its_difference() -> None:
    text = stated(costs="2_000") + TWO
    for partner, costs in (("town", "1_000"), ("club", "1_100")):
        text += cost(costs, f'partner = "{partner}"\n')
        text += funding("support", "750", f'recipient = "{partner}"') + funding("own", "250", f'payer = "{partner}"')
    assert roots(text) == [("total-cost", "project")]
    assert cause(text, "self-financing-missing", "partner.club") == ("total-cost", "project")


def test_it_does_not_explain_a_gap_of_another_size() -> None:
    text = stated(costs="2_000") + TWO
    for partner, costs in (("town", "1_000"), ("club", "1_100")):
        text += cost(costs, f'partner = "{partner}"\n')
        text += funding("support", "750", f'recipient = "{partner}"') + funding("own", "200", f'payer = "{partner}"')
    assert ("total-cost", "project") in roots(text)
    assert ("self-financing-missing", "partner.club") in roots(text)


# of one [stated] the first is the root ------------------------------------------------------------------------------
def test_of_the_figures_of_one_document_that_miss_the_first_is_the_root() -> None:
    text = (
        stated(own="400", support="900", costs="2_000")
        + cost("1_000")
        + funding("support", "750")
        + funding("own", "250")
    )
    assert roots(text) == [("total-cost", "project")]
    assert cause(text, "total-support") == ("total-cost", "project")
    assert cause(text, "total-own") == ("total-cost", "project")


def test_support_is_before_own() -> None:
    text = stated(own="400", support="900") + cost("1_000") + funding("support", "750") + funding("own", "250")
    assert roots(text) == [("total-support", "project")]
    assert cause(text, "total-own") == ("total-support", "project")


def test_figures_of_two_documents_are_two_mistakes() -> None:
    two = "[[stated]]\ncosts = 2_000\n[[stated]]\nsupport = 900\n"
    text = two + cost("1_000") + funding("support", "750") + funding("own", "250")
    assert set(roots(text)) == {("total-cost", "project"), ("total-support", "project")}


def test_a_stated_rate_that_holds_on_the_stated_total_follows_from_that_total() -> None:
    text = stated(costs="2_000", support_rate=50) + cost("1_000") + funding("support", "1_000") + funding("own", "0")
    holds = stated(costs="2_000", support="1_000", support_rate=50) + text.partition("support_rate = 50\n")[2]
    assert cause(holds, "stated-percent") == ("total-cost", "project")


def test_a_stated_rate_that_holds_nowhere_is_a_finding_of_its_own() -> None:
    text = (
        stated(costs="2_000", support="750", support_rate=60)
        + cost("1_000")
        + funding("support", "750")
        + funding("own", "250")
    )
    assert cause(text, "stated-percent") is None


# partners and the project -------------------------------------------------------------------------------------------
def shares(town: str, club: str) -> str:
    return (
        TWO
        + share("town", costs="1_000", support="750", own=town)
        + share("club", costs="2_000", support="1_500", own=club)
    )


def test_one_partners_gap_explains_the_projects() -> None:
    text = shares("250", "400")
    assert roots(text) == [("self-financing-missing", "partner.club")]
    assert cause(text, "total-mismatch") == ("self-financing-missing", "partner.club")


def test_a_partners_gap_explains_what_is_only_rounding_at_the_project() -> None:
    """A gap of 3 is beyond the two parts of one partner, and within the four of the project."""
    text = shares("247", "500")
    assert roots(text, Severity.INFO) == [("self-financing-missing", "partner.town")]
    assert cause(text, "rounded-parts") == ("self-financing-missing", "partner.town")


def test_two_partners_gaps_together_explain_the_projects_and_the_largest_is_named() -> None:
    text = shares("200", "400")
    assert set(roots(text)) == {("self-financing-missing", "partner.town"), ("self-financing-missing", "partner.club")}
    assert cause(text, "total-mismatch") == ("self-financing-missing", "partner.club")


def test_a_gap_and_a_surplus_that_meet_leave_no_mismatch() -> None:
    text = shares("150", "600")
    assert set(roots(text)) == {("self-financing-missing", "partner.town"), ("overfunded", "partner.club")}
    assert "total-mismatch" not in names(text)


def test_a_gap_and_a_surplus_together_explain_what_is_left() -> None:
    text = shares("150", "560")
    assert set(roots(text)) == {("self-financing-missing", "partner.town"), ("overfunded", "partner.club")}
    assert cause(text, "total-mismatch") == ("self-financing-missing", "partner.town")


def test_a_row_that_names_no_partner_is_no_partners_gap_and_the_project_is_told_once() -> None:
    text = shares("250", "500") + "[[income]]\namount = 300\n"
    assert roots(text) == [("overfunded", "project")]
    assert cause(text, "total-mismatch") == ("overfunded", "project")


def test_a_partners_rate_that_is_an_error_explains_the_projects() -> None:
    text = 'rules = "fi-esrplus-2021"\n[call]\nsupport_rate_max = 75\n' + TWO
    text += share("town", costs="1_000", support="750", own="250") + share(
        "club", costs="1_000", support="800", own="200"
    )
    found = {(one.check, one.path): one for one in judged(text)}
    if found["rate-exceeded-partner", "partner.club"].severity is Severity.ERROR:
        assert cause(text, "rate-exceeded") == ("rate-exceeded-partner", "partner.club")
    else:
        assert cause(text, "rate-exceeded") is None


def test_a_partners_own_ceiling_is_an_error_and_explains_the_projects() -> None:
    text = "[call]\nsupport_rate_max = 75\n" + TWO + "support_rate_max = 75\n"
    text += share("town", costs="1_000", support="750", own="250") + share(
        "club", costs="1_000", support="800", own="200"
    )
    assert roots(text) == [("rate-exceeded-partner", "partner.club")]
    assert cause(text, "rate-exceeded") == ("rate-exceeded-partner", "partner.club")


def test_a_partners_rate_that_is_only_a_warning_does_not_explain_an_error() -> None:
    text = "[call]\nsupport_rate_max = 75\n" + TWO
    text += share("town", costs="1_000", support="750", own="250") + share(
        "club", costs="1_000", support="800", own="200"
    )
    assert roots(text) == [("rate-exceeded", "project")]
    assert [one.severity.word for one in all_of(text, "rate-exceeded-partner")] == ["warning"]


def test_no_cause_is_milder_than_what_it_explains_and_every_cause_is_a_root() -> None:
    texts = [
        shares("150", "560"),
        stated(costs="2_000", support="900") + LINE + cost("1_000") + funding("support", "750") + funding("own", "250"),
        "[call]\nsupport_rate_max = 75\nself_financing_min = 30\n"
        + LINE
        + funding("support", "4_500")
        + funding("own", "100"),
    ]
    for text in texts:
        found = {(one.check, one.path): one for one in judged(text)}
        for one in found.values():
            if one.cause is not None:
                root = found[one.cause.check, one.cause.path]
                assert root.is_root
                assert root.severity <= one.severity


# net-positive, the least own funding --------------------------------------------------------------------------------
def test_nothing_left_for_support_explains_the_surplus() -> None:
    text = cost("1_000") + funding("support", "500") + funding("private", "1_000")
    assert ("net-positive", "project") in roots(text)
    assert ("overfunded", "project") not in roots(text)
    assert cause(text, "overfunded") == ("net-positive", "project")


def test_filling_the_gap_explains_the_least_own_funding_where_it_meets_both() -> None:
    text = "[call]\nself_financing_min = 25\n" + cost("1_000") + funding("support", "750") + funding("own", "200")
    assert roots(text) == [("self-financing-missing", "project")]
    assert cause(text, "self-financing-min") == ("self-financing-missing", "project")


def test_it_does_not_where_the_least_would_still_be_missed() -> None:
    text = "[call]\nself_financing_min = 30\n" + cost("1_000") + funding("support", "750") + funding("own", "200")
    assert set(roots(text)) == {("self-financing-missing", "project"), ("self-financing-min", "project")}


# one applicant ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("partner", ["", '[[partner]]\nid = "town"\nname = "Town"\n'])
def test_of_one_applicant_nothing_is_said_twice(partner: str) -> None:
    text = "[call]\nsupport_rate_max = 75\nself_financing_min = 20\n" + partner
    text += cost("1_000") + funding("support", "800") + funding("own", "100")
    found = judged(text)
    assert not [one for one in found if one.place.table == "partner" and one.severity is Severity.ERROR]
    keys = [(one.check, one.path) for one in found]
    assert len(keys) == len(set(keys))
    assert cause(text, "total-mismatch") == ("self-financing-missing", "project")


def test_of_one_applicant_a_share_is_compared_at_the_project() -> None:
    text = '[[partner]]\nid = "town"\n' + share("town", costs="900") + cost("1_000")
    assert roots(text) == [("total-cost", "project")]


def test_a_document_about_the_only_partner_is_compared_at_the_project_once() -> None:
    text = '[stated]\nof = "partner.town"\ncosts = 900\n[[partner]]\nid = "town"\n' + cost("1_000")
    assert roots(text) == [("total-cost", "project")]


# waivers ------------------------------------------------------------------------------------------------------------
WAIVER = '[[waiver]]\ncheck = "self-financing-missing"\nat = "partner.club"\nreason = "decided on 12.3."\nby = "AK"\n'


def test_a_waived_root_takes_its_consequences_along() -> None:
    text = shares("250", "400") + WAIVER
    assert roots(text) == []
    waived = [one for one in judged(text) if one.waived is not None]
    assert {(one.check, one.path) for one in waived} == {
        ("self-financing-missing", "partner.club"),
        ("total-mismatch", "project"),
    }
    assert {one.waived.reason for one in waived if one.waived} == {"decided on 12.3."}


def test_of_two_causes_one_that_is_waived_leaves_the_consequence_with_the_largest() -> None:
    text = shares("200", "400") + WAIVER
    assert roots(text) == [("self-financing-missing", "partner.town")]


def test_a_waiver_that_has_run_out_lets_the_finding_stand() -> None:
    assert roots(shares("250", "400") + WAIVER + "until = 2025-05-31\n") == [("self-financing-missing", "partner.club")]
    assert roots(shares("250", "400") + WAIVER + "until = 2025-06-01\n") == []


def test_a_waiver_of_a_smaller_gap_lets_the_finding_stand() -> None:
    assert roots(shares("250", "400") + WAIVER + "difference = 99\n") == [("self-financing-missing", "partner.club")]
    assert roots(shares("250", "400") + WAIVER + "difference = 100\n") == []
