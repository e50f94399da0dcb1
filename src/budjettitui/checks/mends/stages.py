"""Mends of figures of later stages: what was granted or realised beside what came before."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.balance import kept
from budjettitui.checks.mends.movable import movables
from budjettitui.checks.mends.public import larger_public
from budjettitui.checks.mends.support import PROJECT
from budjettitui.checks.mends.writing import amount_at, fix_of, moved, set_amount
from budjettitui.document import Document
from budjettitui.edits import Edit
from budjettitui.findings import Finding, Fix, Path
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, rounded, times


def in_order(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The later figure as the earlier; the earlier as the later; the two the other way round."""
    later, earlier, anchor = finding.values.get("later"), finding.values.get("earlier"), finding.anchor
    before, after = finding.expected, finding.actual
    if not isinstance(later, str) or not isinstance(earlier, str) or anchor is None or before is None or after is None:
        return
    there, here = anchor, (*anchor[:-1], earlier)
    if anchor[-1] != later or amount_at(document, there) != after or amount_at(document, here) != before:
        return
    down, up = set_amount(document, there, before), set_amount(document, here, after)
    swapped = {"stage": later, "to": before, "other": earlier, "raised": after}
    if down is not None and up is not None:
        yield fix_of("fix.stage", [down], stage=later, to=before)
        yield fix_of("fix.stage", [up], stage=earlier, to=after)
        yield fix_of("fix.stage.swapped", [down, up], **swapped)


def realised_rate(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The realised support at the granted rate: the rest is to be returned; or the realised costs that it is the rate of."""
    realised = case.figures.stages.get("realised")
    most, now = finding.expected, finding.actual
    if realised is None or most is None or now is None:
        return
    unit = case.unit(now)
    goal = rounded(most, unit, "down")
    for path in _paths(document, realised.project.support.anchors, "realised")[:2]:
        to = EXACT.add(amount_at(document, path) or ZERO, EXACT.subtract(goal, now))
        edit = set_amount(document, path, to)
        if edit is not None:
            yield fix_of("fix.stage.returned", [edit], to=goal, gap=EXACT.subtract(now, goal))
    costs = realised.project.costs
    base = realised.project.rate_base
    if realised.project.rate_on_public:
        yield from larger_public(case, document, now, divided(times(most, HUNDRED), base) if base else None, "realised")
    if base is None or costs.value is None or most <= ZERO or realised.project.rate_on_public:
        return
    more = EXACT.subtract(rounded(divided(times(now, base), most), unit, "up"), base)
    for path in _paths(document, costs.anchors, "realised")[:1]:
        edit = set_amount(document, path, EXACT.add(amount_at(document, path) or ZERO, more))
        if edit is not None:
            yield fix_of("fix.stage.costs", [edit], to=EXACT.add(costs.value, more), gap=more)


def returned(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """What makes the two the same, where the file has not been told all: a later decision, or support that was used."""
    if finding.expected is None or finding.actual is None:
        return
    gap = EXACT.subtract(finding.expected, finding.actual)
    for stage, to, by in (("granted", finding.actual, -gap), ("realised", finding.expected, gap)):
        edit = _support_at(case, document, stage, by)
        if edit is None:
            continue
        yield fix_of(f"fix.stage.{stage}-support", [edit], to=to, gap=gap)
        for name, whole, base in _bases(case, document, stage):
            yield fix_of(f"fix.stage.{stage}-support", [edit, base], to=to, gap=gap, figure=name, whole=whole)


def _support_at(case: Case, document: Document, stage: str, by: Decimal) -> Edit | None:
    """The largest figure of a stage's support moved."""
    figures = case.figures.stages.get(stage)
    paths = [] if figures is None else _paths(document, figures.project.support.anchors, stage)
    return moved(document, paths[0], by) if paths else None


def _bases(case: Case, document: Document, stage: str) -> Iterator[tuple[str, Decimal, Edit]]:
    """The project's stated costs, or its public funding, of a stage as of the other: what the support then is of."""
    for stated in case.budget.stated:
        for name in ("costs", "public_funding") if stated.of == "project" else ():
            figure = getattr(stated, name)
            if figure is None or figure.realised is None:
                continue
            before = "granted" if figure.granted is not None else "planned"
            amounts = {"realised": figure.at(before), "granted": figure.realised}
            path, amount = (*stated.anchor, name, before if stage == "granted" else "realised"), amounts[stage]
            edit = None if amount is None else set_amount(document, path, amount.value)
            if edit is not None and amount is not None:
                yield name, amount.value, edit


def _paths(document: Document, anchors: tuple[Path, ...], stage: str) -> list[Path]:
    """Where figures of a stage are written, the largest first."""
    found = [((*anchor, stage), amount_at(document, (*anchor, stage))) for anchor in anchors]
    known = [(path, now) for path, now in found if now is not None]
    return [path for path, _ in sorted(known, key=lambda one: -one[1])]


def grant_short(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Plan with the support that was granted: own funding pays the rest, another source does, or the costs are lower."""
    planned = case.figures.project.support.value
    gap = finding.values.get("gap")
    if finding.actual is None or planned is None or not isinstance(gap, Decimal):
        return
    by = EXACT.subtract(finding.actual, planned)
    for support in movables(case, document, PROJECT, "support")[:1]:
        ways = list(kept(case, document, "fix.support.down", PROJECT, [(support, by)]))
        yield from ways[:1]
        for part in movables(case, document, support.place, "costs")[:1]:
            yield from kept(case, document, "fix.costs.down", PROJECT, [(part, by), (support, by)])
        yield from ways[1:]
