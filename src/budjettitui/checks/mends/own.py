"""Mends of own funding that is too little or not known: more of it in the place of other money, or who pays."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.balance import giving, new_line
from budjettitui.checks.mends.funding_lines import of_another_kind
from budjettitui.checks.mends.limits import costs_to
from budjettitui.checks.mends.money import PAYS, sheet_of
from budjettitui.checks.mends.movable import Movable, movables, told_totals, written
from budjettitui.checks.mends.writing import fix_of
from budjettitui.document import Document
from budjettitui.edits import Edit
from budjettitui.findings import Finding, Fix, Place
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, rounded, times, total


def at_least(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Own funding at its least in the place of support, of another source, or of what is missing; or costs it suffices for."""
    place, percent = finding.place, finding.values.get("percent")
    less, base = -(finding.difference or ZERO), finding.values.get("base")
    if not isinstance(percent, Decimal) or not isinstance(base, Decimal) or not ZERO < percent < HUNDRED:
        return
    missing = sheet_of(case, place).missing or ZERO
    if missing > ZERO:
        yield from _more_own(case, document, place, max(less, missing), None, finding.actual)
    for kind in ("support", *(kind for kind in PAYS if kind != "own")):
        more = less
        if kind != "support" and case.terms.own.base == "net_need":
            short = EXACT.subtract(times(percent, base), times(HUNDRED, finding.actual or ZERO))
            more = rounded(divided(short, HUNDRED - percent), case.unit(less, finding.actual), "up")
        for part in movables(case, document, place, kind)[:1]:
            if part.now != more or not _may_be_own(case, part):
                yield from _more_own(
                    case, document, part.place, more, part, finding.actual if part.place == place else None
                )
    several = sum(row.kind == "support" for row in case.budget.funding) > 1
    yield from of_another_kind(case, document, "own", (*MAY_BE_OWN, "support") if several else MAY_BE_OWN, less)
    goal = rounded(divided(times(finding.actual or ZERO, HUNDRED), percent), case.unit(finding.actual, base), "down")
    costs = sheet_of(case, place).costs.value
    if costs is not None and ZERO < goal < base:
        yield from costs_to(case, document, place, EXACT.subtract(costs, EXACT.subtract(base, goal)))


MAY_BE_OWN = ("other", "private")
"""Kinds of funding that may be own funding where nobody else is named as the payer."""


def _may_be_own(case: Case, part: Movable) -> bool:
    """True of a line that is rather own funding itself than a line of which nothing is left."""
    if part.path[0] != "funding" or not isinstance(part.path[1], int):
        return False
    row = case.budget.funding[part.path[1]]
    return row.kind in MAY_BE_OWN and row.payer is None


def _more_own(
    case: Case, document: Document, place: Place, more: Decimal, gives: Movable | None, now: Decimal | None = None
) -> Iterator[Fix]:
    """Own funding (`now` in all, where that is told) raised, or a line of it added, and another line lowered by as much."""
    if gives is not None and gives.now < more:
        return
    lowered = [] if gives is None else written(case, document, [(gives, -more)])
    if lowered is None:
        return
    told: dict[str, object] = {"gap": more}
    if gives is not None:
        told |= giving(case, document, gives, more)
    told["who"] = case.label(place) or None
    told["part"] = None if told.get("part") == told["who"] else told.get("part")
    for own in movables(case, document, place, "own")[:1]:
        shifts = [(own, more), *([(gives, -more)] if gives is not None else [])]
        edits = written(case, document, shifts)
        if edits is not None:
            to = EXACT.add(own.now if now is None else now, more)
            yield fix_of("fix.own", edits, **told, own=to, **told_totals(edits, shifts))
            return
    yield fix_of("fix.own.new", [new_line(case, document, "own", more, place), *lowered], **told)


