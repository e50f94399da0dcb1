"""`budjettitui export FILE`: the budget as the funder's tables, in a workbook, as csv or as Markdown."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from budjettitui import store
from budjettitui.cli.opening import is_whole, opened
from budjettitui.cli.output import NOT_DONE, complain, not_written, put
from budjettitui.cli.parser import Parser, parsed
from budjettitui.cli.paths import STANDARD_INPUT
from budjettitui.exchange import FORMATS, SHEETS, files, sheet_of, sheets_of
from budjettitui.report.safe import quiet
from budjettitui.state import State
from budjettitui.words import Words


def run(argv: Sequence[str]) -> int:
    """Writes the tables; 2, and nothing written, where the budget is not whole or there is a file of that name already."""
    arguments, words = parsed("export", argv, _fill)
    session = opened(arguments.file, date.today(), words)
    if session is None:
        return NOT_DONE
    if not is_whole(session, arguments.file, words):
        complain(words.say("table.out.broken"))
        return NOT_DONE
    form = arguments.format or files.form_of(arguments.output)
    if form == "csv":
        _tell_of_others(session.state, words, arguments.table)
    if arguments.output is None and form != "xlsx":
        put(map(quiet, files.text_lines(session.state, words, form, arguments.table)), utf8=True)
        return 0
    if arguments.output is None and arguments.file == STANDARD_INPUT:
        complain(words.say("table.out.needs-output"))
        return NOT_DONE
    path = files.beside(Path(arguments.file), form) if arguments.output is None else Path(arguments.output)
    return _write(session.state, words, path, form, arguments)


def _tell_of_others(state: State, words: Words, table: str) -> None:
    """Says which tables have something in them, where the one that is written has nothing."""
    if not sheet_of(state, words, table).lines:
        others = tuple(sheet.key for sheet in sheets_of(state, words) if sheet.lines)
        complain(words.say("table.out.empty", table=table, others=others))


def _write(state: State, words: Words, path: Path, form: str, arguments: Namespace) -> int:
    """The export as a file, and its name told."""
    if files.is_same(path, Path(arguments.file)):
        complain(words.say("table.out.is-source", path=str(path)))
        return NOT_DONE
    try:
        files.write(path, files.content(state, words, form, arguments.table), replace=arguments.force)
    except store.NotSaved as failed:
        if failed.reason == "exists":
            complain(words.say("table.out.exists", path=str(path)))
        else:
            not_written(str(path), failed.reason, words)
        return NOT_DONE
    put([words.say("table.out.written", path=str(path), sheets=files.tables_in(state, words, form, arguments.table))])
    return 0


def _fill(parser: Parser, words: Words) -> None:
    parser.add_argument("file", metavar="FILE", help=words.say("cli.help.file"))
    parser.add_argument("-o", "--output", metavar="OUT", help=words.say("cli.help.export-output"))
    parser.add_argument("--format", choices=FORMATS, help=words.say("cli.help.export-format"))
    parser.add_argument("--table", choices=SHEETS, default="costs", help=words.say("cli.help.export-table"))
    parser.add_argument("--force", action="store_true", help=words.say("cli.help.export-force"))
