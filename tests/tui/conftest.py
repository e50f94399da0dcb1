"""Nothing that a test does on the screen is remembered on this machine; the styles are read once for all of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.styles_once import styles_once


@pytest.fixture(autouse=True, scope="session")
def styles_of_all_apps() -> Iterator[None]:
    """A tenth of what an app takes to stand is reading the same styles again."""
    with styles_once():
        yield


@pytest.fixture(autouse=True)
def nobody_looks_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen looks at the file every second: in a test that a busy machine made that long, at any key."""
    monkeypatch.setattr("budjettitui.tui.screens.budget.LOOK_EVERY", 3600.0)


@pytest.fixture(autouse=True)
def state_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder for each test, where no settings are."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("BUDJETTITUI_STATE", str(folder))
    monkeypatch.setenv("BUDJETTITUI_CONFIG", str(folder))
    return folder
