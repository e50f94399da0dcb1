"""The detective asks what a bookkeeper would ask, and the proof shows the figures of this file."""

from datetime import date
from decimal import Decimal

import pytest

from budjettitui.cli import main
from budjettitui.report.sentences import Sentences
from budjettitui.session import Session
from budjettitui.words import Words
from tests.places import BUDGETS

HEAD = 'schema = 1\n[project]\nname = "Courses"\n'


def hints(text: str, check: str) -> list[tuple[str, dict[str, object]]]:
    session = Session.from_bytes((HEAD + text).encode(), today=date(2025, 6, 1))
    found = next(one for one in session.findings() if one.check == check)
    return [(hint.key, dict(hint.values)) for hint in found.hints]


def rows(*amounts: str) -> str:
    return "".join(
        f'[[cost]]\ncategory = "x"\ndescription = "Line {n}"\namount = {a}\n' for n, a in enumerate(amounts, 1)
    )


def test_two_digits_swapped_are_asked_about() -> None:
    found = hints("[stated]\ncosts = 60_000.48\n" + rows("24_730.48", "35_630"), "total-cost")
    assert (
        "hint.digits-swapped",
        {"line": "Line 1", "written": Decimal("24730.48"), "meant": Decimal("24370.48")},
    ) in found


def test_a_zero_too_many_is_no_swap_of_digits() -> None:
    assert hints("[stated]\ncosts = 1_900\n" + rows("10_000", "900"), "total-cost") == [
        ("hint.scale", {"line": "Line 1", "factor": Decimal(10)})
    ]


def test_a_line_without_a_name_is_called_by_its_number_as_people_do() -> None:
    text = '[stated]\nsupport = 300\n[[funding]]\nkind = "support"\namount = 3_000\n'
    session = Session.from_bytes((HEAD + text).encode(), today=date(2025, 6, 1))
    (found,) = [one for one in session.findings() if one.check == "total-support"]
    said = [Sentences(session.state.budget, Words(lang)).hint(found.hints[0]) for lang in ("en", "fi", "sv")]
    assert ["funding[1]" in one for one in said] == [False] * 3
    assert [
        name in one for name, one in zip(("Funding 1", "Rahoitusrivi 1", "Finansieringsrad 1"), said, strict=True)
    ] == [True] * 3


def test_a_line_that_is_written_twice_is_asked_about_once() -> None:
    twice = rows("1_000").replace("Line 1", "Rent") * 2
    assert hints("[stated]\ncosts = 5_000\n" + rows("4_000") + twice, "total-cost")[0:2] == [
        ("hint.line-equals", {"line": "Rent"})
    ]


def test_a_line_that_is_the_difference_is_asked_about() -> None:
    assert hints("[stated]\ncosts = 100_000\n" + rows("100_000", "4_321"), "total-cost")[0] == (
        "hint.line-equals",
        {"line": "Line 2"},
    )


def test_a_line_ten_times_too_large_is_asked_about() -> None:
    assert ("hint.scale", {"line": "Line 2", "factor": Decimal(10)}) in hints(
        "[stated]\ncosts = 100_700\n" + rows("100_000", "7_000"), "total-cost"
    )


def test_nothing_is_asked_where_nothing_fits() -> None:
    assert hints("[stated]\ncosts = 100_000\n" + rows("60_001", "40_123.45"), "total-cost") == []


def test_the_costs_that_a_reserved_sum_would_be_a_quarter_of_are_asked_about() -> None:
    session = Session.open(BUDGETS / "hot.toml", today=date(2025, 6, 1))
    gap = next(one for one in session.findings() if one.check == "self-financing-missing")
    assert [(hint.key, hint.values["costs"]) for hint in gap.hints] == [("hint.implied-costs", Decimal(293_000))]


def test_the_proof_of_hots_gap_leads_from_the_totals_to_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "self-financing-missing", str(BUDGETS / "hot.toml"), "--lang", "en"]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    figures = ["300 000,00", "550 000,00", "250 000,00", "225 000,00", "75 000,00", "73 250,00", "1 750,00", "5,00"]
    assert [figure for figure in figures if figure not in said] == []
    assert "line 23" in said


def test_a_proof_for_the_minutes_is_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "rate-rounding", str(BUDGETS / "soku.toml"), "--format", "md", "--lang", "fi"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("### ")
    assert "|---|---|---:|---|" in said


def test_a_proof_of_what_is_not_found_is_said_to_be_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "iban", str(BUDGETS / "soku.toml"), "--lang", "en"]) == 1
    assert "no finding of iban" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("costs", "support", "there"),
    [
        ("{ amount = 19_000_000, about = true }", "{ amount = 12_000_000, about = true }", True),
        ("{ amount = 19_000_000, about = true }", "12_000_000", False),
        ("19_000_000", "{ amount = 12_000_000, about = true }", False),
        ("19_000_000", "12_000_000", False),
    ],
)
def test_a_ceiling_that_holds_within_the_words_about_is_pointed_out(costs: str, support: str, there: bool) -> None:
    text = f"[call]\nsupport_rate_max = 60\n[stated]\ncosts = {costs}\nsupport = {support}\n"
    values = {"support": Decimal(11_500_000), "costs": Decimal(19_500_000), "rate": Decimal("58.97")}
    assert hints(text, "rate-exceeded") == ([("hint.within-about", values)] if there else [])
