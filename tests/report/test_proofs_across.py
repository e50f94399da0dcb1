"""Proofs of what several files of a run have in common: each figure is said with the file that it stands in."""

from itertools import permutations
from pathlib import Path

import pytest

from budjettitui.checks.case import Neighbour
from budjettitui.cli import main
from budjettitui.findings import Finding
from budjettitui.proof import ProofStep, proof
from budjettitui.session import Session
from tests.checks.judging import TODAY
from tests.checks.test_across import HALF, NEXT, TOWN, YEAR, bill, file, work
from tests.report.test_proofs_hold import misses

MODEL = 'cost_model = "actual"\n'
PAID = '[[funding]]\nkind = "municipal"\npayer = "Town"\nbudget_item = "1 50 04"\namount = 20_000\n'
ITEM = '[[appropriation]]\nbudget_item = "1 50 04"\npayer = "Town"\nbasis = "{basis}"\namount = 25_000\n'
COURSES = '[[cost]]\ncategory = "services"\namount = 5_000\n'

LINES = (
    work("allocation = 80"),
    work('quantity = 10\nunit = "kk"'),
    work('quantity = 12\nunit = "kk"\nallocation = 60'),
    work('quantity = 9\nunit = "htkk"\nid = "two"'),
    work("allocation = 70") + work("allocation = 50"),
)
"""A person's lines: always there, some months of the period, months at a part, months of work, more than the whole."""


def beside(one: str, *others: str) -> list[tuple[Finding, tuple[ProofStep, ...]]]:
    """The findings across files of one text judged beside others, each with its proof."""
    sessions = [
        Session.from_bytes(text.encode(), today=TODAY, label=f"{number}.toml")
        for number, text in enumerate((one, *others))
    ]
    state = sessions[0].beside(tuple(Neighbour(other.label, other.state.case) for other in sessions[1:]))
    looked = ("double-funding", "overbooked", "appropriation-shared")
    return [(one, proof(state.case, one)) for one in state.verdict() if one.check in looked]


@pytest.mark.parametrize("period", [YEAR, HALF, "2025-11-15/2026-03-14"])
def test_a_persons_months_in_two_and_three_files_come_to_what_the_finding_says(period: str) -> None:
    seen = set()
    for mine, theirs in permutations(LINES, 2):
        texts = [file(YEAR, mine, head=MODEL), file(period, theirs, head=MODEL), file(NEXT, LINES[0], head=MODEL)]
        for finding, steps in beside(*texts[:2]) + beside(*texts):
            assert misses(steps) == [], finding
            assert {finding.expected, finding.actual} <= {step.value for step in steps}
            seen.add((finding.check, any(step.file for step in steps), {"told_alone"} <= {step.what for step in steps}))
    assert {("double-funding", True, False), ("overbooked", True, False)} <= seen


def test_more_than_the_whole_within_the_other_file_is_taken_off() -> None:
    found = beside(file(YEAR, LINES[0]), file(YEAR, LINES[4]))
    off = [(step.sign, str(step.value), step.name) for _, steps in found for step in steps if step.what == "told_alone"]
    assert off == [("-", "2.4", "1.toml")]
    assert [misses(steps) for _, steps in found] == [[]]


def test_a_cost_is_proved_by_its_lines_in_all_files() -> None:
    price = "quantity = 1\nunit_price = 1_240"
    here, there = (file(YEAR, TOWN, bill(f"allocation = {part}", amount=price), head=MODEL) for part in (60, 50))
    ((finding, steps),) = beside(here, there, there)
    assert [(one.what, one.sign, str(one.value), one.file) for one in steps[:4]] == [
        ("part", "", "60", ""),
        ("part", "+", "50", "1.toml"),
        ("part", "+", "50", "2.toml"),
        ("adds_up", "=", "160", ""),
    ]
    assert misses(steps) == []
    assert finding.actual == 160


@pytest.mark.parametrize("basis", ["net", "gross"])
def test_an_appropriation_is_proved_by_what_each_file_promises_from_it(basis: str) -> None:
    here = file(YEAR, PAID, COURSES, ITEM.format(basis=basis))
    there = file(YEAR, PAID, PAID.replace("20", "1"), COURSES, ITEM.format(basis=basis))
    ((finding, steps),) = beside(here, there)
    assert [(one.what, one.sign, one.value, one.file) for one in steps if not one.indent] == [
        ("promised", "", 20_000, ""),
        ("promised", "+", 21_000, "1.toml"),
        ("adds_up", "=", finding.actual, ""),
        ("set_aside", "", 25_000, ""),
        ("over", "=", finding.difference, ""),
    ]
    assert misses(steps) == []
    assert [one.file for one in steps if one.indent] == ["", "1.toml", "1.toml"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, months in (("here", "10"), ("there", "12")):
        line = work(f'quantity = {months}\nunit = "kk"\ndescription = "Coordinator"')
        (tmp_path / f"{name}.toml").write_text(file(YEAR, line, head=MODEL))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_explain_names_the_file_and_the_line_of_what_stands_elsewhere(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "overbooked", "here.toml", "there.toml", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "line 6" in said
    assert "there.toml, line 6" in said
    assert main(["explain", "overbooked", "here.toml", ".", "--lang", "fi", "--format", "md"]) == 0
    assert "./there.toml, rivi 6" in capsys.readouterr().out


def test_a_file_is_not_judged_beside_itself_and_what_cannot_be_read_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "overbooked", "here.toml", "here.toml", "--lang", "en"]) == 1
    assert main(["explain", "overbooked", "here.toml", "nowhere.toml", "--lang", "en"]) == 2
    assert "nowhere.toml" in capsys.readouterr().err
