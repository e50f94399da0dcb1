"""Reading ahead: what a start waits for none of is read when nothing else is done, so that no key waits for it either.

A page that was not seen yet, a dialog, an import: each is read where it is asked for (`actions.DO`, `screens.book`). Once
the first picture stands and no key is being done, all of them are read one by one.
"""

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budjettitui.tui.app import BudgetApp

AFTER = 0.6
"""Seconds after the start in which the picture and the verdict come first."""

PAUSE, BREATH = 0.002, 0.05
"""Seconds in which a key is heard between two of them, and that are left to a key that is being done."""

PAGES = ("costs", "funding", "partners", "years", "file", "overview", "findings")
FLOWS = (
    "helping", "living", "asking", "copying", "pasting", "explaining", "splitting", "reviewing", "accepting", "jumping",
    "founding", "comparing", "seeking", "modelling", "exporting", "importing", "facts", "outside", "settings",
)  # fmt: skip
"""In the order in which they are likely to be asked for."""


def names() -> tuple[str, ...]:
    """The modules that are read ahead; each brings what it rests on."""
    pages, flows = (f"budjettitui.tui.pages.{one}" for one in PAGES), (f"budjettitui.tui.flows.{one}" for one in FLOWS)
    return (*pages, "budjettitui.checks.fixes", *flows)


async def read_ahead(app: "BudgetApp") -> None:
    """Read them all, a key going first each time."""
    await asyncio.sleep(AFTER)
    for name in names():
        while app.keyboard.task is not None:
            await asyncio.sleep(BREATH)
        import_module(name)
        await asyncio.sleep(PAUSE)
