"""How much of the whole a cost category may and must be."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import where
from budjettitui.checks import ERROR, WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import any_model
from budjettitui.checks.cost_models.kinds_of_cost import called
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.findings import Path, Place
from budjettitui.model import Cost, place_of
from budjettitui.money import EXACT, ZERO, less, percent_of, ratio, to_decimals, told, total, total_if_known
from budjettitui.rules import Rule
from budjettitui.rules.terms import CategoryShare
from budjettitui.values import frozen, replace

FAMILY = "cost-models"


@frozen
class Portion:
    """What a category has of a whole, beside one end of what it may have; amounts in the budget's currency."""

    category: str
    rule: Rule
    limit: Decimal
    actual: Decimal
    whole: Decimal
    of: tuple[str, ...]
    lines: tuple[int, ...] = ()
    """The lines of a kind of cost, where it is a kind and no category that is limited."""

    @property
    def allowed(self) -> Decimal:
        """The least or most of it, exact."""
        return percent_of(self.limit, self.whole)

    @property
    def over(self) -> Decimal:
        """How far it is above; below zero where it is not."""
        return EXACT.subtract(self.actual, self.allowed)


def portions(case: Case, end: str) -> Iterator[Portion]:
    """The categories that have one end (`min`, `max`) of what they may have, with what they have."""
    if not any_model(case):
        return
    for name in case.terms.costs.limited_categories:
        share = case.terms.costs.category_share(name)
        rule = None if share is None else share.max if end == "max" else share.min
        if share is None or rule is None or not isinstance(rule.value, Decimal):
            continue
        actual, whole = _sum(case, name), _whole(case, share)
        if actual is not None and whole is not None and whole > ZERO:
            one = Portion(name, rule, rule.value, actual, whole, share.of)
            if _surely(case, one, end):
                yield one


def _surely(case: Case, one: Portion, end: str) -> bool:
    """False where costs of which nobody knows the category could bring it within: a least part, or a part of a part."""
    if end == "max" and not one.of:
        return True
    open_ = _open(case)
    if open_ is None or not open_:
        return open_ is not None
    if end == "min":
        return replace(one, actual=EXACT.add(one.actual, open_)).over < ZERO
    return replace(one, whole=EXACT.add(one.whole, open_)).over > ZERO


def _open(case: Case) -> Decimal | None:
    """Costs that no line gives to a category which the rules have; None where the costs are not known."""
    costs, rules = case.figures.project.costs.value, case.terms.rules
    sums = [value for name, value in case.figures.categories.items() if rules.any_category or name in rules.categories]
    left = less(costs, total_if_known(sums))
    return None if left is None else max(ZERO, left)


def portions_of_kinds(case: Case) -> Iterator[Portion]:
    """The kinds of cost, known by what their lines are called, that may be only a part of the costs."""
    whole = case.figures.project.costs.value
    if not any_model(case) or whole is None or whole <= ZERO:
        return
    for kind, rule in case.terms.costs.limited_kinds:
        lines = tuple(where(case.budget.costs, _is_called, kind))
        worths = [case.figures.worths["cost", index].value for index in lines]
        known = [worth for worth in worths if worth is not None]
        if known and isinstance(rule.value, Decimal):
            yield Portion(kind, rule, rule.value, total(known), whole, (), lines)


def _is_called(row: Cost, kind: str) -> bool:
    said = (row.description or "").strip().casefold()
    return bool(said) and not row.in_kind and called((kind,)).fullmatch(said) is not None


def _sum(case: Case, category: str) -> Decimal | None:
    """What a category has; zero where every cost is a line and none of them is of it."""
    sums = case.figures.categories
    if category in sums:
        return sums[category]
    known = [value for value in sums.values() if value is not None]
    return ZERO if known and total(known) == case.figures.project.costs.value else None


def _whole(case: Case, share: CategoryShare) -> Decimal | None:
    """What the part is taken of: the categories that are named, else all costs."""
    if not share.of:
        return case.figures.project.costs.value
    return total_if_known(case.figures.categories.get(name, ZERO) for name in share.of)


