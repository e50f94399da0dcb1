"""A TOML text judged as the program judges it, without a file: for tests of checks."""

from datetime import date
from pathlib import Path

from budjettitui.document import Document
from budjettitui.findings import Finding
from budjettitui.session import Judging, State

TODAY = date(2026, 11, 24)

START = 'schema = 1\n[project]\nname = "Village courses"\n'
"""The least budget; what follows may add keys to its project."""

PAIR = START + '[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "village"\n'


def state_of(text: str, *, today: date = TODAY, folder: Path | None = None) -> State:
    """The budget of a text, worked out and judged."""
    return Judging(folder, today).state(Document.from_bytes(text.encode()))


def judged(text: str, *, today: date = TODAY, folder: Path | None = None) -> tuple[Finding, ...]:
    """Every finding of a text."""
    return state_of(text, today=today, folder=folder).findings


def found(check: str, text: str, *, today: date = TODAY, folder: Path | None = None) -> list[Finding]:
    """The findings of one check."""
    return [finding for finding in judged(text, today=today, folder=folder) if finding.check == check]


def paths(check: str, text: str) -> list[str]:
    """Where one check found something."""
    return [finding.path for finding in found(check, text)]
