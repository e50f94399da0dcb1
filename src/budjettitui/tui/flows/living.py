"""Living with others: the file has changed on disk while there is unsaved work. Nothing is lost before it is chosen."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from budjettitui import store
from budjettitui.document import Document
from budjettitui.state import State
from budjettitui.store import Stored
from budjettitui.tui.flows import saving
from budjettitui.tui.lines import HANG, diff_lines
from budjettitui.tui.present.names import cell_name, spelled, value_text
from budjettitui.tui.present.tables import columns, whole
from budjettitui.tui.view import Talk
from budjettitui.tui.widgets.box import widest
from budjettitui.tui.widgets.menu import Choice, Menu, MenuText
from budjettitui.values import thing
from budjettitui.versions import threefold
from budjettitui.versions.merging import Conflict, Merge

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

Kept = frozenset[tuple[object, ...]]
"""The cells that both have changed and of which mine is taken (`Conflict.cell`)."""

LATER, TEXTS = 2, 4
"""What Esc does, and what `w` does: the one by its choice, the other has none."""

MOST_CELLS = 3
"""So many changed cells are shown; the rest is counted."""


@thing
class Theirs:
    """What stands on disk now, judged, and my steps on top of it."""

    stored: Stored
    state: State
    merge: Merge
    merged: State


def changed_on_disk(screen: "BudgetScreen") -> None:
    """Ask what is to be done, with what was, what is on disk and what is in the window beside each other."""
    theirs = _theirs(screen)
    if theirs is None:
        _gone(screen)
        return
    words, label, count = screen.view.words, screen.view.label, len(screen.session.history.unsaved)
    conflicts = len(theirs.merge.conflicts)
    titles = (
        words.say("flow.disk.merge-none" if not conflicts else "flow.disk.merge", count=count, both=conflicts),
        words.say("flow.disk.theirs", file=label),
        words.say("screen.disk.later"),
        words.say("screen.disk.mine", lost=_by_them(screen, theirs) or None),
    )
    about = words.say("screen.disk.about", file=label, count=count, when=_when(screen, theirs.stored))
    text = MenuText("! " + words.say("screen.disk.title"), tuple(Choice(title) for title in titles),
                    (about, *_table(screen, theirs)), others=frozenset({"w"}))  # fmt: skip
    doing: tuple[Callable[[], object], ...] = (
        lambda: _ask_and_merge(screen, theirs),
        lambda: _take_theirs(screen),
        lambda: _later(screen),
        lambda: saving.save(screen, force=True),
        lambda: difference(screen),
    )
    mine = screen.view.state
    screen.previews = (theirs.merged, theirs.state, mine, mine)
    screen.menu_key = _show_texts
    screen.ask(text, lambda number: _chosen(screen, doing[LATER if number is None else number]), dialog="disk")


def _show_texts(event: Menu.Pressed) -> None:
    event.menu.dismiss(TEXTS)


def _when(screen: "BudgetScreen", stored: Stored) -> str | None:
    """When it was written, by the clock of this place; nothing of a file that is older than the one it stands in place of."""
    known = screen.session.stored
    if known is None or stored.written <= known.written:
        return None
    at, words = datetime.fromtimestamp(stored.written).astimezone(), screen.view.words
    if at.date() == screen.session.today:
        return words.say("flow.disk.clock", clock=at.time())
    return words.say("flow.disk.moment", day=at.date(), clock=at.time())


def _by_them(screen: "BudgetScreen", theirs: Theirs) -> int:
    """How many cells somebody else has changed."""
    return sum(cell.by_them for cell in threefold.cells(screen.saved, theirs.state, screen.view.state))


def _chosen(screen: "BudgetScreen", do: Callable[[], object]) -> None:
    screen.previews, screen.menu_key = (), None
    screen.change(preview=None, preview_label="")
    do()


def _theirs(screen: "BudgetScreen") -> Theirs | None:
    session = screen.session
    try:
        merge, stored = session.rebase()
    except store.Unreadable:
        return None
    theirs = session.judged(Document.from_bytes(stored.data))
    return Theirs(stored, theirs, merge, session.judged(merge.document))


def _table(screen: "BudgetScreen", theirs: Theirs) -> list[str]:
    """What was, what is on disk, what is mine; a star where somebody changed it."""
    words = screen.view.words
    found = threefold.cells(screen.saved, theirs.state, screen.view.state)
    called = [words.say(f"flow.disk.{name}") for name in ("was", "on-disk", "yours")]
    rows = [
        (
            cell_name(cell.state, words, cell.path),
            value_text(words, cell.was) + " ",
            value_text(words, cell.theirs) + ("*" if cell.by_them else " "),
            value_text(words, cell.mine) + ("*" if cell.by_me else " "),
        )
        for cell in found[:MOST_CELLS]
    ]
    more, room = len(found) - MOST_CELLS, widest(screen.app.size)
    table = [(words.say("flow.disk.what"), *(f"{head} " for head in called)), *rows]
    lines = columns(table, room) if whole(table, room) else [line for row in rows for line in _under(called, row)]
    return [*lines, *([words.say("screen.strip.more", count=more)] if more > 0 else [])]


def _under(heads: Sequence[str], row: tuple[str, ...]) -> tuple[str, str]:
    """A cell whose texts have no room beside each other: its name, and below it what was and what became of it."""
    name, was, *others = row
    changed = [f"{head} {value}" for head, value in zip(heads[1:], others, strict=True) if value.endswith("*")]
    return name, "   " + "  ".join([f"{heads[0]} {was.rstrip()}", *changed])


def _ask_and_merge(screen: "BudgetScreen", theirs: Theirs) -> None:
    """Ask about each cell that both have changed; then put my steps on top."""
    ask_cells(
        screen,
        screen.saved,
        theirs.state,
        theirs.merge.conflicts,
        lambda keep: _merge(screen, theirs, keep),
        lambda: changed_on_disk(screen),
    )


def _merge(screen: "BudgetScreen", theirs: Theirs, keep: Kept) -> None:
    """Put my steps on top of theirs, unless what is on disk is another text by now."""
    session = screen.session
    try:
        merge, stored = session.rebase(keep)
    except store.Unreadable:
        _gone(screen)
        return
    if stored.digest != theirs.stored.digest:
        changed_on_disk(screen)
        return
    session.take_up(merge.document, merge.steps, stored=stored)
    screen.saved = theirs.state
    screen.change(draft=None)
    screen.renew(Talk(screen.view.words.say("flow.disk.merged", count=len(merge.steps))))
    screen.cursor_told()


def ask_cells(
    screen: "BudgetScreen",
    before: State,
    theirs: State,
    left: Sequence[Conflict],
    then: Callable[[Kept], None],
    leave: Callable[[], None],
    keep: Kept = frozenset(),
) -> None:
    """Ask of each cell that both have changed whose is taken, theirs first. `then` hears of which it is mine; where the
    asking is left, `leave` is done.
    """
    if not left:
        then(keep)
        return

    def chosen(mine: bool | None) -> None:
        if mine is None:
            leave()
        else:
            ask_cells(screen, before, theirs, left[1:], then, leave, keep | ({left[0].cell} if mine else set()))

    _ask_cell(screen, before, theirs, left[0], chosen)


def _ask_cell(
    screen: "BudgetScreen", before: State, theirs: State, one: Conflict, then: Callable[[bool | None], None]
) -> None:
    """Ask whose of a cell that both have changed is taken: `then` hears whether mine is, None where it was left."""
    words = screen.view.words
    name = cell_name(theirs, words, one.theirs) if one.theirs else cell_name(before, words, one.mine)
    there = value_text(words, one.their_value) if one.theirs is not None else words.say("flow.disk.row-gone")
    mine = spelled(words, one.my_text) if one.my_text is not None else words.say("flow.disk.my-step")
    choices = [Choice(words.say("flow.disk.cell-theirs", value=there))]
    choices += [Choice(words.say("flow.disk.cell-mine", value=mine))] if one.can_be_mine else []
    above = (words.say("flow.disk.cell-was", value=value_text(words, one.was)),)
    note = () if one.can_be_mine else (words.say("flow.disk.only-theirs"),)
    text = MenuText(words.say("flow.disk.cell", what=name), tuple(choices), above, note)
    screen.ask(text, lambda number: then(None if number is None else number == 1))


def _take_theirs(screen: "BudgetScreen") -> None:
    """Mine goes into a file beside, then theirs is read."""
    stored = screen.session.stored
    assert stored is not None
    try:
        beside = store.keep_beside(stored.path, screen.session.state.document.to_bytes())
    except store.NotSaved as refused:
        screen.say("screen.talk.not-saved", role="error", file=screen.view.label, reason=refused.reason)
        return
    saving.reread(screen)
    screen.say("flow.disk.beside", file=beside.name)


def _later(screen: "BudgetScreen") -> None:
    screen.kept_mine = True
    screen.say("screen.talk.kept-mine")


def _gone(screen: "BudgetScreen") -> None:
    """The file cannot be read any more: keep mine in the window, or write it again."""
    words, label = screen.view.words, screen.view.label
    choices = (Choice(words.say("screen.disk.later")), Choice(words.say("flow.disk.again")))
    text = MenuText("! " + words.say("screen.disk.title"), choices, (words.say("flow.disk.gone", file=label),))

    def chosen(number: int | None) -> None:
        if number == 1:
            saving.save(screen, force=True)
        else:
            _later(screen)

    screen.ask(text, chosen)


def difference(screen: "BudgetScreen") -> None:
    """Their text beside mine, line by line; the question comes again afterwards."""
    stored = screen.session.stored
    assert stored is not None
    try:
        theirs = store.read(stored.path).data.decode("utf-8", "replace")
    except store.Unreadable:
        theirs = ""
    lines = diff_lines(theirs, screen.session.state.document.text)
    words = screen.view.words
    choices = tuple(Choice(line, hang=HANG) for line in lines) or (Choice(words.say("screen.disk.same")),)
    text = MenuText(words.say("screen.disk.lines"), choices, numbered=False)
    screen.ask(text, lambda _: changed_on_disk(screen), dialog="text")
