"""An empty budget says what to begin with; figures that stand nowhere yet are typed where they will be seen."""

from pathlib import Path

import pytest

from tests.tui.person import at

EMPTY = 'schema = 1\n\n[project]\nname = "New"\nrules = "fi-esrplus-2021"\nstage = "draft"\n'
TWO = '\n[[partner]]\nid = "a"\n\n[[partner]]\nid = "b"\nname = "Second"\n'


def made(folder: Path, text: str = EMPTY) -> Path:
    """A budget of this text."""
    path = folder / "new.toml"
    path.write_text(text, encoding="utf-8")
    return path


async def test_the_ways_to_begin_stand_where_the_lines_will_be_and_the_cursor_on_the_first(tmp_path: Path) -> None:
    async with at(made(tmp_path)) as person:
        await person.press("g", "2")
        text = person.text()
        assert "This budget is empty. Where do you want to begin?" in text
        assert "▸  add a cost line" in text
        assert "Rules: ESF+ 2021-27" in text


@pytest.mark.parametrize(
    ("downs", "page", "row"), [(0, "costs", "cost"), (1, "partners", "partner"), (2, "funding", "funding")]
)
async def test_enter_opens_a_new_row_on_the_page_of_its_table(tmp_path: Path, downs: int, page: str, row: str) -> None:
    async with at(made(tmp_path)) as person:
        await person.press("g", "2", *["down"] * downs, "enter")
        assert person.view.page == page
        assert person.view.draft is not None
        assert person.view.draft.table == row
        assert not person.session.dirty


async def test_the_totals_of_a_decision_are_typed_on_the_page_of_partners(tmp_path: Path) -> None:
    path = made(tmp_path)
    async with at(path) as person:
        await person.press("g", "2", *["down"] * 3, "enter")
        await person.write("550 000")
        assert "reads as 550 000,00" in person.text()
        await person.press("tab")
        await person.write("412 500<")
        await person.press("enter", "s")
    text = path.read_text(encoding="utf-8")
    assert "[stated]\ncosts = 550_000\nsupport = { amount = 412_500, at_most = true }\n" in text


async def test_the_list_is_gone_once_there_is_a_line(tmp_path: Path) -> None:
    async with at(made(tmp_path, EMPTY + '\n[[cost]]\ncategory = "services"\namount = 5\n')) as person:
        await person.press("g", "2")
        assert "This budget is empty" not in person.text()
        assert "+ add a line" in person.text()


async def test_nothing_is_offered_where_nothing_may_be_written(tmp_path: Path) -> None:
    async with at(made(tmp_path), read_only=True) as person:
        await person.press("g", "2")
        assert "Where do you want to begin" not in person.text()


async def test_a_partner_without_figures_gets_a_share_by_typing_into_an_empty_cell(tmp_path: Path) -> None:
    path = made(tmp_path, EMPTY + TWO)
    async with at(path) as person:
        await person.press("g", "4", "down", "right")
        await person.write("12 000")
        assert "if so" in person.text()
        await person.press("tab")
        await person.write("9 000~")
        await person.press("enter")
        assert "Changed support of Second: nothing -> 9 000,00" in person.text()
        (share,) = person.session.state.budget.shares
        assert share.partner == "b"
        await person.press("u", "u")
        assert person.session.state.document.text == EMPTY + TWO


async def test_a_second_figure_goes_into_the_share_that_is_there(tmp_path: Path) -> None:
    path = made(tmp_path, EMPTY + TWO + '\n[[share]]\npartner = "b"\ncosts = 12_000\n')
    async with at(path) as person:
        await person.press("g", "4", "down", "right", "right")
        await person.write("9000")
        await person.press("enter")
        assert len(person.session.state.budget.shares) == 1
        assert person.session.state.document.text.endswith("costs = 12_000\nsupport = 9000\n")
