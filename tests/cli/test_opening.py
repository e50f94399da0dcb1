"""The screen is opened on a file that cannot be read: the program ends, and says why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from budjettitui.store.reading import LARGEST

pty = pytest.importorskip("pty", reason="a terminal of its own is made as Unix does")


def on_a_terminal(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The program run where it has a terminal to draw on."""
    ours, theirs = pty.openpty()
    try:
        return subprocess.run(
            [sys.executable, "-m", "budjettitui", *arguments],
            stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_file_that_is_too_large_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    done = on_a_terminal(str(path), "--lang", "en")
    assert done.returncode == 2
    assert "large.toml" in done.stderr.splitlines()[-1]
    assert "64 MiB" in done.stderr.splitlines()[-1]


def test_what_is_no_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "pipe.toml"
    os.mkfifo(path)
    done = on_a_terminal(str(path), "--lang", "en")
    assert done.returncode == 2
    assert "pipe.toml" in done.stderr.splitlines()[-1]
