"""A zero that stands where nothing is known is left out, or becomes what the plan has; no plan becomes nothing."""

from tests.places import ROOT

from .judging import HEAD, cost, funding, roots
from .mending import after, offered

PLAN = cost("100_000") + funding("support", "80_000") + funding("own", "20_000")
HOT = "schema" + (ROOT / "budgets" / "hot.toml").read_text(encoding="utf-8").partition("schema")[2]
SHARE_AND_OWN = "own = { amount = 62_500, at_most = true }"
GROSS = "amount = { amount = 250_000, at_most = true }"
LIMIT = "decision_limit = 1_000_000"


def test_costs_above_a_limit_of_zero_are_not_all_taken_away() -> None:
    text = HEAD + "[call]\ncosts_max = 0\n" + PLAN
    assert offered(text, "costs-ceiling") == [
        "Change the call's limit of 0 to 100 000,00, if that is what the call says",
        'Leave out the figure "most costs", if it is not known: blank is not 0,00',
    ]
    for title in offered(text, "costs-ceiling"):
        assert roots(after(text, "costs-ceiling", title)) == []


def test_a_stated_zero_is_left_out_with_its_qualifier_and_the_comment_stays() -> None:
    text = HOT.replace(SHARE_AND_OWN, SHARE_AND_OWN.replace("62_500", "0"))
    title = 'Leave out the figure "own funding", if it is not known: blank is not 0,00'
    assert offered(text, "total-own") == ["State own funding as 62 500,00", title]
    assert HOT.replace(SHARE_AND_OWN + " ", "") == after(text, "total-own", title)


def test_a_realised_zero_is_said_to_be_one_that_is_not_known() -> None:
    realised = "costs = { planned = 100_000, realised = 0 }\nsupport = { granted = 80_000, realised = 60_000 }\n"
    text = HEAD.replace("application", "closed") + "[stated]\n" + realised
    title = 'Leave out the figure "costs" (realised), if it is not known: blank is not 0,00'
    assert title in offered(text, "realised-rate")
    assert "costs = { planned = 100_000 }" in after(text, "realised-rate", title)


def test_a_decision_limit_of_zero_is_as_much_as_is_set_aside_or_left_out() -> None:
    assert offered(HOT.replace(LIMIT, "decision_limit = 0"), "decision-limit") == [
        "Change the decision limit of 0 to 323 250,00, if as much may be decided",
        "Leave the decision limit out, if somebody decides who may decide 323 250,00",
    ]


def test_a_gross_appropriation_that_is_short_may_have_been_meant_as_net() -> None:
    text = HOT.replace(GROSS, GROSS.replace("250_000", "0"))
    title = "Say that sosiaali-, terveys- ja pelastustoimiala is set aside net: 0,00 is then promised from it"
    assert offered(text, "appropriation-short")[1] == title
    assert ("appropriation-short", "budget_item.sosiaali-, terveys- ja pelastustoimiala") not in roots(
        after(text, "appropriation-short", title)
    )


def test_a_zero_of_a_line_is_what_it_costs() -> None:
    text = HEAD + "[stated]\ncosts = 101_000\n" + PLAN + cost("0")
    assert not [title for title in offered(text, "total-cost") if "blank is not" in title]
