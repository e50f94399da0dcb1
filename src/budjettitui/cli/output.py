"""stdout and stderr: lines that are data, lines that are talk, and pipes that close early."""

import codecs
import os
import sys
import unicodedata
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from budjettitui.report.safe import calm, quiet
from budjettitui.store.reading import reason_of, unlisted, unreached
from budjettitui.words import Words

NOT_DONE = 2
"""The exit code of a command whose work could not be done."""


def put(lines: Iterable[str], *, utf8: bool = False) -> None:
    """Writes lines of data to stdout. A reader that has left (`| head`) ends it without a word."""
    if sys.stdout is None:
        return
    _prepare(utf8)
    try:
        block: list[str] = []
        for line in lines:
            block.append(calm(line))
            if len(block) >= 1000:
                sys.stdout.write("\n".join(block) + "\n")
                block.clear()
        if block:
            sys.stdout.write("\n".join(block) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_pipe()
    except OSError as error:
        _leave_pipe()
        raise Unwritable(reason_of(error)) from error


class Unwritable(Exception):
    """stdout that takes nothing more; `reason` is a key of `label.reason`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def complain(line: str) -> None:
    """Says one safe line on stderr."""
    if sys.stderr is None:
        return
    try:
        print(f"budjettitui: {quiet(line)}".encode("utf-8", "backslashreplace").decode(), file=sys.stderr, flush=True)
    except BrokenPipeError:
        return


SIGNS = "✗✓▸─│┌…–"
"""Some of what is drawn on a screen: a terminal that takes these takes the others."""


def plain_only(stream: TextIO | None) -> bool:
    """True where what is written cannot hold the signs of a screen; letters that it has not are then the nearest of ASCII."""
    try:
        SIGNS.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        codecs.register_error("nearest", _nearest)
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="nearest")
        return True
    return False


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """In the place of what cannot be written: a letter without its dots, a blank, else `?`, each as wide as it was."""
    assert isinstance(error, UnicodeEncodeError)
    found = [unicodedata.normalize("NFKD", sign)[0] for sign in error.object[error.start : error.end]]
    return "".join(sign if sign.isascii() else "?" for sign in found), error.end


def cannot_read(name: str, reason: str, words: Words) -> None:
    """Says that a file cannot be read, and why: a key of `label.reason`."""
    complain(words.say("cli.cannot-read", path=name, reason=words.label("reason", reason)))


def come_to(path: Path, name: str, words: Words) -> bool:
    """True of a path that leads to a file or to a folder whose names can be read; else it is said why it does not."""
    reason = unreached(path) or (unlisted(path) if path.is_dir() else "")
    if reason == "not-found":
        complain(words.say("cli.no-such-path", path=name))
    elif reason:
        cannot_read(name, reason, words)
    return not reason


def not_written(name: str, reason: str, words: Words) -> None:
    """Says that a file could not be written, and why: a key of `label.reason`."""
    complain(words.say("cli.not-written", path=name, reason=words.label("reason", reason)))


def end_quietly(code: int) -> int:
    """The exit code, after what is left in the pipe has gone out or its reader has left."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _leave_pipe()
    except OSError as error:
        _leave_pipe()
        raise Unwritable(reason_of(error)) from error
    return code


def _prepare(utf8: bool) -> None:
    """Signs that the terminal's encoding lacks are spelled out; JSON is UTF-8 everywhere."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace", **({"encoding": "utf-8"} if utf8 else {}))


def _leave_pipe() -> None:
    """Points stdout at nothing, so that Python does not complain again at its end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
