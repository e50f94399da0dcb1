"""Mends of the cost model: what its condition asks for, or another model that the rules and the project allow."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import ModelBooks, books
from budjettitui.checks.cost_models.choice import Gate, chosen, gates
from budjettitui.checks.mends.flat import on_actual
from budjettitui.checks.mends.lines import largest, make, worth_of
from budjettitui.checks.mends.writing import fix_of
from budjettitui.checks.structure.rows import models_of_flat
from budjettitui.document import Document, spell
from budjettitui.edits import Set
from budjettitui.findings import Finding, Fix
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, rounded, times
from budjettitui.rules import CostModel

MOST_MODELS = 6
"""So many other models are tried."""


def condition(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """More of what the flat rate asks for, the nearest first; less staff of which it is a part; actual costs as the model."""
    for one in books(case):
        if one.place != finding.place:
            continue
        found = sorted(gates(case, one), key=lambda gate: gate.short)
        for gate in found[:1]:
            yield from _more(case, document, one, gate)
            yield from _less_staff(case, document, one, gate)
        yield from on_actual(case, document, one.place)
        for gate in found[1:]:
            yield from _more(case, document, one, gate)
            yield from _less_staff(case, document, one, gate)


def _more(case: Case, document: Document, one: ModelBooks, gate: Gate) -> Iterator[Fix]:
    """The largest line of a condition's categories as much larger as it is short of."""
    lines = [index for index, _ in one.of(case.terms.texts(f"condition.{gate.name}_in", one.model))]
    index = largest(case, document, lines)
    if index is not None:
        more = rounded(gate.short, case.unit(gate.short, worth_of(case, index)), "up")
        yield from make(case, document, index, EXACT.add(worth_of(case, index), more))


def _less_staff(case: Case, document: Document, one: ModelBooks, gate: Gate) -> Iterator[Fix]:
    """The largest line of staff so much smaller that what there is of the condition is enough."""
    lines = [index for index, _ in one.of(case.terms.texts("condition.staff_in", one.model))]
    staff, index, rate = (
        one.sum_of(case.terms.texts("condition.staff_in", one.model)),
        largest(case, document, lines),
        gate.rule.value,
    )
    if index is None or staff is None or not isinstance(rate, Decimal) or rate <= ZERO or gate.actual <= ZERO:
        return
    most = rounded(divided(times(gate.actual, HUNDRED), rate), case.unit(staff, gate.actual), "down")
    to = EXACT.subtract(worth_of(case, index), EXACT.subtract(staff, most))
    if to > ZERO:
        yield from make(case, document, index, to)


def another(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Another model of the rule set, open to this kind of project, where the lines fit it as they are."""
    kind = case.budget.project.kind
    for place, model, anchor in chosen(case):
        if place != finding.place or anchor != finding.anchor:
            continue
        others = [one for one in case.terms.rules.cost_models.values() if one.id != model.id and _open(one, kind)]
        for one in others[:MOST_MODELS]:
            yield _chosen(one.id, [Set(anchor, spell(one.id))])


def of_flat_rate(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The cost models that work the line out as a flat rate, where none is chosen."""
    if finding.wording != "no-model" or finding.anchor is None or not isinstance(finding.anchor[1], int):
        return
    row, models = case.budget.costs[finding.anchor[1]], case.terms.rules.cost_models
    for name in models_of_flat(case, row)[:MOST_MODELS]:
        if _open(models[name], case.budget.project.kind):
            yield _chosen(name, [Set(("project", "cost_model"), spell(name))])


def _open(model: CostModel, kind: str | None) -> bool:
    return not model.project_kinds or kind is None or kind in model.project_kinds


def the_same(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """One model for all: the project's own first, then those that partners have."""
    named = [case.budget.project.cost_model, *(one.cost_model for one in case.budget.partners)]
    for model in dict.fromkeys(name for name in named if name is not None):
        edits = [
            Set(("partner", index, "cost_model"), spell(model))
            for index, one in enumerate(case.budget.partners)
            if (one.cost_model or case.budget.project.cost_model) != model
        ]
        if edits:
            yield _chosen(model, edits)


def _chosen(model: str, edits: list[Set]) -> Fix:
    return fix_of("fix.model", edits, model=model)
