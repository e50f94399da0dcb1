"""Accepting a finding with a reason, and notes on rows: each is asked for, shown before it is written, and one step."""

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from budjettitui import acceptance, memory
from budjettitui.acceptance import Waiving
from budjettitui.document import EditRefused, spell_text
from budjettitui.edits import Change, Set
from budjettitui.findings import Finding, Path
from budjettitui.report.sentences import Sentences
from budjettitui.tui.flows import changing
from budjettitui.tui.flows.asking import Answers, again, question
from budjettitui.tui.flows.talking import no_finding
from budjettitui.tui.lines import changed_lines, lines_at_end
from budjettitui.tui.present import found
from budjettitui.tui.present.names import row_name
from budjettitui.tui.widgets.question import Field, QuestionText
from budjettitui.values import frozen, replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

UNTIL = 2
"""The number of the field with the day."""

REASON_LINES, NOTE_LINES = 3, 5
"""Lines of a reason and of a note that are seen at once, where the window has room."""


def accept(screen: "BudgetScreen") -> None:
    """Ask for the reason of the finding that the strip speaks of, or its root."""
    state, finding = screen.view.state, screen.desk.finding_here()
    if finding is None:
        no_finding(screen)
        return
    accept_root(screen, found.root_of(state, finding))


def accept_root(screen: "BudgetScreen", finding: Finding) -> None:
    """Ask for the reason of one finding; it is said where it is accepted already or cannot be."""
    if finding.waived is not None:
        screen.say("flow.accept.already", reason=finding.waived.reason)
    elif not acceptance.waivable(finding):
        screen.say("flow.accept.never")
    else:
        _ask(screen, finding, _text(screen, finding))


def _ask(screen: "BudgetScreen", finding: Finding, text: QuestionText) -> None:
    def done(answers: Answers | None) -> None:
        if answers is None:
            return
        try:
            until = acceptance.day(answers[UNTIL])
        except ValueError:
            _ask(screen, finding, again(text, answers, UNTIL, screen.view.words.say("flow.accept.no-day")))
            return
        memory.keep("by", answers[1].strip())
        change = acceptance.accept(screen.view.state, finding, Waiving(answers[0], answers[1], until))
        said = Sentences(screen.view.state.budget, screen.view.words)
        called = {"check": said.title(finding.check), "at": said.who(finding.place)}
        if changing.apply(screen, replace(change, values=called)):
            screen.cursor_told()

    question(screen, text, done, "accept")


def _text(screen: "BudgetScreen", finding: Finding) -> QuestionText:
    view, words = screen.view, screen.view.words
    said = Sentences(view.state.budget, words)
    follows = [said.of(one) for one in acceptance.with_it(view.state, finding)]
    gap = abs(finding.difference) if finding.difference and not finding.percent else None
    above = (said.of(finding), words.say("flow.accept.about"), words.say("flow.accept.wakes", gap=gap))

    @cache
    def written(by: bool, until: bool) -> Written:
        waiving = Waiving("-", "-" if by else "", screen.session.today if until else None)
        return _written(screen, acceptance.accept(view.state, finding, waiving))

    def told(answers: Answers) -> tuple[str, ...]:
        with_it = (words.say("flow.accept.with", what=one) for one in follows)
        there = written(bool(answers[1].strip()), bool(answers[UNTIL].strip()))
        at = there.change.values["at"]
        said = words.say("flow.accept.writes", check=finding.check, at=at, **there.said(answers[0]))
        return (said, *with_it)

    last = memory.kept("by")
    fields = (
        Field(words.say("flow.accept.reason"), required=True, lines=REASON_LINES),
        Field(words.say("flow.accept.by"), last, words.say(f"flow.accept.by-{'hint' if last else 'first'}"), width=30),
        Field(words.say("flow.accept.until"), hint=words.say("flow.accept.until-hint"), width=12),
    )
    title = words.say("flow.accept.title", what=said.who(finding.place))
    return QuestionText(title, fields, above, missing=words.say("flow.accept.missing"), told=told)


def note(screen: "BudgetScreen") -> None:
    """Ask for a note on the row under the cursor; in the list of findings, on the row of the finding."""
    view = screen.view
    finding = screen.desk.finding_here() if view.listing else None
    path = finding.anchor if finding is not None else view.at or _behind(screen)
    note_on(screen, path[:2] if path else None)  # a finding of the file as a whole has no row: then on the project


def note_on(screen: "BudgetScreen", path: Path | None) -> None:
    """Ask for a note on a row, or on the project."""
    view, words = screen.view, screen.view.words
    there = [words.say("flow.note.there", text=text, by=by, day=day)
             for text, by, day in acceptance.notes_at(view.state, path or ("project",))]  # fmt: skip
    name = row_name(view.state, words, path) if path is not None else words.say("screen.project")
    today = words.say("flow.note.today", day=screen.session.today)
    fields = (
        Field("", required=True, lines=NOTE_LINES),
        Field(words.say("flow.accept.by"), memory.kept("by"), today, width=30),
    )

    @cache
    def written(by: bool) -> Written:
        return _written(screen, acceptance.noted(view.state, path, "-", "-" if by else "", screen.session.today))

    def told(answers: Answers) -> tuple[str, ...]:
        return (words.say("flow.note.writes", **written(bool(answers[1].strip())).said(answers[0])),)

    at = written(False).change.values["at"]
    on = [words.say("flow.note.on", at=at, what=name, amount=_amount(screen, path))] if at != "project" else []
    title, missing = words.say("flow.note.title" if on else "flow.note.title-project"), words.say("flow.note.missing")
    text = QuestionText(title, fields, (*on, *there), missing=missing, told=told)

    def done(answers: Answers | None) -> None:
        if answers is not None:
            memory.keep("by", answers[1].strip())
            change = acceptance.noted(screen.view.state, path, answers[0], answers[1], screen.session.today)
            if changing.apply(screen, replace(change, values={"at": name})):
                screen.cursor_told()

    question(screen, text, done, "note")


def _behind(screen: "BudgetScreen") -> Path | None:
    """The row that a figure under the cursor comes from, where the cursor is in no row of the file itself."""
    grid = screen.desk.grid
    opens = screen.page.opens(grid, *grid.cursor) if grid is not None else None
    return opens if isinstance(opens, tuple) else None


def _amount(screen: "BudgetScreen", path: Path | None) -> Decimal | None:
    """What the row comes to, where it is one of money."""
    if path is None or len(path) < 2 or not isinstance(path[1], int):
        return None
    worth = screen.view.state.figures.worths.get((str(path[0]), path[1]))
    return worth.value if worth is not None else None


@frozen
class Written:
    """What a change writes, by a text of one line: lines at the end of the file, among its own, and in the row itself."""

    change: Change
    end: int = 0
    within: int = 0
    row: int = 0

    def said(self, text: str) -> dict[str, int | None]:
        """The counts for a text of so many lines; none of what is not there."""
        more = spell_text(text.strip()).count("\n")
        end, within = (self.end + more, self.within) if self.end else (0, self.within + more)
        return {"end": end or None, "within": within or None, "row": self.row or None}


def _written(screen: "BudgetScreen", change: Change) -> Written:
    """The lines of a change, tried out; those of the row are its new id."""
    try:
        after = screen.session.preview(change)
    except EditRefused:
        return Written(change)
    old, new = screen.view.state.document.text, after.document.text
    row = sum(isinstance(edit, Set) for edit in change.edits)
    end = lines_at_end(old, new)
    return Written(change, end, changed_lines(old, new) - end - row, row)
