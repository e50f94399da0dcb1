"""Findings as text for people: where, how grave, what with its figures, the line with a mark, and what mends it."""

from collections.abc import Iterator

from budjettitui.findings import Finding, Severity
from budjettitui.report.judged import JudgedFile, Run, folded
from budjettitui.report.paint import Paint
from budjettitui.report.safe import name, quiet
from budjettitui.report.sentences import Sentences, words_for
from budjettitui.report.source_line import Lines, marked
from budjettitui.words import Words

GUTTER = 5
INDENT = " " * (GUTTER + 3)


def report(run: Run, words: Words, *, colour: bool = False, width: int = 100) -> Iterator[str]:
    """The lines of the report: the findings file by file, what was accepted, and a summary."""
    paint = Paint(colour)
    for judged in run.files:
        yield from _File(judged, words_for(judged.budget, words), paint, max(width, 40)).lines()
    yield from _accepted(run, words, paint)
    yield _summary(run, words, paint)


class _File:
    """The report of one file."""

    def __init__(self, judged: JudgedFile, words: Words, paint: Paint, width: int) -> None:
        self.judged = judged
        self.words = words
        self.paint = paint
        self.width = width
        self.name = name(judged.name)
        self.sentences = Sentences(judged.budget, words)
        self.source = Lines(judged.text)

    def lines(self) -> Iterator[str]:
        for root, followers in folded(self.judged):
            yield self._head(root)
            yield from self._line(root)
            yield from self._notes(root)
            if followers:
                yield INDENT + self.paint("dim", self.words.say("report.more", count=len(followers)))
                yield from (f"{INDENT}  {self._head(follower)}" for follower in followers)
            yield ""

    def _head(self, finding: Finding) -> str:
        where = ":".join(str(part) for part in (self.name, finding.line, finding.column) if part is not None)
        word = self.words.label("severity", finding.severity.word)
        sentence = quiet(self.sentences.of(finding))
        check = self.paint("dim", f"[{quiet(finding.check)}]")
        return f"{self.paint('strong', where)}: {self.paint.severity(finding.severity, word)}: {sentence} {check}"

    def _line(self, finding: Finding) -> Iterator[str]:
        line = self.source.line(finding.line) if finding.line is not None else None
        if line is None or finding.line is None:
            return
        text, mark = marked(line, finding.column or 1, self.width - len(INDENT))
        yield f"{finding.line:>{GUTTER}} {self.paint('dim', '|')} {text}".rstrip()
        yield f"{'':{GUTTER}} {self.paint('dim', '|')} {self.paint.severity(finding.severity, mark)}"

    def _notes(self, finding: Finding) -> Iterator[str]:
        say = self.words.say
        if finding.cause is not None:
            yield INDENT + quiet(self.sentences.follows(finding, self.judged.findings))
        if self.sentences.rests_on_about(finding):
            yield INDENT + say("report.approximate")
        if finding.unverified:
            yield INDENT + say("report.unverified", rules=finding.unverified)
        for hint in finding.hints:
            yield INDENT + quiet(say("report.hint", text=self.sentences.hint(hint)))
        for fix in finding.fixes:
            yield INDENT + quiet(say("report.mend", title=self.sentences.fix(fix)))


def _accepted(run: Run, words: Words, paint: Paint) -> Iterator[str]:
    """What people have accepted, in one line."""
    said = [
        words.say(
            "report.accepted-one",
            check=finding.check,
            at=finding.path,
            file=name(judged.name),
            reason=finding.waived.reason,
            by=finding.waived.by,
            until=finding.waived.until,
        )
        for judged in run.files
        for finding in judged.findings
        if finding.waived is not None and finding.is_root
    ]
    if said:
        yield paint("accepted", quiet(f"{words.say('report.accepted')} {'; '.join(said)}"))


def _summary(run: Run, words: Words, paint: Paint) -> str:
    """How many files, findings by severity, accepted and skipped."""
    counts = {
        "errors": run.count(Severity.ERROR),
        "warnings": run.count(Severity.WARNING),
        "infos": run.count(Severity.INFO),
        "waived": run.waived,
        "skipped": run.skipped,
    }
    said = [words.say(f"report.count.{kind}", count=count) for kind, count in counts.items() if count]
    if not any(counts[kind] for kind in ("errors", "warnings", "infos")):
        said.insert(0, words.say("report.clean"))
    files = words.say("report.count.files", count=len(run.files))
    return f"{paint('strong', files)}: {', '.join(said)}"
