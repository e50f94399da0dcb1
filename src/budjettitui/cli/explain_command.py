"""`budjettitui explain [CHECK [FILE [OTHER ...]]]`: what a check means; with a file, the proof of it there."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from budjettitui.checks import Check, declared
from budjettitui.cli.output import NOT_DONE, complain, put
from budjettitui.cli.parser import Parser, a_day, parsed
from budjettitui.findings import Finding
from budjettitui.reading.flaws import nearest
from budjettitui.report import explain
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.session import Session

FORMATS = ("text", "md")


def run(argv: Sequence[str]) -> int:
    """Explains one check, proves its findings in a file, or lists all checks."""
    arguments, words = parsed("explain", argv, _fill)
    if arguments.check is None:
        put(explain.listed(words))
        return 0
    check = declared().get(arguments.check)
    if check is None:
        complain(words.say("cli.no-check", word=arguments.check, nearest=nearest(arguments.check, tuple(declared()))))
        return NOT_DONE
    if arguments.file is None:
        put(explain.report(check, words))
        return 0
    session = _opened(arguments.file, arguments.against, arguments.today or date.today(), words)
    if session is None:
        return NOT_DONE
    others = _beside(session, arguments.others, arguments.today or date.today(), words)
    return NOT_DONE if others is None else _prove(check, [session, *others], words, arguments.format)


def _opened(file: str, against: str | None, today: date, words: Words) -> "Session | None":
    """The file judged, as a change of an older version where one is named; None, said, where one cannot be read."""
    from budjettitui.cli.opening import is_whole, opened_file

    session = opened_file(file, today, words)
    if session is None or against is None:
        return session
    older = opened_file(against, today, words)
    if older is None or not is_whole(older, against, words):
        return None
    session.against(older)
    return session


def _beside(session: "Session", paths: Sequence[str], today: date, words: Words) -> "list[Session] | None":
    """The other budgets of the run, and the file judged together with them; None, said, where one cannot be read."""
    if not paths:
        return []
    from budjettitui.cli.judging import RunSettings, read_all, side_by_side

    others, whole = read_all(paths, RunSettings(today), words)
    if not whole:
        return None
    side_by_side([session, *others])
    return others


def _prove(check: Check, sessions: "Sequence[Session]", words: Words, form: str) -> int:
    """The chain of figures behind every finding of a check in the first file; exit 1 where there is none."""
    from budjettitui.proof import ProofStep, proof
    from budjettitui.report import proof as written
    from budjettitui.report.judged import JudgedFile
    from budjettitui.text_lines import line_and_column

    session, state = sessions[0], sessions[0].state
    found = [finding for finding in state.verdict() if finding.check == check.name]
    if not found:
        complain(words.say("proof.none", file=session.label, check=check.name))
        return 1
    proofs: list[tuple[Finding, tuple[ProofStep, ...]]] = [(finding, proof(state.case, finding)) for finding in found]
    documents = {**{one.label: one.state.document for one in sessions[1:]}, "": state.document}
    lines = {
        (step.file, step.path): at
        for _, steps in proofs
        for step in steps
        if step.path is not None
        and (at := line_and_column(documents[step.file], step.path, amount=step.is_amount)) is not None
    }
    judged = JudgedFile(session.label, state.verdict(), state.budget, state.document.text, state.terms.rules.id)
    put((written.markdown if form == "md" else written.text)(judged, proofs, lines, words).splitlines())
    return 0


def _fill(parser: Parser, words: Words) -> None:
    parser.add_argument("check", nargs="?", metavar="CHECK", help=words.say("cli.help.check-name"))
    parser.add_argument("file", nargs="?", metavar="FILE", help=words.say("cli.help.proof-file"))
    parser.add_argument("others", nargs="*", metavar="OTHER", help=words.say("cli.help.proof-others"))
    parser.add_argument("--against", metavar="OLD", help=words.say("cli.help.against"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=words.say("cli.help.format"))
    parser.add_argument("--today", type=a_day(words), metavar="DATE", help=words.say("cli.help.today"))
