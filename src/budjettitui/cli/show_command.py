"""`budjettitui show FILE`: a budget as tables, or its figures as JSON."""

import shutil
import sys
from collections.abc import Sequence
from datetime import date

from budjettitui.cli.opening import is_whole, opened
from budjettitui.cli.output import NOT_DONE, put
from budjettitui.cli.parser import Parser, parsed
from budjettitui.state import State
from budjettitui.words import Words


def run(argv: Sequence[str]) -> int:
    """Shows what could be read; 2 where the file cannot be read or is no TOML."""
    arguments, words = parsed("show", argv, _fill)
    session = opened(arguments.file, date.today(), words)
    if session is None:
        return NOT_DONE
    state = session.state
    if arguments.format == "json":
        from budjettitui.report import figures_v1

        put(figures_v1.report(state.budget, state.figures), utf8=True)
    else:
        _text(state, words)
    return 0 if is_whole(session, arguments.file, words) else NOT_DONE


def _text(state: State, words: Words) -> None:
    from budjettitui.report import show
    from budjettitui.report.paint import wants_colour

    width = shutil.get_terminal_size((120, 24)).columns
    colour = wants_colour(sys.stdout)
    put(show.report(state.budget, state.figures, state.terms.rules, words, colour=colour, width=width))


def _fill(parser: Parser, words: Words) -> None:
    parser.add_argument("file", metavar="FILE", help=words.say("cli.help.file"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words.say("cli.help.format"))
