"""Arguments: one small parser a command, so that a run builds only its own."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import NoReturn

from budjettitui.report.safe import quiet
from budjettitui.words import LANGUAGES, Words


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are safe to show, whatever was typed."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {quiet(message)}\n")


def parser(command: str, words: Words) -> Parser:
    """The parser of a command, with `--lang`."""
    made = Parser(prog=f"budjettitui {command}".rstrip(), description=words.say(f"cli.help.{command or 'program'}"))
    made.add_argument("--lang", choices=LANGUAGES, default=words.lang, help=words.say("cli.help.lang"))
    return made


def parsed(
    command: str, argv: Sequence[str], fill: Callable[[Parser, Words], None]
) -> tuple[argparse.Namespace, Words]:
    """The arguments of a command and the words it speaks; `fill` adds what the command takes."""
    words = Words(lang_asked(argv))
    made = parser(command, words)
    fill(made, words)
    arguments = made.parse_args(argv)
    return arguments, Words(arguments.lang)


def lang_asked(argv: Sequence[str]) -> str:
    """The language asked for, known before the arguments are read, so that help speaks it too."""
    return lang_said(argv) or lang_of_machine()


def lang_said(argv: Sequence[str]) -> str | None:
    """The language that `--lang` names, if it does."""
    before = list(argv[: argv.index("--")] if "--" in argv else argv)
    for word, after in zip(before, [*before[1:], ""], strict=False):
        lang = after if word == "--lang" else word.removeprefix("--lang=")
        if lang in LANGUAGES and word.startswith("--lang"):
            return lang
    return None


def lang_of_machine() -> str:
    """The language of the machine's messages where it is one of ours, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return value[:2].lower() if value[:2].lower() in LANGUAGES else "en"
    return "en"


def a_day(text: str) -> date:
    """A day as `--today` takes it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]!r}: YYYY-MM-DD") from None
