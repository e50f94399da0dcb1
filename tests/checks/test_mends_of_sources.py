"""Mends of own funding, of sources of money and of later stages: what each of them leads to."""

from .judging import TWO, cost, funding, share
from .offers import offered


def call(lines: str) -> str:
    """What the call sets."""
    return f"[call]\n{lines}\n"


BUDGET = cost("1_000") + funding("support", "700") + funding("own", "300")
TOWN = share("town", costs=600, support=450, own=150)
OF_THE_TOWN = '[[partner]]\nid = "town"\nname = "Town"\nkind = "municipality"\n'
CLUB = '[[partner]]\nid = "club"\nname = "Club"\n'
OPH = 'rules = "fi-oph"\n' + cost("1_000")
LIFE = 'rules = "eu-life-2021"\n' + cost("1_000")
AMIF = 'rules = "eu-amif-2021"\n' + cost("1_000")
ESR = 'rules = "fi-esrplus-2021"\n'
HARBOUR = 'rules = "fi-rural-2023"\nkind = "investment"\n' + OF_THE_TOWN
UNSURE = funding("private", "100", 'payer = "Shop"\nconfirmed = false')
REALISED = (
    "[stated]\ncosts = { granted = 1000, realised = 900 } # booked\nsupport = { granted = 750, realised = 700 }\n"
)


def test_own_funding_is_raised_to_its_least_in_the_place_of_support_or_the_costs_come_down() -> None:
    text = call("self_financing_min = 40") + BUDGET
    assert offered(text, "self-financing-min") == [
        "Raise own funding to 400,00 and lower support to 600,00",
        "  amount = 600; amount = 400",
        "Lower the costs to 750,00, the support to 450,00",
        "  amount = 750; amount = 450",
    ]


def test_own_funding_in_the_place_of_other_money_is_more_where_its_base_grows() -> None:
    text = (
        call('self_financing_min = 20\nself_financing_base = "net_need"')
        + cost("1_000")
        + funding("support", "500")
        + funding("own", "50")
        + funding("private", "450")
    )
    assert offered(text, "self-financing-min") == [
        "Raise own funding to 110,00 and lower support to 440,00",
        "  amount = 440; amount = 110",
        "Raise own funding to 125,00 and lower private funding to 375,00",
        "  amount = 125; amount = 375",
        "Lower the costs to 700,00, the support to 200,00",
        "  amount = 700; amount = 200",
    ]


def test_a_partner_without_own_funding_gets_what_the_ceiling_leaves_or_another_pays_it() -> None:
    text = (
        call("self_financing_every_partner = true\nsupport_rate_max = 75")
        + TWO
        + TOWN
        + share("club", costs=400, support=400, own=0)
    )
    assert offered(text, "self-financing-every-partner") == [
        "Raise own funding of Club to 100,00 and lower support to 300,00",
        "  support = 300; own = 100",
        "Let Town pay 100,00, and lower support to 300,00",
        '  support = 300; [[funding]]; kind = "other"; payer = "town"; recipient = "club"; amount = 100; confirmed = false',
    ]


def test_who_covers_a_need_is_the_partner_itself_or_another_or_somebody_else() -> None:
    text = TWO + TOWN + share("club", costs=400, support=300)
    assert offered(text, "self-financing-unknown") == [
        "Let own funding pay 100,00",
        "  own = 100",
        "Let Town pay 100,00",
        '  [[funding]]; kind = "other"; payer = "town"; recipient = "club"; amount = 100; confirmed = false',
        "Let another source pay 100,00",
        '  [[funding]]; kind = "other"; recipient = "club"; amount = 100; confirmed = false',
    ]


def test_where_nothing_is_left_to_support_income_comes_down_or_costs_go_up_or_no_support_is_applied_for() -> None:
    text = cost("1_000") + "[[income]]\namount = 1_000\n" + funding("support", "300") + funding("own", "100")
    assert offered(text, "net-positive") == [
        "Lower income to 600,00",
        "  amount = 600",
        "Raise the costs to 1 400,00",
        "  amount = 1_400",
        "Apply for no support",
        "  amount = 0",
    ]


