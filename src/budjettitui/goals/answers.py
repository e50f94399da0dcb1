"""What a goal seek answers: the change that reaches the goal and what moves, or why there is none, with the nearest."""

from collections.abc import Callable
from decimal import Decimal

from budjettitui.edits import Change
from budjettitui.findings import Path
from budjettitui.state import State
from budjettitui.values import frozen

Preview = Callable[[Change], State]
"""What a budget would be after a change (`Session.preview`). May raise `document.EditRefused`."""


@frozen
class FigureMove:
    """One written figure that moves, in the budget's currency. `old` is None where it is not there yet."""

    path: Path
    old: Decimal | None
    new: Decimal


@frozen
class Near:
    """A whole unit beside the goal: what would be written, and the rate (per cent) or the gap that it comes to."""

    value: Decimal
    reaches: Decimal


@frozen
class Goal:
    """A change that reaches the goal within the rules' rounding, as one step of undo.

    `wanted` and `reached` are what was sought and what the budget after the change has: a rate in per cent, what is
    missing, or an amount. `exact` is true where they are equal to the last digit. `nearest` are the whole units on
    either side where they are not.
    """

    change: Change
    moves: tuple[FigureMove, ...]
    state: State
    wanted: Decimal
    reached: Decimal
    exact: bool
    nearest: tuple[Near, ...] = ()


@frozen
class NoSolution:
    """No change of whole units reaches the goal: why (`goal.none.<reason>` in `words`), and the nearest."""

    reason: str
    nearest: Goal | None = None


Answer = Goal | NoSolution
