"""The person's own text editor (`VISUAL`, else `EDITOR`), called so that it opens a file at a line."""

import os
import shlex
from collections.abc import Mapping
from pathlib import Path

COLON = ("hx", "helix", "subl", "zed")
"""Editors that take `file:line`."""

GOTO = ("code", "codium", "code-insiders")
"""Editors that take `--goto file:line` and come back only when told to wait."""

USUAL = "vi"


def command(path: Path, line: int, environment: Mapping[str, str] = os.environ) -> list[str]:
    """The words of the command. Nothing of the file is run, and no shell stands between."""
    try:
        words = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or USUAL)
    except ValueError:
        words = []
    words = words or [USUAL]
    name = Path(words[0]).stem
    where = str(path.absolute())
    if name in COLON:
        return [*words, f"{where}:{line}"]
    if name in GOTO:
        return [*words, "--wait", "--goto", f"{where}:{line}"]
    return [*words, f"+{line}", where]
