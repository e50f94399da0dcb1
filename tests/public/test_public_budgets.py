"""What is said of each public budget, to the letter (docs/public-budgets.md), and of each with one figure broken."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from budjettitui.rules.loader import shipped
from budjettitui.session import Session

HERE = Path(__file__).parent
TODAY = date(2026, 11, 24)
FILES = sorted(path.stem for path in HERE.glob("*.toml"))

# Everything that is said and follows from nothing else: the file, how grave, the check, the place.
SAID = """
archaeology    warning  self-financing-unknown  project
cepi           warning  lead-partner            project
circwaste      error    rate-exceeded           project
circwaste      info     approximate-total       project
circwaste      info     approximate-total       project
circwaste      warning  self-financing-unknown  project
horizon-lump   info     partner-concentration   partner.north
horizon-lump   info     rule-unverified         project
priodiversity  info     approximate-total       project
priodiversity  info     approximate-total       project
priodiversity  warning  self-financing-unknown  project
raabstat       error    total-mismatch          project
raabstat       info     support-unused          project
raabstat       warning  lead-partner            project
raabstat       warning  stated-percent          project
vasikkavuoma   info     rate-rounding           project
"""

# Of these nothing is said at all.
SILENT = """
aka amif avi bmvi central-baltic erasmus esr-plus-prestudy esr-plus-years esr-transfer horizon-ia interact iskmo j11721
kerassieppi kustavi oph panuma risudden robg srn talkoot
"""

# One figure broken: the file, what is written, what is written instead, the errors that follow from nothing else.
BROKEN = [
    ("cepi", "support = 346_432.70", "support = 346_423.70", ["total-support project"]),
    ("cepi", "amount = 61_135.19", "amount = 61_153.19", ["overfunded partner.vetmed"]),
    ("kustavi", "amount = 9_541", "amount = 9_451", ["self-financing-missing project"]),
    ("kustavi", "amount = 17_719", "amount = 17_991", ["overfunded project", "rate-exceeded project"]),
    ("kerassieppi", "amount = 252_339.00", "amount = 253_239.00", ["overfunded project", "rate-exceeded project"]),
    ("talkoot", "amount = 13_000", "amount = 14_000", ["overfunded project", "rate-exceeded project"]),
    ("talkoot", "quantity = 250", "quantity = 205", ["line-product cost[3]"]),
    ("risudden", "amount = 44_697", "amount = 44_679", ["self-financing-missing project"]),
    ("interact", "amount = 45_000_000", "amount = 46_000_000", ["overfunded project", "rate-exceeded project"]),
    ("j11721", "amount = 88_542", "amount = 88_524", ["flat-amount cost[2]"]),
    ("j11721", "amount = 247_916", "amount = 248_916", ["total-support project"]),
    ("horizon-ia", "amount = 45_000", "amount = 52_500", ["flat-base cost[14]"]),
    (
        "horizon-ia",
        "amount = 178_500",
        "amount = 180_500",
        ["overfunded partner.company", "rate-exceeded-partner partner.company"],
    ),
    ("horizon-lump", "amount = 100_000", "amount = 110_000", ["category-total work_package.wp2"]),
    ("erasmus", "amount = 95_000", "amount = 105_000", ["total-support project"]),
    ("aka", "amount = 180_000", "amount = 108_000", ["self-financing-missing project"]),
    ("aka", "amount = 255_000", "amount = 204_000", ["flat-amount cost[3]"]),
    ("amif", 'kind = "own"', 'kind = "in-kind"', ["in-kind funding[2]", "self-financing-missing project"]),
    ("oph", "amount = 47_482", "amount = 47_481", ["self-financing-missing project"]),
    ("central-baltic", "amount = 11_760", "amount = 12_760", ["overfunded partner.turku"]),
    ("central-baltic", "end = 2027-08-31", "end = 2027-09-30", ["period project.period"]),
    (
        "esr-transfer",
        "amount = 75_450",
        "amount = 76_450",
        ["overfunded partner.school", "self-financing-missing partner.club"],
    ),
    ("esr-plus-years", "2026 = 152_475", "2026 = 142_475", ["years-total appropriation[1].years"]),
    ("esr-plus-prestudy", "costs = 50_000", "costs = 55_000", ["self-financing-missing project", "lump-fixed project"]),
]


def said(path: Path) -> list[tuple[str, ...]]:
    """How grave, the check and the place of everything that is a root."""
    found = Session.open(path, today=TODAY).state.verdict()
    return sorted((one.severity.word, one.check, one.path) for one in found if one.is_root)


@pytest.mark.parametrize("name", FILES)
def test_what_is_said_of_a_public_budget(name: str) -> None:
    lines = [tuple(line.split(maxsplit=3)) for line in SAID.strip().splitlines()]
    assert said(HERE / f"{name}.toml") == sorted(line[1:] for line in lines if line[0] == name)


def test_every_public_budget_is_in_one_of_the_two_tables() -> None:
    spoken_of = {line.split()[0] for line in SAID.strip().splitlines()}
    assert sorted(spoken_of | set(SILENT.split())) == FILES
    assert not spoken_of & set(SILENT.split())


def test_every_rule_set_that_ships_has_a_public_budget() -> None:
    used = {Session.open(HERE / f"{name}.toml", today=TODAY).state.budget.project.rules for name in FILES}
    assert set(shipped()) <= used


def test_every_public_budget_says_where_it_comes_from() -> None:
    texts = [(HERE / f"{name}.toml").read_text(encoding="utf-8") for name in FILES]
    assert all(("# Source: " in text) != ("# Made up, after " in text) for text in texts)


@pytest.mark.parametrize(("name", "old", "new", "errors"), BROKEN)
def test_one_broken_figure_is_told(name: str, old: str, new: str, errors: list[str], tmp_path: Path) -> None:
    text = (HERE / f"{name}.toml").read_text(encoding="utf-8")
    assert old in text
    shutil.copytree(HERE / "rules", tmp_path / "rules")
    file = tmp_path / "budget.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [f"{check} {path}" for grave, check, path in said(file) if grave == "error"] == sorted(errors)
