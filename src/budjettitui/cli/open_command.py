"""`budjettitui [FILE or FOLDER]`: opens the screen. Textual is loaded here and nowhere before."""

import gc
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from budjettitui import __version__
from budjettitui.cli import COMMANDS
from budjettitui.cli.output import NOT_DONE, cannot_read, come_to, complain, plain_only
from budjettitui.cli.parser import Parser, a_day, lang_asked, lang_said, parsed
from budjettitui.reading.flaws import nearest
from budjettitui.store import unreached
from budjettitui.words import Words


def run(argv: Sequence[str]) -> int:
    """Opens a budget, or a folder of them, where there is a terminal to open it on."""
    meant = _command_meant(argv)
    if meant is not None:
        complain(Words(lang_asked(argv)).say("cli.no-command", word=argv[0], nearest=meant))
        return NOT_DONE
    arguments, words = parsed("", argv, _fill)
    path = None if arguments.path is None else Path(arguments.path)
    if path is not None and not come_to(path, arguments.path, words):
        return NOT_DONE
    if not (_in_browser() or (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())):
        complain(words.say("cli.no-terminal"))
        return NOT_DONE
    gc.disable()  # until it stands: a start makes much and throws away little (`BudgetApp.on_mount`)
    from budjettitui.tui.app import run_app

    today = arguments.today or date.today()
    asked = lang_said(argv) is not None
    plain = arguments.ascii or plain_only(sys.__stderr__)  # where Textual draws
    code, unreadable = run_app(
        path, read_only=arguments.read_only, lang=arguments.lang, asked=asked, today=today, ascii=plain
    )
    if unreadable:
        cannot_read(arguments.path, unreadable, words)
    return code


def _command_meant(argv: Sequence[str]) -> str | None:
    """The command that a misspelled first word is nearest to; a file or folder of that name goes before it."""
    if argv and argv[0].isalpha() and unreached(Path(argv[0])) == "not-found":
        return nearest(argv[0], COMMANDS)
    return None


def _in_browser() -> bool:
    """True where textual-serve has started us and a page of the browser is the terminal."""
    return "WebDriver" in os.environ.get("TEXTUAL_DRIVER", "")


def _fill(parser: Parser, words: Words) -> None:
    parser.usage = f"budjettitui [FILE | FOLDER] [--read-only]\n       budjettitui {{{','.join(COMMANDS)}}} …"
    parser.epilog = "\n".join(f"  budjettitui {name:9}{words.say(f'cli.help.{name}')}" for name in COMMANDS)
    parser.add_argument("path", nargs="?", metavar="FILE | FOLDER", help=words.say("cli.help.open"))
    parser.add_argument("--read-only", action="store_true", help=words.say("cli.help.read-only"))
    parser.add_argument("--ascii", action="store_true", help=words.say("cli.help.ascii"))
    parser.add_argument("--today", type=a_day(words), metavar="DATE", help=words.say("cli.help.today"))
    parser.add_argument(
        "--version", action="version", version=f"budjettitui {__version__}", help=words.say("cli.help.program-version")
    )
