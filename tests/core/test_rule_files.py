"""`check` judges rule-set files too, with lines; a budget that uses a faulty one says so."""

import json
from pathlib import Path

import pytest

from budjettitui.cli import main
from budjettitui.rules.files import shipped

CITY = """extends = "fi-esrplus-2021"

[titles]
en = "The spring call"

[support]
rate_max = { value = 170, source = "Call" }
ratemax = 3
"""


def said(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[tuple[str, int, str]]]:
    code = main(["check", "--format", "json", str(path)])
    found = json.loads(capsys.readouterr().out)["findings"]
    return code, [(one["check"], one["line"], one["message"]) for one in found]


def test_what_is_wrong_in_a_rule_set_is_said_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "city.toml"
    path.write_text(CITY, encoding="utf-8")
    code, found = said(path, capsys)
    assert code == 1
    assert [(check, line) for check, line, _ in found] == [("wrong-type", 7), ("unknown-key", 8)]
    assert not any("None" in message or "?" in message for _, _, message in found)


def test_a_right_rule_set_has_no_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "city.toml"
    path.write_text(CITY.replace("170", "70").replace("ratemax = 3\n", ""), encoding="utf-8")
    assert said(path, capsys) == (0, [])


def test_a_budget_on_a_faulty_rule_set_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "city.toml").write_text(CITY, encoding="utf-8")
    budget = tmp_path / "budget.toml"
    budget.write_text('schema = 1\n[project]\nname = "x"\nrules = "./city.toml"\n', encoding="utf-8")
    code, found = said(budget, capsys)
    assert code == 1
    assert ("unknown-rules", 4) in [(check, line) for check, line, _ in found]


def test_every_rule_set_that_ships_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    sets = sorted((Path(__file__).parents[2] / "src/budjettitui/rules/sets").glob("*.toml"))
    assert {path.stem for path in sets} == set(shipped())
    for path in sets:
        assert said(path, capsys) == (0, []), path.name
