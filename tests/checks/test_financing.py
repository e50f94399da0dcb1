"""Financing: needs and what covers them, at partners and at the project; the least own funding; who is left unasked."""

import pytest

from .judging import TWO, all_of, cost, funding, names, one_of, roots, says, share, sums

OPH = 'rules = "fi-oph"\n'
FAMILIES = (
    "rate-",
    "self-financing",
    "overfunded",
    "total-mismatch",
    "appropriation",
    "grant-range",
    "costs-ceiling",
    "net-positive",
)


def oph(percent: int, need: int, own: int) -> str:
    """A budget of the vectors of domain 4.3: own funding and a grant for the rest of the net need."""
    line = f'[[cost]]\ncategory = "personnel"\ndescription = "Teachers"\namount = {need}\n'
    return (
        OPH
        + f"[call]\nself_financing_min = {percent}\n"
        + line
        + funding("own", str(own))
        + funding("support", str(need - own))
    )


@pytest.mark.parametrize(
    ("percent", "need", "least"), [(10, 474_816, 47_482), (20, 100_001, 20_001), (20, 152_303, 30_461)]
)
def test_the_least_own_funding_of_oph_is_rounded_up_to_whole_euros_and_has_no_tolerance(
    percent: int, need: int, least: int
) -> None:
    assert roots(oph(percent, need, least)) == []
    assert roots(oph(percent, need, least - 1)) == [("self-financing-min", "project")]
    short = one_of(oph(percent, need, least - 1), "self-financing-min")
    assert sums(short) == (least, least - 1, -1)


def test_the_base_of_oph_is_what_income_and_other_funding_leave() -> None:
    """Costs 1 000, income 100, private 100: need 800; 10 % of it is 80, and of the net costs it would be 90."""
    text = (
        OPH + "[call]\nself_financing_min = 10\n" + cost("1_000", 'description = "a"\n') + "[[income]]\namount = 100\n"
    )
    text += funding("private", "100", "confirmed = true")
    assert roots(text + funding("own", "80") + funding("support", "720")) == []
    assert roots(text + funding("own", "79") + funding("support", "721")) == [("self-financing-min", "project")]


@pytest.mark.parametrize(
    ("base", "least"), [("costs", 200), ("net_costs", 180), ("net_need", 160), ("costs_and_in_kind", 220)]
)
def test_the_call_says_what_the_least_is_taken_on(base: str, least: int) -> None:
    """Costs 1 000, income 100, private 100, in kind 100; 20 per cent."""
    text = f'[call]\nself_financing_min = 20\nself_financing_base = "{base}"\n'
    text += cost("1_000") + cost("100", "in_kind = true\n") + "[[income]]\namount = 100\n" + funding("private", "100")
    for own, expected in ((least - 1, []), (least - 2, [("self-financing-min", "project")])):
        assert roots(text + funding("own", str(own)) + funding("support", str(800 - own))) == expected


def test_without_a_percentage_no_least_is_judged() -> None:
    assert roots(cost("100") + funding("support", "100")) == []


def test_a_partner_has_no_least_of_its_own_unless_the_call_asks_every_partner() -> None:
    call = "[call]\nself_financing_min = 20\n"
    money = share("town", costs=500, support=300, own=200) + share("club", costs=500, support=500, own=0)
    assert roots(call + TWO + money) == []
    found = roots(call + "self_financing_every_partner = true\n" + TWO + money)
    assert ("self-financing-min", "partner.club") in found
    assert ("self-financing-min", "partner.town") not in found


def test_what_another_partner_pays_for_a_partner_counts_as_its_own() -> None:
    text = "[call]\nself_financing_min = 20\nself_financing_every_partner = true\n" + TWO
    text += share("town", costs=500, support=400, own=100) + share("club", costs=500, support=400, own=0)
    text += funding("municipal", "100", 'payer = "town"\nrecipient = "club"')
    assert roots(text) == []


# gaps ---------------------------------------------------------------------------------------------------------------
def test_a_gap_is_told_at_the_partner_that_has_it_with_need_and_covered() -> None:
    text = TWO + share("town", costs=1_000, support=750, own=250) + share("club", costs=1_000, support=750, own=150)
    gap = one_of(text, "self-financing-missing")
    assert (gap.path, gap.partner) == ("partner.club", "club")
    assert sums(gap) == (250, 150, -100)


