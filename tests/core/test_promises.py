"""What is promised from a budget item: by its basis, else by the reading that fits, else the smaller one."""

from decimal import Decimal

import pytest

from budjettitui.figures.promises import Item, items, set_aside
from budjettitui.model import Amount, Appropriation, Figure
from budjettitui.values import replace
from tests.checks.judging import HEAD, TWO, share, state_of

D = Decimal


def item(appropriated: int | None, costs: int | None, basis: str | None = None) -> Item:
    """Own money of 50, 30 paid to others: 80 net."""
    aside, worth = (None if one is None else D(one) for one in (appropriated, costs))
    return Item("town", "1", (), aside, D(50), D(30), worth, basis=basis)


@pytest.mark.parametrize(
    ("one", "promised"),
    [
        (item(500, 250, "net"), 80),
        (item(500, 250, "gross"), 280),
        (item(280, 250), 280),
        (item(500, 250), 80),
        (item(500, 40), 70),
        (item(500, None), 80),
        (item(None, None), 80),
        (item(None, 250), 80),
    ],
)
def test_without_a_basis_the_reading_that_fits_is_promised_else_the_smaller_of_those_known(
    one: Item, promised: int
) -> None:
    assert one.promised == promised


@pytest.mark.parametrize(
    ("one", "with_own", "with_paid"),
    [
        (item(280, 250, "net"), 85, 85),
        (item(280, 250, "gross"), 280, 285),
        (item(280, 250), 280, 285),
        (item(500, 250), 85, 85),
    ],
)
def test_what_a_line_pays_more_is_promised_by_the_reading_that_fits_now_and_own_money_is_none_of_the_gross(
    one: Item, with_own: int, with_paid: int
) -> None:
    one = replace(one, lines=(4, 7), own_lines=(4,))
    assert (one.promised_with(4, D(5)), one.promised_with(7, D(5))) == (D(with_own), D(with_paid))


def test_what_is_set_aside_is_the_amount_else_the_sum_of_the_years_where_each_is_known() -> None:
    five, seven = Figure(Amount(D(5))), Figure(granted=Amount(D(7), about=True))
    assert set_aside(Appropriation(amount=Amount(D(4)), years={"2025": five})) == Amount(D(4))
    assert set_aside(Appropriation(years={"2025": five, "2026": seven})) == Amount(D(12), about=True)
    assert set_aside(Appropriation(years={"2025": five, "2026": Figure(realised=Amount(D(1)))})) is None
    assert set_aside(Appropriation(years={"2025": five}, unread=frozenset({"years"}))) is None


def test_own_money_that_stands_only_in_a_share_is_promised_from_the_one_item_of_its_payer() -> None:
    text = HEAD + TWO + share("town", costs=100, own=40) + share("club", costs=50, own=20)
    state = state_of(text + '[[appropriation]]\nbudget_item = "1"\npayer = "town"\namount = 40\nbasis = "net"\n')
    (one,) = items(state.budget, state.figures)
    assert (one.own, one.paid, one.promised, one.covered) == (D(40), D(0), D(40), ("town",))


def test_a_row_without_a_kind_is_paid_from_an_item_only_where_it_names_it() -> None:
    row = '[[funding]]\npayer = "town"\nrecipient = "club"\namount = {}\n{}'
    rows = row.format(7, "") + row.format(9, 'budget_item = "1"\n') + row.format(11, 'kind = "municipal"\n')
    state = state_of(HEAD + TWO + rows + '[[appropriation]]\nbudget_item = "1"\npayer = "town"\namount = 40\n')
    (one,) = items(state.budget, state.figures)
    assert (one.lines, one.paid) == ((1, 2), D(20))
