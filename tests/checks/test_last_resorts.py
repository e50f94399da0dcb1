"""What is offered last, where fewer than two mends stand alone; and mends whose figures are split by years."""

import pytest

from budjettitui.checks.mendable import mend_of
from budjettitui.findings import Severity
from tests.places import PUBLIC

from .judging import cost, funding
from .mending import after, fixes_of, session_of
from .offers import offered
from .test_mends_in_steps import seed

ESR = 'rules = "fi-esrplus-2021"\n'


def line(category: str, description: str, amount: str) -> str:
    """A cost line with a name."""
    return f'[[cost]]\ncategory = "{category}"\ndescription = "{description}"\namount = {amount}\n'


def with_years(old: str, new: str) -> str:
    """The town's project, split by years, with one figure changed."""
    text = (PUBLIC / "esr-plus-years.toml").read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    return text[text.index("schema") :].replace(old, new)


# last of all ---------------------------------------------------------------------------------------------------------
def test_a_stated_figure_that_its_rows_cannot_become_can_be_left_out_last() -> None:
    assert offered(with_years("support = 240_000", "support = 240_100"), "total-support") == [
        "State support as 240 000,00",
        "  support = 240_000",
        "Leave the stated figure out (support): the rows give 240 000,00",
        "  ",
    ]


def test_a_stated_figure_with_a_qualifier_is_never_left_out() -> None:
    text = with_years("support = 240_000", "support = { amount = 240_100, about = true }")
    assert not [title for title in offered(text, "total-support") if title.startswith("Leave")]


def test_where_two_mends_stand_no_stated_figure_is_left_out() -> None:
    text = "[stated]\ncosts = 1_000\n" + cost("600") + cost("300") + funding("support", "800") + funding("own", "200")
    assert len(offered(text, "total-cost")) > 4
    assert "Leave" not in "".join(offered(text, "total-cost"))


def test_a_figure_that_leaves_something_over_for_a_partner_is_never_left_out() -> None:
    lines = offered(seed("dot", "costs = 400_000", "costs = 40_000"), "total-cost")
    assert lines[0] == "State costs as 399 000,00, which leaves 148 000,00 for Forum Virium Helsinki"
    assert lines[2].startswith("State costs as 400 000,00, which leaves 149 000,00 for Forum Virium Helsinki; then")
    assert len(lines) == 4


def test_a_comment_stays_where_its_key_is_left_out() -> None:
    left = after(
        seed("soku", "support_rate_max = 75 #", "support_rate_max = 90 #"), "rate-above-programme", "Leave out"
    )
    assert "\n# inferred: 789 752 of 1 053 002 is 75 %" in left
    assert "support_rate_max" not in left


def test_a_ceiling_of_nothing_is_left_out_where_no_rule_set_has_one() -> None:
    text = (PUBLIC / "cepi.toml").read_text(encoding="utf-8")
    text = text[text.index("schema") :].replace("support_rate_max = 85", "support_rate_max = 0")
    assert offered(text, "rate-exceeded")[::2][:2] == [
        "Leave out the call's own ceiling",
        "Set the call's ceiling at 85,00 %, if that is what the call says",
    ]
    assert '  # "co-financed with 85% ERDF"' in offered(text, "rate-exceeded")


def test_a_ceiling_that_gives_something_is_not_left_out() -> None:
    text = "[call]\nsupport_rate_max = 1\n" + cost("100") + funding("support", "80") + funding("own", "20")
    assert "Leave out" not in "".join(offered(text, "rate-exceeded"))


@pytest.mark.parametrize(("limit", "lacks"), [("400", True), ("401", False), ("100", False)])
def test_a_limit_that_the_plan_is_five_times_as_large_as_may_lack_a_digit(limit: str, lacks: bool) -> None:
    text = f"[call]\ncosts_max = {limit}\n[stated]\ncosts = 2_000\n"
    assert ("lacks a digit" in "".join(offered(text, "costs-ceiling"))) == lacks


