"""What a row comes to, and the stage that it is judged at."""

from decimal import Decimal

import pytest

from budjettitui.figures.worths import stage_of
from budjettitui.model import Amount, Cost, Figure, Income, Line

FIVE = Amount(Decimal(5))


@pytest.mark.parametrize(
    ("row", "stage"),
    [
        (Cost(amount=FIVE, applied=FIVE, granted=FIVE), "planned"),
        (Income(applied=FIVE, granted=FIVE), "applied"),
        (Income(granted=FIVE, realised=FIVE), "granted"),
        (Income(years={"2025": Figure(FIVE)}), "planned"),
        (Cost(unit_price=FIVE), "planned"),
        (Cost(quantity=Decimal(2)), None),
        (Income(realised=FIVE), None),
    ],
)
def test_a_row_is_judged_at_the_first_stage_that_it_has_and_years_or_a_price_are_planned(
    row: Line, stage: str | None
) -> None:
    assert stage_of(row) == stage
