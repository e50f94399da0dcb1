"""Judging the files of a run, one after another; what goes wrong with one never hides the others."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from budjettitui import rule_files, store
from budjettitui.checks.files import neighbours
from budjettitui.cli.paths import STANDARD_INPUT, Missing, Source, sources
from budjettitui.document import Document
from budjettitui.findings import Finding
from budjettitui.report.judged import Judged, Run
from budjettitui.session import Session, unreadable
from budjettitui.store.reading import LARGEST
from budjettitui.values import frozen
from budjettitui.words import Words

Complain = Callable[[str], None]


@frozen
class Settings:
    """How a run judges: on which day, whether acceptances count, against which older version."""

    today: date
    waivers: bool = True
    against: str | None = None


def judge(paths: Sequence[str], settings: Settings, words: Words, complain: Complain) -> tuple[Run, bool]:
    """Judges all that the paths name. False where a path leads nowhere or a file could not be judged."""
    older = _older(settings, words, complain)
    if settings.against is not None and older is None:
        return Run(()), False
    run = _Judging(settings, older, words, complain)
    for source in sources(paths):
        run.take(source)
    return run.judged(), run.whole


def read_all(paths: Sequence[str], settings: Settings, words: Words, complain: Complain) -> tuple[list[Session], bool]:
    """The budgets that the paths name, each judged by itself. False, said, where one could not be read."""
    run = _Judging(settings, None, words, complain)
    for source in sources(paths):
        run.take(source)
    return [one for one in run.read if isinstance(one, Session)], run.whole


class _Judging:
    """One run: what has been read, and whether all of it could be judged."""

    def __init__(self, settings: Settings, older: Session | None, words: Words, complain: Complain) -> None:
        self.settings = settings
        self.older = older
        self.words = words
        self.complain = complain
        self.read: list[Session | Judged] = []
        self.skipped = 0
        self.whole = True

    def take(self, source: Source | Missing) -> None:
        """Reads and judges one file by itself."""
        if isinstance(source, Missing):
            self.complain(_missing(source, self.words))
            self.whole = False
            return
        try:
            one = _one(source, self.settings, self.older)
        except Exception as surprise:
            self.surprised(source.name, surprise)
            return
        if one is None:
            self.skipped += 1
        else:
            self.read.append(one)

    def judged(self) -> Run:
        """All files judged side by side, with their mends; a surprise on the way leaves a file as judged by itself."""
        try:
            side_by_side([one for one in self.read if isinstance(one, Session)])
        except Exception as surprise:
            self.surprised("*", surprise)
        return Run(tuple(self._with_mends(one) for one in self.read), self.skipped)

    def _with_mends(self, one: Session | Judged) -> Judged:
        if isinstance(one, Judged):
            return one
        try:
            return of_session(one, one.findings())
        except Exception as surprise:
            self.surprised(one.label, surprise)
            return of_session(one, one.state.verdict())

    def surprised(self, name: str, surprise: Exception) -> None:
        """Says that a file could not be judged whole, and hides no other file; the whole story on request."""
        if os.environ.get("BUDJETTITUI_TRACEBACK"):
            raise surprise
        self.whole = False
        self.complain(self.words.say("cli.cannot-judge", path=name, reason=type(surprise).__name__))


def _older(settings: Settings, words: Words, complain: Complain) -> Session | None:
    """The older version that a change is judged against; None, said, where it cannot be read."""
    if settings.against is None:
        return None
    try:
        older = Session.open(Path(settings.against), today=settings.today)
    except store.Unreadable as reason:
        complain(words.say("cli.cannot-read", path=settings.against, reason=words.label("reason", reason.reason)))
        return None
    return older if is_whole(older, settings.against, words, complain) else None


def is_whole(session: Session, name: str, words: Words, complain: Complain) -> bool:
    """False, said with its place, of a version that is no TOML: there is nothing to compare with."""
    for fault in session.state.document.faults:
        said = words.say("finding.toml-syntax", reason=fault.reason)
        complain(f"{name}:{fault.line}:{fault.column}: {said}")
    return not session.state.document.faults


def side_by_side(sessions: list[Session]) -> None:
    """Judges again those budgets that have something in common with another one of the run; a link is no other file."""
    files = {session.stored.real: session for session in reversed(sessions) if session.stored is not None}
    if len(sessions) > 1:
        named = {one.label: one for one in sessions if one.stored is None or files[one.stored.real] is one}
        for label, others in neighbours({label: session.state.case for label, session in named.items()}):
            named[label].beside(others)


def _missing(missing: Missing, words: Words) -> str:
    if missing.reason:
        return words.say("cli.cannot-read", path=missing.name, reason=missing.reason)
    return words.say("cli.no-such-path", path=missing.name)


def _one(source: Source, settings: Settings, older: Session | None) -> Session | Judged | None:
    """One file judged, a budget or a rule set; None where it was found in a folder and is no budget."""
    try:
        stored, document = _read(source)
    except store.Unreadable as reason:
        return Judged(source.name, (unreadable(reason.reason),))
    if stored is not None and source.named and rule_files.is_rule_set(document):
        return Judged(source.name, rule_files.judge(document, stored.real), text=document.text)
    if not source.named and not rule_files.is_budget(document):
        return None
    session = Session(document, today=settings.today, stored=stored, label=source.name, waivers=settings.waivers)
    if older is not None:
        session.against(older)
    return session


def opened(source: Source, today: date) -> Session:
    """A session of a named file or of standard input. Raises `store.Unreadable`."""
    stored, document = _read(source)
    return Session(document, today=today, stored=stored, label=source.name)


def _read(source: Source) -> tuple[store.Stored | None, Document]:
    """The text of a source, and the file that it stands in. Raises `store.Unreadable`."""
    if source.name == STANDARD_INPUT:
        return None, Document.from_bytes(standard_input())
    stored = store.read(source.path)
    return stored, Document.from_bytes(stored.data)


def of_session(session: Session, findings: Sequence[Finding]) -> Judged:
    """What the reports need of a session."""
    state = session.state
    return Judged(session.label, tuple(findings), state.budget, state.document.text, state.terms.rules.id)


def standard_input() -> bytes:
    """All of standard input, as far as a budget may reach."""
    return b"" if sys.stdin is None else sys.stdin.buffer.read(LARGEST + 1)
