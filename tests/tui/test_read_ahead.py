"""What the first picture does not need is read later, and nothing that is read later is missing."""

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from budjettitui.tui.flows import actions, reading_ahead
from budjettitui.tui.screens.book import CLASSES

LATER = re.compile(r'_read_then\("(\w+)", "(\w+)"\)')

LOADED = """
import sys
from budjettitui.cli import open_command
from budjettitui.tui import app
from budjettitui.tui.flows import reading_ahead
print(*(name for name in reading_ahead.names() if name in sys.modules))
"""


def read_later() -> list[tuple[str, str]]:
    """The flow and the function of each action that is read when it is first done."""
    return LATER.findall(Path(str(actions.__file__)).read_text(encoding="utf-8"))


def test_a_start_reads_no_page_no_dialog_and_no_import_before_they_are_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_every_action_that_is_read_later_is_there() -> None:
    assert len(read_later()) > 10
    for flow, name in read_later():
        assert callable(getattr(import_module(f"budjettitui.tui.flows.{flow}"), name)), (flow, name)


def test_what_is_read_later_is_read_ahead_when_nothing_else_is_done() -> None:
    flows = {flow for flow, _ in read_later()}
    assert flows <= set(reading_ahead.FLOWS)
    assert {where.partition(".")[0] for where in CLASSES.values()} == set(reading_ahead.PAGES)


def test_all_that_is_read_ahead_is_there() -> None:
    for name in reading_ahead.names():
        assert import_module(name).__name__ == name
