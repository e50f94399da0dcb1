"""Review: a file opened read-only, findings first, notes and acceptances alone, and versions beside each other."""

import os
import subprocess
from pathlib import Path

from budjettitui.tui.widgets.menu import Menu
from tests.tui.person import at, copied


async def test_flow_4_accepting_one_finding_takes_six_keys_and_one_more_the_first_time(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path, read_only=True) as person:
        assert person.view.listing
        assert "read-only" in person.text()
        await person.press("w", "escape", "r")
        assert "Nothing else in it can be changed" in person.text()
        await person.press("enter")
        await person.write("The city board decides")
        await person.press("enter")
        assert path.read_bytes() == before
        await person.press("s")
        await person.press("q")
        assert person.pressed == 7
    assert path.read_bytes().startswith(before.rstrip(b"\n"))
    assert b"The city board decides" in path.read_bytes()


async def test_it_is_asked_once_a_file_and_nothing_else_is_written(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path, read_only=True) as person:
        await person.press("escape", "g", "3", "c", "enter")
        await person.write("seen")
        await person.press("enter", "c")
        assert "Nothing else in it can be changed" not in person.text()
        await person.press("escape")
        noted = person.session.state.document.text
        for key in ("a", "d", "D", "5", "m", "backspace", "J", "T", "enter", "escape", "M", "down", "enter", "escape"):
            await person.press(key)
        assert person.session.state.document.text == noted
        await person.press("u")
        assert person.session.state.document.to_bytes() == before


async def test_saying_only_look_writes_nothing(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), read_only=True) as person:
        await person.press("r", "2", "enter")
        assert not person.session.dirty
        await person.press("s")
        assert "read-only" in person.text()


def in_git(folder: Path) -> Path:
    path = copied("hot.toml", folder)
    for command in (("init", "-q"), ("add", "."), ("-c", "user.name=T", "-c", "user.email=t@x", "commit", "-qm", "x")):
        subprocess.run(["git", "-C", str(folder), *command], check=True)
    return path


async def test_a_git_revision_is_told_by_whom_and_when_it_was_made(tmp_path: Path) -> None:
    path = in_git(tmp_path)
    when = {"GIT_AUTHOR_DATE": "2026-11-12T10:00:00 +0000", "GIT_COMMITTER_DATE": "2026-11-12T10:00:00 +0000"}
    by = ("-c", "user.name=T. Planner", "-c", "user.email=t@x")
    path.write_bytes(path.read_bytes() + b"# seen\n")
    subprocess.run(
        ["git", "-C", str(tmp_path), *by, "commit", "-qam", "HOT: the city's part\n\nmore"],
        check=True,
        env=os.environ | when,
    )
    async with at(path, read_only=True) as person:
        await person.press("C", "enter")
        assert "T. Planner, 12 November 2026: HOT: the city's part" in person.text()
        assert "more" not in person.text().split("HOT: the city's part")[1].splitlines()[0]


async def test_a_git_revision_is_compared_in_budget_terms(tmp_path: Path) -> None:
    path = in_git(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"73_250", b"75_000"))
    async with at(path, read_only=True) as person:
        await person.press("C", "enter")
        text = person.text()
        for part in ("HEAD", "2 changes, errors 1 -> 0", "73 250,00", "75 000,00", "+1 750,00", "gone:"):
            assert part in text, part
        assert person.view.preview_label == "HEAD"
        menu = person.app.screen
        assert isinstance(menu, Menu)
        first = menu.marked
        await person.press("n")
        assert menu.marked == first + 1
        await person.press("n")
        assert menu.marked == first
        await person.press("enter")
        assert person.view.page == "funding"
        assert person.view.preview is None


async def test_a_file_is_compared_and_what_cannot_be_had_is_said(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    (tmp_path / "old.toml").write_bytes(path.read_bytes())
    async with at(path) as person:
        await person.press("C")
        for _ in range(4):
            await person.press("backspace")
        await person.write("none")
        await person.press("enter")
        assert "git" in person.text()
        for _ in range(4):
            await person.press("backspace")
        await person.write("old.toml")
        await person.press("enter")
        assert "Both say the same" in person.text()


async def test_a_reviewer_who_wrote_something_is_told_how_to_save_it(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path, read_only=True) as person:
        assert "s save" not in person.lines()[-1]
        await person.press("r", "enter")
        await person.write("Waits for the board")
        await person.press("enter")
        assert "s save" in person.lines()[-1]
        await person.press("s")
        assert "s save" not in person.lines()[-1]
    assert b"Waits for the board" in path.read_bytes()


async def test_a_comparison_names_rows_by_one_sign_cuts_no_value_and_tells_findings_by_theirs(tmp_path: Path) -> None:
    path, old = copied("hot.toml", tmp_path), tmp_path / "old.toml"
    text = path.read_text(encoding="utf-8")
    old.write_text(text.replace('code = "HEL 2024-013129"', 'code = "HEL 2023-000001 T 02"'), encoding="utf-8")
    gone = text.index("[[funding]]")
    path.write_text(text[:gone] + text[text.index("[[funding]]", gone + 1) :], encoding="utf-8")
    async with at(path, size=(160, 48)) as person:
        await person.press("escape", "C", *["backspace"] * 4)
        await person.write("old.toml")
        await person.press("enter")
        text = person.text()
        assert "HEL 2023-000001 T 02  HEL 2024-013129" in text
        assert "- Omarahoitus, nuorten palvelut" in text
        assert "* -" not in text
        assert "✗ new: Helsingin kaupunki: 50 000,00 of self-financing is missing" in text


async def test_categories_are_called_in_the_language_of_the_screen_where_versions_are_compared(tmp_path: Path) -> None:
    path, old = copied("hyva-alku.toml", tmp_path), tmp_path / "old.toml"
    old.write_bytes(path.read_bytes().replace(b"24_370.48", b"25_370.48", 1))
    async with at(path, lang="fi", size=(160, 48)) as person:
        await person.press("escape", "C", *["backspace"] * 4)
        await person.write("old.toml")
        await person.press("enter")
        assert "kustannukset, Henkilöstökulut" in person.text()
        assert "personnel" not in person.text()


async def test_a_file_opened_for_looking_shows_all_its_findings_at_once(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), read_only=True) as person:
        listed = "\n".join(person.lines()[3:10])
        for part in ("self-financing is missing", "funding is not the costs", "only approximate", "gross or net"):
            assert part in listed, part
