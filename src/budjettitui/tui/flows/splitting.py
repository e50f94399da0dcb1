"""Amounts split by year: the rest into one cell, a row or a whole table evenly by months."""

from typing import TYPE_CHECKING

from budjettitui.cell_places import is_year
from budjettitui.edits import Change
from budjettitui.spreading import TABLES, rest_into
from budjettitui.spreading import spread as spread_rows
from budjettitui.tui.flows import changing
from budjettitui.tui.flows.selecting import rows_marked
from budjettitui.tui.pages.years import YearsPage
from budjettitui.typed import NotYet

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def spread(screen: "BudgetScreen") -> None:
    """The row under the cursor, the rows that are selected, or on a total all rows above it."""
    page, grid = screen.page, screen.desk.grid
    if not isinstance(page, YearsPage) or grid is None:
        screen.say("screen.years.only-there")
        return
    marked = rows_marked(screen)
    if any(path[0] not in TABLES for path in marked):
        screen.say("screen.years.not-shares")
        return
    rows = [(str(path[0]), int(path[1])) for path in marked] or page.rows_of_total(grid.cursor[0])
    _make(screen, spread_rows(screen.view.state, rows), "screen.years.even-already")


def rest(screen: "BudgetScreen") -> None:
    """What the row has in no year, into the cell under the cursor."""
    at = screen.view.at
    if at is None or not is_year(at):
        screen.say("screen.years.on-a-year")
        return
    _make(screen, rest_into(screen.view.state, at), "screen.years.nothing-left")


def _make(screen: "BudgetScreen", answer: Change | NotYet, nothing: str) -> None:
    if isinstance(answer, NotYet):
        screen.say(f"screen.{answer.why}")
    elif not answer.edits:
        screen.say(nothing)
    else:
        changing.apply(screen, answer)
