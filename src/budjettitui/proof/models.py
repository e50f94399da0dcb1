"""Proofs of cost models: a category's part of the whole, a flat rate of its base, its conditions, side costs."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.blocks import where
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import ModelBooks, books
from budjettitui.checks.cost_models.categories import Portion, in_category, portions, portions_of_kinds
from budjettitui.checks.cost_models.choice import gates
from budjettitui.checks.cost_models.flat_lines import FlatLine, flat_lines, left_out
from budjettitui.checks.cost_models.side_costs import pay_of
from budjettitui.figures.worths import model_of
from budjettitui.findings import Finding, Path
from budjettitui.money import EXACT, ZERO, percent_of, total
from budjettitui.proof.rates import PROJECT
from budjettitui.proof.reading import Reading
from budjettitui.proof.steps import ProofStep, apart, comes_to, limit
from budjettitui.rules import Rule

Ids = Sequence[str]


def category_part(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The whole, the least or most part of it, the category's lines, and how far apart they are."""
    end = "min" if finding.check == "category-floor" else "max"
    every = (*portions(case, end), *portions_of_kinds(case)) if end == "max" else tuple(portions(case, end))
    one = next((one for one in every if _tells(one, finding)), None)
    if one is None:
        return
    file = Reading(case)
    yield from _whole(file, one)
    yield limit(case, "least_rate" if end == "min" else "most_rate", one.rule, "x", percent=True)
    yield comes_to("least" if end == "min" else "most", one.allowed, finding.expected)
    lines: list[Path] = [("cost", index) for index in one.lines]
    yield from file.added(lines or _lines(case, one.category), "adds_up", one.actual)
    yield from apart(finding, case.tolerance(1, one.actual, one.whole))


def _tells(one: Portion, finding: Finding) -> bool:
    """True of the category, or of the kind of cost by its first line, that a finding is of."""
    if one.lines and finding.place.table == "cost":
        return finding.anchor == ("cost", one.lines[0]) and finding.actual == one.actual
    return one.category == finding.place.name


def _whole(file: Reading, one: Portion) -> Iterator[ProofStep]:
    if not one.of:
        yield from file.sum("costs", file.sheet(PROJECT).costs)
        return
    yield from file.rows([path for name in one.of for path in _lines(file.case, name)])
    yield ProofStep("base", one.whole, "=")


def _lines(case: Case, category: str) -> list[Path]:
    return [("cost", index) for index in where(case.budget.costs, in_category, category)]


