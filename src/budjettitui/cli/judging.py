"""Judging the files of a run, one after another; what goes wrong with one never hides the others."""

import os
from collections.abc import Sequence
from datetime import date

from budjettitui import rule_files, store
from budjettitui.checks.files import neighbours
from budjettitui.cli.opening import is_whole, opened_file, read
from budjettitui.cli.output import complain
from budjettitui.cli.paths import Missing, Source, sources
from budjettitui.findings import Finding
from budjettitui.report.judged import JudgedFile, Run
from budjettitui.session import Session, unreadable
from budjettitui.values import frozen
from budjettitui.words import Words


@frozen
class RunSettings:
    """How a run judges: on which day, whether acceptances count, against which older version."""

    today: date
    waivers: bool = True
    against: str | None = None


def judge(paths: Sequence[str], settings: RunSettings, words: Words) -> tuple[Run, bool]:
    """Judges all that the paths name. False where a path leads nowhere or a file could not be judged."""
    older = _older(settings, words)
    if settings.against is not None and older is None:
        return Run(()), False
    run = _Judging(settings, older, words)
    for source in sources(paths):
        run.take(source)
    return run.judged(), run.whole


def read_all(paths: Sequence[str], settings: RunSettings, words: Words) -> tuple[list[Session], bool]:
    """The budgets that the paths name, each judged by itself. False, said, where one could not be read."""
    run = _Judging(settings, None, words)
    for source in sources(paths):
        run.take(source)
    return [one for one in run.read if isinstance(one, Session)], run.whole


class _Judging:
    """One run: what has been read, and whether all of it could be judged."""

    def __init__(self, settings: RunSettings, older: Session | None, words: Words) -> None:
        self.settings = settings
        self.older = older
        self.words = words
        self.read: list[Session | JudgedFile] = []
        self.skipped = 0
        self.whole = True

    def take(self, source: Source | Missing) -> None:
        """Reads and judges one file by itself."""
        if isinstance(source, Missing):
            complain(_missing(source, self.words))
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

    def _with_mends(self, one: Session | JudgedFile) -> JudgedFile:
        if isinstance(one, JudgedFile):
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
        complain(self.words.say("cli.cannot-judge", path=name, reason=type(surprise).__name__))


def _older(settings: RunSettings, words: Words) -> Session | None:
    """The older version that a change is judged against; None, said, where it cannot be read."""
    if settings.against is None:
        return None
    older = opened_file(settings.against, settings.today, words)
    return older if older is not None and is_whole(older, settings.against, words) else None


def side_by_side(sessions: list[Session]) -> None:
    """Judges again those budgets that have something in common with another one of the run; a link is no other file."""
    files = {session.stored.real: session for session in reversed(sessions) if session.stored is not None}
    if len(sessions) > 1:
        named = {one.label: one for one in sessions if one.stored is None or files[one.stored.real] is one}
        for label, others in neighbours({label: session.state.case for label, session in named.items()}):
            named[label].beside(others)


def _missing(missing: Missing, words: Words) -> str:
    if missing.reason:
        return words.say("cli.cannot-read", path=missing.name, reason=words.label("reason", missing.reason))
    return words.say("cli.no-such-path", path=missing.name)


def _one(source: Source, settings: RunSettings, older: Session | None) -> Session | JudgedFile | None:
    """One file judged, a budget or a rule set; None where it was found in a folder and is no budget."""
    try:
        stored, document = read(source.name)
    except store.Unreadable as reason:
        return JudgedFile(source.name, (unreadable(reason.reason),))
    if stored is not None and source.named and rule_files.is_rule_set(document):
        return JudgedFile(source.name, rule_files.judge(document, stored.real), text=document.text)
    if not source.named and not rule_files.is_budget(document):
        return None
    session = Session(document, today=settings.today, stored=stored, label=source.name, waivers=settings.waivers)
    if older is not None:
        session.against(older)
    return session


def of_session(session: Session, findings: Sequence[Finding]) -> JudgedFile:
    """What the reports need of a session."""
    state = session.state
    return JudgedFile(session.label, tuple(findings), state.budget, state.document.text, state.terms.rules.id)
