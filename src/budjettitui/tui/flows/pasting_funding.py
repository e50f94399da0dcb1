"""Rows of a spreadsheet become rows of funding: shown as they were understood, then written as one step."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from budjettitui.model import FUNDING_KINDS
from budjettitui.pasting import GUESSED, Chosen, PastedBlock, other_style, read_funding
from budjettitui.pasting.year_columns import YEAR
from budjettitui.tui.flows import offering
from budjettitui.tui.flows.editing import previewed
from budjettitui.tui.flows.offering import Offer, Way
from budjettitui.tui.flows.previewing import Preview, Previewed, Taken, place_said
from budjettitui.tui.present import funding_blocks
from budjettitui.tui.present.names import row_name
from budjettitui.values import replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def rows(screen: "BudgetScreen", text: str) -> None:
    """The ways to take a block: as rows, where it names anything besides figures, and over the cells from the cursor on."""
    view, over, index = screen.view, offering.over(screen, text), _below(screen)

    def read(chosen: Chosen) -> Taken:
        block = read_funding(view.state, text, view.style, chosen=chosen)
        named = any(key != "amount" and not key.startswith(YEAR) for row in block.rows for key in row.cells)
        return Taken(block, tuple(_ways(screen, text, block, index, chosen)) if named else ())

    def offers(taken: Taken) -> list[Offer]:
        found = list(offered(screen, taken, index))
        if over is not None:
            found.insert(0 if "\t" not in text else len(found), over)
        return found

    found = read(GUESSED)
    if not offers(found) and not (found.block.doubts and found.block.rows):
        offering.refuse(screen, found.block)
        return
    if offers(found) and not found.ways:
        offering.ask(screen, offers(found), (), ())
        return
    notes = lambda taken: funding_blocks.notes(view.words, taken.block)  # noqa: E731
    Preview(screen, Previewed(read, offers, notes, len(text.splitlines())), found).open()


def offered(screen: "BudgetScreen", taken: Taken, index: int) -> Iterator[Offer]:
    """Each way as rows from row number `index` on, with where that is."""
    view, place = screen.view, ("funding", index)
    called = row_name(view.state, view.words, ("funding", index - 1)) if index else None
    for one, change, after in taken.ways:
        choice = funding_blocks.choice(view.words, one, taken.block)
        said = place_said(screen, place, len(one.rows), called, after)
        yield Offer(replace(choice, note=(said, *choice.note)), change, after, place)


def _below(screen: "BudgetScreen") -> int:
    """The number that the first new row gets: below the one under the cursor, else last."""
    at, count = screen.view.at, len(screen.view.state.budget.funding)
    there = at is not None and at[0] == "funding" and len(at) > 1 and isinstance(at[1], int)
    return min(count, int(at[1]) + 1) if there and at is not None else count


def _ways(screen: "BudgetScreen", text: str, block: PastedBlock, index: int, chosen: Chosen) -> list[Way]:
    """All rows; without those that stand there already; where some name no kind of money, as each kind it may be; with
    the numbers read the other way, where that differs.
    """
    state = screen.view.state
    tried = [block]
    if any(row.unknown for row in block.rows):
        style = screen.view.style
        tried = [read_funding(state, text, style, kind, chosen=chosen) for kind in _kinds(screen)]
    elif 0 < block.twice < len(block.rows):
        tried.append(block.without_twice())
    other_way = other_style(text, block.style) if chosen.style is None else None
    if other_way is not None:
        other = read_funding(state, text, other_way, chosen=replace(chosen, style=other_way))
        if [row.amount for row in other.rows] != [row.amount for row in block.rows]:
            tried += [] if any(row.unknown for row in other.rows) else [other]
    return offering.ways(state, [one for one in tried if one.rows], index, lambda change: previewed(screen, change))


def _kinds(screen: "BudgetScreen") -> list[str]:
    """The kinds in the order in which they are offered: that of the row under the cursor first."""
    at, funding = screen.view.at, screen.view.state.budget.funding
    here = funding[int(at[1])].kind if at is not None and at[0] == "funding" and len(at) > 1 else None
    return sorted(FUNDING_KINDS, key=lambda kind: kind != here)
