"""Where the pages lie, one of them seen. It hears the tables of all pages and hands what they say to the editing."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container

from budjettitui.findings import NOT_YET, Finding
from budjettitui.tui.flows import pointing, selecting, sifting, touching
from budjettitui.tui.flows.editing import Editing
from budjettitui.tui.pages.page import Table
from budjettitui.tui.present import found
from budjettitui.tui.screens.book import Book
from budjettitui.tui.widgets import grid_says
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.ground import Bare

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


class Desk(Container, Bare):
    """The pages of a budget, the list of findings over or beside them, and the list that opens under a cell."""

    DEFAULT_CSS: ClassVar[str] = (
        "Desk { height: 1fr; layout: horizontal; } Desk Page { width: 1fr; display: none; }"
        " Desk Page.seen { display: block; }"
    )

    def __init__(self, screen: "BudgetScreen") -> None:
        super().__init__()
        self.owner = screen
        self.editing = Editing(screen)
        self.book = Book(self)
        self.pages = self.book.pages

    def compose(self) -> ComposeResult:
        """The list under a cell; a page comes when it is first seen."""
        yield self.book.chooser

    def on_mount(self) -> None:
        """Follow the view, without waiting for a turn: whoever changes it goes on with what stands on the page."""
        self.watch(self.owner, "view", self.book.show)

    @property
    def grid(self) -> Table | None:
        """The table of the page that has the cursor, else its first."""
        grids = self.owner.page.grids
        focused = [grid for grid in grids if grid is self.owner.focused]
        return focused[0] if focused else grids[0] if grids else None

    def focus_grid(self) -> None:
        """The cursor to the page's table."""
        if self.grid is not None:
            self.owner.set_focus(self.grid)

    def start_draft(self) -> None:
        """Begin with the first cell of the row that is being added."""
        draft = self.owner.view.draft
        for grid in self.owner.page.grids:
            for row in range(len(grid.sheet.rows)):
                if draft is not None and self.owner.page.is_draft(grid, row):
                    self.owner.set_focus(grid)
                    grid.move_to(row, 0)
                    grid.begin()
                    return

    def finding_here(self) -> Finding | None:
        """The finding that keys such as `m` are about: under the cursor of the list, else the one that the strip speaks of."""
        page, grid = self.owner.page, self.grid
        if page.page == "findings" and grid is not None:
            opens = page.opens(grid, *grid.cursor)
            return opens if isinstance(opens, Finding) else None
        spoken = found.here(self.owner.view)
        return None if spoken is NOT_YET else spoken

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Going to another table keeps the cell that is being typed, and leaves the list of findings beside it."""
        if self.owner.view.beside and isinstance(event.widget, Table) and event.widget not in self.owner.page.grids:
            self.owner.change(listing=False)
            self.owner.cursor_told()
        if isinstance(event.widget, Grid) and not event.widget.editing:
            self.editing.keep_now()
            if event.widget in self.owner.page.grids and self.owner.view.draft is None:
                self.owner.cursor_told()  # it may stand where it stood before: then no movement tells of it

    # what the tables say ----------------------------------------------------------------------------------------
    def on_table_left(self) -> None:
        """From the list of findings back to the table."""
        self.owner.change(listing=False)
        self.owner.focus_table()

    def on_grid_moved(self, event: grid_says.Moved) -> None:
        """The cursor went."""
        event.stop()  # nobody above hears it, and each that is asked takes its time of a key
        self.editing.moved(event)
        selecting.tell(self.owner)

    def on_grid_began(self, event: grid_says.Began) -> None:
        """A cell is being typed."""
        event.stop()
        self.editing.began(event)

    def on_grid_typed(self, event: grid_says.Typed) -> None:
        """Another text in it."""
        event.stop()
        self.editing.typed(event)

    def on_grid_kept(self, event: grid_says.Kept) -> None:
        """Keep it."""
        event.stop()
        self.editing.kept(event)

    @on(grid_says.Turned)
    @on(grid_says.PutBack)
    def go_through(self, event: grid_says.Turned | grid_says.PutBack) -> None:
        """Up or Down in it; or put the old text back."""
        if isinstance(event, grid_says.Turned):
            self.editing.turned(event)
        else:
            self.editing.put_back(event)

    def on_grid_emptied(self, event: grid_says.Emptied) -> None:
        """Empty a cell."""
        touching.emptied(self.owner, event)

    def on_grid_opened(self, event: grid_says.Opened) -> None:
        """Enter on what is not written."""
        touching.opened(self.owner, event)

    def on_grid_not_editable(self, event: grid_says.NotEditable) -> None:
        """Somebody writes where nothing is written."""
        touching.not_editable(self.owner)

    def on_grid_head_clicked(self, event: grid_says.HeadClicked) -> None:
        """A click on the head of a column."""
        sifting.sort(self.owner, event.column)

    def on_grid_pasted(self, event: grid_says.Pasted) -> None:
        """A paste."""
        from budjettitui.tui.flows import pasting  # when it is asked for: a start waits for none of it

        pasting.pasted(self.owner, event)

    @on(grid_says.Pointed)
    @on(grid_says.Dragged)
    def point(self, event: grid_says.Pointed | grid_says.Dragged) -> None:
        """What the mouse asks for."""
        if isinstance(event, grid_says.Pointed):
            pointing.pointed(self.owner, event)
        else:
            pointing.dragged(self.owner, event)
