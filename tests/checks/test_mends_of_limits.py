"""Mends of limits: what each of them leads to, to the cent, in budgets small enough to reckon by head."""

from decimal import Decimal

from .judging import TWO, cost, funding, share
from .mending import session_of
from .offers import offered
from .test_mends_in_steps import seed


def call(lines: str) -> str:
    """What the call sets."""
    return f"[call]\n{lines}\n"


BUDGET = cost("1_000") + funding("support", "700") + funding("own", "300")
TOWN = share("town", costs=600, support=450, own=150)
SMALL = 'rules = "fi-rural-2023"\n[call]\ntype = "small"\n'
IN_KIND = '[[cost]]\ncategory = "other"\ndescription = "Volunteers"\nin_kind = true\namount = 2_400 # by the hour\n'
MENU = 'rules = "eu-erasmus-ka2-2021"\n[call]\ntype = "ka220"\n'
PUBLIC = funding("support", "700") + funding("municipal", "200") + funding("private", "100")
OF_THE_TOWN = '[[partner]]\nid = "town"\nname = "Town"\nkind = "municipality"\n'
TWO_FUNDS = funding("support", "600", 'fund = "erdf"') + funding("support", "100", 'fund = "state"')
ESR = 'rules = "fi-esrplus-2021"\n'


def test_costs_above_a_limit_come_down_with_support_at_its_rate_or_support_or_own_funding_alone() -> None:
    text = call("costs_max = 800") + BUDGET
    assert offered(text, "costs-ceiling") == [
        "Lower the costs to 800,00, the support to 560,00, own funding to 240,00",
        "  amount = 800; amount = 560; amount = 240",
        "Lower the costs to 800,00, the support to 500,00",
        "  amount = 800; amount = 500",
        "Lower the costs to 800,00, own funding to 100,00",
        "  amount = 800; amount = 100",
    ]


def test_in_kind_work_that_is_counted_with_the_costs_may_come_down_in_their_place() -> None:
    text = SMALL + cost("6_000") + funding("support", "5_200") + funding("own", "800") + IN_KIND
    assert offered(text, "costs-ceiling") == [
        "Lower the costs to 5 600,00, the support to 4 952,38, own funding to 647,62",
        "  amount = 5_600; amount = 4_952.38; amount = 647.62",
        "Lower the costs to 5 600,00, the support to 4 800,00",
        "  amount = 5_600; amount = 4_800",
        "Lower the in-kind work to 2 000,00",
        "  amount = 2_000 # by the hour",
        "Lower the costs to 5 600,00, own funding to 400,00",
        "  amount = 5_600; amount = 400",
    ]


def test_support_above_the_calls_most_gives_way_to_own_funding_or_comes_down_with_the_costs() -> None:
    text = call("support_max = 600") + BUDGET
    assert offered(text, "grant-range") == [
        "Lower the support to 600,00 and raise own funding to 400,00",
        "  amount = 600; amount = 400",
        "Lower the costs to 900,00, the support to 600,00",
        "  amount = 900; amount = 600",
        "Lower the costs to 858,00, the support to 600,00, own funding to 258,00",
        "  amount = 858; amount = 600; amount = 258",
        "Lower the support to 600,00, with a new line: other funding 100,00",
        '  amount = 600; [[funding]]; kind = "other"; amount = 100; confirmed = false',
    ]


def test_support_below_the_calls_least_takes_the_place_of_own_funding_or_goes_up_with_the_costs() -> None:
    text = call("support_min = 750") + BUDGET
    assert offered(text, "grant-range") == [
        "Raise the support to 750,00 and lower own funding to 250,00",
        "  amount = 750; amount = 250",
        "Raise the costs to 1 050,00, the support to 750,00",
        "  amount = 1_050; amount = 750",
        "Raise the costs to 1 072,00, the support to 750,00, own funding to 322,00",
        "  amount = 1_072; amount = 750; amount = 322",
        "Raise the costs to 1 072,00, the support to 750,00, with a new line: other funding 22,00",
        '  amount = 1_072; amount = 750; [[funding]]; kind = "other"; amount = 22; confirmed = false',
    ]