# flat rates ------------------------------------------------------------------------------------------------------
def flat(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The lines of the base, the rate of them, rounded the rules' way, and the lines of the flat rate."""
    one = next((one for one in flat_lines(case) if _is(one, finding)), None)
    if one is None:
        return
    file = Reading(case)
    yield from file.rows(_numbers(one.base_lines))
    yield ProofStep("base", one.base, "=")
    yield from _rate_of(case, one.rate.rate, one.base, one.expected)
    if one.actual is not None:
        yield from file.rows(_numbers(one.lines))
        yield ProofStep("flat_lines", one.actual, "=")
        yield ProofStep("difference", abs(EXACT.subtract(one.actual, one.expected)), "=")
        yield ProofStep("allowed", one.tolerance(case), "<=")
    others = _numbers(one.lines[:-1])
    left = EXACT.subtract(one.expected, total([file.amount(path) or ZERO for path in others]))
    if others and left > ZERO:
        yield ProofStep("flat_rate", one.expected)
        yield from file.rows(others, signs=["-"] * len(others))
        yield ProofStep("last_line", left, "=")


def flat_base(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The same, and what the line comes to with the categories in the base that the rules leave out."""
    yield from flat(case, finding)
    one = next((one for one in flat_lines(case) if _is(one, finding)), None)
    found = left_out(case, one) if one is not None else None
    if one is None or found is None:
        return
    more: list[Path] = _numbers(one.books.of(found[0], one.work_package))
    yield ProofStep("base", one.base)
    yield from Reading(case).rows(more, sign="+")
    whole = EXACT.add(one.base, found[1])
    yield ProofStep("base_with_them", whole, "=")
    yield limit(case, "flat_rate", one.rate.rate, "x", percent=True)
    yield ProofStep("flat_rate_of_it", percent_of(one.percent, whole), "=")


def _is(one: FlatLine, finding: Finding) -> bool:
    """True of the flat rate that a finding tells: of its last line, or of one that has none."""
    if finding.wording == "missing":
        base = (one.base, one.percent, one.expected)
        values = (finding.values.get("base"), finding.values.get("rate"), finding.expected)
        return one.actual is None and one.books.partner == finding.partner and base == values
    return bool(one.lines) and finding.anchor is not None and finding.anchor[1] == one.lines[-1][0]


def _numbers(lines: Sequence[tuple[int, object]]) -> list[Path]:
    return [("cost", index) for index, _ in lines]


def _rate_of(case: Case, rule: Rule, base: Decimal, expected: Decimal) -> Iterator[ProofStep]:
    """A rate of a base, exact and as the rules round it."""
    yield limit(case, "flat_rate", rule, "x", percent=True)
    exact = percent_of(rule.value if isinstance(rule.value, Decimal) else ZERO, base)
    yield ProofStep("flat_rate_of_it", exact, "=")
    if exact != expected:
        yield ProofStep("rounded", expected, "~")


def condition(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """For each condition: the staff costs, the part of them that is asked, and what there is."""
    one = next((one for one in books(case) if one.place == finding.place), None)
    if one is None:
        return
    file = Reading(case)
    for gate in gates(case, one):
        yield from _added(file, one, case.terms.texts("condition.staff_in", one.model), "staff")
        yield limit(case, "least_rate", gate.rule, "x", percent=True)
        staff = one.sum_of(case.terms.texts("condition.staff_in", one.model)) or ZERO
        exact = percent_of(gate.rule.value if isinstance(gate.rule.value, Decimal) else ZERO, staff)
        yield comes_to("least", exact, gate.least)
        yield from _added(file, one, case.terms.texts(f"condition.{gate.name}_in", one.model), gate.name)
        yield ProofStep("short", gate.short, "=")


def _added(file: Reading, one: ModelBooks, categories: Ids, what: str) -> Iterator[ProofStep]:
    lines = _numbers(one.of(categories))
    yield from file.added(lines, what, total([file.amount(path) or ZERO for path in lines]))


def side_costs(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The pay, the fixed percentage of it, and the line that is that."""
    rate, pay = finding.values.get("rate"), finding.values.get("base")
    one = next((one for one in books(case) if one.partner == finding.partner), None)
    if one is None or not isinstance(rate, Decimal) or not isinstance(pay, Decimal) or finding.anchor is None:
        return
    file, line = Reading(case), finding.anchor[1]
    yield from file.rows(_numbers([pair for pair in pay_of(one) if pair[0] != line and _in(case, pair[0], one, pay)]))
    yield ProofStep("staff", pay, "=")
    rules = case.terms.rules.rules
    rule = next((rule for key, rule in rules.items() if key.startswith("persons.side_cost.") and rule.value == rate))
    yield limit(case, "side_cost_rate", rule, "x", percent=True)
    yield ProofStep("side_costs", finding.actual, "~", path=("cost", int(line)))


def _in(case: Case, index: int, one: ModelBooks, pay: Decimal) -> bool:
    """True of a line of the pay that the percentage is of: of one line alone, that one."""
    worths = {number: case.figures.worths["cost", number].value for number, _ in pay_of(one)}
    alone = [number for number, value in worths.items() if value == pay]
    return not alone or index == alone[0]


def priced(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """What one thing of a line may cost, and what it costs: its price, or its amount for one."""
    if finding.anchor is None or not isinstance(finding.anchor[1], int) or finding.expected is None:
        return
    index = finding.anchor[1]
    row, path = case.budget.costs[index], ("cost", index)
    model = case.terms.rules.cost_models.get(model_of(case.budget, row) or "")
    key = f"line_max.{row.category}" if finding.check == "category-ineligible" else f"units.{row.unit}"
    rule = case.terms.rule(key, model)
    if rule is not None:
        yield limit(case, "most" if finding.check == "category-ineligible" else "unit_cost", rule)
    if row.unit_price is not None:
        yield ProofStep("price", finding.actual, path=(*path, "unit_price"), exact=True)
    elif row.quantity is not None and finding.actual != case.figures.worths["cost", index].value:
        yield ProofStep("amount", case.figures.worths["cost", index].value, path=path)
        yield ProofStep("quantity", row.quantity, "/", row.unit or "", path=(*path, "quantity"), exact=True)
        if row.allocation is not None:
            yield ProofStep("allocation", row.allocation, "/", path=(*path, "allocation"), percent=True)
        yield ProofStep("price", finding.actual, "~")
    else:
        yield ProofStep("amount", finding.actual, path=path)
    yield from apart(finding, what="difference")