def test_a_line_that_is_all_there_is_can_be_kept_at_zero() -> None:
    text = ESR + 'cost_model = "actual"\n' + line("equipment", "Depreciation of machines", "4_000")
    assert offered(text, "category-ineligible") == [
        "Take Depreciation of machines out: 4 000,00 less",
        "  ",
        "Change Depreciation of machines to 0,00",
        "  amount = 0",
    ]


def test_what_a_product_gives_need_not_be_written() -> None:
    text = '[[cost]]\ncategory = "other"\nquantity = 250\nunit_price = 20\namount = 5_001\n'
    assert offered(text, "line-product")[2:] == ["Leave the amount out: it is worked out as 5 000,00", "  "]


def test_an_outgrown_acceptance_is_taken_out_or_the_gap_is_mended() -> None:
    text = (
        "[stated]\ncosts = 50_000\nsupport = 40_000\nown = 9_000\n"
        '[[waiver]]\ncheck = "self-financing-missing"\nat = "project"\nreason = "Decided."\ndifference = 500\n'
    )
    assert offered(text, "waiver-outgrown")[::2] == [
        "Raise own funding to 10 000,00",
        "Lower the costs to 45 000,00, the support to 36 000,00",
        "Let another source pay 1 000,00",
        "Take the acceptance out",
    ]


def test_what_is_not_confirmed_can_be_said_to_be_where_nothing_else_is_known() -> None:
    text = '[[funding]]\nkind = "private"\namount = 5_000\npayer = "Shop"\nconfirmed = false\n'
    assert offered('stage = "application"\n' + text, "unconfirmed")[2:] == [
        "If Shop has committed itself: mark it confirmed",
        "  confirmed = true",
    ]


# years ---------------------------------------------------------------------------------------------------------------
def test_years_move_in_proportion_where_the_last_one_has_too_little() -> None:
    text = with_years("support_rate_max = 80", "support_rate_max = 8")
    titles, edits = (offered(text, "rate-exceeded")[number::2] for number in (0, 1))
    lowered = next(number for number, title in enumerate(titles) if "with a new line" in title)
    assert "years = { 2026 = 12_198, 2027 = 11_802 }; amount = 24_000" in edits[lowered]


def test_the_years_of_a_flat_rate_line_move_with_its_amount() -> None:
    text = with_years(
        "years = { 2026 = 9_975, 2027 = 9_800 }\namount = 19_775",
        "years = { 2026 = 9_975, 2027 = 8_800 }\namount = 18_775",
    )
    assert offered(text, "flat-amount")[:2] == [
        "Make the amount 19 775,00",
        "  years = { 2026 = 9_975, 2027 = 9_800 }; amount = 19_775",
    ]


def test_income_moves_with_support_and_own_funding_and_the_net_costs_that_are_stated() -> None:
    lines = offered(with_years("{ 2027 = 2_275 }", "{ 2027 = 22_750 }"), "years-total")
    assert lines[2].startswith("Make the amount 22 750,00, the support 223 620,00, own funding 55 905,00")
    assert "net_costs = 279_525" in lines[3]


def test_where_nothing_else_fits_the_years_can_be_left_out() -> None:
    text = "period = { start = 2025-01-01, end = 2025-12-31 }\n[[income]]\nyears = { 2025 = 5 }\namount = 50\n"
    found = offered(text, "years-total")
    assert found[:2] == ["Change 2025 to 50,00", "  years = { 2025 = 50 }"]
    assert len(found) == 4


# cost models and partners ----------------------------------------------------------------------------------------------
def test_the_condition_of_a_flat_rate_is_met_by_more_of_it_by_less_staff_or_by_actual_costs() -> None:
    text = ESR + 'cost_model = "flat-7"\n' + line("personnel", "Staff", "100_000") + line("services", "Food", "29_000")
    assert offered(text, "flat-condition")[:6] == [
        "Change Food to 30 000,00",
        "  amount = 30_000",
        "Change Staff to 96 666,00",
        "  amount = 96_666",
        "Plan on actual costs",
        '  cost_model = "actual"',
    ]


