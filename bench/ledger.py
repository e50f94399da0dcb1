"""The rows of `bench/terminal.py` as a ledger that bean-check judges: `python bench/ledger.py ROWS > many.beancount`.

A row is a transaction of two postings: so many units at a price, and the amount that they come to.
"""

import sys

HEAD = """\
2024-01-01 open Expenses:Personnel
2024-01-01 open Expenses:Services
2024-01-01 open Assets:Grant
"""

ROW = """
2025-01-01 * "line{0}" "Line {0}"
  Expenses:{1}  2 UNIT @ {2} EUR
  Assets:Grant  -{3} EUR
"""


def ledger(rows: int) -> str:
    """A ledger of so many transactions."""
    lines = [ROW.format(n, ("Personnel", "Services")[n % 2], 100 + n, 200 + 2 * n) for n in range(rows)]
    return HEAD + "".join(lines)


def main() -> None:
    """Print it."""
    sys.stdout.write(ledger(int(sys.argv[1])))


if __name__ == "__main__":
    main()
