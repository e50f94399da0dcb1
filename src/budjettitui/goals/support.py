"""Goal: the support at a rate, or at its ceiling. Only the support moves; the answer shows what is then missing."""

from decimal import Decimal

from budjettitui.checks.mends.cost_lines import CannotBe, Locks
from budjettitui.goals.answers import Answer, Near, NoSolution, Preview
from budjettitui.goals.moving import at_rate, each_moved
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
    near: list[Near] = []

    def supported(plan: Plan, seat: Seat) -> None:
        near.extend(_supported(plan, seat, known(rate if rate is not None else seat.ceiling)))

    try:
        found = seats(state, partner, locks)
        wanted = known(rate if rate is not None else found[0].ceiling)
        moved = each_moved(state, found, supported, supported)
    except CannotBe as reason:
        return NoSolution(reason.reason)
    return at_rate(moved, preview, "support-at", partner, wanted, near)


def _supported(plan: Plan, seat: Seat, rate: Decimal) -> list[Near]:
    """Moves the support of one to its rate; gives the whole units on either side where it is not exactly that."""
    base = based(seat)
    if base <= ZERO or seat.sheet.rate_on_public:
        raise CannotBe("unknown")
    amount = seat.supported(rate, base)
    seat.move_support(plan, amount)
    exact = percent_of(rate, base)
    if amount == exact:
        return []
    other = EXACT.add(amount, seat.unit if amount < exact else -seat.unit)
    return [Near(value, ratio(value, base)) for value in sorted((amount, other))]
