"""Mends that follow: flat rates and prices with the lines they are of, and what one mend would break mended with it."""

import pytest

from tests.places import BUDGETS

from .judging import cost, funding, roots
from .mending import after, fixes_of, session_of
from .offers import offered

FLAT = 'rules = "eu-interreg-2021"\ncost_model = "flat-40"\n'
FOOD = '[[cost]]\ncategory = "services"\ndescription = "Food"\nquantity = 50\nunit_price = 20\n'


def seed(name: str, old: str, new: str) -> str:
    """One of the five budgets with one figure changed."""
    text = (BUDGETS / f"{name}.toml").read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    return text[text.index("schema") :].replace(old, new)


def pay(amount: str, description: str) -> str:
    return f'[[cost]]\ncategory = "staff"\ndescription = "{description}"\namount = {amount}\n'


# what follows --------------------------------------------------------------------------------------------------------
def test_costs_above_a_limit_come_down_with_the_flat_rate_of_the_line_that_moves() -> None:
    costs = (
        pay("60_000", "Coordinator") + pay("50_000", "Rigger") + '[[cost]]\ncategory = "flat-rate"\namount = 44_000\n'
    )
    text = FLAT + "[call]\ncosts_max = 140_000\n" + costs + funding("support", "123_200") + funding("own", "30_800")
    assert offered(text, "costs-ceiling")[:4] == [
        "Lower the costs to 140 000,00 (Coordinator), the support to 112 000,00, own funding to 28 000,00; "
        "the flat rates with them",
        "  amount = 50_000; amount = 40_000; amount = 112_000; amount = 28_000",
        "Lower the costs to 140 000,00 (Coordinator), the support to 109 200,00; the flat rates with them",
        "  amount = 50_000; amount = 40_000; amount = 109_200",
    ]


@pytest.mark.parametrize(("written", "then"), [("amount = 1_000\n", "amount = 900; "), ("", "")])
def test_a_line_with_quantity_and_price_comes_down_by_its_price(written: str, then: str) -> None:
    text = "[call]\ncosts_max = 900\n" + FOOD + written + funding("support", "700") + funding("own", "300")
    assert offered(text, "costs-ceiling")[:2] == [
        "Lower the costs to 900,00, the support to 630,00, own funding to 270,00",
        f"  unit_price = 18; {then}amount = 630; amount = 270",
    ]


def test_a_price_has_as_few_decimals_as_give_the_amount() -> None:
    food = FOOD.replace("50", "7").replace("20", "100")
    text = "[call]\ncosts_max = 333.33\n" + food + funding("support", "490") + funding("own", "210")
    assert all("unit_price = 47.619" in line for line in offered(text, "costs-ceiling")[1::2])


def test_other_money_comes_down_in_proportion_where_no_line_of_it_is_large_enough() -> None:
    call = "[call]\ncosts_max = 300\nsupport_rate_max = 70\n"
    text = call + cost("1_000") + funding("support", "700") + funding("own", "120") + funding("municipal", "180")
    assert offered(text, "costs-ceiling")[:2] == [
        "Lower the costs to 300,00, the support to 210,00, other money by 210,00",
        "  amount = 300; amount = 210; amount = 36; amount = 54",
    ]


def test_all_funding_comes_down_in_proportion_where_no_line_of_it_is_as_large_as_what_is_too_much() -> None:
    text = cost("100") + funding("support", "700") + funding("own", "300")
    assert offered(text, "overfunded")[-2:] == [
        "Lower all funding in proportion, to 100,00",
        "  amount = 70; amount = 30",
    ]
    assert "in proportion" not in "".join(offered(text.replace("100\n", "400\n"), "overfunded"))


