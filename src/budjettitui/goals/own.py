"""Goal: nothing missing, by own funding and what stands in for it. The appropriation that pays a line grows with it."""

from budjettitui.checks.mends.cost_lines import CannotBe, Locks
from budjettitui.goals.answers import Answer, NoSolution, Preview
from budjettitui.goals.moving import each_moved, nothing_missing
from budjettitui.goals.plan import Plan
from budjettitui.goals.seats import Seat, known, seats
from budjettitui.state import State

KINDS = ("own", "municipal", "other-public", "private", "other")
"""Which money moves first."""


def missing_by_own(
    state: State, preview: Preview, *, partner: str | None = None, locks: Locks = (), kinds: tuple[str, ...] = KINDS
) -> Answer:
    """Nothing missing and nothing left over, by moving funding that is not support, the own funding first.

    Where no line of these kinds may move, a new line that nobody has confirmed pays what is missing.
    """

    def paid(plan: Plan, seat: Seat) -> None:
        missing = known(seat.sheet.missing)
        if missing:
            seat.move_own(plan, missing, kinds)

    try:
        moved = each_moved(state, seats(state, partner, locks), paid, paid)
    except CannotBe as reason:
        return NoSolution(reason.reason)
    return nothing_missing(moved, preview, "missing-by-own", partner)
