"""How long programs of the terminal take, side by side: `python bench/terminal.py [ROWS] [-- PEER FILE.csv]`.

Each program runs in a terminal of its own (80x24). Measured is the time from the start, and from each key press, to the
last byte that it draws for it (of a key to the first one too, when it is seen); a program has drawn when a text is there and
nothing has come for a while. A peer is any program that shows a table of a CSV file, such as VisiData; the rows are the same.

Of the start three times are taken: to the first whole picture; to the answer to a key that is pressed as soon as the first
text is seen; and of ours to the verdict, which in large files comes after the picture.
"""

import os
import pty
import select
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

QUIET = 0.25
"""Seconds without a byte after which a program that starts counts as drawn."""

SHORT = 0.06
"""The same after a key press; some programs draw a clock of their own now and then."""

REST = 1.5
"""Seconds between the start and the first key, in which all that a program does after its first picture is done."""

ROW = '\n[[cost]]\nid = "line{0}"\ncategory = "{1}"\ndescription = "Line {0}"\nquantity = 2\nunit_price = {2}\namount = {3}\n'


Steps = Sequence[tuple[str, str, bytes]]
"""Keys, each with its name and a text that is drawn when it has done what is measured."""


class Terminal:
    """A program in a terminal of 80x24."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        state = folder / "state"
        state.mkdir(exist_ok=True)
        (state / "memory.json").write_text('{"tour": "seen"}', encoding="utf-8")  # as at every start but the first
        self.began = time.perf_counter()
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.environ |= {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", "HOME": str(folder)}
            os.environ |= {"BUDJETTITUI_STATE": str(state), "XDG_CONFIG_HOME": str(folder / "config")}
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed was compiled once, as the peer was
            os.execvp(command[0], command)
        os.set_blocking(self.handle, False)

    def drawn(self, text: bytes = b"", quiet: float = QUIET, most: float = 60) -> float:
        """Waits for a text and for quiet; when the last byte came, in seconds on the clock."""
        seen, last, end = b"", time.perf_counter(), time.perf_counter() + most
        while time.perf_counter() < end:
            ready, _, _ = select.select([self.handle], [], [], 0.005)
            if ready:
                try:
                    seen += os.read(self.handle, 1 << 16)
                except OSError:
                    break
                last = time.perf_counter()
            elif text in seen and seen and time.perf_counter() - last > quiet:
                return last
        raise TimeoutError(f"{text!r} was not drawn")

    def rest(self) -> None:
        """Waits until what goes on after the first picture, such as a verdict, is drawn."""
        end = time.perf_counter() + REST
        while time.perf_counter() < end:
            if select.select([self.handle], [], [], 0.05)[0]:
                os.read(self.handle, 1 << 16)

    def press(self, keys: str, text: bytes = b"") -> tuple[float, float]:
        """Milliseconds from a key press to the first byte drawn for it, and to the last."""
        at = time.perf_counter()
        os.write(self.handle, keys.encode())
        select.select([self.handle], [], [], 60)
        first = time.perf_counter()
        return (first - at) * 1000, (self.drawn(text, SHORT) - at) * 1000

    def close(self) -> None:
        """Ends the program that was started here."""
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.handle)


def budget(rows: int) -> str:
    """A budget of one applicant with so many cost lines."""
    head = 'schema = 1\n[project]\nname = "Many lines"\nrules = "fi-state-grant"\n'
    lines = [ROW.format(n, ("personnel", "services")[n % 2], 100 + n, 200 + 2 * n) for n in range(rows)]
    return head + "".join(lines)


def table(rows: int) -> str:
    """The same rows as a table of commas."""
    lines = [f"line{n},{('personnel', 'services')[n % 2]},Line {n},2,{100 + n},{200 + 2 * n}" for n in range(rows)]
    return "\n".join(["id,category,description,quantity,unit_price,amount", *lines]) + "\n"


def started(command: Sequence[str], first: bytes, key: str, answer: bytes, verdict: bytes = b"") -> dict[str, float]:
    """Medians in milliseconds from the start: to the answer to a key that is pressed on the first text, and to a verdict."""
    found: dict[str, list[float]] = {"first key": [], "verdict": []}
    for _ in range(5):
        for name, wanted in (("first key", answer), ("verdict", verdict)):
            if name == "verdict" and not verdict:
                continue
            with tempfile.TemporaryDirectory() as folder:
                terminal = Terminal(command, Path(folder))
                try:
                    if name == "first key":
                        terminal.drawn(first, 0)
                        os.write(terminal.handle, key.encode())
                    found[name].append((terminal.drawn(wanted, SHORT) - terminal.began) * 1000)
                finally:
                    terminal.close()
    return {name: statistics.median(took) for name, took in found.items() if took}


def measured(command: Sequence[str], first: bytes, keys: Steps, times: int = 5) -> dict[str, float]:
    """Medians in milliseconds: from the start to the text, then of each named key or group of keys."""
    found: dict[str, list[float]] = {}
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            terminal = Terminal(command, Path(folder))
            try:
                found.setdefault("start", []).append((terminal.drawn(first) - terminal.began) * 1000)
                terminal.rest()
                for name, press, text in keys:
                    seen, whole = terminal.press(press, text)
                    found.setdefault(f"{name} seen", []).append(seen)
                    found.setdefault(name, []).append(whole)
            finally:
                terminal.close()
    return {name: statistics.median(took) for name, took in found.items()}


UP, DOWN, PAGE, END, LAST = "\x1b[A", "\x1b[B", "\x1b[6~", "G", "\x1b[F"

OURS: Steps = [
    ("page of costs", ">", b"Line 0"),
    ("down", DOWN, b"Line 1"),
    ("page down", PAGE, b""),
    ("end", END, b"add a line"),
    ("up", UP, b""),
    ("amount", LAST, b""),
    ("digit", "7", b"if"),
    ("digit 2", "7", b"if"),
    ("keep", "\r", b"77"),
    ("undo", "u", b"ndone"),
]
PEERS: Steps = [
    ("down", DOWN, b""),
    ("page down", PAGE, b""),
    ("end", "G", b""),
    ("amount", "gl", b""),
    ("edit", "e", b""),
    ("digit", "7", b""),
    ("keep", "\r", b""),
    ("undo", "U", b""),
]


def main() -> None:
    """Print the medians."""
    words = sys.argv[1:]
    peer = words[words.index("--") + 1 :] if "--" in words else []
    own = words[: words.index("--")] if "--" in words else words
    program = shutil.which("budjettitui") or str(Path(sys.executable).with_name("budjettitui"))
    for rows in [int(word) for word in own] or [1000, 10000]:
        with tempfile.TemporaryDirectory() as folder:
            file, csv = Path(folder) / "many.toml", Path(folder) / "many.csv"
            file.write_text(budget(rows), encoding="utf-8")
            csv.write_text(table(rows), encoding="utf-8")
            ours = [program, str(file), "--lang", "en"]
            show(f"{rows} lines, budjettitui", measured(ours, b"Costs", OURS))
            show("  from the start", started(ours, b"Costs", ">", b"Line 0", b"Finding 1"))
            if peer:
                show(f"{rows} lines, {Path(peer[0]).name}", measured([*peer, str(csv)], b"Line 0", PEERS))
                show("  from the start", started([*peer, str(csv)], b"Line 0", DOWN, b""))


def show(name: str, found: dict[str, float]) -> None:
    """One line of figures."""
    print(f"{name:28}" + "  ".join(f"{step} {took:.0f}" for step, took in found.items()), flush=True)


if __name__ == "__main__":
    main()
