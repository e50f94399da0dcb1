"""Mends: what each would write, what it would bring, and one of them done as one step of undo."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from budjettitui.balance import counts
from budjettitui.document import EditRefused
from budjettitui.edits import Change, Splice
from budjettitui.findings import Finding, Fix
from budjettitui.report.sentences import Sentences
from budjettitui.session import State
from budjettitui.tui.flows import changing, going
from budjettitui.tui.lines import changed_lines
from budjettitui.tui.present import found
from budjettitui.tui.present.names import edit_name, first_place
from budjettitui.tui.view import Talk, View
from budjettitui.tui.widgets.menu import Choice, MenuText

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def mend(screen: "BudgetScreen") -> None:
    """Open the menu of mends for the finding that the strip speaks of, or its root."""
    view = screen.view
    if not view.state.document.editable:
        _mend_text(screen)
        return
    finding = screen.finding_here()
    if finding is None:
        screen.say("screen.talk.no-findings")
        return
    finding = root_of(view.state, finding)
    fixes = screen.session.with_fixes(finding).fixes
    seen = [_tried(screen, fix) for fix in fixes]
    offered = [(fix, state) for fix, state in zip(fixes, seen, strict=True) if state is not None]
    if not offered:
        screen.say("screen.talk.no-mend")
        return
    _ask(screen, finding, offered)


def root_of(state: State, finding: Finding) -> Finding:
    """The finding itself, or the one that it follows from."""
    if finding.cause is None:
        return finding
    roots = [one for one in state.findings if (one.check, one.path) == (finding.cause.check, finding.cause.path)]
    return roots[0] if roots else finding


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
    found_then = counts(after.findings)
    new = found.new_roots(view.state, after)
    note = view.words.say(
        "screen.mend.note",
        count=changed_lines(view.state.document.text, after.document.text),
        found=", ".join(view.words.say(f"report.count.{severity.word}s", count=number) for severity, number in found_then.items()),
    )  # fmt: skip
    behind = Sentences(after.budget, view.words).of(new[0]) if new else view.words.say("screen.mend.nothing-new")
    return Choice(said.fix(fix), lines, (f"{note} {view.words.say('screen.mend.new', what=behind) if new else behind}",))


def _mend_text(screen: "BudgetScreen") -> None:
    """A file that is no TOML: the reading of its first broken value that is beyond doubt."""
    view = screen.view
    fault = next((one for one in view.state.document.faults if one.mend is not None), None)
    if fault is None or fault.mend is None:
        screen.say("screen.talk.no-mend-text")
        return
    start, end, meant = fault.mend
    words, text = view.words, view.state.document.text
    choice = Choice(words.say("screen.broken.write", text=meant), (words.say("screen.broken.line", line=fault.line),))

    def chosen(number: int | None) -> None:
        if number is None:
            return
        change = Change("change.mend", (), {"title": words.say("screen.broken.write", text=meant)})
        screen.session.mend_text(change, [Splice(start, text[start:end], meant)])
        screen.renew(Talk(words.say("screen.broken.written", text=meant, line=fault.line)))

    screen.ask(MenuText(words.say("screen.broken.title"), (choice,)), chosen)


def why(screen: "BudgetScreen") -> None:
    """The whole sentence of a finding, its figures, its place and what its check means."""
    view, finding = screen.view, screen.finding_here()
    if finding is None:
        screen.say("screen.talk.no-findings")
        return
    from budjettitui.tui.present.proofs import proof

    text = MenuText(view.words.say("screen.why.title", check=finding.check), tuple(Choice(line) for line in proof(view, finding)),
                    numbered=False)  # fmt: skip
    screen.ask(text, lambda number: going.to_finding(screen, finding) if number is not None else None, dialog="why")
