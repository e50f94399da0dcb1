"""Accepting findings and noting rows: what is written, what it does, how it is undone."""

from datetime import date

import pytest

from budjettitui.acceptance import Waiving, accept, day, noted, notes_at, with_it
from budjettitui.places import path_of
from budjettitui.session import Session
from tests.places import BUDGETS

TODAY = date(2026, 11, 24)


def opened(name: str) -> Session:
    return Session.open(BUDGETS / name, today=TODAY)


def test_an_accepted_finding_takes_what_follows_along_and_undo_gives_the_same_bytes() -> None:
    session = opened("hot.toml")
    before = session.state.document.to_bytes()
    root = session.state.errors()[0]
    assert [one.check for one in with_it(session.state, root)] == ["total-mismatch"]
    session.apply(accept(session.state, root, Waiving("The city board decides", "review", date(2027, 4, 1))))
    assert session.state.errors() == ()
    text = session.state.document.text
    assert text.startswith(before.decode().rstrip("\n"))
    for line in ('check = "self-financing-missing"', 'at = "partner.fvh"', 'by = "review"', "until = 2027-04-01"):
        assert line in text
    assert session.state.budget.waivers[0].difference is not None
    session.undo()
    assert session.state.document.to_bytes() == before


def test_an_accepted_gap_wakes_up_when_it_grows() -> None:
    session = opened("hot.toml")
    session.apply(accept(session.state, session.state.errors()[0], Waiving("so it is")))
    grown = session.state.document.text.replace("73_250", "73_000")
    again = Session.from_bytes(grown.encode(), today=TODAY)
    assert any(one.check == "self-financing-missing" for one in again.state.errors())


def test_a_row_without_an_id_gets_one_of_its_description() -> None:
    session = opened("hyva-alku.toml")
    plain = session.state.document.text.replace('id = "interpreting"\n', "")
    session = Session.from_bytes(plain.encode(), today=TODAY)
    finding = next(one for one in session.state.roots() if one.check == "vat-suspect")
    assert finding.place.number is not None
    session.apply(accept(session.state, finding, Waiving("asked")))
    row = session.state.budget.costs[finding.place.number - 1]
    assert row.id == "tulkkaus"
    assert session.state.budget.waivers[0].at is not None
    assert session.state.budget.waivers[0].at.startswith("cost.tulkkaus")
    assert all(one.check != "vat-suspect" for one in session.state.roots())


def test_a_note_stands_on_its_row() -> None:
    session = opened("hyva-alku.toml")
    path = path_of(session.state.budget, "cost.interpreting")
    assert path is not None
    session.apply(noted(session.state, path, 'Is 71,92 with "VAT"?', "review", TODAY))
    assert list(notes_at(session.state, path)) == [('Is 71,92 with "VAT"?', "review", TODAY)]
    assert not any(one.check.startswith("note") for one in session.state.errors())


def test_days_are_read_as_people_write_them() -> None:
    assert day("") is None
    assert day("1.4.2025") == day(" 2025-04-01 ") == date(2025, 4, 1)
    with pytest.raises(ValueError, match="isoformat"):
        day("soon")
