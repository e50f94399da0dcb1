"""Mends of what rounding leaves between parts and their whole: the part that takes it, the stated figure."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from budjettitui.checks.case import Case
from budjettitui.checks.mendable import mend_of
from budjettitui.checks.mends import gaps
from budjettitui.checks.mends.meeting import years_with
from budjettitui.checks.mends.money import figure_of, funding_moved, sheet_of
from budjettitui.checks.mends.writing import amount_at, fix_of, moved
from budjettitui.checks.totals import QUANTITIES
from budjettitui.document import Document
from budjettitui.edits import Edit
from budjettitui.figures.sums import Sum
from budjettitui.findings import Finding, Fix, Path, Place
from budjettitui.model import name_of_row
from budjettitui.money import EXACT, ZERO
from budjettitui.values import replace

MOST_LINES = 4
"""So many lines of costs are tried, each by itself."""


def move_part(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Move the part that is largest, and so changed least, by what is missing; or state what adds up.

    A row that misses what it comes to is mended as the check mends it of which it is the rounding.
    """
    difference = finding.difference or ZERO
    if finding.values.get("between"):
        yield from _support_moved(case, document, finding, -difference)
        for edits, values in funding_moved(case, document, finding.place, -difference):
            yield _moved_fix(edits, values, -difference)
        ways = gaps.take_off if difference > ZERO else gaps.fill_gap
        lines = gaps.costs_of_lines(case, document, finding.place, difference, most=MOST_LINES)
        yield from (replace(fix, last=True) for fix in chain(ways(case, document, finding), lines))
        return
    if finding.found_by:
        yield from mend_of(finding.found_by)(case, document, finding)
        return
    one = _sum_of(case, finding)
    path = _largest(document, one) if one is not None else None
    edit = moved(document, path, difference) if path is not None else None
    now = amount_at(document, path) if path is not None else None
    if edit is not None and now is not None and path is not None:
        values = {"line": _label(case, path), "gap": abs(difference), "to": EXACT.add(now, difference)}
        yield fix_of("fix.move-part", [edit, *years_with(case, document, [edit])], **values)
    yield from _as_beyond_rounding(case, document, finding)


def _as_beyond_rounding(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """State what adds up; last what mends a total that misses by more, but for a line of what is missing."""
    from budjettitui.checks.mends import wholes

    for fix in wholes.whole(case, document, finding):
        if fix.title != "fix.add-line":
            yield fix if fix.title.startswith("fix.set-stated") else replace(fix, last=True)


def _support_moved(case: Case, document: Document, finding: Finding, by: Decimal) -> Iterator[Fix]:
    """The support takes what rounding leaves, where the rules say that it does."""
    if case.terms.rules.word("rounding.remainder") != "support":
        return
    path = figure_of(sheet_of(case, finding.place), "support")
    edit, now = (moved(document, path, by), amount_at(document, path)) if path is not None else (None, None)
    if edit is not None and now is not None and path is not None:
        yield fix_of("fix.move-part", [edit], line=_label(case, path), gap=abs(by), to=EXACT.add(now, by))


def _moved_fix(edits: list[Edit], values: dict[str, object], by: Decimal) -> Fix:
    at = values.get("at")
    line = values.get("line") or at or values.get("kind") or ""
    known = {} if at is None else {"at": at}
    return fix_of("fix.move-part", edits, line=line, gap=abs(by), to=values["to"], **known)


def _sum_of(case: Case, finding: Finding) -> Sum | None:
    quantity = QUANTITIES.get(str(finding.values.get("key")))
    spread = case.figures.spreads[quantity.name] if quantity is not None else None
    if spread is None:
        return None
    return spread.partners.get(str(finding.place.name)) if finding.place.table == "partner" else spread.project


def _largest(document: Document, one: Sum) -> Path | None:
    found = []
    for anchor in one.anchors:
        path = (*anchor, "amount") if len(anchor) == 2 and isinstance(anchor[1], int) else anchor
        amount = amount_at(document, path)
        if amount is not None:
            found.append((amount, path))
    return max(found, key=lambda part: part[0])[1] if found else None


def _label(case: Case, path: Path) -> str | Place:
    if path[0] not in ("cost", "income", "funding") or not isinstance(path[1], int):
        return Place(str(path[0]))
    return name_of_row(str(path[0]), path[1], case.budget.rows(str(path[0]))[path[1]])
