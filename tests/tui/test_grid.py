"""The grid: moving, editing in place, what it says and what it leaves to others."""

from collections.abc import Hashable

import pytest
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.pilot import Pilot
from widgets_stage import Stage, width

from budjettitui.tui.themes import chosen
from budjettitui.tui.widgets.grid import Cell, Column, Grid, GridRow

COLUMNS = (
    Column("category", "category", 10),
    Column("description", "description"),
    Column("how", "how", 20),
    Column("amount", "amount", 12, right=True),
)


class Lines:
    """Cost lines that are made as they are asked for, and count how many were; the last rows add and sum."""

    def __init__(self, count: int = 6, names: tuple[str, ...] = ()) -> None:
        self.count = count
        self.names = names
        self.made = 0

    def __len__(self) -> int:
        return self.count + 3

    def __getitem__(self, number: int) -> GridRow:
        self.made += 1
        if number == self.count:
            return GridRow("add", (Cell("+ add a line", editable=False),), kind="add")
        if number == self.count + 1:
            return GridRow("blank", (), kind="blank", selectable=False)
        if number == self.count + 2:
            total = (Cell("total"), Cell("stated 152 302,40  ✓ agrees and goes on over how"), Cell(""), Cell("99,00"))
            return GridRow("sum", total, kind="sum", selectable=False)
        name = self.names[number] if number < len(self.names) else f"Hanke {number}"
        how = Cell("11 mo x 40 %", editable=False)
        return GridRow(number, (Cell("personnel"), Cell(name), how, Cell(f"{number}\u00a0370,48", "~<")))


class Table(Stage):
    """A stage with one grid that hears what it says, and letters bound on the app."""

    BINDINGS = [Binding(key, f"note('{key}')") for key in ("q", "d", "x", "u", "slash", "ctrl+s")]  # noqa: RUF012

    def __init__(self, rows: Lines | None = None, *, ascii: bool = False) -> None:
        self.grid = Grid(id="costs")
        self.rows = Lines() if rows is None else rows
        super().__init__(self.grid, looks=chosen(ascii=ascii))

    def on_ready(self) -> None:
        self.grid.show(COLUMNS, self.rows)
        self.grid.focus()

    def action_note(self, key: str) -> None:
        self.pressed.append(key)

    def hear(self, message: Message) -> None:
        self.heard.append(message)

    on_grid_moved = on_grid_began = on_grid_typed = on_grid_kept = on_grid_put_back = on_grid_opened = hear
    on_grid_emptied = on_grid_pasted = on_grid_not_editable = on_grid_turned = on_grid_head_clicked = hear

    def last(self) -> Message:
        return self.heard[-1]


async def settled(pilot: Pilot[None]) -> None:
    """The first paint is done."""
    await pilot.pause()


async def test_the_table_stands_as_in_the_mock() -> None:
    app = Table(Lines(6, ("Hankekoordinaattori, työllisyyspalvelut",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        lines = app.lines()
        assert lines[0] == "   category   description                    how                        amount  "
        assert lines[1] == "▸  personnel  Hankekoordinaattori, työllisy… 11 mo x 40 %             0\u00a0370,48~<"
        assert lines[7] == "   + add a line" + " " * 65
        assert lines[9] == "   total      stated 152 302,40  ✓ agrees and goes on over how            99,00  "


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


async def test_letters_that_do_not_move_are_left_to_the_app_until_a_cell_is_typed() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "q")
        assert app.pressed == ["d", "q"]
        await pilot.press("enter", "d", "q", "x", "slash", "j", "G", "space", "ctrl+s")
        assert app.grid.typed_text == "personneldqx/jG "
        assert app.pressed == ["d", "q", "ctrl+s"]


@pytest.mark.parametrize("key", ["enter", "f2", "e", "i"])
async def test_keys_that_open_begin_with_the_present_text(key: str) -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert app.grid.editing
        assert app.grid.typed_text == "personnel"
        assert app.last() == Grid.Began(app.grid, 0, 0, "personnel")


@pytest.mark.parametrize("key", ["7", "comma", "minus", "left_parenthesis", "equals_sign", "plus"])
async def test_digits_and_signs_write_over(key: str) -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", key)
        assert len(app.grid.typed_text) == 1


async def test_what_is_typed_is_shown_untouched_with_its_caret_and_said() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", *"10878")
        assert app.lines()[1] == "▸  personnel  Hanke 0                        11 mo x 40 %               10878_~<"
        assert app.last() == Grid.Typed(app.grid, 0, 3, "10878")
        await pilot.press("home", "delete", "end", "backspace", "left", "9")
        assert app.grid.typed_text == "08" + "9" + "7"


async def test_a_long_text_grows_over_its_neighbours_and_the_caret_stays_in_view() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", *"11*5538,75*40%+0,0000000")
        assert "11*5538,75*40%+0,0000000_" in app.lines()[1]
        await pilot.press(*"1" * 100)
        assert width(app.lines()[1]) == 80
        assert app.lines()[1].rstrip("~<").endswith("111_")


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


async def test_up_and_down_choose_while_a_cell_is_typed() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "5", "down", "up")
        assert app.said(Grid.Turned) == [Grid.Turned(app.grid, 0, 3, 1), Grid.Turned(app.grid, 0, 3, -1)]
        assert app.grid.cursor == (0, 3)


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
        assert app.grid.typed_text == "12\u00a0345,00"


async def test_a_click_selects_a_double_click_edits_and_the_head_is_told() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(offset=(20, 3))
        assert app.grid.cursor == (2, 1)
        assert not app.grid.editing
        await pilot.click(offset=(20, 3), times=2)
        assert app.grid.typed_text == "Hanke 2"
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
        assert app.grid.typed_text == "5"
        assert not app.said(Grid.Kept)
        assert not app.said(Grid.PutBack)


class Found(Lines):
    """Lines whose first one was taken away."""

    def __getitem__(self, number: int) -> GridRow:
        return super().__getitem__(number + 1)

    def __len__(self) -> int:
        return super().__len__() - 1


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


async def test_an_edit_outlives_new_rows_but_not_the_loss_of_its_own() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "end", "5")
        app.grid.refresh_rows()
        app.grid.show(COLUMNS, Found())
        assert (app.grid.cursor, app.grid.typed_text) == ((0, 3), "5")
        app.grid.show(COLUMNS, Lines(0))
        assert not app.grid.editing


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


async def test_a_combining_accent_goes_with_its_letter() -> None:
    app = Table(Lines(3, ("ae\u0301",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "enter", "backspace")
        assert app.grid.typed_text == "a"
        await pilot.press("escape", "enter", "left", "x")
        assert app.grid.typed_text == "axe\u0301"


async def test_an_empty_table_can_be_looked_at() -> None:
    class Nothing(Lines):
        def __len__(self) -> int:
            return 0

    app = Table(Nothing())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter", "5", "backspace", "G", "pagedown", "tab", "e")
        assert app.grid.cursor == (0, 0)
        assert not app.grid.editing
