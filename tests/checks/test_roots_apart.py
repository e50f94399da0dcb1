"""What does not follow from a root stays a root: who accepts the one has not accepted the other."""

from .judging import TWO, cause, cost, funding, roots


def _rows(who: str, costs: int, support: int, own: int, price: int | None = None) -> str:
    return (
        cost(str(costs), f'partner = "{who}"\n' + (f"quantity = 1\nunit_price = {price}\n" if price else ""))
        + funding("support", str(support), f'recipient = "{who}"')
        + funding("own", str(own), f'payer = "{who}"')
    )


def test_a_wrong_row_of_costs_does_not_say_why_the_stated_support_misses() -> None:
    text = "[stated]\ncosts = 2_000\nsupport = 1_200\n" + TWO
    text += _rows("town", 1_000, 650, 400) + _rows("club", 900, 600, 400, price=1_000)
    assert cause(text, "total-cost") == ("line-product", "cost[2]")
    assert cause(text, "overfunded", "partner.town") != ("line-product", "cost[2]")
    assert ("total-support", "project") in roots(text)


def test_a_gap_that_goes_with_the_stated_support_follows_with_it_from_the_first_figure_that_misses() -> None:
    text = "[stated]\ncosts = 2_500\nsupport = 1_200\n" + TWO
    text += _rows("town", 1_000, 600, 400) + _rows("club", 1_000, 550, 400)
    assert cause(text, "total-support") == ("total-cost", "project")
    assert cause(text, "self-financing-missing", "partner.club") == ("total-cost", "project")
    assert roots(text) == [("total-cost", "project")]


def test_a_gap_that_a_correction_only_turns_round_does_not_follow_from_it() -> None:
    text = TWO + _rows("town", 1_000, 600, 400) + _rows("club", 1_100, 600, 400, price=500)
    assert ("self-financing-missing", "partner.club") in roots(text)
    assert cause(text.replace("unit_price = 500", "unit_price = 1_000"), "self-financing-missing", "partner.club") == (
        "line-product",
        "cost[2]",
    )