def test_a_municipalitys_money_is_municipal() -> None:
    text = OF_THE_TOWN.replace("[[partner]]", CLUB + "[[partner]]") + funding(
        "private", "500", 'payer = "town"\nrecipient = "club"'
    )
    assert offered(text, "public-as-private") == [
        "Make it municipal funding",
        '  kind = "municipal"',
    ]


def test_public_money_of_nobody_that_is_known_is_municipal_or_other_public() -> None:
    text = funding("private", "500", "public = true")
    assert offered(text, "public-as-private") == [
        "Make it other public funding",
        '  kind = "other-public"',
        "Make it municipal funding",
        '  kind = "municipal"',
    ]


def test_revenue_moves_to_the_income_with_or_without_its_part_of_the_support() -> None:
    text = OPH + funding("support", "700") + funding("own", "200") + funding("income", "100", 'description = "Fees"')
    assert offered(text, "income-as-own") == [
        "Move 100,00 to the income, which lowers the costs to be paid",
        '  [[income]]; description = "Fees"; amount = 100',
        "Move 100,00 to the income, with support 630,00 and own funding 270,00",
        '  [[income]]; description = "Fees"; amount = 100; amount = 630; amount = 270',
    ]


def test_other_eu_money_gives_way_to_own_funding_or_is_saved() -> None:
    text = LIFE + funding("support", "600") + funding("own", "300") + funding("other-public", "100", 'fund = "erdf"')
    assert offered(text, "other-eu-money") == [
        "Leave out Fund ERDF (100,00) and raise own funding to 400,00",
        "  amount = 400",
        "Leave out Fund ERDF (100,00) and lower the costs to 750,00, the support to 450,00",
        "  amount = 750; amount = 450",
    ]


def test_money_of_a_fund_that_the_call_gives_is_its_support() -> None:
    text = (
        LIFE.replace("[[cost]]", "[call]\nfunds = { erdf = { rate_max = 75 } }\n[[cost]]", 1)
        + funding("support", "600")
        + funding("own", "300")
        + funding("other-public", "100", 'fund = "erdf"')
    )
    assert offered(text, "other-eu-money") == [
        "Make it support",
        '  kind = "support"',
        "Leave out Fund ERDF (100,00) and raise own funding to 400,00",
        "  amount = 400",
        "Leave out Fund ERDF (100,00) and lower the costs to 750,00, the support to 450,00",
        "  amount = 750; amount = 450",
    ]


def test_money_that_is_not_sure_gives_way_to_own_funding_or_is_saved() -> None:
    text = 'stage = "application"\n' + cost("1_000") + funding("support", "600") + funding("own", "300") + UNSURE
    assert offered(text, "unconfirmed") == [
        "Leave out Shop (100,00) and raise own funding to 400,00",
        "  amount = 400",
        "Leave out Shop (100,00) and lower the costs to 750,00, the support to 450,00",
        "  amount = 750; amount = 450",
    ]


def test_other_public_money_of_an_investment_takes_the_place_of_support_or_of_private_money() -> None:
    text = (
        HARBOUR + cost("1_000") + funding("support", "560") + funding("other-public", "140") + funding("private", "300")
    )
    assert offered(text, "source-required") == [
        "Lower support to 490,00 and raise other public funding to 210,00",
        "  amount = 490; amount = 210",
        "Lower support to 490,00, with a new line: other public funding 70,00",
        '  amount = 490; [[funding]]; kind = "other-public"; amount = 70; confirmed = false',
        "Lower private funding to 200,00 and raise other public funding to 240,00",
        "  amount = 240; amount = 200",
        "Lower private funding to 200,00, with a new line: other public funding 100,00",
        '  amount = 200; [[funding]]; kind = "other-public"; amount = 100; confirmed = false',
    ]


