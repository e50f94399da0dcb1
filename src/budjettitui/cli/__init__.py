"""The command line: which command, in which language, with which exit code. Each command is a file beside this one.

Exit codes: 0 nothing that `--fail-on` asks for, 1 something, 2 the work could not be done. stdout is data, stderr talk.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

from budjettitui.cli.output import NOT_DONE, Unwritable, complain, end_quietly
from budjettitui.cli.parser import lang_of_machine
from budjettitui.words import Words

COMMANDS = ("check", "new", "show", "diff", "export", "import", "explain", "rules", "schema", "serve")
"""Every other first word is a file or a folder to open; a file called like a command is given as `./check`."""

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; nothing that happens in it reaches the terminal as a traceback."""
    given = list(sys.argv[1:] if argv is None else argv)
    command, rest = _command(given)
    try:
        code: int = import_module(f"budjettitui.cli.{command}_command").run(rest)
        return end_quietly(code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Unwritable as error:
        words = Words(lang_of_machine())
        complain(words.say("cli.output-lost", reason=words.label("reason", error.reason)))
        return NOT_DONE
    except Exception as surprise:  # the edge: said in one safe line, and told by the exit code
        words = Words(lang_of_machine())
        complain(words.say("cli.surprise", reason=f"{type(surprise).__name__}: {surprise}"[:200]))
        return NOT_DONE


def _command(given: list[str]) -> tuple[str, list[str]]:
    """The command and what it is given; the language may be told before the command too."""
    at = 2 if given[:1] == ["--lang"] else int(bool(given) and given[0].startswith("--lang="))
    if given[at : at + 1] and given[at] in COMMANDS:
        return given[at], [*given[:at], *given[at + 1 :]]
    return "open", given