def test_one_partners_surplus_does_not_pay_anothers_costs() -> None:
    text = TWO + share("town", costs=1_000, support=750, own=350) + share("club", costs=1_000, support=750, own=150)
    assert set(roots(text)) == {("overfunded", "partner.town"), ("self-financing-missing", "partner.club")}


def test_money_from_one_partner_to_another_counts_once_as_the_recipients() -> None:
    text = TWO + share("town", costs=1_000, support=750, own=250) + share("club", costs=400, support=300, own=0)
    assert roots(text + funding("municipal", "100", 'payer = "town"\nrecipient = "club"')) == []


def test_a_payers_commitment_is_not_in_its_own_need() -> None:
    text = TWO + share("town", costs=1_000, support=750, own=150) + share("club", costs=400, support=300, own=0)
    assert roots(text + funding("municipal", "100", 'payer = "town"\nrecipient = "club"')) == [
        ("self-financing-missing", "partner.town")
    ]


def test_support_that_is_passed_on_is_the_recipients() -> None:
    """The lead gets 1 050 from outside and passes 300 on."""
    text = TWO + share("town", costs=1_000, own=250) + share("club", costs=400, own=100)
    text += funding("support", "1_050", 'payer = "ministry"\nrecipient = "town"')
    assert roots(text + funding("support", "300", 'payer = "town"\nrecipient = "club"')) == []


def test_a_share_says_what_stays_with_the_partner() -> None:
    text = TWO + share("town", costs=1_000, support=750, own=250) + share("club", costs=400, own=100)
    assert roots(text + funding("support", "300", 'payer = "town"\nrecipient = "club"')) == []


def test_costs_in_kind_stand_outside_the_cash() -> None:
    money = funding("support", "75") + funding("own", "25") + funding("in-kind", "50")
    assert roots(cost("100") + cost("50", "in_kind = true\n") + money) == []


def test_income_lowers_the_need() -> None:
    assert roots(cost("100") + "[[income]]\namount = 20\n" + funding("support", "60") + funding("own", "20")) == []
    text = cost("100") + "[[income]]\namount = 20\n" + funding("support", "60") + funding("own", "40")
    assert roots(text) == [("overfunded", "project")]


def test_funding_of_the_kind_income_is_money_and_not_revenue() -> None:
    """Both are there: revenue lowers the costs by 10, and 20 of other revenue pays a part of what is left."""
    text = cost("100") + "[[income]]\namount = 10\n" + funding("support", "60") + funding("own", "10")
    assert roots(text + funding("income", "20")) == []
    assert roots(text + funding("income", "10")) == [("self-financing-missing", "project")]


def test_support_above_the_net_costs_is_a_surplus_though_nothing_else_is_known() -> None:
    text = TWO + share("town", costs=100, support=150) + share("club", costs=100, support=75)
    assert ("overfunded", "partner.town") in roots(text)


def test_of_an_unknown_row_nothing_is_said_but_that_its_amount_is_missing() -> None:
    line = '[[cost]]\ncategory = "services"\ndescription = "Food"\n'
    text = cost("100") + line + funding("support", "75") + funding("own", "5")
    assert roots(text) == []
    assert says(text, "amount-missing")


def test_a_partner_of_which_nothing_is_known_makes_no_gap_anywhere() -> None:
    text = TWO + share("town", costs=1_000, support=750, own=250)
    assert roots(text) == []


# nobody says who pays -----------------------------------------------------------------------------------------------
UNPAID = TWO + share("town", costs=1_000, support=750, own=250) + share("club", costs=400, support=300)


def test_a_need_that_nobody_covers_is_a_remark_in_a_draft_and_a_warning_from_the_application_on() -> None:
    assert [one.severity.word for one in all_of(UNPAID, "self-financing-unknown")] == ["info"]
    assert [one.severity.word for one in all_of('stage = "application"\n' + UNPAID, "self-financing-unknown")] == [
        "warning"
    ]
    assert not says(UNPAID, "self-financing-missing")


