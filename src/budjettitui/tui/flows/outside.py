"""`o`: the text of the file in one's own editor, at the line of the cell, and back again."""

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from budjettitui import editors
from budjettitui.tui.flows import saving

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def edit_outside(screen: "BudgetScreen") -> None:
    """Hand the terminal to the editor; what it wrote is read, or asked about where there is unsaved work."""
    session = screen.session
    if session.stored is None:
        return
    command = editors.command(session.stored.path, _line(screen))
    try:
        with screen.app.suspend():
            code = _run(command)
    except SuspendNotSupported:
        screen.say("flow.editor.not-here", role="error")
        return
    screen.refresh(layout=True)
    if code is None:
        screen.say("flow.editor.none", role="error", editor=command[0])
        return
    screen.kept_mine = False
    screen.say("flow.editor.back" if code == 0 else "flow.editor.code", editor=command[0], code=code)
    saving.look_at_disk(screen, Path(command[0]).name)


def _run(command: list[str]) -> int | None:
    """How the editor ended; None where it could not be started. Raises nothing: the terminal would not come back."""
    try:
        return subprocess.run(command, check=False).returncode
    except (OSError, ValueError):
        return None


def _line(screen: "BudgetScreen") -> int:
    """The line of the finding that is spoken of, else of the cell, else the first."""
    document = screen.view.state.document
    finding = screen.view.finding if not screen.view.listing else screen.desk.finding_here()
    if finding is not None and finding.line is not None:
        return finding.line
    at = screen.view.at
    for length in range(len(at or ()), 0, -1):
        position = document.position((at or ())[:length])
        if position is not None:
            return position[0]
    return 1
