"""Mends of costs that are above, or other than, what they may be: the costs with their support and what else pays."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from budjettitui.blocks import where
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.choice import chosen
from budjettitui.checks.mends import public
from budjettitui.checks.mends.balance import OF_THE_LARGEST, fewest, in_proportion, kept, told_fewest
from budjettitui.checks.mends.call import limit_slip
from budjettitui.checks.mends.money import sheet_of
from budjettitui.checks.mends.movable import Movable, Shift, movables
from budjettitui.checks.mends.support import PROJECT, direction
from budjettitui.checks.mends.tied import cost_ways
from budjettitui.checks.mends.writing import amount_at, fix_of, moved
from budjettitui.document import Document, spell
from budjettitui.edits import Set
from budjettitui.findings import Finding, Fix, Place
from budjettitui.model import Cost
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, percent_of, rounded, times, total
from budjettitui.traits import is_in_kind
from budjettitui.values import replace


def under_limit(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Lower the costs to the limit: with support at its rate, with the support alone, with what else pays alone."""
    over, now = finding.difference, case.figures.project.costs.value
    if over is None or now is None:
        return
    goal = EXACT.subtract(now, over)
    ways = list(costs_to(case, document, PROJECT, goal, at_most=True)) if goal > ZERO else []
    yield from ways[:2]
    yield from _less_in_kind(case, document, over)
    yield from ways[2:]
    yield from limit_slip(document, ("costs_max",), finding)


