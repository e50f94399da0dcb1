"""A cell being typed: read at every key, previewed, refused where it is in doubt, kept or put back."""

import time
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from budjettitui import cells
from budjettitui.cells.texts import HOW
from budjettitui.document import EditRefused, value_at
from budjettitui.edits import Change
from budjettitui.findings import Path
from budjettitui.state import State
from budjettitui.tui.flows import changing, file_text, selecting
from budjettitui.tui.flows.choosing import best, options_for
from budjettitui.tui.present.names import cell_values
from budjettitui.tui.view import Draft, Talk, Typing
from budjettitui.tui.whose import app_of
from budjettitui.tui.widgets import grid_says
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.grid_press import retype
from budjettitui.tui.widgets.typed_line import TypedLine
from budjettitui.typed import Doubtful, NotYet, show_number
from budjettitui.values import replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

LIGHT = frozenset({"category", "partner", "kind", "payer", "recipient", "basis", "confirmed"})
"""Keys that are no content: a row of them alone is not written."""

A_MOMENT = 0.008
"""Seconds that a preview may take so that it is drawn with what was typed; beyond that what was typed is drawn first."""

A_ROW = 0.0000006
"""Seconds that a row adds to the first preview, as long as none was timed."""

PATIENCE = 0.1
"""Seconds that a preview may take; beyond that it waits until the typing rests."""

REST = 0.25


def previewed(screen: "BudgetScreen", answer: object) -> State | None:
    """The budget as a change would make it; None where it cannot be made."""
    if not isinstance(answer, Change):
        return None
    try:
        return screen.session.preview(answer)
    except EditRefused:
        return None


def named(screen: "BudgetScreen", change: Change, path: Path) -> Change:
    """The change with its name for undo: which cell, from what to what."""
    if change.splices or change.values.get("count", 1) != 1 or "by" in change.values:
        return change
    view = screen.view
    after = previewed(screen, change) or view.state
    values = cell_values(view.state, after, view.words, path)
    if path[0] == "cost" and values["old"] == values["new"]:  # a small sum in one factor that changes the others
        values = cell_values(view.state, after, view.words, (*path[:2], HOW))
    return replace(change, name="change.set", values=values)


def _judge_later(editing: "Editing", seen: Typing, typing: Typing) -> None:
    """Work the preview out, if what was seen is what is still being typed."""
    editing.later = None
    if editing.screen.view.typing is seen:
        editing._judge(typing)


def _of_marked(editing: "Editing", typing: Typing) -> Typing:
    """With what Enter would bring of the word that is marked in a list; of a row that is not there yet, nothing."""
    marked = typing.options[typing.marked].word if 0 <= typing.marked < len(typing.options) else None
    answer = editing.answer(typing.path, marked, False) if marked is not None and not typing.draft else None
    return replace(typing, answer=answer if isinstance(answer, Change) else None)