def _anchor(case: Case, category: str, rule: Rule) -> Path:
    """The category's first line, else where the call sets the limit."""
    first = next(iter(where(case.budget.costs, in_category, category)), None)
    if first is not None:
        return ("cost", first)
    if rule.key.startswith("call."):
        return ("call", "categories", category)
    return case.anchor_of(Place("project"))


def in_category(row: Cost, category: str) -> bool:
    """True of a cash line of a category."""
    return row.category == category and not row.in_kind


def _found(case: Case, one: Portion, wording: str = "", check: str = "") -> Found:
    return Found(
        Place("category", one.category),
        _anchor(case, one.category, one.rule),
        {"share": to_decimals(ratio(one.actual, one.whole), 6), "ceiling": one.limit, "whole": one.whole, "of": one.of},
        wording or ("of" if one.of else ""),
        expected=told(one.allowed, one.actual, case.budget.decimals),
        actual=one.actual,
        approximate=case.figures.project.costs.about,
        unverified=unverified(one.rule),
        source=source(one.rule),
        check=check,
    )


def _of_kind(case: Case, one: Portion, found: Found) -> Found:
    """Of a kind of cost: told at its first line, and a question, since only a description says that it is one."""
    row, first = case.budget.costs[one.lines[0]], one.lines[0]
    found = replace(found, place=place_of("cost", first, row), anchor=("cost", first), partner=row.partner)
    if found.check:
        return found
    special = case.terms.costs.special_share(one.category)
    if special is None:
        return replace(found, wording="kind", severity=WARNING)
    return replace(found, values={**found.values, "special": special.value}, wording="kind-special", severity=WARNING)


def _costs(equipment: str) -> str:
    return (
        HEAD
        + f"""cost_model = "actual"

[call]
categories = {{ equipment = {{ min = 5, max = 35 }} }}

[[cost]]
category = "equipment"
amount = {equipment}

[[cost]]
category = "personnel"
amount = 65_000
"""
    )


_LAND = (
    HEAD
    + """rules = "fi-esrplus-2021"
cost_model = "actual"

[[cost]]
category = "personnel"
amount = 90_000

[[cost]]
category = "property"
description = "Purchase of land for the test field"
amount = """
)

_HORIZON = """rules = "eu-horizon-2021"
cost_model = "actual"

[[cost]]
category = "personnel"
amount = 70_000

[[cost]]
category = "subcontracting"
amount = """


@check(
    "category-cap",
    ERROR,
    "category",
    good=(_costs("35_000"), HEAD + _HORIZON + "30_000\n", _LAND + "10_000\n"),
    bad=(_costs("36_000"), HEAD + _HORIZON + "31_000\n", _LAND + "11_000\n"),
    within=_costs("35_001"),
    beyond=_costs("35_002"),
)
def category_cap(case: Case) -> Iterator[Found]:
    """A cost category is a larger part of the costs than the call, or the rule set, allows.

    Some calls cap the equipment, some programmes ask why so much is subcontracted. The part is taken of all costs, or
    of the categories that the rules name. One rounding unit above is told as rounding. What only proposal tools ask,
    and no rule, is a question; so is a kind of cost, such as land, that only a line's description tells of.

    Rule: call.categories, else category_share of the rule set; cost_share of the rule set (866/2021 22 §).
    """
    for one in (*portions(case, "max"), *portions_of_kinds(case)):
        if one.over > ZERO:
            beyond = one.over > case.tolerance(1, one.actual, one.whole)
            found = _found(case, one) if beyond else _found(case, one, "category", "rate-rounding")
            yield _of_kind(case, one, found) if one.lines else found


@check(
    "category-floor",
    ERROR,
    "category",
    good=_costs("4_000"),
    bad=_costs("3_000"),
    within=_costs("3_420"),
    beyond=_costs("3_419"),
)
def category_floor(case: Case) -> Iterator[Found]:
    """A cost category is a smaller part of the costs than the call, or the rule set, asks.

    A least percentage has a tolerance of one rounding unit. Costs of which no line says the category may be of any.

    Rule: call.categories, else category_share of the rule set.
    """
    for one in portions(case, "min"):
        if -one.over > case.tolerance(1, one.actual, one.whole):
            yield _found(case, one)