def lump_limit(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Lower the costs of the lump sum to its limit; or the public money."""
    if finding.wording == "public":
        yield from public.under_limit(case, document, finding)
        return
    if finding.expected is not None:
        yield from costs_to(case, document, finding.place, finding.expected, at_most=True)
    yield from _on_actual(case, finding)


def lump_fixed(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The costs as the fixed sum, the nearest first."""
    sums, now = finding.values.get("sums"), finding.actual
    if isinstance(sums, tuple) and now is not None:
        for one in sorted(sums, key=lambda one: (abs(EXACT.subtract(one, now)), one)):
            yield from costs_to(case, document, finding.place, one)
    yield from _on_actual(case, finding)


def _on_actual(case: Case, finding: Finding) -> Iterator[Fix]:
    """The cost model of actual costs, which has no lump sum to keep to."""
    for place, _, anchor in chosen(case) if "actual" in case.terms.rules.cost_models else ():
        if place == finding.place:
            yield replace(fix_of("fix.on-actual", [Set(anchor, spell("actual"))]), last=True)


def costs_to(case: Case, document: Document, place: Place, goal: Decimal, *, at_most: bool = False) -> Iterator[Fix]:
    """The costs of a place at a sum, or with `at_most` as near below it as rounding allows: support at its rate, support
    takes all, what else pays takes all."""
    now = sheet_of(case, place).costs.value
    if now is None or now == goal:
        return
    by = EXACT.subtract(goal, now)
    unit = case.unit(by, now, sheet_of(case, place).support.value)
    for shifts, ending, line in cost_ways(case, document, place, by, unit, at_most=at_most):
        title = f"fix.costs.{direction(by)}{ending}"
        told = told_fewest(shifts, ending)
        for more in with_support(case, document, shifts):
            for fix in kept(case, document, title, place, (*shifts, *more), line, told):
                yield replace(fix, last=True) if ending == OF_THE_LARGEST else fix


def with_support(case: Case, document: Document, shifts: Sequence[Shift]) -> Iterator[tuple[Shift, ...]]:
    """What the support does where costs move: keeps its rate; takes all of it, where some is left; stays."""
    at_rate, all_of_it = [], []
    for place in dict.fromkeys(part.place for part, _ in shifts):
        by, sheet = total([by for part, by in shifts if part.place == place]), sheet_of(case, place)
        lines = movables(case, document, place, "support")
        if not lines or sheet.support.value is None or sheet.rate_base is None or sheet.rate_base <= ZERO:
            continue
        then = rounded(
            divided(times(sheet.support.value, EXACT.add(sheet.rate_base, by)), sheet.rate_base),
            case.unit(by, sheet.support.value),
            case.terms.rounding("support"),
        )
        at_rate.append(_of_one(lines, EXACT.subtract(then, sheet.support.value)))
        all_of_it.append(_of_one(lines, by))
    some_left = all(EXACT.add(part.now, by) > ZERO for part, by in all_of_it)
    yield from (ways for ways in (tuple(at_rate), tuple(all_of_it) if some_left else ()) if ways)
    yield ()


def _of_one(lines: Sequence[Movable], by: Decimal) -> Shift:
    """The largest line takes a move."""
    return lines[0], by


def _less_in_kind(case: Case, document: Document, over: Decimal) -> Iterator[Fix]:
    """Where in-kind work is counted with the costs: less of it, in its funding too."""
    if not case.figures.project.rate_in_kind:
        return
    costs = _largest(case, document, "cost", list(where(case.budget.costs, is_in_kind)))
    lines = [index for index, row in enumerate(case.budget.funding) if row.kind == "in-kind"]
    funded = _largest(case, document, "funding", lines)
    edits = [moved(document, path, -over) for path, _ in (costs, funded) if path]
    known = [edit for edit in edits if edit is not None]
    if known and len(known) == len(edits) and costs[0]:
        yield fix_of("fix.in-kind.down", known, to=EXACT.subtract(costs[1], over))


def _largest(case: Case, document: Document, table: str, rows: Sequence[int]) -> tuple[tuple[str | int, ...], Decimal]:
    """Where the largest of some rows has its amount; nothing where there is none."""
    found = []
    for index in rows:
        path = (table, index, "amount")
        now = amount_at(document, path)
        if now is not None and not _has_price(case, table, index):
            found.append((path, now))
    return max(found, key=lambda one: one[1], default=((), ZERO))


def _has_price(case: Case, table: str, index: int) -> bool:
    row = case.budget.rows(table)[index]
    return isinstance(row, Cost) and row.quantity is not None and row.unit_price is not None


# a partner's part of the whole ---------------------------------------------------------------------------------------
def less_of_the_whole(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Move costs with their money to the others; lower the partner's costs; raise the others'."""
    most, sheet, whole = finding.expected, sheet_of(case, finding.place), case.figures.project.costs.value
    costs = sheet.costs.value
    if most is None or costs is None or whole is None or not ZERO < most < HUNDRED:
        return
    unit = case.unit(costs, whole)
    over = EXACT.subtract(costs, rounded(percent_of(most, whole), unit, "down"))
    others = sorted(_others(case, finding.place), key=lambda place: sheet_of(case, place).costs.value or ZERO)
    for other in others[:2]:
        yield from handed_over(case, document, finding.place, other, over)
    rest = EXACT.subtract(whole, costs)
    yield from costs_to(
        case, document, finding.place, rounded(divided(times(rest, most), HUNDRED - most), unit, "down")
    )


def _others(case: Case, place: Place) -> Iterator[Place]:
    for one in case.figures.partners:
        partner = case.partner(one)
        if one != place.name and (partner is None or partner.role != "others"):
            yield Place("partner", one)


def handed_over(case: Case, document: Document, giver: Place, taker: Place, amount: Decimal) -> Iterator[Fix]:
    """Costs of one partner become another's, with the support at its rate; what else pays follows at both.

    Of the largest line that has as much; where none has, of the fewest that have it together.
    """
    giving = _given_up(case, movables(case, document, giver, "costs"), amount)
    taking = movables(case, document, taker, "costs")[:1]
    if not giving or not taking:
        return
    told: dict[str, object] = {"giver": case.label(giver), "taker": case.label(taker), "gap": amount}
    for more in islice(with_support(case, document, giving), 1):
        support = total([by for _, by in more])
        lines = movables(case, document, taker, "support")[:1] if more else []
        if bool(lines) == bool(more):
            shifts = [*giving, (taking[0], amount), *more, *((line, -support) for line in lines)]
            told["support"] = abs(support) or None
            for fix in kept(case, document, "fix.hand-over", giver, shifts, None, told):
                money = EXACT.subtract(amount, abs(support)) if "by" in fix.values else ZERO
                yield replace(fix, values={**fix.values, "money": money or None})


def _given_up(case: Case, found: Sequence[Movable], amount: Decimal) -> tuple[Shift, ...]:
    """The lines that give up a sum; none where all together have less."""
    if total([one.now for one in found]) < amount:
        return ()
    few = found[: fewest([one.now for one in found], -amount)]
    return in_proportion(few, -amount, case.unit(amount, *(one.now for one in few)))
