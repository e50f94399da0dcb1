"""Opening what a command is given, a file or standard input; where it cannot be had, that is said on stderr."""

import sys
from datetime import date
from pathlib import Path

from budjettitui import store
from budjettitui.cli.output import cannot_read, complain
from budjettitui.cli.paths import STANDARD_INPUT
from budjettitui.document import Document
from budjettitui.session import Session
from budjettitui.store.reading import LARGEST
from budjettitui.words import Words


def opened(name: str, today: date, words: Words) -> Session | None:
    """A named file, or standard input under its name; None, said, where it cannot be read."""
    try:
        stored, document = read(name)
    except store.Unreadable as reason:
        cannot_read(name, reason.reason, words)
        return None
    return Session(document, today=today, stored=stored, label=name)


def opened_file(name: str, today: date, words: Words) -> Session | None:
    """A file and nothing else; None, said, where it cannot be read."""
    try:
        return Session.open(Path(name), today=today)
    except store.Unreadable as reason:
        cannot_read(name, reason.reason, words)
        return None


def is_whole(session: Session, name: str, words: Words) -> bool:
    """False, said with its place, of a file that is no TOML: what was read of it is not all that it says."""
    for fault in session.state.document.faults:
        said = words.say("finding.toml-syntax", reason=fault.reason)
        complain(f"{name}:{fault.line}:{fault.column}: {said}")
    return not session.state.document.faults


def read(name: str) -> tuple[store.Stored | None, Document]:
    """The text that a name leads to, and the file that it stands in. Raises `store.Unreadable`."""
    if name == STANDARD_INPUT:
        return None, Document.from_bytes(standard_input())
    stored = store.read(Path(name))
    return stored, Document.from_bytes(stored.data)


def standard_input() -> bytes:
    """All of standard input, as far as a budget may reach."""
    return b"" if sys.stdin is None else sys.stdin.buffer.read(LARGEST + 1)
