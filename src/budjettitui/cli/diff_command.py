"""`budjettitui diff OLD NEW`: what changed in the budget's own terms. Exits with 0 same, 1 different, 2 not done."""

import sys
from collections.abc import Sequence
from datetime import date

from budjettitui import store
from budjettitui.cli.opening import is_whole, standard_input
from budjettitui.cli.output import NOT_DONE, cannot_read, complain, put
from budjettitui.cli.parser import Parser, a_day, parsed
from budjettitui.cli.paths import STANDARD_INPUT
from budjettitui.revisions import NoSuchVersion, version
from budjettitui.session import Session
from budjettitui.versions.comparison import compare
from budjettitui.words import Words


def run(argv: Sequence[str]) -> int:
    """Compares two versions and says by the exit code whether they say the same."""
    arguments, words = parsed("diff", argv, _fill)
    today = arguments.today or date.today()
    sessions = [_opened(name, today, words) for name in (arguments.old, arguments.new)]
    old, new = sessions
    if old is None or new is None:
        return NOT_DONE
    found = compare(old.state, new.state)
    named = ((old.label, old.state), (new.label, new.state))
    if arguments.format == "json":
        from budjettitui.report import diff_v1

        put(diff_v1.report(*named, found, words), utf8=True)
    else:
        from budjettitui.report import diff
        from budjettitui.report.paint import wants_colour

        put(diff.report(*named, found, words, colour=wants_colour(sys.stdout)))
    return 0 if found.same else 1


def _opened(name: str, today: date, words: Words) -> Session | None:
    """The version; None, said on stderr, where it cannot be had or is no whole TOML."""
    try:
        if name == STANDARD_INPUT:
            session = Session.from_bytes(standard_input(), today=today, label=name)
        else:
            session = version(name, today)
    except store.Unreadable as reason:
        if reason.reason == "not-found":
            complain(words.say("cli.no-such-path", path=name))
        else:
            cannot_read(name, reason.reason, words)
        return None
    except NoSuchVersion as reason:
        complain(words.say(f"cli.{reason.reason}", path=name))
        return None
    return session if is_whole(session, name, words) else None


def _fill(parser: Parser, words: Words) -> None:
    parser.add_argument("old", metavar="OLD", help=words.say("cli.help.version"))
    parser.add_argument("new", metavar="NEW", help=words.say("cli.help.version"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words.say("cli.help.format"))
    parser.add_argument("--today", type=a_day(words), metavar="DATE", help=words.say("cli.help.today"))
