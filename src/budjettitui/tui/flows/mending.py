"""Mends: what each would write, what it would bring, and one of them done as one step of undo."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from budjettitui.balance import counts
from budjettitui.document import EditRefused
from budjettitui.edits import Change
from budjettitui.findings import Finding, Fix
from budjettitui.report.sentences import Sentences
from budjettitui.session import State
from budjettitui.tui.flows import changing, going
from budjettitui.tui.lines import changed_lines
from budjettitui.tui.present import found
from budjettitui.tui.present.names import edit_name, first_place
from budjettitui.tui.view import View
from budjettitui.tui.widgets.menu import Choice, MenuText
from budjettitui.values import replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def mend(screen: "BudgetScreen") -> None:
    """Open the menu of mends for the finding that the strip speaks of, or its root."""
    view = screen.view
    finding = screen.desk.finding_here() if view.state.document.editable else _broken(view.state)
    if finding is None:
        screen.say("screen.talk.no-findings")
        return
    finding = root_of(view.state, finding)
    fixes = screen.session.with_fixes(finding).fixes
    seen = [_tried(screen, fix) for fix in fixes]
    offered = [(fix, state) for fix, state in zip(fixes, seen, strict=True) if state is not None]
    if not offered:
        screen.say("screen.talk.no-mend" if view.state.document.editable else "screen.talk.no-mend-text")
        return
    _ask(screen, finding, offered)


def root_of(state: State, finding: Finding) -> Finding:
    """The finding itself, or the one that it follows from."""
    if finding.cause is None:
        return finding
    roots = [one for one in state.findings if (one.check, one.path) == (finding.cause.check, finding.cause.path)]
    return roots[0] if roots else finding


def _broken(state: State) -> Finding | None:
    """What keeps the file from being read whole, the first of it that has a mend."""
    found_here = [one for one in state.findings if one.check == "toml-syntax"]
    mendable = {(fault.line, fault.column) for fault in state.document.faults if fault.mend is not None}
    return next(
        (one for one in found_here if (one.line, one.column) in mendable), found_here[0] if found_here else None
    )


def _tried(screen: "BudgetScreen", fix: Fix) -> State | None:
    try:
        return screen.session.preview(fix.change)
    except EditRefused:
        return None


def _ask(screen: "BudgetScreen", finding: Finding, offered: Sequence[tuple[Fix, State]]) -> None:
    view = screen.view
    said = Sentences(view.state.budget, view.words)
    choices = tuple(_choice(view, said, fix, state) for fix, state in offered)
    title = view.words.say("screen.mend.title", what=said.who(finding.place))
    text = MenuText(title, choices, (said.of(finding),))

    def chosen(number: int | None) -> None:
        screen.previews = ()
        screen.change(preview=None, preview_label="")
        if number is None:
            return
        fix = offered[number][0]
        change = replace(fix.change, name="change.mend", values={"title": said.fix(fix)})
        if changing.apply(screen, change):
            going.to_path(screen, _shown_place(change))

    screen.previews = tuple(state for _, state in offered)
    screen.ask(text, chosen)


def _shown_place(change: Change) -> tuple[str | int, ...] | None:
    place = first_place(change)
    return place[:3] if place is not None and isinstance(place[0], str) and place[0] != "stated" else place


def _choice(view: View, said: Sentences, fix: Fix, after: State) -> Choice:
    """A mend with its edits, how many lines it writes, and the findings that would stand then."""
    lines = tuple(edit_name(view.state, view.words, edit) for edit in fix.change.edits)
    lines += tuple(f"{splice.old} -> {splice.new}" for splice in fix.change.splices)
    found_then = counts(after.findings)
    new = found.new_roots(view.state, after)
    note = view.words.say(
        "screen.mend.note",
        count=changed_lines(view.state.document.text, after.document.text),
        found=", ".join(
            view.words.say(f"report.count.{severity.word}s", count=number) for severity, number in found_then.items()
        ),
    )  # fmt: skip
    behind = Sentences(after.budget, view.words).of(new[0]) if new else view.words.say("screen.mend.nothing-new")
    return Choice(
        said.fix(fix), lines, (f"{note} {view.words.say('screen.mend.new', what=behind) if new else behind}",)
    )
