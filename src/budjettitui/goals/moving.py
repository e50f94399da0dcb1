"""Each partner's part of a goal, moved in turn as far as its lines let it; and what the whole then comes to."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from budjettitui.checks.mends.cost_lines import CannotBe
from budjettitui.goals.answering import answer, nearer, sheet_of
from budjettitui.goals.answers import Answer, Goal, Near, NoSolution, Preview
from budjettitui.goals.plan import Plan
from budjettitui.goals.seats import Seat, short_of
from budjettitui.money import ZERO
from budjettitui.state import State
from budjettitui.values import frozen

UNMOVED = ("below-zero", "all-locked")
"""Reasons for which a part of what moves can stay where it is, and the rest is still the nearest."""

Moving = Callable[[Plan, Seat], object]
"""Puts the moves of one seat into a plan. Raises `CannotBe`."""


@frozen
class Moved:
    """The moves of all seats in one plan. `stopped` tells why the first that stayed short did; empty where none did."""

    state: State
    plan: Plan
    seats: Sequence[Seat]
    stopped: str

    def measured(self, partner: str | None) -> str | None:
        """Whose figures the goal is measured by: the partner's that was asked for, where there are several; else None."""
        return partner if self.state.figures.several else None


def each_moved(state: State, found: Sequence[Seat], move: Moving, further: Moving) -> Moved:
    """Every seat moved by `move`, and one that cannot be moved in whole by `further`. Raises `CannotBe` where none moves."""
    plan, stopped = Plan(state), list[str]()
    for seat in found:
        plan, why = _as_far(plan, seat, move, further)
        stopped += [why] if why else []
    if stopped and plan.idle:
        raise CannotBe(stopped[0])
    return Moved(state, plan, found, stopped[0] if stopped else "")


def _as_far(plan: Plan, seat: Seat, move: Moving, further: Moving) -> tuple[Plan, str]:
    """The plan with a move, and why it could not be made in whole: then with as much of it as `further` can do."""
    trial = plan.copied()
    try:
        move(trial, seat)
    except CannotBe as reason:
        if reason.reason not in UNMOVED:
            raise
        trial = plan.copied()
        try:
            further(trial, seat)
        except CannotBe as other:
            return (trial if other.reason in UNMOVED else plan), reason.reason
        return trial, reason.reason
    return trial, ""


def nothing_missing(
    moved: Moved, preview: Preview, name: str, partner: str | None, near: Sequence[Near] = ()
) -> Answer:
    """The answer of a goal by which nothing is to be missing and nothing left over."""
    measured = moved.measured(partner)
    short = moved.stopped or short_of(moved.state, moved.seats)
    got = answer(
        moved.plan, preview, name, lambda after: sheet_of(after, measured).missing, ZERO, near, within=ZERO, short=short
    )
    return nearer(got, sheet_of(moved.state, measured).missing)


def at_rate(
    moved: Moved, preview: Preview, name: str, partner: str | None, wanted: Decimal, near: Sequence[Near]
) -> Answer:
    """The answer of a goal by which the support is to be `wanted` per cent; the units beside it where one seat moves."""
    measured = moved.measured(partner)
    near = near if len(moved.seats) == 1 else ()
    got = answer(
        moved.plan, preview, name, lambda after: sheet_of(after, measured).support_rate, wanted, near, rate=wanted
    )
    if moved.stopped and isinstance(got, Goal):
        got = NoSolution(moved.stopped, got)
    return nearer(got, sheet_of(moved.state, measured).support_rate)
