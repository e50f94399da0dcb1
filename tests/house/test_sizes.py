"""The house stays one that a person can walk through: files, functions and classes have a ceiling."""

import ast
from pathlib import Path

import pytest

from tests.places import ROOT

FILES = sorted([*ROOT.glob("src/**/*.py"), *ROOT.glob("tests/**/*.py"), ROOT / "dev.py"])

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MOST_METHODS = 20
"""Properties count."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_its_functions_and_its_classes_are_small(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    too_large = [f"{file.name}: {len(text.splitlines())} lines"] if len(text.splitlines()) > LONGEST_FILE else []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            too_large += [f"{node.name}: {lines} lines"] if lines > LONGEST_FUNCTION else []
        if isinstance(node, ast.ClassDef):
            methods = sum(_is_method(inner) for inner in node.body)
            too_large += [f"{node.name}: {methods} methods"] if methods > MOST_METHODS else []
    assert not too_large


@pytest.mark.parametrize(
    "file", [file for file in FILES if "src" in file.parts], ids=lambda f: str(f.relative_to(ROOT))
)
def test_what_is_public_says_what_it_is(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    public = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert ast.get_docstring(tree), "the module has no docstring"
    assert not [node.name for node in public if not ast.get_docstring(node)]


def _is_method(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
