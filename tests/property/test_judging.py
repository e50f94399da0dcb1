"""Judging any budget: nothing is raised, every place can be pointed at, and an edit is judged as a fresh reading is."""

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from budjettitui.checks.known_places import Places
from budjettitui.document import Document
from budjettitui.edits import Splice
from budjettitui.findings import Finding
from budjettitui.judging import Judging
from budjettitui.state import State

from .budget_texts import budget_texts

TODAY = date(2026, 11, 24)
RULES = ("generic", "fi-esrplus-2021", "fi-esr-2014", "fi-oph")
PARTS = ("1", "a", '"', "[", "]", "=", ".", "\n", " ", "#", "{", "}", "-", "_", "\u202e", "0", ",")


def state_of(text: str) -> State:
    return Judging(None, TODAY).state(Document.from_bytes(text.encode()))


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A budget with a few characters put in, taken out or moved, so that it may be no TOML or name nobody."""
    text = draw(budget_texts(rules=RULES))
    chance = random.Random(draw(st.integers(0, 10**6)))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(PARTS) + text[at + chance.randint(0, 3) :]
    return text


@given(budget_texts(rules=RULES))
def test_every_place_that_a_finding_has_can_be_pointed_at(text: str) -> None:
    state = state_of(text)
    places = Places(state.case)
    assert [one.path for one in state.verdict() if not places.knows(one.path)] == []


@given(budget_texts(rules=RULES))
def test_every_finding_has_a_line_and_a_sentence_of_its_own(text: str) -> None:
    state = state_of(text)
    lines = text.count("\n") + 1
    assert all(one.line is not None and 1 <= one.line <= lines for one in state.verdict())


@given(spoilt())
def test_a_spoilt_budget_is_judged_and_not_fallen_over(text: str) -> None:
    state = state_of(text)
    if state.case.broken:
        assert {family(one) for one in state.verdict()} == {"structure"}


def family(finding: Finding) -> str:
    from budjettitui.checks import declared

    return declared()[finding.check].family


@given(spoilt(), st.lists(st.integers(0, 10**6), min_size=1, max_size=3))
def test_what_is_remembered_between_edits_changes_no_verdict(text: str, seeds: list[int]) -> None:
    judging = Judging(None, TODAY)
    document = Document.from_bytes(text.encode())
    for seed in seeds:
        judging.state(document)
        chance = random.Random(seed)
        at = chance.randrange(len(document.text))
        document = document.splice([Splice(at, "", chance.choice(PARTS))])
        assert judging.state(document).verdict() == state_of(document.text).verdict()


@given(budget_texts(rules=RULES))
def test_the_order_of_findings_is_that_of_the_file(text: str) -> None:
    findings = state_of(text).verdict()
    assert list(findings) == sorted(
        findings, key=lambda one: (one.line or 0, one.column or 0, one.severity, one.check, one.path)
    )
