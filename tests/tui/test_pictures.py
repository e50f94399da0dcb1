"""Pictures of how it looks: every page small and large, in pairs of theme and language, on a fixed day."""

from pathlib import Path
from typing import Any

import pytest

from budjettitui.settings import Settings
from budjettitui.tui.app import BudgetApp
from budjettitui.words import Words
from tests.tui.person import BUDGETS, TODAY


@pytest.mark.parametrize(("name", "keys"), [("hot.toml", ["end"]), ("hyva-alku.toml", ["greater_than_sign", "end"])])
def test_overview_and_costs_look_as_they_did(
    name: str, keys: list[str], snap_compare: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = BudgetApp(BUDGETS / name, Words("en"), TODAY)
    assert snap_compare(app, press=keys, terminal_size=(80, 24))


SMALL, LARGE = (80, 24), (160, 48)
PAIRS: tuple[tuple[str, list[str], tuple[int, int], str, str], ...] = (
    ("hot.toml", [], LARGE, "fi", "light"),
    ("hyva-alku.toml", ["2"], LARGE, "sv", "colour-blind"),
    ("dot.toml", ["3"], SMALL, "fi", "high-contrast"),
    ("dot.toml", ["3"], LARGE, "en", "dark"),
    ("hot.toml", ["4"], SMALL, "sv", "light"),
    ("hot.toml", ["4"], LARGE, "fi", "dark"),
    ("hyva-alku.toml", ["5"], SMALL, "en", "colour-blind"),
    ("hot.toml", ["5"], LARGE, "sv", "dark"),
    ("hot.toml", ["6"], SMALL, "fi", "light"),
    ("dot.toml", ["6"], LARGE, "sv", "high-contrast"),
)
"""File, page, size, language, theme: not every page in every one of them, and each of them more than once."""


@pytest.mark.parametrize(("name", "page", "size", "lang", "theme"), PAIRS)
def test_each_page_looks_as_it_did(
    name: str,
    page: list[str],
    size: tuple[int, int],
    lang: str,
    theme: str,
    snap_compare: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = BudgetApp(BUDGETS / name, Words(lang), TODAY, settings=Settings(theme=theme))
    assert snap_compare(app, press=["escape", *(["g", *page] if page else [])], terminal_size=size)


FOLDER: tuple[tuple[list[str], tuple[int, int], str, str], ...] = (
    ([], SMALL, "fi", "light"),
    (["G"], LARGE, "en", "dark"),
    (["g", "2"], SMALL, "sv", "high-contrast"),
    (["g", "2"], LARGE, "fi", "colour-blind"),
    (["a", "e", "s", "r"], SMALL, "sv", "light"),
)
"""Keys, size, language, theme: the list, the ledger of promises, and whose rules a new budget goes by."""


@pytest.mark.parametrize(("keys", "size", "lang", "theme"), FOLDER)
def test_the_list_of_budgets_and_the_ledger_look_as_they_did(
    keys: list[str],
    size: tuple[int, int],
    lang: str,
    theme: str,
    snap_compare: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = BudgetApp(BUDGETS, Words(lang), TODAY, settings=Settings(theme=theme))
    assert snap_compare(app, press=keys, terminal_size=size)


@pytest.mark.parametrize(("key", "lang"), [("m", "fi"), ("w", "sv"), ("r", "en"), ("f", "fi")])
def test_what_stands_over_a_page_looks_as_it_did(
    key: str, lang: str, snap_compare: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = BudgetApp(BUDGETS / "hot.toml", Words(lang), TODAY)
    assert snap_compare(app, press=["escape", key], terminal_size=SMALL)
