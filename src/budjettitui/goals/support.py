"""Goal: the support at a rate, or at its ceiling. Only the support moves; the answer shows what is then missing."""

from decimal import Decimal

from budjettitui.checks.mends.cost_lines import CannotBe, Locks
from budjettitui.goals.answering import answer, sheet_of
from budjettitui.goals.answers import Answer, Near, NoSolution, Preview
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
    plan = Plan(state)
    try:
        found = seats(state, partner, locks)
        wanted = known(rate if rate is not None else found[0].ceiling)
        near = [one for seat in found for one in _moved(plan, seat, known(rate if rate is not None else seat.ceiling))]
    except CannotBe as reason:
        return NoSolution(reason.reason)
    measured = partner if state.figures.several else None
    return answer(
        plan,
        preview,
        "support-at",
        lambda after: sheet_of(after, measured).support_rate,
        wanted,
        near if len(found) == 1 else (),
        rate=wanted,
    )


def _moved(plan: Plan, seat: Seat, rate: Decimal) -> list[Near]:
    base = based(seat)
    if base <= ZERO or seat.sheet.rate_on_public:
        raise CannotBe("unknown")
    amount = seat.supported(rate, base)
    seat.move_support(plan, amount)
    exact = percent_of(rate, base)
    other = EXACT.add(amount, seat.unit if amount < exact else -seat.unit)
    return [Near(value, ratio(value, base)) for value in sorted((amount, other))] if amount != exact else []
