"""What may take longer than one waits: done beside the keyboard, told after half a second, left with Esc."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from budjettitui.tui.whose import app_of

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen
    from budjettitui.tui.screens.folder import FolderScreen

TELL_AFTER = 0.5
"""Seconds after which it is said what is being done."""

LARGE, VERY_LARGE = 200_000, 3_000_000
"""Bytes from which a file is shown before it is judged, and from which its reading is told."""

Result = TypeVar("Result")


@dataclass(eq=False, slots=True)
class Work:
    """One thing that is being done."""

    left: bool = False
    """True once somebody pressed Esc: what comes out of it is dropped."""
    over: asyncio.Event = field(default_factory=asyncio.Event)


def is_large(path: Path) -> bool:
    """True of a file that takes long to judge."""
    return _size(path) > LARGE


def is_very_large(path: Path) -> bool:
    """True of a file that takes long to read."""
    return _size(path) > VERY_LARGE


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def work(
    screen: "BudgetScreen | FolderScreen", tell: Callable[[], object], do: Callable[[], Result],
    then: Callable[[Result], object],
) -> None:  # fmt: skip
    """Do something in a thread of its own, and `then` what follows from it on the screen, if nobody left it meanwhile.

    `do` looks at nothing that the screen may change. `tell` says what takes so long.
    """
    leave(screen)
    one = app_of(screen).work = Work()

    async def done() -> None:
        task, before, told = asyncio.create_task(asyncio.to_thread(do)), None, None
        try:
            await asyncio.wait({task}, timeout=TELL_AFTER)
            if not task.done() and not one.left:
                before = _talk(screen)
                tell()
                told = _talk(screen)
            result = await task
        finally:
            one.over.set()
        if told is not None and _talk(screen) is told:  # it is no longer being done
            screen.change(talk=before)
        if not one.left:
            then(result)

    screen.run_worker(done(), group="work")


def _talk(screen: "BudgetScreen | FolderScreen") -> object:
    """What is being said on a screen."""
    shown: Any = getattr(screen, "view", screen)
    return shown.talk


def leave(screen: "BudgetScreen | FolderScreen") -> bool:
    """Esc: wait no longer for what is being done; False where nothing is."""
    one = app_of(screen).work
    if one is None or one.left or one.over.is_set():
        return False
    one.left = True
    screen.say("screen.work.left")
    return True
