"""After any edits, judging what was touched gives what judging everything gives; undo gives the same again."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budjettitui import blocks
from budjettitui.document import EditRefused
from budjettitui.edits import Change, Edit, Insert, Move, Remove, Set
from budjettitui.session import Session
from budjettitui.state import State
from tests.places import BUDGETS

from .budget_texts import budget_texts

TODAY = date(2025, 6, 1)
SEEDS = [path.read_text(encoding="utf-8") for path in sorted(BUDGETS.glob("*.toml"))]

EXTRA = """
[[waiver]]
check = "self-financing-missing"
at = "funding.x1"
reason = "seen"
[[note]]
at = "cost.x1"
text = "look"
[[appropriation]]
budget_item = "1"
amount = 100
covers = ["x1", "town"]
"""

NUMBERS = ["0", "100", "75.50", "1_000_000", "-5", "0.005", '"12,50"', "{ amount = 100, about = true }"]
WORDS = [
    '"town"',
    '"club"',
    '"nobody"',
    '"x1"',
    '"x2"',
    '"support"',
    '"own"',
    '"services"',
    '"2026"',
    '"cancelled"',
    '"Mango Oy"',
]
VALUES = st.sampled_from(
    [*NUMBERS, *NUMBERS, *WORDS, *WORDS, "true", "false", "2026-03-01", "{ 2025 = 40, 2027 = 60 }"]
)
KEYS = {
    "cost": [
        "amount",
        "id",
        "partner",
        "category",
        "description",
        "person",
        "quantity",
        "unit_price",
        "years",
        "in_kind",
        "date",
        "realised",
    ],
    "funding": ["amount", "id", "kind", "payer", "recipient", "budget_item", "confirmed", "fund", "granted"],
    "income": ["amount", "partner"],
    "share": ["costs", "support", "own", "partner"],
    "partner": ["id", "role", "kind", "name", "recovers_vat", "support_rate_max", "cost_model", "business_id"],
    "appropriation": ["amount", "basis", "by_year", "payer", "years"],
    "waiver": ["at", "check", "until", "difference"],
    "note": ["at"],
}
TABLES = {
    "project": ["stage", "rules", "cost_model", "period", "decision_limit", "kind"],
    "call": ["support_rate_max", "costs_max", "self_financing_min", "self_financing_every_partner", "type"],
    "declared": ["income", "other_grants", "vat"],
}
SPECIAL = {
    "rules": ['"fi-esrplus-2021"', '"generic"', '"fi-oph"', '"fi-state-grant"', '"none-such"'],
    "period": ["{ start = 2025-01-01, end = 2026-12-31 }", "{ start = 2027-01-01, end = 2026-12-31 }"],
    "stage": ['"draft"', '"application"', '"cancelled"', '"closed"'],
    "vat": ['"included"', '"excluded"'],
}


@pytest.fixture(autouse=True, scope="module")
def _blocks_of_two_rows() -> Iterator[None]:
    """Small budgets stand in several blocks on several shelves: edits fall into one of them, between two, and move all."""
    before = blocks.SIZE, blocks.WIDTH
    blocks.SIZE = blocks.WIDTH = 2
    yield
    blocks.SIZE, blocks.WIDTH = before


@st.composite
def edits(draw: st.DrawFn, session: Session) -> Edit:
    """One edit of a cell, a row or an answer."""
    values = session.state.document.values
    how = draw(st.sampled_from(["set", "set", "set", "set", "table", "insert", "remove", "move"]))
    table = draw(st.sampled_from(sorted(KEYS)))
    held = values.get(table)
    rows = len(held) if isinstance(held, list) else 0
    if how == "table":
        table = draw(st.sampled_from(sorted(TABLES)))
        key = draw(st.sampled_from(TABLES[table]))
        return Set((table, key), draw(st.sampled_from(SPECIAL[key]) if key in SPECIAL else VALUES))
    if how == "insert" or rows == 0:
        keys = draw(st.lists(st.sampled_from(KEYS[table]), max_size=4, unique=True))
        return Insert(table, draw(st.integers(0, rows)), tuple((key, draw(VALUES)) for key in keys))
    index = draw(st.integers(0, rows - 1))
    if how == "remove":
        return Remove((table, index))
    if how == "move":
        return Move(table, index, draw(st.integers(0, rows - 1)))
    return Set((table, index, draw(st.sampled_from(KEYS[table]))), draw(VALUES))


def agrees(session: Session) -> None:
    """The session's findings and figures are those of a session opened on the same bytes."""
    data = session.state.document.to_bytes()
    fresh = Session.from_bytes(data, today=TODAY).state
    text = data.decode()
    assert told(session.state) == told(fresh), text
    assert session.state.figures == fresh.figures, text
    assert session.state.budget == fresh.budget, text


def told(state: State) -> list[str]:
    return [repr(one) for one in state.verdict()]


@given(st.data())
def test_judging_what_an_edit_touches_is_judging_everything(data: st.DataObject) -> None:
    text = data.draw(st.one_of(budget_texts(), st.sampled_from(SEEDS)))
    session = Session.from_bytes((text + EXTRA).encode(), today=TODAY)
    for _ in range(data.draw(st.integers(1, 6))):
        what = data.draw(st.integers(0, 5))
        if what == 0:
            session.undo()
        elif what == 1:
            session.redo()
        else:
            change = Change("typed", (data.draw(edits(session)),))
            try:
                session.apply(change)
            except EditRefused:
                continue
        agrees(session)


@given(st.data())
def test_undo_gives_back_the_bytes_the_figures_and_the_findings(data: st.DataObject) -> None:
    text = data.draw(st.one_of(budget_texts(), st.sampled_from(SEEDS)))
    session = Session.from_bytes((text + EXTRA).encode(), today=TODAY)
    before = session.state
    for _ in range(data.draw(st.integers(1, 4))):
        try:
            session.apply(Change("typed", (data.draw(edits(session)),)))
        except EditRefused:
            continue
    while session.undo() is not None:
        pass
    assert session.state.document.to_bytes() == before.document.to_bytes()
    assert told(session.state) == told(before)
    assert session.state.figures == before.figures
