"""Checks of cost models: flat rates, lump sums and unit costs, people's time, and how much a category may be.

None of them says anything of costs that have no cost model chosen.
"""

from budjettitui.checks.cost_models import (
    categories,
    choice,
    flat,
    ineligible,
    lump,
    overhead,
    people,
    prices,
    side_costs,
)

__all__ = ["categories", "choice", "flat", "ineligible", "lump", "overhead", "people", "prices", "side_costs"]
