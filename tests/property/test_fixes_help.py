"""Any mend that is offered removes its finding, brings no new error, and changes only the figures that it says."""

from datetime import date
from difflib import SequenceMatcher

from hypothesis import given

from budjettitui.edits import Edit, Insert, Remove, Set
from budjettitui.findings import Finding, Fix, Severity
from budjettitui.report.sentences import Sentences
from budjettitui.session import Session
from budjettitui.words import LANGUAGES, Words

from .broken_budgets import broken

TODAY = date(2025, 6, 1)
ROW = 7
"""Lines that a row of these budgets has at most, with the blank one after it."""

MARKS = ("at_most = true", "about = true", "at_least = true")


def errors(findings: tuple[Finding, ...]) -> dict[tuple[str, str], Finding]:
    return {(one.check, one.path): one for one in findings if one.severity is Severity.ERROR and one.waived is None}


@given(broken())
def test_a_mend_removes_its_finding_and_brings_no_new_error(text: str) -> None:
    session = Session.from_bytes(text.encode(), today=TODAY)
    before = errors(session.state.verdict())
    for finding in session.findings():
        for fix in finding.fixes:
            after = Session.from_bytes(session.preview(fix.change).document.to_bytes(), today=TODAY).state.verdict()
            assert (finding.check, finding.path, finding.anchor) not in {
                (one.check, one.path, one.anchor) for one in after
            }
            assert errors(after).keys() <= before.keys(), f"{finding.check} {fix.title}\n{text}"


@given(broken())
def test_a_mend_keeps_comments_qualifiers_and_every_line_that_it_does_not_name(text: str) -> None:
    session = Session.from_bytes(text.encode(), today=TODAY)
    for finding in session.findings():
        for fix in finding.fixes:
            mended = session.preview(fix.change).document.text
            assert [mended.count(mark) for mark in MARKS] == [text.count(mark) for mark in MARKS]
            assert comments(mended) == comments(text)
            assert changed_lines(text, mended) <= lines_said(fix, text), f"{fix.title}\n{text}\n{mended}"


@given(broken())
def test_no_two_mends_of_a_finding_are_called_the_same(text: str) -> None:
    session = Session.from_bytes(text.encode(), today=TODAY)
    for lang in LANGUAGES:
        said = Sentences(session.state.budget, Words(lang))
        for finding in session.findings():
            titles = [said.fix(fix) for fix in finding.fixes]
            assert len(set(titles)) == len(titles), f"{finding.check} {titles}\n{text}"
            assert not [title for title in titles if "fix." in title], f"{finding.check} {titles}: no words"


def comments(text: str) -> list[str]:
    return [line.partition("#")[2] for line in text.splitlines() if "#" in line]


def changed_lines(before: str, after: str) -> int:
    """How many lines are different or new."""
    matcher = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    return sum(max(b - a, d - c) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")


def lines_said(fix: Fix, text: str) -> int:
    """One line for a value; for a new row its header, its keys and a blank line; all of a row that is taken out. A table that
    stands once and is not there yet comes with its header and a blank line too.
    """
    begun = {edit.path[0] for edit in fix.change.edits if isinstance(edit, Set) and edit.path[0] == "declared"}
    headers = sum(2 for table in begun if f"[{table}]" not in text)
    return headers + sum(_lines_of(edit) for edit in fix.change.edits)


def _lines_of(edit: Edit) -> int:
    if isinstance(edit, Insert):
        return len(edit.items) + 2
    return ROW if isinstance(edit, Remove) and len(edit.path) == 2 else 1
