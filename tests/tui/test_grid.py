"""The grid as it is seen and moved in: columns, rows made on demand, the cursor, what is left to others."""

from collections.abc import Hashable

import pytest

from budjettitui.tui.widgets.grid import Cell, Grid, GridRow
from tests.tui.grid_stage import COLUMNS, Found, Lines, Table, settled
from tests.tui.widgets_stage import width


async def test_the_table_stands_as_in_the_mock() -> None:
    app = Table(Lines(6, ("Hankekoordinaattori, työllisyyspalvelut",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        lines = app.lines()
        assert lines[0] == "   category   description                    how                        amount  "
        assert lines[1] == "▸  personnel  Hankekoordinaattori, työllisy… 11 mo x 40 %             0\u00a0370,48~<"
        assert lines[7] == "   + add a line" + " " * 65
        assert lines[9] == "   total      stated 152 302,40  ✓ agrees and goes on over how           99,00  "


NAMES = [
    "漢字漢字漢字" * 9,
    "e\u0323\u0301" * 60,
    "[/] [@click=app.quit]x",
    "\u202eevil\x1b]52;c;aGk=\x07",
    "\U0001f469\u200d\U0001f467" * 30,
]


@pytest.mark.parametrize("size", [(80, 24), (80, 23), (120, 36), (160, 48), (40, 10), (12, 4)])
@pytest.mark.parametrize("name", NAMES)
async def test_every_line_is_as_wide_as_the_grid_whatever_a_file_holds(name: str, size: tuple[int, int]) -> None:
    app = Table(Lines(3, (name,)))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        lines = app.lines()
        assert {width(line) for line in lines} == {size[0]}
        assert not set("\x1b\x07\u202e\u200d") & set("".join(lines))


async def test_rows_beyond_the_view_are_never_made() -> None:
    app = Table(Lines(10_000))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert app.rows.made <= 25
        await pilot.press("ctrl+end")
        assert app.grid.cursor == (10_000, 0)
        assert app.rows.made <= 60


@pytest.mark.parametrize(
    ("keys", "spot"),
    [
        ("down", (1, 0)),
        ("j", (1, 0)),
        ("j k", (0, 0)),
        ("l l h", (0, 1)),
        ("end", (0, 3)),
        ("end home", (0, 0)),
        ("G", (6, 0)),
        ("ctrl+end ctrl+home", (0, 0)),
        ("pagedown", (6, 0)),
        ("pagedown pageup", (0, 0)),
        ("tab tab tab tab", (1, 0)),
        ("down shift+tab", (0, 3)),
        ("up left", (0, 0)),
        ("G down down", (6, 0)),
    ],
)
async def test_keys_move_the_cursor(keys: str, spot: tuple[int, int]) -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys.split())
        assert app.grid.cursor == spot


async def test_a_long_text_grows_over_its_neighbours_and_the_caret_stays_in_view() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", *"11*5538,75*40%+0,0000000")
        assert "11*5538,75*40%+0,0000000_" in app.lines()[1]
        await pilot.press(*"1" * 100)
        assert width(app.lines()[1]) == 80
        assert app.lines()[1].rstrip("~<").endswith("111_")


async def test_up_and_down_choose_while_a_cell_is_typed() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "5", "down", "up")
        assert app.said(Grid.Turned) == [Grid.Turned(app.grid, 0, 3, 1), Grid.Turned(app.grid, 0, 3, -1)]
        assert app.grid.cursor == (0, 3)


async def test_the_cursor_stays_on_its_row_when_others_go() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "l")
        app.grid.show(COLUMNS, Found())
        assert app.grid.cursor == (1, 1)
        app.grid.show(COLUMNS, Lines(1))
        assert app.grid.cursor == (1, 1)
        app.grid.show(COLUMNS, Lines(6), keep=False)
        assert app.grid.cursor == (0, 0)


class Keyed(Lines):
    """Lines that can say where a key stands."""

    def find(self, key: Hashable) -> int | None:
        return key if isinstance(key, int) else None


async def test_rows_that_can_find_a_key_are_asked_and_not_searched() -> None:
    app = Table(Keyed(10_000))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        rows = Keyed(10_000)
        app.grid.move_to(9_000, 0)
        app.grid.show(COLUMNS, rows)
        await pilot.pause()
        assert app.grid.cursor == (9_000, 0)
        assert rows.made <= 25


async def test_columns_that_do_not_fit_scroll_sideways_under_the_first() -> None:
    app = Table()
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        assert app.lines()[0].startswith("   category ")
        assert app.lines()[0].endswith(">")
        await pilot.press("end")
        assert app.lines()[0].startswith("   category  <")
        assert "amount" in app.lines()[0]
        assert "370,48" in app.lines()[1]
        await pilot.press("home", "l")
        assert "desc…" in app.lines()[0]


async def test_a_number_is_never_cut_the_description_gives_way() -> None:
    class Big(Lines):
        def __getitem__(self, number: int) -> GridRow:
            row = super().__getitem__(number)
            return row if number != 1 else GridRow(1, (*row.cells[:3], Cell("123 456 789 012,00", "<")))

    app = Table(Big())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.pause()
        assert app.lines()[2].endswith("123 456 789 012,00< ")
        assert app.lines()[1].endswith("          0\u00a0370,48~<")


async def test_signs_of_rows_stand_in_the_gutter_in_either_form() -> None:
    class Signed(Lines):
        def __getitem__(self, number: int) -> GridRow:
            signs = ("error", "warning", "info", "accepted", "note", "changed", "doubt")
            return GridRow(number, (Cell("x"),), sign=signs[number] if number < 7 else "")

    for ascii, signs in ((False, '✗!ia"*?'), (True, 'X!ia"*?')):
        app = Table(Signed(10), ascii=ascii)
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            assert "".join(line[1] for line in app.lines()[1:8]) == signs
            assert app.lines()[1][0] == (">" if ascii else "▸")


async def test_only_the_line_of_the_edited_cell_is_painted() -> None:
    app = Table(Lines(10_000))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "5")
        await pilot.pause()
        drawn: list[int] = []
        paint = app.grid.render_line
        app.grid.render_line = lambda y: drawn.append(y) or paint(y)  # type: ignore[method-assign, func-returns-value]
        await pilot.press("6")
        await pilot.pause()
        assert drawn == [1]


async def test_an_empty_table_can_be_looked_at() -> None:
    class Nothing(Lines):
        def __len__(self) -> int:
            return 0

    app = Table(Nothing())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter", "5", "backspace", "G", "pagedown", "tab", "e")
        assert app.grid.cursor[0] == 0
        assert not app.grid.editing


async def test_no_row_stays_hidden_above_once_a_higher_window_has_room_for_it() -> None:
    app = Table(Lines(6))
    async with app.run_test(size=(80, 4)) as pilot:
        await settled(pilot)
        await pilot.press("down", "down", "down", "down")
        assert app.query_one(Grid).scroll_offset.y > 0
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert app.query_one(Grid).scroll_offset.y == 0
