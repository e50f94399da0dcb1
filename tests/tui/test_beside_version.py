"""At a marked change between two versions: why, a note, an acceptance; each comes back to the change."""

import subprocess
from pathlib import Path

from budjettitui.tui.widgets.menu import Menu
from tests.tui.person import Person, at, copied
from tests.tui.test_reviewing import in_git

LESS, MORE = b"73_250", b"75_000"


def mended(folder: Path) -> Path:
    """HOT with its finding in git, and mended since."""
    path = in_git(folder)
    path.write_bytes(path.read_bytes().replace(LESS, MORE))
    return path


def marked(person: Person) -> int:
    """The line that is marked in the comparison that stands."""
    menu = person.app.screen
    assert isinstance(menu, Menu)
    assert "this file now" in menu.text.title
    return menu.marked


async def test_why_at_a_change_proves_what_it_took_away_and_esc_comes_back(tmp_path: Path) -> None:
    async with at(mended(tmp_path), read_only=True) as person:
        await person.press("C", "enter")
        first = marked(person)
        await person.press("w")
        assert "Why: Forum Virium Helsinki Oy, self-financing is missing" in person.text()
        assert "73 250,00  line" in person.text()
        assert "Esc close" in person.lines()[-1]
        assert "mend" not in person.lines()[-1]
        await person.press("escape")
        assert marked(person) == first
        assert person.view.preview_label == "HEAD"
        await person.press("n", "w")
        assert "gross or net is not said" in person.text()
        await person.press("escape")
        assert marked(person) == first + 1


async def test_a_note_at_a_change_asks_once_in_read_only_and_comes_back_with_the_note(tmp_path: Path) -> None:
    path = mended(tmp_path)
    before = path.read_bytes()
    async with at(path, read_only=True) as person:
        await person.press("C", "enter", "n")
        here = marked(person)
        await person.press("c")
        assert "Nothing else in it can be changed" in person.text()
        await person.press("2", "enter")
        assert marked(person) == here
        await person.press("c", "enter")
        await person.write("seen with the city")
        await person.press("enter")
        assert marked(person) == here
        assert "Noted already: seen with the city" in person.text()
        assert "3 changes" in person.text()
        await person.press("c")
        assert "Nothing else in it can be changed" not in person.text()
        await person.press("escape", "escape")
        assert not isinstance(person.app.screen, Menu)
        assert path.read_bytes() == before
        await person.press("s")
    assert b"seen with the city" in path.read_bytes()


async def test_a_finding_that_a_change_brought_is_accepted_there(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    (tmp_path / "old.toml").write_bytes(path.read_bytes().replace(LESS, MORE))
    async with at(path) as person:
        await person.press("C", *["backspace"] * 4)
        await person.write("old.toml")
        await person.press("enter")
        here = marked(person)
        await person.press("r")
        await person.write("The board decides in May")
        await person.press("enter")
        assert marked(person) == here
        assert person.checks().count("self-financing-missing") == 0
        await person.press("escape", "u")
        assert person.session.state.document.to_bytes() == path.read_bytes()


async def test_what_cannot_be_done_at_a_line_is_said_and_the_comparison_stays(tmp_path: Path) -> None:
    async with at(mended(tmp_path)) as person:
        await person.press("C", "enter")
        here = marked(person)
        await person.press("r")
        assert "It is gone: there is nothing left to accept" in person.text()
        assert marked(person) == here
        await person.press("end", "c")
        assert "there is nothing to note" in person.text()
        await person.press("w")
        assert "Nothing was found where this changed" in person.text()
        assert marked(person) > here


async def test_going_to_a_figure_of_a_proof_does_not_come_back(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    (tmp_path / "old.toml").write_bytes(path.read_bytes().replace(LESS, MORE))
    async with at(path) as person:
        await person.press("C", *["backspace"] * 4)
        await person.write("old.toml")
        await person.press("enter")
        await person.press("w", "enter")
        assert not isinstance(person.app.screen, Menu)
        assert person.view.dialog == ""
        await person.press("c", "escape")
        assert not isinstance(person.app.screen, Menu)


async def test_the_line_of_a_change_and_the_name_of_the_commit_are_told(tmp_path: Path) -> None:
    path = mended(tmp_path)
    name = subprocess.run(
        ["git", "-C", str(tmp_path), "rev-parse", "--short=7", "HEAD"], capture_output=True, check=True, text=True
    ).stdout.strip()
    line = next(n for n, one in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if "75_000" in one)
    async with at(path, size=(160, 48)) as person:
        await person.press("C", "enter")
        assert f": x ({name})" in person.text()
        assert f"73 250,00 -> 75 000,00; line {line}" in person.text()
        assert "w why  c note  r accept  C version" in person.lines()[-1]


async def test_a_row_that_is_gone_is_told_with_its_line_in_the_version_that_has_it(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    text = path.read_text(encoding="utf-8")
    (tmp_path / "old.toml").write_text(text, encoding="utf-8")
    gone = text.index("[[funding]]")
    path.write_text(text[:gone] + text[text.index("[[funding]]", gone + 1) :], encoding="utf-8")
    line = text[:gone].count("\n") + 1
    async with at(path, size=(160, 48)) as person:
        await person.press("escape", "C", *["backspace"] * 4)
        await person.write("old.toml")
        await person.press("enter")
        said = " ".join(part.strip(" │") for part in person.lines())
        assert f"palvelut: 50 000,00; line {line} of old.toml" in said.replace("\u00a0", " ")
        await person.press("c")
        assert "there is nothing to note" in person.text()
