"""The palette: every command by name, narrowed by typing."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from budjettitui.tui.themes import Looks, looks_of
from budjettitui.tui.widgets.box import Box, beside, boxed, placed, room, widest
from budjettitui.tui.widgets.cells import cells, fit, wrapped
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece
from budjettitui.tui.widgets.field import field
from budjettitui.tui.widgets.grid_keys import LINE_KEYS, writes
from budjettitui.tui.widgets.typed_line import TypedLine
from budjettitui.words import Words

STEPS = {"down": 1, "tab": 1, "up": -1, "shift+tab": -1}
"""Keys that mark the next command or the one before."""

NEAREST = 3
"""So many commands are offered where none fits."""

NEAR_FROM = 0.6
"""How much alike a word of a command and a typed one are at least (1 is equal)."""


class Command(NamedTuple):
    """What can be done: its name in the table of keys, what it is called, and its key where it has one."""

    name: str
    called: str
    key: str = ""


def nearest(typed: str, commands: Sequence[Command]) -> list[Command]:
    """The commands that have words like the typed ones, the most alike first."""
    words = typed.casefold().split()
    matched = [(sum(_alike(word, one.called) for word in words) / max(1, len(words)), one) for one in commands]
    near = sorted((pair for pair in matched if pair[0] >= NEAR_FROM), key=lambda pair: -pair[0])
    return [one for _, one in near[:NEAREST]]


def _alike(word: str, command: str) -> float:
    """How much a typed word is like the best word of a command, or like as much of its beginning."""
    others = command.casefold().split()
    return max(
        (SequenceMatcher(None, word, part).ratio() for other in others for part in (other, other[: len(word) + 1])),
        default=0.0,
    )


class Palette(ModalScreen[str | None]):
    """Dismissed with the name of a command, or None."""

    DEFAULT_CSS: ClassVar[str] = "Palette { background: transparent; }"

    def __init__(
        self, title: str, commands: Sequence[Command], words: Words, at: tuple[int, int] | None = None
    ) -> None:
        super().__init__()
        self.words = words
        self.at = at
        """Where the mouse asked for it; in the middle where it did not."""
        self.heading = title
        self.commands = commands
        self.typed = TypedLine("", 0)
        self.marked = 0

    def compose(self) -> ComposeResult:
        """The box alone."""
        yield Box(())

    def on_resize(self) -> None:
        """Stand in the middle of another window."""
        self._draw()

    @property
    def fitting(self) -> list[Command]:
        """The commands that have every word that was typed in their name, or in the key."""
        wanted = self.typed.text.casefold().split()
        return [one for one in self.commands if all(word in f"{one.called} {one.key}".casefold() for word in wanted)]

    @property
    def offered(self) -> list[Command]:
        """The commands that fit, else the nearest."""
        return self.fitting or nearest(self.typed.text, self.commands)

    def on_key(self, event: events.Key) -> None:
        """All keys end here; those that write narrow the list."""
        event.stop()
        if event.key in STEPS:
            self.marked += STEPS[event.key]
        elif event.key in ("pageup", "pagedown"):
            page, last = room(self.app.size) - 5, max(0, len(self.offered) - 1)
            self.marked = max(0, min(last, self.marked + (page if event.key == "pagedown" else -page)))
        elif event.key in ("escape", "ctrl+g"):
            self.dismiss(None)
        elif event.key == "enter":
            found = self.offered
            if found:
                self.dismiss(found[self.marked % len(found)][0])
        elif event.key in LINE_KEYS:
            self.typed, self.marked = LINE_KEYS[event.key](self.typed), 0
        elif writes(event.character):
            self.typed, self.marked = self.typed.put(event.character or ""), 0
        self._draw()

    def on_click(self) -> None:
        """A click beside it leaves it."""
        self.dismiss(None)

    def on_drawn_clicked(self, event: Drawn.Clicked) -> None:
        """A click does it."""
        event.stop()
        self.dismiss(event.name)

    def _draw(self) -> None:
        if not self.is_mounted:
            return
        looks, screen = looks_of(self.app), self.app.size
        wide = max(cells(looks.shown(one.called)) + cells(one.key) for one in self.commands)
        inner = min(widest(screen), wide + 4)
        space, found = min(room(screen) - 4, max(1, len(self.commands))), self.offered
        told: list[Line] = []
        if not self.fitting:
            said = self.words.say("screen.palette.nearest" if found else "screen.palette.none")
            told = [[Piece(part, "warning")] for part in wrapped(said, inner, looks)]
            space -= len(told)
        self.marked = self.marked % len(found) if found else 0
        top = max(0, min(self.marked - space // 2, len(found) - space))
        head: list[Line] = [field(self.typed, inner, looks)]
        shown = enumerate(found[top : top + space], top)
        lines: list[Line] = [*told, *(_line(one, number == self.marked, inner, looks) for number, one in shown)]
        space += len(told)
        lines += [[]] * (space - len(lines))
        place = placed(screen, inner, space + 4)
        if self.at is not None:
            place = beside(place, self.at, screen)
        self.query_one(Box).put(place, boxed(self.heading, [head, lines], place.width, looks))


def _line(one: Command, marked: bool, inner: int, looks: Looks) -> Line:
    """The command, and its key at the right end."""
    role = "cursor" if marked else ""
    key = f"  {one.key}" if one.key else ""
    text = fit(one.called, inner - 1 - cells(key), looks)
    return [
        Piece(looks.sign("here") if marked else " ", "strong"),
        Piece(text, role, one.name),
        Piece(key, role or "dim", one.name),
    ]
