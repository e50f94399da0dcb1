"""Flat rates: the funders' own figures, one unit within and one beyond, and what explains what."""

import pytest

from tests.checks.judging import judged, roots
from tests.checks.rulebook import found, line, paths, project, said

ESR = project("fi-esrplus-2021", "flat-40")
HORIZON = project("eu-horizon-2021", "actual")
INTERREG = 'rules = "eu-interreg-2021"\n'
TWO = '[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "club"\n'


def flat(text: str) -> list[str]:
    """What is found of flat rates and rounding."""
    checks = ("flat-amount", "flat-base", "flat-overlap", "flat-combination", "rounded-parts")
    return [one.check for one in judged(text) if one.check in checks]


def test_the_plan_of_j11721_stands() -> None:
    """221 354 -> 88 542 -> 309 896; 80 % is 247 916,80, written 247 916, and 61 980 is left (domain 1.4)."""
    money = '[[funding]]\nkind = "support"\namount = 247_916\n[[funding]]\nkind = "municipal"\namount = 61_980\n'
    text = ESR + "[stated]\ncosts = 309_896\n" + line("personnel", "221_354") + line("flat-rate", "88_542") + money
    assert [one.check for one in judged(text) if one.severity.word == "error"] == []
    assert flat(text) == []


def test_a_flat_line_without_an_amount_is_worked_out_and_is_right() -> None:
    assert flat(ESR + line("personnel", "221_354") + line("flat-rate")) == []


@pytest.mark.parametrize(
    ("amount", "check"),
    [("88_542", []), ("88_543", ["rounded-parts"]), ("88_541", ["rounded-parts"]), ("88_544", ["flat-amount"])],
)
def test_one_unit_is_rounding_and_two_are_not(amount: str, check: list[str]) -> None:
    assert flat(ESR + line("personnel", "221_354") + line("flat-rate", amount)) == check


def test_a_miss_says_what_was_to_be_and_what_there_is() -> None:
    text = ESR + line("personnel", "221_354") + line("flat-rate", "90_000")
    assert said("flat-amount", text) == [("cost[2]", "error", "88542", "90000")]


def test_several_lines_of_a_rate_are_compared_by_what_they_come_to() -> None:
    lines = line("flat-rate", "50_000") + line("flat-rate", "25_000")
    text = ESR + line("personnel", "100_000") + lines
    assert said("flat-amount", text) == [("cost[3]", "error", "40000", "75000")]
    direct = HORIZON + line("personnel", "80_000") + line("subcontracting", "20_000")
    wrong = direct + line("indirect", "10_000") + line("indirect", "15_000")
    assert said("flat-base", wrong) == [("cost[4]", "error", "20000.00", "25000")]


def test_months_rounded_one_by_one_miss_by_cents_which_is_rounding() -> None:
    """The made-up months of domain 1.4: their flat rates add up to 7 586,74 and that of the sum is 7 586,73."""
    pay, rate = ("6_322.27", "6_322.28", "6_322.29"), ("2_528.91", "2_528.91", "2_528.92")
    text = ESR + "".join(line("personnel", one) for one in pay) + "".join(line("flat-rate", one) for one in rate)
    assert flat(text) == ["rounded-parts"]


def test_horizon_leaves_subcontracting_and_support_to_third_parties_out_of_the_base() -> None:
    """A 80 000, B 20 000, C 12 000, D1 5 000 -> E 23 000, 140 000 in all (domain 8)."""
    direct = line("personnel", "80_000") + line("subcontracting", "20_000") + line("travel", "12_000")
    direct += line("third-party-support", "5_000")
    text = HORIZON + "[stated]\ncosts = 140_000\n" + direct
    assert flat(text + line("indirect", "23_000")) == []
    assert [one.check for one in judged(text + line("indirect", "23_000")) if one.severity.word == "error"] == []
    assert flat(HORIZON + direct + line("indirect", "23_000.02")) == ["flat-amount"]
    wrong = found("flat-base", HORIZON + direct + line("indirect", "29_250"))[0]
    assert wrong.values["excluded"] == ("subcontracting", "third-party-support")
    assert wrong.expected == 23_000
    assert found("flat-amount", HORIZON + direct + line("indirect", "29_250"))[0].cause is not None


def test_a_base_is_guessed_only_to_a_whole_unit() -> None:
    direct = line("personnel", "80_000") + line("subcontracting", "20_000")
    assert flat(HORIZON + direct + line("indirect", "25_001")) == ["flat-amount"]


def test_a_wrong_flat_line_explains_the_totals_it_moves() -> None:
    text = HORIZON + "[stated]\ncosts = 100_000\n" + line("personnel", "80_000") + line("indirect", "25_000")
    roots = [one.check for one in judged(text) if one.severity.word == "error" and one.is_root]
    assert roots == ["flat-amount"]


def test_a_line_that_is_missing_is_a_question_and_none_where_nothing_is_known() -> None:
    assert said("flat-amount", ESR + line("personnel", "50_000")) == [("project", "warning", "20000", None)]
    assert said("flat-amount", ESR) == []
    assert said("flat-amount", ESR + line("personnel")) == []


