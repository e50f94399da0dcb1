"""The flows of a planner and a reviewer, walked in a real tmux: `python bench/walk_through.py > walk-through.md`.

The keys are sent as a person sends them, to a window of 80x24 in which the program runs on a copy of `budgets/`; what the
window shows after each of them is written down as text. It needs tmux.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from budjettitui.tui.pictures import OFFER

BUDGETS = Path(__file__).resolve().parents[1] / "budgets"
SESSION = "budjettitui-walk"


@dataclass(frozen=True)
class Step:
    """Keys as tmux names them (a text in quotes is typed), what they are for, and whether to show what came."""

    said: str
    keys: Sequence[str]
    shown: bool = True


@dataclass(frozen=True)
class Flow:
    """One thing that somebody wants to have done."""

    title: str
    file: str
    steps: Sequence[Step]
    options: Sequence[str] = ()


BLOCK = "paste"
"""Stands for lines copied from a spreadsheet."""

KILLED = "killed"
"""Stands for a terminal that is closed, and the program started again."""

COPIED = "".join(
    f"services\tTulkkaus, ryhmä {number}\t{90 * number} h\t58,00\t{90 * number * 58},00\n" for number in range(1, 5)
)

FLOWS = (
    Flow(
        "Mend what HOT lacks, and save",
        "",
        (
            Step("The folder: every budget, what it costs and what was found.", ()),
            Step("`Down`, `Enter` open hot.toml. The first thing that is missing stands on top.", ("Down", "Enter")),
            Step("`m`: the mends, each with what it leads to in the row below `now`.", ("m",)),
            Step("`Enter` does the first one: two lines of the file change, and nothing is missing.", ("Enter",)),
            Step("`s` saves.", ("s",)),
        ),
    ),
    Flow(
        "A new line of pay from `11 kk x 5 538,75 x 40 %`",
        "hyva-alku.toml",
        (
            Step("The costs, `g 2`.", ("g", "2")),
            Step("`a`: a line to be filled in, in the category of the line above.", ("a",), shown=False),
            Step("`Tab`, and what it is for.", ("Tab", "'Projektipäällikkö'"), shown=False),
            Step(
                "`Tab`, and the sum as one says it: it becomes quantity, price and allocation.",
                ("Tab", "'11*5538,75*40%'"),
            ),
            Step("`Enter` keeps it. The costs have grown, and so has what is missing.", ("Enter",)),
            Step("`u` takes it back, and once more the whole line.", ("u", "u")),
        ),
    ),
    Flow(
        "Lines from a spreadsheet",
        "hyva-alku.toml",
        (
            Step(
                "The costs, and the terminal's own paste: how the block was understood, before anything is written.",
                ("g", "2", BLOCK),
            ),
            Step("`Enter` takes them, as one step.", ("Enter",)),
            Step("`u` takes all of them back.", ("u",)),
        ),
    ),
    Flow(
        "A table from somebody else, and tables for others",
        "hyva-alku.toml",
        (
            Step("The costs, and `:` `import` `Enter`: where the rows are.", ("g", "2", ":", "'import'", "Enter")),
            Step(
                "The name of the file, and `Enter`: how its rows were understood, before anything is written.",
                ("'tarjous.csv'", "Enter"),
            ),
            Step("`Enter` takes them, as one step.", ("Enter",)),
            Step("`:` `export` `Enter`: what is written beside the budget.", (":", "'export'", "Enter")),
            Step("`Enter` writes the workbook, of the budget as it stands on the screen.", ("Enter",)),
            Step("The same once more: what is there already is asked about.", (":", "'export'", "Enter", "Enter")),
            Step("`Enter` leaves it as it is, and `s` saves the budget.", ("Enter", "s")),
        ),
    ),
    Flow(
        "Review: why, and accept it with a reason",
        "hot.toml",
        (
            Step("Read only: the findings first.", ()),
            Step("`w`: the chain of figures of this file, each with its line.", ("w",)),
            Step("`Esc`, and `r` accepts the finding: a file opened for reading asks first.", ("Escape", "r")),
            Step("`Enter`, and the reason.", ("Enter", "'The city board decides on 12 March'")),
            Step("`Enter` writes it; what follows from the finding is accepted with it.", ("Enter",)),
            Step("`s` saves: a `[[waiver]]` with the difference, so that a larger one wakes it up.", ("s",)),
        ),
        ("--read-only",),
    ),
    Flow(
        "What must change so that a figure is what it is to be",
        "hot.toml",
        (Step("`T`: goals.", ("T",)), Step("`Enter` on the first of them.", ("Enter",))),
    ),
    Flow(
        "A terminal that was closed with unsaved work",
        "hyva-alku.toml",
        (
            Step("A sum is typed over another, and the terminal is closed.", ("g", "2", "End", "9", "Enter")),
            Step("", (KILLED,)),
            Step("The same file again: what was done is offered.", ()),
            Step("`Enter` brings it back.", ("Enter",)),
        ),
    ),
)


def tmux(*words: str) -> str:
    """What a tmux command answers."""
    return subprocess.run(["tmux", *words], check=True, capture_output=True, text=True).stdout


def settled(least: float = 0.4) -> str:
    """The window once it stays as it is."""
    last, same = "", 0
    for _ in range(100):
        time.sleep(least / 2)
        now = tmux("capture-pane", "-p", "-t", SESSION)
        same = same + 1 if now == last and now.strip() else 0
        last = now
        if same >= 2:
            break
    return "\n".join(line.rstrip() for line in last.splitlines()[:24])


def started(flow: Flow, folder: Path) -> None:
    """The program in a window of 80x24."""
    home = {"HOME": str(folder), "BUDJETTITUI_STATE": str(folder / "state"), "TERM": "xterm-256color"}
    settings = [f"{name}={value}" for name, value in home.items()]
    path = f"budgets/{flow.file}"
    program = shlex.join(["env", *settings, sys.executable, "-m", "budjettitui", "--lang", "en", *flow.options, path])
    tmux("new-session", "-d", "-s", SESSION, "-x", "80", "-y", "24", "-c", str(folder), program)
    tmux("set-option", "-t", SESSION, "status", "off")
    tmux("resize-window", "-t", SESSION, "-x", "80", "-y", "24")
    settled(1.0)


def ended() -> None:
    """The window is closed; with its last session the server of tmux ends, and takes no other while it does."""
    tmux("kill-session", "-t", SESSION)
    time.sleep(1.0)


def sent(key: str, flow: Flow, folder: Path) -> None:
    """One key, or what stands for something else that a person does."""
    if key == KILLED:
        ended()
        started(flow, folder)
    elif key == BLOCK:
        tmux("set-buffer", COPIED)
        tmux("paste-buffer", "-p", "-t", SESSION)
    else:
        tmux("send-keys", "-t", SESSION, *(["-l", key.strip("'")] if key.startswith("'") else [key]))


def walked(flow: Flow, folder: Path) -> None:
    """Walk one flow and print it."""
    budgets = folder / "budgets"
    shutil.rmtree(budgets, ignore_errors=True)
    shutil.copytree(BUDGETS, budgets)
    (budgets / "tarjous.csv").write_text(OFFER, encoding="utf-8")
    started(flow, folder)
    print(f"## {flow.title}\n")
    try:
        for step in flow.steps:
            for key in step.keys:
                sent(key, flow, folder)
                settled()
            if step.said:
                print(f"{step.said}\n")
            if step.shown and step.said:
                print(f"```text\n{settled()}\n```\n")
    finally:
        ended()


def main() -> None:
    """Print the page."""
    if shutil.which("tmux") is None:
        sys.exit("tmux is not installed")
    os.environ.pop("TMUX", None)
    print("# A walk through the screen\n")
    print(
        "Made by `python bench/walk_through.py` in a tmux of 80x24: each key as it was sent, and what the window showed.\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder) / "state"
        state.mkdir()
        for flow in FLOWS:
            walked(flow, Path(folder))


if __name__ == "__main__":
    main()
