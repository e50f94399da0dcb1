"""What may not be read is said to be that, and never to be nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from budjettitui.cli import main
from tests.powers import as_anybody


@pytest.fixture
def closed(folder: Path) -> Iterator[Path]:
    """A folder that one may not enter, with a budget in it."""
    inner = folder / "closed"
    inner.mkdir()
    (folder / "sound.toml").rename(inner / "sound.toml")
    inner.chmod(0)
    yield inner
    inner.chmod(0o755)


@pytest.mark.parametrize("command", ["open", "check", "rules", "serve"])
def test_a_file_in_a_folder_that_one_may_not_enter_is_no_file_that_is_not_there(
    command: str, closed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with as_anybody():
        code = main([*([] if command == "open" else [command]), str(closed / "sound.toml"), "--lang", "en"])
    told = capsys.readouterr().err
    assert code == 2
    assert "could not be read: there is no permission for it" in told
    assert "no such file" not in told


@pytest.mark.parametrize(
    ("lang", "why"), [("fi", "oikeus siihen puuttuu"), ("sv", "rättighet saknas"), ("en", "no permission for it")]
)
@pytest.mark.parametrize("command", ["open", "check"])
def test_a_folder_that_cannot_be_read_is_told_in_the_language_asked_for(
    command: str, lang: str, why: str, closed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with as_anybody():
        code = main([*([] if command == "open" else [command]), str(closed), "--lang", lang])
    assert code == 2
    assert why in capsys.readouterr().err
