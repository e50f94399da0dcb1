"""`budjettitui new FILE --rules ID`: a commented, valid file to begin from. Never writes over anything."""

import os
from collections.abc import Sequence
from datetime import date

from budjettitui.cli.output import NOT_DONE, complain, not_written, put
from budjettitui.cli.parser import Parser, parsed
from budjettitui.cli.rules_command import found
from budjettitui.report.starting import starting_file
from budjettitui.store.reading import reason_of
from budjettitui.words import Words


def run(argv: Sequence[str]) -> int:
    """Writes the file and says how it is opened."""
    arguments, words = parsed("new", argv, _fill)
    rules = found(arguments.rules, words)
    if rules is None:
        return NOT_DONE
    text = starting_file(os.path.basename(arguments.file), rules, words, date.today())  # noqa: PTH119 any name
    try:
        with open(arguments.file, "x", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 a name may be anything
            file.write(text)
    except FileExistsError:
        complain(words.say("cli.exists", path=arguments.file))
        return NOT_DONE
    except (OSError, ValueError) as error:
        not_written(arguments.file, reason_of(error), words)
        return NOT_DONE
    put([words.say("cli.written", path=arguments.file)])
    return 0


def _fill(parser: Parser, words: Words) -> None:
    parser.add_argument("file", metavar="FILE", help=words.say("cli.help.file"))
    parser.add_argument("--rules", metavar="ID", default="generic", help=words.say("cli.help.rule-set"))
