"""Workbooks from outside: the digits of their cells, how cells are shown, and what has no sure value."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter

from budjettitui.exchange.grid import Grid, TableRefused
from budjettitui.exchange.incoming import read_grid
from budjettitui.exchange.sheet_cells import letters, number_of, read
from budjettitui.intake import Asked, Intake, understood
from budjettitui.session import Session
from budjettitui.words import Percent
from tests.exchange.books import DAY, MONTHS, PER_CENT, book, number, row, said

HEAD = row(said("category"), said("description"), said("amount"))


def grid(rows: str, **around: str) -> Grid:
    return read_grid(book(rows, **around), "costs")  # type: ignore[arg-type]


def taken(rows: str, **asked: object) -> Intake:
    text = 'schema = 1\n[project]\nname = "x"\nrules = "fi-esrplus-2021"\n'
    session = Session.from_bytes(text.encode(), today=date(2026, 3, 1))
    return understood(session, grid(rows), Asked(**asked))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("digits", "value"),
    [("24370.48", "24370.48"), ("0.30000000000000004", "0.3"), ("1E3", "1000"), ("1.5e-3", "0.0015"), ("-0", "0"),
     ("33.333333333333336", "33.3333333333333"), ("999999999999.99", "999999999999.99"), ("100", "100"), (".5", "0.5"),
     ("1e-40", "0")],
)  # fmt: skip
def test_a_number_is_its_digits_to_fifteen(digits: str, value: str) -> None:
    assert str(read(digits)) == value


@pytest.mark.parametrize("digits", ["", "x", "nan", "inf", "0x10", "1_000", "1e9999", "٣", "1,5", "--1", "1" * 90])
def test_what_is_no_number_of_a_workbook_is_none(digits: str) -> None:
    assert read(digits) is None


def test_cells_are_what_they_are_shown_as() -> None:
    cells = (number("0.4", PER_CENT), number("45667", DAY), number("11", MONTHS), '<c t="b"><v>1</v></c>',
             '<c t="e"><v>#REF!</v></c>', '<c t="str"><f>A1</f><v>made</v></c>', "<c><f>1+1</f><v>2</v></c>",
             "<c><f>1+1</f></c>", "<c><v></v></c>", '<c t="d"><v>2025-01-10</v></c>')  # fmt: skip
    read_in = grid(row(*cells))
    assert read_in.lines == (
        (Percent(Decimal(40)), "2025-01-10", Decimal(11), "true", "#REF!", "made", Decimal(2), "?", "2025-01-10"),
    )
    assert read_in.columns == ("A", "B", "C", "D", "E", "F", "G", "H", "J")
    assert read_in.faults == {(0, 1): "day", (0, 3): "bool", (0, 4): "error", (0, 7): "no-value", (0, 8): "day"}
    assert dict(read_in.remarks) == {"formulas": 3}


def test_shared_texts_are_put_together_of_their_runs_without_their_readings() -> None:
    shared = "<si><r><t>Hank</t></r><r><t>e_x000D_</t></r><rPh><t>x</t></rPh></si><si><t>a\nb</t></si>"
    assert grid(row('<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>'), shared=shared).lines == (("Hanke", "a b"),)


def test_numbers_are_never_read_in_two_ways() -> None:
    rows = HEAD + row(said("personnel"), said("A"), number("1.25")) + row(said("personnel"), said("B"), number("1234"))
    assert [str(one.amount) for one in taken(rows).block.rows] == ["1.25", "1234"]
    headed = row(said("category"), said("description"), said("price"), said("amount"))
    made = taken(headed + row(said("personnel"), said("A"), number("1.125"), number("10")))
    assert made.doubts == ()
    assert Decimal(made.block.rows[0].cells["unit_price"].replace(",", ".")) == Decimal("1.125")


@pytest.mark.parametrize(
    ("digits", "rounded"), [("3.3333333333333335", "3.33"), ("1.005", "1.01"), ("12.125", "12.13")]
)
def test_an_amount_finer_than_the_currency_is_rounded_only_where_one_asks_for_it(digits: str, rounded: str) -> None:
    rows = HEAD + row(said("personnel"), said("A"), number(digits))
    assert [one.why for one in taken(rows).doubts] == ["too-fine"]
    made = taken(rows, rounds=True)
    assert [str(one.amount) for one in made.block.rows] == [rounded]
    assert [(one.line, str(one.new)) for one in made.rounded] == [(2, rounded)]


@pytest.mark.parametrize(
    ("cell", "why"),
    [(number("45667", DAY), "day"), ('<c t="b"><v>1</v></c>', "bool"), ('<c t="e"><v>#REF!</v></c>', "error"),
     ("<c><f>SUM(A1)</f></c>", "no-value"), (number("0.4", PER_CENT), "percent"), (number("1e14"), "unclear")],
)  # fmt: skip
def test_a_cell_without_a_sure_value_stops_the_table_where_a_column_needs_it(cell: str, why: str) -> None:
    made = taken(HEAD + row(said("personnel"), said("A"), cell))
    assert [(one.why, one.line, one.column) for one in made.doubts] == [(why, 2, "C")]
    beside = row(said("category"), said("description"), said("amount"), said("my own"))
    free = taken(beside + row(said("personnel"), said("A"), number("5"), cell))
    assert free.doubts == ()
    assert free.change is not None


def test_what_a_division_has_left_is_rounded_only_where_one_asks_for_it() -> None:
    headed = row(said("category"), said("description"), said("share %"), said("price"), said("amount"))
    rows = headed + row(
        said("personnel"), said("A"), number("0.33333333333333331", PER_CENT), number("0.333333333333333"), number("5")
    )
    assert [(one.why, one.column) for one in taken(rows).doubts] == [("too-long", "C"), ("too-long", "D")]
    made = taken(rows, rounds=True)
    assert [made.block.rows[0].cells[key] for key in ("allocation", "unit_price")] == [
        "33,3333333333 %",
        "0,3333333333",
    ]


def test_a_total_that_the_rows_do_not_come_to_is_told() -> None:
    rows = HEAD + row(said("personnel"), said("A"), number("5")) + row(said("personnel"), said("B"), number("6"))
    assert taken(rows + row(said("Total"), said(""), number("11"))).other_total is None
    other = taken(rows + row(said("Total"), said(""), number("12"))).other_total
    assert other is not None
    assert (other.line, other.said, other.rows) == (4, Decimal(12), Decimal(11))


def test_an_error_in_a_text_that_is_taken_stops_it_too() -> None:
    made = taken(HEAD + row(said("personnel"), '<c t="e"><v>#NAME?</v></c>', number("5")))
    assert [(one.why, one.column) for one in made.doubts] == [("error", "B")]


def test_what_is_hidden_joined_or_worked_out_is_told() -> None:
    rows = HEAD + '<row hidden="1">' + row(said("personnel"), said("A"), "<c><f>5</f><v>5</v></c>")[5:]
    around = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells><cols><col min="1" max="1" hidden="1"/></cols>'
    assert dict(grid(rows, around=around).remarks) == {
        "hidden-lines": 1,
        "hidden-columns": 1,
        "joined": 1,
        "formulas": 1,
    }


def test_lines_keep_the_numbers_that_they_have_in_the_sheet() -> None:
    rows = (f'<row r="3">{HEAD[5:]}<row r="9"><c r="A9" t="inlineStr"><is><t>personnel</t></is></c>'
            '<c r="B9" t="inlineStr"><is><t>A</t></is></c><c r="C9"><v>1.005</v></c></row>')  # fmt: skip
    assert [(one.line, one.column) for one in taken(rows).doubts] == [(9, "C")]


def _written(fill: Any) -> bytes:
    out = BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    fill(made)
    made.close()
    return out.getvalue()


def test_the_sheet_is_the_one_named_else_that_of_an_export_else_the_first_that_is_seen() -> None:
    def fill(made: Any) -> None:
        for name in ("Hidden", "First", "Rahoitus", "Cost lines"):
            made.add_worksheet(name).write_string(0, 0, name)
        made.get_worksheet_by_name("First").activate()
        made.get_worksheet_by_name("Hidden").hide()

    data = _written(fill)
    assert read_grid(data, "costs").sheet == "Cost lines"
    assert read_grid(data, "funding").sheet == "Rahoitus"
    assert read_grid(data, "costs", "hidden").lines == (("Hidden",),)
    assert read_grid(data, "costs", "First").others == ("Hidden", "Rahoitus", "Cost lines")
    with pytest.raises(TableRefused, match="no-such-sheet"):
        read_grid(data, "costs", "Third")


def test_a_workbook_of_another_program_is_read_to_the_cent() -> None:
    def fill(made: Any) -> None:
        sheet = made.add_worksheet()
        days = made.add_format({"num_format": "d.m.yyyy"})
        euros = made.add_format({"num_format": '#,##0.00 "€";[Red]-#,##0.00 "€"'})
        part = made.add_format({"num_format": "0.0%"})
        for at, head in enumerate(("Kululaji", "Kuvaus", "Osuus %", "Summa", "Alkaa")):
            sheet.write_string(0, at, head)
        for at in range(1, 200):
            sheet.write_string(at, 0, "personnel")
            sheet.write_string(at, 1, f"rivi {at}")
            sheet.write_number(at, 2, Decimal(at) / 1000, part)
            sheet.write_number(at, 3, Decimal(at * 7919) / 100, euros)
            sheet.write_datetime(at, 4, date(2026, 1, 1), days)

    text = 'schema = 1\n[project]\nname = "x"\nrules = "fi-esrplus-2021"\n'
    session = Session.from_bytes(text.encode(), today=date(2026, 3, 1))
    made = understood(session, read_grid(_written(fill), "costs"), Asked())
    assert made.doubts == ()
    assert [one.amount for one in made.block.rows] == [Decimal(at * 7919) / 100 for at in range(1, 200)]
    assert made.change is not None
    costs = session.apply(made.change).budget.costs
    assert [one.allocation for one in costs] == [Decimal(at) / 10 for at in range(1, 200)]
    assert [text for _, text in made.block.untaken] == ["Alkaa"]


@pytest.mark.parametrize("column", [1, 2, 26, 27, 52, 702, 703, 16_384])
def test_columns_are_called_by_letters(column: int) -> None:
    assert number_of(letters(column)) == column
    assert letters(16_384) == "XFD"
