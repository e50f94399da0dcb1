"""Rows of a spreadsheet become rows of funding: shown as they were understood, then written as one step."""

from typing import TYPE_CHECKING

from budjettitui.model import FUNDING_KINDS
from budjettitui.pasting import PastedBlock, other_style, read_funding
from budjettitui.pasting.year_columns import YEAR
from budjettitui.tui.flows import offering
from budjettitui.tui.flows.editing import previewed
from budjettitui.tui.flows.offering import Offer, Way
from budjettitui.tui.present import funding_blocks
from budjettitui.tui.widgets.box import widest

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def rows(screen: "BudgetScreen", text: str) -> None:
    """The ways to take a block: as rows, where it names anything besides figures, and over the cells from the cursor on."""
    view, over = screen.view, offering.over(screen, text)
    block = read_funding(view.state, text, view.style)
    index = _below(screen)
    named = any(key != "amount" and not key.startswith(YEAR) for row in block.rows for key in row.cells)
    ways = _ways(screen, text, block, index) if named else []
    place = ("funding", index)
    offers = [Offer(funding_blocks.choice(view.words, one, block), change, after, place) for one, change, after in ways]
    if over is not None:
        offers.insert(0 if "\t" not in text else len(offers), over)
    if not offers:
        offering.refuse(screen, block)
        return
    room = widest(screen.app.size)
    above = funding_blocks.lines(view.words, view.state.budget, ways[0][0], view.height, room) if ways else ()
    offering.ask(screen, offers, above, funding_blocks.notes(view.words, block) if ways else ())


def _below(screen: "BudgetScreen") -> int:
    """The number that the first new row gets: below the one under the cursor, else last."""
    at, count = screen.view.at, len(screen.view.state.budget.funding)
    there = at is not None and at[0] == "funding" and len(at) > 1 and isinstance(at[1], int)
    return min(count, int(at[1]) + 1) if there and at is not None else count


def _ways(screen: "BudgetScreen", text: str, block: PastedBlock, index: int) -> list[Way]:
    """All rows; without those that stand there already; where some name no kind of money, as each kind it may be; with
    the numbers read the other way, where that differs.
    """
    state = screen.view.state
    tried = [block]
    if any(row.unknown for row in block.rows):
        tried = [read_funding(state, text, screen.view.style, kind) for kind in _kinds(screen)]
    elif 0 < block.twice < len(block.rows):
        tried.append(block.without_twice())
    style = other_style(text, block.style)
    if style is not None:
        other = read_funding(state, text, style)
        if [row.amount for row in other.rows] != [row.amount for row in block.rows]:
            tried += [] if any(row.unknown for row in other.rows) else [other]
    return offering.ways(state, [one for one in tried if one.rows], index, lambda change: previewed(screen, change))


def _kinds(screen: "BudgetScreen") -> list[str]:
    """The kinds in the order in which they are offered: that of the row under the cursor first."""
    at, funding = screen.view.at, screen.view.state.budget.funding
    here = funding[int(at[1])].kind if at is not None and at[0] == "funding" and len(at) > 1 else None
    return sorted(FUNDING_KINDS, key=lambda kind: kind != here)
