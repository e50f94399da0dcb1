"""A page comes into being when it is first seen: whole, with the key that follows, and without being drawn empty."""

import re
import shutil
from pathlib import Path

import pytest

from budjettitui import memory
from budjettitui.tui.pages.page import Table
from budjettitui.tui.widgets.grid import Grid
from tests.places import BUDGETS

from .person import Person, at, copied
from .test_drawn_once import BEHIND, drawn_until_quiet
from .test_typed_ahead import opened

CLICK_ON_FUNDING = b"\x1b[<0;27;2M\x1b[<0;27;2m"
"""A click on the tabs, which goes another way than keys do."""

COLOURS = re.compile(rb"\x1b\[[\d;]*m")

PAGES = ("overview", "costs", "funding", "partners", "years", "file")


def there(person: Person) -> set[str]:
    """The pages that stand on the desk."""
    return {name for name, page in person.screen.desk.pages.items() if page.is_attached}


async def test_a_page_that_was_not_opened_has_no_table_and_the_others_stay(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        assert there(person) == {"overview"}
        assert len(person.screen.query(Grid)) == 1
        await person.press("g", "2")
        assert there(person) == {"overview", "costs"}
        await person.press("down", "down", "right", "g", "4", "g", "2")
        assert there(person) == {"overview", "costs", "partners"}
        assert person.screen.desk.grid is not None
        assert person.screen.desk.grid.cursor == (2, 1)
        await person.press("f")
        assert there(person) == {"overview", "costs", "partners", "findings"}


@pytest.mark.parametrize("number", range(2, 7))
async def test_a_page_is_filled_and_has_the_cursor_as_soon_as_it_is_gone_to(number: int, tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        person.screen.change(page=PAGES[number - 1])
        person.screen.focus_table()
        grid = person.screen.focused
        assert isinstance(grid, Table)
        assert grid is person.screen.page.grids[0]
        assert len(grid.sheet.rows) > 0
        grid.step("down")
        row = grid.cursor[0]
        assert row > 0
        await person.rest()
        assert grid.cursor[0] == row
        before = person.text()
        await person.press("<", ">")
        assert person.text() == before, "a page that was there before looks as one that just came"


async def test_a_finding_leads_to_its_cell_on_a_page_that_was_never_seen(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("n")
        assert person.view.page != "overview"
        grid = person.screen.focused
        assert isinstance(grid, Table)
        assert person.screen.page.path_at(grid, *grid.cursor) == person.view.at


async def test_where_one_was_is_a_page_that_comes_at_the_start(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    memory.keep_place(path.resolve(), "costs", ("cost", 2, "amount"))
    async with at(path) as person:
        assert there(person) == {"costs"}
        assert person.view.at == ("cost", 2, "amount")
        assert isinstance(person.screen.focused, Table)
        assert person.screen.focused.cursor[0] == 2


async def test_the_overview_that_was_not_the_page_of_last_time_comes_with_its_cursor_on_the_gravest_finding(
    tmp_path: Path,
) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("escape")
        at_once = person.text()
    memory.keep_place(path.resolve(), "funding", ("funding", 2, "amount"))
    async with at(path) as person:
        assert there(person) == {"funding"}
        assert person.view.finding is None
        await person.press("g", "1")
        assert there(person) == {"overview", "funding"}
        assert person.text() == at_once


async def test_undo_leads_to_the_page_of_what_it_takes_back_also_from_one_that_just_came(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "2", "end")
        await person.write("77")
        await person.press("enter", "g", "5", "u")
        assert person.view.page == "costs"
        assert not person.session.dirty


async def test_language_and_size_that_changed_before_a_page_was_seen_are_its_own_from_the_start(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        person.app.speak("fi")
        await person.pilot.resize_terminal(130, 40)
        await person.press("g", "2")
        late = person.text()
    async with at(copied("hot.toml", tmp_path), lang="fi", size=(130, 40)) as person:
        await person.press("g", "2")
        assert late.splitlines()[2:20] == person.text().splitlines()[2:20]


async def test_the_list_of_a_budget_that_is_only_read_comes_with_the_start(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), read_only=True) as person:
        assert there(person) == {"overview", "findings"}
        assert person.screen.focused is person.screen.page.grids[0]


def test_a_burst_of_keys_reaches_pages_that_were_not_there_when_it_was_sent(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hyva-alku.toml", tmp_path))
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"g2\x1b[F77\rg5g3g2sq")
        assert terminal.wait_for_the_end() == 0
    assert "amount = 77" in file.read_text(encoding="utf-8")


def test_the_first_drawing_of_a_page_that_comes_has_its_table(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hyva-alku.toml", tmp_path))
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"\x1b")
        drawn_until_quiet(terminal)
        for keys, tab, shown in (
            ((b"g", b"2"), b"[2 Costs]", b"description"),
            ((b"g", b"4"), b"[4 Partners]", b"how it adds up"),
            ((CLICK_ON_FUNDING,), b"[3 Funding]", b"payer"),
        ):
            written = b""
            for key in keys:
                terminal.send(key)
                written = drawn_until_quiet(terminal)
            drawings = [COLOURS.sub(b"", one) for one in written.split(BEHIND)]
            assert shown in next(one for one in drawings if tab in one), keys
