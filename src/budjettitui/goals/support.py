"""Goal: the support at a rate, or at its ceiling. Only the support moves; the answer shows what is then missing."""

from decimal import Decimal
from functools import partial

from budjettitui.checks.mends.cost_lines import CannotBe, Locks
from budjettitui.goals.answering import answer, as_far, nearer, sheet_of
from budjettitui.goals.answers import Answer, Goal, Near, NoSolution, Preview
from budjettitui.goals.plan import Plan
from budjettitui.goals.seats import Seat, based, known, seats
from budjettitui.money import EXACT, ZERO, percent_of, ratio
from budjettitui.state import State


def support_at(
    state: State, preview: Preview, rate: Decimal | None = None, *, partner: str | None = None, locks: Locks = ()
) -> Answer:
    """The support that is `rate` per cent of its base (None: the ceiling), rounded in the rules' unit and direction.

    With several partners each gets that rate of its own base, but those that are locked. `nearest` gives the whole
    units below and above with their rates where none is exactly the rate.
    """
    plan, stopped = Plan(state), list[str]()
    try:
        found = seats(state, partner, locks)
        wanted = known(rate if rate is not None else found[0].ceiling)
        near = list[Near]()
        for seat in found:
            move = partial(_moved, seat=seat, rate=known(rate if rate is not None else seat.ceiling), near=near)
            plan, why = as_far(plan, move, move)
            stopped += [why] if why else []
    except CannotBe as reason:
        return NoSolution(reason.reason)
    if stopped and plan.idle:
        return NoSolution(stopped[0])
    measured = partner if state.figures.several else None
    got = answer(
        plan,
        preview,
        "support-at",
        lambda after: sheet_of(after, measured).support_rate,
        wanted,
        near if len(found) == 1 else (),
        rate=wanted,
    )
    if stopped and isinstance(got, Goal):
        got = NoSolution(stopped[0], got)
    return nearer(got, sheet_of(state, measured).support_rate)


def _moved(plan: Plan, seat: Seat, rate: Decimal, near: list[Near]) -> None:
    """The support of one at its rate, and the whole units on either side where it is not exactly that."""
    base = based(seat)
    if base <= ZERO or seat.sheet.rate_on_public:
        raise CannotBe("unknown")
    amount = seat.supported(rate, base)
    seat.move_support(plan, amount)
    exact = percent_of(rate, base)
    other = EXACT.add(amount, seat.unit if amount < exact else -seat.unit)
    near += [Near(value, ratio(value, base)) for value in sorted((amount, other))] if amount != exact else []
