"""The change that is made of cells and rows: a copy of a row, several cells raised by per cent."""

from decimal import Decimal

from budjettitui.cells import copy_row, row_change
from budjettitui.cells.many import raised
from budjettitui.edits import Change
from budjettitui.findings import Path
from budjettitui.state import State
from budjettitui.typed import Doubtful, NotYet
from tests.checks.judging import HEAD, cost, state_of

AMOUNT: Path = ("cost", 0, "amount")


def text_after(state: State, change: object) -> str:
    assert isinstance(change, Change), change
    return state.document.apply(change.edits).document.text


def test_a_copy_of_a_row_stands_below_it_as_it_is_spelled_and_has_no_id() -> None:
    state = state_of(HEAD + cost("1_000.50", 'id = "pay"\ndescription = "Lead"\n') + cost("2_000"))
    text = text_after(state, copy_row(state, ("cost", 0)))
    _, first, copy, _ = [row.strip() for row in text.split("[[cost]]\n")]
    assert 'id = "pay"' in first
    assert copy == 'category = "services"\namount = 1_000.50\ndescription = "Lead"'


def test_years_that_are_the_amount_are_still_the_amount_when_it_is_raised() -> None:
    state = state_of(HEAD + cost("100.01", "years = { 2025 = 33.33, 2026 = 66.68 }\n"))
    text = text_after(state, raised(state, [AMOUNT], Decimal(10)))
    assert "amount = 110.01\n" in text
    assert "years = { 2025 = 36.66, 2026 = 73.35 }" in text


def test_years_that_are_only_a_part_of_the_amount_stay_when_it_is_raised() -> None:
    state = state_of(HEAD + cost("100", "years = { 2025 = 30, 2026 = 60 }\n"))
    text = text_after(state, raised(state, [AMOUNT], Decimal(10)))
    assert "amount = 110\n" in text
    assert "years = { 2025 = 30, 2026 = 60 }" in text


def test_the_price_of_a_line_is_raised_with_its_amount_to_the_cent() -> None:
    state = state_of(HEAD + cost("300", "quantity = 3\nunit_price = 100.00\n"))
    text = text_after(state, raised(state, [AMOUNT], Decimal("2.555")))
    assert "amount = 307.67\n" in text
    assert "unit_price = 102.56\n" in text


def test_a_line_without_an_amount_is_raised_by_its_price_and_counts_as_what_it_comes_to() -> None:
    state = state_of(HEAD + '[[cost]]\ncategory = "services"\nquantity = 3\nunit_price = 100\n')
    change = raised(state, [AMOUNT], Decimal(10))
    assert isinstance(change, Change)
    assert (change.values["old"], change.values["new"]) == (300, 330)
    assert "unit_price = 110\n" in text_after(state, change)


def test_a_new_row_has_its_keys_in_the_order_of_the_form_with_the_marks_of_its_amount() -> None:
    state = state_of(HEAD + cost("1"))
    cells = {"amount": "5 000 <", "description": "Food", "category": "services", "partner": ""}
    text = text_after(state, row_change(state, "cost", 1, cells))
    assert text.split("[[cost]]\n")[2] == (
        'category = "services"\ndescription = "Food"\namount = { amount = 5000, at_most = true }\n'
    )


def test_a_new_row_with_a_text_that_means_nothing_or_two_things_is_not_made_and_it_is_said_why() -> None:
    state = state_of(HEAD + cost("1"))
    made = [row_change(state, "cost", 1, {"category": "services", "amount": text}) for text in ("x y", "1.234", "5 %")]
    assert [type(one) for one in made] == [NotYet, Doubtful, NotYet]
    assert isinstance(made[2], NotYet)
    assert made[2].why == "cell.percent-of-what"


def test_a_new_row_takes_nothing_of_the_row_that_it_stands_in_the_place_of() -> None:
    state = state_of(HEAD + cost("300", "quantity = 3\nunit_price = 100\n"))
    text = text_after(state, row_change(state, "cost", 0, {"category": "services", "quantity": "5"}))
    assert text.split("[[cost]]\n")[1].strip() == 'category = "services"\nquantity = 5'