def test_support_becomes_one_of_the_two_nearest_sums_of_the_menu() -> None:
    text = MENU + cost("150_000") + funding("support", "110_000") + funding("own", "40_000")
    assert offered(text, "grant-menu") == [
        "Raise the support to 120 000,00 and lower own funding to 30 000,00",
        "  amount = 120_000; amount = 30_000",
        "Raise the costs to 160 000,00, the support to 120 000,00",
        "  amount = 160_000; amount = 120_000",
        "Raise the costs to 290 000,00, the support to 250 000,00",
        "  amount = 290_000; amount = 250_000",
        "Raise the costs to 163 636,37, the support to 120 000,00, own funding to 43 636,37",
        "  amount = 163_636.37; amount = 120_000; amount = 43_636.37",
    ]


def test_private_money_takes_the_place_of_public_money_above_its_part() -> None:
    text = call("public_max = 80") + cost("1_000") + PUBLIC
    assert offered(text, "public-total") == [
        "Lower municipal funding to 100,00 and raise private funding to 200,00",
        "  amount = 100; amount = 200",
        "Lower municipal funding to 100,00, with a new line: private funding 100,00",
        '  amount = 100; [[funding]]; kind = "private"; amount = 100; confirmed = false',
        "Lower support to 600,00 and raise private funding to 200,00",
        "  amount = 600; amount = 200",
        "Lower support to 600,00, with a new line: private funding 100,00",
        '  amount = 600; [[funding]]; kind = "private"; amount = 100; confirmed = false',
    ]


def test_public_money_above_its_part_without_any_private_gets_a_line_of_it() -> None:
    text = call("public_max = 80") + OF_THE_TOWN + BUDGET
    assert offered(text, "public-total") == [
        "Lower own funding to 100,00, with a new line: private funding 200,00",
        '  amount = 100; [[funding]]; kind = "private"; amount = 200; confirmed = false',
        "Lower support to 500,00, with a new line: private funding 200,00",
        '  amount = 500; [[funding]]; kind = "private"; amount = 200; confirmed = false',
    ]


def test_support_above_a_ceiling_comes_down_or_costs_go_up_or_both_come_down_until_own_funding_suffices() -> None:
    text = call("support_rate_max = 60") + BUDGET
    assert offered(text, "rate-exceeded") == [
        "Lower the support to 600,00 and raise own funding to 400,00",
        "  amount = 600; amount = 400",
        "Raise the costs to 1 167,00, own funding to 467,00",
        "  amount = 1_167; amount = 467",
        "Lower the costs to 750,00, the support to 450,00",
        "  amount = 750; amount = 450",
        "Lower the support to 600,00, with a new line: other funding 100,00",
        '  amount = 600; [[funding]]; kind = "other"; amount = 100; confirmed = false',
    ]


def test_of_support_that_pays_for_all_no_mend_leaves_a_budget_without_costs() -> None:
    text = call("support_rate_max = 60") + cost("1_000") + funding("support", "1_000")
    assert [one for one in offered(text, "rate-exceeded") if not one.startswith(" ")] == [
        "Lower the support to 600,00, with a new line: own funding 400,00",
        "Raise the costs to 1 667,00, with a new line: own funding 667,00",
    ]


def test_support_of_several_lines_comes_down_at_the_largest() -> None:
    text = call("support_rate_max = 60") + cost("1_000") + TWO_FUNDS + funding("own", "300")
    assert offered(text, "rate-exceeded") == [
        "Lower the support to 600,00 (Fund ERDF) and raise own funding to 400,00",
        "  amount = 500; amount = 400",
        "Raise the costs to 1 167,00, own funding to 467,00",
        "  amount = 1_167; amount = 467",
        "Lower the costs to 750,00, the support to 450,00",
        "  amount = 750; amount = 350",
        "Lower the support to 600,00 (Fund ERDF), with a new line: other funding 100,00",
        '  amount = 500; [[funding]]; kind = "other"; amount = 100; confirmed = false',
    ]


