"""What may not be read or written is said in whole, and the list never says of a closed folder that it is empty."""

import shutil
from pathlib import Path

import pytest

from tests.powers import as_anybody
from tests.tui.person import Person, at, copied

RAISED = ("m", "enter")


def strip_of(person: Person) -> str:
    """The two lines under the table as one."""
    return " ".join(line.strip() for line in person.text().splitlines()[17:19])


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("fi", "oikeus siihen puuttuu. Työsi on ikkunassa"),
        ("sv", "rättighet saknas. Arbetet finns kvar här"),
        ("en", "there is no permission for it. Your work is kept here"),
    ],
)
async def test_why_a_file_could_not_be_written_is_read_to_its_end_until_esc(
    lang: str, told: str, tmp_path: Path
) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    path.chmod(0o444)
    with as_anybody():
        async with at(path, lang=lang) as person:
            await person.press(*RAISED, "s")
            assert told in person.text() or told in strip_of(person)
            assert person.session.dirty
            await person.press("escape")
            assert told not in person.text()
    assert path.read_bytes() == before


async def test_a_folder_below_that_cannot_be_read_stands_in_the_list_with_why(tmp_path: Path) -> None:
    copied("hot.toml", tmp_path)
    inner = tmp_path / "sub"
    inner.mkdir()
    inner.chmod(0)
    try:
        with as_anybody():
            async with at(tmp_path) as person:
                await person.press("down")
                assert "sub/ cannot be read: there is no permission for it" in person.text()
                assert "Read 1 file" in person.text()
    finally:
        inner.chmod(0o755)


async def test_a_folder_that_is_gone_is_not_said_to_be_empty_and_is_read_when_it_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "budgets"
    folder.mkdir()
    copied("hot.toml", folder)
    async with at(folder) as person:
        shutil.rmtree(folder)
        await person.press("r")
        assert "budgets/ cannot be read" in person.text()
        assert "No budgets here" not in person.text()
        assert "new budget" not in person.text()
        folder.mkdir()
        copied("hot.toml", folder)
        await person.press("r")
        await person.app.workers.wait_for_complete()
        await person.rest()
        assert "550 000,00" in person.text()


async def test_a_file_that_is_gone_since_the_list_was_read_is_told_to_be_gone(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(tmp_path) as person:
        path.unlink()
        await person.press("enter")
        assert "hot.toml cannot be read: there is no such file" in person.text()


async def test_that_no_journal_can_be_written_is_told_once_and_work_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "state"
    state.mkdir(mode=0o555)
    monkeypatch.setenv("BUDJETTITUI_STATE", str(state))
    path = copied("hot.toml", tmp_path)
    with as_anybody():
        async with at(path) as person:
            assert "beside the window: there is no permission for it. Only what you save stays" in strip_of(person)
            await person.press(*RAISED)
            assert "Mended: Raise municipal funding" in person.text()
            await person.press("s")
            assert "Saved hot.toml, 2 lines changed" in person.text()
