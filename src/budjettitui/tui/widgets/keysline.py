"""The bottom line: the keys that do something here, as many as fit."""

from collections.abc import Sequence
from typing import TypeVar

from textual import events
from textual.app import App

from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.backdrop import Above
from budjettitui.tui.widgets.cells import cells
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece
from budjettitui.values import frozen


@frozen
class KeyHint:
    """A key and what it does. Where the line is too short the highest `rank` goes first, of equals the last."""

    key: str
    word: str
    rank: int = 0
    press: str = ""
    """The key that a click on it presses, where a cell or a dialog takes keys as they come; else it is told by its name."""

    @property
    def click(self) -> str:
        """What a click on it is called."""
        return f"{PRESS}{self.press}" if self.press else self.key


PRESS = "press "
"""Before the name of a key that a click presses."""


Result = TypeVar("Result")


class OverTheKeys(Above[Result]):
    """A dialog, which lies over the bottom line unseen: a click on a key of that line is that key."""

    def on_click(self, event: events.Click) -> None:
        """The key, else what a click beside the dialog does."""
        key = _pressed_at(self.app, event)
        if key is not None:
            self.post_message(key)
        else:
            self.clicked_beside()

    def clicked_beside(self) -> None:
        """Nothing, unless a dialog says otherwise."""


def _pressed_at(app: App[object], event: events.Click) -> events.Key | None:
    for screen in reversed(app.screen_stack):
        for line in screen.query(KeysLine):
            if line.region.contains(event.screen_x, event.screen_y):
                name = line.named_at(event.screen_x - line.region.x, event.screen_y - line.region.y)
                key = name.removeprefix(PRESS)
                if key:
                    return events.Key(key, key if len(key) == 1 else None)
    return None


class KeysLine(Drawn[tuple[KeyHint, ...]]):
    """Draws the hints in the order given; a click on one is told by its key."""

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """All hints that fit, two blanks between."""
        hints = [(hint, _width(hint, looks)) for hint in self.value]
        taken = sum(wide for _, wide in hints) - 1
        while len(hints) > 1 and taken > width - 1:
            place = max(range(len(hints)), key=lambda place: (hints[place][0].rank, place))
            taken -= hints.pop(place)[1]
        return [_line([hint for hint, _ in hints], looks)]


def hint_pieces(hints: Sequence[KeyHint], looks: Looks) -> list[Piece]:
    """The same within another line, dim, without a blank before the first."""
    pieces: list[Piece] = []
    for place, hint in enumerate(hints):
        pieces.append(Piece("  " if place else ""))
        pieces.append(Piece(f"{looks.shown(hint.key)} {looks.shown(hint.word)}", "dim", hint.key))
    return pieces


def _width(hint: KeyHint, looks: Looks) -> int:
    """The cells of a hint with the two blanks before it."""
    word = cells(looks.shown(hint.word)) + 1 if hint.word else 0
    return cells(looks.shown(hint.key)) + word + 2


def _line(hints: list[KeyHint], looks: Looks) -> list[Piece]:
    pieces = []
    for place, hint in enumerate(hints):
        pieces.append(Piece("  " if place else " "))
        pieces.append(Piece(looks.shown(hint.key), "strong", hint.click))
        pieces.append(Piece(f" {looks.shown(hint.word)}" if hint.word else "", "", hint.click))
    return pieces
