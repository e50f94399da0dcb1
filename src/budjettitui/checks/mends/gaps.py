"""Mends of what does not meet: figures alone, and where a document states the same figure, that with it."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from budjettitui.checks.case import Case
from budjettitui.checks.mends import money
from budjettitui.checks.mends.balance import in_proportion, payers, set_aside, which
from budjettitui.checks.mends.flat import missing_at
from budjettitui.checks.mends.funding_lines import new_support
from budjettitui.checks.mends.misplaced import at_other_partner
from budjettitui.checks.mends.movable import follows, movables, sum_of, told_totals, written
from budjettitui.checks.mends.tied import cost_ways
from budjettitui.checks.mends.writing import fix_of
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix, Place
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, rounded, times, total
from budjettitui.values import replace

TWICE = Decimal(2)

MOST_PAYERS = 2
"""So many lines are tried, each by itself."""


def fill_gap(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Support where there is none, what else pays raised, costs lowered, another source; then with the totals that state it."""
    gap = -(finding.difference or ZERO)
    yield from at_other_partner(case, document, finding.place)
    yield from (fix for fix in new_support(case, document, finding.place, gap) if fix.values["gap"] == gap)
    yield from money.fill_gap(case, document, finding)
    yield from _paid(case, document, finding.place, gap)
    yield from costs_of_lines(case, document, finding.place, -gap)
    yield from _moved(case, document, finding.place, "support", gap)
    yield from _at_the_partner(case, document, finding.place, gap)


def take_off(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """What pays lowered, costs raised; then what pays, the support or the costs with the totals that state them."""
    over = finding.difference or ZERO
    yield from at_other_partner(case, document, finding.place)
    yield from money.take_off(case, document, finding)
    yield from missing_at(case, document, finding.place, over)
    yield from _moved(case, document, finding.place, "support", -over)
    yield from _paid(case, document, finding.place, -over)
    yield from costs_of_lines(case, document, finding.place, over)
    yield from _at_the_partner(case, document, finding.place, -over)
    yield from _of_the_support(case, document, finding.place)
    yield from _all_lowered(case, document, finding.place, over)


def meet(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The same of the project as a whole, and the funding that is stated of it."""
    yield from money.meet(case, document, finding)
    ways = take_off if finding.wording == "over" else fill_gap
    yield from ways(case, document, finding)


def _paid(case: Case, document: Document, place: Place, by: Decimal) -> Iterator[Fix]:
    """A line that pays moved, with the totals that state it and the appropriation that pays it; where none states it, the
    line alone has been tried, if it is not its years."""
    for part in islice(payers(case, document, place), MOST_PAYERS):
        shifts = ((part, by),)
        edits = written(case, document, shifts)
        totals = told_totals(edits or (), shifts)
        if edits is None or not (totals or part.by_years):
            continue
        told: dict[str, object] = {"kind": part.name, "to": EXACT.add(part.now, by), "at": part.at or place, **totals}
        told |= which(case, document, part)
        edits += set_aside(case, document, part, by, told)
        title = "fix.raise-funding" if by > ZERO else "fix.lower-funding"
        yield fix_of(title + (".with-appropriation" if "item" in told else ""), edits, **told)


def costs_of_lines(
    case: Case, document: Document, place: Place, by: Decimal, told_of: Place | None = None, *, most: int = 1
) -> Iterator[Fix]:
    """The costs of one line moved, with the flat rates that follow it and the totals that state it; of so many lines at most,
    each by itself."""
    whole = money.sheet_of(case, told_of or place).costs.value
    for shifts, _, line in islice(cost_ways(case, document, place, by, case.unit(by)), most):
        edits = written(case, document, shifts)
        if edits is not None and whole is not None:
            told = {
                "costs": EXACT.add(whole, by),
                "part": line or (place if told_of else None),
                **told_totals(edits, shifts),
            }
            yield fix_of(f"fix.costs.{'up' if by > ZERO else 'down'}", edits, **told, **follows(shifts))


def _at_the_partner(case: Case, document: Document, place: Place, by: Decimal) -> Iterator[Fix]:
    """Last, where the project's money is apart by what within rounding is one partner's: the costs and the support there.

    `by` is what pays would move by: what is missing, or below zero what is too much.
    """
    sheets = case.figures.partners if case.several and place.table == "project" else {}
    for name, sheet in sheets.items():
        if sheet.missing == by:
            one = Place("partner", name)
            ways = (costs_of_lines(case, document, one, -by, place), _moved(case, document, one, "support", by, place))
            yield from (replace(fix, last=True) for way in ways for fix in way)


def _of_the_support(case: Case, document: Document, place: Place) -> Iterator[Fix]:
    """Last, the costs of which the support as it is has the highest rate, where that is more: what is too much then may be
    missing, and is mended after it."""
    sheet, rule = money.sheet_of(case, place), case.terms.support.ceiling(case.partner(place.name or ""))
    rate, support, base = rule.value if rule is not None else None, sheet.support.value, sheet.rate_base
    if isinstance(rate, Decimal) and rate > ZERO and support is not None and base is not None:
        by = EXACT.subtract(rounded(divided(times(support, HUNDRED), rate), case.unit(support, base), "up"), base)
        yield from (replace(fix, last=True) for fix in (costs_of_lines(case, document, place, by) if by > ZERO else ()))


def _all_lowered(case: Case, document: Document, place: Place, over: Decimal) -> Iterator[Fix]:
    """All funding lowered in proportion, where no line alone is as large as what is too much; last, to less than half."""
    found = [*movables(case, document, place, "support"), *payers(case, document, place)]
    whole = total([part.now for part in found])
    if len(found) < 2 or whole <= over or any(part.now >= over for part in found):
        return
    shifts = in_proportion(found, -over, case.unit(over, *(part.now for part in found)))
    edits = written(case, document, shifts)
    if edits is not None:
        told = told_totals(edits, shifts)
        fix = fix_of("fix.lower-funding.all", edits, to=EXACT.subtract(whole, over), who=case.label(place), **told)
        yield replace(fix, last=whole < times(over, TWICE))


def _moved(
    case: Case, document: Document, place: Place, name: str, by: Decimal, told_of: Place | None = None
) -> Iterator[Fix]:
    """The largest part of the support moved, with the totals that state it."""
    found = movables(case, document, place, name)
    whole = sum_of(money.sheet_of(case, told_of or place), name).value
    for part in found[:1]:
        shifts = ((part, by),)
        edits = written(case, document, shifts)
        if edits is not None and whole is not None:
            told = {name: EXACT.add(whole, by), "part": (part.line or part.at) if len(found) > 1 or told_of else None}
            yield fix_of(f"fix.{name}.{'up' if by > ZERO else 'down'}", edits, **told, **told_totals(edits, shifts))