# in steps ------------------------------------------------------------------------------------------------------------
def test_beside_an_opposite_gap_a_gap_is_filled_by_what_the_other_has_too_much() -> None:
    text = seed("dot", "amount = 50_200, at", "amount = 51_200, at")
    assert offered(text, "self-financing-missing")[::2] == [
        "Raise municipal funding to 29 800,00, and the appropriation 1 50 04 to 280 800,00; "
        "then (Helsingin kaupunki) lower own funding to 50 200,00",
        "Lower the costs of Forum Virium Helsinki to 144 000,00, the support to 115 200,00; "
        "then (Helsingin kaupunki) lower own funding to 50 200,00",
    ]


@pytest.mark.parametrize("title", ["Raise municipal", "Lower the costs"])
def test_after_a_mend_in_steps_nothing_is_wrong(title: str) -> None:
    text = seed("dot", "amount = 50_200, at", "amount = 51_200, at")
    assert roots(text) == [("self-financing-missing", "partner.fvh"), ("overfunded", "partner.helsinki")]
    assert roots(after(text, "self-financing-missing", title)) == []


def test_a_mend_in_steps_is_one_step_of_undo() -> None:
    session = session_of(seed("dot", "amount = 50_200, at", "amount = 51_200, at"))
    before = session.state.document.to_bytes()
    session.apply(fixes_of(session, "self-financing-missing")[0].change)
    assert session.state.document.to_bytes() != before
    session.undo()
    assert session.state.document.to_bytes() == before


def test_steps_are_taken_only_where_fewer_than_two_mends_stand_alone() -> None:
    text = (BUDGETS / "hot.toml").read_text(encoding="utf-8")
    fixes = fixes_of(session_of(text[text.index("schema") :]), "self-financing-missing")
    assert len(fixes) >= 2
    assert all(not fix.then for fix in fixes)


# where a document states public funding alone ------------------------------------------------------------------------
def test_of_public_funding_alone_the_support_comes_down_or_the_public_funding_may_be_wrong() -> None:
    text = seed("soku", "granted = 789_752", "granted = 800_000")
    assert offered(text, "rate-exceeded") == [
        "Lower the support to 789 751,00",
        "  support = { granted = 789_751, realised = 606_431 } # EU and state",
        "Public funding 1 066 667,00, if some of it is missing",
        "  public_funding = { planned = 1_066_667, realised = 808_575 }",
    ]


def test_realised_support_above_its_rate_is_returned_or_the_realised_public_funding_may_be_wrong() -> None:
    text = seed("soku", "realised = 606_431", "realised = 607_431")
    assert offered(text, "realised-rate")[::2] == [
        "Realised support 606 431,00: 1 000,00 is to be returned",
        "Public funding (realised) 809 908,00, if some of it is missing",
    ]


# what is set aside ---------------------------------------------------------------------------------------------------
def test_an_appropriation_with_a_cipher_too_many_becomes_what_is_promised_from_it() -> None:
    text = seed("hot", "amount = 250_000, at", "amount = 2_500_000, at")
    assert offered(text, "decision-limit")[::2] == [
        "Lower the appropriation sosiaali-, terveys- ja pelastustoimiala to 926 750,00",
        "Lower the appropriation sosiaali-, terveys- ja pelastustoimiala to 250 000,00, what is promised from it",
    ]


def test_an_appropriation_with_a_cipher_too_few_becomes_net_or_gross() -> None:
    assert offered(seed("dot", "amount = 279_800, at", "amount = 27_980, at"), "appropriation-short")[::2] == [
        "Raise the appropriation 1 50 04 to 79 000,00",
        "Raise the appropriation 1 50 04 to 279 800,00, if it is set aside for the gross costs",
    ]


def test_a_last_resort_that_would_bring_an_error_is_not_told_among_what_is_not_offered() -> None:
    text = (BUDGETS / "hyva-alku.toml").read_text(encoding="utf-8")
    session = session_of(text[text.index("schema") :].replace("amount = 24_370.48", "amount = 5"))
    total = next(one for one in session.state.verdict() if one.check == "total-cost")
    assert len(session.with_fixes(total).fixes) == 4
    assert [fix.title for fix, _ in session.not_offered(total) if fix.title.startswith("fix.costs")] == []
