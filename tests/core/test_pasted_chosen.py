"""What a person says of a pasted block: its columns, its numbers, its totals; and numbers that their line settles."""

from datetime import date
from decimal import Decimal

import pytest

from budjettitui.pasting import COMMA, Chosen, read_costs, read_funding, with_meaning
from budjettitui.session import Session
from budjettitui.state import State
from budjettitui.typed import ENGLISH, FINNISH

D = Decimal
TODAY = date(2026, 11, 24)
BLOCK = "services\tGuide\t2\tpcs\t10,00\t20,00\nservices\tHall\t3\tpcs\t5,00\t15,00\nTotal\t\t\t\t\t35,00\n"


@pytest.fixture
def state() -> State:
    return Session.from_bytes(b'schema = 1\n[project]\nrules = "fi-state-grant"\n', today=TODAY).state


def test_a_column_means_what_is_said(state: State) -> None:
    columns = ("category", "person", "quantity", "unit", "", "amount")
    block = read_costs(state, BLOCK, FINNISH, chosen=Chosen(columns))
    assert block.columns == columns
    assert [row.cells.get("person") for row in block.rows] == ["Guide", "Hall"]
    assert all("unit_price" not in row.cells and "description" not in row.cells for row in block.rows)


def test_no_meaning_stands_twice() -> None:
    columns = ("category", "description", "amount")
    assert with_meaning(columns, 0, "amount") == (("amount", "description", ""), 2)
    assert with_meaning(columns, 0, "") == (("", "description", "amount"), None)
    assert with_meaning(columns, 2, "amount") == (columns, None)


def test_columns_stay_when_the_numbers_are_read_the_other_way(state: State) -> None:
    columns = ("category", "person", "quantity", "unit", "unit_price", "amount")
    text = "services\tGuide\t2\tpcs\t1,234\t2,468\n"
    for style, amount in ((ENGLISH, D(2468)), (COMMA, None)):
        block = read_costs(state, text, FINNISH, chosen=Chosen(columns, style))
        assert block.columns == columns
        assert block.style == style
        assert amount is None or block.rows[0].amount == amount


def test_a_total_that_was_left_out_is_a_row_where_that_is_said(state: State) -> None:
    assert [one.why for one in read_costs(state, BLOCK, FINNISH).left] == ["total"]
    block = read_costs(state, BLOCK, FINNISH, chosen=Chosen(totals=True))
    assert block.left == ()
    assert block.sum == D(70)


def test_a_total_of_funding_too(state: State) -> None:
    text = "Laji\tSumma\nOmarahoitus\t10,00\nKuntarahoitus\t5,00\nYhteensä\t15,00\n"
    assert len(read_funding(state, text, FINNISH).rows) == 2
    assert len(read_funding(state, text, FINNISH, chosen=Chosen(totals=True)).rows) == 3


def test_a_number_of_two_readings_is_the_one_that_its_line_comes_to(state: State) -> None:
    block = read_costs(state, "services\tGuide\t2\tpcs\t617,00\t1,234\n", FINNISH)
    assert block.doubts == ()
    assert block.rows[0].amount == D(1234)
    (one,) = block.settled
    assert (one.text, one.value, one.factors, one.amount) == ("1,234", D(1234), (D(2), D(617)), D(1234))


def test_what_neither_reading_comes_to_stays_in_doubt(state: State) -> None:
    block = read_costs(state, "services\tGuide\t2\tpcs\t600,00\t1,234\n", FINNISH)
    assert block.doubts == ((1, "1,234"),)
    assert block.settled == ()
