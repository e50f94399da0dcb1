"""Mends of sources of money: the kind that a line plainly is, other money in its place, a source that has to be there."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.balance import giving, kept, new_line
from budjettitui.checks.mends.money import sheet_of
from budjettitui.checks.mends.movable import Movable, movables, written
from budjettitui.checks.mends.support import PROJECT
from budjettitui.checks.mends.writing import fix_of, new_row, set_amount, taken_out
from budjettitui.document import Document, spell
from budjettitui.edits import Edit, Set
from budjettitui.findings import Finding, Fix, Place
from budjettitui.model import Funding, place_of
from budjettitui.money import EXACT, HUNDRED, ONE, ZERO, divided, percent_of, rounded, times
from budjettitui.values import replace

_OF_BODY = {"municipality": ("municipal",), "state": ("other-public",)}
"""What money of a public partner is."""


def _line(case: Case, finding: Finding) -> tuple[int, Funding] | None:
    """The funding line that a finding is of."""
    anchor = finding.anchor
    if anchor is None or anchor[0] != "funding" or not isinstance(anchor[1], int):
        return None
    return anchor[1], case.budget.funding[anchor[1]]


def _owner(case: Case, row: Funding) -> Place:
    owner = case.figures.books.owner(row)
    return Place("partner", owner) if case.several and owner in case.figures.partners else PROJECT


def as_public(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The kind that a public body's money is: what its payer says, else either of the two."""
    line = _line(case, finding)
    if line is None:
        return
    index, row = line
    payer = case.partner(row.payer) if row.payer is not None else None
    kinds = _OF_BODY.get((payer.kind if payer is not None else None) or "", ("other-public", "municipal"))
    if payer is not None and case.figures.books.owner(row) == payer.id:
        kinds = ("own", *kinds)
    for kind in kinds:
        yield fix_of("fix.kind", [Set(("funding", index, "kind"), spell(kind))], to=kind)


