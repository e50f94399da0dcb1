"""Unsaved work of a window that is no more: offered when its file is opened again, and never thrown away unasked."""

from typing import TYPE_CHECKING

from budjettitui.journal import Journal, Lost, Recovery
from budjettitui.tui.flows.talking import step_name
from budjettitui.tui.lines import HANG, diff_lines
from budjettitui.tui.view import Talk
from budjettitui.tui.widgets.menu import Choice, MenuText
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.flows.living import Kept
    from budjettitui.tui.screens.budget import BudgetScreen

MOST_STEPS = 5

REVIEWED = ("change.accept", "change.note")
"""The steps of a review, by name."""


def begin(screen: "BudgetScreen") -> None:
    """Keep a journal of what is done here; offer what an earlier window left in it."""
    session = screen.session
    if session.stored is None:
        return
    journal = Journal.open(session.stored)
    journal.beside = not screen.app.is_headless  # without a window nobody waits for a key
    session.journal = screen.journal = journal
    screen.call_after_refresh(journal.prepare)
    found = journal.found()
    if found is not None and screen.view.read_only and not _of_a_review(found):
        screen.say("flow.recovery.waits", file=screen.view.label)
    elif found is not None:
        _offer(screen, journal, found)
    elif journal.taken:
        screen.say("flow.recovery.taken", file=screen.view.label)
    elif journal.failed:
        screen.change(talk=told(screen, screen.view.talk))


def _of_a_review(found: Recovery) -> bool:
    """True of notes and acceptances alone, which may be written into a file that was opened for looking."""
    return not found.taken_back and all(step.change.name in REVIEWED for step in found.steps)


def told(screen: "BudgetScreen", talk: Talk) -> Talk:
    """What was done; in its place, once, that nothing unsaved is kept beside the window, and why."""
    failed = screen.journal.failed if screen.journal is not None else None
    before, screen.unkept = screen.unkept, failed
    if failed is None or before is not None:
        return talk
    return Talk(screen.view.words.say("flow.recovery.unkept", reason=failed), "error")


def end(screen: "BudgetScreen") -> None:
    """The window closes, and what was not saved is to be lost."""
    if screen.journal is not None:
        if screen.session.dirty:
            screen.journal.remove()
        screen.journal.close()
        screen.session.journal = screen.journal = None


def let_go(screen: "BudgetScreen") -> None:
    """The window goes, whatever closes it: the journal is let go, and what is unsaved stays in it."""
    if screen.journal is not None:
        screen.journal.close()
        screen.session.journal = screen.journal = None


def _offer(screen: "BudgetScreen", journal: Journal, found: Recovery) -> None:
    words, label = screen.view.words, screen.view.label
    count = len(found.steps) or found.taken_back
    named = [f"  {number} {step_name(words, step.change)}" for number, step in enumerate(found.steps[:MOST_STEPS], 1)]
    more = len(found.steps) - MOST_STEPS
    named += [words.say("screen.strip.more", count=more)] if more > 0 else []
    about = words.say("flow.recovery.about", file=label, at=_moment(found, words))
    same = words.say("flow.recovery.same" if found.same else "flow.recovery.other", count=count)
    titles = [words.say(f"flow.recovery.{name}", count=count) for name in ("bring", "look", "drop")]
    text = MenuText(words.say("flow.recovery.title"), tuple(Choice(title) for title in titles), (about, same, *named),
                    numbered=False)  # fmt: skip

    def chosen(number: int | None) -> None:
        if number == 0:
            _bring(screen, journal, found)
        elif number == 1:
            _look(screen, journal, found)
        elif number == 2:
            _drop(screen, journal, found)
        else:
            screen.say("flow.recovery.later")

    screen.ask(text, chosen, dialog="recovery")


def _moment(found: Recovery, words: Words) -> str:
    last = found.last
    return words.say("flow.disk.moment", day=last.date(), clock=last.time()) if last is not None else "?"


def _bring(screen: "BudgetScreen", journal: Journal, found: Recovery) -> None:
    """The steps come back, on top of the file as it is now where it is another one; of each cell that both have changed it
    is asked whose is taken, theirs first.
    """
    session = screen.session
    try:
        merge, before = journal.restore(session), journal.before()
    except Lost:
        screen.say("flow.recovery.lost", role="error")
        return
    if merge is None or before is None:
        _brought(screen, 0)
        return
    from budjettitui.tui.flows.living import ask_cells  # when it is asked for: a start waits for none of it

    was = session.judged(before) if merge.conflicts else session.state
    ask_cells(
        screen,
        was,
        session.state,
        merge.conflicts,
        lambda keep: _take_up(screen, journal, keep),
        lambda: _offer(screen, journal, found),
    )


def _take_up(screen: "BudgetScreen", journal: Journal, keep: "Kept") -> None:
    """Go on with the steps on top of the file as it is, mine in the cells of `keep`."""
    session = screen.session
    merge = journal.restore(session, keep)
    if merge is not None:
        session.take_up(merge.document, merge.steps, stored=session.stored)
    _brought(screen, len(merge.conflicts) if merge is not None else 0)


def _brought(screen: "BudgetScreen", conflicts: int) -> None:
    count = len(screen.session.history.unsaved)
    screen.noting = screen.noting or screen.view.read_only  # notes: it was asked when they were made
    screen.renew(Talk(screen.view.words.say("flow.recovery.back", count=count, both=conflicts or None)))
    screen.cursor_told()


def _look(screen: "BudgetScreen", journal: Journal, found: Recovery) -> None:
    """What the steps would change, line by line; then the question comes again."""
    words, document = screen.view.words, screen.session.state.document
    lines = diff_lines(document.text, journal.text(document))
    choices = tuple(Choice(line, hang=HANG) for line in lines) or (Choice(words.say("screen.disk.same")),)
    text = MenuText(words.say("flow.recovery.lines"), choices, numbered=False)
    screen.ask(text, lambda _: _offer(screen, journal, found), dialog="text")


def _drop(screen: "BudgetScreen", journal: Journal, found: Recovery) -> None:
    words, count = screen.view.words, len(found.steps) or found.taken_back
    choices = (Choice(words.say("flow.recovery.keep")), Choice(words.say("flow.recovery.drop-sure", count=count)))
    text = MenuText(words.say("flow.recovery.sure"), choices)

    def chosen(number: int | None) -> None:
        if number == 1:
            journal.remove()
            screen.say("flow.recovery.dropped")
        else:
            _offer(screen, journal, found)

    screen.ask(text, chosen)
