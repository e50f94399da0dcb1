"""Copying out, and pasting what was copied: by the machine's own tool, else by the terminal, else by a file."""

import os
import shutil
import subprocess
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from budjettitui.journal.slots import state_folder
from budjettitui.tui.flows import pasting
from budjettitui.tui.widgets import grid_says
from budjettitui.tui.widgets.grid import Grid, GridRow

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

TOOLS = (
    ("WAYLAND_DISPLAY", ("wl-copy",), ("wl-paste", "--no-newline")),
    ("DISPLAY", ("xclip", "-selection", "clipboard"), ("xclip", "-selection", "clipboard", "-o")),
    ("DISPLAY", ("xsel", "--clipboard", "--input"), ("xsel", "--clipboard", "--output")),
    ("", ("pbcopy",), ("pbpaste",)),
    ("", ("clip.exe",), ()),
)
"""Which variable must be set, and the programs that copy and paste."""

LONGEST = 70_000
"""Characters that terminals take by OSC 52; longer texts go to a file."""

WAIT = 2.0
"""Seconds that a tool may take."""


def copy(screen: "BudgetScreen") -> None:
    """What is selected, else the whole page; a second time the same goes into a file."""
    grid = screen.desk.grid
    if grid is None:
        return
    put(screen, *block_of(grid))


def put(screen: "BudgetScreen", text: str, rows: int, columns: int) -> None:
    """A text of so many rows and columns into the clipboard; a second time the same into a file. It is said which."""
    again, screen.last.copied = screen.last.copied == text, text
    by = "tool" if not again and by_tool(text) else ""
    if not by and not again and len(text) <= LONGEST and os.environ.get("TERM", "") not in ("linux", "dumb"):
        screen.app.copy_to_clipboard(text)
        by = "terminal"
    if by:
        screen.say(f"screen.copy.{by}", rows=rows, columns=columns)
        return
    path = state_folder() / "copied.tsv"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    except OSError:
        screen.say("screen.copy.failed", role="error")
        return
    screen.say("screen.copy.file", rows=rows, columns=columns, file=str(path))


def keys_of(screen: "BudgetScreen", *names: str) -> dict[str, str]:
    """The keys of actions that a dialog does, as the settings have them, each with the name of its action."""
    return {key: action.name for action in screen.view.keys if action.name in names for key in action.keys}


def put_rows(screen: "BudgetScreen", rows: Sequence[Sequence[str]]) -> None:
    """Rows of texts as cells of a spreadsheet."""
    text = "\n".join("\t".join(map(_plain, row)) for row in rows)
    put(screen, text, len(rows), max(map(len, rows)))


def block_of(grid: Grid) -> tuple[str, int, int]:
    """The selected cells, or all of the table with its heads, tab-separated, as a spreadsheet reads them."""
    sheet = grid.sheet
    if sheet.anchor is not None:
        rows, columns = sheet.selection
        lines = [_line(sheet.rows[row], columns) for row in rows]
    else:
        columns = range(len(sheet.columns))
        made = [sheet.rows[number] for number in range(len(sheet.rows))]
        texts = [at for at in columns if at and not sheet.columns[at].right]
        shown = [_line(row, columns, texts if row.kind == "sum" else ()) for row in made if row.kind in ("row", "sum")]
        lines = ["\t".join(_plain(column.title) for column in sheet.columns), *shown]
    return "\n".join(lines), len(lines), len(columns)


def _line(row: GridRow, columns: range, without: Collection[int] = ()) -> str:
    """The cells of a row; of a sum only what it is called and its figures, and not what is said of them."""
    return "\t".join(_plain(row.cells[at].text) if at < len(row.cells) and at not in without else "" for at in columns)


def _plain(text: str) -> str:
    """A cell's text without group blanks, with a plain minus; one that a spreadsheet would work out is kept a text."""
    number = text.replace("\u00a0", "").replace("\u2212", "-")
    if number.replace(",", "").replace(".", "").lstrip("-").isdecimal():
        return number
    plain = " ".join(text.split())
    return f"'{plain}" if plain[:1] in ("=", "+", "-", "@") else plain


def by_tool(text: str) -> bool:
    """True where a program of this machine took the text."""
    for variable, command, _ in TOOLS:
        if (not variable or os.environ.get(variable)) and shutil.which(command[0]):
            try:
                ran = subprocess.run(command, input=text.encode("utf-8", "replace"), timeout=WAIT, check=False,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
            except (OSError, subprocess.TimeoutExpired):
                continue
            if ran.returncode == 0:
                return True
    return False


def paste(screen: "BudgetScreen") -> None:
    """What the machine's clipboard holds, else what was copied here; else the terminal's own paste is named."""
    text, grid = from_tool() or screen.last.copied, screen.desk.grid
    if not text or grid is None:
        screen.say("screen.copy.no-clipboard")
        return
    pasting.pasted(screen, grid_says.Pasted(grid, *grid.cursor, text))


def from_tool() -> str:
    """The text of the machine's clipboard; empty where no program tells it."""
    for variable, _, command in TOOLS:
        if command and (not variable or os.environ.get(variable)) and shutil.which(command[0]):
            try:
                ran = subprocess.run(command, capture_output=True, timeout=WAIT, check=False)
            except (OSError, subprocess.TimeoutExpired):
                continue
            if ran.returncode == 0:
                return ran.stdout.decode("utf-8", "replace")
    return ""
