"""Two versions beside each other: from change to change, and at each what is wrong there, accepted with a reason, noted.

A dialog that is opened from here comes back here, to the change that it was about.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from budjettitui.revisions import Commit
from budjettitui.state import State
from budjettitui.tui.flows import going
from budjettitui.tui.present import compared as rows
from budjettitui.tui.present.at_change import below, finding_at
from budjettitui.tui.present.compared import Compared
from budjettitui.tui.themes import looks_of
from budjettitui.tui.widgets.box import widest
from budjettitui.tui.widgets.menu import Choice, Menu, MenuText
from budjettitui.values import thing
from budjettitui.versions.comparison import compare
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

Act = Callable[["BudgetScreen"], object]

AT_CHANGE = ("why", "note", "accept")
"""What is done at the marked line, by the keys that it has everywhere."""


@thing
class Version:
    """The version that is compared with: what it is called, what it says, and who made it."""

    name: str
    state: State
    commit: Commit | None = None


def show(screen: "BudgetScreen", version: Version, at: tuple[int, Compared] | None = None) -> None:
    """The comparison; the line that was marked before is marked again, though others may have come above it."""
    listed = _listed(screen, version)
    changes = [number for number, line in enumerate(listed) if line.change]
    keys = {key: action.name for action in screen.view.keys if action.name in AT_CHANGE for key in action.keys}
    text = _text(screen, version, listed, _found(listed, at) if at is not None else (changes or [0])[0], keys)

    then: list[Act] = []

    def pressed(event: Menu.Pressed) -> None:
        here = (event.index, listed[event.index])
        if event.key == "C":
            then.append(_other_version)
        elif event.key in keys:
            act = _act(screen, version, here[1], keys[event.key])
            then.extend([_coming_back(act, lambda: show(screen, version, here))] if act is not None else [])
        elif changes:
            event.menu.mark(_beside(changes, event.index, 1 if event.key == "n" else -1))
        if then:
            event.menu.dismiss(None)

    def chosen(number: int | None) -> None:
        screen.menu_key = None
        screen.change(preview=None, preview_label="")
        if number is not None:
            going.to_path(screen, listed[number].path)
        for act in then:
            act(screen)

    screen.menu_key = pressed
    screen.change(preview=version.state, preview_label=version.name)
    screen.ask(text, chosen, dialog="compared")


def _other_version(screen: "BudgetScreen") -> None:
    from budjettitui.tui.flows import comparing  # it asks for a version and comes here

    comparing.compare(screen)


def _coming_back(act: Act, again: Callable[[], None]) -> Act:
    """Open what is to be opened; when it is closed, with whatever it has opened itself, stand here again."""

    def acted(screen: "BudgetScreen") -> None:
        def back() -> None:
            if not screen.view.dialog:
                screen.returning = None
                again()

        screen.returning = back
        act(screen)

    return acted


def _act(screen: "BudgetScreen", version: Version, line: Compared, name: str) -> Act | None:
    """What a key does at a line; None where it is said that there is nothing to do."""
    from budjettitui.tui.flows import accepting, explaining, reviewing

    view, path = screen.view, line.path
    if name == "note":
        if path is not None and line.speaks:
            return lambda here: reviewing.may_note(here, lambda there: accepting.note_on(there, path[:2]))
        screen.say("flow.compare.no-row")
        return None
    found = finding_at(view, version.state, line)
    if found is None:
        screen.say("flow.compare.none-here")
        return None
    state, finding = found
    if name == "why":
        return lambda here: explaining.show_proof(here, finding, None if state is view.state else state)
    if state is not view.state:
        screen.say("flow.compare.went")
        return None
    return lambda here: reviewing.may_note(here, lambda there: accepting.accept_root(there, finding))


def _listed(screen: "BudgetScreen", version: Version) -> list[Compared]:
    words, now = screen.view.words, screen.view.state
    found = compare(version.state, now)
    if found.same:
        return [Compared(words.say("flow.compare.text-only" if found.text_differs else "flow.compare.same"))]
    room = widest(screen.app.size) - 3
    return rows.lines(version.name, version.state, now, found, words, room, looks_of(screen.app))


def _text(
    screen: "BudgetScreen", version: Version, listed: list[Compared], marked: int, keys: Mapping[str, str]
) -> MenuText:
    view, words, commit = screen.view, screen.view.words, version.commit
    made = (_made(commit, words),) if commit is not None else ()
    errors = {"old": len(version.state.errors()), "new": len(view.state.errors())}
    count = words.say("flow.compare.count", count=sum(line.change for line in listed), **errors)
    choices = tuple(
        Choice(
            line.text,
            hang=len("* "),
            enters="" if line.path else "close",
            note=below(view, version.name, version.state, line),
        )
        for line in listed
    )
    return MenuText(words.say("flow.compare.title", version=version.name), choices, (*made, count), numbered=False,
                    marked=marked, others=frozenset({"n", "N", "C", *keys}))  # fmt: skip


def _made(commit: Commit, words: Words) -> str:
    return words.say("flow.compare.commit", by=commit.by, day=commit.day, name=commit.name, says=commit.says or None)


def _found(listed: list[Compared], at: tuple[int, Compared]) -> int:
    """The line that speaks of the same, else the one that has its number."""
    number, line = at
    same = [
        n for n, one in enumerate(listed) if (one.path, one.change, one.text) == (line.path, line.change, line.text)
    ]
    of_path = [n for n, one in enumerate(listed) if one.path and (one.path, one.change) == (line.path, line.change)]
    return (same or of_path or [min(number, len(listed) - 1)])[0]


def _beside(changes: list[int], here: int, by: int) -> int:
    """The next change or the one before, round in a ring."""
    after = [number for number in changes if number > here]
    before = [number for number in changes if number < here]
    return (after or changes)[0] if by > 0 else (before or changes)[-1]
