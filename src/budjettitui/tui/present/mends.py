"""What the menu of mends says: of each mend the cells that it writes and what would be found then; what is not offered."""

from collections.abc import Sequence

from budjettitui.balance import counts
from budjettitui.cells import words_of
from budjettitui.edits import Change
from budjettitui.findings import Finding, Fix, Path
from budjettitui.model import ROW_TABLES
from budjettitui.report.sentences import Sentences
from budjettitui.state import State
from budjettitui.tui.lines import changed_lines
from budjettitui.tui.present import found
from budjettitui.tui.present.names import edit_names
from budjettitui.tui.themes import Looks
from budjettitui.tui.view import View
from budjettitui.tui.widgets.menu import Choice
from budjettitui.values import replace

CELL = 3
"""Steps of a path to a cell: table, row, key."""

TOLD = 2
"""Mends that are not offered, and told with their reason; more of them would hide the others."""


def title(view: View, finding: Finding) -> str:
    """The name of the menu: whose finding, what it is about, by how much."""
    said = Sentences(view.state.budget, view.words)
    gap = abs(finding.difference) if finding.difference and not finding.percent else None
    return view.words.say("screen.mend.title", what=said.who(finding.place), check=said.title(finding.check), gap=gap)


def listed_at(state: State, finding: Finding) -> Path | None:
    """The cell of a row that a finding is about, where it takes a word of a list: there one is chosen by hand."""
    path = finding.anchor
    is_cell = path is not None and len(path) == CELL and path[0] in ROW_TABLES
    return path if is_cell and path is not None and words_of(state, path) else None


def found_then(view: View, after: State, looks: Looks) -> dict[str, str]:
    """How many findings of each kind would stand, and the gravest that is new, as the sentences of what follows take
    them."""
    words, new = view.words, found.new_roots(view.state, after)
    behind = words.say("screen.mend.nothing-new")
    if new:
        behind = words.say("screen.mend.new", what=Sentences(after.budget, words).of(new[0]))
    then = counts(after.verdict()).items()
    return {"found": " ".join(f"{looks.sign(kind.word)}{number}" for kind, number in then), "behind": behind}


def choice(view: View, fix: Fix, after: State, looks: Looks, room: int) -> Choice:
    """A mend with its edits, how many lines it writes, and the findings that would stand then."""
    count = changed_lines(view.state.document.text, after.document.text)
    note = view.words.say("screen.mend.note", count=count, **found_then(view, after, looks))
    return Choice(name_of(view, fix), edit_lines(view, fix.change, room), (note,))


def name_of(view: View, fix: Fix) -> str:
    """What a mend is called in a menu that says whom it is about."""
    return Sentences(view.state.budget, view.words).fix(replace(fix, values={**fix.values, "who": None}))


def edit_lines(view: View, change: Change, room: int) -> tuple[str, ...]:
    """A line for each edit: the cell, cut where it must be, and from what to what."""
    lines = edit_names(view.state, view.words, change.edits, room)
    return (*lines, *(f"{splice.old} -> {splice.new}" for splice in change.splices))


def refused(view: View, pairs: Sequence[tuple[Fix, Finding]]) -> tuple[str, ...]:
    """`Not offered: lower the costs alone ..., since ...`: what comes to mind first and would bring an error."""
    said = Sentences(view.state.budget, view.words)
    return tuple(
        view.words.say("screen.mend.not-offered", what=name_of(view, fix), why=said.of(error))
        for fix, error in pairs[:TOLD]
    )
