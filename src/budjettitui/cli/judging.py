"""Judging the files of a run, one after another; what goes wrong with one never hides the others."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from budjettitui import store
from budjettitui.checks.files import neighbours
from budjettitui.cli.paths import STANDARD_INPUT, Missing, Source, sources
from budjettitui.document import Document
from budjettitui.report.judged import Judged, Run
from budjettitui.session import Session, unreadable
from budjettitui.store.reading import LARGEST
from budjettitui.tables import TABLES
from budjettitui.words import Words

MOST_MENDS = 50
"""Mends are tried out before they are offered, which takes time; so many findings of a file get theirs."""

Complain = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run judges: on which day, whether acceptances count, and against which older version."""

    today: date
    waivers: bool = True
    against: str | None = None


def judge(paths: Sequence[str], settings: Settings, words: Words, complain: Complain) -> tuple[Run, bool]:
    """Judges all that the paths name. False where a path leads nowhere or a file could not be judged."""
    read: list[Session | Judged] = []
    skipped, whole = 0, True
    older = _older(settings, words, complain)
    if settings.against is not None and older is None:
        return Run(()), False
    for source in sources(paths):
        if isinstance(source, Missing):
            complain(_missing(source, words))
            whole = False
            continue
        try:
            one = _one(source, settings, older)
        except Exception as surprise:
            _surprised(source, surprise, words, complain)
            whole = False
            continue
        if one is None:
            skipped += 1
        else:
            read.append(one)
    _side_by_side([one for one in read if isinstance(one, Session)])
    judged = [of_session(one) if isinstance(one, Session) else one for one in read]
    return Run(tuple(judged), skipped), whole


def _surprised(source: Source, surprise: Exception, words: Words, complain: Complain) -> None:
    """Says that a file could not be judged, so that it hides none of the others; the whole story on request."""
    if os.environ.get("BUDJETTITUI_TRACEBACK"):
        raise surprise
    complain(words.say("cli.cannot-judge", path=source.name, reason=type(surprise).__name__))


def _older(settings: Settings, words: Words, complain: Complain) -> Session | None:
    """The older version that a change is judged against; None, said, where it cannot be read."""
    if settings.against is None:
        return None
    try:
        return Session.open(Path(settings.against), today=settings.today)
    except store.Unreadable as reason:
        complain(words.say("cli.cannot-read", path=settings.against, reason=words.label("reason", reason.reason)))
        return None


def _side_by_side(sessions: list[Session]) -> None:
    """Judges again those budgets that have something in common with another one of the run."""
    if len(sessions) > 1:
        named = {session.label: session for session in sessions}
        for label, others in neighbours({label: session.state.case for label, session in named.items()}):
            named[label].beside(others)


def _missing(missing: Missing, words: Words) -> str:
    if missing.reason:
        return words.say("cli.cannot-read", path=missing.name, reason=missing.reason)
    return words.say("cli.no-such-path", path=missing.name)


def _one(source: Source, settings: Settings, older: Session | None) -> Session | Judged | None:
    """One file judged; None where it was found in a folder and is no budget."""
    try:
        session = opened(source, settings.today, waivers=settings.waivers)
    except store.Unreadable as reason:
        return Judged(source.name, (unreadable(reason.reason),))
    if session is not None and older is not None:
        session.against(older)
    return session


def opened(source: Source, today: date, *, waivers: bool = True) -> Session | None:
    """A session of the file; None where it was found in a folder and is no budget. Raises `store.Unreadable`."""
    if source.name == STANDARD_INPUT:
        return Session.from_bytes(standard_input(), today=today, label=source.name, waivers=waivers)
    stored = store.read(source.path)
    document = Document.from_bytes(stored.data)
    if not source.named and not is_budget(document):
        return None
    return Session(document, today=today, stored=stored, label=source.name, waivers=waivers)


def of_session(session: Session) -> Judged:
    """What the reports need of a session, with its mends."""
    state = session.state
    findings = list(state.findings)
    mendable = [number for number, finding in enumerate(findings) if finding.is_root and finding.waived is None]
    for number in mendable[:MOST_MENDS]:
        findings[number] = session.with_fixes(findings[number])
    return Judged(session.label, tuple(findings), state.budget, state.document.text, state.terms.rules.id)


def is_budget(document: Document) -> bool:
    """True of a file that has `schema` or a table of a budget other than `[project]`, or that is broken."""
    return bool(document.faults) or any(
        name == "schema" or (name in TABLES and name != "project") for name in document.values
    )


def standard_input() -> bytes:
    """All of standard input, as far as a budget may reach."""
    return b"" if sys.stdin is None else sys.stdin.buffer.read(LARGEST + 1)
