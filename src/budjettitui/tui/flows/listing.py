"""What is done on the list of a folder: its tabs, its order, a file or a promise opened at its place."""

from pathlib import Path
from typing import TYPE_CHECKING

from budjettitui.findings import Path as Place
from budjettitui.ledger import ledger
from budjettitui.tui.files import Listed
from budjettitui.tui.flows import going
from budjettitui.tui.present import promises
from budjettitui.tui.present.sorting import COLUMNS, in_order
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.talk import TalkText

if TYPE_CHECKING:
    from budjettitui.tui.screens.folder import FolderScreen


def worked_out(files: list[Listed]) -> list[promises.Told]:
    """The ledger of all files that could be read."""
    return promises.told(ledger([(one.name, one.state) for one in files if one.state is not None]))


def shown(screen: "FolderScreen") -> list[Listed]:
    """The files in the order in which they are shown."""
    if not screen.sort.column:
        return screen.files
    return in_order(screen.files, screen.sort.column, screen.sort.descending, screen.words)


def file_at(screen: "FolderScreen", row: int) -> Listed | None:
    """The file in a row of the list."""
    files = shown(screen)
    return files[row] if row < len(files) else None


def turn(screen: "FolderScreen", tab: int) -> None:
    """The other tab, its cursor at the top."""
    if tab != screen.tab:
        screen.tab, screen.told = tab, TalkText()
        screen.query_one(Grid).show((), (), keep=False)
        screen.draw()


def sort(screen: "FolderScreen", column: int) -> None:
    """By a column: up, down, as it was read."""
    if screen.tab:
        screen.tell("screen.list.not-sorted")
    else:
        screen.sort = screen.sort.next(COLUMNS[column])
        said = "sorted-down" if screen.sort.descending else "sorted" if screen.sort.column else "as-read"
        screen.tell(f"screen.list.{said}", column=screen.words.say(f"screen.head.{COLUMNS[column]}"))
    screen.draw()


def open_row(screen: "FolderScreen", row: int) -> None:
    """The file of a row; one that cannot be read is told."""
    if screen.tab:
        _open_promise(screen, row)
        return
    listed = file_at(screen, row)
    if listed is not None and not _open(screen, listed.path):
        screen.tell("screen.talk.unreadable", file=listed.name, reason=listed.reason or "failed")
        screen.draw()


def _open_promise(screen: "FolderScreen", row: int) -> None:
    """The file of a promise at its place; on a budget item of several files, the first of them."""
    one = screen.promises[row] if row < len(screen.promises) else None
    entry = (one.entry or one.item.entries[0]) if one is not None else None
    listed = next((file for file in screen.files if entry is not None and file.name == entry.label), None)
    if one is not None and entry is not None and listed is not None and _open(screen, listed.path):
        screen.call_later(_go_to, screen, promises.Told(one.item, entry, "", None).path)


def _open(screen: "FolderScreen", path: Path) -> bool:
    screen.opened = path
    listed = next((one for one in screen.files if one.path == path), None)
    others = listed.state.case.others if listed is not None and listed.state is not None else ()
    return bool(screen.app.open_budget(path, others))  # type: ignore[attr-defined]


def _go_to(screen: "FolderScreen", path: Place | None) -> None:
    from budjettitui.tui.screens.budget import BudgetScreen  # which knows the flows

    top = screen.app.screen
    if isinstance(top, BudgetScreen):
        top.call_after_refresh(lambda: going.to_path(top, path))
