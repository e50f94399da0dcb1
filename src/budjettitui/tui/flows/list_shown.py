"""What the list of a folder shows: its lines in their order, what stands below them, strip and bottom line."""

from typing import TYPE_CHECKING

from budjettitui.tui.files import Listed
from budjettitui.tui.flows.helping import keys_of
from budjettitui.tui.pages.rows import add_row, hidden, note
from budjettitui.tui.present import folders, promises
from budjettitui.tui.present.keyhints import MENUS, list_hints, plain_hints
from budjettitui.tui.present.sorting import Sorting, files_in_order, files_with, ledger_in_order, ledger_with
from budjettitui.tui.themes import looks_of
from budjettitui.tui.widgets.grid import Grid, GridRow
from budjettitui.tui.widgets.keysline import KeyHint, KeysLine
from budjettitui.tui.widgets.strip import FootStrip
from budjettitui.values import field, frozen

if TYPE_CHECKING:
    from budjettitui.tui.screens.folder import FolderScreen


@frozen
class Sifted:
    """What of a tab is shown, for looking only: the lines that have a text, by a column."""

    text: str = ""
    sorting: Sorting = field(default_factory=Sorting)


def shown(screen: "FolderScreen") -> list[Listed]:
    """The files that are shown, in their order."""
    sift, words = screen.sifts[0], screen.words
    return files_in_order(files_with(screen.files, sift.text, words, looks_of(screen.app)), sift.sorting, words)


def promised(screen: "FolderScreen") -> list[promises.Told]:
    """The rows of the ledger that are shown, in their order."""
    sift, words = screen.sifts[1], screen.words
    return ledger_in_order(ledger_with(screen.ledger, sift.text, words), sift.sorting)


def ending(screen: "FolderScreen") -> list[GridRow]:
    """What stands below the lines: a sentence where there are none, the row that begins a budget, how many are hidden."""
    words, offers = screen.words, not (screen.tab or screen.read_only or screen.closed)
    count, every = counts(screen)
    found: list[GridRow] = []
    if not every and not screen.reading:
        found.append(note(words.say(_none(screen, offers=offers), reason=screen.closed or None), ""))
    if offers and not screen.reading:
        found.append(add_row(words.say("screen.list.add")))
    return [*found, *hidden(words, count, every)]


def _none(screen: "FolderScreen", *, offers: bool) -> str:
    """The sentence where there are no lines: of a folder that cannot be read nobody knows whether there are any."""
    if screen.closed:
        return "screen.list.closed"
    return "screen.promises.none" if screen.tab else "screen.list.first" if offers else "screen.list.none"


def counts(screen: "FolderScreen") -> tuple[int, int]:
    """How many lines are shown, and how many there are."""
    return (len(screen.promises), len(screen.ledger)) if screen.tab else (len(screen.shown), len(screen.files))


def draw_foot(screen: "FolderScreen") -> None:
    """Strip and bottom line speak of the file, the promise, or the row that begins a budget, under the cursor."""
    row, words, width, looks = screen.query_one(Grid).cursor[0], screen.words, screen.size.width, looks_of(screen.app)
    if screen.tab:
        shown = promises.strip(promise_at(screen, row), words, width, looks)
    elif begins(screen, row):
        shown = folders.new_strip(screen.folder, words, width, looks)
    else:
        shown = folders.strip(file_at(screen, row), words, width, looks)
    screen.query_one(FootStrip).show(shown)
    screen.query_one(KeysLine).show(_hints(screen, row))


def _hints(screen: "FolderScreen", row: int) -> tuple[KeyHint, ...]:
    """The keys of the dialog that stands, else those that do something at the row."""
    if screen.dialog and screen.dialog != "jump":
        return plain_hints(screen.words, MENUS.get(screen.dialog, MENUS["menu"]))
    there = (promise_at(screen, row) if screen.tab else file_at(screen, row)) is not None
    return list_hints(
        screen.words, keys_of(screen), read_only=screen.read_only, there=there, begins=begins(screen, row)
    )


def begins(screen: "FolderScreen", row: int) -> bool:
    """True of the row that begins a budget."""
    rows = screen.query_one(Grid).sheet.rows
    return row < len(rows) and rows[row].kind == "add"


def promise_at(screen: "FolderScreen", row: int) -> promises.Told | None:
    """The promise in a row of the ledger."""
    return screen.promises[row] if row < len(screen.promises) else None


def file_at(screen: "FolderScreen", row: int) -> Listed | None:
    """The file in a row of the list."""
    return screen.shown[row] if row < len(screen.shown) else None
