"""Proofs of a partner's part: of the whole, and of what the totals leave over."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.findings import Finding
from budjettitui.money import EXACT, percent_of, ratio, to_decimals
from budjettitui.proof.rates import PROJECT
from budjettitui.proof.reading import Reading
from budjettitui.proof.steps import ProofStep, apart, limit, named
from budjettitui.values import replace


def concentration(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """A partner's costs as a part of all costs, beside the most; and the same in money."""
    file, rule = Reading(case), case.terms.costs.partner_max
    own, whole = file.sheet(finding.place).costs, file.sheet(PROJECT).costs
    if rule is None or not isinstance(rule.value, Decimal) or own.value is None or whole.value is None:
        return
    yield from file.sum("costs", whole)
    who = named(case, finding.place)
    for step in file.sum("costs", own):
        yield replace(step, name=who) if step.what == "costs" and not step.indent else step
    yield ProofStep("costs", whole.value, "/")
    yield ProofStep("part_of_whole", to_decimals(ratio(own.value, whole.value), 6), "=", percent=True)
    if finding.percent:
        yield limit(case, "most_rate", rule, percent=True)
        yield from apart(finding)
    yield ProofStep("costs", whole.value)
    yield limit(case, "most_rate", rule, "x", percent=True)
    allowed = percent_of(rule.value, whole.value)
    yield ProofStep("most", allowed, "=")
    yield ProofStep("costs", own.value, "", who)
    yield ProofStep("over", EXACT.subtract(own.value, allowed), "=")
    yield ProofStep("allowed", case.tolerance(1, own.value, whole.value), "<=")


def left_over(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """Each figure of a partner that is what the totals leave over: the total, and what the others have of it."""
    file = Reading(case)
    sheet = file.sheet(finding.place)
    for what, one in (("costs", sheet.costs), ("income", sheet.income), *sheet.kinds.items()):
        if one.origin == "left":
            yield from file.sum(what if what in ("costs", "income", "support", "own") else f"funding.{what}", one)
