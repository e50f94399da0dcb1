"""Who pays whom: what each payer pays to each partner adds up to the funding that each of them has."""

from datetime import date
from decimal import Decimal

import pytest

from budjettitui.figures.payers import Payments, payments
from budjettitui.session import Session
from tests.checks.judging import HEAD, TWO, state_of
from tests.places import BUDGETS

D = Decimal


def paid(name: str) -> tuple[Payments, ...]:
    state = Session.open(BUDGETS / f"{name}.toml", today=date(2025, 6, 1)).state
    return payments(state.budget, state.figures)


def test_support_left_over_and_money_between_partners_stand_with_their_payers() -> None:
    assert paid("dot") == (
        Payments("funder", False, (D("200800"), D("119200")), D("320000")),
        Payments("helsinki", True, (D("50200"), D("28800")), D("79000")),
    )


@pytest.mark.parametrize("name", ["dot", "hot"])
def test_the_columns_add_up_to_the_funding_of_each_partner(name: str) -> None:
    state = Session.open(BUDGETS / f"{name}.toml", today=date(2025, 6, 1)).state
    columns = zip(*(one.amounts for one in paid(name)), strict=True)
    assert [sum(column) for column in columns] == [sheet.funding for sheet in state.figures.partners.values()]


def test_one_applicant_has_nobody_to_set_side_by_side() -> None:
    assert paid("hyva-alku") == ()


def test_money_that_nobody_is_named_for_stands_under_its_kind() -> None:
    rows = "".join(
        f'[[funding]]\nkind = "private"\namount = {amount}\nrecipient = "{to}"\n{payer}'
        for amount, to, payer in ((5, "town", ""), (7, "club", ""), (9, "club", 'payer = "Bank"\n'))
    )
    state = state_of(HEAD + TWO + rows)
    assert payments(state.budget, state.figures) == (
        Payments("private", False, (D(5), D(7)), D(12)),
        Payments("Bank", True, (D(0), D(9)), D(9)),
    )