def test_nothing_is_said_without_a_cost_model() -> None:
    text = project("fi-esrplus-2021") + line("personnel", "50_000") + line("flat-rate", "1") + line("services", "9")
    assert flat(text) == []


def test_a_rate_that_is_a_maximum_is_missed_from_above_only() -> None:
    amif = project("eu-amif-2021", "actual") + line("personnel", "100_000")
    assert flat(amif + line("indirect", "5_000")) == []
    assert flat(amif + line("indirect", "7_000.01")) == ["rounded-parts"]
    assert flat(amif + line("indirect", "7_000.02")) == ["flat-amount"]


def test_a_rate_that_no_source_confirms_is_at_most_a_question() -> None:
    text = project("eu-life-2021", "actual") + line("personnel", "100_000") + line("indirect", "9_000")
    assert said("flat-amount", text)[0][1] == "warning"


def test_each_partner_has_its_own_line() -> None:
    def at(partner: str) -> str:
        return f'partner = "{partner}"\n'

    pay = line("personnel", "10_000", at("town")) + line("personnel", "20_000", at("club"))
    rates = line("flat-rate", "8_000", at("town")) + line("flat-rate", "4_000", at("club"))
    assert paths("flat-amount", ESR + TWO + pay + rates) == ["cost[3]", "cost[4]"]


def test_work_packages_have_lines_of_their_own_where_all_name_one() -> None:
    def at(package: str) -> str:
        return f'work_package = "{package}"\n'

    text = HORIZON + line("personnel", "10_000", at("wp1")) + line("personnel", "20_000", at("wp2"))
    assert flat(text + line("indirect", "2_500", at("wp1")) + line("indirect", "5_000", at("wp2"))) == []
    assert flat(text + line("indirect", "7_500")) == []
    assert paths("flat-amount", text + line("indirect", "7_500", at("wp1"))) == ["work_package.wp2", "cost[3]"]


def test_interreg_rounds_down_and_works_in_the_order_of_jems() -> None:
    """Staff 20 % of external and equipment; travel and office 15 % of that staff; each down to the cent (5.1)."""
    call = "[call]\nflat_rates = { travel = 15, office = 15 }\n"
    text = project("eu-interreg-2021", "staff-20") + call + line("external", "10_000.09") + line("equipment", "333.33")
    rates = line("staff", "2_066.68") + line("travel", "310.00") + line("office", "310.00")
    assert flat(text + rates) == []
    assert flat(text + rates.replace("2_066.68", "2_066.70")) == ["flat-amount"]


def test_travel_is_in_the_base_of_staff_only_where_it_has_no_rate_of_its_own() -> None:
    text = project("eu-interreg-2021", "staff-20") + line("external", "10_000") + line("travel", "1_000")
    assert flat(text + line("staff", "2_200")) == []
    assert flat(text + line("staff", "2_000")) == ["flat-amount"]


def test_a_cost_that_the_flat_rate_covers_has_no_line_of_its_own() -> None:
    text = ESR + line("personnel", "50_000") + line("flat-rate", "20_000")
    assert paths("flat-overlap", text + line("services", "1")) == ["cost[3]"]
    assert paths("flat-overlap", text + line("services", "0") + line("other")) == []
    assert paths("flat-overlap", text + line("services", "1", "in_kind = true\n")) == []


def test_rates_exclude_each_other_but_not_those_of_another_partner() -> None:
    call = "[call]\nflat_rates = { office = 15 }\n"
    assert paths("flat-combination", project("eu-interreg-2021", "flat-40") + call) == ["project"]
    assert paths("flat-combination", project("eu-interreg-2021", "actual") + call) == []
    partners = TWO.replace('id = "club"\n', 'id = "club"\ncost_model = "actual"\n')
    assert paths("flat-combination", project("eu-interreg-2021", "flat-40") + call + partners) == []
    both = call.replace("office = 15", "office = 15, office-direct = 7")
    assert paths("flat-combination", project("eu-interreg-2021", "actual") + both) == ["project"]


def test_a_line_of_an_unknown_category_leaves_the_base_unknown() -> None:
    text = 'rules = "eu-horizon-2021"\ncost_model = "actual"\n'
    for category, amount in (("personnel", 80_000), ("rtavel", 12_000), ("indirect", 23_000)):
        text += f'[[cost]]\ncategory = "{category}"\ndescription = "{category}"\namount = {amount}\n'
    assert roots(text) == [("unknown-category", "cost[2].category")]
    assert roots(text.replace("rtavel", "travel")) == []


def test_a_flat_line_that_names_no_partner_may_be_all_the_partners_own() -> None:
    pay = line("personnel", "200_000", 'partner = "town"\n') + line("personnel", "100_000", 'partner = "club"\n')
    assert flat(ESR + TWO + pay) == ["flat-amount", "flat-amount"]
    assert flat(ESR + TWO + pay + line("flat-rate", "120_000")) == []
