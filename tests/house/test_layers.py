"""Imports run downwards only, and a check never waits for a screen."""

import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT

HEAVY = (
    "textual",
    "rich",
    "tomlkit",
    "pydantic",
    "asyncio",
    "stdnum",
    "xlsxwriter",
    "budjettitui.exchange",
    "budjettitui.tui",
)

LOADED = """
import sys
from budjettitui.cli import main
code = main({arguments!r})
heavy = [name for name in {heavy!r} if name in sys.modules]
print("heavy:", heavy, "code:", code, file=sys.stderr)
"""


def test_the_contracts_of_the_layers_hold() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-cache",
    ]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_design_draws_every_module_in_the_order_of_the_contract() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    layers = contracts["importlinter:contract:layers"]["layers"].split("\n")
    ranks = {name: rank for rank, layer in enumerate(layers) for name in re.findall(r"\w+", layer)}
    drawing = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").split("```")[1]
    drawn = re.findall(r"\w+", " ".join(line.split("  ")[0] for line in drawing.splitlines()))
    assert sorted(drawn) == sorted(ranks)
    assert drawn == sorted(drawn, key=lambda name: ranks[name])


@pytest.mark.parametrize("form", ["text", "json"])
def test_check_loads_neither_the_screen_nor_what_is_slow_to_load(form: str, tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text('schema = 1\n[project]\nname = "x"\n[declared]\nincome = "none"\n', encoding="utf-8")
    code = LOADED.format(arguments=["check", "--format", form, str(file)], heavy=HEAVY)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "heavy: [] code: 0" in ran.stderr
