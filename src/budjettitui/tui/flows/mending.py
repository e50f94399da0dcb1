"""Mends: what each would write, what it would bring, and one of them done as one step of undo."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from budjettitui.acceptance import waivable
from budjettitui.checks.mendable import MENDABLE
from budjettitui.document import EditRefused
from budjettitui.edits import Change
from budjettitui.findings import NOT_YET, Finding, Fix, Path
from budjettitui.model import ROW_TABLES
from budjettitui.report.sentences import Sentences
from budjettitui.session import Session
from budjettitui.state import State
from budjettitui.tui.flows import changing, file_text, going
from budjettitui.tui.flows.talking import no_finding
from budjettitui.tui.present import found, mends
from budjettitui.tui.present.names import first_place
from budjettitui.tui.themes import looks_of
from budjettitui.tui.view import Mends, View
from budjettitui.tui.widgets.box import widest
from budjettitui.tui.widgets.menu import Choice, Menu, MenuText
from budjettitui.values import replace
from budjettitui.values import replace as another

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

SMALL = 100
"""Rows of a file up to which the mends of the finding that is spoken of are tried out unasked: some milliseconds."""

LONG = 200_000
"""Characters of a file beyond which they are not tried out unasked either: a text of a million in one cell is gone through
each time."""

INDENT = 5
"""Cells before the lines of a choice."""

WHY = -1
"""What the menu is left with where the proof is asked for."""


def mend(screen: "BudgetScreen") -> None:
    """Open the menu of mends for the finding that the strip speaks of, or its root."""
    view = screen.view
    finding = screen.desk.finding_here() if view.state.document.editable else _broken(view.state)
    if finding is None:
        no_finding(screen)
        return
    finding = found.root_of(view.state, finding)
    fixes = screen.session.with_fixes(finding).fixes
    seen = [_tried(screen, fix) for fix in fixes]
    offered = [(fix, state) for fix, state in zip(fixes, seen, strict=True) if state is not None]
    told = mends.refused(view, [pair for pair in screen.session.not_offered(finding) if not _begins(fixes, pair[0])])
    if not offered and not told and view.state.document.editable and _answered_at(finding) is None:
        if not _chosen_there(screen, finding):
            screen.say("screen.talk.no-mend")
        return
    _ask(screen, finding, offered, told)


def _chosen_there(screen: "BudgetScreen", finding: Finding) -> bool:
    """Of a word that no mend can be sure of, the list of its cell is opened: there is what may stand there."""
    path = mends.listed_at(screen.view.state, finding)
    if path is None or not going.to_path(screen, path) or screen.view.at != path or screen.desk.grid is None:
        return False
    return screen.desk.grid.begin()


def _begins(fixes: Sequence[Fix], refused: Fix) -> bool:
    """True of a mend that is offered as the first of several steps."""
    edits = refused.change.edits
    return any(fix.then and fix.change.edits[: len(edits)] == edits for fix in fixes)


def _broken(state: State) -> Finding | None:
    """What keeps the file from being read whole, the first of it that has a mend."""
    found_here = [one for one in state.verdict() if one.check == "toml-syntax"]
    mendable = {(fault.line, fault.column) for fault in state.document.faults if fault.mend is not None}
    return next(
        (one for one in found_here if (one.line, one.column) in mendable), found_here[0] if found_here else None
    )


def _tried(screen: "BudgetScreen", fix: Fix) -> State | None:
    try:
        return screen.session.preview(fix.change)
    except EditRefused:
        return None


def _ask(screen: "BudgetScreen", finding: Finding, offered: Sequence[tuple[Fix, State]], told: tuple[str, ...]) -> None:
    view, looks = screen.view, looks_of(screen.app)
    room = widest(screen.app.size) - INDENT
    choices = [mends.choice(view, fix, state, looks, room) for fix, state in offered]
    fact = _answered_at(finding)
    if fact is not None:
        choices.append(Choice(view.words.say("screen.mend.answer")))
    if waivable(finding):
        choices.append(Choice(view.words.say("screen.mend.accept")))
    if not view.state.document.editable:
        choices.append(Choice(view.words.say("screen.mend.open-line", line=finding.line or 1)))
    above = (Sentences(view.state.budget, view.words).of(finding),)
    why = frozenset(key for action in view.keys if action.name == "why" for key in action.keys)
    text = MenuText(mends.title(view, finding), tuple(choices), above, told, giving=True, others=why)

    def pressed(event: Menu.Pressed) -> None:
        event.menu.dismiss(WHY)

    def chosen(number: int | None) -> None:
        screen.menu_key = None
        screen.previews = ()
        screen.change(preview=None, preview_label="")
        if number is not None and number == len(offered) and fact is not None:
            from budjettitui.tui.flows import facts, reviewing  # when it is asked for: a start waits for none of it

            reviewing.may_note(screen, lambda here: facts.show_facts(here, fact))
        elif number == WHY:
            from budjettitui.tui.flows.explaining import (
                show_proof,
            )  # when it is asked for: a start waits for none of it

            show_proof(screen, finding)
        elif number is not None and number >= len(offered):
            _by_hand(screen, finding)
        elif number is not None:
            _do(screen, offered[number][0])

    screen.previews = (*(state for _, state in offered), *[view.state] * (len(choices) - len(offered)))
    screen.menu_key = pressed
    screen.ask(text, chosen, dialog="mends")


def _answered_at(finding: Finding) -> Path | None:
    """The fact that answers what a form asks, where a person has to answer it."""
    keys = finding.values.get("keys")
    asked = finding.check == "declaration-missing" and isinstance(keys, tuple) and bool(keys)
    return ("declared", str(keys[0])) if asked and isinstance(keys, tuple) else None


def _by_hand(screen: "BudgetScreen", finding: Finding) -> None:
    """The last choice: a reason is asked for; of text that is no TOML its line is opened for writing."""
    if screen.view.state.document.editable:
        from budjettitui.tui.flows import accepting, reviewing  # when it is asked for: a start waits for none of it

        reviewing.may_note(screen, lambda here: accepting.accept_root(here, finding))
    else:
        file_text.write_line(screen, finding.line or 1)


def _do(screen: "BudgetScreen", fix: Fix) -> None:
    title = Sentences(screen.view.state.budget, screen.view.words).fix(fix)
    change = another(fix.change, name="change.mend", values={"title": title})
    if changing.apply(screen, change):
        going.to_path(screen, _shown_place(change))


def _shown_place(change: Change) -> tuple[str | int, ...] | None:
    place = first_place(change)
    return place[:3] if place is not None and isinstance(place[0], str) and place[0] != "stated" else place


def _is_large(state: State) -> bool:
    return sum(len(state.budget.rows(table)) for table in ROW_TABLES) > SMALL or len(state.document.text) > LONG


def with_mends(session: Session, view: View) -> View:
    """The view with the mends of the finding that it speaks of; in large files they are worked out when asked for."""
    if view.typing is not None or view.dialog or view.read_only:
        return view
    if not view.state.document.editable:  # there `m` mends the text
        return replace(view, mends=None) if view.mends is not None else view
    finding = found.here(view)
    if finding is NOT_YET or finding is None or _is_large(view.state):
        return replace(view, mends=None) if view.mends is not None else view
    finding, known = found.root_of(view.state, finding), view.mends
    if known is not None and known.state is view.state and going.same(known.finding, finding):
        return view
    fixes = session.with_fixes(finding).fixes if finding.check in MENDABLE else ()
    return replace(view, mends=Mends(view.state, finding, fixes))
