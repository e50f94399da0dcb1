"""From a plan to an answer: the change tried out, and measured on the budget that it gives."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from budjettitui.checks.mends.cost_lines import CannotBe
from budjettitui.document import EditRefused
from budjettitui.figures import Sheet
from budjettitui.goals.answers import Answer, Goal, Near, NoSolution, Preview
from budjettitui.goals.plan import Plan
from budjettitui.money import EXACT, to_decimals
from budjettitui.state import State

RATE_DECIMALS = 12
"""A rate that is taken from the figures is kept to so many decimals."""

Measure = Callable[[State], Decimal | None]


def sheet_of(state: State, partner: str | None) -> Sheet:
    """The figures of a partner, or of the project."""
    return state.figures.partners.get(partner, state.figures.project) if partner is not None else state.figures.project


def nearer(got: Answer, now: Decimal | None) -> Answer:
    """The answer; without a nearest that is no nearer than what there is now."""
    if isinstance(got, NoSolution) and got.nearest is not None and now is not None:
        reached, there = to_decimals(got.nearest.reached, RATE_DECIMALS), to_decimals(now, RATE_DECIMALS)
        off, before = (abs(EXACT.subtract(one, got.nearest.wanted)) for one in (reached, there))
        return NoSolution(got.reason) if off >= before else got
    return got


def answer(
    plan: Plan,
    preview: Preview,
    name: str,
    measure: Measure,
    wanted: Decimal,
    near: Sequence[Near] = (),
    within: Decimal | None = None,
    short: str = "no-whole-unit",
    **values: object,
) -> Answer:
    """The plan carried out. Further from the goal than `within`, it is only the nearest, and `short` says why."""
    try:
        change, moves = plan.change(f"goal.{name}", **values)
    except CannotBe as reason:
        return NoSolution(reason.reason)
    if not change.edits:
        state = plan.state
    else:
        try:
            state = preview(change)
        except EditRefused:
            return NoSolution("refused")
    reached = measure(state)
    if reached is None:
        return NoSolution("unknown")
    goal = Goal(change, moves, state, wanted, reached, reached == wanted, tuple(near) if reached != wanted else ())
    if within is not None and abs(reached - wanted) > within:
        return NoSolution(short, goal)
    return goal
