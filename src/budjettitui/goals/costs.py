"""Goals reached by moving costs: nothing missing, a line as large as it may be, the costs that a support is a rate of.

Support follows the costs at its rate unless it is held. Where money is rounded, whole units are tried from the largest
downwards, those at which the rate is exact first.
"""

from collections.abc import Iterable
from decimal import Decimal

from budjettitui.checks.mends.cost_lines import CannotBe, CostLines, Locks, cent, locked
from budjettitui.goals.answering import answer, nearer, sheet_of
from budjettitui.goals.answers import Answer, Goal, Near, NoSolution, Preview
from budjettitui.goals.moving import at_rate, each_moved, nothing_missing
from budjettitui.goals.plan import Plan
from budjettitui.goals.seats import Seat, carried, known, seats
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, percent_of, ratio, rounded, total
from budjettitui.state import State

MOST_TRIED = 40
"""So many pairs of costs and support are tried before the nearest is given."""

Pairs = Iterable[tuple[Decimal, Decimal]]


def missing_by_costs(
    state: State,
    preview: Preview,
    *,
    partner: str | None = None,
    locks: Locks = (),
    hold_support: bool = False,
    rate: Decimal | None = None,
) -> Answer:
    """Nothing missing and nothing left over, by moving cost lines that are not locked, by their size.

    Support follows at `rate` (else the ceiling or the rate it has now), or stays with `hold_support`. With several
    partners each one's gap is closed by its own costs.
    """
    near: list[Near] = []

    def closed(plan: Plan, seat: Seat) -> None:
        if known(seat.sheet.missing):
            near.extend(_closed(plan, seat, hold_support=hold_support, rate=rate))

    def lowest(plan: Plan, seat: Seat) -> None:
        costs = seat.lower_costs(plan)
        if not hold_support:
            seat.move_support(plan, seat.supported(_kept(seat, rate), seat.base_of(costs)))

    try:
        moved = each_moved(state, seats(state, partner, locks), closed, lowest)
    except CannotBe as reason:
        return NoSolution(reason.reason)
    return nothing_missing(moved, preview, "missing-by-costs", partner, near)


def _kept(seat: Seat, rate: Decimal | None) -> Decimal:
    """The rate that support keeps to: the one that is asked for, else its own."""
    return rate if rate is not None else seat.rate()


def _closed(plan: Plan, seat: Seat, *, hold_support: bool, rate: Decimal | None) -> list[Near]:
    """Moves one to the costs and support at which nothing is missing; gives the nearest where none are reached."""
    if hold_support:
        support = known(seat.sheet.support.value)
        pairs: Pairs = [(total([known(seat.sheet.covered), seat.income, support]), support)]
    else:
        pairs = carried(seat, _kept(seat, rate))
    return _tried(plan, seat, list(pairs)[:MOST_TRIED])


def _tried(plan: Plan, seat: Seat, pairs: list[tuple[Decimal, Decimal]]) -> list[Near]:
    """Takes the first pair that the lines reach; else the nearest, with what it leaves missing."""
    if not pairs:
        raise CannotBe("no-whole-unit")
    if seat.sheet.costs.origin not in ("rows", "partners"):
        seat.move_costs(plan, pairs[0][0])
        seat.move_support(plan, pairs[0][1])
        return []
    lines = CostLines(seat.state, seat.partner, seat.locks)
    tried: list[tuple[Decimal, Decimal, Decimal]] = []
    for costs, support in pairs:
        values, exact = lines.reach(costs)
        reached = total(list(values.values()))
        tried.append((EXACT.subtract(reached, costs), costs, support))
        if exact:
            break
    off, costs, support = min(tried, key=lambda one: (abs(one[0]), -one[1]))
    seat.move_costs(plan, costs)
    seat.move_support(plan, support)
    return [Near(EXACT.add(costs, off), off)] if off else []


