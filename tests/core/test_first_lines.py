"""The first lines of a new budget: a category whose heading begins as a word of the line is taken, else the rules' first."""

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


@pytest.mark.parametrize(("rules", "line", "category"), LINES)
def test_a_first_line_gets_the_category_whose_heading_it_begins_as(rules: str, line: str, category: str) -> None:
    known = loader.load(rules, None).rules
    assert known is not None
    made = begun("sea.toml", known, Answers(lines=(line,)), Words("sv"), date(2026, 1, 1))
    row = Document.from_bytes(made).values["cost"]
    assert isinstance(row, list)
    assert row[0]["category"] == category
