"""Rates: whose ceiling binds whom, on which base, and what a call's sums and funds allow."""

import pytest

from .judging import TWO, all_of, cost, funding, judged, names, one_of, roots, says, share, stated, sums

CALL = "[call]\nsupport_rate_max = 75\n"
RATES = {"rate-exceeded", "rate-exceeded-partner", "rate-exceeded-fund", "rate-rounding"}


def shares(town: int, club: int) -> str:
    """Two partners of 1 000 each with so much support, each paying the rest itself."""
    return (
        TWO
        + share("town", costs=1_000, support=town, own=1_000 - town)
        + share("club", costs=1_000, support=club, own=1_000 - club)
    )


# which ceiling ------------------------------------------------------------------------------------------------------
def test_the_calls_ceiling_holds_before_the_rules() -> None:
    text = 'rules = "fi-esrplus-2021"\n' + "{call}" + cost("1_000") + funding("support", "780") + funding("own", "220")
    assert not names(text.replace("{call}", "")) & RATES
    assert ("rate-exceeded", "project") in roots(text.replace("{call}", CALL))
    assert says(text.replace("{call}", "[call]\nsupport_rate_max = 85\n"), "rate-above-programme")


def test_without_any_ceiling_no_rate_is_judged() -> None:
    assert not names(cost("100") + funding("support", "99") + funding("own", "1")) & {*RATES, "support-unused"}


def test_income_lowers_the_base() -> None:
    text = (
        CALL + cost("1_100") + "[[income]]\namount = 100\n" + funding("support", "{support}") + funding("own", "{own}")
    )
    assert roots(text.replace("{support}", "750").replace("{own}", "250")) == []
    assert roots(text.replace("{support}", "790").replace("{own}", "210")) == [("rate-exceeded", "project")]


def test_where_the_rules_take_total_costs_income_does_not_lower_the_base() -> None:
    text = 'rules = "eu-life-2021"\n' + CALL + cost("1_100") + "[[income]]\namount = 100\n"
    text = text.replace('"services"', '"other"') + funding("support", "825") + funding("own", "175")
    assert not says(text, "rate-exceeded")


# partners -----------------------------------------------------------------------------------------------------------
def test_a_partner_above_the_ceiling_is_a_warning_where_the_rules_are_for_both() -> None:
    text = CALL + shares(700, 800)
    assert roots(text) == []
    assert [(one.path, one.severity.word) for one in all_of(text, "rate-exceeded-partner")] == [
        ("partner.club", "warning")
    ]


def test_it_is_an_error_where_the_rules_bind_the_partner_alone() -> None:
    text = 'rules = "fi-esrplus-2021"\n' + CALL + shares(700, 800)
    assert ("rate-exceeded-partner", "partner.club") in roots(text)


def test_a_ceiling_of_its_own_is_an_error_and_holds_also_above_the_calls() -> None:
    own = TWO + "support_rate_max = 80\n"
    assert not names(CALL + shares(700, 800).replace(TWO, own)) & RATES
    assert roots(CALL + shares(650, 820).replace(TWO, own)) == [("rate-exceeded-partner", "partner.club")]


def test_of_one_applicant_the_rate_is_told_at_the_project_alone() -> None:
    text = CALL + '[[partner]]\nid = "town"\n' + cost("1_000") + funding("support", "800") + funding("own", "200")
    assert roots(text) == [("rate-exceeded", "project")]
    assert not says(text, "rate-exceeded-partner")


def test_a_ceiling_of_the_only_partner_holds() -> None:
    text = (
        '[[partner]]\nid = "town"\nsupport_rate_max = 70\n'
        + cost("1_000")
        + funding("support", "750")
        + funding("own", "250")
    )
    assert [check for check, _ in roots(text)] == ["rate-exceeded-partner"]


def test_what_is_found_gives_the_sums_and_not_the_rates() -> None:
    found = one_of(CALL + cost("1_000") + funding("support", "800") + funding("own", "200"), "rate-exceeded")
    assert sums(found) == (750, 800, 50)


# funds --------------------------------------------------------------------------------------------------------------
FUNDS = "[call]\nsupport_rate_max = 75\nfunds = { erdf = { rate_max = 50, max = 600 } }\n"


