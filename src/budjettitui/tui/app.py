"""The app: opens a file or a folder, and holds what holds for both: words, looks, the day."""

import asyncio
import gc
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType

from budjettitui import memory, store
from budjettitui.checks.case import Neighbour
from budjettitui.session import Session
from budjettitui.settings import SettingFault, Settings, read_settings, with_kept
from budjettitui.tui import ending
from budjettitui.tui.bursts import Bursts
from budjettitui.tui.escapes import both_of_them, parted
from budjettitui.tui.flows import judging, reading_ahead, starting
from budjettitui.tui.flows.working import Work, is_large, is_very_large
from budjettitui.tui.keymap import table_of
from budjettitui.tui.screens.budget import BudgetScreen
from budjettitui.tui.screens.foot import unseen
from budjettitui.tui.settling import Keyboard
from budjettitui.tui.themes import LOOKS, Looks, chosen
from budjettitui.tui.view import Talk, View
from budjettitui.tui.widgets.menu import WHEEL
from budjettitui.tui.widgets.talk import TalkRule, TalkText
from budjettitui.typed import ENGLISH, FINNISH, NumberStyle
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.folder import FolderScreen

STANDS = 2.0
"""Seconds after which a start is over: what stands then stays, and what is thrown away is collected again."""

NEW_VALUES = 50_000
"""So many values that are made and not let go are looked through for rings at once; fewer wait until the keyboard rests."""

WRITES = 0.0005
"""Seconds after which what is drawn is written though a budget is being judged: the writing has a thread of its own."""

STYLES = {"1 234,56": FINNISH, "1,234.56": ENGLISH}
"""How numbers are written and read, by the name that `Words` knows it by."""


