"""An empty budget: what one may begin with, each a row of the page Costs that acts on Enter."""

from collections.abc import Iterator

from budjettitui.model import Budget
from budjettitui.tui.pages.rows import blank, note
from budjettitui.tui.present.heads import rules_name
from budjettitui.tui.view import View
from budjettitui.tui.widgets.cells import cells
from budjettitui.tui.widgets.grid import Cell, GridRow

WAYS = {"cost": "cost", "partner": "partner", "funding": "funding", "totals": "", "asked": "", "paste": "", "text": ""}
"""The ways to begin in the order in which they stand, each with the table that it adds a row to."""


def is_empty(budget: Budget) -> bool:
    """True of a budget without any figure; partners and answers alone are none."""
    return not (
        budget.costs or budget.funding or budget.shares or budget.stated or budget.incomes or budget.appropriations
    )


def beginnings(view: View) -> Iterator[GridRow]:
    """The question, the ways to begin, and which rules the file has."""
    say = view.words.say
    yield blank()
    yield note(say("screen.begin.question"), "strong")
    yield blank()
    names = {what: say(f"screen.begin.{what}") for what in WAYS}
    wide = max(map(cells, names.values()))
    for what, name in names.items():
        text = f"{name}{' ' * (wide - cells(name))}   {say(f'screen.begin.{what}-about')}"
        yield GridRow(("begin", what), (Cell(text, editable=False),), kind="add")
    yield blank()
    yield note(say("screen.begin.rules", rules=rules_name(view.state, view.words)))