def test_it_is_not_asked_of_a_partner_that_is_left_over_nor_of_the_others() -> None:
    left = "[stated]\ncosts = 1_400\nsupport = 1_050\n" + TWO + share("town", costs=1_000, support=750, own=250)
    assert not says(left, "self-financing-unknown")
    others = UNPAID.replace('id = "club"\n', 'id = "club"\nrole = "others"\n')
    assert not says(others, "self-financing-unknown")


# cancelled ----------------------------------------------------------------------------------------------------------
def test_of_a_cancelled_project_no_rate_no_gap_and_no_appropriation_is_judged() -> None:
    text = "[call]\nsupport_rate_max = 50\nself_financing_min = 30\ncosts_max = 10\nsupport_max = 10\npublic_max = 10\n"
    text += cost("1_000") + funding("support", "900") + funding("own", "5", 'budget_item = "1"')
    text += '[[appropriation]]\nbudget_item = "1"\namount = 1\nbasis = "gross"\nby_year = true\n'
    assert any(name.startswith(FAMILIES) for name in names(text))
    assert not [name for name in names('stage = "cancelled"\n' + text) if name.startswith(FAMILIES)]
    assert not says('stage = "cancelled"\n' + text, "rounded-parts")


def test_a_cancelled_projects_own_sums_are_still_added_up() -> None:
    assert roots('stage = "cancelled"\n[stated]\ncosts = 2_000\n' + cost("1_000")) == [("total-cost", "project")]


# nothing left to support --------------------------------------------------------------------------------------------
def test_where_income_covers_the_costs_there_is_nothing_to_support() -> None:
    text = cost("100") + "[[income]]\namount = 100\n" + funding("support", "10")
    assert ("net-positive", "project") in roots(text)


def test_where_no_support_is_applied_for_nothing_is_asked() -> None:
    text = cost("100") + "[[income]]\namount = 100\n" + funding("support", "0")
    assert not says(text, "net-positive")


def test_own_funding_is_no_reason_to_refuse_support() -> None:
    assert not says(cost("100") + funding("support", "10") + funding("own", "100"), "net-positive")


def test_findings_say_whether_they_rest_on_an_approximate_figure() -> None:
    text = "[stated]\ncosts = { amount = 1_000, about = true }\n" + funding("support", "750") + funding("own", "100")
    assert one_of(text, "self-financing-missing").approximate
    assert not one_of(text.replace(", about = true", ""), "self-financing-missing").approximate


def test_net_costs_that_a_document_states_beside_its_costs_say_the_income() -> None:
    """1 000 less an income of 100 that stands nowhere else: no gap of 100 is invented."""
    text = "[stated]\ncosts = 1_000\nnet_costs = 900\nsupport = 600\nown = {own}\n"
    assert roots(text.replace("{own}", "300")) == []
    assert roots(text.replace("{own}", "200")) == [("self-financing-missing", "project")]


def test_net_costs_that_rows_do_not_add_up_to_explain_the_gap() -> None:
    text = "[stated]\nnet_costs = 900\n" + cost("1_000") + funding("support", "600") + funding("own", "300")
    assert roots(text) == [("total-cost", "project")]


def test_a_source_that_lacks_only_its_amount_is_told_once_and_not_as_unknown() -> None:
    text = cost("100_000") + funding("support", "75_000") + '[[funding]]\nkind = "own"\ndescription = "The town"\n'
    assert names(text) & {"amount-missing", "self-financing-unknown"} == {"amount-missing"}


def test_nobody_is_missed_who_is_there_though_a_row_of_the_project_leaves_the_sums_open() -> None:
    own = cost("100", more='partner = "town"\n') + funding("own", "100", 'recipient = "town"\n')
    more = funding("municipal", "30", 'payer = "The county"\n')
    assert not says(TWO + own + more, "self-financing-unknown")


def test_nobody_is_missed_where_a_misspelled_partner_may_be_meant() -> None:
    own = cost("100", more='partner = "town"\n') + funding("support", "60", 'recipient = "town"\n')
    assert not says(TWO + own + funding("own", "40", 'recipient = "twon"\n'), "self-financing-unknown")