def test_of_several_leads_each_may_be_the_one() -> None:
    partners = "".join(f'[[partner]]\nid = "{name}"\nrole = "lead"\n' for name in ("town", "village"))
    assert offered(partners, "lead-partner") == [
        "Let town lead the project",
        '  role = "partner"',
        "Let village lead the project",
        '  role = "partner"',
    ]


def test_a_hidden_character_goes_and_a_blank_may_stand_for_it() -> None:
    text = '[[cost]]\ncategory = "other"\ndescription = "Rent\\u200bof hall"\namount = 1\n'
    assert offered(text, "hidden-characters")[1::2] == [
        '  description = "Rentof hall"',
        '  description = "Rent of hall"',
    ]


def test_too_many_decimals_are_rounded_either_way() -> None:
    assert offered(cost("1.005"), "amount-format")[1::2] == ["  amount = 1.01", "  amount = 1.00"]


def test_what_follows_is_mended_at_its_root() -> None:
    text = seed("hot", "costs = { amount = 250_000, about = true }", "costs = { amount = 25_000, about = true }")
    session = session_of(text)
    found = fixes_of(session, "self-financing-missing")
    assert len(found) == 2
    for fix in found:
        then = [one for one in session.preview(fix.change).verdict() if one.severity is Severity.ERROR]
        assert [one for one in then if one.place.name == "fvh" or one.place.table == "project"] == []


def test_support_of_which_a_partner_has_the_rest_is_stated_so_that_its_money_meets_or_at_its_rate() -> None:
    lines = offered(seed("hot", "support = 412_500", "support = 41_250"), "total-support")
    assert lines[2].startswith(
        "State support as 187 500,00; then (Forum Virium Helsinki Oy) raise municipal funding to"
    )
    assert lines[1] != lines[3]
    assert lines[0].startswith(
        "State support as 412 500,00, which leaves 225 000,00 for Forum Virium Helsinki Oy; then"
    )


def test_volunteer_work_comes_to_its_funding_by_its_hours() -> None:
    hours = "quantity = 250\nunit_price = 20\namount = 5_000\n"
    work = f'[[cost]]\ncategory = "other"\ndescription = "Work"\nin_kind = true\n{hours}'
    text = 'rules = "fi-rural-2023"\n' + work + funding("in-kind", "5_001")
    assert "  quantity = 250.05; amount = 5_001" in offered(text, "in-kind")


@pytest.mark.parametrize(("text", "full"), [("1e3", "1_000"), ("1.5E1", "15"), ("125e-2", "1.25")])
def test_a_number_with_an_exponent_is_written_in_full(text: str, full: str) -> None:
    assert offered(cost(text), "amount-format") == [f"Write it as {full}", f"  amount = {full}"]


@pytest.mark.parametrize("text", ["1e-3", "1e15", "1e999999999"])
def test_an_exponent_that_is_no_amount_is_left_to_a_person(text: str) -> None:
    assert offered(cost(text), "amount-format") == []


def test_a_stage_that_is_misspelled_has_its_name_as_a_mend() -> None:
    assert offered("[stated]\ncosts = { plannd = 5 }\n", "unknown-key") == [
        "Call the key planned",
        "  costs = { planned = 5 }",
    ]


def test_what_leaves_fewest_errors_comes_first() -> None:
    text = with_years("2027 = 118_020 }\namount = 240_000", "2027 = 118_020 }\namount = 239_000")
    assert offered(text, "years-total")[::2][:2] == ["Make the amount 240 000,00", "Change 2027 to 117 020,00"]


# which way -----------------------------------------------------------------------------------------------------------
def test_costs_that_own_funding_carries_keep_the_rate_that_the_support_has_below_its_ceiling() -> None:
    text = 'rules = "fi-esrplus-2021"\n' + cost("1_000") + funding("support", "700") + funding("own", "250")
    assert offered(text, "self-financing-missing")[2] == "Lower the costs to 833,00, the support to 583,00"


