"""What is drawn on its own ground is drawn as the library would draw it, in every theme, on every page and in dialogs."""

from pathlib import Path
from typing import Any

import pytest
from rich.segment import Segment
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from budjettitui.tui.themes import LOOKS
from budjettitui.tui.widgets.drawn import Drawn
from budjettitui.tui.widgets.ground import Bare, Grounded
from tests.tui.person import Person, at, copied

WINDOWS = ((80, 24), (160, 48))


def compared(screen: Screen[Any]) -> int:
    """How many widgets were drawn in both ways, each alike."""
    count = 0
    for widget in (screen, *screen.query(Widget)):
        height = min(widget.region.height, len(widget.lines_drawn) if isinstance(widget, Drawn) else 1)
        if isinstance(widget, Bare | Drawn) and widget.display and height > 0 and widget.size == widget.region.size:
            crop = Region(0, 0, widget.region.width, height)
            ours, theirs = ([list(Segment.simplify(line)) for line in widget.render_lines(crop)],
                            [list(Segment.simplify(line)) for line in Widget.render_lines(widget, crop)])  # fmt: skip
            assert ours == theirs, widget
            count += 1
    return count


@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("name", LOOKS)
async def test_every_page_is_drawn_as_the_library_would(
    name: str, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    async with at(copied("hot.toml", tmp_path), size=size) as person:
        while person.app.looks.name != name:
            person.app.next_looks()
            await person.rest()
        for keys in (("g", "1"), ("g", "2"), ("g", "3"), ("g", "6"), ("f",)):
            await person.press(*keys)
            assert compared(person.screen) > 8


async def test_a_dialog_is_drawn_as_the_library_would(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("m")
        assert compared(person.app.screen) == 1


def ground(person: Person) -> object:
    """The style of text without a role, of the bottom line."""
    return next(iter(person.screen.query(Grounded).results(Drawn))).ground[1]


async def test_another_theme_is_another_ground_at_once(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        before = ground(person)
        person.app.next_looks()
        await person.rest()
        assert ground(person) != before
        assert ground(person) == person.screen.rich_style
