"""A limit broken by any amount, in a budget of any shape: each mend keeps it, brings no error, and says what it leads to."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from budjettitui.findings import Finding, Severity
from budjettitui.report.sentences import Sentences
from budjettitui.session import Session
from budjettitui.words import LANGUAGES, Words

from .broken_limits import broken_limit, broken_part

TODAY = date(2025, 6, 1)


def open_(text: str) -> Session:
    return Session.from_bytes(text.encode(), today=TODAY)


def errors(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(one.check, one.path) for one in findings if one.severity is Severity.ERROR}


@given(st.one_of(broken_limit(), broken_part()))
def test_two_mends_or_more_of_a_broken_limit_keep_it_and_bring_no_error(drawn: tuple[str, str, str]) -> None:
    check, text, shape = drawn
    session = open_(text)
    found = [one for one in session.findings() if one.check == check and one.is_root]
    before = errors(session.state.verdict())
    for finding in found:
        assert 2 <= len(finding.fixes) <= 4, f"{check} {shape}\n{text}"
        for fix in finding.fixes:
            mended = session.preview(fix.change).document
            after = open_(mended.text).state.verdict()
            assert (check, finding.path) not in {(one.check, one.path) for one in after}, f"{fix.title}\n{text}"
            assert errors(after) <= before, f"{check} {fix.title}\n{text}"
            assert mended.text.count("#") == text.count("#")
        for lang in LANGUAGES:
            said = Sentences(session.state.budget, Words(lang))
            titles = {said.fix(fix) for fix in finding.fixes}
            assert len(titles) == len(finding.fixes), f"{titles}\n{text}"
