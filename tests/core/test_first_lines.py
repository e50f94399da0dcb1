"""The first lines of a new budget: a category whose heading begins as a word of the line is taken, else the rules' first."""

from collections.abc import Mapping
from datetime import date

import pytest

from budjettitui.beginning import Answers, begun
from budjettitui.document import Document
from budjettitui.rules import loader
from budjettitui.words import Words

LINES = [
    ("eu-horizon-2021", "Underleverans 20 000", "subcontracting"),
    ("eu-horizon-2021", "Resor till Helsingfors 10 000", "travel"),
    ("eu-horizon-2021", "Subcontracting of tests 1 000", "subcontracting"),
    ("eu-horizon-2021", "Forskare 120 000", "personnel"),
    ("fi-esrplus-2021", "Koordinaattori 24 370,48", "personnel"),
]


def row_of(rules: str, line: str) -> Mapping[str, object]:
    """The cost line that a first line of a new budget becomes."""
    known = loader.load(rules, None).rules
    assert known is not None
    made = begun("sea.toml", known, Answers(lines=(line,)), Words("sv"), date(2026, 1, 1))
    rows = Document.from_bytes(made).values["cost"]
    assert isinstance(rows, list)
    row: Mapping[str, object] = rows[0]
    return row


@pytest.mark.parametrize(("rules", "line", "category"), LINES)
def test_a_first_line_gets_the_category_whose_heading_it_begins_as(rules: str, line: str, category: str) -> None:
    assert row_of(rules, line)["category"] == category


def test_a_word_that_ends_as_a_heading_is_of_its_category() -> None:
    assert row_of("fi-oph", "Tilavuokrat 4 800")["category"] == "rents"


def test_a_first_line_keeps_the_product_that_it_was_typed_as() -> None:
    row = row_of("fi-oph", "Ohjaaja 12 kk x 3 100,50 x 50 %")
    assert {key: str(row[key]) for key in ("quantity", "unit", "unit_price", "allocation", "amount")} == {
        "quantity": "12", "unit": "kk", "unit_price": "3100.50", "allocation": "50", "amount": "18603"}  # fmt: skip
    assert "quantity" not in row_of("fi-oph", "Matkat 1 500,00")
