"""The budgets of a folder with what stands in them: costs, support, rate, findings, stage. Enter opens one."""

import asyncio
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from budjettitui.tui.files import Listed, read, read_one, side_by_side, toml_files
from budjettitui.tui.flows import listing
from budjettitui.tui.flows.founding import new
from budjettitui.tui.keys import bindings_of
from budjettitui.tui.present import folders, promises
from budjettitui.tui.present.keyhints import place_hints
from budjettitui.tui.present.sorting import Sorting
from budjettitui.tui.screens.foot import GoLine
from budjettitui.tui.themes import looks_of
from budjettitui.tui.widgets import grid_says
from budjettitui.tui.widgets.drawn import Drawn
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.keysline import KeysLine
from budjettitui.tui.widgets.menu import Menu, MenuText
from budjettitui.tui.widgets.strip import FootStrip, StripText
from budjettitui.tui.widgets.tabs import TabsText
from budjettitui.tui.widgets.talk import TalkRule, TalkText
from budjettitui.tui.widgets.title import TitleLine, TitleText
from budjettitui.words import Words

TELL_AFTER = 0.5
"""Seconds of reading after which its progress is told."""


def _bindings() -> list[BindingType]:
    listed = [Binding(keys, f"do('{action.name}')", action.name, show=False) for action, keys in bindings_of("list")]
    return [*listed, Binding("escape", "stop", show=False)]


class FolderScreen(Screen[None]):
    """The list of budgets."""

    BINDINGS: ClassVar[list[BindingType]] = _bindings()

    def __init__(self, folder: Path, words: Words, today: date) -> None:
        super().__init__()
        self.folder = folder
        self.words = words
        self.today = today
        self.files: list[Listed] = []
        self.skipped = 0
        self.stopped = False
        self.told = TalkText()
        self.opened: Path | None = None
        self.tab = 0
        self.sort = Sorting()
        self.promises: list[promises.Told] = []

    def compose(self) -> ComposeResult:
        """Title, table, strip, talk, keys."""
        yield TitleLine(TitleText(""))
        yield GoLine(TabsText(()))
        yield Grid(id="files")
        yield FootStrip(StripText())
        yield TalkRule(TalkText())
        yield KeysLine(())

    def on_mount(self) -> None:
        """Read the folder."""
        self.query_one(Grid).focus()
        self.reread()

    def reread(self) -> None:
        """Read all files again."""
        self.run_worker(self._read(), exclusive=True)

    async def _read(self) -> None:
        """File by file, so that what is read is seen and the screen stays usable."""
        paths, began = toml_files(self.folder), time.monotonic()
        self.files, self.skipped, self.stopped = [], 0, False
        shown = began
        for number, listed in enumerate(read(paths, self.folder, self.today), 1):
            if listed is None:
                self.skipped += 1
            else:
                self.files.append(listed)
            now = time.monotonic()
            if now - shown > TELL_AFTER:
                shown = now
                self.tell("screen.list.reading", number=number, count=len(paths))
                self.draw()
            await asyncio.sleep(0)
            if self.stopped:
                break
        took = int((time.monotonic() - began) * 10)
        key = "screen.list.stopped" if self.stopped else "screen.list.read"
        self.tell(key, count=len(self.files), seconds=f"{took // 10},{took % 10}", skipped=self.skipped or None)
        self.files = side_by_side(self.files)
        self.promises = listing.worked_out(self.files)
        self.draw()

    def tell(self, key: str, **values: object) -> None:
        """Say something in the rule that talks, when it is next drawn."""
        self.told = TalkText(self.words.say(key, **values))

    def draw(self) -> None:
        """Show what was read so far."""
        words = self.words
        self.query_one(TitleLine).show(folders.title(self.folder, self.files, words, looks_of(self.app)))
        self.query_one(GoLine).show(folders.tabs(words, self.tab, self.query_one(GoLine).has_focus))
        if self.tab:
            self.query_one(Grid).show(promises.columns(words, self.size.width), promises.rows(self.promises, words))
        else:
            heads = tuple(self.sort.marked(column) for column in folders.columns(words))
            self.query_one(Grid).show(heads, folders.rows(listing.shown(self), words, looks_of(self.app)))
        self.query_one(TalkRule).show(self.told)
        self.query_one(KeysLine).show(place_hints(words, "list"))
        self._draw_strip()

    def _draw_strip(self) -> None:
        row = self.query_one(Grid).cursor[0]
        if self.tab:
            told = self.promises[row] if row < len(self.promises) else None
            self.query_one(FootStrip).show(promises.strip(told, self.words))
            return
        listed = listing.file_at(self, row)
        self.query_one(FootStrip).show(folders.strip(listed, self.words, self.size.width, looks_of(self.app)))

    def speak(self, words: Words) -> None:
        """Another language."""
        self.words = words
        self.told = replace(self.told, text="")
        self.draw()

    def on_resize(self) -> None:
        """Draw for another width."""
        self.draw()

    def on_grid_moved(self) -> None:
        """The strip speaks of the file under the cursor."""
        self._draw_strip()

    def on_grid_opened(self, event: grid_says.Opened) -> None:
        """Open the file."""
        listing.open_row(self, event.row)

    def on_go_line_pressed(self, event: GoLine.Pressed) -> None:
        """The key that followed `g`: one of the two tabs, the top or the end."""
        grid = self.query_one(Grid)
        grid.focus()
        if event.key in ("1", "2"):
            listing.turn(self, int(event.key) - 1)
        elif event.key in ("g", "e"):
            grid.step("top" if event.key == "g" else "bottom")
        self.call_after_refresh(self.draw)

    def on_drawn_clicked(self, event: Drawn.Clicked) -> None:
        """A click on a tab."""
        kind, _, number = event.name.partition(" ")
        if kind == "page":
            listing.turn(self, int(number) - 1)

    def on_grid_head_clicked(self, event: grid_says.HeadClicked) -> None:
        """A click on a head sorts by its column."""
        listing.sort(self, event.column)

    def on_grid_not_editable(self, event: grid_says.NotEditable) -> None:
        """F2 and letters that edit elsewhere open here."""
        if not event.text:
            self.on_grid_opened(grid_says.Opened(event.grid, event.row, event.column))

    def on_screen_resume(self) -> None:
        """A file may have been saved meanwhile: read the one under the cursor again."""
        for number, one in enumerate(self.files):
            if one.path == self.opened:
                self.files[number] = read_one(one.path, self.folder, self.today) or one
                self.files = side_by_side(self.files)
                self.promises = listing.worked_out(self.files)
        self.draw()

    def action_stop(self) -> None:
        """Stop reading; what was read stays."""
        self.stopped = True

    def action_do(self, name: str) -> None:
        """Do an action of the table of keys by its name."""
        if name == "go":
            self.query_one(GoLine).focus()
            self.draw()
        elif name in ("next_page", "previous_page"):
            listing.turn(self, 1 - self.tab)
        elif name == "sort":
            listing.sort(self, self.query_one(Grid).cursor[1])
        elif name == "close":
            self.app.exit(0)
        elif name == "new":
            new(self)
        elif name == "reread":
            self.reread()
        elif name == "redraw":
            self.refresh(layout=True)
        elif name in ("help", "palette"):
            folders.dialog(self, name)

    def ask(self, text: MenuText) -> None:
        """Open a dialog of text alone."""
        self.app.push_screen(Menu(text, self))
