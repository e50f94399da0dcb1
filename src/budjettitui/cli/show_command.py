"""`budjettitui show FILE`: a budget as tables, or its figures as JSON."""

import shutil
import sys
from collections.abc import Sequence
from datetime import date

from budjettitui import store
from budjettitui.cli.judging import opened
from budjettitui.cli.output import complain, put
from budjettitui.cli.parser import Parser, parsed
from budjettitui.cli.paths import Source
from budjettitui.state import State
from budjettitui.words import Words


def run(argv: Sequence[str]) -> int:
    """Shows what could be read; 2 where the file cannot be read or is no TOML."""
    arguments, words = parsed("show", argv, _fill)
    source = Source(arguments.file, named=True)
    try:
        session = opened(source, date.today())
    except store.Unreadable as reason:
        why = words.label("reason", reason.reason)
        complain(words.say("cli.cannot-read", path=source.name, reason=why))
        return 2
    state = session.state
    if arguments.format == "json":
        from budjettitui.report import figures_v1

        put(figures_v1.report(state.budget, state.figures), utf8=True)
    else:
        _text(state, words)
    return _faults(state, source.name, words)


def _text(state: State, words: Words) -> None:
    from budjettitui.report import show
    from budjettitui.report.paint import wants_colour

    width = shutil.get_terminal_size((120, 24)).columns
    colour = wants_colour(sys.stdout)
    put(show.report(state.budget, state.figures, state.terms.rules, words, colour=colour, width=width))


def _faults(state: State, name: str, words: Words) -> int:
    for fault in state.document.faults:
        reason = words.say("finding.toml-syntax", reason=fault.reason)
        complain(f"{name}:{fault.line}:{fault.column}: {reason}")
    return 2 if state.document.faults else 0


def _fill(parser: Parser, words: Words) -> None:
    parser.add_argument("file", metavar="FILE", help=words.say("cli.help.file"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words.say("cli.help.format"))