def test_a_missing_kind_that_has_no_size_takes_all_of_another_sources_place() -> None:
    text = AMIF + funding("support", "750") + funding("private", "250", 'payer = "Shop"')
    assert offered(text, "source-required") == [
        "Leave out Shop (250,00), with a new line: own funding 250,00",
        '  kind = "own"',
        "Lower support to 500,00, with a new line: own funding 250,00",
        '  amount = 500; [[funding]]; kind = "own"; amount = 250',
    ]


def test_a_figure_of_a_later_stage_becomes_the_earlier_one_or_the_other_way_round() -> None:
    text = '[[funding]]\nkind = "support"\napplied = 500\ngranted = 400\nrealised = 430 # paid\n'
    assert offered(text, "stage-order") == [
        "Make realised 400,00",
        "  realised = 400 # paid",
        "Make granted 430,00",
        "  granted = 430",
        "Change places: realised 400,00, granted 430,00",
        "  granted = 430; realised = 400 # paid",
    ]


def test_realised_support_above_its_rate_is_returned_or_a_realised_cost_is_missing() -> None:
    text = REALISED
    assert offered(text, "realised-rate") == [
        "Realised support 675,00: 25,00 is to be returned",
        "  support = { granted = 750, realised = 675 }",
        "Realised costs 934,00, if 34,00 of them is missing",
        "  costs = { granted = 1000, realised = 934 } # booked",
    ]


def test_what_was_not_granted_is_paid_by_own_funding_or_saved() -> None:
    text = (
        'stage = "granted"\n'
        + cost("1_000")
        + '[[funding]]\nkind = "support"\namount = 750\ngranted = 700\n'
        + funding("own", "250")
    )
    assert offered(text, "grant-short") == [
        "Lower the support to 700,00 and raise own funding to 300,00",
        "  amount = 700; amount = 300",
        "Lower the costs to 950,00, the support to 700,00",
        "  amount = 950; amount = 700",
        "Lower the support to 700,00, with a new line: other funding 50,00",
        '  amount = 700; [[funding]]; kind = "other"; amount = 50; confirmed = false',
    ]


def test_a_named_document_says_what_it_says_and_can_only_be_left_out() -> None:
    text = '[[stated]]\ncosts = 1_000\n[[stated]]\nsource = "decision"\ncosts = 900\n'
    assert offered(text, "statements-differ") == [
        "State costs as 900,00",
        "  costs = 900",
        "Leave out what decision states (costs): 1 000,00 holds",
        "  ",
    ]
    both = text.replace("[[stated]]", '[[stated]]\nsource = "application"', 1)
    assert offered(both, "statements-differ") == [
        "Leave out what application states (costs): 900,00 holds",
        "  ",
        "Leave out what decision states (costs): 1 000,00 holds",
        "  ",
    ]


def test_a_category_and_a_rate_of_no_named_document_become_those_of_the_other() -> None:
    named = '[[stated]]\nsource = "decision"\nsupport_rate = 75.5\ncategories = { services = 900 }\n'
    assert offered("[[stated]]\nsupport_rate = 80\n" + named, "statements-differ") == [
        "State support rate as 75,50 %",
        "  support_rate = 75.5",
    ]
    assert offered("[[stated]]\ncategories = { services = 800 }\n" + named, "statements-differ") == [
        "State costs as 900,00",
        "  categories = { services = 900 }",
        "Leave out what decision states (costs): 800,00 holds",
        "  ",
    ]


def test_the_calls_ceiling_becomes_the_programmes() -> None:
    text = ESR + call("support_rate_max = 90") + BUDGET
    assert offered(text, "rate-above-programme") == [
        "Set the call's ceiling at 80,00 %",
        "  support_rate_max = 80",
        "Leave out the call's own ceiling: that of the rules holds, 80,00 %",
        "  ",
    ]


