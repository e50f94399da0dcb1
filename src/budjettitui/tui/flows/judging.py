"""Judging what was opened: of a large file the rows are seen first, and the verdict comes as soon as there is one.

Until then every place that shows a verdict says that there is none yet. Keys that only move are done meanwhile; whatever
else is pressed is done once the budget is judged, so that it does what it would have done a moment later.
"""

import asyncio
import time
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App

from budjettitui.blocks import first_with, values
from budjettitui.findings import NOT_YET
from budjettitui.model import LINES
from budjettitui.session import judge_on
from budjettitui.traits import called
from budjettitui.tui.flows import starting
from budjettitui.tui.whose import app_of

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

STEP, PAUSE = 0.01, 0.001
"""Seconds that are judged before keys are heard again, and that they are heard for."""

AFTER = 0.4
"""Seconds after a start in which nothing is done beforehand."""

BREATH = 0.02
"""Seconds that are left to drawing: at first, and while a key is done."""

MOVES = ("move", "next_cell", "ends", "pages", "top", "bottom")
TURNS = ("next_page", "previous_page", "go")
"""Actions that ask for no verdict: the cursor within a page, and to another page."""

AFTER_G = "123456<>"
"""What may follow `g` before there is a verdict."""


def waits(screen: "BudgetScreen") -> bool:
    """True of a budget that is not judged yet."""
    return screen.view.state.findings is NOT_YET


def begin(screen: "BudgetScreen") -> None:
    """Judge beside the keyboard, once the rows are seen; where that is done, get ready for the first key that writes."""
    if waits(screen):
        screen.call_after_refresh(lambda: screen.run_worker(_go_on(screen), group="judging"))
    elif not screen.app.is_headless:
        screen.set_timer(AFTER, partial(get_ready, screen))


def get_ready(screen: "BudgetScreen") -> None:
    """Work out what the first key that writes would else work out: where rows stand, what they are called, which are saved."""
    state = screen.session.state
    state.document.places.layout.prepare()
    for table in LINES:
        first_with(state.budget.rows(table), called, None)
        values(state.budget.rows(table), id)


async def _go_on(screen: "BudgetScreen") -> None:
    await asyncio.sleep(BREATH)
    while waits(screen):
        if app_of(screen).keyboard.task is not None:
            await asyncio.sleep(BREATH)  # a key is being done, which comes first
            continue
        end = time.perf_counter() + STEP
        if judge_on(screen.session, partial(_past, end)):
            now(screen)
            await asyncio.sleep(BREATH)
            get_ready(screen)
        else:
            await asyncio.sleep(PAUSE)


def _past(end: float) -> bool:
    return time.perf_counter() >= end


def now(screen: "BudgetScreen") -> None:
    """Judge to the end, and show it; nothing where that is done."""
    if not waits(screen):
        return
    judge_on(screen.session)
    state = screen.session.state
    if screen.saved.document is state.document:
        screen.saved = state
    with screen.app.batch_update():
        screen.change(state=state, saved=screen.saved)
        starting.judged(screen)


def heard(app: App[Any], event: events.Event) -> None:
    """Something was pressed: where it asks for a verdict, it waits for that."""
    from budjettitui.tui.screens.budget import BudgetScreen  # which has this file's functions

    if not isinstance(event, events.Key | events.MouseDown | events.Paste):
        return
    for one in app.screen_stack:
        if isinstance(one, BudgetScreen) and waits(one):
            _hears(one, event, seen=one is app.screen)


def _hears(screen: "BudgetScreen", event: events.Event, *, seen: bool) -> None:
    if not seen or not isinstance(event, events.Key) or not _only_moves(screen, event):
        now(screen)
    elif event.key not in _keys_of(screen, ("go",)):
        screen.stirred = True


def _only_moves(screen: "BudgetScreen", key: events.Key) -> bool:
    """True of a key that does the same with a verdict and without one; on the Overview the cursor begins on a finding."""
    view = screen.view
    if view.dialog or view.typing is not None:
        return False
    if view.going:
        return key.character is not None and key.character in AFTER_G
    keys = _keys_of(screen, TURNS if view.page == "overview" else (*MOVES, *TURNS))
    return key.key in keys or key.character in keys


def _keys_of(screen: "BudgetScreen", names: Sequence[str]) -> set[str]:
    return {key for action in screen.view.keys if action.name in names for key in action.keys}
