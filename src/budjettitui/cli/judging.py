"""Judging the files of a run, one after another; what goes wrong with one never hides the others."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date

from budjettitui import store
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


def judge(paths: Sequence[str], today: date, words: Words, complain: Complain) -> tuple[Run, bool]:
    """Judges all that the paths name. False where a path leads nowhere or a file could not be judged."""
    judged: list[Judged] = []
    skipped, whole = 0, True
    for source in sources(paths):
        if isinstance(source, Missing):
            complain(_missing(source, words))
            whole = False
            continue
        try:
            one = _one(source, today)
        except Exception as surprise:
            if os.environ.get("BUDJETTITUI_TRACEBACK"):
                raise
            complain(words.say("cli.cannot-judge", path=source.name, reason=type(surprise).__name__))
            whole = False
            continue
        if one is None:
            skipped += 1
        else:
            judged.append(one)
    return Run(tuple(judged), skipped), whole


def _missing(missing: Missing, words: Words) -> str:
    if missing.reason:
        return words.say("cli.cannot-read", path=missing.name, reason=missing.reason)
    return words.say("cli.no-such-path", path=missing.name)


def _one(source: Source, today: date) -> Judged | None:
    """One file judged; None where it was found in a folder and is no budget."""
    try:
        session = opened(source, today)
    except store.Unreadable as reason:
        return Judged(source.name, (unreadable(reason.reason),))
    return None if session is None else of_session(session)


def opened(source: Source, today: date) -> Session | None:
    """A session of the file; None where it was found in a folder and is no budget. Raises `store.Unreadable`."""
    if source.name == STANDARD_INPUT:
        return Session.from_bytes(standard_input(), today=today, label=source.name)
    stored = store.read(source.path)
    document = Document.from_bytes(stored.data)
    if not source.named and not is_budget(document):
        return None
    return Session(document, today=today, stored=stored, label=source.name)


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