def as_income(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Move revenue to the income, where it lowers the costs; then with the support that the lower costs allow."""
    line = _line(case, finding)
    amount = document.spelling(("funding", line[0], "amount")) if line is not None else None
    if line is None or amount is None or line[1].years or finding.actual is None:
        return
    index, row = line
    place = _owner(case, row)
    items = [(key, spell(getattr(row, key))) for key in ("id", "description") if getattr(row, key) is not None]
    items += [("partner", spell(place.name))] if place.table == "partner" else []
    move: list[Edit] = [new_row(document, "income", (*items, ("amount", amount))), *_gone(document, index)]
    yield fix_of("fix.to-income", move, gap=finding.actual)
    yield from _income_left_out(case, document, index, finding.actual)
    sheet = sheet_of(case, place)
    if sheet.rate_base is None or sheet.support.value is None or sheet.rate_base <= ZERO:
        return
    base = EXACT.subtract(sheet.rate_base, finding.actual)
    then = rounded(divided(times(sheet.support.value, base), sheet.rate_base), case.unit(finding.actual), "down")
    by = EXACT.subtract(then, sheet.support.value)
    for support in movables(case, document, place, "support")[:1]:
        for own in movables(case, document, place, "own")[:1]:
            edits = written(case, document, [(support, by), (own, -by)])
            if edits is not None:
                told = {"support": then, "own": EXACT.subtract(own.now, by), "gap": finding.actual}
                yield fix_of("fix.to-income.with-support", [*edits, *move], **told)


def _income_left_out(case: Case, document: Document, index: int, amount: Decimal) -> Iterator[Fix]:
    """Where revenue counts as nobody's own money and there is none: own funding in its place."""
    row = case.budget.funding[index]
    if amount > ZERO and not movables(case, document, _owner(case, row), "own"):
        own = new_line(case, document, "own", amount, _owner(case, row))
        told = {"gap": amount, "line": _source(case, index, row), "new": "own"}
        yield replace(fix_of("fix.without.new", [own, *_gone(document, index)], **told), last=True)


def as_support(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Where the call itself gives support from the fund of the line, it is support; else other money in its place."""
    line = _line(case, finding)
    if line is not None and (line[1].fund or "") in case.budget.call.funds:
        yield fix_of("fix.kind", [Set(("funding", line[0], "kind"), spell("support"))], to="support")
    yield from without_it(case, document, finding)


def without_it(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Leave the line out: own funding pays in its place, or another line, a new one, or the costs are lower with support."""
    line, amount = _line(case, finding), finding.actual
    if line is None or amount is None or amount <= ZERO:
        return
    index, row = line
    place = _owner(case, row)
    gone = _gone(document, index)
    told: dict[str, object] = {
        "gap": amount,
        "line": _source(case, index, row),
    }
    kinds = ("own", "municipal", "other-public", "private")
    others = [
        one for kind in kinds for one in movables(case, document, place, kind) if one.path[:2] != ("funding", index)
    ]
    for other in [one for one in others if one.name == "own" or one.confirmed][:2]:
        edits = written(case, document, [(other, amount)])
        if edits is not None:
            told_more = {"kind": other.name, "to": EXACT.add(other.now, amount), "at": other.at or other.place}
            yield fix_of("fix.without", [*edits, *gone], **told, **told_more)
    yield from _cheaper(case, document, place, amount, told, gone)
    if not any(one.name == "own" for one in others):
        row_ = new_line(case, document, "own", amount, place)
        yield fix_of("fix.without.new", [row_, *gone], **told, new="own")
    unsure = new_line(case, document, "other", amount, place)
    yield replace(fix_of("fix.without.new", [unsure, *gone], **told, new="other"), last=True)


def confirmed(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Other money in the place of what is not sure; last that it is sure, which the payer has to say."""
    yield from without_it(case, document, finding)
    line = _line(case, finding)
    if line is not None:
        sure = Set(("funding", line[0], "confirmed"), "true")
        yield replace(fix_of("fix.confirm", [sure], line=_source(case, *line)), last=True)


def _source(case: Case, index: int, row: Funding) -> str | Place:
    """What people call a source of money: who pays, what it is, from which fund, else the line."""
    payer = case.label(Place("partner", row.payer)) if row.payer is not None else None
    fund = Place("fund", row.fund) if row.fund is not None else None
    return payer or row.description or fund or place_of("funding", index, row)


def _gone(document: Document, index: int) -> list[Edit]:
    """The line taken out. One with a comment stays, at zero: nothing that people wrote is lost."""
    edit = taken_out(document, ("funding", index)) or set_amount(document, ("funding", index, "amount"), ZERO)
    return [] if edit is None else [edit]


def _cheaper(
    case: Case, document: Document, place: Place, amount: Decimal, told: dict[str, object], gone: list[Edit]
) -> Iterator[Fix]:
    """The costs lower by what the line paid, and by the support of that."""
    sheet = sheet_of(case, place)
    costs, support = movables(case, document, place, "costs")[:1], movables(case, document, place, "support")[:1]
    if not costs or sheet.need is None or sheet.need <= ZERO or sheet.net_costs is None or sheet.costs.value is None:
        return
    now = sheet.support.value or ZERO
    of_the_rest = divided(times(now, EXACT.subtract(sheet.need, amount)), sheet.need)
    then = rounded(of_the_rest, case.unit(amount, now), "down")
    less = EXACT.add(amount, EXACT.subtract(now, then))
    shifts = [(costs[0], -less), *([(support[0], EXACT.subtract(then, now))] if support and now else [])]
    edits = written(case, document, shifts)
    if edits is not None:
        figures = {"costs": EXACT.subtract(sheet.costs.value, less), "support": then if support and now else None}
        yield fix_of("fix.without.cheaper", [*edits, *gone], **told, **figures)


# a source that has to be there -----------------------------------------------------------------------------------------
def required(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """A line of the kind that is missing, as large as the rules or the gap say, in the place of support or private money."""
    kind, sheet = finding.values.get("kind"), case.figures.project
    if not isinstance(kind, str):
        return
    if sheet.missing is not None and sheet.missing > ZERO and finding.expected is None:
        yield fix_of(
            "fix.own.new", [new_line(case, document, kind, sheet.missing, PROJECT)], new=kind, gap=sheet.missing
        )
    amounts = list(_how_much(case, finding))
    if not amounts and kind == "own":
        yield from _own_for_all_of_it(case, document)
        yield from _least_beside(case, document)
    for name, more in amounts:
        for gives in [one for one in movables(case, document, PROJECT, name) if one.now >= more > ZERO][:1]:
            yield from _in_place_of(case, document, gives, kind, more)
            if kind == "other-public" and name == "support":
                yield from (replace(fix, last=True) for fix in _in_place_of(case, document, gives, "own", more))


def _own_for_all_of_it(case: Case, document: Document) -> Iterator[Fix]:
    """Own funding for all that another source pays: how large a part of it the applicant pays, no rule says."""
    for index, row in enumerate(case.budget.funding):
        amount = case.figures.worths["funding", index].value
        if row.kind in ("private", "other", "other-public", "municipal") and amount:
            own = new_line(case, document, "own", amount, _owner(case, row))
            line = _source(case, index, row)
            yield fix_of("fix.without.new", [own, *_gone(document, index)], gap=amount, line=line, new="own")
            for gives in [one for one in movables(case, document, PROJECT, "support") if one.now > amount][:1]:
                yield from (replace(fix, last=True) for fix in _in_place_of(case, document, gives, "own", amount))


def _least_beside(case: Case, document: Document) -> Iterator[Fix]:
    """The smallest of own funding, or of another source, beside support that covers all: how much, no rule says."""
    for gives in movables(case, document, PROJECT, "support")[:1]:
        least = max(case.unit(gives.now), ONE)
        for kind in ("own", "other") if gives.now > least else ():
            lowered = written(case, document, [(gives, -least)]) or []
            told = {**giving(case, document, gives, least), "new": kind, "gap": least}
            row = new_line(case, document, kind, least, gives.place)
            yield replace(fix_of("fix.instead.least", [*lowered, row], **told), last=True)


def _how_much(case: Case, finding: Finding) -> Iterator[tuple[str, Decimal]]:
    """The sum that a kind has to be, in the place of support, and of money that is private."""
    least, rate = case.terms.own.minimum, finding.values.get("rate")
    if finding.expected is not None and finding.difference is not None and isinstance(rate, Decimal):
        unit = case.unit(finding.expected, finding.actual)
        less = rounded(-finding.difference, unit, "up")
        yield "support", less
        yield "private", rounded(divided(times(less, HUNDRED), HUNDRED - rate), unit, "up")
    elif finding.values.get("kind") == "own" and least is not None and isinstance(least.value, Decimal):
        base = case.figures.project.net_costs or ZERO
        for name in ("support", "private", "other", "municipal"):
            yield name, rounded(percent_of(least.value, base), case.unit(base), "up")


def _in_place_of(case: Case, document: Document, gives: Movable, kind: str, more: Decimal) -> Iterator[Fix]:
    told = giving(case, document, gives, more)
    for line in movables(case, document, PROJECT, kind)[:1]:
        for fix in kept(case, document, "fix.instead", PROJECT, [(gives, -more), (line, more)], None, told):
            raised = {**fix.values, "other": kind, "raised": EXACT.add(line.now, more)}
            yield fix_of("fix.instead", fix.change.edits, **raised)
    edits = written(case, document, [(gives, -more)])
    if edits is not None:
        row = new_line(case, document, kind, more, gives.place)
        yield fix_of("fix.instead.new", [*edits, row], **told, new=kind, gap=more)