def test_a_fund_with_a_ceiling_is_tested_there_only() -> None:
    lines = (
        funding("support", "500", 'fund = "erdf"') + funding("support", "400", 'fund = "state"') + funding("own", "100")
    )
    assert roots(FUNDS + cost("1_000") + lines) == []


def test_a_fund_above_its_rate_is_told_at_the_fund() -> None:
    lines = (
        funding("support", "550", 'fund = "erdf"') + funding("support", "200", 'fund = "state"') + funding("own", "250")
    )
    found = one_of(FUNDS + cost("1_000") + lines, "rate-exceeded-fund")
    assert (found.path, *sums(found)[:2]) == ("fund.erdf", 500, 550)


def test_a_fund_above_its_sum_is_told_at_the_fund() -> None:
    lines = funding("support", "650", 'fund = "erdf"') + funding("own", "1_350")
    assert roots(FUNDS + cost("2_000") + lines) == [("rate-exceeded-fund", "fund.erdf")]


def test_a_fund_above_both_its_rate_and_its_sum_is_told_once() -> None:
    lines = funding("support", "650", 'fund = "erdf"') + funding("own", "350")
    assert roots(FUNDS + cost("1_000") + lines) == [("rate-exceeded-fund", "fund.erdf")]
    assert len(all_of(FUNDS + cost("1_000") + lines, "rate-exceeded-fund")) == 1


def test_a_funds_base_is_the_costs_of_those_who_receive_it() -> None:
    text = FUNDS + TWO + share("town", costs=1_000, own=500) + share("club", costs=1_000, support=700, own=300)
    assert roots(text + funding("support", "500", 'fund = "erdf"\nrecipient = "town"')) == []
    more = text.replace("own = 500", "own = 400") + funding("support", "600", 'fund = "erdf"\nrecipient = "town"')
    assert roots(more) == [("rate-exceeded-fund", "fund.erdf")]


def test_a_partners_own_ceiling_is_for_all_its_support_whatever_the_fund() -> None:
    town = TWO.replace('name = "Town"', 'name = "Town"\nsupport_rate_max = 40')
    text = FUNDS + town + share("town", costs=1_000, own=500) + share("club", costs=1_000, support=700, own=300)
    assert roots(text + funding("support", "500", 'fund = "erdf"\nrecipient = "town"')) == [
        ("rate-exceeded-partner", "partner.town")
    ]


# sums ---------------------------------------------------------------------------------------------------------------
def test_support_outside_the_calls_range_is_told() -> None:
    text = "[call]\nsupport_min = 700\nsupport_max = 800\n" + cost("2_000")
    for support, expected in (("700", []), ("800", []), ("699", ["grant-range"]), ("801", ["grant-range"])):
        own = funding("own", str(2_000 - int(support)))
        assert [check for check, _ in roots(text + funding("support", support) + own)] == expected


def test_costs_above_the_calls_most_are_told() -> None:
    text = "[call]\ncosts_max = 1_000\n" + funding("support", "750")
    assert roots(text + cost("1_001") + funding("own", "251")) == [("costs-ceiling", "project")]
    assert roots(text + cost("1_000") + funding("own", "250")) == []


# public money -------------------------------------------------------------------------------------------------------
PUBLIC = "[call]\npublic_max = 80\n" + cost("1_000") + funding("support", "750")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (funding("municipal", "250"), True),
        (funding("other-public", "250"), True),
        (funding("private", "250"), False),
        (funding("own", "250"), False),
        (funding("own", "250", "public = true"), True),
        (funding("municipal", "250", "public = false"), False),
        (funding("other", "250"), False),
        (funding("municipal", "50") + funding("private", "200"), False),
        (funding("municipal", "60") + funding("private", "190"), True),
    ],
)
def test_public_money_is_what_is_surely_public(line: str, told: bool) -> None:
    assert roots(PUBLIC + line) == ([("public-total", "project")] if told else [])


def test_a_municipalitys_own_money_is_public() -> None:
    text = PUBLIC.replace("[[cost]]", '[[partner]]\nid = "town"\nkind = "municipality"\n[[cost]]', 1)
    assert roots(text + funding("own", "250")) == [("public-total", "project")]
    assert roots(text.replace("municipality", "association") + funding("own", "250")) == []


