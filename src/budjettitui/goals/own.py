"""Goal: nothing missing, by own funding and what stands in for it. The appropriation that pays a line grows with it."""

from functools import partial

from budjettitui.checks.mends.cost_lines import CannotBe, Locks
from budjettitui.goals.answering import answer, as_far, nearer, sheet_of
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
    plan, stopped = Plan(state), list[str]()
    try:
        found = seats(state, partner, locks)
        for seat in found:
            missing = known(seat.sheet.missing)
            if missing:
                plan, why = as_far(plan, *[partial(seat.move_own, by=missing, kinds=kinds)] * 2)
                stopped += [why] if why else []
    except CannotBe as reason:
        return NoSolution(reason.reason)
    if stopped and plan.idle:
        return NoSolution(stopped[0])
    measured = partner if state.figures.several else None
    got = answer(
        plan,
        preview,
        "missing-by-own",
        lambda after: sheet_of(after, measured).missing,
        ZERO,
        (),
        ZERO,
        short=stopped[0] if stopped else short_of(state, found),
    )
    return nearer(got, sheet_of(state, measured).missing)
