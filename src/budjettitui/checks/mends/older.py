"""Mends of a change of budget: what has moved moved back, as far as the rules ask."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.limits import costs_to, handed_over
from budjettitui.checks.mends.lines import largest, make, moved_between, new_cost, worth_of
from budjettitui.checks.mends.meeting import meeting, place_of_costs
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix, Place
from budjettitui.money import EXACT, ZERO
from budjettitui.values import replace


def total_back(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The lines that have changed, moved back by what the total has moved; the largest of the others in their place."""
    by = finding.difference
    if case.older is None or not by:
        return
    changed = [index for index, more in _changes(case).items() if more]
    exact = [index for index in changed if _changes(case)[index] == by]
    most = largest(case, document, changed) if changed else largest(case, document, _all(case))
    other = largest(case, document, [index for index in _all(case) if index not in changed])
    known = [index for index in (most, *changed[:2], other) if index is not None]
    for index in dict.fromkeys([*exact, *known]):
        yield from make(case, document, index, EXACT.subtract(worth_of(case, index), by))
    if finding.expected is not None:
        yield from _as_they_were(case, document, finding.place, finding.expected, changed[:1] or _all(case)[:1])


def _as_they_were(case: Case, document: Document, place: Place, then: Decimal, lines: list[int]) -> Iterator[Fix]:
    """The costs as they were, with what pays; a line for what has gone; last, where what pays does not meet them now."""
    meets = case.figures.project.missing == ZERO
    for fix in costs_to(case, document, place, then):
        yield fix if meets else replace(fix, last=True)
    less = EXACT.subtract(then, case.figures.project.costs.value or then)
    for row in [case.budget.costs[index] for index in lines] if less > ZERO else []:
        new = new_cost(document, row.category or "", less, row.partner, row.work_package, row.description)
        yield from meeting(case, document, place_of_costs(case, row), less, "fix.add-line", [new], gap=less)


def _all(case: Case) -> list[int]:
    return [index for index, row in enumerate(case.budget.costs) if not row.in_kind]


def _changes(case: Case) -> dict[int, Decimal]:
    """By how much each line has changed: lines are the same by id, else by number, category and description."""
    assert case.older is not None
    old = case.older
    ids = {row.id: index for index, row in enumerate(old.budget.costs) if row.id}
    found = {}
    for index in _all(case):
        row = case.budget.costs[index]
        then = ids.get(row.id or "", index if index < len(old.budget.costs) else -1)
        before = ZERO
        if then >= 0 and old.budget.costs[then].category == row.category:
            before = old.figures.worths["cost", then].value or ZERO
        found[index] = EXACT.subtract(worth_of(case, index), before)
    return found


def transfer_back(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Move back what is beyond the limit, from the line that has grown most to the one that has shrunk most."""
    limit, name = finding.values.get("limit"), finding.place.name
    if case.older is None or not isinstance(limit, Decimal) or finding.difference is None:
        return
    beyond, changes = EXACT.subtract(finding.difference, limit), _changes(case)
    here = [index for index in changes if name in (case.budget.costs[index].category, case.budget.costs[index].partner)]
    shrunk = sorted((index for index in changes if index not in here), key=lambda index: changes[index])
    grown = sorted(here, key=lambda index: -changes[index])
    for taker in shrunk[:1]:
        for giver in grown[:2]:
            yield from moved_between(case, document, giver, taker, beyond)
    for giver in grown[:1]:
        yield from make(case, document, giver, EXACT.subtract(worth_of(case, giver), beyond))
    if finding.place.table == "partner" and case.several:
        others = {place_of_costs(case, case.budget.costs[index]) for index in shrunk[:1]}
        for other in others - {finding.place}:
            yield from handed_over(case, document, finding.place, other, beyond)