def test_a_partners_support_is_mended_with_its_own_figures() -> None:
    text = call("support_rate_max = 75") + TWO + TOWN + share("club", costs=400, support=340, own=60)
    assert offered(text, "rate-exceeded-partner") == [
        "Lower the support to 300,00 and raise own funding to 100,00",
        "  support = 300; own = 100",
        "Raise the costs to 454,00, own funding to 114,00",
        "  costs = 454; own = 114",
        "Lower the costs to 240,00, the support to 180,00",
        "  costs = 240; support = 180",
        "Lower the support to 300,00, with a new line: other funding 40,00",
        '  support = 300; [[funding]]; kind = "other"; recipient = "club"; amount = 40; confirmed = false',
    ]


def test_a_fund_above_its_ceiling_gives_way_to_own_funding_or_another_fund() -> None:
    text = call("funds = { erdf = { rate_max = 50 } }") + cost("1_000") + TWO_FUNDS + funding("own", "300")
    assert offered(text, "rate-exceeded-fund") == [
        "Lower the support to 500,00 (Fund ERDF) and raise own funding to 400,00",
        "  amount = 500; amount = 400",
        "Lower support (Fund ERDF) to 500,00 and raise support (Fund state) to 200,00",
        "  amount = 500; amount = 200",
        "Raise the costs to 1 200,00, own funding to 500,00",
        "  amount = 1_200; amount = 500",
        "Raise the costs to 1 200,00, with a new line: other funding 200,00",
        '  amount = 1_200; [[funding]]; kind = "other"; amount = 200; confirmed = false',
    ]


def test_support_above_its_ceiling_by_rounding_comes_down_to_it() -> None:
    text = call("support_rate_max = 75") + cost("1_000") + funding("support", "751") + funding("own", "249")
    assert offered(text, "rate-rounding") == [
        "Lower the support to 750,00 and raise own funding to 250,00",
        "  amount = 750; amount = 250",
        "Lower the costs to 996,00, the support to 747,00",
        "  amount = 996; amount = 747",
        "Lower the support to 750,00, with a new line: other funding 1,00",
        '  amount = 750; [[funding]]; kind = "other"; amount = 1; confirmed = false',
        "Lower the support to 750,00",
        "  amount = 750",
    ]


def test_support_that_is_left_over_can_be_applied_for_in_the_place_of_own_funding_or_for_more_costs() -> None:
    text = call("support_rate_max = 75") + BUDGET
    assert offered(text, "support-unused") == [
        "Raise the support to 750,00 and lower own funding to 250,00",
        "  amount = 750; amount = 250",
        "Raise the costs to 1 200,00, the support to 900,00",
        "  amount = 1_200; amount = 900",
    ]


def test_costs_of_too_large_a_partner_go_to_another_with_their_money_or_come_down() -> None:
    text = (
        call("partner_max = 60")
        + TWO
        + share("town", costs=700, support=490, own=210)
        + share("club", costs=300, support=210, own=90)
    )
    assert offered(text, "partner-concentration") == [
        "Move 100,00 of the costs of Town to Club, with 70,00 of the support, and 30,00 of other money",
        "  costs = 600; support = 420; own = 180; costs = 400; support = 280; own = 120",
        "Lower the costs to 450,00, the support to 315,00, own funding to 135,00",
        "  costs = 450; support = 315; own = 135",
        "Lower the costs to 450,00, the support to 240,00",
        "  costs = 450; support = 240",
    ]


def test_costs_of_a_lump_sum_come_down_to_its_limit() -> None:
    text = (
        ESR + 'cost_model = "lump-sum"\n' + cost("220_000") + funding("support", "154_000") + funding("own", "66_000")
    )
    assert offered(text, "lump-limit") == [
        "Lower the costs to 200 000,00, the support to 140 000,00, own funding to 60 000,00",
        "  amount = 200_000; amount = 140_000; amount = 60_000",
        "Lower the costs to 200 000,00, the support to 134 000,00",
        "  amount = 200_000; amount = 134_000",
        "Lower the costs to 200 000,00, own funding to 46 000,00",
        "  amount = 200_000; amount = 46_000",
    ]


