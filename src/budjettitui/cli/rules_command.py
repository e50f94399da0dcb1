"""`budjettitui rules [ID]`: the rule sets that ship, or one of them with every number and its source."""

from collections.abc import Sequence
from pathlib import Path

from budjettitui.cli.output import NOT_DONE, cannot_read, complain, put
from budjettitui.cli.parser import Parser, parsed
from budjettitui.reading.flaws import nearest
from budjettitui.report import rules as rules_report
from budjettitui.rules import RuleSet, loader
from budjettitui.store import unreached
from budjettitui.words import Words


def run(argv: Sequence[str]) -> int:
    """Lists the rule sets, or shows one."""
    arguments, words = parsed("rules", argv, _fill)
    if arguments.id is None:
        sets = [loader.load(name).rules for name in loader.shipped()]
        put(rules_report.listed([one for one in sets if one is not None], words))
        return 0
    rules = found(arguments.id, words)
    if rules is None:
        return NOT_DONE
    put(rules_report.report(rules, words))
    return 0


def found(name: str, words: Words) -> RuleSet | None:
    """The rule set of this id, or of the file at this path; None, said on stderr, where there is none."""
    path = Path(name)
    if (reason := unreached(path)) not in ("", "not-found"):
        cannot_read(name, reason, words)
        return None
    loaded = loader.load(f"./{path.name}", path.parent) if path.is_file() else loader.load(name, Path.cwd())
    if loaded.rules is None:
        complain(words.say("cli.no-rules", word=name, nearest=nearest(name, loader.shipped())))
    return loaded.rules


def _fill(parser: Parser, words: Words) -> None:
    parser.add_argument("id", nargs="?", metavar="ID", help=words.say("cli.help.rule-set-or-file"))
