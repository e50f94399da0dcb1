"""Saving, reading again, and closing: whatever would be lost is asked about first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from budjettitui import store
from budjettitui.tui.flows import file_text, judging, recovering, starting
from budjettitui.tui.flows.talking import step_name
from budjettitui.tui.lines import changed_lines
from budjettitui.tui.view import Talk
from budjettitui.tui.whose import app_of
from budjettitui.tui.widgets.menu import Choice, MenuText

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def save(screen: "BudgetScreen", *, force: bool = False, then: Callable[[], object] | None = None) -> bool:
    """Write the file; True where it is on disk then. What stands in the way is said or asked; `then` is done where it was
    saved after a question.
    """
    view, session = screen.view, screen.session
    if not session.dirty and not force:
        screen.say("screen.talk.nothing-to-save", file=view.label)
        return True
    if not session.state.document.editable and screen.saved.document.editable:
        _ask_broken(screen, force, then)
        return False
    return _write(screen, force)


def _ask_broken(screen: "BudgetScreen", force: bool, then: Callable[[], object] | None) -> None:
    """A text that was whole and is no longer would stop whoever reads the file next: that is asked about."""
    words, line = screen.view.words, screen.session.state.document.faults[0].line
    choices = (Choice(words.say("screen.unwhole.go", line=line)), Choice(words.say("screen.unwhole.save")))
    about = words.say("screen.unwhole.about", line=line, file=screen.view.label)

    def chosen(number: int | None) -> None:
        if number == 0:
            file_text.write_line(screen, line)
        elif number == 1 and _write(screen, force) and then is not None:
            then()

    screen.ask(MenuText(words.say("screen.unwhole.title"), choices, (about,)), chosen)


def _write(screen: "BudgetScreen", force: bool) -> bool:
    view, session = screen.view, screen.session
    count = changed_lines(screen.saved.document.text, session.state.document.text)
    try:
        stored = session.save(force=force)
    except store.ChangedOnDisk:
        from budjettitui.tui.flows import living  # when it is asked for: a start waits for none of it

        living.changed_on_disk(screen)
        return False
    except store.NotSaved as refused:
        screen.say("screen.talk.not-saved", role="error", file=view.label, reason=refused.reason)
        return False
    screen.saved = session.state
    screen.kept_mine = False
    screen.renew(Talk(view.words.say("screen.talk.saved", file=view.label, count=count)))
    if stored.parted:
        screen.say("screen.talk.parted", file=view.label)
    return True


READ_EVERY = 5
"""Glances after which the file is read though it looks the same: its time and its size prove nothing."""


def glance(screen: "BudgetScreen") -> None:
    """Look whether the file looks another from outside, and now and then in any case; what it costs is no reading."""
    stored, (*before, count) = screen.session.stored, screen.glanced or (0,)
    if stored is None:
        return
    seen = store.outside(stored.path)
    screen.glanced = (*seen, (count + 1) % READ_EVERY)
    if list(seen) != before or not screen.glanced[-1]:
        look_at_disk(screen)


def look_at_disk(screen: "BudgetScreen", editor: str = "") -> None:
    """See whether somebody wrote the file, one's own `editor` where that was it; without unsaved work it is read again."""
    if screen.view.dialog or screen.view.typing is not None or not screen.session.changed_on_disk():
        return
    judging.now(screen)
    if screen.session.dirty:
        if not screen.kept_mine:
            from budjettitui.tui.flows import living  # when it is asked for: a start waits for none of it

            living.changed_on_disk(screen)
        return
    reread(screen, editor)


def reread(screen: "BudgetScreen", editor: str = "") -> None:
    """Read the file again; what was not saved is gone."""
    before = screen.session.state.document.text
    try:
        screen.session.reload()
    except store.Unreadable as reason:
        screen.say("screen.talk.unreadable", role="error", file=screen.view.label, reason=reason.reason)
        return
    screen.saved = screen.session.state
    count = changed_lines(before, screen.session.state.document.text)
    screen.change(draft=None, finding=None)
    key = "flow.editor.wrote" if editor else "screen.talk.read-again"
    screen.renew(Talk(screen.view.words.say(key, count=count, editor=editor)))
    screen.cursor_told()


MOST_STEPS = 6


def leave(screen: "BudgetScreen") -> None:
    """Back to the folder list, or the end of the program."""
    recovering.end(screen)
    starting.end(screen)
    app_of(screen).close_budget()


def close(screen: "BudgetScreen") -> None:
    """Back to the list, or the end; unsaved work is asked about."""
    if not screen.session.dirty:
        leave(screen)
        return
    words, steps = screen.view.words, screen.session.history.unsaved
    named = [f"  {step_name(words, step.change)}" for step in steps[-MOST_STEPS:]]
    above = (words.say("screen.close.about", count=len(steps)), *named)
    choices = tuple(
        Choice(words.say(f"screen.close.{name}", count=len(steps)), key=key)
        for name, key in (("save", "s"), ("drop", ""), ("stay", ""))
    )
    text = MenuText(words.say("screen.close.title", file=screen.view.label), choices, above)

    def chosen(number: int | None) -> None:
        if number == 1 or (number == 0 and save(screen, then=lambda: leave(screen))):
            leave(screen)

    screen.ask(text, chosen)


__all__ = ["close", "glance", "look_at_disk", "reread", "save"]
