"""Nothing that a test does on the screen is remembered on this machine."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def state_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder for each test, where no settings are."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("BUDJETTITUI_STATE", str(folder))
    monkeypatch.setenv("BUDJETTITUI_CONFIG", str(folder))
    return folder
