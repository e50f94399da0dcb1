"""What takes long is done beside the keyboard: it is told, keys go on, Esc leaves it."""

import asyncio
import threading
from pathlib import Path

from budjettitui.tui.app import BudgetApp
from budjettitui.tui.flows import pasting, working
from budjettitui.words import Words
from tests.tui.person import TODAY, Person, at, copied

LINES = "".join(
    f'[[cost]]\ncategory = "personnel"\ndescription = "line {number}"\namount = {number}\n' for number in range(4000)
)


def large(folder: Path) -> Path:
    """A budget of four thousand lines."""
    path = folder / "large.toml"
    path.write_text('schema = 1\n[project]\nname = "Large"\n' + LINES, encoding="utf-8")
    return path


async def test_what_takes_long_is_told_and_keys_go_on_meanwhile(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        go, came = threading.Event(), list[str]()
        tell = lambda: person.screen.say("screen.work.comparing", version="HEAD")  # noqa: E731
        working.work(person.screen, tell, lambda: str(go.wait(20)), came.append)
        await asyncio.sleep(working.TELL_AFTER * 2)
        await person.pilot.pause()
        assert "Reading the version HEAD … Esc leaves it" in person.text()
        await person.pilot.press("g", "2")
        await person.pilot.pause()
        assert person.view.page == "costs"
        assert not came
        go.set()
        await person.rest()
        assert came == ["True"]


async def test_that_it_is_being_done_is_said_no_longer_once_it_is_over(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        go, came = threading.Event(), list[str]()
        tell = lambda: person.screen.say("screen.work.comparing", version="HEAD")  # noqa: E731
        working.work(person.screen, tell, lambda: str(go.wait(20)), came.append)
        await asyncio.sleep(working.TELL_AFTER * 2)
        await person.pilot.pause()
        assert "Esc leaves it" in person.text()
        go.set()
        await person.rest()
        assert came == ["True"]
        assert "Esc leaves it" not in person.text()
        assert "Opened hot.toml" in person.text()


async def test_esc_leaves_it_and_nothing_comes_of_it(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        go, came = threading.Event(), list[str]()
        working.work(person.screen, lambda: None, lambda: str(go.wait(20)), came.append)
        await person.pilot.press("escape")
        await person.pilot.pause()
        assert "Left; nothing was changed" in person.text()
        go.set()
        await person.rest()
        assert not came


async def test_a_large_file_is_opened_from_the_list_and_from_the_start(tmp_path: Path) -> None:
    path = large(tmp_path)
    async with at(tmp_path) as person:
        await ended(person)
        await person.press("enter")
        await ended(person)
        assert person.view.label == "large.toml"
        await person.press("g", "2")
        assert "line 3" in person.text()
    async with at(path) as person:
        await ended(person)
        assert "Opened large.toml" in person.text()


async def ended(person: Person) -> None:
    """Wait until all that is read has been read."""
    await person.app.workers.wait_for_complete()
    await person.rest()


async def test_a_large_block_is_looked_at_beside_the_keyboard_and_pasted_as_one_step(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2")
        before = len(person.session.state.budget.costs)
        grid = person.screen.desk.grid
        assert grid is not None
        grid.post_message(
            grid.Pasted(grid, *grid.cursor, "\n".join(f"services\tnew {n}\t{n}00,50" for n in range(1, 401)))
        )
        await person.rest()
        assert "Paste 400 rows" in person.text()
        await person.press("enter")
        assert len(person.session.state.budget.costs) == before + 400
        await person.press("u")
        assert not person.session.dirty


async def test_a_block_that_the_budget_overtook_is_not_pasted(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2")
        grid = person.screen.desk.grid
        assert grid is not None
        block = "\n".join(f"services\tnew {n}\t{n}00,50" for n in range(1, 401))
        pasting.pasted(person.screen, grid.Pasted(grid, *grid.cursor, block))
        person.screen.action_do("delete")
        await person.rest()
        assert "Paste once more" in person.text()
        assert not person.view.dialog


async def test_esc_leaves_a_file_that_is_still_being_opened_at_the_start(tmp_path: Path) -> None:
    path = large(tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + 14 * LINES, encoding="utf-8")
    app = BudgetApp(path, Words("en"), TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert app.opening
    assert app.return_code == 0
