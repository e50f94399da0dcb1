"""The budgets of a folder with what stands in them: costs, support, rate, findings, stage. Enter opens one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from budjettitui.tui.files import Listed
from budjettitui.tui.flows import list_shown, listing
from budjettitui.tui.flows.helping import show_menu
from budjettitui.tui.keys import bindings_of
from budjettitui.tui.last_time import LastTime
from budjettitui.tui.present import folders, promises
from budjettitui.tui.screens.foot import GoLine, TooSmall, has_room
from budjettitui.tui.themes import looks_of
from budjettitui.tui.widgets import grid_says
from budjettitui.tui.widgets.backdrop import DrawnBelow
from budjettitui.tui.widgets.drawn import Drawn
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.keysline import KeysLine
from budjettitui.tui.widgets.menu import Menu, MenuText
from budjettitui.tui.widgets.strip import FootStrip, StripText
from budjettitui.tui.widgets.tabs import TabsText
from budjettitui.tui.widgets.talk import TalkRule, TalkText
from budjettitui.tui.widgets.title import TitleLine, TitleText
from budjettitui.words import Words


def _bindings() -> list[BindingType]:
    found = {action.name: keys for action, keys in bindings_of("list")}
    listed = [Binding(keys, f"do('{name}')", name, show=False, id=name) for name, keys in found.items()]
    return [*listed, Binding("escape", "do('stop')", show=False)]


class FolderScreen(DrawnBelow[None]):
    """The list of budgets."""

    BINDINGS: ClassVar[list[BindingType]] = _bindings()

    def __init__(self, folder: Path, words: Words, today: date, *, read_only: bool = False) -> None:
        super().__init__()
        self.folder = folder
        self.words = words
        self.today = today
        self.read_only = read_only
        self.files: list[Listed] = []
        self.skipped = 0
        self.stopped = False
        self.reading = True
        self.closed = ""
        """Why the folder itself cannot be read (a key of `label.reason`), where it cannot."""
        self.talk = TalkText()
        self.opened: Path | None = None
        self.tab = 0
        self.dialog = ""
        """The dialog that stands over the list, by the name that the bottom line knows it by."""
        self.sifts = [list_shown.Sifted(), list_shown.Sifted()]
        """What of each tab is shown, and in which order."""
        self.last = LastTime()
        self.shown: list[Listed] = []
        self.ledger: list[promises.Told] = []
        self.promises: list[promises.Told] = []
        """What of the ledger is shown."""
        self.menu_key: Callable[[Menu.Pressed], None] | None = None
        self.returning: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        """Title, table, strip, talk, keys."""
        yield TitleLine(TitleText(""))
        yield GoLine(TabsText(()))
        yield Grid(id="files", by_rows=True)
        yield FootStrip(StripText())
        yield TalkRule(TalkText())
        yield KeysLine(())
        yield TooSmall("")

    def on_mount(self) -> None:
        """Read the folder."""
        self.query_one(Grid).focus()
        listing.reread(self)

    def change(self, **what: Any) -> None:
        """Another value of what is shown, as on the screen of a budget."""
        for name, value in what.items():
            setattr(self, name, value)
        self.draw()

    def say(self, key: str, *, role: str = "", **values: object) -> None:
        """Say something in the rule that talks."""
        self.change(talk=TalkText(self.words.say(key, **values), role))

    def draw(self) -> None:
        """Show what was read so far."""
        words, looks, grid, sift = self.words, looks_of(self.app), self.query_one(Grid), self.sifts[self.tab]
        self.query_one(TitleLine).show(folders.title(self, words, looks))
        self.query_one(GoLine).show(folders.tabs(words, self.tab, self.focused is self.query_one(GoLine)))
        self.shown, self.promises = list_shown.shown(self), list_shown.promised(self)
        width = self.size.width
        columns = promises.columns(words, width, self.promises) if self.tab else folders.columns(words, width)
        rows = (
            promises.rows(self.promises, words) if self.tab else folders.rows(self.shown, words, looks, self.size.width)
        )
        grid.show([sift.sorting.marked(column) for column in columns], [*rows, *list_shown.ending(self)])
        self.query_one(TalkRule).show(self.talk)
        list_shown.draw_foot(self)

    def speak(self, words: Words) -> None:
        """Another language."""
        self.change(words=words, talk=TalkText())

    def on_resize(self) -> None:
        """Draw for another width."""
        was_small = self.has_class("small")
        if has_room(self, self.words):
            if was_small:  # what is not seen loses the focus
                self.call_after_refresh(self.query_one(Grid).focus)
            self.draw()

    def on_grid_moved(self) -> None:
        """Strip and bottom line speak of the row under the cursor."""
        list_shown.draw_foot(self)

    def on_grid_opened(self, event: grid_says.Opened) -> None:
        """Open the file."""
        listing.open_row(self, event.row)

    def on_go_line_pressed(self, event: GoLine.Pressed) -> None:
        """The key that followed `g`: one of the two tabs, the top or the end."""
        grid = self.query_one(Grid)
        self.set_focus(grid)
        if event.key in ("1", "2"):
            listing.turn(self, int(event.key) - 1)
        elif event.key in ("g", "e"):
            grid.step("top" if event.key == "g" else "bottom")
        self.draw()

    def on_drawn_clicked(self, event: Drawn.Clicked) -> None:
        """A click on a tab, or on a key of the bottom line."""
        listing.clicked(self, event.name)

    @on(grid_says.Pointed)
    @on(Drawn.Called)
    def call_menu(self, event: grid_says.Pointed | Drawn.Called) -> None:
        """A right click: what can be done here."""
        if isinstance(event, Drawn.Called) or event.what == "menu":
            show_menu(self, (event.x, event.y))

    def on_grid_head_clicked(self, event: grid_says.HeadClicked) -> None:
        """A click on a head sorts by its column."""
        listing.sort(self, event.column)

    def on_grid_not_editable(self, event: grid_says.NotEditable) -> None:
        """F2 and letters that edit elsewhere open here."""
        if not event.text:
            self.on_grid_opened(grid_says.Opened(event.grid, event.row, event.column))

    def on_screen_resume(self) -> None:
        """A file may have been saved meanwhile."""
        listing.back(self)

    def action_do(self, name: str) -> None:
        """Do an action of the table of keys by its name."""
        listing.DO[name](self)

    def ask(
        self, text: MenuText, chosen: Callable[[int | None], None] = lambda _: None, *, dialog: str = "menu"
    ) -> None:
        """Open a dialog; the bottom line shows its keys as long as it stands."""

        def closed(number: int | None) -> None:
            self.change(dialog="")
            chosen(number)

        self.change(dialog=dialog)
        self.app.push_screen(Menu(text, self), closed)

    def on_menu_pressed(self, event: Menu.Pressed) -> None:
        """A key that a dialog has no meaning for, and whoever opened it has."""
        if self.menu_key is not None:
            self.menu_key(event)