def test_the_calls_ceiling_comes_down_with_support_that_is_above_the_programmes() -> None:
    text = ESR + call("support_rate_max = 90") + cost("1_000") + funding("support", "850") + funding("own", "150")
    assert offered(text, "rate-above-programme") == [
        "Set the call's ceiling at 80,00 %, the support at 800,00, own funding at 200,00",
        "  support_rate_max = 80; amount = 800; amount = 200",
        "Set the call's ceiling at 80,00 %, the support at 800,00, with a new line: other funding 50,00",
        '  support_rate_max = 80; amount = 800; [[funding]]; kind = "other"; amount = 50; confirmed = false',
    ]


def test_funding_of_the_whole_that_misses_the_costs_is_filled_or_the_costs_come_down() -> None:
    text = TWO + cost("1_000") + funding("support", "700") + funding("own", "200")
    assert offered(text, "total-mismatch") == [
        "Raise own funding to 300,00",
        "  amount = 300",
        "Lower the costs to 666,66, the support to 466,66",
        "  amount = 666.66; amount = 466.66",
        "Let another source pay 100,00",
        '  [[funding]]; kind = "other"; amount = 100; confirmed = false',
        "Lower the costs alone to 900,00",
        "  amount = 900",
    ]


def test_a_line_that_somebody_wrote_a_comment_to_is_not_lost_when_its_money_is_left_out() -> None:
    unsure = UNSURE.replace("confirmed = false", "confirmed = false # asked in May")
    text = 'stage = "application"\n' + cost("1_000") + funding("support", "600") + funding("own", "300") + unsure
    assert offered(text, "unconfirmed")[:2] == [
        "Leave out Shop (100,00) and raise own funding to 400,00",
        "  amount = 400; amount = 0",
    ]


def test_parts_without_an_end_in_decimals_are_rounded_and_do_not_stop_the_judging() -> None:
    thirds = TWO + share("town", costs=700, support=470, own=230) + share("club", costs=400, support=400, own=0)
    assert offered(call("self_financing_every_partner = true") + thirds, "self-financing-every-partner")[:2] == [
        "Raise own funding of Club to 132,00 and lower support to 268,00",
        "  support = 268; own = 132",
    ]
    text = 'stage = "application"\n' + cost("1_000") + funding("support", "700") + funding("own", "200") + UNSURE
    assert offered(text, "unconfirmed")[2:] == [
        "Leave out Shop (100,00) and lower the costs to 666,00, the support to 466,00",
        "  amount = 666; amount = 466",
    ]


def test_support_that_is_left_over_of_a_total_is_told_as_what_the_partner_has_of_it() -> None:
    stated = "[stated]\ncosts = 1_000\nsupport = 700\n" + TWO + share("town", costs=600, support=420, own=180)
    text = stated + '[[funding]]\nkind = "own"\npayer = "club"\namount = 150\n'
    mends = offered(text, "overfunded")
    assert mends[mends.index("Lower the support to 250,00") + 1] == "  support = 670"


def test_of_several_lines_of_own_funding_a_mend_says_which_one_it_means() -> None:
    own = funding("own", "150", 'description = "Youth"') + funding("own", "100", 'description = "Sports"')
    mends = offered(cost("1_000") + funding("support", "700") + own, "self-financing-missing")
    assert [one for one in mends if "own funding" in one] == [
        "Raise own funding (Youth) to 200,00",
        "Raise own funding (Sports) to 150,00",
    ]
    over = offered("[call]\nsupport_rate_max = 60\n" + cost("1_000") + funding("support", "750") + own, "rate-exceeded")
    assert [one for one in over if "own funding" in one] == [
        "Lower the support to 600,00 and raise own funding to 300,00 (Youth)",
        "Raise the costs to 1 250,00, own funding to 400,00 (Youth)",
        "Lower the support to 600,00 and raise own funding to 250,00 (Sports)",
    ]
