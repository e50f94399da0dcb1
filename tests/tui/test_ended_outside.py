"""A signal that asks for the end gives the terminal back, and unsaved work is offered at the next start."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from tests.places import BUDGETS
from tests.tui.test_typed_ahead import opened

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a thing of Unix")

PLAIN_SCREEN = b"\x1b[?1049l"
NO_MOUSE = b"\x1b[?1000l"


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_the_terminal_is_given_back_and_what_was_typed_is_offered_again(name: str, tmp_path: Path) -> None:
    number, state = getattr(signal, name), str(tmp_path / "state")
    file = Path(shutil.copy(BUDGETS / "hot.toml", tmp_path))
    before = file.read_bytes()
    with opened(file, BUDJETTITUI_STATE=state) as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"\x1bm\r")
        terminal.wait_for(b"Mended")
        os.kill(terminal.process.pid, number)
        terminal.wait_for(PLAIN_SCREEN)
        assert terminal.wait_for_the_end() == -number
    assert file.read_bytes() == before
    with opened(file, BUDJETTITUI_STATE=state) as terminal:
        terminal.wait_for(b"Unsaved work was found")


def test_a_terminal_that_is_gone_ends_the_program(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hot.toml", tmp_path))
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        os.dup2(os.open(os.devnull, os.O_RDWR), terminal.end)
        os.kill(terminal.process.pid, signal.SIGHUP)
        assert terminal.process.wait(20) == -signal.SIGHUP
