"""However money stands at the wrong partners, and however a limit is passed: two to four mends, each of which helps."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from budjettitui.findings import Finding, Severity
from budjettitui.session import Session

from .broken_partners import limit_passed, partners_apart

TODAY = date(2025, 6, 1)


def errors(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(one.check, one.path) for one in findings if one.severity is Severity.ERROR}


@settings(max_examples=12)
@given(st.one_of(partners_apart(), limit_passed()))
def test_every_error_of_money_has_two_to_four_mends_that_take_it_away_and_bring_none(text: str) -> None:
    session = Session.from_bytes(text.encode(), today=TODAY)
    found = [one for one in session.findings() if one.is_root and one.difference is not None]
    found = [one for one in found if one.severity is Severity.ERROR]
    assert found
    before = errors(session.state.verdict())
    for finding in found:
        assert 2 <= len(finding.fixes) <= 4, f"{finding.check} at {finding.path}\n{text}"
        for fix in finding.fixes:
            mended = session.preview(fix.change).document
            after = errors(Session.from_bytes(mended.to_bytes(), today=TODAY).state.verdict())
            assert after < before, f"{finding.check} {fix.title}\n{text}"
            assert mended.text.count("#") == text.count("#")
