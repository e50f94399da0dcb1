"""Mends of a stated support rate: the rate as the figures have it, or the support, or the costs, that have the rate."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.lines import unit_of
from budjettitui.checks.mends.money import figure_of, funding_moved, sheet_of
from budjettitui.checks.mends.movable import movables
from budjettitui.checks.mends.support import support_moved
from budjettitui.checks.mends.writing import fix_of, moved, taken_out
from budjettitui.document import Document, respell
from budjettitui.edits import Set
from budjettitui.findings import Finding, Fix
from budjettitui.money import EXACT, HUNDRED, ZERO, decimals_written, divided, percent_of, rounded, times, to_decimals
from budjettitui.values import replace


def stated_rate(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """State the rate that the figures have, at the decimals that were written; or bring the figures to it."""
    old = document.spelling(finding.anchor) if finding.anchor is not None else None
    if old is None or finding.anchor is None or finding.expected is None or finding.actual is None:
        return
    rate = to_decimals(finding.expected, decimals_written(finding.actual))
    yield fix_of("fix.set-rate", [Set(finding.anchor, respell(old, rate))], to=rate)
    yield from _support(case, document, finding, finding.actual)
    yield from _costs(case, document, finding, finding.actual)
    gone = taken_out(document, finding.anchor)
    if gone is not None:
        yield replace(fix_of("fix.leave-stated.rate", [gone], to=finding.expected), last=True)


def _support(case: Case, document: Document, finding: Finding, rate: Decimal) -> Iterator[Fix]:
    """The support of which the rate is stated, alone or with other funding in its place."""
    sheet = sheet_of(case, finding.place)
    path, base, now = figure_of(sheet, "support"), sheet.rate_base, sheet.support.value
    if base is None or now is None:
        return
    to = rounded(percent_of(rate, base), unit_of(case), case.terms.rounding("support"))
    by = EXACT.subtract(to, now)
    if path is None:
        yield from support_moved(case, document, finding.place, movables(case, document, finding.place, "support"), by)
        return
    edit = moved(document, path, by)
    if edit is None:
        return
    yield fix_of("fix.set-support", [edit], to=to)
    for edits, values in funding_moved(case, document, finding.place, -by):
        yield fix_of("fix.set-support", [edit, *edits], to=to, meets=True, cover=values["kind"], covered=values["to"])
        return


def _costs(case: Case, document: Document, finding: Finding, rate: Decimal) -> Iterator[Fix]:
    """The costs of which the support is that rate, alone or with the funding that covers them."""
    sheet = sheet_of(case, finding.place)
    path, base, support = figure_of(sheet, "costs"), sheet.rate_base, sheet.support.value
    if path is None or base is None or support is None or rate <= ZERO or sheet.costs.value is None:
        return
    by = EXACT.subtract(rounded(divided(times(support, HUNDRED), rate), unit_of(case), "up"), base)
    edit = moved(document, path, by)
    if edit is None:
        return
    to = EXACT.add(sheet.costs.value, by)
    yield fix_of("fix.set-costs", [edit], to=to)
    for edits, values in funding_moved(case, document, finding.place, by):
        yield fix_of("fix.set-costs", [edit, *edits], to=to, meets=True, cover=values["kind"], covered=values["to"])
        return
