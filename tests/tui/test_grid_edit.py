"""Editing in the grid: what is typed, kept, put back, pasted and clicked."""

import pytest
from textual import events

from budjettitui.tui.widgets.grid import Grid
from tests.tui.grid_stage import COLUMNS, Found, Lines, Table


async def test_letters_that_do_not_move_are_left_to_the_app_until_a_cell_is_typed() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "q")
        assert app.pressed == ["d", "q"]
        await pilot.press("enter", "d", "q", "x", "slash", "j", "G", "space", "ctrl+s")
        assert app.grid.sheet.typed_text == "personneldqx/jG "
        assert app.pressed == ["d", "q", "ctrl+s"]


@pytest.mark.parametrize("key", ["enter", "f2", "e", "i"])
async def test_keys_that_open_begin_with_the_present_text(key: str) -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert app.grid.editing
        assert app.grid.sheet.typed_text == "personnel"
        assert app.last() == Grid.Began(app.grid, 0, 0, "personnel")


@pytest.mark.parametrize(
    ("key", "typed"),
    [("7", "7"), ("comma", ","), ("minus", "-"), ("left_parenthesis", "("), ("equals_sign", "="), ("plus", "+")],
)
async def test_digits_and_signs_write_over(key: str, typed: str) -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", key)
        assert app.grid.sheet.typed_text == typed


async def test_what_is_typed_is_shown_untouched_with_its_caret_and_said() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", *"10878")
        assert app.lines()[1] == "▸  personnel  Hanke 0                        11 mo x 40 %               10878_~<"
        assert app.last() == Grid.Typed(app.grid, 0, 3, "10878")
        await pilot.press("home", "delete", "end", "backspace", "left", "9")
        assert app.grid.sheet.typed_text == "08" + "9" + "7"


@pytest.mark.parametrize(("key", "step"), [("enter", "down"), ("tab", "right"), ("shift+tab", "left")])
async def test_keeping_is_asked_of_the_page_and_the_edit_stays_until_it_finishes(key: str, step: str) -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "5", key)
        assert app.last() == Grid.Kept(app.grid, 0, 3, "5", step)  # type: ignore[arg-type]
        assert app.grid.editing
        app.grid.finish(step)
        assert not app.grid.editing
        assert app.grid.cursor == {"down": (1, 3), "right": (1, 0), "left": (0, 2)}[step]


@pytest.mark.parametrize("key", ["escape", "ctrl+g"])
async def test_putting_back_drops_what_was_typed(key: str) -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "5", key)
        assert not app.grid.editing
        assert app.last() == Grid.PutBack(app.grid, 0, 3)
        assert "0\u00a0370,48" in app.lines()[1]


async def test_a_cell_that_cannot_be_written_opens_or_says_so() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "l", "enter")
        assert app.last() == Grid.Opened(app.grid, 0, 2)
        await pilot.press("4")
        assert app.last() == Grid.NotEditable(app.grid, 0, 2, "4")
        await pilot.press("backspace")
        assert app.last() == Grid.NotEditable(app.grid, 0, 2, "")
        assert not app.grid.editing
        await pilot.press("G", "enter")
        assert app.last() == Grid.Opened(app.grid, 6, 2)


@pytest.mark.parametrize("key", ["backspace", "ctrl+h"])
async def test_backspace_asks_for_an_empty_cell(key: str) -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", key)
        assert app.last() == Grid.Emptied(app.grid, 0, 3)


async def test_a_paste_goes_whole_to_the_page_and_by_its_first_line_into_a_cell() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        app.grid.post_message(events.Paste("a\tb\nc\td"))
        await pilot.pause()
        assert app.last() == Grid.Pasted(app.grid, 0, 0, "a\tb\nc\td")
        await pilot.press("end", "1")
        app.grid.post_message(events.Paste("2\u00a0345,00\nmore"))
        await pilot.pause()
        assert app.grid.sheet.typed_text == "12\u00a0345,00"


async def test_a_click_selects_a_double_click_edits_and_the_head_is_told() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(offset=(20, 3))
        assert app.grid.cursor == (2, 1)
        assert not app.grid.editing
        await pilot.click(offset=(20, 3), times=2)
        assert app.grid.sheet.typed_text == "Hanke 2"
        await pilot.press("escape")
        await pilot.click(offset=(75, 0))
        assert app.last() == Grid.HeadClicked(app.grid, -1, 3)


async def test_a_click_elsewhere_asks_to_keep_and_goes_there_when_it_was_kept() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "5")
        await pilot.click(offset=(20, 4))
        assert app.last() == Grid.Kept(app.grid, 0, 3, "5", "stay")
        assert app.grid.editing
        app.grid.finish()
        assert app.grid.cursor == (3, 1)


async def test_losing_the_focus_neither_keeps_nor_drops() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "5")
        app.screen.set_focus(None)
        await pilot.pause()
        assert app.grid.sheet.typed_text == "5"
        assert not app.said(Grid.Kept)
        assert not app.said(Grid.PutBack)


async def test_an_edit_outlives_new_rows_but_not_the_loss_of_its_own() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "end", "5")
        app.grid.show(app.grid.sheet.columns, app.grid.sheet.rows)
        app.grid.show(COLUMNS, Found())
        assert (app.grid.cursor, app.grid.sheet.typed_text) == ((0, 3), "5")
        app.grid.show(COLUMNS, Lines(0))
        assert not app.grid.editing


async def test_a_combining_accent_goes_with_its_letter() -> None:
    app = Table(Lines(3, ("ae\u0301",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "enter", "backspace")
        assert app.grid.sheet.typed_text == "a"
        await pilot.press("escape", "enter", "left", "x")
        assert app.grid.sheet.typed_text == "axe\u0301"
