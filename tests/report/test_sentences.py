"""What every check finds can be said in every language, with all of its figures."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from budjettitui.checks import Check, declared
from budjettitui.checks.mends.years import told_evenly
from budjettitui.edits import Change
from budjettitui.findings import Finding, Fix, Hint, Place
from budjettitui.model import Budget
from budjettitui.report.sentences import Sentences
from budjettitui.session import Session
from budjettitui.words import LANGUAGES, Words

TODAY = date(2026, 1, 1)

HOLE = re.compile(r"(?<![\w.)%])\?")
"""What stands where a value is missing; a question ends in a word or a figure."""


def found(check: Check) -> Iterator[tuple[Budget, Finding]]:
    """What the bad examples of a check give, mends and hints included."""
    for text in check.bad:
        session = Session.from_bytes(text.encode(), today=TODAY)
        for finding in session.state.verdict():
            yield session.state.budget, session.with_fixes(finding) if finding.is_root else finding


@pytest.mark.parametrize("check", declared().values(), ids=lambda check: check.name)
def test_what_a_check_finds_is_said_with_all_its_figures(check: Check) -> None:
    for budget, finding in found(check):
        for lang in LANGUAGES:
            words = Words(lang)
            sentences = Sentences(budget, words)
            said = sentences.of(finding)
            assert not said.startswith("finding."), said
            assert not HOLE.search(said), said
            parts: tuple[Fix | Hint, ...] = (*finding.fixes, *finding.hints)
            for part in parts:
                assert words.has(key(part)), key(part)


def key(part: Fix | Hint) -> str:
    """The key of words that a mend or a hint is said by."""
    name, group = (part.title, "fix") if isinstance(part, Fix) else (part.key, "hint")
    return name if name.startswith(f"{group}.") else f"{group}.{name}"


TITLES = Budget()


def titled(fix: Fix, lang: str) -> str:
    """The title of a mend, with plain spaces."""
    return Sentences(TITLES, Words(lang)).fix(fix).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "Raise own funding (funding line 2) to 10,00"),
        ("fi", "Nosta omarahoitus (rahoitusrivi 2) määrään 10,00"),
        ("sv", "Höj den egna finansieringen (finansieringsrad 2) till 10,00"),
    ],
)
def test_a_row_without_a_description_goes_by_its_kind_and_number(lang: str, title: str) -> None:
    values = {"kind": "own", "place": Place("funding", None, 2), "to": Decimal(10)}
    assert titled(Fix("fix.raise-funding", values, Change("", ())), lang) == title


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "Divide 10 001,00 evenly over 2 years: 5 001,00 a year, 5 000,00 in the last"),
        ("fi", "Jaa 10 001,00 tasan 2 vuodelle: 5 001,00 vuodessa, viimeisenä 5 000,00"),
        ("sv", "Dela 10 001,00 jämnt på 2 år: 5 001,00 per år, sista året 5 000,00"),
    ],
)
def test_a_sum_that_cannot_be_divided_evenly_says_what_is_left_for_the_last_year(lang: str, title: str) -> None:
    told = told_evenly(Decimal(10_001), [Decimal(5_001), Decimal(5_000)])
    assert titled(Fix("fix.years-evenly", told, Change("", ())), lang) == title


def test_what_divides_evenly_says_nothing_of_the_last_year() -> None:
    told = told_evenly(Decimal(10_000), [Decimal(5_000), Decimal(5_000)])
    assert (
        titled(Fix("fix.years-evenly", told, Change("", ())), "en") == "Divide 10 000,00 evenly over 2 years: 5 000,00"
    )
