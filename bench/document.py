"""How long the document takes, as ratios: `python bench/document.py`. Figures of one run on one machine compare."""

import time
import tomllib
from collections.abc import Callable
from decimal import Decimal

import toml_rs
import tomlkit

from budjettitui.document import Document
from budjettitui.document.layout import divide
from budjettitui.document.reading import Places
from budjettitui.edits import Insert, Remove, Set

ROW = """\
[[cost]]
id = "c{0}"
partner = "helsinki"
category = "personnel"
description = "Hankekoordinaattori {0} ä"
quantity = 10
unit_price = 4_{0:03}.00
amount = 40_{0:03}.50
years = {{ 2025 = 20_{0:03}.00, 2026 = 20_000.00 }}

"""


def budget(rows: int) -> str:
    """A budget of so many cost lines."""
    return 'schema = 1\n\n[project]\nname = "x"\n\n' + "".join(ROW.format(number) for number in range(rows))


def best(work: Callable[[], object], times: int = 7) -> Decimal:
    """The fastest of several runs, in milliseconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter_ns()
        work()
        found.append(time.perf_counter_ns() - start)
    return Decimal(min(found)) / 1_000_000


def every_statement(text: str) -> None:
    """Look into every block."""
    places = Places(text, divide(text))
    for number in range(len(places.layout.heads)):
        _ = places.block(number).statements


def main() -> None:
    """Print the figures for 10 000 rows."""
    text = budget(10_000)
    document = Document.from_bytes(text.encode())
    document.position(("cost", 0, "amount"))
    edit = [Set(("cost", 5000, "amount"), "41_000.00")]
    done = document.apply(edit)
    small = budget(1_000)
    works: dict[str, Callable[[], object]] = {
        "tomllib, Decimal": lambda: tomllib.loads(text, parse_float=Decimal),
        "toml_rs, Decimal": lambda: toml_rs.loads(text, parse_float=Decimal, toml_version="1.0.0"),
        "tomlkit, 1 000 rows": lambda: tomlkit.parse(small),
        "Document.from_bytes": lambda: Document.from_bytes(text.encode()),
        "blocks": lambda: divide(text),
        "blocks and every statement": lambda: every_statement(text),
        "set one value": lambda: document.apply(edit),
        "undo it": lambda: done.document.splice([each.opposite for each in done.splices]),
        "set and ask for a line": lambda: document.apply(edit).document.position(("cost", 9000, "amount")),
        "insert a row": lambda: document.apply([Insert("cost", 5000, (("category", '"x"'),))]),
        "remove a row": lambda: document.apply([Remove(("cost", 5000))]),
        "set in [project]": lambda: document.apply([Set(("project", "name"), '"y"')]),
        "set schema": lambda: document.apply([Set(("schema",), "2")]),
    }
    base = None
    for name, work in works.items():
        taken = best(work, 3 if "tom" in name else 7)
        base = base or taken
        print(f"{name:30} {taken:10.2f} ms {taken / base:8.4f}")


if __name__ == "__main__":
    main()
