"""The flows of the design, as a person does them, with their key strokes counted."""

from pathlib import Path

from textual.events import Paste

from budjettitui.session import Session
from tests.tui.person import at, changed, copied


async def test_mending_hot_and_saving_takes_three_keys_and_changes_two_lines(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        assert "1 750,00 of self-financing is missing" in person.text()
        await person.press("m", "enter", "s")
        assert person.pressed == 3
        assert "Saved hot.toml, 2 lines changed" in person.text()
        assert [one.severity.word for one in person.session.state.roots()].count("error") == 0
    lines = changed(before, path.read_bytes())
    assert [new.replace(b"75_000", b"73_250") for _, new in lines] == [old for old, _ in lines]
    assert len(lines) == 2


async def test_the_mend_menu_shows_what_its_marked_choice_would_bring(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("m")
        assert "if 1    550 000,00~   550 000,00    ✓       0,00" in person.text()
        assert "In the file: 2 lines. Findings then: ✗0 !0 i3. Nothing new." in person.text()
        await person.press("2")
        assert "if 2    543 000,00~   543 000,00    ✓       0,00" in person.text()
        await person.press("escape")
        assert "if 2" not in person.text()
        assert not person.session.dirty


async def test_from_the_folder_list_it_takes_five(tmp_path: Path) -> None:
    for name in ("dot.toml", "hot.toml"):
        copied(name, tmp_path)
    async with at(tmp_path) as person:
        await person.press("down", "enter", "m", "enter", "s")
        assert person.pressed == 5
        assert "Saved hot.toml, 2 lines changed" in person.text()


async def test_undone_to_the_start_and_saved_the_file_is_as_it_was(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("m", "enter", "s", "u")
        assert "Undone: Mended" in person.text()
        assert "*unsaved" in person.text()
        await person.press("s")
    assert path.read_bytes() == before


async def test_the_dirty_mark_goes_out_when_all_is_undone(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("m", "enter")
        assert "*unsaved" in person.lines()[0]
        await person.press("u")
        assert "*unsaved" not in person.lines()[0]


async def test_a_new_personnel_line_takes_four_keys_and_what_is_typed(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "2")
        person.pressed = 0
        await person.press("a", "tab")
        await person.write("Uusi koordinaattori")
        await person.press("tab")
        await person.write("11*5538,75*40%")
        assert "quantity 11, price 5 538,75, share 40 % = 24 370,50" in person.text()
        await person.press("enter")
        assert person.pressed == 4
        row = person.session.state.budget.costs[1]
        assert (row.category, row.description) == ("personnel", "Uusi koordinaattori")
        assert (str(row.quantity), str(row.allocation)) == ("11", "40")
        assert row.amount is not None
        assert str(row.amount.value) == "24370.50"


async def test_how_far_the_support_may_rise_needs_no_key(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        assert "75,00 %, at the ceiling" in person.text()


async def test_raising_one_amount_by_hand_changes_one_line(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "3", "down", "down", "down", "down", "end")
        await person.write("75 000")
        await person.press("enter", "s")
        assert "Saved hot.toml, 1 line changed" in person.text()
    [(old, new)] = changed(before, path.read_bytes())
    assert new == old.replace(b"73_250", b"75_000")
    assert b"at_most" in new


async def test_what_is_on_disk_is_what_check_judges(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("m", "enter", "s")
        shown = person.checks()
    again = Session.open(path, today=person.app.today)
    assert [one.check for one in again.state.roots()] == shown


async def test_twelve_pasted_lines_take_two_keys_and_are_one_step(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "2", "G", "up")
        person.pressed = 0
        person.app.post_message(Paste("".join(f"Palvelut\tTulkkaus {n}\t{n}00,00\n" for n in range(1, 13))))
        await person.rest()
        await person.press("enter", "s")
        assert person.pressed == 2
        assert len(person.session.history.steps) == 1
    assert path.read_text(encoding="utf-8").count("[[cost]]") == 18
