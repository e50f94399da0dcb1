"""One budget: title, pages, strip or panel, the rule that talks, the balance, the keys. It holds the one view."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive

from budjettitui.findings import Path
from budjettitui.journal import Journal
from budjettitui.session import Session
from budjettitui.state import State
from budjettitui.tui.flows import going, judging, mending, recovering, saving, selecting, starting
from budjettitui.tui.flows.actions import DO, after_g
from budjettitui.tui.flows.clicking import clicked
from budjettitui.tui.keys import PAGE, bindings_of
from budjettitui.tui.last_time import LastTime
from budjettitui.tui.pages.page import Page
from budjettitui.tui.screens.desk import Desk
from budjettitui.tui.screens.foot import Foot, GoLine, Head, TooSmall, has_room
from budjettitui.tui.screens.sides import Side, Under
from budjettitui.tui.view import Talk, View
from budjettitui.tui.whose import app_of
from budjettitui.tui.widgets.backdrop import DrawnBelow
from budjettitui.tui.widgets.drawn import Drawn
from budjettitui.tui.widgets.ground import Bare
from budjettitui.tui.widgets.menu import Menu, MenuText
from budjettitui.values import replace

WIDE_FROM = 110
LOOK_EVERY = 1.0
"""Seconds between two looks at the file on disk."""


WHILE_TYPING = ("help", "redraw")
"""What leaves a cell being typed."""


def _bindings() -> list[BindingType]:
    found = {action.name: keys for place in PAGE for action, keys in bindings_of(place)}
    return [Binding(keys, f"do('{name}')", name, show=False, id=name) for name, keys in found.items()]


class Middle(Horizontal, Bare):
    """What stands between head and foot, side by side."""


class Main(Vertical, Bare):
    """The page and the strip below it."""


class BudgetScreen(DrawnBelow[None], Bare):
    """The screen of one open file."""

    BINDINGS: ClassVar[list[BindingType]] = _bindings()
    DRAWN_AT_ONCE: ClassVar[bool] = True
    """What a key does here is drawn in one (`settling.Keyboard`)."""
    # never made of nothing: the first view is set before anybody looks
    view: reactive[View] = reactive(View, init=False, repaint=False)  # type: ignore[arg-type]

    def __init__(self, session: Session, view: View) -> None:
        super().__init__()
        self.session = session
        self.journal: Journal | None = None
        self.unkept: str | None = None
        """Why the journal cannot be written (a key of `label.reason`), as far as it was told."""
        self.saved: State = session.state
        """The budget as the file has it."""
        self.glanced: tuple[int, ...] = ()
        """What the file looked like from outside at the last glance, and how many glances ago it was read."""
        self.kept_mine = False
        """True where what others wrote into the file since was seen and left alone."""
        self.noting = False
        """True where a file that was opened for looking takes notes."""
        self.stirred = False
        """True where somebody moved before there was a verdict."""
        self.came_from: tuple[str, Path | None] = (view.page, None)
        self.last = LastTime()
        self.previews: tuple[State | None, ...] = ()
        """What each choice of the open dialog would bring, as far as it is known."""
        self.menu_key: Callable[[Menu.Pressed], None] | None = None
        """What a key does that the open dialog has no meaning for."""
        self.returning: Callable[[], None] | None = None
        """What stands again once the dialogs that were opened from it are closed."""
        self.set_reactive(BudgetScreen.view, view)

    def compose(self) -> ComposeResult:
        """Everything from the title to the keys."""
        yield Head().data_bind(BudgetScreen.view)
        with Middle(id="middle"):
            with Main(id="main"):
                yield Desk(self)
                yield Under().data_bind(BudgetScreen.view)
            yield Side().data_bind(BudgetScreen.view)
        yield Foot().data_bind(BudgetScreen.view)
        yield TooSmall("")

    def on_mount(self) -> None:
        """Begin on the table, and look at the file now and then."""
        self.desk.focus_grid()
        going.begin(self)
        starting.begin(self)
        recovering.begin(self)
        judging.begin(self)
        self.set_interval(LOOK_EVERY, lambda: saving.glance(self))

    def on_unmount(self) -> None:
        """Let the journal go, so that the next window can have it."""
        recovering.let_go(self)

    def on_resize(self, event: events.Resize) -> None:
        """The window's size is part of the view."""
        width, height = event.size
        was_small = self.has_class("small")
        if has_room(self, self.view.words):
            if was_small:  # what is not seen loses the focus
                self.call_after_refresh(self.desk.focus_grid)
            self.change(width=width, height=height, wide=width >= WIDE_FROM)

    # the view ---------------------------------------------------------------------------------------------------
    def change(self, **what: Any) -> None:
        """Another view."""
        self.view = mending.with_mends(self.session, going.with_mended_at(replace(self.view, **what)))
        selecting.refresh(self)

    def renew(self, talk: Talk, **what: Any) -> None:
        """The view after the session did something."""
        view, talk = self.view.at_rest(self.session.state), recovering.told(self, talk)
        view = replace(view, saved=self.saved, dirty=self.session.dirty, talk=talk, finding=None, **what)
        self.view = mending.with_mends(self.session, going.with_mended_at(view))
        selecting.refresh(self)

    def say(self, key: str, *, role: str = "", **values: object) -> None:
        """Say something in the rule that talks."""
        self.change(talk=Talk(self.view.words.say(key, **values), role))

    def cursor_told(self) -> None:
        """Note which cell the cursor is on; a finding that was gone to is spoken of no longer elsewhere."""
        grid = self.desk.grid
        at = self.page.path_at(grid, *grid.cursor) if grid is not None else None
        figure = self.page.figure_at(grid, *grid.cursor) if grid is not None and at is None else None
        enters = self.page.enters(grid, *grid.cursor) if grid is not None else ""
        line = self.page.line_at(grid, grid.cursor[0]) if grid is not None else None
        if at is not None and grid is not None and self.page.is_draft(grid, grid.cursor[0]):
            at = at[:1]  # a row that is being added is in no file yet
        if self.view.listing:
            self.change(finding=self.desk.finding_here())
        elif at != self.view.at or figure != self.view.figure:
            self.change(at=at, figure=figure, finding=None, enters=enters, line=line)
        elif (enters, line) != (self.view.enters, self.view.line):
            self.change(enters=enters, line=line)

    # what stands on it ------------------------------------------------------------------------------------------
    @property
    def desk(self) -> Desk:
        """Where the pages lie."""
        return self.query_one(Desk)

    @property
    def page(self) -> Page:
        """The page that is seen."""
        return self.desk.pages[self.view.shown_page]

    def focus_table(self) -> None:
        """The cursor to the table of the page."""
        self.desk.focus_grid()
        self.cursor_told()

    def may_write(self) -> bool:
        """True where the file may be changed; else it is said why not. Text that is no TOML may be, on the File page."""
        document = self.view.state.document
        if self.view.read_only:
            self.say("screen.talk.read-only-but")
        elif not (document.editable or (self.view.shown_page == "file" and document.faithful)):
            self.say("screen.talk.broken")
        else:
            return True
        return False

    # what is done -----------------------------------------------------------------------------------------------
    def action_do(self, name: str) -> None:
        """Do an action of the table of keys by its name; a cell that is being typed is kept first."""
        if name not in judging.TURNS:
            judging.now(self)
        if name in WHILE_TYPING or self.desk.editing.keep_now():
            app_of(self).bursts.when_sure(self, name, lambda: DO[name](self))

    def ask(
        self,
        text: MenuText,
        chosen: Callable[[int | None], None],
        *,
        dialog: str = "menu",
        menu: "Callable[[MenuText, BudgetScreen], Menu]" = Menu,
    ) -> None:
        """Open a dialog; the bottom line shows its keys as long as it stands."""

        def closed(number: int | None) -> None:
            self.change(dialog="", does="")
            chosen(number)
            if self.returning is not None:
                self.returning()

        self.change(dialog=dialog, does="")
        self.app.push_screen(menu(text, self), closed)

    def on_menu_marked(self, event: Menu.Marked) -> None:
        """Show what the marked choice would bring, in the row under `now`, and what Enter does with it."""
        choices = event.menu.text.choices
        does = choices[event.index].enters if choices else ""
        if does != self.view.does:
            self.change(does=does)
        if event.index < len(self.previews):
            shown, number = self.previews[event.index], event.index + 1
            alone = len(self.previews) == 1
            label = self.view.words.say("screen.foot.if-so" if alone else "screen.foot.if", number=number)
            label = label if shown is not None else ""
            self.change(preview=shown, preview_label=label)

    def on_menu_pressed(self, event: Menu.Pressed) -> None:
        """A key that a dialog has no meaning for, and whoever opened it has."""
        if self.menu_key is not None:
            self.menu_key(event)

    def on_drawn_clicked(self, event: Drawn.Clicked) -> None:
        """A click on a tab, a count, the state or a key is what its key does."""
        clicked(self, event.name)

    def on_drawn_called(self, event: Drawn.Called) -> None:
        """A right click beside the tables."""
        if self.view.typing is None:
            from budjettitui.tui.flows.helping import show_menu  # when it is asked for: a start waits for none of it

            show_menu(self, (event.x, event.y))

    def on_go_line_pressed(self, event: GoLine.Pressed) -> None:
        """The key that followed `g`."""
        after_g(self, event.key)
