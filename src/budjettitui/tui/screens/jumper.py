"""The letters of a jump, drawn over the screen: one each, two for the last ones where there are more than 26 targets."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size

from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.backdrop import Above
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece
from budjettitui.values import frozen

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The home row first, since most jumps need few of them."""


@frozen
class Target:
    """Where a letter stands on the screen, and what typing it does."""

    x: int
    y: int
    do: Callable[[], object]
    before: bool = False
    """True where the letters stand before that cell and not on it."""


def labels(count: int) -> list[str]:
    """So many different labels, of which none begins another: one letter for as many as can be, two for the rest."""
    letters = len(LETTERS)
    single = count if count <= letters else max(0, (letters * letters - count) // (letters - 1))
    pairs = (first + second for first in LETTERS[single:] for second in LETTERS)
    return [*LETTERS[:single], *islice(pairs, count - single)]


class Letters(Drawn[str]):
    """One label."""

    DEFAULT_CSS = "Letters { position: absolute; height: 1; }"

    def draw(self, width: int, height: int, looks: Looks) -> Sequence[Line]:
        """The letters as the cursor is drawn, so that they are seen without colour too."""
        return [[Piece(self.value, "cursor")]]


class Jumper(Above[int | None]):
    """Dismissed with the number of a target, or None. What is below stays seen, but for the cells of the labels."""

    DEFAULT_CSS: ClassVar[str] = "Jumper { background: transparent; }"

    def __init__(self, targets: Sequence[Target]) -> None:
        super().__init__()
        self.targets = targets[: len(LETTERS) ** 2]
        self.labels = labels(len(self.targets))
        self.typed = ""
        self.opened_at: Size | None = None

    def compose(self) -> ComposeResult:
        """A label on each target."""
        for target, label in zip(self.targets, self.labels, strict=True):
            letters = Letters(label)
            letters.styles.width = len(label)
            letters.styles.offset = (max(0, target.x - len(label) + (not target.before)), target.y)
            yield letters

    def on_resize(self, event: events.Resize) -> None:
        """In another window the targets stand elsewhere."""
        if self.opened_at is not None and event.size != self.opened_at:
            self.dismiss(None)
        self.opened_at = event.size

    def on_key(self, event: events.Key) -> None:
        """A letter narrows, the last one goes there; Backspace takes one back; Esc and `;` leave."""
        event.stop()
        key = event.key.lower()
        if key in ("escape", "ctrl+g", "semicolon", "q") and not self._fits(self.typed + key):
            self.dismiss(None)
        elif key in ("backspace", "ctrl+h"):
            self._narrow("")
        elif self._fits(self.typed + key):
            self._narrow(self.typed + key)

    def on_click(self) -> None:
        """A click ends it."""
        self.dismiss(None)

    def _fits(self, typed: str) -> bool:
        return any(label.startswith(typed) for label in self.labels)

    def _narrow(self, typed: str) -> None:
        self.typed = typed
        if typed in self.labels:
            self.dismiss(self.labels.index(typed))
            return
        for letters in self.query(Letters):
            letters.display = letters.value.startswith(typed)
