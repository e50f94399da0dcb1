"""Goal: nothing missing, by own funding and what stands in for it. The appropriation that pays a line grows with it."""

from budjettitui.checks.mends.cost_lines import CannotBe, Locks
from budjettitui.goals.answering import answer, sheet_of
from budjettitui.goals.answers import Answer, NoSolution, Preview
from budjettitui.goals.plan import Plan
from budjettitui.goals.seats import known, seats, short_of
from budjettitui.money import ZERO
from budjettitui.state import State

KINDS = ("own", "municipal", "other-public", "private", "other")
"""Which money moves first."""


def missing_by_own(
    state: State, preview: Preview, *, partner: str | None = None, locks: Locks = (), kinds: tuple[str, ...] = KINDS
) -> Answer:
    """Nothing missing and nothing left over, by moving funding that is not support, the own funding first.

    Where no line of these kinds may move, a new line that nobody has confirmed pays what is missing.
    """
    plan = Plan(state)
    try:
        found = seats(state, partner, locks)
        for seat in found:
            missing = known(seat.sheet.missing)
            if missing:
                seat.move_own(plan, missing, kinds)
    except CannotBe as reason:
        return NoSolution(reason.reason)
    measured = partner if state.figures.several else None
    return answer(
        plan,
        preview,
        "missing-by-own",
        lambda after: sheet_of(after, measured).missing,
        ZERO,
        (),
        ZERO,
        short=short_of(state, found),
    )
