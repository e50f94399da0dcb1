"""What a workbook from outside may not do: grow, fetch, run or end the program. Each is refused, in bounded time and memory."""

import subprocess
import sys
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from budjettitui.exchange.grid import TableRefused
from budjettitui.exchange.incoming import read_grid
from budjettitui.exchange.packed import DEEPEST, MOST_PARTS
from tests.exchange.books import HOME, MAIN, OFFICE, RELATIONS, book, number, packed, row, said

resource = pytest.importorskip("resource", reason="Windows has no such limits")
ROWS = row(said("category"), said("description"), said("amount")) + row(said("personnel"), said("A"), number("5"))
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = (
    f'<Relationship Id="x" Type="{OFFICE}/hyperlink" Target="http://a.example/" TargetMode="External"/></Relationships>'
)
ENOUGH = 1 << 30
"""Bytes of memory that a run may take, as the contract has it."""


def reason(data: bytes) -> str:
    with pytest.raises(TableRefused) as refused:
        read_grid(data, "costs")
    return refused.value.reason


def changed(data: bytes, **flags: int) -> bytes:
    """An archive with the flags of its parts changed, as a packer would not."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", flags.get("method", zipfile.ZIP_DEFLATED)) as new,
    ):
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
    return out.getvalue()


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({SHEET: LAUGHS + "<worksheet/>"}, "entities"),
        ({SHEET: LAUGHS.encode("utf-16") + "<worksheet/>".encode("utf-16-le")}, "entities"),
        ({"xl/theme/theme1.xml": "<!DOCTYPE x SYSTEM 'file:x'><x/>"}, "entities"),
        ({"xl/drawings/v.vml": "<xml>" + " " * 65_530 + "<!doctype html></xml>"}, "entities"),
        ({"customXml/item1.xml": '<?xml version="1.0"?><!DOCTYPE x><x/>'}, "entities"),
        ({"xl/_rels/workbook.xml.rels": RELATIONS + OUTSIDE}, "links"),
        ({"xl/worksheets/_rels/sheet1.xml.rels": HOME + OUTSIDE}, "links"),
        ({"xl/externalLinks/externalLink1.xml": "<externalLink/>"}, "links"),
        ({"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}, "macros"),
        ({"xl/macrosheets/sheet1.xml": "<x/>"}, "macros"),
        ({"xl/embeddings/inner.xlsx": book(ROWS)}, "nested"),
        ({"xl/media/image1.png": b"PK\x03\x04" + b"x" * 10}, "nested"),
        ({"xl/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}, "nested"),
        ({"xl/media/image1.png": b"\0" * (65 << 20)}, "bomb"),
        ({SHEET: b"<x>" + b" " * (65 << 20) + b"</x>"}, "bomb"),
        ({SHEET: "<a>" * (DEEPEST + 1)}, "too-deep"),
        ({SHEET: "<worksheet>"}, "damaged"),
        ({SHEET: "not XML"}, "damaged"),
        ({SHEET: '<?xml version="1.0" encoding="UT-F-8"?><worksheet/>'}, "damaged"),
        ({"xl/workbook.xml": f'<workbook xmlns="{MAIN}"><sheets/></workbook>'}, "no-sheets"),
        ({"_rels/.rels": "<Relationships/>"}, "no-workbook"),
        ({"_rels/.rels": HOME.replace("xl/workbook.xml", "../../etc/passwd") + "</Relationships>"}, "no-workbook"),
        (
            {"xl/_rels/workbook.xml.rels": RELATIONS.replace("styles.xml", "/etc/passwd") + "</Relationships>"},
            "damaged",
        ),
        ({f"p/{number}": "" for number in range(MOST_PARTS)}, "too-many-parts"),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(list(value)[:1])[:40],
)
def test_what_no_table_needs_is_refused_before_it_is_read(parts: dict[str, str | bytes], why: str) -> None:
    assert reason(book(ROWS, parts)) == why


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (row('<c t="s"><v>7</v></c>'), "damaged"),
        (row('<c t="s"><v>-1</v></c>'), "damaged"),
        (row("<c><v>nan</v></c>"), "damaged"),
        (row('<c r="A0"><v>1</v></c>'), "damaged"),
        (row('<c r="XFE1"><v>1</v></c>'), "damaged"),
        (row('<c r="1A"><v>1</v></c>'), "damaged"),
        ('<row r="1048577"><c><v>1</v></c></row>', "damaged"),
        (row('<c r="A1"><v>1</v></c>', '<c r="A1"><v>2</v></c>'), "damaged"),
        ("<row><c><v>1</v></c></row>" * 20_001, "too-many-lines"),
        (row("<c><v>1</v></c>" * 201), "too-many-columns"),
        (("<row>" + "<c><v>1</v></c>" * 41 + "</row>") * 5_000, "too-many-cells"),
    ],
)
def test_cells_that_no_spreadsheet_writes_are_refused(rows: str, why: str) -> None:
    assert reason(book(rows)) == why


def test_an_archive_that_is_none_or_is_locked_is_refused() -> None:
    whole = book(ROWS)
    assert reason(b"PK\x03\x04" + b"x" * 100) == "damaged"
    assert reason(whole[:-30]) == "damaged"
    assert reason(whole[: len(whole) // 2]) == "damaged"
    assert reason(b"PK") == "no-workbook"
    assert reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600) == "old-or-locked"
    assert reason(packed({"content.xml": "<x/>"})) == "no-workbook"
    assert reason(changed(whole, method=zipfile.ZIP_BZIP2)) == "damaged"
    at = whole.index(b"PK\x01\x02")
    assert reason(whole[: at + 8] + b"\x01" + whole[at + 9 :]) == "old-or-locked"


@pytest.mark.parametrize("at", range(0, 2000, 97))
def test_a_byte_that_is_another_is_refused_or_read_and_never_stumbled_over(at: int) -> None:
    data = bytearray(book(ROWS))
    data[at % len(data)] ^= 0xFF
    with suppress(TableRefused):
        read_grid(bytes(data), "costs")


def test_two_cells_at_both_ends_of_a_sheet_take_no_room() -> None:
    rows = row('<c r="A1"><v>1</v></c>') + '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    grid = read_grid(book(rows), "costs")
    assert (len(grid.lines), grid.numbers, grid.columns) == (2, (1, 1_048_576), ("A", "XFD"))


LIMITED = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, ({enough}, {enough}))
from budjettitui.cli import main
sys.exit(main(["import", sys.argv[1], sys.argv[2], "--lang", "en"]))
"""


@pytest.mark.parametrize("bomb", ["white space", "cells", "texts", "zeroes", "directory", "elements"])
def test_a_bomb_is_refused_within_the_time_and_the_memory_that_are_promised(bomb: str, tmp_path: Path) -> None:
    made = {
        "white space": lambda: book(ROWS, {SHEET: b"<x>" + b" " * (63 << 20) + b"</x>"}),
        "cells": lambda: book("<row>" + "<c><v>1</v></c>" * 4_000_000 + "</row>"),
        "texts": lambda: book(ROWS, shared="<si><t>ab</t></si>" * 3_400_000),
        "zeroes": lambda: book(ROWS, {"a.bin": b"\0" * (200 << 20)}),
        "directory": lambda: packed({f"{number:060}": b"" for number in range(60_000)}),
        "elements": lambda: book("<a/>" * 16_000_000),
    }[bomb]()
    (tmp_path / "bomb.xlsx").write_bytes(made)
    command = [sys.executable, "-c", LIMITED.format(enough=ENOUGH), "bomb.xlsx", "new.toml"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr
    assert b"fault of the program" not in ran.stderr
    assert not (tmp_path / "new.toml").exists()
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < ENOUGH // 1024
