"""`budjettitui serve [FILE or FOLDER]`: the same screen in a browser of this machine, by textual-serve on loopback."""

import shlex
import sys
from argparse import ArgumentTypeError
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from budjettitui.cli.output import NOT_DONE, come_to, complain
from budjettitui.cli.parser import Parser, lang_said, parsed
from budjettitui.words import Words

LOOPBACK = "127.0.0.1"
"""Whoever reaches the page may read and write what its user may: it is never offered to other machines."""

PORT = 8317


def run(argv: Sequence[str]) -> int:
    """Serves until it is interrupted; says so where textual-serve is not installed."""
    arguments, words = parsed("serve", argv, _fill)
    if not come_to(Path(arguments.path), arguments.path, words):
        return NOT_DONE
    if find_spec("textual_serve") is None:
        complain(words.say("cli.no-serve"))
        return NOT_DONE
    from textual_serve.server import Server

    complain(words.say("cli.serving", address=f"http://{LOOPBACK}:{arguments.port}"))
    Server(
        command(arguments.path, lang_said(argv), read_only=arguments.read_only), LOOPBACK, arguments.port, "budjettitui"
    ).serve()
    return 0


def command(path: str, lang: str | None, *, read_only: bool) -> str:
    """The command that a page of the browser runs, every word of it quoted; the settings say what nobody asked for."""
    asked = ["--lang", lang] if lang is not None else []
    words = [sys.executable, "-m", "budjettitui", *asked, *(["--read-only"] if read_only else [])]
    return shlex.join([*words, "--", str(Path(path).absolute())])


def _port(words: Words) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isascii() or not text.isdecimal() or not 1024 <= int(text) <= 65535:
            raise ArgumentTypeError(words.say("cli.bad.no-port", given=text))
        return int(text)

    return read


def _fill(parser: Parser, words: Words) -> None:
    parser.add_argument("path", nargs="?", default=".", metavar="FILE | FOLDER", help=words.say("cli.help.open"))
    parser.add_argument("--port", type=_port(words), default=PORT, metavar="N", help=words.say("cli.help.port"))
    parser.add_argument("--read-only", action="store_true", help=words.say("cli.help.read-only"))
