"""Costs that the rules never pay: a category, a kind of cost in words, a line above the most of its category."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks import ERROR, Found, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import any_model
from budjettitui.checks.cost_models.kinds_of_cost import called
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.figures.worths import model_of
from budjettitui.model import Cost, Row, place_of
from budjettitui.money import divided, percent_of, to_decimals
from budjettitui.rules import CostModel, Rule

FAMILY = "cost-models"

_ESR = HEAD + 'rules = "fi-esrplus-2021"\n'


@row_check(
    "category-ineligible",
    ERROR,
    "cost",
    good=_ESR
    + """cost_model = "flat-1.5"
kind = "investment"

[[cost]]
category = "equipment"
description = "Reading machine"
amount = 40_000
""",
    bad=(
        _ESR
        + """cost_model = "flat-1.5"
kind = "investment"

[[cost]]
category = "personnel"
description = "Coordinator"
amount = 40_000
""",
        _ESR
        + """cost_model = "actual"

[[cost]]
category = "equipment"
description = "Depreciation of machines"
amount = 4_000
""",
        _ESR
        + """cost_model = "flat-7"

[[cost]]
category = "equipment"
description = "Projector"
amount = 3_001
""",
    ),
    asks=any_model,
    within=_ESR
    + 'cost_model = "flat-7"\n\n[[cost]]\ncategory = "equipment"\ndescription = "Projector"\namount = 3_000\n',
    beyond=_ESR
    + 'cost_model = "flat-7"\n\n[[cost]]\ncategory = "equipment"\ndescription = "Projector"\namount = 3_001\n',
)
def category_ineligible(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """The rules never pay this category, this kind of cost, or so dear a thing of its category.

    Salaries do not belong to an investment on the flat rate of 1.5 %; depreciation, interest, fines and bonuses are
    paid by hardly any funder; a machine of more than 3 000 euros is an investment, which the 7 % is not for. A kind of
    cost is known by the line's whole description, in three languages: a word in the midst of one proves nothing.

    Rule: categories.ineligible, costs.ineligible and line_max of the rule set and its cost model; 866/2021 9-11, 24 §.
    """
    if not isinstance(row, Cost) or row.in_kind:
        return
    model_id = model_of(case.budget, row)
    model = case.terms.rules.cost_models.get(model_id or "")
    worth = case.figures.worths[table, index].value
    if model_id is None or not worth:
        return
    place = place_of(table, index, row)
    rule, wording = _never_paid(case, row, model)
    if rule is not None:
        key = "category" if not wording else "description"
        yield Found(place, (table, index, key), {"category": row.category or ""}, wording, partner=row.partner,
                    actual=worth, unverified=unverified(rule), source=source(rule))  # fmt: skip
        return
    most = case.terms.rule(f"line_max.{row.category}", model)
    one = _of_one(case, row, worth)
    if most is not None and isinstance(most.value, Decimal) and one > most.value:
        yield Found(place, (table, index), {"category": row.category or ""}, "line", partner=row.partner,
                    expected=most.value, actual=one, unverified=unverified(most), source=source(most))  # fmt: skip


def _never_paid(case: Case, row: Cost, model: CostModel | None) -> tuple[Rule | None, str]:
    """The rule that a line's category or description falls under, and which of the two it is."""
    rule = case.terms.rule("categories.ineligible", model)
    if rule is not None and row.category in case.terms.texts("categories.ineligible", model):
        return rule, ""
    rule = case.terms.rule("costs.ineligible", model)
    said = (row.description or "").strip().casefold()
    kinds = case.terms.texts("costs.ineligible", model) if said else ()
    if rule is not None and kinds and called(kinds).fullmatch(said):
        return rule, "kind"
    return None, ""


def _of_one(case: Case, row: Cost, worth: Decimal) -> Decimal:
    """What one thing of a line costs."""
    if row.unit_price is not None:
        return row.unit_price.value
    if row.quantity:
        count = row.quantity if row.allocation is None else percent_of(row.allocation, row.quantity)
        return to_decimals(divided(worth, count), case.budget.decimals) if count > 1 else worth
    return worth
