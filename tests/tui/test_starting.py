"""Beginning: a new budget, where one was last time, the first hint, one's own editor."""

from pathlib import Path

import pytest

from budjettitui.editors import command
from budjettitui.session import Session
from budjettitui.tui.flows.starting import first_time
from tests.tui.person import TODAY, at, copied


async def test_a_new_budget_is_a_commented_file_with_what_was_answered(tmp_path: Path) -> None:
    copied("hot.toml", tmp_path)
    async with at(tmp_path) as person:
        await person.press("a", "enter")
        await person.press("enter")
        assert "The file needs a name" in person.text()
        for text in ("well", "Well-being", "75", "helsinki, Forum Virium", "Coordinator 24 370,48"):
            await person.write(text)
            await person.press("tab")
        await person.press("enter")
        assert person.view.label == "well.toml"
    session = Session.open(tmp_path / "well.toml", today=TODAY)
    budget = session.state.budget
    assert "# " in session.state.document.text
    assert budget.project.name == "Well-being"
    assert [one.id for one in budget.partners] == ["helsinki", "forum"]
    assert budget.costs[0].description == "Coordinator"
    assert "24_370.48" in session.state.document.text
    assert not session.state.document.faults


async def test_a_new_budget_never_replaces_a_file(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(tmp_path) as person:
        await person.press("a", "enter")
        await person.write("hot")
        await person.press("enter")
        assert "was not made" in person.text()
    assert path.read_bytes() == before


async def test_one_begins_where_one_was(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "2", "down", "down")
        where = person.view.at
        await person.press("q")
    async with at(path) as person:
        assert person.view.page == "costs"
        assert person.view.at is not None
        assert where is not None
        assert person.view.at[:2] == where[:2] == ("cost", 2)


@pytest.mark.parametrize("keys", [("up", "up"), ("down",), ("g", "5", "down", "right", "right"), ("g", "4", "right")])
async def test_one_begins_on_the_page_where_one_was_and_in_its_row(keys: tuple[str, ...], tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press(*keys)
        assert person.screen.desk.grid is not None
        where = person.view.page, person.view.at, person.screen.desk.grid.cursor[0]
        await person.press("q")
    async with at(path) as person:
        assert person.screen.desk.grid is not None
        assert (person.view.page, person.view.at, person.screen.desk.grid.cursor[0]) == where


async def test_three_things_are_said_once(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        first_time(person.screen)
        await person.rest()
        assert "Three things to know" in person.text()
        await person.press("enter")
        first_time(person.screen)
        await person.rest()
        assert "Three things to know" not in person.text()


async def test_where_the_terminal_cannot_be_handed_over_it_is_said(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("o")
        assert "cannot be handed over" in person.text()


def test_editors_are_called_at_the_line() -> None:
    path = Path("/x/a b.toml")
    assert command(path, 7, {"EDITOR": "nano"}) == ["nano", "+7", "/x/a b.toml"]
    assert command(path, 7, {"VISUAL": "hx", "EDITOR": "nano"}) == ["hx", "/x/a b.toml:7"]
    assert command(path, 7, {"EDITOR": "code -n"}) == ["code", "-n", "--wait", "--goto", "/x/a b.toml:7"]
    assert command(path, 7, {"EDITOR": '"broken'}) == ["vi", "+7", "/x/a b.toml"]
