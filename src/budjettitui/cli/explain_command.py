"""`budjettitui explain [CHECK]`: what a check means, an example, and how to mend it."""

from collections.abc import Sequence

from budjettitui.checks import declared
from budjettitui.cli.output import complain, put
from budjettitui.cli.parser import Parser, parsed
from budjettitui.kinds import nearest
from budjettitui.report import explain
from budjettitui.words import Words


def run(argv: Sequence[str]) -> int:
    """Explains one check, or lists them all."""
    arguments, words = parsed("explain", argv, _fill)
    if arguments.check is None:
        put(explain.listed(words))
        return 0
    check = declared().get(arguments.check)
    if check is None:
        complain(words.say("cli.no-check", word=arguments.check, nearest=nearest(arguments.check, tuple(declared()))))
        return 2
    put(explain.report(check, words))
    return 0


def _fill(parser: Parser, words: Words) -> None:
    parser.add_argument("check", nargs="?", metavar="CHECK", help=words.say("cli.help.check-name"))