class Editing:
    """The cell under the cursor of the present page, from its first key to its last."""

    def __init__(self, screen: "BudgetScreen") -> None:
        self.screen = screen
        self.took = self.last = A_ROW * len(screen.session.state.budget.costs)
        """What a preview takes, the shorter of the last two, since one of them may have had to wait for something else."""
        self.later: Timer | None = None
        self.reading = -1
        self.filling: Path | None = None
        """The row that was just added, as long as Tab goes on from cell to cell in it."""

    # while it is typed ------------------------------------------------------------------------------------------
    def began(self, event: grid_says.Began) -> None:
        """A cell is being edited: show what may stand in it, or how its text is read."""
        path = self._path(event.grid, event.row, event.column)
        if path is None:
            event.grid.finish()
            return
        self.reading = -1
        cell = event.grid.sheet.cell()
        untouched = event.text == (cell.text if cell.source is None else cell.source)
        self._show(path, event.text, self._is_draft(event.grid, event.row), fresh=untouched)

    def typed(self, event: grid_says.Typed) -> None:
        """Another text: read and previewed anew."""
        typing = self.screen.view.typing
        if typing is not None:
            self.reading = -1
            self._show(typing.path, event.text, typing.draft)

    def turned(self, event: grid_says.Turned) -> None:
        """Up and Down: another word of the list, or one of the two readings of a doubtful number."""
        typing = self.screen.view.typing
        if typing is None:
            return
        if typing.listed and typing.options:
            marked = (typing.marked + event.by) % len(typing.options)
            self._preview(_of_marked(self, replace(typing, marked=marked)))
        elif isinstance(typing.answer, Doubtful):
            self.reading = 0 if event.by > 0 else 1
            value = typing.answer.readings[self.reading]
            decimals = self.screen.view.state.budget.decimals
            retype(event.grid, TypedLine.ending(show_number(value, self.screen.view.style, decimals)))

    def _show(self, path: Path, text: str, draft: bool, *, fresh: bool = False) -> None:
        view = self.screen.view
        wanted = "" if fresh else text.strip()
        options, cells = options_for(view, path, wanted), selecting.cells_for(self.screen, path)
        if options is not None:
            marked = best(view, path, options, text, draft)
            typing = Typing(path, text, None, options, True, marked, wanted, draft, cells=cells)
            self._preview(_of_marked(self, typing))
            return
        answer = None if fresh else self.answer(path, text, draft)
        self._preview(Typing(path, text, answer, draft=draft, cells=cells))

    def answer(self, path: Path, text: str, draft: bool) -> Change | Doubtful | NotYet:
        """What the text means in its cell, or in the row that is being added."""
        view = self.screen.view
        if not draft or view.draft is None:
            return selecting.meant(self.screen, path, text)
        typed = {**view.draft.cells, str(path[-1]): text}
        return cells.row_change(view.state, view.draft.table, view.draft.index, typed, view.style)

    # preview ----------------------------------------------------------------------------------------------------
    def _preview(self, typing: Typing) -> None:
        """What it comes to: at once where that takes no longer, else once it is drawn, or once the typing rests."""
        if self.later is not None:
            self.later.stop()
            self.later = None
        note = ""
        if isinstance(typing.answer, Doubtful | NotYet) and typing.text:
            note = self.screen.view.words.say("screen.foot.not-yet")
        if not isinstance(typing.answer, Change) or typing.answer.idle:
            self.screen.change(finding=None, typing=typing, preview=None, preview_label="", note=note)
        elif self.took > PATIENCE:
            slow = replace(typing, slow=True)
            self.screen.change(
                finding=None, typing=slow, note=self.screen.view.words.say("screen.foot.slow"), preview=None
            )
            self.later = self.screen.set_timer(REST, lambda: _judge_later(self, slow, typing))
        elif self.took > A_MOMENT:
            self.screen.change(finding=None, typing=typing, note="")
            app_of(self.screen).keyboard.once_drawn(partial(_judge_later, self, typing, typing))
        else:
            self._judge(typing)

    def _judge(self, typing: Typing) -> None:
        """Work the preview out, and show it."""
        began = time.thread_time()
        label = self.screen.view.words.say("screen.foot.if-so")
        seen = previewed(self.screen, typing.answer)
        last, self.last = self.last, time.thread_time() - began
        self.took = min(last, self.last)
        if seen is None:
            self.screen.change(
                finding=None, typing=replace(typing, answer=NotYet("cell.refused")), preview=None, note=""
            )
        else:
            self.screen.change(finding=None, typing=typing, preview=seen, preview_label=label, note="")

    # kept or put back -------------------------------------------------------------------------------------------
    def kept(self, event: grid_says.Kept) -> None:
        """Keep what was typed, if it is sure; else stay and say why not."""
        typing = self.screen.view.typing
        if typing is None:
            event.grid.finish(event.step)
            return
        text = self._chosen(typing, event.text)
        if text is None:
            self.screen.say("screen.talk.none-fits")
            return
        if typing.draft:
            self._keep_draft(event, typing, text)
            return
        unchanged = typing.answer is None and not typing.listed and event.text == typing.text
        answer = Change("", ()) if unchanged else self.answer(typing.path, text, False)
        if not isinstance(answer, Change):
            self.screen.change(typing=replace(typing, answer=answer), preview=None)
        elif answer.idle or changing.apply(self.screen, named(self.screen, answer, typing.path)):
            self._leave(event)

    def keep_now(self) -> bool:
        """Keep what is being typed because something else is done; False where it stays, since it is in doubt."""
        grid = next((one for one in self.screen.query(Grid) if one.editing), None)
        if grid is not None and self.screen.view.typing is not None:
            self.kept(grid_says.Kept(grid, *grid.cursor, grid.sheet.typed_text, "stay"))
            if grid.editing:
                self.screen.set_focus(grid)
        return self.screen.view.typing is None

    def choose(self, number: int) -> None:
        """Keep the word of that number in the list."""
        typing = self.screen.view.typing
        if typing is not None and number < len(typing.options):
            self.screen.change(typing=replace(typing, marked=number))
            self.keep_now()

    def _chosen(self, typing: Typing, text: str) -> str | None:
        """The word that is marked in the list; None where nothing fits and nothing else may stand there."""
        if not typing.listed:
            return text
        if typing.options and typing.marked >= 0:
            return typing.options[typing.marked].word
        if text.strip() and cells.only_listed(self.screen.view.state, typing.path):
            return None
        return text if text.strip() else str(self._present(typing) or "")

    def _present(self, typing: Typing) -> object:
        if typing.draft and self.screen.view.draft is not None:
            return self.screen.view.draft.cells.get(str(typing.path[-1]))
        return value_at(self.screen.view.state.document.values, typing.path)

    def _keep_draft(self, event: grid_says.Kept, typing: Typing, text: str) -> None:
        """A word goes into the row that is being added; content writes the row."""
        draft, key = self.screen.view.draft, str(typing.path[-1])
        if draft is None or key in LIGHT or not text.strip():
            if draft is not None and text.strip():
                self.screen.change(draft=Draft(draft.table, draft.index, {**draft.cells, key: text}))
            self._leave(event, "right" if event.step == "down" else event.step)
            if event.step != "stay" and self._is_draft(event.grid, event.grid.cursor[0]):
                event.grid.begin()
            return
        answer = self.answer(typing.path, text, True)
        if not isinstance(answer, Change):
            self.screen.change(typing=replace(typing, answer=answer), preview=None)
            return
        view = self.screen.view
        what = text if key in ("description", "name", "id", "budget_item") else view.words.label("place", draft.table)
        if changing.apply(self.screen, replace(answer, name="change.add-row", values={"what": what}), draft=None):
            self.filling = typing.path[:2]
            self._leave(event)

    def _leave(self, event: grid_says.Kept, step: str | None = None) -> None:
        if self.screen.view.typing is not None:  # else what was kept has said so already
            self.screen.change(typing=None, preview=None, preview_label="", note="")
        event.grid.finish(step or event.step)
        self.screen.cursor_told()
        self._fill_on(event)

    def _fill_on(self, event: grid_says.Kept) -> None:
        """Tab into an empty cell for words of a row that was just added opens it: letters are no commands there."""
        grid, at = event.grid, self._path(event.grid, *event.grid.cursor)
        if self.filling is None or event.step != "right" or at is None or at[:2] != self.filling:
            self.filling = None
        elif not grid.sheet.columns[grid.cursor[1]].right and not grid.sheet.cell().text:
            grid.begin()

    def put_back(self, event: grid_says.PutBack) -> None:
        """The old text is back; a row that nothing was written into is gone."""
        view = self.screen.view
        draft = view.draft
        file_text.put_back(self.screen)
        talk = Talk() if view.talk.role == "warning" else view.talk  # what was said of the text that is gone
        self.screen.change(typing=None, preview=None, preview_label="", note="", talk=talk, draft=None)
        if draft is not None:
            self.screen.say("screen.talk.no-new-row")
            self.screen.cursor_told()

    def moved(self, event: grid_says.Moved) -> None:
        """The cursor stands elsewhere: the strip speaks of that; an empty new row that was left is gone."""
        draft = self.screen.view.draft
        if draft is not None and not self._is_draft(event.grid, event.row):
            self.screen.change(draft=None)
        self.screen.cursor_told()

    def _path(self, grid: Grid, row: int, column: int) -> Path | None:
        return self.screen.page.edits_at(grid, row, column)

    def _is_draft(self, grid: Grid, row: int) -> bool:
        return self.screen.page.is_draft(grid, row)
