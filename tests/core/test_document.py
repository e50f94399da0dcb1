"""What a document says of a file: values, places, faults."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from budjettitui.document import Document, OddNumber, same

BUDGET = """\
# A budget
schema = 1

[project]
name = "Kylätalon kurssit"
period = { start = 2025-01-01, end = 2026-12-31 }

[project.extra]
'odd key' = "x"

# The coordinator
[[cost]]
amount = 4.10 # as agreed
years.2025 = 1_000
years.2026 = 2

[[cost]]
amount = 5
tags = [
  "a", # first
  ["b"],
]

[cost.years]
2025 = 5
"""


def read(text: str) -> Document:
    """A document of a text."""
    return Document.from_bytes(text.encode())


def test_numbers_are_exact_and_keep_their_zeros() -> None:
    values = read("a = 4.10\nb = 550_000\nc = -0.5\nd = 0x10\n").values
    assert same(values, {"a": Decimal("4.10"), "b": 550_000, "c": Decimal("-0.5"), "d": 16})


@pytest.mark.parametrize("spelled", ["nan", "-inf", "1e3", "1_0E-2", "1234567890123456789", "0.1234567890123456789"])
def test_a_number_that_can_be_no_amount_is_kept_as_written(spelled: str) -> None:
    assert read(f"[[cost]]\namount = {{ amount = {spelled} }}\n").values["cost"] == [
        {"amount": {"amount": OddNumber(spelled)}}
    ]


def test_eighteen_digits_are_a_number_still() -> None:
    assert read("a = 123456789012345678\nb = 1234567890123456.78\n").values == {
        "a": 123456789012345678,
        "b": Decimal("1234567890123456.78"),
    }


def test_dates_and_times_are_themselves() -> None:
    values = read("a = 2025-01-01\nb = 2025-01-01T10:00:00Z\nc = 07:32:00\nd = true\n").values
    expected = {"a": date(2025, 1, 1), "b": datetime(2025, 1, 1, 10, tzinfo=UTC), "c": time(7, 32), "d": True}
    assert same(values, expected)


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("schema",), (2, 10), (2, 1)),
        (("project",), (4, 1), (4, 2)),
        (("project", "name"), (5, 8), (5, 1)),
        (("project", "period", "end"), (6, 38), (6, 32)),
        (("project", "extra"), (8, 1), (8, 10)),
        (("project", "extra", "odd key"), (9, 13), (9, 1)),
        (("cost",), (12, 1), (12, 3)),
        (("cost", 0), (12, 1), (12, 3)),
        (("cost", 0, "amount"), (13, 10), (13, 1)),
        (("cost", 0, "years"), (14, 1), (14, 1)),
        (("cost", 0, "years", "2026"), (15, 14), (15, 1)),
        (("cost", 1), (17, 1), (17, 3)),
        (("cost", 1, "tags", 0), (20, 3), (20, 3)),
        (("cost", 1, "tags", 1, 0), (21, 4), (21, 4)),
        (("cost", 1, "years"), (24, 1), (24, 7)),
        (("cost", 1, "years", "2025"), (25, 8), (25, 1)),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_every_table_key_and_value_has_its_line_and_column(
    path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int], newline: str, bom: str
) -> None:
    document = read(bom + BUDGET.replace("\n", newline))
    assert document.position(path) == value
    assert document.position(path, key=True) == key


def test_columns_count_characters_and_not_bytes() -> None:
    assert read('a = { "ä😀" = "ö", b = 1 }').position(("a", "b")) == (1, 23)


@pytest.mark.parametrize(
    "path", [("no",), ("project", "no"), ("cost", 2), ("cost", 0, "years", "2030"), ("schema", 0), ()]
)
def test_what_is_not_there_has_no_place(path: tuple[str | int, ...]) -> None:
    assert read(BUDGET).span(path) is None
    assert read(BUDGET).position(path) is None


def test_a_value_is_shown_as_it_is_written() -> None:
    assert read(BUDGET).spelling(("cost", 0, "years", "2025")) == "1_000"


def test_lines_are_given_without_their_ends() -> None:
    document = read("a = 1\r\n\nb = 2")
    assert [document.line_text(number) for number in (0, 1, 2, 3, 4)] == ["", "a = 1", "", "b = 2", ""]
    assert document.line_count == 3


def test_headers_inside_strings_and_arrays_are_none() -> None:
    document = read("a = '''\n[[cost]]\n# x'''\n[b]\nc = [\n['[[cost]]'],\n[1]\n]\nd = 2\n")
    assert document.position(("b", "d")) == (9, 5)
    assert document.position(("b",)) == (4, 1)


def test_an_empty_file_is_an_empty_budget() -> None:
    assert Document.from_bytes(b"").values == {}
    assert Document.from_bytes(b"").editable
