"""Goal seek: what must change so that a figure is what it is to be, by the rules' own rounding.

Each goal is a function of a state and of `Session.preview`; it answers with one `Change` (one step of undo), or says
why no change of whole units reaches the goal and what is nearest.
"""

from budjettitui.goals.answers import Answer, FigureMove, Goal, Near, NoSolution, Preview
from budjettitui.goals.costs import costs_at, line_at_most, missing_by_costs
from budjettitui.goals.own import missing_by_own
from budjettitui.goals.support import support_at

__all__ = [
    "Answer",
    "FigureMove",
    "Goal",
    "Near",
    "NoSolution",
    "Preview",
    "costs_at",
    "line_at_most",
    "missing_by_costs",
    "missing_by_own",
    "support_at",
]
