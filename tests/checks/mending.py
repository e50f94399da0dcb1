"""Mends as tests look at them: what is offered of a finding, in what words, and the text after one of them."""

from budjettitui.checks.changes import OLDER
from budjettitui.checks.examples import BESIDE
from budjettitui.findings import Finding, Fix, Severity
from budjettitui.report.sentences import Sentences
from budjettitui.session import Session
from budjettitui.words import Words

from .judging import HEAD, TODAY, beside


def session_of(text: str) -> Session:
    """A budget opened; a text that is no whole file begins within `[project]`; an example may be two files."""
    for mark in (OLDER, BESIDE):
        above, _, below = text.partition(mark)
        if below:
            other, session = (Session.from_bytes(part.encode(), today=TODAY) for part in (above, below))
            if mark == OLDER:
                session.against(other)
            else:
                beside(session, other)
            return session
    head = "" if text.lstrip().startswith("schema") else HEAD
    return Session.from_bytes((head + text).encode(), today=TODAY)


def fixes_of(session: Session, check: str) -> tuple[Fix, ...]:
    """The mends of the first finding of a check."""
    found = next(one for one in session.state.verdict() if one.check == check)
    return session.with_fixes(found).fixes


def offered(text: str, check: str) -> list[str]:
    """The mends that are offered, in English words, without the blanks that keep numbers together."""
    session = session_of(text)
    said = Sentences(session.state.budget, Words("en"))
    titles = [said.fix(fix).replace("\N{NO-BREAK SPACE}", " ") for fix in fixes_of(session, check)]
    assert not [title for title in titles if "fix." in title], f"no words: {titles}"
    return titles


def after(text: str, check: str, title: str) -> str:
    """The text, below its head, after the mend that begins so in English."""
    session = session_of(text)
    names = offered(text, check)
    number = next((number for number, name in enumerate(names) if name.startswith(title)), None)
    assert number is not None, names
    return session.preview(fixes_of(session, check)[number].change).document.text.removeprefix(HEAD)


def errors(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    """The errors that nobody has accepted, by check and place."""
    return {(one.check, one.path) for one in findings if one.severity is Severity.ERROR and one.waived is None}
