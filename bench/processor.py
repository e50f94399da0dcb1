"""Processor time of a start and of each key, of several versions by turns: `python bench/processor.py ROWS SOURCE [SOURCE…]`.

A source is a folder that holds the package `budjettitui`, such as `src` of another work tree. Waiting for other programs of the
machine is not counted, so that two versions compare where it is busy; the smallest of the turns is printed, in milliseconds.
Only where there is a `/proc` that tells the time of each thread.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from terminal import OURS, Terminal, budget

TURNS = 5
REST = 0.1
"""Seconds after a key in which what follows from it is done."""


def spent(process: int) -> float:
    """Milliseconds that all threads of a process have run."""
    threads = Path(f"/proc/{process}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1_000_000


def turn(source: str, file: Path, found: dict[str, list[float]]) -> None:
    """One start of a version, and each key once."""
    os.environ["PYTHONPATH"] = source
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal([sys.executable, "-m", "budjettitui", str(file), "--lang", "en"], Path(folder))
        try:
            terminal.drawn(b"Costs")
            found.setdefault("start", []).append(spent(terminal.pid))
            terminal.rest()
            for name, press, text in OURS:
                before = spent(terminal.pid)
                terminal.press(press, text)
                time.sleep(REST)
                found.setdefault(name, []).append(spent(terminal.pid) - before)
        finally:
            terminal.close()


def main() -> None:
    """Print the smallest of each."""
    rows, sources = int(sys.argv[1]), sys.argv[2:]
    found: dict[str, dict[str, list[float]]] = {source: {} for source in sources}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "many.toml"
        file.write_text(budget(rows), encoding="utf-8")
        for source in sources * TURNS:
            turn(source, file, found[source])
    for source, steps in found.items():
        print(source, "  ".join(f"{step} {min(took):.1f}" for step, took in steps.items()), flush=True)


if __name__ == "__main__":
    main()
