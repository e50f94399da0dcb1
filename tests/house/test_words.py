"""The three languages say the same things: equal keys, equal holes, nothing empty, and every key used is there."""

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from budjettitui.words import LANGUAGES, Words
from budjettitui.words.template import names_in
from budjettitui.words.vocabulary import FILES, load
from tests.places import ROOT

SOURCE = ROOT / "src" / "budjettitui"
OTHERS = [lang for lang in LANGUAGES if lang != "en"]

ENGLISH_ELSEWHERE = ("meaning", "rule")
"""The English meaning of a check, and the rule it rests on, are its docstring."""


def keys(beginning: str, lang: str) -> set[str]:
    return {key for key in load(beginning, lang) if not (beginning == "explain_" and key.endswith(ENGLISH_ELSEWHERE))}


@pytest.mark.parametrize("beginning", FILES)
@pytest.mark.parametrize("lang", OTHERS)
def test_languages_have_the_same_keys(beginning: str, lang: str) -> None:
    assert keys(beginning, lang) ^ keys(beginning, "en") == set()


@pytest.mark.parametrize("beginning", FILES)
@pytest.mark.parametrize("lang", OTHERS)
def test_languages_show_the_same_values(beginning: str, lang: str) -> None:
    english, other = load(beginning, "en"), load(beginning, lang)
    assert [key for key in english if names_in(english[key]) != names_in(other.get(key, ""))] == []


@pytest.mark.parametrize("beginning", FILES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_empty_or_shouts(beginning: str, lang: str) -> None:
    said = load(beginning, lang)
    assert [key for key, text in said.items() if not text.strip() or "!" in text or "  " in text.strip()] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_that_the_code_says_is_there(lang: str) -> None:
    words = Words(lang)
    assert [(file, key) for file, key in said_in_code() if not words.has(key)] == []


@cache
def said_in_code() -> tuple[tuple[str, str], ...]:
    """Keys that stand in the code as plain text: `say("report.clean")`, each with its file."""
    return tuple(_said_in_code())


def _said_in_code() -> Iterator[tuple[str, str]]:
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[0]
            if name == "say" and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield file.name, first.value
