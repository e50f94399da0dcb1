"""The ways to take what was pasted, each seen before it is written: as new rows, or over the cells that stand there."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from budjettitui.edits import Change
from budjettitui.findings import Path
from budjettitui.pasting import PastedBlock, change_of
from budjettitui.state import State
from budjettitui.tui.flows import changing, going, pasting_over
from budjettitui.tui.flows.editing import previewed
from budjettitui.tui.present.mends import found_then
from budjettitui.tui.themes import looks_of
from budjettitui.tui.widgets.menu import Choice, MenuText
from budjettitui.values import frozen, replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

ROOMY, HIGH = 10, 30
"""Lines of a block and of its notes beside which a window that is lower has room for what would be found."""

Way = tuple[PastedBlock, Change, State]
"""A block as it was understood, the step that writes it, and the budget after that."""

Look = Callable[[Change], State | None]
"""The budget as a change would make it; None where it cannot be made."""


@frozen
class Offer:
    """One way to take what was pasted: how it is called, what it does, and where one stands after it."""

    choice: Choice
    change: Change
    after: State
    place: Path


def ways(state: State, tried: Iterable[PastedBlock], index: int, look: Look) -> list[Way]:
    """Those of the blocks that can be written as they are, as rows from row number `index` on."""
    found: list[Way] = []
    for one in tried:
        change = change_of(state, one, index) if not one.doubts else None
        after = look(change) if isinstance(change, Change) else None
        if isinstance(change, Change) and after is not None:
            found.append((one, change, after))
    return found


def ask(
    screen: "BudgetScreen", offers: Sequence[Offer], above: tuple[str, ...], note: tuple[str, ...], title: str = ""
) -> None:
    """Which way; the foot shows what each would bring, and Enter writes it as one step."""

    def chosen(number: int | None) -> None:
        screen.previews = ()
        screen.change(preview=None, preview_label="")
        if number is not None and changing.apply(screen, offers[number].change):
            going.to_path(screen, offers[number].place)

    screen.previews = tuple(one.after for one in offers)
    title = title or screen.view.words.say("screen.paste.title")
    crowded = len(above) + len(note) > ROOMY and screen.app.size.height < HIGH
    told = [one.choice if crowded else with_outcome(screen, one, note) for one in offers]
    screen.ask(MenuText(title, tuple(told), above, note if crowded else ()), chosen)


def with_outcome(screen: "BudgetScreen", offer: Offer, note: tuple[str, ...]) -> Choice:
    """The choice with how the block was understood, and with what would be found then."""
    then = found_then(screen.view, offer.after, looks_of(screen.app))
    return replace(offer.choice, note=(*offer.choice.note, *note, screen.view.words.say("flow.facts.then", **then)))


def refuse(screen: "BudgetScreen", block: PastedBlock) -> None:
    """Why a block cannot be taken."""
    if not block.rows:
        screen.say("screen.paste.nothing")
        return
    line, what = block.doubts[0] if block.doubts else (block.rows[0].line, "")
    screen.say("screen.paste.doubt", line=line, what=what, role="error")


def over_alone(screen: "BudgetScreen", text: str) -> None:
    """On a page that no rows are pasted on."""
    way = over(screen, text)
    if way is None:
        screen.say("screen.paste.no-cells")
    else:
        ask(screen, [way], (), ())


def over(screen: "BudgetScreen", text: str) -> Offer | None:
    """The block over the cells from the cursor on, where all of them can take it."""
    view, cells = screen.view, pasting_over.cells_under(screen, text)
    change = pasting_over.change_over(screen, cells) if cells else None
    after = previewed(screen, change) if isinstance(change, Change) and not change.idle else None
    if not cells or not isinstance(change, Change) or after is None:
        return None
    title = view.words.say("screen.paste.over", count=len(cells))
    lines = pasting_over.lines_over(view.words, view.state, after, cells)
    return Offer(Choice(title, note=lines), change, after, cells[0][0])
