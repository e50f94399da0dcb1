"""What every check finds can be said in every language, with all of its figures."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from budjettitui.checks import Check, declared
from budjettitui.findings import Finding, Fix, Hint
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