def line_at_most(state: State, preview: Preview, line: int, *, hold_support: bool = True, locks: Locks = ()) -> Answer:
    """The largest amount of cost line number `line` (from 0) at which nothing is missing and no ceiling is passed.

    All other lines and the other funding stay; flat rates follow. The support stays too, or with `hold_support=False`
    follows at its rate. The answer's `wanted` and `reached` are what is missing.
    """
    books = state.figures.books
    row = state.budget.costs[line]
    seat = Seat(state, books.owner(row) if state.figures.several else None, locks)
    if state.figures.several and seat.partner not in state.figures.partners:
        seat = Seat(state, None, locks)
    plan = Plan(state)
    try:
        if locked(state, "cost", line, locks) or row.in_kind:
            raise CannotBe("all-locked")
        costs, support = _largest(seat, hold_support)
        lines = CostLines(state, seat.partner, locks)
        if not lines.known or seat.sheet.costs.origin not in ("rows", "partners"):
            raise CannotBe("unknown")
        value, short = _highest(lines, line, costs, lines.value(line)), ""
        if value is None:
            value, short = ZERO, "below-zero"
        values = lines.after({line: value})
        by = plan.costs(lines, values)
        plan.place("costs", seat.partner, by, written=True)
        reached = total(list(values.values()))
        if not hold_support:
            seat.move_support(plan, min(support, seat.supported(seat.rate(), seat.base_of(reached))))
        elif seat.ceiling is not None and support > percent_of(seat.ceiling, seat.base_of(reached)) + seat.unit:
            raise CannotBe("over-ceiling")
    except CannotBe as reason:
        return NoSolution(reason.reason)
    got = answer(plan, preview, "line-at-most", lambda after: sheet_of(after, seat.partner).missing, ZERO, amount=value)
    if short and isinstance(got, Goal):
        got = NoSolution(short, got)
    return nearer(got, sheet_of(state, seat.partner).missing)


def _largest(seat: Seat, hold_support: bool) -> tuple[Decimal, Decimal]:
    """The highest costs that the funding and the limits of the call carry, with their support."""
    limits = seat.state.terms
    if hold_support:
        support = known(seat.sheet.support.value)
        costs = total([known(seat.sheet.covered), seat.income, support])
    else:
        pairs = sorted(carried(seat, seat.rate()))
        if not pairs:
            raise CannotBe("no-whole-unit")
        costs, support = pairs[-1]
        most = limits.support.support_max.value if limits.support.support_max is not None else None
        if isinstance(most, Decimal) and support > most:
            costs, support = EXACT.subtract(costs, EXACT.subtract(support, most)), most
    rule = limits.costs.costs_max.value if limits.costs.costs_max is not None else None
    project = seat.state.figures.project
    if isinstance(rule, Decimal) and project.costs.value is not None:
        others = EXACT.subtract(EXACT.add(project.costs.value, project.rate_in_kind), known(seat.sheet.costs.value))
        costs = min(costs, EXACT.subtract(rule, others))
    return costs, support


def _highest(lines: CostLines, line: int, costs: Decimal, now: Decimal) -> Decimal | None:
    """The largest value of a line at which all lines come to no more than `costs`; None where even nothing is too much."""
    step = cent(lines.state)
    if _sum(lines, line, ZERO) > costs:
        return None
    least, most = 0, int(divided(max(costs, now), step)) + 1
    while least < most:
        middle = (least + most + 1) // 2
        if _sum(lines, line, step * middle) <= costs:
            least = middle
        else:
            most = middle - 1
    return step * least


def _sum(lines: CostLines, line: int, value: Decimal) -> Decimal:
    return total(list(lines.after({line: value}).values()))


def costs_at(
    state: State, preview: Preview, rate: Decimal | None = None, *, partner: str | None = None, locks: Locks = ()
) -> Answer:
    """The costs of which the support, as it is, is exactly `rate` per cent (None: the ceiling)."""
    near: list[Near] = []

    def based(plan: Plan, seat: Seat) -> None:
        near.extend(_based(plan, seat, known(rate if rate is not None else seat.ceiling)))

    try:
        found = seats(state, partner, locks)
        wanted = known(rate if rate is not None else found[0].ceiling)
        moved = each_moved(state, found, based, lambda plan, seat: seat.lower_costs(plan))
    except CannotBe as reason:
        return NoSolution(reason.reason)
    got = at_rate(moved, preview, "costs-at", partner, wanted, near)
    if isinstance(got, Goal) and _jumped(got, moved.measured(partner), len(found)):
        return NoSolution("no-whole-unit", got)
    return got


def _jumped(got: Goal, partner: str | None, seats_moved: int) -> bool:
    """True where flat rates leap over the costs that were sought, by a unit of support and more."""
    sheet = sheet_of(got.state, partner)
    off = EXACT.subtract(percent_of(got.wanted, known(sheet.rate_base)), known(sheet.support.value))
    return abs(off) >= (got.state.terms.unit or cent(got.state)) * seats_moved


def _based(plan: Plan, seat: Seat, rate: Decimal) -> list[Near]:
    """Moves one to the costs of which its support is that rate; gives the costs beside them where none are exactly that."""
    if seat.sheet.support.value is None:
        raise CannotBe("no-costs" if seat.sheet.costs.value is None else "no-support")
    support = seat.sheet.support.value
    if rate <= ZERO:
        raise CannotBe("unknown")
    step = cent(seat.state)
    exact = divided(EXACT.multiply(support, HUNDRED), rate)
    base = rounded(exact, step, "up")
    seat.move_costs(plan, seat.costs_of(base))
    if percent_of(rate, base) == support:
        return []
    return [Near(value, ratio(support, value)) for value in (base - step, base)]
