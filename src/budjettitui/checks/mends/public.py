"""Mends of public money above what it may be: private money in its place, or less of it with the costs."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.balance import giving, kept, new_line
from budjettitui.checks.mends.movable import Movable, movables, written
from budjettitui.checks.mends.writing import fix_of, set_amount
from budjettitui.checks.support import is_public, public_money
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix, Place
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, rounded, times
from budjettitui.values import replace

PROJECT = Place("project")

GIVES_WAY = ("municipal", "other-public", "own", "support")
"""Which public money gives way first: what the municipality or another body pays, last the support."""


def under_limit(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Private money in the place of some public money; or less public money, with the costs that it paid."""
    if finding.expected is None or finding.actual is None:
        return
    over = EXACT.subtract(finding.actual, rounded(finding.expected, case.unit(finding.actual), "down"))
    if over <= ZERO:
        return
    lines = [part for part in _public(case, document) if part.now >= over]
    for part in lines[:2]:
        yield from _private_instead(case, document, part, over)
    yield from _less_costs(case, document, finding, over)


def _public(case: Case, document: Document) -> Iterator[Movable]:
    """The figures of public money, those that give way first first."""
    for kind in GIVES_WAY:
        for part in movables(case, document, PROJECT, kind):
            row = (
                case.budget.funding[part.path[1]]
                if part.path[0] == "funding" and isinstance(part.path[1], int)
                else None
            )
            if is_public(case, row) if row is not None else kind != "own":
                yield part


def _private_instead(case: Case, document: Document, part: Movable, over: Decimal) -> Iterator[Fix]:
    """Private money pays what a public line gives up: an own or private line that is there, else a new one."""
    told = giving(case, document, part, over)
    there = [one for kind in ("private", "own") for one in movables(case, document, part.place, kind)]
    for other in [one for one in there if one.path != part.path][:1]:
        edits = written(case, document, [(part, -over), (other, over)])
        if edits is not None:
            yield fix_of("fix.instead", edits, **told, other=other.name, raised=EXACT.add(other.now, over))
    edits = written(case, document, [(part, -over)])
    if edits is not None:
        for kind in ("private", "own"):
            row = new_line(case, document, kind, over, part.place)
            yield replace(fix_of("fix.instead.new", [*edits, row], **told, new=kind, gap=over), last=kind == "own")


def _less_costs(case: Case, document: Document, finding: Finding, over: Decimal) -> Iterator[Fix]:
    """Less public money, and less costs by as much: of a percentage, so much that what stays is at it."""
    money, rate = public_money(case), finding.values.get("ceiling")
    if money is None:
        return
    less = over
    if isinstance(rate, Decimal):
        if rate >= HUNDRED:
            return
        private = EXACT.subtract(money[1], money[0])
        most = rounded(divided(times(private, rate), HUNDRED - rate), case.unit(*money), "down")
        less = EXACT.subtract(money[0], most)
    for line in [part for part in _public(case, document) if part.now >= less][:2]:
        for part in [one for one in movables(case, document, line.place, "costs") if one.now >= less][:1]:
            told = {**giving(case, document, line, less), "support": None}
            yield from kept(case, document, "fix.costs.down", PROJECT, [(part, -less), (line, -less)], None, told)


# where a document states public funding alone ------------------------------------------------------------------------
def larger_public(
    case: Case, document: Document, support: Decimal, rate: Decimal | None, stage: str | None = None
) -> Iterator[Fix]:
    """The stated public funding of which the support is as much as it may be, in per cent: where that figure is wrong."""
    if rate is None or rate <= ZERO:
        return
    goal = rounded(divided(times(support, HUNDRED), rate), case.unit(support), "up")
    for stated in case.budget.stated:
        if stated.of == "project" and stated.public_funding is not None:
            path = (*stated.anchor, "public_funding")
            edit = set_amount(document, path if stage is None else (*path, stage), goal)
            if edit is not None:
                yield fix_of("fix.public-funding", [edit], to=goal, stage=stage)
