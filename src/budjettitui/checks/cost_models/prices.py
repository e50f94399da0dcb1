"""Unit costs: the price is the rules' and nobody else's."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks import ERROR, Found, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import any_model
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.figures.worths import model_of
from budjettitui.model import Cost, Row, place_of
from budjettitui.money import divided, percent_of, to_decimals

FAMILY = "cost-models"

_TRAVEL = (
    HEAD
    + """rules = "fi-esrplus-2021"
cost_model = "flat-7"

[[cost]]
category = "other"
description = "Travel in Finland"
quantity = 10
unit = "travel-day-staff"
"""
)


def _has_unit_costs(case: Case) -> bool:
    rules = case.terms.rules
    keys = [*rules.rules, *(key for model in rules.cost_models.values() for key in model.rules)]
    return any_model(case) and any(key.startswith("units.") for key in keys)


@row_check(
    "unit-cost",
    ERROR,
    "cost",
    good=_TRAVEL + "unit_price = 176\n",
    bad=_TRAVEL + "unit_price = 175\n",
    asks=_has_unit_costs,
    within=_TRAVEL + "unit_price = 176\n",
    beyond=_TRAVEL + "unit_price = 175\n",
)
def unit_cost(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """A line is counted in a unit that the rules have a fixed cost for, and its price is another.

    A unit cost replaces the real one: 176 euros for each day of travel begun, whatever the ticket cost. A line takes
    the unit cost by naming it as its `unit`; where it gives no price, its amount for one is looked at.

    Rule: `units` of the rule set; 866/2021 13 § for travel. The value of the day of the decision holds to the end.
    """
    if not isinstance(row, Cost) or row.unit is None or row.unread & {"quantity", "unit_price", "allocation"}:
        return
    model = model_of(case.budget, row)
    rule = case.terms.rule(f"units.{row.unit}", case.terms.rules.cost_models.get(model or ""))
    price = _price(case, row, index)
    if model is None or rule is None or price is None or not isinstance(rule.value, Decimal) or price == rule.value:
        return
    written = row.unit_price is not None
    yield Found(
        place_of(table, index, row).at("unit_price" if written else "amount"),
        (table, index, "unit_price" if written else "amount"),
        {"unit": row.unit},
        partner=row.partner,
        expected=rule.value,
        actual=price,
        unverified=unverified(rule),
        source=source(rule),
    )


def _price(case: Case, row: Cost, index: int) -> Decimal | None:
    """The price of a line: written, or its amount for one."""
    if row.unit_price is not None:
        return row.unit_price.value
    worth = case.figures.worths["cost", index].value
    if worth is None or not row.quantity or row.allocation == 0:
        return None
    count = row.quantity if row.allocation is None else percent_of(row.allocation, row.quantity)
    return to_decimals(divided(worth, count), case.budget.decimals)
