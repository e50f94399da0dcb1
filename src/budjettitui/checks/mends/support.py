"""Mends of support that is above or below what it may be: the support with what else pays, or the costs with it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, islice

from budjettitui.checks.case import Case
from budjettitui.checks.mends.balance import OF_THE_LARGEST, in_proportion, kept, one_or_all, told_fewest
from budjettitui.checks.mends.call import limit_slip, no_zero_ceiling
from budjettitui.checks.mends.funding_lines import new_support, of_another_kind
from budjettitui.checks.mends.money import PAYS, sheet_of
from budjettitui.checks.mends.movable import Movable, Shift, movables, written
from budjettitui.checks.mends.public import larger_public
from budjettitui.checks.mends.tied import cost_ways
from budjettitui.checks.mends.writing import fix_of
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix, Place
from budjettitui.money import EXACT, HUNDRED, ONE, ZERO, divided, percent_of, rounded, times, total
from budjettitui.values import replace

PROJECT = Place("project")


LOWERED = frozenset({"kind", "new", "by"})
"""What a mend tells where other money moves with the support."""


def direction(by: Decimal) -> str:
    """How a title says which way a figure goes."""
    return "up" if by > ZERO else "down"


# the moves -----------------------------------------------------------------------------------------------------------
def support_moved(
    case: Case,
    document: Document,
    place: Place,
    found: Sequence[Movable],
    by: Decimal,
    told: Mapping[str, object] | None = None,
) -> Iterator[Fix]:
    """The support moved, with what else pays in its place: one line, all in proportion, another line; last, the
    largest lines."""
    for shifts, ending, line in one_or_all(found, by, case.unit(by, *(part.now for part in found))):
        told_of = {**(told or {}), **told_fewest(shifts, ending)}
        for fix in kept(case, document, f"fix.support.{direction(by)}{ending}", place, shifts, line, told_of):
            yield replace(fix, last=True) if ending == OF_THE_LARGEST else fix


def costs_with(case: Case, document: Document, found: Sequence[Movable], by: Decimal) -> Iterator[Fix]:
    """The costs moved by what the support moves, so that what else pays stays; then so far that the rate stays."""
    for part in found[:1]:
        sheet = sheet_of(case, part.place)
        yield from _costs_at(case, document, PROJECT, (part, by), by)
        if sheet.rate_base is not None and sheet.support.value:
            base = divided(times(sheet.rate_base, EXACT.add(sheet.support.value, by)), sheet.support.value)
            goal = rounded(base, case.unit(by, sheet.costs.value, sheet.support.value), "up")
            yield from _costs_at(case, document, PROJECT, (part, by), EXACT.subtract(goal, sheet.rate_base))
    yield from all_with(case, document, found, by)


def all_with(case: Case, document: Document, found: Sequence[Movable], by: Decimal) -> Iterator[Fix]:
    """Where the support falls by more than any line of it has: the costs of all who have it fall with it, in proportion."""
    whole = total([part.now for part in found])
    if by >= ZERO or EXACT.add(whole, by) <= ZERO or any(EXACT.add(part.now, by) >= ZERO for part in found):
        return
    shifts = list(in_proportion(found, by, case.unit(by, *(part.now for part in found))))
    for owner in dict.fromkeys(part.place for part in found):
        costs = sheet_of(case, owner).costs.value
        if costs is None:
            return
        less = rounded(divided(times(by, costs), whole), case.unit(by, costs))
        ways = [way for way, *_ in cost_ways(case, document, owner, less, case.unit(by, costs), at_most=True)]
        if not ways:
            return
        most: tuple[Shift, ...] = max(ways, key=len)
        shifts += most
    yield from kept(case, document, "fix.costs.down.all", PROJECT, shifts)


def _costs_at(case: Case, document: Document, place: Place, moved: Shift, by: Decimal) -> Iterator[Fix]:
    """Costs of whose support moves that go along with it."""
    for shifts, _, line in islice(cost_ways(case, document, moved[0].place, by, by), 1) if by else ():
        yield from kept(case, document, f"fix.costs.{direction(by)}", place, (*shifts, moved), line)


# the checks ----------------------------------------------------------------------------------------------------------
def in_range(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The support at the limit of the call with what else pays in its place; the costs with it."""
    if finding.expected is not None:
        yield from support_to(case, document, finding.expected)
    if finding.wording == "above":
        yield from limit_slip(document, ("support_max",), finding)
    elif finding.expected is not None:
        yield from _at_ceiling(case, document, finding.expected)


def _at_ceiling(case: Case, document: Document, least: Decimal) -> Iterator[Fix]:
    """The support at its ceiling, at the most of the call, or where neither is, as the costs: what is more than the least."""
    rule, most, base = case.terms.support.ceiling(None), case.terms.support.support_max, case.figures.project.rate_base
    goals = [most.value] if most is not None and isinstance(most.value, Decimal) else []
    if rule is not None and isinstance(rule.value, Decimal) and base is not None:
        goals.append(rounded(percent_of(rule.value, base), case.unit(base), "down"))
    goals += [base] if base is not None and not goals else []
    if goals and min(goals) > least:
        yield from (replace(fix, last=True) for fix in support_to(case, document, min(goals)))


