"""A stage for widgets in tests: an app with a few of them, read as lines of text, measured as screens.md does."""

import unicodedata
from collections.abc import Callable
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.message import Message
from textual.widget import Widget

from budjettitui.tui.themes import DARK, Looks


def cell(character: str) -> int:
    """The width of one character, as the script of screens.md section 10 counts it."""
    if character == "\n" or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(line: str) -> int:
    """The width of a line in cells."""
    return sum(map(cell, line))


class Stage(App[None]):
    """One or several widgets under each other; every message of theirs that was heard."""

    CSS: ClassVar[str] = "Screen { overflow: hidden; }"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *widgets: Widget, looks: Looks = DARK) -> None:
        super().__init__()
        self.looks = looks
        self.theme_of_stage = looks.theme()
        self.stage = widgets
        self.heard: list[Message] = []
        self.pressed: list[str] = []

    def on_mount(self) -> None:
        self.register_theme(self.theme_of_stage)
        self.theme = self.theme_of_stage.name

    def compose(self) -> ComposeResult:
        yield from self.stage

    def note(self, key: str) -> None:
        """What a binding of the app does in these tests."""
        self.pressed.append(key)

    def said(self, kind: type[Message] | Callable[..., Message]) -> list[Message]:
        """The messages of one kind."""
        return [message for message in self.heard if type(message) is kind]

    def lines(self) -> list[str]:
        """The screen as text."""
        return ["".join(segment.text for segment in strip) for strip in self.screen._compositor.render_strips()]