def test_costs_that_come_down_are_said_to_come_down_though_there_is_too_much_money() -> None:
    text = 'rules = "fi-esrplus-2021"\n' + cost("1_000") + funding("support", "1_000") + funding("own", "100")
    assert "Lower the costs to 500,00, the support to 400,00" in offered(text, "overfunded")


def test_a_base_of_several_lines_is_mended_in_one_of_them_last() -> None:
    text = (PUBLIC / "horizon-ia.toml").read_text(encoding="utf-8").replace("amount = 8_000", "amount = 80_000", 1)
    assert "Change Consortium meetings to 8 000,00" in offered(text[text.index("schema") :], "flat-amount")[::2]


def test_a_base_is_not_made_ten_times_as_large_where_the_rate_itself_can_be_mended() -> None:
    text = (
        (PUBLIC / "central-baltic.toml").read_text(encoding="utf-8").replace("amount = 20_000", "amount = 200_000", 1)
    )
    assert offered(text[text.index("schema") :], "flat-amount")[::2] == [
        "Make the amount 20 000,00",
        "Leave the amount out: it is worked out as 20 000,00",
    ]


def test_where_nobody_pays_yet_own_money_may_last_be_another_sources() -> None:
    old = "support_rate_max = 100 # a body that seeks no profit (article 34)"
    first, second = (PUBLIC / "horizon-ia.toml").read_text(encoding="utf-8").rsplit(old, 1)
    text = first + second
    assert offered(text[text.index("schema") :], "rate-exceeded-partner")[::2] == [
        "Lower the support to 196 875,00, with a new line: own funding 84 375,00",
        "Lower the support to 196 875,00, with a new line: other funding 84 375,00",
    ]


def test_of_a_call_whose_ceiling_is_zero_the_rate_of_the_plan_is_offered_as_what_it_may_say() -> None:
    text = (PUBLIC / "esr-transfer.toml").read_text(encoding="utf-8")
    text = text[text.index("schema") :].replace("support_rate_max = 75", "support_rate_max = 0")
    assert offered(text, "rate-exceeded") == [
        "Leave out the call's own ceiling: that of the rules holds, 80,00 %",
        "  ",
        "Set the call's ceiling at 75,00 %, if that is what the call says",
        "  support_rate_max = 75",
    ]


@pytest.mark.parametrize(("support", "said"), [(749, [75]), (800, [80]), (801, [])])
def test_no_call_is_said_to_have_a_ceiling_that_the_rules_do_not_go_to(support: int, said: list[int]) -> None:
    text = ESR + "[call]\nsupport_rate_max = 0\n" + cost("1_000")
    session = session_of(text + funding("support", str(support)) + funding("own", str(1_000 - support)))
    found = next(one for one in session.state.verdict() if one.check == "rate-exceeded")
    mends = mend_of("rate-exceeded")(session.state.case, session.state.document, found)
    assert [fix.values["to"] for fix in mends if fix.title == "fix.call-rate.perhaps"] == said


def test_a_decision_limit_that_every_item_alone_exceeds_may_lack_a_digit_or_be_anothers() -> None:
    text = seed("hot", "decision_limit = 1_000_000 ", "decision_limit = 100_000 ")
    assert offered(text, "decision-limit")[::2] == [
        "If the decision limit of 100 000,00 lacks a digit: change it to 1 000 000,00",
        "Leave the decision limit out, if somebody decides who may decide 323 250,00",
    ]


def test_own_lines_none_of_which_has_what_is_too_much_are_lowered_together() -> None:
    text = seed("hot", "own = { amount = 62_500,", "own = { amount = 6_250,")
    assert offered(text, "total-own")[::2] == [
        "State own funding as 62 500,00",
        "Lower all own funding of Helsingin kaupunki in proportion, to 6 250,00, and let another source pay 56 250,00",
    ]


def test_a_stated_figure_may_be_left_out_though_what_is_then_told_follows_from_another_error() -> None:
    text = with_years("costs = 302_275", "costs = 3_022_750").replace("amount = 19_775", "amount = 19_757")
    assert offered(text, "total-cost")[0].startswith("Leave the stated figure out (costs): the rows give")
