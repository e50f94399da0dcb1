"""What is done on the list of a folder: its tabs, its order, a file or a promise opened at its place."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from budjettitui.ledger import ledger
from budjettitui.session import Session
from budjettitui.tui.files import Listed, read, side_by_side, toml_files
from budjettitui.tui.flows import going, jumping, sifting
from budjettitui.tui.flows.founding import new
from budjettitui.tui.flows.helping import keys_of, show_help, show_palette
from budjettitui.tui.flows.owning import by_the_grid
from budjettitui.tui.flows.working import is_large, leave, work
from budjettitui.tui.present import folders, promises
from budjettitui.tui.present.keynames import key_text
from budjettitui.tui.present.sorting import Sorting, files_in_order, files_with, ledger_in_order, ledger_with
from budjettitui.tui.themes import looks_of
from budjettitui.tui.widgets.grid import Cell, Grid, GridRow
from budjettitui.tui.widgets.strip import FootStrip
from budjettitui.tui.widgets.talk import TalkText

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen
    from budjettitui.tui.screens.folder import FolderScreen

TELL_AFTER = 0.5
"""Seconds of reading after which its progress is told."""

LONG = 2.0
"""Seconds of reading from which it is told how long it took."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """What of a tab is shown, for looking only: the lines that have a text, by a column."""

    text: str = ""
    sorting: Sorting = field(default_factory=Sorting)


# reading ----------------------------------------------------------------------------------------------------------
def reread(screen: "FolderScreen") -> None:
    """Read all files again."""
    screen.run_worker(_read(screen), exclusive=True)


async def _read(screen: "FolderScreen") -> None:
    """File by file, so that what is read is seen and the screen stays usable."""
    paths, began = toml_files(screen.folder), time.monotonic()
    screen.files, screen.skipped, screen.stopped = [], 0, False
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
    screen.files = side_by_side(screen.files)
    screen.ledger = worked_out(screen.files)
    screen.say(key, count=len(screen.files), seconds=round(took) if took > LONG else None,
               skipped=screen.skipped or None)  # fmt: skip


def stop(screen: "FolderScreen") -> None:
    """Esc: what is being done is left, reading stops, and what is hidden is shown again."""
    if leave(screen):
        return
    screen.stopped = True
    if screen.sifts[screen.tab].text:
        _sift(screen, replace(screen.sifts[screen.tab], text=""))
        screen.say("screen.sift.all", all=len(screen.files))


def worked_out(files: list[Listed]) -> list[promises.Told]:
    """The ledger of all files that could be read."""
    return promises.told(ledger([(one.name, one.state) for one in files if one.state is not None]))


# what is shown ----------------------------------------------------------------------------------------------------
def shown(screen: "FolderScreen") -> list[Listed]:
    """The files that are shown, in their order."""
    sift, words = screen.sifts[0], screen.words
    return files_in_order(files_with(screen.files, sift.text, words, looks_of(screen.app)), sift.sorting, words)


def promised(screen: "FolderScreen") -> list[promises.Told]:
    """The rows of the ledger that are shown, in their order."""
    sift, words = screen.sifts[1], screen.words
    return ledger_in_order(ledger_with(screen.ledger, sift.text, words), sift.sorting)


def hidden(screen: "FolderScreen") -> list[GridRow]:
    """How many lines are hidden."""
    count, every = _counts(screen)
    if count == every:
        return []
    text = screen.words.say("screen.sift.hidden", count=count, all=every)
    return [GridRow(("hidden",), (Cell(f"  {text}", role="warning", editable=False),), kind="note", selectable=False)]


def _counts(screen: "FolderScreen") -> tuple[int, int]:
    return (len(screen.promises), len(screen.ledger)) if screen.tab else (len(screen.shown), len(screen.files))


def draw_strip(screen: "FolderScreen") -> None:
    """The strip speaks of the file, or the promise, under the cursor."""
    row, strip = screen.query_one(Grid).cursor[0], screen.query_one(FootStrip)
    if screen.tab:
        told = screen.promises[row] if row < len(screen.promises) else None
        strip.show(promises.strip(told, screen.words, screen.size.width, looks_of(screen.app)))
    else:
        strip.show(folders.strip(file_at(screen, row), screen.words, screen.size.width, looks_of(screen.app)))


def file_at(screen: "FolderScreen", row: int) -> Listed | None:
    """The file in a row of the list."""
    return screen.shown[row] if row < len(screen.shown) else None


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
    plain = (promises.columns if screen.tab else lambda words, _: folders.columns(words))(screen.words, 80)
    title = next(one.title for one in plain if one.key == shown_column.key)
    screen.say(f"screen.list.{said}", column=title)


def filter_lines(screen: "FolderScreen") -> None:
    """Ask for words and show only the lines that have them all; an empty answer shows all again."""
    sift = screen.sifts[screen.tab]

    def answered(text: str) -> None:
        _sift(screen, replace(sift, text=text.strip()))
        count, every = _counts(screen)
        screen.say("screen.sift.hidden" if count < every else "screen.sift.all", count=count, all=every)

    sifting.ask(screen, screen.words, "filter", sift.text, answered, note="list-filter-note")


def find(screen: "FolderScreen") -> None:
    """Ask for a text and go to the next line that has it."""
    sifting.find_in(screen, screen.words, screen.query_one(Grid))


def _sift(screen: "FolderScreen", sift: Sifted) -> None:
    screen.sifts[screen.tab] = sift
    screen.draw()


# opening ----------------------------------------------------------------------------------------------------------
Then = Callable[["BudgetScreen"], object]
"""What is done on a budget once it is open."""


def open_row(screen: "FolderScreen", row: int, then: Then | None = None) -> None:
    """The file of a row; one that cannot be read is told."""
    if screen.tab:
        _open_promise(screen, row, then)
        return
    listed = file_at(screen, row)
    if listed is not None:
        _open(screen, listed, then)


def _open_promise(screen: "FolderScreen", row: int, then: Then | None) -> None:
    """The file of a promise at its place; on a budget item of several files, the first of them."""
    one = screen.promises[row] if row < len(screen.promises) else None
    entry = (one.entry or one.item.entries[0]) if one is not None else None
    listed = next((file for file in screen.files if entry is not None and file.name == entry.label), None)
    if one is not None and entry is not None and listed is not None:
        path = promises.Told(one.item, entry, "", None).path
        _open(screen, listed, then or (lambda top: going.to_path(top, path)))


def _open(screen: "FolderScreen", listed: Listed, then: Then | None) -> None:
    """Read beside the keyboard where that takes long."""
    app, others = screen.app, listed.state.case.others if listed.state is not None else ()
    screen.opened = listed.path

    def read_it() -> Session | None:
        return app.read_budget(listed.path, others)  # type: ignore[attr-defined,no-any-return]

    def show(session: Session | None) -> None:
        if session is None:
            screen.say("screen.talk.unreadable", file=listed.name, reason=listed.reason or "failed")
            return
        top = app.show_budget(listed.path, session)  # type: ignore[attr-defined]
        if then is not None:
            top.call_after_refresh(then, top)

    if is_large(listed.path):
        work(screen, lambda: screen.say("screen.work.opening", file=listed.name), read_it, show)
    else:
        show(read_it())


def compare(screen: "FolderScreen") -> None:
    """Open the file and ask which version to compare it with."""
    open_row(screen, screen.query_one(Grid).cursor[0], lambda top: top.action_do("compare"))


# actions ----------------------------------------------------------------------------------------------------------
def go(screen: "FolderScreen") -> None:
    """`g`: the tabs wait for a key."""
    from budjettitui.tui.screens.foot import GoLine

    screen.query_one(GoLine).focus()
    screen.draw()


def next_region(screen: "FolderScreen") -> None:
    """From the list to the tabs and back."""
    grid = screen.query_one(Grid)
    if grid.has_focus:
        go(screen)
    else:
        grid.focus()
        screen.call_after_refresh(screen.draw)


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
    "new": new,
    "reread": reread,
    "redraw": lambda screen: screen.refresh(layout=True),
    "help": show_help,
    "palette": show_palette,
    "stop": stop,
    "close": lambda screen: screen.app.exit(0),
    **by_the_grid("list"),
}
"""By the names of `keys.ACTIONS`."""
