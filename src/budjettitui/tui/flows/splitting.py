"""Amounts split by year: the rest into one cell, a row or a whole table evenly by months."""

from typing import TYPE_CHECKING

from budjettitui.cells.places import is_year
from budjettitui.edits import Change
from budjettitui.spreading import TABLES, rest_into
from budjettitui.spreading import spread as spread_rows
from budjettitui.spreading.shares import SHARE_YEAR, rest_of_share, spread_shares
from budjettitui.tui.flows import changing
from budjettitui.tui.flows.selecting import places_marked
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
    marked, state = places_marked(screen), screen.view.state
    rows = [(str(path[0]), int(path[1])) for path in marked if path[0] in TABLES]
    figures = [(int(path[1]), str(path[-1])) for path in marked if path[0] == "share"]
    if not marked:
        rows = page.rows_of_total(grid.cursor[0])
    answers = [spread_rows(state, rows)] if rows or not figures else []
    answers += [spread_shares(state, figures)] if figures else []
    _make(screen, _together(answers), "screen.years.even-already")


def _together(answers: list[Change | NotYet]) -> Change | NotYet:
    """Rows of tables and figures of shares as one step; a sum of both would be of nothing."""
    first = next((one for one in answers if isinstance(one, NotYet)), answers[0])
    made = [one for one in answers if isinstance(one, Change) and one.edits]
    if isinstance(first, NotYet) or len(made) < 2:
        return first if isinstance(first, NotYet) or not made else made[0]
    count = sum(int(str(one.values["count"])) for one in made)
    return Change(first.name, tuple(edit for one in made for edit in one.edits), {"count": count, "amount": None})


def rest(screen: "BudgetScreen") -> None:
    """What the row has in no year, into the cell under the cursor."""
    at = screen.view.at
    share = at is not None and at[0] == "share" and len(at) == len(SHARE_YEAR)
    if at is None or not (share or is_year(at)):
        screen.say("screen.years.on-a-year")
        return
    answer = rest_of_share(screen.view.state, at) if share else rest_into(screen.view.state, at)
    _make(screen, answer, "screen.years.nothing-left")


def _make(screen: "BudgetScreen", answer: Change | NotYet, nothing: str) -> None:
    if isinstance(answer, NotYet):
        screen.say(f"screen.{answer.why}")
    elif not answer.edits:
        screen.say(nothing)
    else:
        changing.apply(screen, answer)
