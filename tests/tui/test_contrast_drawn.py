"""What is drawn, read off the screen cell by cell: every sign stands out from the ground that it is really drawn on."""

from pathlib import Path

import pytest
from rich.color import Color

from budjettitui.tui.themes import LOOKS
from tests.tui.person import Person, at, copied
from tests.tui.test_widgets_themes import LEAST, contrast

THEMES = [name for name in LOOKS if name != "no-colour"]

SCENES: dict[str, tuple[str, ...]] = {
    "overview": (),
    "a cell typed, with what would follow": ("g", "2", "end", "7"),
    "selected cells": ("g", "2", "end", "v", "down", "down"),
    "the findings": ("f",),
    "a mend marked": ("m",),
    "a proof": ("n", "n", "w"),
    "a changed row": ("g", "2", "end", "7", "enter"),
    "letters to jump by": ("semicolon",),
    "a text asked for": ("slash",),
    "the text of the file": ("g", "6"),
    "all commands": ("ctrl+p",),
}


def faint(person: Person) -> list[str]:
    """The texts that stand out less than they should, with their colours."""
    found, looked_at = [], 0
    for line in person.app.screen._compositor.render_strips():
        for segment in line:
            style = segment.style
            if style is None or not segment.text.strip() or style.color is None or style.bgcolor is None:
                continue
            looked_at += 1
            front, ground = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
            if contrast(hex_of(front), hex_of(ground)) < LEAST:
                found.append(f"{segment.text.strip()!r}: {hex_of(front)} on {hex_of(ground)}")
    assert looked_at > len(person.lines())  # most lines have several colours
    return found


def hex_of(colour: Color) -> str:
    return colour.get_truecolor().hex


@pytest.mark.parametrize("scene", SCENES)
async def test_nothing_that_is_drawn_is_faint(scene: str, tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=(120, 36)) as person:
        await person.press(*SCENES[scene])
        for theme in THEMES:
            while person.app.looks.name != theme:
                person.app.next_looks()
            await person.rest()
            assert faint(person) == [], theme
