"""Ended from outside: the terminal is given back as it was found, and what is unsaved stays in its journal."""

import asyncio
import os
import signal
import sys
import threading
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budjettitui.tui.app import BudgetApp

HEEDED = ("SIGTERM", "SIGHUP")
"""What asks a program of the terminal to end. Without this the shell would be left in the screen of the program, with no
echo and with mouse reports among what is typed.
"""

PATIENCE = 2.0
"""Seconds after which the signal ends the program where it has not ended: a line may have stopped taking what is written."""


def heed(app: "BudgetApp") -> None:
    """End in order where a signal asks for it; one that whoever started the program has ignored or taken is left alone."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()

    def heard(number: int, _: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)  # the same once more ends it at once
        if not _terminal_is_there():
            signal.raise_signal(number)
        app.ended_by = number
        late = threading.Timer(PATIENCE, os.kill, (os.getpid(), number))
        late.daemon = True
        late.start()
        loop.call_soon_threadsafe(app.exit, 0)

    for number in (getattr(signal, name) for name in HEEDED):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, heard)


def as_asked(app: "BudgetApp") -> None:
    """Once the terminal is given back, end by that signal, so that whoever waits for the program is told of it."""
    if app.ended_by:
        signal.raise_signal(app.ended_by)


def _terminal_is_there() -> bool:
    """False where the terminal has gone: to whatever would still be written to it nobody answers."""
    import termios  # no system but Unix has it

    try:
        termios.tcgetattr(sys.__stdin__ or 0)
    except (termios.error, OSError, ValueError):
        return False
    return True
