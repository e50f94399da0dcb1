"""How long the screen takes with many cost lines: start to first rows, and a key press to figures, findings and paint.

Run as `python tests/bench_screen.py [ROWS…]`; it is no test.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from budjettitui.tui.app import BudgetApp
from budjettitui.words import Words

ROW = '\n[[cost]]\nid = "line{n}"\ncategory = "{c}"\ndescription = "Line {n}"\nquantity = 2\nunit_price = {p}\namount = {a}\n'


def budget(rows: int) -> str:
    """A budget of one applicant with so many cost lines."""
    head = 'schema = 1\n[project]\nname = "Many lines"\nrules = "fi-state-grant"\n'
    lines = [ROW.format(n=n, c=("personnel", "services")[n % 2], p=100 + n, a=200 + 2 * n) for n in range(rows)]
    return head + "".join(lines)


async def measure(rows: int, keys: int = 20) -> tuple[float, float, float]:
    """Milliseconds: from the start to the first rows; of a typed key and of a kept cell, medians to the drawn screen."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.toml"
        path.write_text(budget(rows), encoding="utf-8")
        began = time.perf_counter()
        app = BudgetApp(path, Words("en"), date(2026, 11, 24))
        async with app.run_test(size=(80, 24)) as pilot:
            app.simulate_key(">")
            await pilot.pause()
            started = time.perf_counter() - began
            typed: list[float] = []
            kept: list[float] = []
            app.simulate_key("end")
            for number in range(keys):
                for key, took in ((str(number % 9 + 1), typed), ("enter", kept)):
                    at = time.perf_counter()
                    app.simulate_key(key)
                    await pilot.pause()
                    app.screen._compositor.render_strips()
                    took.append(time.perf_counter() - at)
    return started * 1000, statistics.median(typed) * 1000, statistics.median(kept) * 1000


if __name__ == "__main__":
    for count in [int(word) for word in sys.argv[1:]] or [1000, 10000]:
        first, key, keep = asyncio.run(measure(count))
        print(f"{count:6} lines: first rows {first:7.0f} ms, key while typing {key:6.0f} ms, kept {keep:6.0f} ms")