def of_every_partner(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Own funding of a partner that has none: what is missing, else what the ceiling leaves, in the place of support."""
    place, sheet = finding.place, sheet_of(case, finding.place)
    missing = sheet.missing or ZERO
    amount = missing if missing > ZERO else _own_part(case, place)
    if amount is None or amount <= ZERO:
        return
    support = movables(case, document, place, "support")[:1] if missing <= ZERO else []
    yield from _more_own(case, document, place, amount, support[0] if support else None)
    lowered: list[Edit] | None = written(case, document, [(support[0], -amount)]) if support else []
    told: dict[str, object] = {"gap": amount}
    if support:
        told |= giving(case, document, support[0], amount)
    for payer in _who_else(case, place)[:2] if lowered is not None else ():
        row = new_line(case, document, _kind_from(case, payer), amount, place, payer)
        yield fix_of("fix.paid-by", [row, *(lowered or [])], **told, payer=case.label(Place("partner", payer)))


def _own_part(case: Case, place: Place) -> Decimal | None:
    """The own funding that a ceiling leaves somebody; without one the least that is asked, else what the others bring."""
    base, least = sheet_of(case, place).rate_base, case.terms.own.minimum
    rule = case.terms.support.ceiling(case.partner(place.name) if place.name else None)
    part: tuple[Decimal, Decimal] | None
    if rule is not None and isinstance(rule.value, Decimal):
        part = HUNDRED - rule.value, HUNDRED
    else:
        part = (least.value, HUNDRED) if least and isinstance(least.value, Decimal) else _of_others(case, place)
    if base is None or part is None:
        return None
    return rounded(divided(times(part[0], base), part[1]), case.unit(base), "up")


def _of_others(case: Case, place: Place) -> tuple[Decimal, Decimal] | None:
    """The own funding of the other partners that have any, and the costs that it is of."""
    sheets = [sheet for name, sheet in case.figures.partners.items() if name != place.name and sheet.own.value]
    own = total([sheet.own.value or ZERO for sheet in sheets])
    base = total([sheet.rate_base or ZERO for sheet in sheets])
    return (own, base) if base > ZERO else None


def _who_else(case: Case, place: Place) -> list[str]:
    """The other partners, the lead first, then those that are a municipality."""
    found = [
        one for one in case.budget.partners if one.id is not None and one.id != place.name and one.role != "others"
    ]
    found.sort(key=lambda one: (one.role != "lead", one.kind != "municipality"))
    return [one.id for one in found if one.id is not None]


def _kind_from(case: Case, payer: str) -> str:
    """What money of a partner is to another: a municipality's is municipal, the state's is public, else other."""
    partner = case.partner(payer)
    return {"municipality": "municipal", "state": "other-public"}.get(
        (partner.kind if partner else None) or "", "other"
    )


def who_pays(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Say who covers a need: own funding, another partner, another source that is not sure yet."""
    need, place = finding.expected, finding.place
    if need is None or need <= ZERO:
        return
    own = new_line(case, document, "own", need, place)
    yield fix_of("fix.own-pays", [own], gap=need)
    for payer in _who_else(case, place)[:1] if case.several else ():
        row = new_line(case, document, _kind_from(case, payer), need, place, payer)
        yield fix_of("fix.paid-by", [row], gap=need, payer=case.label(Place("partner", payer)))
    yield fix_of("fix.other-source", [new_line(case, document, "other", need, place)], gap=need, kind="other")


def nothing_to_support(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Apply for nothing; or lower the income or the funding that leaves nothing to support; or raise the costs."""
    place, sheet = finding.place, sheet_of(case, finding.place)
    if sheet.net_costs is None or sheet.support.value is None or sheet.costs.value is None:
        return
    over = EXACT.subtract(EXACT.add(sheet.support.value, sheet.covered or ZERO), sheet.net_costs)
    for name in ("income", *(kind for kind in PAYS if kind != "own")):
        for part in [one for one in movables(case, document, place, name) if one.now >= over > ZERO][:1]:
            edits = written(case, document, [(part, -over)])
            if edits is not None:
                yield fix_of("fix.lower-funding", edits, kind=name, to=EXACT.subtract(part.now, over), at=part.at)
    for part in movables(case, document, place, "costs")[:1]:
        edits = written(case, document, [(part, over)])
        if edits is not None:
            yield fix_of("fix.costs.up", edits, costs=EXACT.add(sheet.costs.value, over))
    edits = written(case, document, [(part, -part.now) for part in movables(case, document, place, "support")])
    if edits is not None:
        yield fix_of("fix.no-support", edits)
