"""Accepting a finding with a reason, and notes on rows: each is asked for, shown before it is written, and one step."""

from functools import cache
from typing import TYPE_CHECKING

from budjettitui import acceptance, memory
from budjettitui.acceptance import Waiving
from budjettitui.document import EditRefused
from budjettitui.edits import Change
from budjettitui.findings import Finding, Path
from budjettitui.report.sentences import Sentences
from budjettitui.tui.flows import changing
from budjettitui.tui.flows.asking import Answers, again, question
from budjettitui.tui.flows.talking import no_finding
from budjettitui.tui.lines import changed_lines
from budjettitui.tui.present import found
from budjettitui.tui.present.names import row_name
from budjettitui.tui.widgets.question import Field, QuestionText
from budjettitui.values import replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

UNTIL = 2
"""The number of the field with the day."""


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
    def writes(by: bool, until: bool) -> str:
        waiving = Waiving("-", "-" if by else "", screen.session.today if until else None)
        change = acceptance.accept(view.state, finding, waiving)
        count, at = _lines(screen, change), change.values["at"]
        return words.say("flow.accept.writes", count=count, check=finding.check, at=at)

    def told(answers: Answers) -> tuple[str, ...]:
        with_it = (words.say("flow.accept.with", what=one) for one in follows)
        return (writes(bool(answers[1].strip()), bool(answers[UNTIL].strip())), *with_it)

    last = memory.kept("by")
    fields = (
        Field(words.say("flow.accept.reason"), required=True),
        Field(words.say("flow.accept.by"), last, words.say(f"flow.accept.by-{'hint' if last else 'first'}"), width=30),
        Field(words.say("flow.accept.until"), hint=words.say("flow.accept.until-hint"), width=12),
    )
    title = words.say("flow.accept.title", what=said.who(finding.place))
    return QuestionText(title, fields, above, missing=words.say("flow.accept.missing"), told=told)


def note(screen: "BudgetScreen") -> None:
    """Ask for a note on the row under the cursor; in the list of findings, on the row of the finding."""
    view, words = screen.view, screen.view.words
    finding = screen.desk.finding_here() if view.listing else None
    path = finding.anchor if finding is not None else view.at or _behind(screen)
    path = path[:2] if path else None  # a finding of the file as a whole has no row: the note is one on the project
    there = [words.say("flow.note.there", text=text, by=by, day=day)
             for text, by, day in acceptance.notes_at(view.state, path or ("project",))]  # fmt: skip
    name = row_name(view.state, words, path) if path is not None else words.say("screen.project")
    today = words.say("flow.note.today", day=screen.session.today)
    fields = (
        Field(words.say("flow.note.text"), required=True),
        Field(words.say("flow.accept.by"), memory.kept("by"), today, width=30),
    )

    @cache
    def writes(by: bool) -> str:
        change = acceptance.noted(view.state, path, "-", "-" if by else "", screen.session.today)
        return words.say("flow.note.writes", count=_lines(screen, change))

    def told(answers: Answers) -> tuple[str, ...]:
        return (writes(bool(answers[1].strip())),)

    title, missing = words.say("flow.note.title", what=name), words.say("flow.note.missing")
    text = QuestionText(title, fields, tuple(there), missing=missing, told=told)

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


def _lines(screen: "BudgetScreen", change: Change) -> int:
    try:
        after = screen.session.preview(change)
    except EditRefused:
        return 0
    return changed_lines(screen.view.state.document.text, after.document.text)
