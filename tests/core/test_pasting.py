"""Blocks of a spreadsheet: heads, numbers, categories, totals, duplicates and doubts are understood or told."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budjettitui.edits import Change
from budjettitui.pasting import change_of, read_block
from budjettitui.session import Session
from budjettitui.typed import ENGLISH, FINNISH

STATE = Session.open(Path(__file__).resolve().parents[2] / "budgets" / "hyva-alku.toml", today=date(2026, 11, 24)).state


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("services\tA\t1 234,50", "1234.50"),
        ("services\tA\t1\u00a0234,50 €", "1234.50"),
        ("services\tA\t1.234,50", "1234.50"),
        ("services\tA\t1,234.50", "1234.50"),
        ("services\tA\t1.234\nservices\tB\t7,50", "1234"),
        ("services\tA\t1,234\nservices\tB\t7.50", "1234"),
        ("services\tA\t-12,00", "-12.00"),
    ],
)
def test_numbers_of_both_kinds_are_read_by_what_the_block_shows(text: str, amount: str) -> None:
    block = read_block(STATE, text, FINNISH)
    assert str(block.rows[0].amount) == amount
    assert not block.doubts


@pytest.mark.parametrize("name", ["personnel", "Henkilöstö", "PERSONNEL", "Personal", "Henkilöstökulut"])
def test_a_category_is_known_by_its_word_and_by_its_name_in_each_language(name: str) -> None:
    block = read_block(STATE, f"{name}\tJoku\t5,00", FINNISH)
    assert block.rows[0].cells["category"] == "personnel"


def test_heads_say_what_the_columns_are_in_any_order() -> None:
    text = "Summa\tKuvaus\tKululaji\tMäärä\tYksikkö\n10,00\tTuoli\tservices\t2\tkpl\n"
    block = read_block(STATE, text, FINNISH)
    assert block.rows[0].cells == {
        "amount": "10,00", "description": "Tuoli", "category": "services", "quantity": "2", "unit": "kpl"
    }  # fmt: skip


def test_totals_and_lines_without_an_amount_are_left_out_and_told() -> None:
    text = "services\tA\t1,00\nservices\tB\t2,00\n\t\t3,00\n\tHuomautus\t\nYhteensä\t\t3,00"
    block = read_block(STATE, text, FINNISH)
    assert [row.line for row in block.rows] == [1, 2]
    assert [(one.line, one.why) for one in block.left] == [(3, "total"), (4, "empty"), (5, "total")]


def test_what_stands_in_the_budget_already_is_told() -> None:
    block = read_block(STATE, "services\tTulkkaus\t10 788,00\nservices\tUusi\t1,00", FINNISH)
    assert [row.twice for row in block.rows] == [True, False]
    assert [row.line for row in block.without_twice().rows] == [2]


def test_a_doubtful_number_and_an_unknown_category_are_doubts() -> None:
    assert read_block(STATE, "services\tA\t1,234", FINNISH).doubts == ((1, "1,234"),)
    text = "services\tA\t1,00\nservices\tB\t2,00\nmitä\tC\t3,00"
    assert read_block(STATE, text, FINNISH).doubts == ((3, "mitä"),)


def test_columns_that_are_not_taken_are_told_by_their_head_or_their_first_cell() -> None:
    headed = read_block(STATE, "Kululaji\tKuvaus\tHuom.\tTyhjä\tSumma\nservices\tA\tkesken\t\t1,00", FINNISH)
    assert headed.untaken == ((3, "Huom."), (4, "Tyhjä"))
    assert headed.taken_over is None
    assert read_block(STATE, "services\tA long name\tx\t\t1,00\nservices\tB\ty\t\t2,00", FINNISH).untaken == ((3, "x"),)


def test_a_category_of_the_row_above_is_told_where_a_column_that_is_not_taken_might_have_given_it() -> None:
    above = {"category": "services"}
    block = read_block(STATE, "matkat\tJunaliput\t5,00\nmatkat\tHotelliyöt\t6,00", FINNISH, above)
    assert (block.untaken, block.taken_over) == (((1, "matkat"),), "services")
    assert read_block(STATE, "Junaliput\t5,00\nHotelliyöt\t6,00", FINNISH, above).taken_over is None
    with_total = read_block(
        STATE, "matkat\tJunaliput\t5,00\nmatkat\tHotelliyöt\t6,00\nYhteensä\t\t11,00", FINNISH, above
    )
    assert [row.cells["description"] for row in with_total.rows] == ["Junaliput", "Hotelliyöt"]


def test_a_formula_is_text_and_stays_text() -> None:
    block = read_block(STATE, 'services\t=HYPERLINK("x")\t5,00', FINNISH)
    change = change_of(STATE, block, 0)
    assert isinstance(change, Change)
    assert 'description = "=HYPERLINK' not in STATE.document.text
    assert block.rows[0].cells["description"] == '=HYPERLINK("x")'


@given(
    st.text(alphabet="abcÄ€ 0123456789,.-\t\n%[]\"'=\\\u202e\u00a0", max_size=200), st.sampled_from([FINNISH, ENGLISH])
)
def test_no_text_stops_it_and_no_line_is_lost_unsaid(text: str, style: object) -> None:
    block = read_block(STATE, text, style)  # type: ignore[arg-type]
    told = {row.line for row in block.rows} | {one.line for one in block.left}
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.replace("\t", "").strip()]
    assert set(lines) - told <= {1}
    if block.rows and not block.doubts:
        change_of(STATE, block, 0)
