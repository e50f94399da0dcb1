"""What one key does is drawn in one, and of it only what differs."""

import os
import select
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip

from budjettitui.tui.widgets.grid import Grid
from tests.places import BUDGETS

from .person import at
from .test_typed_ahead import Terminal, opened

QUIET = 0.5
"""Seconds without a byte after which all is drawn."""

BEHIND = b"\x1b[0m\x1b[1;1H"
"""Where the cursor is put behind each drawing."""


def many(folder: Path) -> Path:
    """A budget with more cost lines than a window shows."""
    lines = [
        f'\n[[cost]]\nid = "line{n}"\ncategory = "services"\ndescription = "Line {n}"\namount = {100 + n}\n'
        for n in range(60)
    ]
    file = folder / "many.toml"
    file.write_text('schema = 1\n[project]\nname = "Many"\nrules = "fi-state-grant"\n' + "".join(lines), "utf-8")
    return file


def drawn_until_quiet(terminal: Terminal) -> bytes:
    written = b""
    while select.select([terminal.end], [], [], QUIET if written else 20)[0]:
        written += os.read(terminal.end, 65536)
    return written


@pytest.fixture
def lines_drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lines of the window that are drawn, one after another."""
    found: list[int] = []
    render = Compositor._render_chops

    def counted(self: Compositor, crop: Region, drawn: Callable[[int], bool]) -> Sequence[Mapping[int, Strip | None]]:
        found.extend(line for line in crop.line_range if drawn(line))
        return render(self, crop, drawn)

    monkeypatch.setattr(Compositor, "_render_chops", counted)
    return found


async def test_a_move_within_the_window_draws_the_two_rows_and_no_third(tmp_path: Path, lines_drawn: list[int]) -> None:
    async with at(many(tmp_path)) as person:
        await person.press("escape", "g", "2", "down")
        grid = person.screen.desk.grid
        assert isinstance(grid, Grid)
        top = grid.region.y + 1
        lines_drawn.clear()
        await person.press("down")
        rows = [line for line in lines_drawn if top <= line < top + grid.size.height - 1]
        assert sorted(rows) == [top + 1, top + 2]
        assert len(lines_drawn) < 20, "the window is not drawn whole"


async def test_a_kept_cell_draws_its_row_and_the_next_of_all_rows(tmp_path: Path, lines_drawn: list[int]) -> None:
    async with at(many(tmp_path)) as person:
        await person.press("escape", "g", "2", "end", "down")
        await person.write("77")
        grid = person.screen.desk.grid
        assert isinstance(grid, Grid)
        top = grid.region.y + 1
        lines_drawn.clear()
        await person.press("enter")
        rows = {line for line in lines_drawn if top <= line < top + grid.size.height - 1}
        assert rows == {top + 1, top + 2}
        assert "77,00" in person.lines()[top + 1]


async def test_a_row_that_is_drawn_alone_shows_what_a_whole_drawing_shows(tmp_path: Path) -> None:
    async with at(many(tmp_path)) as person:
        await person.press("escape", "g", "2", "end", "down")
        for keys in (("7", "7"), ("enter",), ("u",), ("U",), ("pagedown",), ("d",), ("u",), ("backspace",), ("u",)):
            await person.press(*keys)
            seen = person.lines()
            for widget in person.screen.walk_children(with_self=True):
                widget._styles_cache.clear()  # type: ignore[attr-defined]
            assert [line.rstrip() for line in seen] == [line.rstrip() for line in whole(person.screen._compositor)]


def whole(compositor: Compositor) -> list[str]:
    strips: list[Strip] = compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def test_a_move_a_digit_a_kept_cell_and_its_undo_are_one_drawing_each(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hyva-alku.toml", tmp_path))
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        drawn_until_quiet(terminal)
        for keys in (b"\x1b", b"g", b"2", b"\x1b[F"):
            terminal.send(keys)
            drawn_until_quiet(terminal)
        for keys, said in ((b"\x1b[B", b""), (b"7", b"if so"), (b"\r", b"Changed"), (b"u", b"Undone")):
            terminal.send(keys)
            written = drawn_until_quiet(terminal)
            assert said in written
            assert written.count(BEHIND) == 1, keys


async def test_while_a_cell_is_typed_and_kept_only_its_own_line_is_made_anew(tmp_path: Path) -> None:
    def cells() -> list[object]:
        rows = person.screen.query_one("#costs-table", Grid).sheet.rows
        return [rows[number].cells for number in range(10)]

    async with at(many(tmp_path)) as person:
        await person.press("g", "2", "end")
        before = cells()
        await person.press("7")
        typed = cells()
        assert all(one is other for one, other in zip(before, typed, strict=True))
        await person.press("7", "enter")
        kept = cells()
        assert [one is other for one, other in zip(before, kept, strict=True)] == [False] + [True] * 9


def test_rows_that_need_a_wider_column_are_drawn_once_where_one_goes_to_them(tmp_path: Path) -> None:
    file = many(tmp_path)
    file.write_text(file.read_text("utf-8").replace("amount = 15", "amount = 999_999_915"), "utf-8")
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        drawn_until_quiet(terminal)
        for keys in (b"\x1b", b"g", b"2", b"\x1b[B"):
            terminal.send(keys)
            drawn_until_quiet(terminal)
        terminal.send(b"G")
        written = drawn_until_quiet(terminal)
        assert b"159" in written
        assert written.count(BEHIND) == 1
