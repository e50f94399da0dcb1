"""Arguments: one small parser a command, so that a run builds only its own."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import NoReturn

from budjettitui.report.safe import quiet
from budjettitui.words import LANGUAGES, Words


class Parser(argparse.ArgumentParser):
    """A parser that speaks the words it is given, and whose complaints are safe to show, whatever was typed."""

    def __init__(self, name: str, words: Words) -> None:
        self.words = words
        super().__init__(name, formatter_class=partial(Help, words=words), add_help=False)
        self.add_argument("-h", "--help", action="help", help=words.say("cli.help.help"))

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {quiet(said(message, self.words))}\n")


class Help(argparse.RawDescriptionHelpFormatter):
    """The page of help, with headings in the language of its words."""

    def __init__(self, prog: str, *, words: Words) -> None:
        super().__init__(prog)
        self.words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self.words.say("cli.help.usage") + " ")

    def start_section(self, heading: str | None) -> None:
        key = {"positional arguments": "arguments", "options": "options"}.get(heading or "")
        super().start_section(self.words.say(f"cli.help.{key}") if key else heading)


COMPLAINTS = {
    "unknown-argument": r"unrecognized arguments: (?P<given>.+)",
    "needed": r"the following arguments are required: (?P<name>.+)",
    "no-choice": r"argument (?P<name>\S+): invalid choice: '?(?P<given>.*?)'? \(choose from (?P<choices>.+)\)",
    "no-value": r"argument (?P<name>\S+): expected one argument",
    "takes-no-value": r"argument (?P<name>\S+): ignored explicit argument '?(?P<given>.*?)'?",
    "several-options": r"ambiguous option: (?P<given>.+?) could match (?P<choices>.+)",
    "other": r"argument (?P<name>[^:]+): (?P<reason>.+)",
}
"""What argparse complains of, which it says in English only, and the sentence of ours for it."""


def said(complaint: str, words: Words) -> str:
    """A complaint of argparse in the language of the words; one that is not known here stays as it is."""
    for key, pattern in COMPLAINTS.items():
        found = re.fullmatch(pattern, complaint, re.DOTALL)
        if found:
            values: dict[str, object] = dict(found.groupdict())
            if "choices" in values:
                values["choices"] = tuple(found["choices"].replace("'", "").split(", "))
            return words.say(f"cli.bad.{key}", **values)
    return complaint


def parser(command: str, words: Words) -> Parser:
    """The parser of a command, with `--lang`."""
    made = Parser(f"budjettitui {command}".rstrip(), words)
    made.description = words.say(f"cli.help.{command or 'program'}")
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


def a_day(words: Words) -> Callable[[str], date]:
    """What reads a day as `--today` takes it."""

    def read(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise argparse.ArgumentTypeError(words.say("cli.bad.no-day", given=text)) from None

    return read