class BudgetApp(App[int]):
    """Budgets on the screen."""

    ENABLE_COMMAND_PALETTE = False
    CSS: ClassVar[str] = (
        "Screen { overflow: hidden; } #middle { height: 1fr; } #main { width: 1fr; } TooSmall { display: none; }"
        " Screen.small > * { display: none; } Screen.small TooSmall { display: block; }"
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit_asking", show=False, priority=False)]
    TITLE = "budjettitui"

    def __init__(self, path: Path, words: Words, today: date, *, read_only: bool = False, ascii: bool = False,
                 settings: Settings | None = None) -> None:  # fmt: skip
        super().__init__()
        settings = settings or Settings()
        self.path = path
        self.keys = table_of(settings.keys)
        self.faults = (*settings.faults, *self.keys.faults)
        """What of the settings is not followed."""
        self.words = Words(words.lang, settings.numbers or words.numbers, keys=self.keys.shown())
        self.today = today
        self.read_only = read_only
        self.tour = False
        self.folder: FolderScreen | None = None
        """The list of budgets, where a folder was opened."""
        self.opening = False
        self.unreadable = ""
        """Why the last file that could not be read cannot be (a key of `label.reason`)."""
        self.told = False
        self.ended_by = 0
        """The signal that asked for the end, where one did."""
        both_of_them()
        self.keyboard = Keyboard(self)
        self.bursts = Bursts(self)
        self.work: Work | None = None
        """What is being done beside the keyboard."""
        self.scroll_sensitivity_y = float(WHEEL)
        self.looks = chosen(settings.theme or "dark", no_colour="NO_COLOR" in os.environ, ascii=ascii or settings.ascii)
        self._dress(self.looks)

    async def on_event(self, event: events.Event) -> None:
        """A key waits until what the key before it did is done, so that it goes where it was meant to go."""
        if self.opening and isinstance(event, events.Key) and event.key == "escape":
            self.exit(0)
        if unseen(self.screen_stack, event):
            return
        for one in parted(event) if isinstance(event, events.Key) else (event,):
            if not isinstance(one, events.Key):
                judging.heard(self, one)
            elif not self._its_turn(one):
                continue
            await super().on_event(one)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """No key here goes before the widget that has the cursor: those that would are not looked for at each key, which
        makes a copy of every binding and asks five widgets about each. A library without it asks as it does.
        """
        return not priority and await super()._check_bindings(key, priority)

    def _its_turn(self, key: events.Key) -> bool:
        """False of a key that waits for others, and of one that belongs to a burst of letters."""
        if self.bursts.came(key):
            return False
        judging.heard(self, key)
        if not (self.is_headless or self.keyboard.lets(key)):
            return False
        judging.heard(self, key)  # it may have waited for a key that went to another page
        return not self.bursts.turn(key)

    def on_mount(self) -> None:
        """Open what was asked for."""
        self.set_keymap(self.keys.bindings())
        self.set_timer(STANDS, _collect_again)
        if not self.is_headless:
            ending.heed(self)
            self.run_worker(reading_ahead.read_ahead(self))
        if self.path.is_dir():
            from budjettitui.tui.screens.folder import (
                FolderScreen,  # when it is asked for: a start waits for none of it
            )

            self.folder = FolderScreen(self.path, self.words, self.today, read_only=self.read_only)
            self.push_screen(self.folder)
        elif is_very_large(self.path):
            self.screen.mount(TalkRule(TalkText(self.words.say("screen.work.opening", file=self.path.name))))
            self.run_worker(self._open_large())
        elif not self.open_budget(self.path):
            self.exit(2)

    async def _open_large(self) -> None:
        """What takes longer than one waits is read beside the screen, which says so meanwhile; Esc leaves it."""
        self.opening = True
        session = await asyncio.to_thread(self.read_budget, self.path)
        self.opening = False
        if session is None:
            self.exit(2)
        else:
            self.show_budget(self.path, session)

    def open_budget(self, path: Path, others: tuple[Neighbour, ...] = ()) -> bool:
        """Open a file on a screen of its own, judged beside others; False where it cannot be read at all."""
        session = self.read_budget(path, others)
        return session is not None and bool(self.show_budget(path, session))

    def read_budget(self, path: Path, others: tuple[Neighbour, ...] = ()) -> Session | None:
        """A file read, and judged where that is quick; None where it cannot be read at all. Nothing is shown yet."""
        try:
            later = is_large(path) and not self.read_only  # which begins with the list of what was found
            return Session.open(path, today=self.today, others=others, later=later, rest=True)
        except store.Unreadable as error:
            self.unreadable = error.reason
            return None

    def show_budget(self, path: Path, session: Session) -> BudgetScreen:
        """What was read, on a screen of its own."""
        words = self.words_for(session)
        talk = Talk(words.say("screen.talk.opened", file=path.name))
        view = View(session.state, session.state, words, STYLES[_style(self.words)], path.name,
                    keys=self.keys.actions, read_only=self.read_only, talk=talk,
                    page=starting.first_page(session, read_only=self.read_only))  # fmt: skip
        screen = BudgetScreen(session, view)
        self.push_screen(screen)
        if untold := self._untold():
            from budjettitui.tui.flows.settings import tell  # when it is asked for: a start waits for none of it

            screen.call_after_refresh(tell, screen, untold)
        if self.tour:
            screen.call_after_refresh(starting.first_time, screen)
        return screen

    def _untold(self) -> Sequence[SettingFault]:
        """What of the settings is not followed, once."""
        found, self.told = () if self.told else self.faults, True
        return found

    def show_tour(self) -> None:
        """Three things to know, over the budget that is open."""
        for screen in self.screen_stack:
            if isinstance(screen, BudgetScreen):
                starting.tour(screen)

    @property
    def style_of_numbers(self) -> NumberStyle:
        """How numbers are written and read now."""
        return STYLES[_style(self.words)]

    def words_for(self, session: Session) -> Words:
        """The words with the decimals of a budget's currency."""
        return self.words.of("", session.state.budget.decimals)

    def close_budget(self) -> None:
        """Back to the folder, or the end where there is none."""
        if self.folder is not None:
            self.pop_screen()
        else:
            self.exit(0)

    def action_quit_asking(self) -> None:
        """ctrl+q where no screen took it."""
        self.exit(0)

    # settings ---------------------------------------------------------------------------------------------------
    def speak(self, lang: str) -> None:
        """Another language, at once and everywhere, and at the next start."""
        memory.keep("language", lang)
        self._say_in(Words(lang, _style(self.words), keys=self.words.keys))

    def write_numbers(self, style: str) -> None:
        """Another way to write and read numbers, now and at the next start."""
        memory.keep("numbers", style)
        self._say_in(Words(self.words.lang, style, keys=self.words.keys))

    def _say_in(self, words: Words) -> None:
        self.words = words
        for screen in self.screen_stack:
            if isinstance(screen, BudgetScreen):
                screen.change(words=self.words_for(screen.session), style=STYLES[_style(words)])
                screen.say("screen.talk.language")
            elif self.folder is not None and screen is self.folder:
                self.folder.speak(words)

    def next_looks(self) -> None:
        """The next theme, now and at the next start."""
        names = [name for name in LOOKS if name != "no-colour"]
        at = names.index(self.looks.name) if self.looks.name in names else -1
        self.scroll_sensitivity_y = float(WHEEL)
        self.looks = chosen(names[(at + 1) % len(names)], ascii=self.looks.ascii)
        self._dress(self.looks)
        memory.keep("theme", self.looks.name)
        self.refresh_css()
        for screen in self.screen_stack:
            screen.refresh(layout=True)

    def _dress(self, looks: Looks) -> None:
        self.register_theme(looks.theme())
        self.theme = looks.name


def _collect_again() -> None:
    """Rows that stand are not looked through again and again while one types, nor what a key makes while it is done."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(NEW_VALUES)
        gc.enable()


def _style(words: Words) -> str:
    return words.numbers if words.numbers in STYLES else "1 234,56"


def run_app(path: Path | None, *, read_only: bool, lang: str, asked: bool, today: date, ascii: bool) -> tuple[int, str]:
    """Open a file or a folder on the screen. A language that was asked for goes first.

    Returns the exit code of the program, and why the file cannot be read (a key of `label.reason`), where it cannot.
    """
    settings = with_kept(read_settings(), memory.kept)
    words = Words(lang if asked else settings.language or lang)
    app = BudgetApp(path or Path(), words, today, read_only=read_only, ascii=ascii, settings=settings)
    app.tour = True
    sys.setswitchinterval(WRITES)
    code = app.run() or 0
    ending.as_asked(app)
    return code, app.unreadable if code else ""
