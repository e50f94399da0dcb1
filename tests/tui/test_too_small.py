"""In a window that is too small to show anything, nothing is done that nobody would see."""

from pathlib import Path

from tests.tui.person import at, copied

TINY = (20, 5)


async def test_the_sentence_is_whole_on_as_many_lines_as_it_needs(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=TINY) as person:
        assert "60x15 at least, now 20x5" in " ".join(line.strip() for line in person.lines())


async def test_keys_do_nothing_unseen_and_all_stands_as_it_was_when_the_window_grows(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "2", "end")
        await person.write("12")
        await person.pilot.resize_terminal(*TINY)
        await person.press("9", "enter", "d")
        await person.pilot.resize_terminal(80, 24)
        await person.rest()
        assert "12_" in person.text()
        assert not person.session.dirty
        await person.press("escape")
        await person.pilot.resize_terminal(*TINY)
        await person.press("d", "a", "m", "enter")
        await person.pilot.resize_terminal(80, 24)
        await person.rest()
        assert not person.session.dirty
        await person.press("d")
        assert "Deleted Hankekoordinaattori" in person.text()


async def test_the_end_is_asked_for_in_any_window(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("m", "enter")
        await person.pilot.resize_terminal(*TINY)
        await person.press("ctrl+q")
        await person.pilot.resize_terminal(80, 24)
        await person.rest()
        assert "Save hot.toml?" in person.text()
