"""The mouse does what keys do: select, move a line, open the menu of a place, sort, keep what is typed, click on words."""

from pathlib import Path

from textual.events import MouseScrollDown

from tests.places import BUDGETS
from tests.tui.person import at, copied


async def test_a_drag_selects_cells_and_a_click_ends_it(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2")
        await person.drag((70, 3), (70, 5))
        assert "3 x 1 cells: typing fills" in person.text()
        await person.write("+3%")
        await person.press("enter")
        assert "Raised 3 amounts by 3 %" in person.text()
        await person.drag((20, 3), (70, 5))
        assert "3 x 3 cells: typing fills" in person.text()
        await person.click(20, 6)
        assert person.screen.desk.grid is not None
        assert person.screen.desk.grid.sheet.anchor is None


async def test_a_drag_in_the_gutter_moves_the_line_in_one_step(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "2")
        names = [row.description for row in person.session.state.budget.costs]
        await person.drag((1, 3), (1, 6))
        moved = [row.description for row in person.session.state.budget.costs]
        assert moved == [*names[1:4], names[0], *names[4:]]
        assert person.view.at == ("cost", 3, "category")
        assert len(person.session.history.steps) == 1
        await person.press("u")
        assert person.session.state.document.to_bytes() == path.read_bytes()


async def test_a_line_is_not_dragged_among_sums_or_in_another_order(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2")
        await person.drag((1, 3), (1, 9))
        assert "only among the rows of its own table" in person.text()
        await person.press("S")
        await person.drag((1, 3), (1, 5))
        assert "sorted or filtered for looking" in person.text()
        assert not person.session.history.steps


async def test_lines_of_the_text_are_dragged_too(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "6")
        before = person.session.state.document.text.splitlines()
        row = person.row("lead = ") if "lead = " in person.text() else 4
        first = person.lines()[row]
        await person.drag((1, row), (1, row + 2))
        assert person.lines()[row + 2].split(None, 2)[-1] == first.split(None, 1)[1]
        assert sorted(person.session.state.document.text.splitlines()) == sorted(before)
        await person.press("u")
        assert person.session.state.document.to_bytes() == path.read_bytes()


async def test_a_right_click_opens_the_menu_of_the_place_and_does_what_is_chosen(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2")
        await person.click(20, 8, button=3)
        assert "What can be done here" in person.text()
        assert "now     152 302,40" in person.text()
        await person.click(30, person.row("take the line away"))
        assert "Deleted Tulkkaus" in person.text()
        await person.click(20, 4, button=3)
        await person.click(2, 4)
        assert "What can be done here" not in person.text()


async def test_the_menu_of_a_place_offers_nothing_that_would_only_be_refused(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), read_only=True) as person:
        await person.press("g", "3")
        await person.click(20, 4, button=3)
        assert "accept with a reason" in person.text()
        assert "take the line away" not in person.text()


async def test_a_click_on_a_head_sorts_and_on_a_sign_says_why(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2")
        await person.click(1, person.row("Tulkkaus"))
        assert "Why: " in person.text()
        await person.press("escape")
        await person.click(72, 2)
        assert "Sorted by amount" in person.text()


async def test_words_that_mean_something_are_clicked_on(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        line = person.lines()[18]
        await person.click(line.index("mend"), 18)
        assert "Mend: " in person.text()
        await person.press("escape")
        await person.click(person.lines()[1].index("3 Funding"), 1)
        assert person.view.page == "funding"
        await person.click(person.lines()[1].index("!0"), 1)
        assert "in this row" in person.text()
        await person.press("g", "3", "down", "down", "D")
        await person.click(person.lines()[0].index("*unsaved"), 0)
        assert "Saved hot.toml" in person.text()
        await person.click(2, 0)
        assert "All commands" in person.text()
        await person.press("escape")
        await person.click(person.lines()[23].index("? help"), 23)
        assert "Keys here" in person.text()


async def test_a_click_elsewhere_keeps_a_sure_number_and_lets_a_doubtful_one_stand(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end")
        await person.write("25000")
        await person.click(person.lines()[1].index("4 Partners"), 1)
        assert person.view.page == "partners"
        assert "25_000" in person.session.state.document.text
        await person.press("g", "2", "end")
        await person.write("1,234")
        await person.click(person.lines()[1].index("4 Partners"), 1)
        assert person.view.page == "costs"
        assert person.view.typing is not None


async def test_a_cell_of_another_table_of_the_page_keeps_what_is_typed_in_the_first(tmp_path: Path) -> None:
    async with at(copied("dot.toml", tmp_path)) as person:
        await person.press("g", "3", "down", "down", "down", "end")
        await person.write("30000")
        await person.click(5, person.row("1 50 04         "))
        assert "30_000" in person.session.state.document.text
        assert person.view.typing is None


async def test_a_word_of_the_list_is_chosen_by_a_click(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "enter")
        row = person.row("services  ")
        await person.click(person.lines()[row].index("services"), row)
        assert person.session.state.budget.costs[0].category == "services"


async def test_a_double_click_opens_and_the_wheel_goes_three_rows(tmp_path: Path) -> None:
    async with at(BUDGETS) as person:
        await person.click(6, person.row("hot.toml"), times=2)
        await person.rest()
        assert "hot.toml" in person.lines()[0]
        await person.press("g", "6")
        grid = person.screen.desk.grid
        assert grid is not None
        before = grid.scroll_offset.y
        await person.pilot._post_mouse_events([MouseScrollDown], offset=(20, 8))
        await person.rest()
        assert grid.scroll_offset.y == before + 3


async def test_the_middle_button_pastes_what_was_copied(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end")
        person.screen.last.copied = "26000"
        await person.click(72, 4, button=2)
        assert "reads as 26 000,00" in person.text()
        await person.press("enter")
        assert "26_000" in person.session.state.document.text


async def test_one_click_on_what_adds_a_row_adds_it(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2")
        await person.click(20, person.row("+ add a line"))
        assert person.view.draft is not None
        assert "Cost line, new: category" in person.text()
