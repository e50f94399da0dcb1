"""`budjettitui check PATH…`: judges budgets without a screen."""

import gc
import shutil
import sys
from collections.abc import Sequence
from datetime import date

from budjettitui.cli.judging import RunSettings, judge
from budjettitui.cli.output import NOT_DONE, put
from budjettitui.cli.parser import Parser, a_day, parsed
from budjettitui.findings import Severity
from budjettitui.report.judged import Run
from budjettitui.words import Words

FORMATS = ("text", "json")
FAIL_ON = ("error", "warning", "info", "never")

NEW_VALUES = 50_000
"""So many values that were made and not let go are looked through for rings: a judging makes many and leaves few."""


def run(argv: Sequence[str]) -> int:
    """Judges, reports, and says by the exit code whether `--fail-on` was reached."""
    arguments, words = parsed("check", argv, _fill)
    gc.set_threshold(NEW_VALUES)
    today = arguments.today or date.today()
    settings = RunSettings(today, waivers=not arguments.no_waivers, against=arguments.against)
    judged, whole = judge(arguments.paths, settings, words)
    if arguments.format == "json":
        from budjettitui.report import json_v1

        put(json_v1.report(judged, words), utf8=True)
    else:
        _text(judged, words)
    if not whole:
        return NOT_DONE
    return int(arguments.fail_on != "never" and judged.reaches(Severity[arguments.fail_on.upper()]))


def _text(judged: Run, words: Words) -> None:
    from budjettitui.report import text
    from budjettitui.report.paint import wants_colour

    width = shutil.get_terminal_size((100, 24)).columns
    put(text.report(judged, words, colour=wants_colour(sys.stdout), width=width))


def _fill(parser: Parser, words: Words) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=words.say("cli.help.paths"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=words.say("cli.help.format"))
    parser.add_argument("--fail-on", choices=FAIL_ON, default="error", help=words.say("cli.help.fail-on"))
    parser.add_argument("--against", metavar="OLD", help=words.say("cli.help.against"))
    parser.add_argument("--no-waivers", action="store_true", help=words.say("cli.help.no-waivers"))
    parser.add_argument("--today", type=a_day(words), metavar="DATE", help=words.say("cli.help.today"))
