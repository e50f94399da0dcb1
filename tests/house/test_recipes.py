"""The recipes of CONTRIBUTING hold: a check is the function of its name, and a rule set one file that is known at once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from budjettitui.checks import declared
from budjettitui.rules.loader import shipped
from tests.places import ROOT

SOURCE = ROOT / "src" / "budjettitui"
SETS = SOURCE / "rules" / "sets"

TRIAL = """\
rule_set = 1

[titles]
fi = "Koe"
sv = "Prov"
en = "Trial"

[support]
rate_max = { value = 60, source = "The call, page 4", verified = true }

[category.personnel]
fi = "Palkat"
sv = "Löner"
en = "Salaries"

[cost_model.actual]
fi = "Todelliset kustannukset"
sv = "Faktiska kostnader"
en = "Actual costs"
"""


def said(program: Path, *arguments: str) -> str:
    """What a copy of the program says."""
    command = [sys.executable, "-m", "budjettitui", *arguments, "--lang", "en"]
    environment = {**os.environ, "PYTHONPATH": str(program)}
    ran = subprocess.run(command, cwd=program, env=environment, capture_output=True, timeout=60, check=True)
    return ran.stdout.decode()


def test_a_check_is_the_function_of_its_name() -> None:
    named = {name: one.look.__name__ for name, one in declared().items()}
    assert named == {name: name.replace("-", "_") for name in named}


def test_every_file_of_the_folder_is_a_rule_set_that_ships() -> None:
    assert {file.stem for file in SETS.glob("*.toml")} == set(shipped())


def test_a_rule_set_is_one_file_and_no_code(tmp_path: Path) -> None:
    copy = shutil.copytree(SOURCE, tmp_path / "budjettitui", ignore=shutil.ignore_patterns("__pycache__", "tui"))
    assert "fi-try" not in said(tmp_path, "rules")
    (copy / "rules" / "sets" / "fi-try.toml").write_text(TRIAL, encoding="utf-8")
    assert "fi-try               Trial" in said(tmp_path, "rules")
    assert "support.rate_max = 60.00 %" in said(tmp_path, "rules", "fi-try").replace("\u00a0", " ").replace(",", ".")
    said(tmp_path, "new", "trial.toml", "--rules", "fi-try")
    assert "unknown-rules" not in said(tmp_path, "check", "trial.toml", "--fail-on", "never")