# public funding in the place of costs -------------------------------------------------------------------------------
def test_where_costs_are_unknown_the_rate_is_taken_on_public_funding_and_is_no_error() -> None:
    text = CALL + "[stated]\nsupport = 800\npublic_funding = 1_000\n"
    assert roots(text) == []
    assert names(text) >= {"rate-base", "rate-exceeded"}
    assert one_of(text, "rate-exceeded").severity.word == "warning"


def test_a_rate_is_taken_within_one_document() -> None:
    text = CALL + "[[stated]]\ncosts = 1_000\n[[stated]]\ncosts = 1_200\nsupport = 850\n" + funding("own", "150")
    assert not names(text) & {"rate-exceeded"}


# the rate that is stated --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("rate", "told"), [("66.7", False), ("67", False), ("66.67", False), ("66.6", True), ("66", True)]
)
def test_a_stated_rate_is_compared_at_the_decimals_it_is_written_with(rate: str, told: bool) -> None:
    text = f"[stated]\ncosts = 300\nsupport = 200\nsupport_rate = {rate}\n"
    assert says(text, "stated-percent") is told


def test_a_stated_rate_of_fifty_is_not_compared_with_figures_that_are_not_there() -> None:
    assert not says("[stated]\nsupport_rate = 50\ncosts = 300\n", "stated-percent")


# what rests on an unverified rule is at most a warning --------------------------------------------------------------
def test_the_costs_ceiling_of_the_call_is_an_error_though_the_rule_sets_may_be_unverified() -> None:
    text = 'rules = "fi-rural-2023"\n[call]\ncosts_max = 100\n' + cost("1_000")
    assert ("costs-ceiling", "project") in roots(text)


# funds that are passed on -------------------------------------------------------------------------------------------
PASSED = (
    TWO
    + share("town", costs=1_000, own=250)
    + share("club", costs=400, own=100)
    + funding("support", "1_050", 'recipient = "town"\nfund = "erdf"')
    + funding("support", "300", 'payer = "town"\nrecipient = "club"\nfund = "erdf"')
)


def test_a_funds_money_that_is_passed_on_is_not_counted_twice() -> None:
    assert roots("[call]\nfunds = { erdf = { rate_max = 75, max = 1_050 } }\n" + PASSED) == []
    told = one_of("[call]\nfunds = { erdf = { rate_max = 70 } }\n" + PASSED, "rate-exceeded-fund")
    assert sums(told)[:2] == (980, 1_050)


def test_what_a_partner_passes_on_of_a_fund_hides_none_of_its_other_support() -> None:
    """The town keeps 750 of the fund and has 240 of another: 240 of 1 000 is above 20 %."""
    call = "[call]\nsupport_rate_max = 20\nfunds = { erdf = { rate_max = 75 } }\n"
    text = call + PASSED.replace("own = 250", "own = 10") + funding("support", "240", 'recipient = "town"')
    assert [one.path for one in all_of(text, "rate-exceeded-partner")] == ["partner.town"]


# ceilings of partners' own beside the project's ---------------------------------------------------------------------
INNOVATION = 'rules = "eu-horizon-2021"\n[call]\ntype = "ia"\n' + TWO.replace(
    'role = "lead"', 'role = "lead"\nsupport_rate_max = 100'
)


def test_a_university_with_a_ceiling_of_its_own_raises_what_an_innovation_action_is_allowed() -> None:
    """Both have costs of 1 000: the one may have all, the other 700, and so the project 1 700, which is 85 %."""
    lines = share("town", costs=1_000, support="1_000") + share("club", costs=1_000, support=700, own=300)
    assert not {"rate-exceeded", "rate-exceeded-partner", "support-unused"} & names(INNOVATION + lines)
    above = INNOVATION + lines.replace("support = 700", "support = 750").replace("own = 300", "own = 250")
    assert roots(above) == [("rate-exceeded-partner", "partner.club")]
    assert sums(one_of(above, "rate-exceeded")) == (1_700, 1_750, 50)


def test_where_the_rate_is_on_the_projects_total_a_partners_own_ceiling_does_not_raise_it() -> None:
    lines = share("town", costs=1_000, support="1_000") + share("club", costs=1_000, support=700, own=300)
    life = INNOVATION.replace("eu-horizon-2021", "eu-life-2021").replace('"ia"', '"sap"')
    assert ("rate-exceeded", "project") in roots(life + lines)


