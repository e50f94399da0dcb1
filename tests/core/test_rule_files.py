"""`check` judges rule-set files too, with lines; a budget that uses a faulty one says so."""

import json
from pathlib import Path

import pytest

from budjettitui.cli import main
from budjettitui.rules.files import shipped
from tests.places import ROOT

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
    sets = sorted((ROOT / "src/budjettitui/rules/sets").glob("*.toml"))
    assert {path.stem for path in sets} == set(shipped())
    for path in sets:
        assert said(path, capsys) == (0, []), path.name


@pytest.mark.parametrize(
    ("extends", "reason"),
    [
        ("fi-esr", "There is no rule set fi-esr"),
        ("./nowhere.toml", "there is no such file"),
        ("./city.toml", "in a ring"),
        ("../city.toml", "outside the folder"),
        ("./faulty.toml", "faults of its own"),
    ],
)
def test_what_is_extended_in_vain_is_said_with_the_reason(
    extends: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "faulty.toml").write_text("support.rate_max = 170\n", encoding="utf-8")
    path = tmp_path / "city.toml"
    path.write_text(f'rule_set = 1\nextends = "{extends}"\n', encoding="utf-8")
    code, found = said(path, capsys)
    assert (code, [(check, line) for check, line, _ in found]) == (1, [("unknown-rules", 2)])
    assert reason in found[0][2]


def test_a_category_without_a_name_in_some_language_is_a_remark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "city.toml"
    path.write_text('extends = "fi-oph"\n[category.rooms]\nfi = "Tilat"\nen = "Rooms"\n', encoding="utf-8")
    code, found = said(path, capsys)
    assert (code, [(check, line) for check, line, _ in found]) == (0, [("missing-key", 2)])
    assert "sv" in found[0][2]


def test_rows_without_schema_and_project_are_a_budget_and_no_rule_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rows.toml"
    path.write_text('[[cost]]\ncategory = "x"\ndescription = "d"\namount = 1\n[[funding]]\nkind = "own"\namount = 1\n')
    code, found = said(path, capsys)
    assert code == 1
    assert {check for check, _, _ in found} == {"schema-version", "missing-key"}


def test_a_rule_set_with_headings_of_funding_is_passed_over_in_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "city.toml").write_text('extends = "fi-oph"\n[funding.own]\nfi = "Oma"\n', encoding="utf-8")
    assert said(tmp_path, capsys) == (0, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[category_share.travl]\nmax = 10\n", "category_share, travl: travl is no cost category of ./city.toml"),
        ("[rounding]\nunit = = 1\n", "Not TOML from here on: the value has ended, and more stands behind it"),
    ],
)
def test_a_fault_names_what_is_wrong_in_our_own_words(
    text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "city.toml"
    path.write_text('extends = "fi-oph"\n' + text, encoding="utf-8")
    ((_, _, told),) = said(path, capsys)[1]
    assert told.startswith(message)


def test_a_budget_on_a_rule_set_with_a_unit_of_nothing_is_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "city.toml").write_text('extends = "fi-oph"\n[rounding]\nunit = 0\n', encoding="utf-8")
    budget = tmp_path / "budget.toml"
    budget.write_text(
        'schema = 1\n[project]\nname = "x"\nrules = "./city.toml"\n[call]\nself_financing_min = 10\n'
        "[stated]\ncosts = 100\nsupport = 95\nown = 5\n",
        encoding="utf-8",
    )
    code, found = said(budget, capsys)
    assert (code, [check for check, _, _ in found]) == (1, ["unknown-rules"])
