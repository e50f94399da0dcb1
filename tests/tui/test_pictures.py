"""Two pictures of how it looks: fixed size, theme, language and day."""

from pathlib import Path
from typing import Any

import pytest

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
