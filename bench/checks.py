"""What each check takes of one pass over a large budget: `python bench/checks.py [ROWS] > docs/times.md`.

Figures of one run compare with each other: each check is timed beside reading the same file with the standard library.
"""

import sys
import time
import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import cast

from budjettitui.blocks import Rows, divided_rows
from budjettitui.checks import ByRow, Check, Whole, declared
from budjettitui.checks.case import Case
from budjettitui.figures.worths import worths_in
from budjettitui.session import Session
from budjettitui.values import replace

TODAY = date(2026, 1, 1)

HEAD = """\
schema = 1

[project]
name = "Many lines"
rules = "fi-esrplus-2021"
cost_model = "flat-40"
stage = "application"
period = { start = 2025-01-01, end = 2026-12-31 }
decision_limit = 900_000_000

[call]
support_rate_max = 75
self_financing_min = 20

[stated]
costs = 1_000_000
support = 700_000

[declared]
vat = "included"
"""

PARTNER = """
[[partner]]
id = "{0}"
name = "Partner {0}"
role = "{1}"
kind = "municipality"
recovers_vat = true

[[funding]]
kind = "support"
recipient = "{0}"
fund = "esf"
years = {{ 2025 = 100_000, 2026 = 110_000 }}

[[funding]]
kind = "municipal"
id = "own-{0}"
payer = "a"
recipient = "{0}"
budget_item = "1 50 0{2}"
confirmed = true
amount = 90_000

[[appropriation]]
budget_item = "1 50 0{2}"
payer = "a"
amount = 90_000
covers = ["own-{0}"]
"""

PAY = """
[[cost]]
id = "pay-{0}"
partner = "{1}"
category = "personnel"
work_package = "wp{2}"
description = "Coordinator {0}"
person = "Person {3}"
quantity = 10
unit = "kk"
unit_price = 4_{4:03}.55
allocation = 20
amount = {5}
"""

BOUGHT = """
[[cost]]
partner = "{1}"
category = "services"
work_package = "wp{2}"
description = "Interpreting {0}"
quantity = 150
unit = "h"
unit_price = 71.{4:02}
vat_rate = 0
date = 2025-{6:02}-15
years = {{ 2025 = {7}, 2026 = {7} }}
"""


def budget(rows: int) -> str:
    """A budget of three partners with so many cost lines, half of them pay and half services."""
    parts = [HEAD, *(PARTNER.format(*one) for one in (("a", "lead", 1), ("b", "partner", 2), ("c", "partner", 3)))]
    for number in range(rows):
        price = 4000 + number % 1000 + Decimal("0.55")
        pay, half = price * 2, 5000 + number
        form = PAY if number % 2 == 0 else BOUGHT
        which = number % 90 if form is BOUGHT else number % 1000
        parts.append(form.format(number, "abc"[number % 3], number % 7, number // 4, which, pay, number % 12 + 1, half))
    return "".join(parts)


def best(work: Callable[[], object], times: int = 5) -> int:
    """The fastest of several runs, in nanoseconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter_ns()
        work()
        found.append(time.perf_counter_ns() - start)
    return min(found)


def once(check: Check, case: Case) -> int:
    """Looks at everything that a check looks at; how often it speaks."""
    if not check.tables:
        return len(list(cast(Whole, check.look)(case)))
    look = cast(ByRow, check.look)
    spoken = sum(
        len(list(look(case, table, index, row)))
        for table in (check.tables if check.asks(case) else ())
        for index, row in enumerate(case.budget.rows(table))
    )
    return spoken + (len(list(check.beside(case))) if check.beside is not None else 0)


def took(check: Check, case: Case) -> int:
    """The fastest of several looks in nanoseconds, each with nothing remembered of the rows but what they come to."""
    found = []
    for _ in range(5):
        costs = Rows.of(divided_rows(case.budget.costs))
        for block in costs.blocks:
            block.of(worths_in, "judged", case.budget.decimals)
        again = replace(case, budget=replace(case.budget, costs=costs))
        start = time.perf_counter_ns()
        once(check, again)
        found.append(time.perf_counter_ns() - start)
    return min(found)


def main() -> None:
    """Print the page."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    text = budget(rows)
    reading = best(lambda: tomllib.loads(text, parse_float=Decimal))
    case = Session.from_bytes(text.encode(), today=TODAY).state.case
    found = sorted(((took(check, case), check) for check in declared().values()), key=lambda one: -one[0])
    whole = sum(taken for taken, _ in found)
    print(
        PAGE.format(
            rows=rows, checks=len(found), ratio=Decimal(whole) / reading, rows_shown=f"{rows:,}".replace(",", " ")
        )
    )
    print("| check | scope | per cent of the pass | speaks |\n|---|---|---:|---:|")
    for taken, check in found:
        share = Decimal(100 * taken) / whole
        if share >= Decimal("0.1"):
            print(f"| {check.name} | {check.scope} | {share:.1f} | {once(check, case)} |")
    rest = [taken for taken, _ in found if Decimal(100 * taken) / whole < Decimal("0.1")]
    print(f"| the other {len(rest)} | | {Decimal(100 * sum(rest)) / whole:.1f} | |")


PAGE = """\
# What the checks take

One pass of all checks ({checks} of them) over a budget of {rows_shown} cost lines of three partners under a flat rate, half of
them pay with persons and half services with years, with all sums worked out. The pass took {ratio:.2f} times what the standard
library's TOML parser takes to read the same text, in the same run. Made with `python bench/checks.py {rows}`; what is
compared is the fastest of five runs each, and a figure moves by some per cent from one run to the next.
"""

if __name__ == "__main__":
    main()
