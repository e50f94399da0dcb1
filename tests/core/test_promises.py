"""What is promised from a budget item: by its basis, else by the reading that fits, else the smaller one."""

from decimal import Decimal

import pytest

from budjettitui.figures.promises import Item

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
