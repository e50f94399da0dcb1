"""Every mend that is offered of a broken row or total removes its finding, brings no new error, and has a name of its own."""

from datetime import date

from hypothesis import given

from budjettitui.document import Document
from budjettitui.judging import Judging
from budjettitui.report.sentences import Sentences
from budjettitui.session import Session
from budjettitui.words import Words
from tests.checks.mending import errors

from .broken_rows import broken_rows

TODAY = date(2025, 6, 1)


@given(broken_rows())
def test_a_mend_of_a_row_removes_its_finding_brings_no_error_and_is_called_by_a_name_of_its_own(text: str) -> None:
    session = Session.from_bytes(text.encode(), today=TODAY)
    before, said = errors(session.state.verdict()), Sentences(session.state.budget, Words("en"))
    again = Judging(None, TODAY)
    for finding in session.findings():
        names = [said.fix(fix) for fix in finding.fixes]
        assert len(set(names)) == len(names), f"{finding.check} {names}\n{text}"
        for fix in finding.fixes:
            mended = session.state.document.apply(fix.change.edits).document
            after = again.state(Document.from_bytes(mended.to_bytes())).verdict()
            gone = (finding.check, finding.path, finding.anchor)
            assert gone not in {(one.check, one.path, one.anchor) for one in after}, f"{gone} {said.fix(fix)}\n{text}"
            assert errors(after) <= before, f"{finding.check} {said.fix(fix)} {errors(after) - before}\n{text}"