def test_costs_of_a_fixed_lump_sum_become_it_with_support_within_its_ceiling() -> None:
    text = (
        ESR
        + 'cost_model = "fixed-lump-sum"\n'
        + cost("60_000")
        + funding("support", "42_000")
        + funding("own", "18_000")
    )
    assert offered(text, "lump-fixed") == [
        "Lower the costs to 50 000,00, the support to 35 000,00, own funding to 15 000,00",
        "  amount = 50_000; amount = 35_000; amount = 15_000",
        "Lower the costs to 50 000,00, the support to 32 000,00",
        "  amount = 50_000; amount = 32_000",
    ]


def test_a_stated_total_moves_with_its_rows_and_is_told() -> None:
    text = call("costs_max = 800") + "[stated]\ncosts = 1_000 # in all\nsupport = 700\nown = 300\n" + BUDGET
    assert offered(text, "costs-ceiling") == [
        "Lower the costs to 800,00, the support to 560,00, own funding to 240,00; the stated totals too",
        "  costs = 800 # in all; support = 560; own = 240; amount = 800; amount = 560; amount = 240",
        "Lower the costs to 800,00, the support to 500,00; the stated totals too",
        "  costs = 800 # in all; support = 500; amount = 800; amount = 500",
        "Lower the costs to 800,00, own funding to 100,00; the stated totals too",
        "  costs = 800 # in all; own = 100; amount = 800; amount = 100",
    ]


def test_the_totals_of_a_category_and_of_a_work_package_move_with_the_line_that_is_in_them() -> None:
    stated = '[[stated]]\ncosts = 1_000\ncategories = { services = 1_000 }\n[[stated]]\nof = "work_package.wp1"\ncosts = 600\n'
    lines = cost("600", 'description = "Food"\nwork_package = "wp1"\n') + cost("400", 'work_package = "wp2"\n')
    text = call("costs_max = 800") + stated + lines + funding("support", "700") + funding("own", "300")
    assert offered(text, "costs-ceiling")[:2] == [
        "Lower the costs to 800,00 (Food), the support to 560,00, own funding to 240,00; the stated totals too",
        "  costs = 800; categories = { services = 800 }; costs = 400; amount = 400; amount = 560; amount = 240",
    ]


def test_money_above_the_need_comes_down_with_the_totals_that_state_it() -> None:
    text = "[stated]\nsupport = 800\nown = 300\n" + cost("600") + cost("400") + funding("support", "800")
    assert offered(text + funding("own", "300"), "overfunded") == [
        "Lower the support to 700,00; the stated totals too",
        "  support = 700; amount = 700",
        "Lower own funding to 200,00; the stated totals too",
        "  own = 200; amount = 200",
        "Raise the costs to 1 100,00 (Cost category services)",
        "  amount = 700",
    ]


def test_a_gap_is_filled_with_the_total_that_states_what_fills_it() -> None:
    text = "[stated]\nown = 200\n" + cost("1_000") + funding("support", "700") + funding("own", "200")
    assert offered(text, "self-financing-missing")[-2:] == [
        "Raise own funding to 300,00; the stated totals too",
        "  own = 300; amount = 300",
    ]


def test_no_mend_makes_support_less_than_nothing() -> None:
    """What is left over for a partner cannot take off more than it has."""
    text = seed("hot", "costs = { amount = 550_000", "costs = { amount = 55_000")
    session = session_of(text.replace("support_rate_max = 75", "support_rate_max = 90"))
    for finding in session.findings():
        for fix, _ in session.not_offered(finding) if finding.is_root else ():
            assert not [to for to in fix.values.values() if isinstance(to, Decimal) and to < 0], fix
