"""Small budgets as files, and the command run as people run it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Ran = subprocess.CompletedProcess[bytes]
Run = Callable[..., Ran]

SOUND = """schema = 1
[project]
name = "Village hall courses"
[declared]
income = "none"
other_grants = "none"
[[cost]]
category = "services"
description = "Courses"
amount = 10_000
[[funding]]
kind = "own"
amount = 10_000
"""

SHORT = SOUND.replace('kind = "own"\namount = 10_000', 'kind = "own"\namount = 9_000')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a sound budget and one whose funding is short."""
    (tmp_path / "sound.toml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "short.toml").write_text(SHORT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def budjettitui(folder: Path) -> Run:
    """Runs the program in that folder, without a terminal."""

    def run(*arguments: str | bytes, stdin: bytes = b"", **environment: str) -> Ran:
        own = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "LANG")}
        command: list[str | bytes] = [sys.executable, "-m", "budjettitui", *arguments]
        return subprocess.run(
            command,
            cwd=folder,
            input=stdin,
            capture_output=True,
            env={**own, "LC_ALL": "C.UTF-8", "COLUMNS": "100", **environment},
            timeout=60,
            check=False,
        )

    return run
