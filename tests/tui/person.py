"""A person at the screen, for tests: presses keys, counts them, reads what stands there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.pilot import Pilot

from budjettitui.session import Session
from budjettitui.tui.app import BudgetApp
from budjettitui.tui.screens.budget import BudgetScreen
from budjettitui.tui.view import View
from budjettitui.words import Words
from tests.places import BUDGETS
from tests.tui.waiting import Hand

TODAY = date(2026, 11, 24)
NAMES = {
    " ": "space",
    ",": "comma",
    "*": "asterisk",
    "%": "percent_sign",
    ".": "full_stop",
    "-": "minus",
    "#": "number_sign",
}


class Person:
    """Acts on the app of one test; `pressed` counts keys, the text that is typed not among them."""

    def __init__(self, app: BudgetApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot
        self.pressed = 0

    async def press(self, *keys: str) -> None:
        """Press keys, each of them counted."""
        for key in keys:
            await self.pilot.press(key)
            self.pressed += 1
        await self.rest()
        self.app.bursts.run = None  # the hand rests here: the next letters are none that came in one burst with these

    async def write(self, text: str) -> None:
        """Type a text."""
        for character in text:
            await self.pilot.press(NAMES.get(character, character))
        await self.rest()

    async def click(self, x: int, y: int, button: int = 1, times: int = 1) -> None:
        """Click on a cell of the window."""
        await self.pilot.click(offset=(x, y), button=button, times=times)
        await self.rest()

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the left button, as a terminal tells it: down, moves, up, and the click that an up is."""
        for kind, at in ((MouseDown, start), (MouseMove, start), (MouseMove, end), (MouseUp, end), (Click, end)):
            await self.pilot._post_mouse_events([kind], offset=at, button=1)
        await self.rest()

    def row(self, text: str) -> int:
        """The line of the window that has a text."""
        return next(number for number, line in enumerate(self.lines()) if text in line.replace("\u00a0", " "))

    async def rest(self) -> None:
        """Wait until all that was done is drawn, also what was done beside the keyboard."""
        await self.pilot.pause()
        if self.app.work is not None:
            await self.app.work.over.wait()
            await self.pilot.pause()

    @property
    def screen(self) -> BudgetScreen:
        """The budget that is open."""
        found = [screen for screen in self.app.screen_stack if isinstance(screen, BudgetScreen)]
        return found[-1]

    @property
    def session(self) -> Session:
        """Its session."""
        return self.screen.session

    @property
    def view(self) -> View:
        """What it shows."""
        return self.screen.view

    def lines(self) -> list[str]:
        """The screen as text."""
        return ["".join(segment.text for segment in strip) for strip in self.app.screen._compositor.render_strips()]

    def text(self) -> str:
        """All of it."""
        return "\n".join(self.lines()).replace("\u00a0", " ")

    def checks(self) -> list[str]:
        """The names of the roots that stand."""
        return [one.check for one in self.session.state.roots()]


@asynccontextmanager
async def at(
    path: Path,
    *,
    size: tuple[int, int] = (80, 24),
    lang: str = "en",
    read_only: bool = False,
    ascii: bool = False,
) -> AsyncIterator[Person]:
    """A person before the app, opened on a file or a folder."""
    app = BudgetApp(path, Words(lang), TODAY, read_only=read_only, ascii=ascii)
    async with app.run_test(size=size):
        person = Person(app, Hand(app))
        await person.rest()
        yield person


PARTNER = """
[[partner]]
id = "p{n}"
name = "Partner {n}"

[[cost]]
partner = "p{n}"
category = "personnel"
{cost}

[[funding]]
kind = "own"
payer = "p{n}"
amount = {own}
"""


def partners(count: int, cost: str = "amount = {n}", own: str = "{n}") -> str:
    """The rows of so many partners, each with a cost line and own money; `{n}` is the number of the partner."""
    return "".join(
        PARTNER.format(n=number, cost=cost.format(n=number), own=own.format(n=number)) for number in range(1, count + 1)
    )


def copied(name: str, folder: Path) -> Path:
    """A copy of one of the five budgets."""
    path = folder / name
    path.write_bytes((BUDGETS / name).read_bytes())
    return path


def changed(old: bytes, new: bytes) -> list[tuple[bytes, bytes]]:
    """The lines that differ between two texts of equal length in lines."""
    return [pair for pair in zip(old.splitlines(), new.splitlines(), strict=True) if pair[0] != pair[1]]


async def to_fact(person: "Person", typed: str) -> None:
    """The list of facts, narrowed to one, and Enter."""
    await person.press("number_sign")
    await person.write(typed)
    await person.press("enter")
