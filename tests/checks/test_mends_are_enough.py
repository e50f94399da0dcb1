"""Of budgets broken at one figure, every finding that compares money has two to four mends."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from budjettitui.findings import Finding
from budjettitui.report.sentences import Sentences
from budjettitui.session import Session
from budjettitui.state import State
from budjettitui.words import Words
from tests.places import ROOT

from .judging import TODAY
from .mending import errors

FILES = (*sorted((ROOT / "budgets").glob("*.toml")), *sorted((ROOT / "tests" / "public").glob("*.toml")))
MONEY = re.compile(
    r"\b(?:\w*amount|\w*costs\w*|\w*support\w*|\w*own\w*|\w*funding|\w*price|\w*max|granted|planned|realised|applied|"
    r"decision_limit|20\d\d) = (\d[\d_]*(?:\.\d+)?)\b"
)

CENT = Decimal("0.01")

WAYS: dict[str, Callable[[Decimal], Decimal]] = {
    "a thousand more": lambda now: now + 1000,
    "a tenth": lambda now: now / 10,
    "nothing": lambda _: Decimal(0),
    "ten times": lambda now: now * 10,
    "a hundred times": lambda now: now * 100,
    "a thousand less": lambda now: max(now - 1000, Decimal(0)),
    "one more": lambda now: now + 1,
    "one less": lambda now: max(now - 1, Decimal(0)),
    "half": lambda now: (now / 2).quantize(CENT),
    "twice": lambda now: now * 2,
    "a fifth more": lambda now: (now * Decimal("1.2")).quantize(CENT),
}
EVERY = 25
"""One figure in so many is broken in each way: the suite has five minutes; the long cases break them all."""


def broken(way: str, every: int) -> Iterator[str]:
    """The seeds and the public budgets, each with one figure other than it was."""
    number = list(WAYS).index(way)
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        for found in MONEY.finditer(text):
            number += 1
            if number % every == 0:
                new = WAYS[way](Decimal(found[1].replace("_", "")))
                yield f"{text[: found.start(1)]}{new:f}{text[found.end(1) :]}"


def money_findings(session: Session) -> list[Finding]:
    """Errors, warnings and remarks that compare sums, with their mends."""
    found = [one for one in session.findings() if one.is_root]
    return [one for one in found if one.difference is not None and not one.percent]


ROUNDING = ("rate-rounding", "rounded-parts")
"""Remarks of what no form asks to be mended: one mend is enough."""


def same(finding: Finding) -> tuple[object, ...]:
    """What makes a finding the one that it is: of rounding there may be several in one place."""
    return finding.check, finding.path, finding.anchor, finding.values.get("key"), finding.found_by


UP = ("fix.raise-costs", "fix.costs.up")
DOWN = ("fix.lower-costs", "fix.costs.down")


def costs_of(finding: Finding, state: State) -> Decimal | None:
    """The costs of the partner that a finding is of, else of the project."""
    partner = state.figures.partners.get(finding.place.name or "") if finding.place.table == "partner" else None
    return (partner or state.figures.project).costs.value


@pytest.mark.parametrize("every", [EVERY, pytest.param(1, marks=pytest.mark.long)])
@pytest.mark.parametrize("way", WAYS)
def test_one_broken_figure_has_two_to_four_mends_and_each_of_them_helps(way: str, every: int) -> None:
    counts = []
    for text in broken(way, every):
        session = Session.from_bytes(text.encode(), today=TODAY)
        said = Sentences(session.state.budget, Words("en"))
        for finding in money_findings(session):
            counts += [len(finding.fixes)]
            assert (1 if finding.check in ROUNDING else 2) <= len(finding.fixes) <= 4, (text, finding)
            titles = {said.fix(fix) for fix in finding.fixes}
            assert len(titles) == len(finding.fixes), finding.fixes
            assert not [title for title in titles if "fix." in title], titles
            for fix in finding.fixes:
                found = session.preview(fix.change).verdict()
                assert same(finding) not in {same(one) for one in found if one.is_root}
                assert errors(found) <= errors(session.state.verdict())
                if fix.title.startswith((*UP, *DOWN)) and not fix.then:
                    before, after = costs_of(finding, session.state), costs_of(finding, session.preview(fix.change))
                    assert before is not None
                    assert after is not None
                    assert (after > before) is fix.title.startswith(UP), fix
    assert len(counts) > 100 / every