def of_menu(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """One of the sums that the call allows, the two nearest first."""
    sums, now = finding.values.get("sums"), finding.actual
    if not isinstance(sums, tuple) or now is None:
        return
    near = sorted(sums, key=lambda one: (abs(EXACT.subtract(one, now)), one))[:2]
    every = [list(support_to(case, document, one)) for one in near]
    for mends in zip(*(one[:2] for one in every), strict=False):
        yield from mends
    for mends_left in every:
        yield from mends_left


def support_to(case: Case, document: Document, goal: Decimal) -> Iterator[Fix]:
    """The project's support at a sum: with what else pays; with the costs."""
    now = case.figures.project.support.value
    if now is None:
        return
    by, found = EXACT.subtract(goal, now), movables(case, document, PROJECT, "support")
    found = asked_first(case, found, by)
    moved = list(support_moved(case, document, PROJECT, found, by))
    yield from moved[:1]
    yield from costs_with(case, document, found, by)
    yield from moved[1:]


def asked_first(case: Case, found: Sequence[Movable], by: Decimal) -> list[Movable]:
    """The lines of support, those first whose money meets with the move."""
    return sorted(found, key=lambda part: not _asks_for(case, part, by))


def _asks_for(case: Case, part: Movable, by: Decimal) -> bool:
    """True of a line of one who lacks as much as the support is to rise, or has as much too much as it is to fall."""
    missing = sheet_of(case, part.place).missing
    return missing is not None and (missing >= by > ZERO or missing <= by < ZERO)


def to_apply_for(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Apply for what the ceiling allows: own funding lower by it, or the costs that own funding then carries."""
    most, now = _floor(case, finding), case.figures.project.support.value
    if most is None or now is None or finding.actual is None:
        return
    limit = case.budget.call.support_max
    by = EXACT.subtract(most, finding.actual)
    if limit is not None:
        by = min(by, EXACT.subtract(limit.value, now))
    found = sorted(movables(case, document, PROJECT, "support"), key=lambda part: not _has_room(case, part, by))
    raised = list(support_moved(case, document, PROJECT, found, by))
    if found and (sheet_of(case, found[0].place).missing or ZERO) > ZERO:  # what pays is too little as it is
        raised = [fix for fix in raised if not LOWERED & fix.values.keys()]
    yield from raised[:1]
    for place in _without_support(case):
        yield from new_support(case, document, place, by)
    yield from _each_at_ceiling(case, document, "support")
    yield from _costs_at_ceiling(case, document, finding, found)
    yield from raised[1:]
    lower = chain(
        _costs_of_support(case, document, finding, PROJECT),
        _costs_of_partners(case, document),
        _each_at_ceiling(case, document, "costs"),
        of_another_kind(case, document, "support", PAYS, ONE, by),
    )
    yield from (replace(fix, last=True) for fix in lower)


def _without_support(case: Case) -> Iterator[Place]:
    """Those who take part and have no support, though the others have."""
    for name, sheet in case.figures.partners.items() if case.several else ():
        if sheet.support.value == ZERO and sheet.net_costs:
            yield Place("partner", name)


def _each_at_ceiling(case: Case, document: Document, what: str) -> Iterator[Fix]:
    """The support of every partner with room below its ceiling raised to it, or its costs lowered to those of which it is
    that rate: of several partners, since of one that is a mend of its own."""
    shifts: list[Shift] = []
    moved = 0
    for name, sheet in case.figures.partners.items() if case.several else ():
        place, rule = Place("partner", name), case.terms.support.ceiling(case.partner(name))
        rate, support, base = rule.value if rule is not None else None, sheet.support.value, sheet.rate_base
        lines = movables(case, document, place, "support")
        if not isinstance(rate, Decimal) or rate <= ZERO or support is None or base is None or not lines:
            continue
        unit = case.unit(support, base)
        if what == "support":
            by = EXACT.subtract(rounded(percent_of(rate, base), unit, "down"), support)
            ways: list[tuple[Shift, ...]] = [((lines[0], by),)] if by > ZERO else []
        else:
            by = EXACT.subtract(rounded(divided(times(support, HUNDRED), rate), unit, "up"), base)
            ways = [way for way, *_ in cost_ways(case, document, place, by, unit)] if support and by < ZERO else []
        shifts += ways[0] if ways else ()
        moved += bool(ways)
    if moved > 1:
        yield from kept(case, document, f"fix.{what}.{'up' if what == 'support' else 'down'}.each", PROJECT, shifts)


def _costs_of_partners(case: Case, document: Document) -> Iterator[Fix]:
    """The costs of a partner with room below its own ceiling, of which its support as it is has the rate."""
    for name, sheet in case.figures.partners.items() if case.several else ():
        rule, support, base = case.terms.support.ceiling(case.partner(name)), sheet.support.value, sheet.rate_base
        if rule is None or not isinstance(rule.value, Decimal) or not rule.value or support is None or base is None:
            continue
        if ZERO < times(support, HUNDRED) < times(rule.value, base):
            yield from _costs_at_rate(case, document, Place("partner", name), support, rule.value, told_of=PROJECT)


def _has_room(case: Case, part: Movable, by: Decimal) -> bool:
    """True where the support of whom a line is for stays within its ceiling with so much more."""
    rule, sheet = case.terms.support.ceiling(case.partner(part.place.name or "")), sheet_of(case, part.place)
    if rule is None or not isinstance(rule.value, Decimal) or sheet.rate_base is None or sheet.support.value is None:
        return True
    return times(EXACT.add(sheet.support.value, by), HUNDRED) <= times(rule.value, sheet.rate_base)


def _costs_at_ceiling(case: Case, document: Document, finding: Finding, found: Sequence[Movable]) -> Iterator[Fix]:
    """Costs and support moved by as much, so far that the support is at its ceiling and what else pays stays as it is."""
    rate, less = finding.values.get("ceiling"), finding.difference
    if not found or not isinstance(rate, Decimal) or rate >= HUNDRED or less is None or finding.actual is None:
        return
    by = rounded(divided(times(-less, HUNDRED), HUNDRED - rate), case.unit(finding.actual), "down")
    base = sheet_of(case, finding.place).rate_base
    if base is not None and EXACT.add(base, by) > ZERO:  # else nothing else pays, and no costs would be left
        yield from _costs_at(case, document, finding.place, (found[0], by), by)


def under_ceiling(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Lower the support with own funding in its place, or alone; the costs at which the support is at the ceiling."""
    place = finding.place if finding.place.table == "partner" else PROJECT
    most = _floor(case, finding)
    if most is None or finding.actual is None:
        return
    yield from no_zero_ceiling(case, document, finding)
    by = EXACT.subtract(most, finding.actual)
    found = asked_first(case, movables(case, document, place, "support"), by)
    ways = [
        list(support_moved(case, document, place, found, by)),
        list(_costs_of_support(case, document, finding, place)),
        list(_costs_at_ceiling(case, document, finding, found)),
    ]
    for one in range(max(map(len, ways))):
        for way in ways:
            yield from way[one : one + 1]


def _costs_of_support(case: Case, document: Document, finding: Finding, place: Place) -> Iterator[Fix]:
    """The costs at which the support as it is keeps to its rate, with what pays for them."""
    rate, base = finding.values.get("ceiling"), sheet_of(case, place).rate_base
    if not isinstance(rate, Decimal) or rate <= ZERO or finding.actual is None or base is None:
        return
    if sheet_of(case, place).rate_on_public:
        yield from larger_public(case, document, finding.actual, rate)
        return
    if finding.check == "rate-rounding":
        return
    yield from _costs_at_rate(case, document, place, finding.actual, rate)


def _costs_at_rate(
    case: Case, document: Document, place: Place, support: Decimal, rate: Decimal, told_of: Place | None = None
) -> Iterator[Fix]:
    """The costs of a place at which a support has a rate; told of another place, with the name of this."""
    base = sheet_of(case, place).rate_base or ZERO
    unit = case.unit(support, base)
    by = EXACT.subtract(rounded(divided(times(support, HUNDRED), rate), unit, "up"), base)
    for shifts, _, line in islice(cost_ways(case, document, place, by, unit), 1):
        yield from kept(case, document, f"fix.costs.{direction(by)}", told_of or place, shifts, line)


def _floor(case: Case, finding: Finding) -> Decimal | None:
    """The most that is allowed, in whole units of the rules."""
    if finding.expected is None or finding.actual is None:
        return None
    return rounded(finding.expected, case.unit(finding.actual), "down")


# a fund --------------------------------------------------------------------------------------------------------------
def under_fund(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Lower the fund's support with own funding in its place; let another fund pay; the costs that carry it."""
    most = _floor(case, finding)
    if most is None or finding.actual is None:
        return
    every = movables(case, document, PROJECT, "support")
    of_fund = {("funding", index) for index, row in enumerate(case.budget.funding) if row.fund == finding.place.name}
    found = [part for part in every if part.path[:2] in of_fund]
    others = [part for part in every if part.path[:2] not in of_fund and part.path[0] == "funding"]
    by = EXACT.subtract(most, finding.actual)
    found = asked_first(case, found, by)
    lowered = list(support_moved(case, document, PROJECT, found, by, {"support": most, "part": finding.place}))
    yield from lowered[:1]
    for part in found[:1]:
        for other in [one for one in others if one.place == part.place][:2]:
            edits = written(case, document, [(part, by), (other, -by)])
            told: dict[str, object] = {"kind": "support", "part": finding.place, "to": most, "other": "support"}
            told |= {"source": other.line or other.at, "raised": EXACT.subtract(other.now, by)}
            yield from () if edits is None else [fix_of("fix.instead", edits, **told)]
    if finding.values.get("ceiling") is not None and found:
        yield from _costs_of_support(case, document, finding, found[0].place)
    yield from all_with(case, document, found, by)
    yield from lowered[1:]
    if finding.wording == "sum":
        yield from limit_slip(document, ("funds", str(finding.place.name), "max"), finding)