def test_of_one_applicant_its_own_ceiling_is_told_at_the_project() -> None:
    """Where there is one applicant, sums stand at the project."""
    text = '[[partner]]\nid = "town"\nsupport_rate_max = 50\n' + cost("1_000") + funding("support", "600")
    assert ("rate-exceeded-partner", "project") in roots(text)
    assert not any(one.path == "partner.town" for one in judged(text))


@pytest.mark.parametrize(
    ("stage", "told"), [("", True), ("application", True), ("granted", False), ("running", False), ("closed", False)]
)
def test_nobody_is_told_to_apply_for_more_once_the_support_is_granted(stage: str, told: bool) -> None:
    text = (f'stage = "{stage}"\n' if stage else "") + "[call]\nsupport_rate_max = 75\n"
    assert says(text + cost("100") + funding("support", "70"), "support-unused") is told


def test_a_ceiling_that_a_source_calls_the_projects_alone_binds_no_partner() -> None:
    shares = TWO + share("town", costs=600, support=480, own=120) + share("club", costs=400, support=120, own=280)
    life = 'rules = "eu-life-2021"\n[call]\ntype = "sap"\n' + shares
    assert not says(life, "rate-exceeded-partner")
    own = life.replace('name = "Town"', 'name = "Town"\nsupport_rate_max = 60')
    assert all_of(own, "rate-exceeded-partner")[0].severity.word == "error"


def test_a_ceiling_above_the_programmes_is_told_of_the_project_at_the_line_of_the_call() -> None:
    found = one_of('rules = "fi-esrplus-2021"\n[call]\nsupport_rate_max = 85\n', "rate-above-programme")
    assert (found.path, found.line) == ("project", 6)


# what could be applied for ---------------------------------------------------------------------------------------
def test_the_most_of_the_call_leaves_less_to_apply_for_than_the_ceiling() -> None:
    text = "[call]\nsupport_rate_max = 75\nsupport_max = 72_000\n" + cost("100_000") + funding("own", "30_000")
    found = one_of(text + funding("support", "70_000"), "support-unused")
    assert (sums(found), found.wording) == ((72_000, 70_000, -2_000), "most")
    assert not says(text + funding("support", "72_000"), "support-unused")


def test_a_lower_ceiling_of_the_one_applicant_is_what_could_be_applied_for() -> None:
    text = '[call]\nsupport_rate_max = 80\n[[partner]]\nid = "a"\nsupport_rate_max = 50\n' + cost("100_000")
    assert not says(text + funding("support", "50_000"), "support-unused")
    found = one_of(text + funding("support", "40_000"), "support-unused")
    assert (sums(found), found.values["ceiling"]) == ((50_000, 40_000, -10_000), 50)


def test_what_one_partner_may_not_have_is_not_left_for_the_others_to_apply_for() -> None:
    two = '[[partner]]\nid = "a"\nrole = "lead"\nsupport_rate_max = 50\n[[partner]]\nid = "b"\n'
    costs = cost("1_000", 'partner = "a"\n') + cost("1_000", 'partner = "b"\n')
    text = "[call]\nsupport_rate_max = 80\n" + two + costs + funding("support", "500", 'recipient = "a"')
    assert not says(text + funding("support", "800", 'recipient = "b"'), "support-unused")
    found = one_of(text + funding("support", "700", 'recipient = "b"'), "support-unused")
    assert sums(found) == (1_300, 1_200, -100)


@pytest.mark.parametrize(
    ("call", "support", "most"),
    [
        ("self_financing_min = 25\n", 60_000, "75000"),
        ("self_financing_min = 25\n", 75_000, None),
        ("self_financing_min = 10\n", 60_000, "80000"),
        ("public_max = 70\n", 60_000, "70000"),
        ("public_max = 70\n", 69_999, None),
    ],
)
def test_what_could_be_applied_for_leaves_the_own_and_the_private_money_that_is_asked(
    call: str, support: int, most: str | None
) -> None:
    money = funding("support", str(support)) + funding("own", str(100_000 - support))
    text = "[call]\nsupport_rate_max = 80\n" + call + stated(costs=100_000) + money
    told = [f"{one.expected:.0f}" for one in judged(text) if one.check == "support-unused"]
    assert told == ([] if most is None else [most])
