"""Of budgets broken at one figure, every finding that compares money has two to four mends."""

import re
from collections.abc import Iterator
from decimal import Decimal

from budjettitui.findings import Finding
from budjettitui.report.sentences import Sentences
from budjettitui.session import Session
from budjettitui.state import State
from budjettitui.words import Words
from tests.places import ROOT

from .judging import TODAY
from .mending import errors

FILES = (*sorted((ROOT / "budgets").glob("*.toml")), *sorted((ROOT / "tests" / "public").glob("*.toml")))
MONEY = re.compile(r"\b(?:amount|costs|support|own|funding|price|granted|planned|costs_max) = (\d[\d_]*(?:\.\d+)?)\b")

EVERY = 3
"""One figure in so many is broken: the suite has five minutes."""


def broken() -> Iterator[str]:
    """The seeds and the public budgets, each with one figure a thousand higher or a tenth of it, by turns."""
    number = 0
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        for found in MONEY.finditer(text):
            number += 1
            if number % EVERY:
                continue
            now = Decimal(found[1].replace("_", ""))
            new = now + 1000 if number % (2 * EVERY) else now / 10
            yield f"{text[: found.start(1)]}{new:f}{text[found.end(1) :]}"


def money_findings(session: Session) -> list[Finding]:
    """Errors, warnings and remarks that compare sums, with their mends."""
    found = [one for one in session.findings() if one.is_root]
    return [one for one in found if one.difference is not None and not one.percent]


UP = ("fix.raise-costs", "fix.costs.up")
DOWN = ("fix.lower-costs", "fix.costs.down")


def costs_of(finding: Finding, state: State) -> Decimal | None:
    """The costs of the partner that a finding is of, else of the project."""
    partner = state.figures.partners.get(finding.place.name or "") if finding.place.table == "partner" else None
    return (partner or state.figures.project).costs.value


def test_one_broken_figure_has_two_to_four_mends_and_each_of_them_helps() -> None:
    counts = []
    for text in broken():
        session = Session.from_bytes(text.encode(), today=TODAY)
        said = Sentences(session.state.budget, Words("en"))
        for finding in money_findings(session):
            counts.append(len(finding.fixes))
            titles = {said.fix(fix) for fix in finding.fixes}
            assert len(titles) == len(finding.fixes), finding.fixes
            assert not [title for title in titles if "fix." in title], titles
            for fix in finding.fixes:
                found = session.preview(fix.change).verdict()
                assert (finding.check, finding.path) not in {(one.check, one.path) for one in found if one.is_root}
                assert errors(found) <= errors(session.state.verdict())
                if fix.title.startswith((*UP, *DOWN)) and not fix.then:
                    before, after = costs_of(finding, session.state), costs_of(finding, session.preview(fix.change))
                    assert before is not None
                    assert after is not None
                    assert (after > before) is fix.title.startswith(UP), fix
    assert len(counts) > 80
    assert {count for count in counts if not 2 <= count <= 4} == set()
