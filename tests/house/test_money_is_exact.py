"""No binary float comes near money: outside the screen, whose clock needs them, the code has none."""

import ast
from pathlib import Path
from typing import TypeGuard

import pytest

from tests.places import ROOT

SOURCE = ROOT / "src" / "budjettitui"
FILES = sorted(file for file in SOURCE.rglob("*.py") if "tui" not in file.relative_to(SOURCE).parts)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_there_is_no_float(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    clocks = {id(inner) for node in ast.walk(tree) if _no_money(node) for inner in ast.walk(node)}
    found = [node.lineno for node in ast.walk(tree) if _is_float(node) and id(node) not in clocks]
    assert not found


def _is_float(node: ast.AST) -> TypeGuard[ast.expr]:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, float)
    return isinstance(node, ast.Name) and node.id == "float"


def _no_money(node: ast.AST) -> bool:
    """Waiting, and how alike two words are: no sums."""
    return isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("sleep", "get_close_matches")
