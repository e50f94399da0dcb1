"""Blocks of a spreadsheet: heads, numbers, categories, totals, duplicates and doubts are understood or told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budjettitui.edits import Change
from budjettitui.pasting import change_of, read_costs, without_guess
from budjettitui.pasting.names import category_of, known_of
from budjettitui.session import Session
from budjettitui.typed import ENGLISH, FINNISH
from tests.checks.judging import state_of
from tests.places import BUDGETS

STATE = Session.open(BUDGETS / "hyva-alku.toml", today=date(2026, 11, 24)).state


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
    block = read_costs(STATE, text, FINNISH)
    assert str(block.rows[0].amount) == amount
    assert not block.doubts


def test_a_line_without_an_amount_comes_to_what_its_factors_make() -> None:
    block = read_costs(
        STATE, "laji\tkuvaus\tmäärä\tyksikkö\thinta\tosuus\nPalvelut\tTulkki\t11\tkk\t5538,75\t40 %", FINNISH
    )
    assert str(block.sum) == "24370.50"


@pytest.mark.parametrize("name", ["personnel", "Henkilöstö", "PERSONNEL", "Personal", "Henkilöstökulut"])
def test_a_category_is_known_by_its_word_and_by_its_name_in_each_language(name: str) -> None:
    block = read_costs(STATE, f"{name}\tJoku\t5,00", FINNISH)
    assert block.rows[0].cells["category"] == "personnel"


def test_a_word_that_people_head_services_with_is_the_category_and_not_the_description() -> None:
    block = read_costs(STATE, "Palkat\tOhjaaja\t34 100\nOstopalvelut\tTilat\t6 000", FINNISH)
    assert [(row.cells["category"], row.cells["description"]) for row in block.rows] == [
        ("personnel", "Ohjaaja"),
        ("services", "Tilat"),
    ]


def test_heads_say_what_the_columns_are_in_any_order() -> None:
    text = "Summa\tKuvaus\tKululaji\tMäärä\tYksikkö\n10,00\tTuoli\tservices\t2\tkpl\n"
    block = read_costs(STATE, text, FINNISH)
    assert block.rows[0].cells == {
        "amount": "10,00", "description": "Tuoli", "category": "services", "quantity": "2", "unit": "kpl"
    }  # fmt: skip


def test_totals_and_lines_without_an_amount_are_left_out_and_told() -> None:
    text = "services\tA\t1,00\nservices\tB\t2,00\n\t\t3,00\n\tHuomautus\t\nYhteensä\t\t3,00"
    block = read_costs(STATE, text, FINNISH)
    assert [row.line for row in block.rows] == [1, 2]
    assert [(one.line, one.why) for one in block.left] == [(3, "total"), (4, "empty"), (5, "total")]


def test_what_stands_in_the_budget_already_is_told() -> None:
    block = read_costs(STATE, "services\tTulkkaus\t10 788,00\nservices\tUusi\t1,00", FINNISH)
    assert [row.twice for row in block.rows] == [True, False]
    assert [row.line for row in block.without_twice().rows] == [2]


def test_a_doubtful_number_is_a_doubt_and_an_unknown_category_stays_as_it_is_written() -> None:
    assert read_costs(STATE, "services\tA\t1,234", FINNISH).doubts == ((1, "1,234"),)
    text = "services\tA\t1,00\nservices\tB\t2,00\nMitä se on\tC\t3,00"
    block = read_costs(STATE, text, FINNISH)
    assert block.doubts == ()
    assert [row.cells["category"] for row in block.rows] == ["services", "services", "Mitä se on"]
    assert [row.unknown for row in block.rows] == [False, False, True]


def test_columns_that_are_not_taken_are_told_by_their_head_or_their_first_cell() -> None:
    headed = read_costs(STATE, "Kululaji\tKuvaus\tHuom.\tTyhjä\tSumma\nservices\tA\tkesken\t\t1,00", FINNISH)
    assert headed.untaken == ((3, "Huom."), (4, "Tyhjä"))
    assert headed.taken_over is None
    assert read_costs(STATE, "services\tA long name\tx\t\t1,00\nservices\tB\ty\t\t2,00", FINNISH).untaken == ((3, "x"),)


def test_a_category_of_the_row_above_is_told_where_a_column_that_is_not_taken_might_have_given_it() -> None:
    above = {"category": "services"}
    block = read_costs(STATE, "matkat\tJunaliput\t5,00\nmatkat\tHotelliyöt\t6,00", FINNISH, above, guess=False)
    assert (block.untaken, block.taken_over) == (((1, "matkat"),), "services")
    assert read_costs(STATE, "Junaliput\t5,00\nHotelliyöt\t6,00", FINNISH, above).taken_over is None
    with_total = read_costs(
        STATE, "matkat\tJunaliput\t5,00\nmatkat\tHotelliyöt\t6,00\nYhteensä\t\t11,00", FINNISH, above
    )
    assert [row.cells["description"] for row in with_total.rows] == ["Junaliput", "Hotelliyöt"]


ABOVE = {"category": "services"}


@pytest.mark.parametrize("name", ["Matkat", "Hankinnat", "Personnel?", "  Travel "])
def test_a_category_that_the_rules_do_not_have_is_written_as_it_stands(name: str) -> None:
    block = read_costs(STATE, f"Kululaji\tKuvaus\tSumma\n{name}\tJuna\t5,00", FINNISH)
    change = change_of(STATE, block, 0)
    assert isinstance(change, Change)
    assert f'("category", {name.strip()!r})'.replace("'", '"') in repr(change.edits).replace("'", '"').replace(
        '""', '"'
    )
    assert block.rows[0].unknown


def test_what_is_unknown_in_the_budget_already_is_unknown_still() -> None:
    open_ = Session.from_bytes(
        STATE.document.to_bytes().replace(b'category = "services"', b'category = "Hankinnat"', 1),
        today=date(2026, 11, 24),
    )
    block = read_costs(open_.state, "hankinnat\tJuna\t5,00", FINNISH)
    assert (block.rows[0].cells["category"], block.rows[0].unknown) == ("Hankinnat", True)


def test_the_nearest_category_is_found_by_its_word_or_its_heading() -> None:
    text = "servicess\tA\t1\nMuut kuluut\tB\t2\nQwerty\tC\t3\npalvelut\tD\t4"
    block = read_costs(STATE, "Kululaji\tKuvaus\tSumma\n" + text, FINNISH)
    assert block.near == {"servicess": "services", "Muut kuluut": "other"}


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("matkat\tJunaliput\t5,00\nmatkat\tHotelliyöt\t6,00", ("category", "description", "amount")),
        ("matkat\tJunaliput\t5,00", ("category", "description", "amount")),
        ("Matkustus ja majoitus\tJuna\t5,00\nMatkustus ja majoitus\tBussi\t6,00", ("category", "description", "amount")),
        ("Hankinnat\tJuna\t5,00\n\tBussi\t6,00\n\tLento\t7,00", ("category", "description", "amount")),
        ("x\tJunaliput\t5,00\nx\tHotelliyöt\t6,00", ("", "description", "amount")),
        ("1.2.\tJunaliput\t5,00\n1.3.\tHotelliyöt\t6,00", ("", "description", "amount")),
        ("Junaliput\tkesken\t5,00\nHotelliyöt\tkesken\t6,00", ("description", "", "amount")),
        ("Junaliput\t5,00\nJunaliput\t6,00", ("description", "amount")),
        ("services\tmatkat\tJunaliput\t5,00\nother\tmatkat\tBussi\t6,00", ("category", "", "description", "amount")),
    ],
)  # fmt: skip
def test_a_column_of_unknown_words_is_the_category_where_its_form_says_so(text: str, columns: tuple[str, ...]) -> None:
    block = read_costs(STATE, text, FINNISH, ABOVE)
    assert block.columns == columns
    assert (block.guessed is not None) == (columns[0] == "category" and not text.startswith("services"))


def test_an_empty_cell_takes_over_what_stands_above_it_in_the_block_and_not_what_stands_in_the_budget() -> None:
    text = "Kululaji\tKuvaus\tSumma\n\tTaksi\t1,00\nMatkat\tJuna\t5,00\n\tBussi\t6,00\nhenkilöstö\t\t\n\tJoku\t7,00"
    block = read_costs(STATE, text, FINNISH, ABOVE)
    assert [row.cells["category"] for row in block.rows] == ["services", "Matkat", "Matkat", "personnel"]
    assert [row.over for row in block.rows] == [("category",), (), ("category",), ("category",)]


@pytest.mark.parametrize(
    "text",
    [
        "Hankinnat\tA\t100,00\nHankinnat\tB\t200,00\nHankinnat yhteensä\t\t300,00\nMatkat\tC\t70,00",
        "Hankinnat\tA\t100,00\nHankinnat\tB\t200,00\nYhteensä hankinnat:\t\t301,00\nMatkat\tC\t70,00",
        "Hankinnat\tA\t100,00\nHankinnat\tB\t200,00\nHankinnat\t\t300,00\nMatkat\tC\t70,00",
        "Hankinnat\tA\t100,00\nHankinnat\tB\t200,00\n\tHankinnat, yht.\t300,00\nMatkat\tC\t70,00",
        "Hankinnat\t\t300,00\n\tA\t100,00\n\tB\t200,00\nMatkat\t\t70,00\n\tC\t70,00\n\t\t370,00",
        "Hankinnat\t\t\n\tA\t100,00\n\tB\t200,00\n\t\t300,00\nMatkat\tC\t70,00\n\t\t70,00\n\t\t370,00",
        "Hankinnat\tA\t100,00\nHankinnat\tB\t200,00\nMatkat\tC\t70,00\nHankkeen kulut yhteensä\t\t370,00",
    ],
)
def test_a_total_of_an_unknown_category_is_not_taken_as_a_row_too(text: str) -> None:
    block = read_costs(STATE, "Kululaji\tKuvaus\tSumma\n" + text, FINNISH, ABOVE)
    got = [(row.cells["category"], row.cells["description"], str(row.amount)) for row in block.rows]
    lines = [("Hankinnat", "A", "100.00"), ("Hankinnat", "B", "200.00"), ("Matkat", "C", "70.00")]
    assert [line for line in got if line in lines] == got
    assert sorted(got) == sorted(line for line in lines if line[1] in text)
    assert all(one.why == "total" for one in block.left if "00" in one.text)


def test_without_the_column_that_was_guessed_the_rows_are_the_same_with_the_category_of_the_row_above() -> None:
    text = "Matkat\t\t70,00\n\tJuna\t50,00\n\tBussi\t20,00\nTilat\tSali\t30,00\n\t\t100,00"
    block = read_costs(STATE, text, FINNISH, ABOVE)
    other = without_guess(STATE, text, block, ABOVE)
    assert [row.line for row in other.rows] == [row.line for row in block.rows] == [2, 3, 4]
    assert [row.cells["category"] for row in other.rows] == ["services"] * 3
    assert not any(row.unknown for row in other.rows)
    assert other.untaken == ((1, "Matkat"),)
    assert "category" not in without_guess(STATE, text, block, {}).rows[0].cells


def test_a_row_that_is_called_a_total_of_nothing_above_stays_a_row() -> None:
    block = read_costs(STATE, "Palkat yhteensä\t1000\nMatkat yhteensä\t500\nYhteensä\t1500", FINNISH, ABOVE)
    assert [row.cells["description"] for row in block.rows] == ["Palkat yhteensä", "Matkat yhteensä"]
    assert [one.line for one in block.left] == [3]


def test_a_formula_is_text_and_stays_text() -> None:
    block = read_costs(STATE, 'services\t=HYPERLINK("x")\t5,00', FINNISH)
    change = change_of(STATE, block, 0)
    assert isinstance(change, Change)
    assert 'description = "=HYPERLINK' not in STATE.document.text
    assert block.rows[0].cells["description"] == '=HYPERLINK("x")'


@given(
    st.text(alphabet="abcÄ€ 0123456789,.-\t\n%[]\"'=\\\u202e\u00a0", max_size=200), st.sampled_from([FINNISH, ENGLISH])
)
def test_no_text_stops_it_and_no_line_is_lost_unsaid(text: str, style: object) -> None:
    block = read_costs(STATE, text, style)  # type: ignore[arg-type]
    if block.guessed is not None:
        assert {row.line for row in without_guess(STATE, text, block, {}).rows} | {one.line for one in block.left}
    told = {row.line for row in block.rows} | {one.line for one in block.left}
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.replace("\t", "").strip()]
    assert set(lines) - told <= {1}
    if block.rows and not block.doubts:
        change_of(STATE, block, 0)


@pytest.mark.parametrize(
    ("rules", "word", "category"),
    [
        ("fi-esrplus-2021", "Palkat", "personnel"),
        ("fi-esrplus-2021", "Löner", "personnel"),
        ("eu-interreg-2021", "Salaries", "staff"),
        ("eu-interreg-2021", "Matkakulut", "travel"),
        ("fi-state-grant", "Vuokrat", "premises"),
        ("eu-horizon-2021", "Palvelut", None),
        ("fi-esrplus-2021", "Matkat", None),
    ],
)
def test_a_category_is_known_by_what_people_call_it_where_only_one_is_meant(
    rules: str, word: str, category: str | None
) -> None:
    known = known_of(state_of(f'schema = 1\n[project]\nname = "A"\nrules = "{rules}"\n'))
    assert category_of(known, word) == category
