"""Side costs on pay that a cost model has inside already."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from budjettitui.checks import WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import ModelBooks, Numbered, books
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.model import place_of
from budjettitui.money import EXACT, ONE, ZERO, percent_of, total
from budjettitui.rules import Rule

FAMILY = "cost-models"

STAFF = frozenset({"personnel", "staff"})
"""The categories of pay in the rule sets."""


def _pay(line: str, amount: str) -> str:
    return f'\n[[cost]]\ncategory = "personnel"\ndescription = "{line}"\namount = {amount}\n'


_RURAL = HEAD + 'rules = "fi-rural-2023"\ncost_model = "flat-40"\n' + _pay("Coordinator", "40_000")


@check("side-costs", WARNING, "partner", good=_RURAL, bad=_RURAL + _pay("Side costs", "15_600"))
def side_costs(case: Case) -> Iterator[Found]:
    """A line is exactly the fixed percentage of side costs of the salaries, beside a cost model that has them inside.

    Where a flat rate rests on the salaries, those are with the fixed percentage for side costs and holiday pay, and
    nothing comes on top. It is told only from the figure, so it is a question.

    Rule: persons.side_cost of the rule set; 617/2023 27 § 1 mom.
    """
    rates = [rule for key, rule in case.terms.rules.rules.items() if key.startswith("persons.side_cost.")]
    for one in books(case):
        if one.rates and any(STAFF.intersection(rate.base) for rate in one.rates):
            worths = {index: case.figures.worths["cost", index].value for index, _ in one.lines}
            for rule in rates:
                yield from _side_costs(one, rule, worths)


def _side_costs(one: ModelBooks, rule: Rule, worths: Mapping[int, Decimal | None]) -> Iterator[Found]:
    """The lines that are the percentage of one line of pay, or of all the others together."""
    assert isinstance(rule.value, Decimal)
    flat = {rate.category for rate in one.rates}
    pay = {index: value for index, _ in pay_of(one) if (value := worths[index]) is not None}
    whole = total(list(pay.values()))
    singles = {_whole(percent_of(rule.value, value)): value for value in pay.values()}
    for index, row in one.lines:
        value = worths[index]
        if value is None or value <= ZERO or row.category in flat:
            continue
        base = _of_others(rule.value, EXACT.subtract(whole, pay.get(index, ZERO)), value) or singles.get(_whole(value))
        if base is not None and base != value:
            yield Found(
                place_of("cost", index, row),
                ("cost", index),
                {"rate": rule.value, "base": base},
                partner=one.partner,
                actual=value,
                unverified=unverified(rule),
                source=source(rule),
            )


def pay_of(one: ModelBooks) -> list[Numbered]:
    """The lines of pay, in the order of the file."""
    return one.of(STAFF)


def _of_others(rate: Decimal, others: Decimal, value: Decimal) -> Decimal | None:
    """The other lines of pay together, where the value is the percentage of them."""
    exact = percent_of(rate, others)
    near = -ONE < EXACT.subtract(exact, value) < ONE
    return others if near and _whole(exact) == _whole(value) else None


def _whole(value: Decimal) -> Decimal:
    """To a whole unit of currency, as far as two such figures are compared."""
    return value.to_integral_value(ROUND_HALF_UP)
