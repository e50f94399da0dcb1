"""What is done on the list of a folder: its tabs, its order, a file or a promise opened at its place."""

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from budjettitui import store
from budjettitui.ledger import ledger
from budjettitui.session import Session, judge_on
from budjettitui.tui.files import Listed, read, read_one, side_by_side, toml_files
from budjettitui.tui.flows import going, jumping, sifting
from budjettitui.tui.flows.founding import new
from budjettitui.tui.flows.helping import keys_of, show_help, show_palette
from budjettitui.tui.flows.list_shown import Sifted, begins, counts, file_at, promise_at
from budjettitui.tui.flows.owning import by_the_grid
from budjettitui.tui.flows.working import is_very_large, leave, work
from budjettitui.tui.present import folders, promises
from budjettitui.tui.present.keynames import key_text
from budjettitui.tui.whose import app_of
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.talk import TalkText
from budjettitui.values import replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen
    from budjettitui.tui.screens.folder import FolderScreen

TELL_AFTER = 0.5
"""Seconds of reading after which its progress is told."""

LONG = 2.0
"""Seconds of reading from which it is told how long it took."""


# reading ----------------------------------------------------------------------------------------------------------
def reread(screen: "FolderScreen") -> None:
    """Read all files again."""
    screen.run_worker(_read(screen), exclusive=True)


async def _read(screen: "FolderScreen") -> None:
    """File by file, so that what is read is seen and the screen stays usable."""
    (paths, closed), began = toml_files(screen.folder), time.monotonic()
    screen.closed = store.unlisted(screen.folder)
    screen.files, screen.skipped, screen.stopped, screen.reading = [], 0, False, True
    shown = began
    for number, listed in enumerate(read(paths, screen.folder, screen.today), 1):
        if listed is None:
            screen.skipped += 1
        else:
            screen.files.append(listed)
        now = time.monotonic()
        if now - shown > TELL_AFTER:
            shown = now
            screen.say("screen.list.reading", number=number, count=len(paths))
        await asyncio.sleep(0)
        if screen.stopped:
            break
    took = time.monotonic() - began
    key = "screen.list.stopped" if screen.stopped else "screen.list.read"
    screen.files = side_by_side([*screen.files, *closed])
    screen.ledger, screen.reading = worked_out(screen.files), False
    if screen.closed:
        screen.say("screen.talk.unreadable", role="error", file=folders.named(screen.folder), reason=screen.closed)
        return
    screen.say(key, count=len(screen.files) - len(closed), seconds=round(took) if took > LONG else None,
               skipped=screen.skipped or None)  # fmt: skip


def back(screen: "FolderScreen") -> None:
    """From a budget: read it again, and stand on it where it was begun from here."""
    for number, one in enumerate(screen.files):
        if one.path == screen.opened:
            screen.files[number] = read_one(one.path, screen.folder, screen.today) or one
            screen.files = side_by_side(screen.files)
            screen.ledger = worked_out(screen.files)
    screen.draw()
    grid = screen.query_one(Grid)
    row = next((number for number, one in enumerate(screen.shown) if one.path == screen.opened), None)
    if begins(screen, grid.cursor[0]) and row is not None:
        grid.move_to(row, grid.cursor[1])


def stop(screen: "FolderScreen") -> None:
    """Esc: what is being done is left, reading stops, and what is hidden is shown again."""
    if leave(screen):
        return
    screen.stopped = True
    if screen.sifts[screen.tab].text:
        _filter(screen, "")
        screen.say("screen.sift.all", all=len(screen.files))


def worked_out(files: list[Listed]) -> list[promises.Told]:
    """The ledger of all files that could be read."""
    return promises.told(ledger([(one.name, one.state) for one in files if one.state is not None]))


# for looking ------------------------------------------------------------------------------------------------------
def turn(screen: "FolderScreen", tab: int) -> None:
    """The other tab, its cursor at the top."""
    if tab != screen.tab:
        screen.tab, screen.talk = tab, TalkText()
        screen.query_one(Grid).show((), (), keep=False)
        screen.draw()


def sort(screen: "FolderScreen", column: int | None = None) -> None:
    """By a column, that of the cursor where none is named: up, down, as it was read."""
    grid = screen.query_one(Grid)
    shown_column = grid.sheet.columns[grid.cursor[1] if column is None else column]
    sorting = screen.sifts[screen.tab].sorting.next(shown_column.key)
    _sift(screen, replace(screen.sifts[screen.tab], sorting=sorting))
    said = "sorted-down" if sorting.descending else "sorted" if sorting.column else "as-read"
    plain = (promises.columns if screen.tab else folders.columns)(screen.words, screen.size.width)
    title = next(one.title for one in plain if one.key == shown_column.key)
    screen.say(f"screen.list.{said}", column=title)


def filter_lines(screen: "FolderScreen") -> None:
    """Ask for words and show only the lines that have them all; an empty answer shows all again."""

    def answered(text: str) -> None:
        _filter(screen, text.strip())
        count, every = counts(screen)
        screen.say("screen.sift.hidden" if count < every else "screen.sift.all", count=count, all=every)

    present = screen.sifts[screen.tab].text
    sifting.ask(screen, screen.words, "filter", present, answered, note="list-filter-note")


