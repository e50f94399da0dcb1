"""Colour in the terminal: by role, never where it is not wanted."""

import os
from typing import TextIO

from budjettitui.findings import Severity

ROLES = {"error": "1;31", "warning": "33", "info": "36", "accepted": "35", "dim": "2", "strong": "1", "mark": "1"}


class Paint:
    """Paints text by its role, or leaves it as it is."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, role: str, text: str) -> str:
        return f"\x1b[{ROLES[role]}m{text}\x1b[0m" if self.on else text

    def severity(self, severity: Severity, text: str) -> str:
        """A severity's word in its colour."""
        return self(severity.word, text)


def wants_colour(stream: TextIO | None) -> bool:
    """NO_COLOR forbids it, FORCE_COLOR asks for it, else a terminal gets it; there may be no stream at all."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
