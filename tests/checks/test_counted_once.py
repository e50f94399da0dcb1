"""The JSON of `check` counts roots; a waived root and what follows from it count under `waived` alone."""

import json
from pathlib import Path

import pytest

from budjettitui.cli import main

from .judging import HEAD, TWO, cost, roots, share

TEXT = (
    HEAD + TWO + share("town", costs=1_000, support=750, own=250) + share("club", costs=2_000, support=1_500, own=400)
)
WAIVER = '[[waiver]]\ncheck = "self-financing-missing"\nat = "partner.club"\nreason = "decided on 12.3."\n'


def checked(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> tuple[int, dict[str, object]]:
    file = tmp_path / "budget.toml"
    file.write_text(text, encoding="utf-8")
    code = main(["check", str(file), "--format", "json", "--today", "2025-06-01"])
    return code, json.loads(capsys.readouterr().out)


def test_a_root_counts_once_and_its_consequence_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = checked(tmp_path, capsys, TEXT)
    assert (code, told["summary"]["errors"], told["summary"]["waived"]) == (1, 1, 0)  # type: ignore[index]
    causes = {one["check"]: one["cause"] for one in told["findings"]}  # type: ignore[attr-defined]
    assert causes["self-financing-missing"] is None
    assert causes["total-mismatch"] == {"check": "self-financing-missing", "path": "partner.club"}


def test_amounts_are_texts_with_the_currencys_decimals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, told = checked(tmp_path, capsys, TEXT)
    gap = next(one for one in told["findings"] if one["check"] == "self-financing-missing")  # type: ignore[attr-defined]
    assert (gap["expected"], gap["actual"], gap["difference"]) == ("500.00", "400.00", "-100.00")


def test_a_waived_root_and_its_consequence_count_under_waived_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = checked(tmp_path, capsys, TEXT + WAIVER)
    assert (code, told["summary"]["errors"]) == (0, 0)  # type: ignore[index]
    waived = {one["check"]: one["waived"] for one in told["findings"] if one["waived"]}  # type: ignore[attr-defined]
    assert set(waived) == {"self-financing-missing", "total-mismatch"}
    assert waived["total-mismatch"] == waived["self-financing-missing"]
    assert told["summary"]["waived"]  # type: ignore[index]


# one applicant --------------------------------------------------------------------------------------------------------
ONE = '[[partner]]\nid = "town"\n' + cost("100")


@pytest.mark.parametrize(
    "again", ['[[stated]]\nof = "partner.town"\ncosts = 130\n', '[[share]]\npartner = "town"\ncosts = 130\n']
)
def test_what_is_stated_of_the_project_and_again_of_the_one_applicant_is_told_once(again: str) -> None:
    project = "[[stated]]\ncosts = 130\n"
    assert roots(ONE + again) == [("total-cost", "project")]
    assert roots(ONE + project + again) == [("total-cost", "project")]
    assert len(roots(ONE + project + again.replace("130", "140"))) == 2
