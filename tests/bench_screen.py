"""How long the screen takes with many cost lines: start to first rows, and a key press to figures, findings and paint.

Run as `python tests/bench_screen.py [ROWS…]`; it is no test. With `pages` as the first word, every page is measured beside
what the session alone takes for the same change, in one run: the screen's own part is what is left.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from budjettitui.edits import Change, Set
from budjettitui.session import Session
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


PAGES = {"costs": ("2", "end"), "funding": ("3", "end"), "partners": ("4", "right"), "years": ("5", "right")}
"""The pages that are typed on, each with the keys that lead to a cell with a figure."""

MORE = '\n[[funding]]\nkind = "own"\namount = 100\n\n[[share]]\npartner = "p"\nsupport = 5\n\n[[partner]]\nid = "p"\n'


async def measure_page(rows: int, page: str, keys: int = 6) -> tuple[float, float]:
    """Milliseconds of a kept cell on a page, and of the same kind of change in the session alone; medians of both."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.toml"
        period = "period = { start = 2025-01-01, end = 2027-12-31 }\n"
        path.write_text(budget(rows).replace("\n[[cost]]", period + MORE + "\n[[cost]]", 1), encoding="utf-8")
        session = Session.open(path, today=date(2026, 11, 24))
        alone = []
        for number in range(keys):
            at = time.perf_counter()
            session.apply(Change("", (Set(("cost", 0, "amount"), str(number)),)))
            alone.append(time.perf_counter() - at)
        app = BudgetApp(path, Words("en"), date(2026, 11, 24))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press("escape", "g", *PAGES[page])
            kept = []
            for number in range(keys):
                await pilot.press(str(number % 9 + 1))
                at = time.perf_counter()
                app.simulate_key("enter")
                await pilot.pause()
                app.screen._compositor.render_strips()
                kept.append(time.perf_counter() - at)
                await pilot.press("up")
    return statistics.median(kept) * 1000, statistics.median(alone) * 1000


if __name__ == "__main__" and sys.argv[1:2] == ["pages"]:
    for count in [int(word) for word in sys.argv[2:]] or [10000]:
        for name in PAGES:
            with_screen, session_alone = asyncio.run(measure_page(count, name))
            print(f"{count:6} lines, {name:9} kept {with_screen:6.0f} ms, session alone {session_alone:6.0f} ms")
elif __name__ == "__main__":
    for count in [int(word) for word in sys.argv[1:]] or [1000, 10000]:
        first, key, keep = asyncio.run(measure(count))
        print(f"{count:6} lines: first rows {first:7.0f} ms, key while typing {key:6.0f} ms, kept {keep:6.0f} ms")
