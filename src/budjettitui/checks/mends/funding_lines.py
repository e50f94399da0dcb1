"""Mends by a whole line of funding: a new line of support, and a line that may be of another kind than it says."""

from collections.abc import Collection, Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.balance import new_line, payers
from budjettitui.checks.mends.money import sheet_of
from budjettitui.checks.mends.movable import movables, told_totals, written
from budjettitui.checks.mends.writing import fix_of, row_told
from budjettitui.document import Document, spell
from budjettitui.edits import Set
from budjettitui.findings import Fix, Place
from budjettitui.money import EXACT, ZERO, percent_of, rounded
from budjettitui.values import replace


def new_support(case: Case, document: Document, place: Place, most: Decimal) -> Iterator[Fix]:
    """A line of support for a place that has none: what its ceiling allows and no more than `most`; other money pays less
    where nothing is missing.
    """
    rule, sheet = case.terms.support.ceiling(case.partner(place.name or "")), sheet_of(case, place)
    if rule is None or not isinstance(rule.value, Decimal) or sheet.rate_base is None:
        return
    if sheet.support.value or movables(case, document, place, "support"):
        return
    gap = min(rounded(percent_of(rule.value, sheet.rate_base), case.unit(sheet.rate_base), "down"), most)
    over = EXACT.subtract(gap, max(sheet.missing or ZERO, ZERO))
    told: dict[str, object] = {"gap": gap, "who": case.label(place) if place.table == "partner" else None}
    if gap <= ZERO:
        return
    if over <= ZERO:
        yield fix_of("fix.apply-for", [new_line(case, document, "support", gap, place)], **told)
        return
    for payer in [one for one in payers(case, document, place) if one.now > over][:1]:
        edits = written(case, document, [(payer, -over)])
        if edits is not None:
            told |= {"kind": payer.name, "to": EXACT.subtract(payer.now, over)}
            told |= told_totals(edits, [(payer, -over)])
            yield fix_of("fix.apply-for", [*edits, new_line(case, document, "support", gap, place)], **told)


def of_another_kind(
    case: Case, document: Document, kind: str, among: Collection[str], least: Decimal, most: Decimal | None = None
) -> Iterator[Fix]:
    """A line without a payer of its own that may be of another kind: last, since what it is a person has to know."""
    for index, row in enumerate(case.budget.funding):
        worth = case.figures.worths["funding", index].value
        if row.kind not in among or row.payer is not None or row.unread or worth is None or worth < least:
            continue
        if most is None or worth <= most:
            told = row_told(case, "funding", index) | {"amount": worth, "kind": kind}
            yield replace(fix_of("fix.is-kind", [Set(("funding", index, "kind"), spell(kind))], **told), last=True)