def _filter(screen: "FolderScreen", text: str) -> None:
    """Show what has the words; the cursor goes to a budget rather than to the row that begins one."""
    _sift(screen, replace(screen.sifts[screen.tab], text=text))
    grid = screen.query_one(Grid)
    if begins(screen, grid.cursor[0]):
        grid.move_to(0, grid.cursor[1])


def find(screen: "FolderScreen") -> None:
    """Ask for a text and go to the next line that has it."""
    present = screen.sifts[screen.tab]

    def unhide() -> sifting.Hide | None:
        if not present.text:
            return None
        _sift(screen, replace(present, text=""))
        return lambda: _sift(screen, present)

    sifting.find_in(screen, screen.words, screen.query_one(Grid), unhide)


def _sift(screen: "FolderScreen", sift: Sifted) -> None:
    screen.sifts[screen.tab] = sift
    screen.draw()


# opening ----------------------------------------------------------------------------------------------------------
Then = Callable[["BudgetScreen"], object]
"""What is done on a budget once it is open."""


def open_row(screen: "FolderScreen", row: int, then: Then | None = None) -> None:
    """The file of a row, or a new one; one that cannot be read is told."""
    if begins(screen, row):
        begin_new(screen)
    elif screen.tab:
        _open_promise(screen, row, then)
    elif (listed := file_at(screen, row)) is not None:
        _open(screen, listed, then)


def begin_new(screen: "FolderScreen") -> None:
    """A new file, where files may be written."""
    if screen.read_only:
        screen.say("screen.talk.read-only")
    else:
        new(screen)


def _open_promise(screen: "FolderScreen", row: int, then: Then | None) -> None:
    """The file of a promise at its place; on a budget item of several files, the first of them."""
    one = promise_at(screen, row)
    entry = (one.entry or one.item.entries[0]) if one is not None else None
    listed = next((file for file in screen.files if entry is not None and file.name == entry.label), None)
    if one is not None and entry is not None and listed is not None:
        path = promises.Told(one.item, entry, "", None).path
        _open(screen, listed, then or (lambda top: going.to_path(top, path)))


def _open(screen: "FolderScreen", listed: Listed, then: Then | None) -> None:
    """Read beside the keyboard where that takes long."""
    app, others = app_of(screen), listed.state.case.others if listed.state is not None else ()
    screen.opened = listed.path

    def read_it() -> Session | None:
        session = app.read_budget(listed.path, others)
        if session is not None and then is not None:  # which goes on with what was found
            judge_on(session)
        return session

    def show(session: Session | None) -> None:
        if session is None:
            screen.say("screen.talk.unreadable", role="error", file=listed.name, reason=app.unreadable)
            return
        top = app.show_budget(listed.path, session)
        if then is not None:
            top.call_after_refresh(then, top)

    if is_very_large(listed.path):
        work(screen, lambda: screen.say("screen.work.opening", file=listed.name), read_it, show)
    else:
        show(read_it())


def compare(screen: "FolderScreen") -> None:
    """Open the file and ask which version to compare it with; a budget that is not begun has none."""
    row = screen.query_one(Grid).cursor[0]
    if not begins(screen, row):
        open_row(screen, row, lambda top: top.action_do("compare"))


# actions ----------------------------------------------------------------------------------------------------------
def go(screen: "FolderScreen") -> None:
    """`g`: the tabs wait for a key."""
    from budjettitui.tui.screens.foot import GoLine

    screen.set_focus(screen.query_one(GoLine))
    screen.draw()


def next_region(screen: "FolderScreen") -> None:
    """From the list to the tabs and back."""
    grid = screen.query_one(Grid)
    if grid.has_focus:
        go(screen)
    else:
        screen.set_focus(grid)
        screen.draw()


def clicked(screen: "FolderScreen", name: str) -> None:
    """A click on a tab, the folder's name, or a key of the bottom line."""
    kind, _, number = name.partition(" ")
    meant = next(
        (one.name for one in keys_of(screen) if key_text(screen.words, one.shown) == name and "list" in one.places),
        "",
    )
    if kind == "page":
        turn(screen, int(number) - 1)
    elif name == "file":
        show_palette(screen)
    elif meant:
        screen.action_do(meant)


def _other_tab(screen: "FolderScreen") -> None:
    turn(screen, 1 - screen.tab)


DO: dict[str, Callable[["FolderScreen"], object]] = {
    "go": go,
    "next_region": next_region,
    "next_page": _other_tab,
    "previous_page": _other_tab,
    "find": find,
    "filter": filter_lines,
    "sort": sort,
    "compare": compare,
    "jump": jumping.jump,
    "new": begin_new,
    "reread": reread,
    "redraw": lambda screen: screen.refresh(layout=True),
    "help": show_help,
    "palette": show_palette,
    "stop": stop,
    "close": lambda screen: screen.app.exit(0),
    **by_the_grid("list"),
}
"""By the names of `keys.ACTIONS`."""
