"""Behind a dialog the screen below is seen as the library would tint it, and it is drawn no more often than it changes."""

from pathlib import Path

import pytest
from rich.segment import Segment
from textual._context import visible_screen_stack
from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip
from textual.visual import RichVisual, Visual

from budjettitui.tui.widgets.backdrop import Above, Backdrop
from tests.tui.person import Person, at, copied


def cells_of(strips: list[Strip]) -> list[list[Segment]]:
    """Each cell with its style, however the pieces of a line are cut."""
    return [[Segment(sign, one.style) for one in strip for sign in one.text] for strip in strips]


def drawn(person: Person, visual: Visual, width: int, height: int) -> list[list[Segment]]:
    """What comes of a picture of the screen below."""
    dialog = person.app.screen
    with person.app._context():
        visible_screen_stack.set([])
        return cells_of(Visual.to_strips(dialog, visual, width, height, dialog.visual_style))


@pytest.mark.parametrize("key", ["m", "question_mark", "colon", "semicolon", "w"])
async def test_the_screen_below_is_tinted_as_the_library_does_it(key: str, tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "4", key)
        dialog = person.app.screen
        assert isinstance(dialog, Above)
        color = dialog.styles.background
        theirs = drawn(person, RichVisual(dialog, BackgroundScreen(person.screen, color)), 80, 24)
        ours = drawn(person, Backdrop(person.screen, color).visualize(), 80, 24)
        assert ours == theirs
        assert len(ours) == 24
        assert drawn(person, Backdrop(person.screen, color).visualize(), 50, 10) == [line[:50] for line in ours[:10]]


async def test_a_screen_that_lies_below_does_not_ask_again_and_again_to_be_drawn(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("m")
        assert not person.screen._repaint_required
        await person.press("down")
        assert not person.screen._repaint_required


async def test_what_changes_below_a_dialog_is_seen_behind_it(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("m")
        assert "[1 Overview]" in person.text()
        person.screen.change(page="funding")
        await person.pilot.pause()
        assert "[3 Funding]" in person.text()
        await person.press("escape")
        assert "[3 Funding]" in person.text()
