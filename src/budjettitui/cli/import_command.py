"""`budjettitui import TABLE FILE`: rows of a spreadsheet into a budget, as one change, told before and after."""

import os
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from budjettitui import store
from budjettitui.cli.opening import is_whole, opened_file, standard_input
from budjettitui.cli.output import NOT_DONE, cannot_read, complain, not_written, put
from budjettitui.cli.parser import Parser, a_day, parsed
from budjettitui.cli.paths import STANDARD_INPUT
from budjettitui.cli.rules_command import found
from budjettitui.document import Document, EditRefused
from budjettitui.exchange.grid import TableRefused
from budjettitui.exchange.incoming import read_grid
from budjettitui.intake import TABLES, Asked, Intake, said, understood
from budjettitui.model import FUNDING_KINDS
from budjettitui.report.safe import quiet
from budjettitui.report.sentences import words_for
from budjettitui.report.starting import starting_file
from budjettitui.session import Session
from budjettitui.words import Words

DECIMALS = {"comma": ",", "point": "."}
MOST_DOUBTS = 20
"""So many are said; one mistake in a column is in every line."""


def run(argv: Sequence[str]) -> int:
    """Reads the table, says what it makes of it and writes it; 2, and nothing written, where anything is in doubt."""
    arguments, words = parsed("import", argv, _fill)
    new = not os.path.lexists(arguments.file)
    session = _new(arguments, words) if new else _there(arguments, words)
    if session is None:
        return NOT_DONE
    made = _read(session, arguments, words, new=new)
    if made is None:
        return NOT_DONE
    state = session.preview(made.change) if made.change is not None else session.state
    words = words_for(state.budget, words)
    put(map(quiet, said.lines(made, words)))
    if made.left_twice and not made.block.rows and not made.doubts:
        put([words.say("table.in.nothing-written")])
        return 0
    if not _is_sure(made, words) or made.change is None:
        return NOT_DONE
    before = said.verdict(session.state, words)
    session.apply(made.change)
    if not arguments.dry_run and not _write(session, arguments, words, new=new):
        return NOT_DONE
    after = said.verdict(session.state, words)
    put([words.say("table.in.verdict", before=before, after=after)] if not new else [after])
    key = "table.in.dry" if arguments.dry_run else "table.in.done"
    put([quiet(words.say(key, path=arguments.file, count=len(made.block.rows)))])
    return 0


def _there(arguments: Namespace, words: Words) -> Session | None:
    """The budget that is there; None, said, where it cannot be read or is not whole."""
    if arguments.rules is not None:
        complain(words.say("table.in.has-rules", path=arguments.file))
        return None
    session = opened_file(arguments.file, arguments.today, words)
    return session if session is not None and is_whole(session, arguments.file, words) else None


def _new(arguments: Namespace, words: Words) -> Session | None:
    """The budget that begins here; None, said, where there are no such rules."""
    rules = found(arguments.rules or "generic", words)
    if rules is None:
        return None
    path = Path(arguments.file)
    text = starting_file(path.name, rules, words, arguments.today)
    return Session(Document.from_text(text), today=arguments.today, label=arguments.file, folder=path.parent)


def _read(session: Session, arguments: Namespace, words: Words, *, new: bool) -> Intake | None:
    """The table as it was understood; None, said, where it is refused."""
    asked = Asked(
        arguments.table, arguments.category, arguments.partner, arguments.kind, DECIMALS.get(arguments.decimal, ""),
        arguments.round, arguments.twice, new, tuple(arguments.meanings),
    )  # fmt: skip
    try:
        data = standard_input() if arguments.source == STANDARD_INPUT else store.read(Path(arguments.source)).data
        made = understood(session, read_grid(data, arguments.table, arguments.sheet), asked)
        if made.change is not None:
            session.preview(made.change)
        return made
    except store.Unreadable as reason:
        cannot_read(arguments.source, reason.reason, words)
    except TableRefused as refused:
        why = words.say(f"table.refused.{refused.reason}", **refused.values)
        complain(words.say("table.in.refused", path=arguments.source, why=why))
    except EditRefused:
        complain(words.say("table.in.not-taken"))
    return None


def _is_sure(made: Intake, words: Words) -> bool:
    """False, said, where something stops it."""
    for one in made.doubts[:MOST_DOUBTS]:
        complain(said.doubt(one, words))
    if len(made.doubts) > MOST_DOUBTS:
        complain(words.say("table.in.more-doubts", count=len(made.doubts) - MOST_DOUBTS))
    if not made.doubts and not made.block.rows:
        complain(words.say("table.in.nothing"))
    elif not made.doubts and made.change is None:
        complain(words.say("table.in.not-taken"))
    if made.change is None:
        complain(words.say("table.in.nothing-written"))
    return made.change is not None


def _write(session: Session, arguments: Namespace, words: Words, *, new: bool) -> bool:
    """The file; False, said, where it could not be written."""
    try:
        if new:
            store.create(Path(arguments.file), session.state.document.to_bytes())
        else:
            session.save()
    except store.ChangedOnDisk:
        complain(words.say("table.in.changed", path=arguments.file))
        return False
    except store.NotSaved as failed:
        not_written(arguments.file, failed.reason, words)
        return False
    return True


def _fill(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument("source", metavar="TABLE", help=say("cli.help.import-source"))
    parser.add_argument("file", metavar="FILE", help=say("cli.help.import-file"))
    parser.add_argument("--rules", metavar="ID", help=say("cli.help.import-rules"))
    parser.add_argument("--table", choices=tuple(TABLES), default="costs", help=say("cli.help.import-table"))
    parser.add_argument("--sheet", metavar="NAME", help=say("cli.help.import-sheet"))
    parser.add_argument("--category", metavar="WORD", default="", help=say("cli.help.import-category"))
    parser.add_argument("--as", dest="meanings", action="append", type=_meaning(words), default=[],
                        metavar="WORD=CATEGORY", help=say("cli.help.import-as"))  # fmt: skip
    parser.add_argument("--partner", metavar="ID", default="", help=say("cli.help.import-partner"))
    parser.add_argument("--kind", choices=FUNDING_KINDS, default="", help=say("cli.help.import-kind"))
    parser.add_argument("--decimal", choices=tuple(DECIMALS), help=say("cli.help.import-decimal"))
    parser.add_argument("--round", action="store_true", help=say("cli.help.import-round"))
    twice = parser.add_mutually_exclusive_group()
    twice.add_argument("--new", dest="twice", action="store_const", const="new", default="stop",
                       help=say("cli.help.import-new"))  # fmt: skip
    twice.add_argument("--all", dest="twice", action="store_const", const="all", help=say("cli.help.import-all"))
    parser.add_argument("--dry-run", action="store_true", help=say("cli.help.import-dry-run"))
    parser.add_argument("--today", type=a_day(words), default=date.today(), metavar="DATE", help=say("cli.help.today"))


def _meaning(words: Words) -> Callable[[str], tuple[str, str]]:
    """What reads a word of the table and the category that it is."""

    def read(text: str) -> tuple[str, str]:
        word, between, category = text.rpartition("=")
        if not (between and word.strip() and category.strip()):
            raise ArgumentTypeError(words.say("table.in.no-meaning", given=text))
        return word.strip(), category.strip()

    return read
