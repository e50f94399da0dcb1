"""The figures of docs/figures.md, worked out a second time by `naive`, are the same for any budget."""

import tomllib
from decimal import Decimal
from fractions import Fraction

from hypothesis import given

from budjettitui.figures import Sheet, figures
from budjettitui.reading import read
from budjettitui.rules import loader
from budjettitui.rules.terms import Terms

from . import naive
from .budget_texts import budget_texts


def cents(value: Decimal | None) -> int | None:
    return None if value is None else int(value * 100)


def says(sheet: Sheet) -> dict[str, object]:
    """A sheet as the naive one has it."""
    kinds = {"revenue" if kind == "income" else kind: cents(one.value) for kind, one in sheet.kinds.items()}
    return {
        "costs": cents(sheet.costs.value),
        "income": cents(sheet.income.value),
        **kinds,
        "derived": set(sheet.derived),
        "net_costs": cents(sheet.net_costs),
        "need": cents(sheet.need),
        "covered": cents(sheet.covered),
        "missing": cents(sheet.missing),
    }


def near(exact: Fraction | None, shown: Decimal | None) -> bool:
    """True where a percentage is the exact one, as far as eighty digits go."""
    if exact is None or shown is None:
        return exact is None and shown is None
    return abs(exact - Fraction(shown)) < Fraction(1, 10**40)


@given(budget_texts(rules=("generic", "eu-life-2021")))
def test_a_second_way_of_working_figures_out_gives_the_same(text: str) -> None:
    budget = read(tomllib.loads(text, parse_float=Decimal))
    rules = loader.load(budget.project.rules or "generic").rules
    assert rules is not None
    ours = figures(budget, Terms(rules, budget.call, budget.project))
    base = "costs" if budget.project.rules == "eu-life-2021" else "net_costs"
    theirs = naive.read(text)
    for who, sheet in [(None, ours.project), *ours.partners.items()]:
        expected = naive.sheet(theirs, who)
        expected.pop("in-kind")
        assert says(sheet) == expected, f"{who}\n{text}"
        assert near(naive.rate(theirs, who, base), sheet.support_rate), f"{who}\n{text}"
