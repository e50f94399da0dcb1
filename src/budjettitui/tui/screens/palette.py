"""The palette: a list narrowed by typing. Every command by name; the rule sets that a budget may be made under."""

from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult

from budjettitui.tui.themes import Looks, looks_of
from budjettitui.tui.widgets.box import Box, beside, boxed, placed, room, shortened, widest
from budjettitui.tui.widgets.cells import cells, cut, fit, wrapped
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece
from budjettitui.tui.widgets.field import field as field_line
from budjettitui.tui.widgets.grid_keys import LINE_KEYS, writes
from budjettitui.tui.widgets.keysline import OverTheKeys
from budjettitui.tui.widgets.menu import FAR, WHEEL
from budjettitui.tui.widgets.typed_line import TypedLine
from budjettitui.values import field, frozen
from budjettitui.words import Words

STEPS = {"down": 1, "tab": 1, "up": -1, "shift+tab": -1}
"""Keys that mark the next command or the one before."""

TOLD = 2
"""Lines for what would come of what is marked."""

LOW = 9
"""Lines beside what is said of the marked one that a window must have room for."""

SAYING = 70
"""Cells that a palette has at least, where the window does, if something is said of the marked one."""

NEAREST = 3
"""So many commands are offered where none fits."""

NEAR_FROM = 0.6
"""How much alike a word of a command and a typed one are at least (1 is equal)."""


class Command(NamedTuple):
    """What can be done or taken: its name, what it is called, and at the right end its key or another short word.

    `also` are more words that it is found by, `about` what is said of it while it is marked.
    """

    name: str
    called: str
    key: str = ""
    also: tuple[str, ...] = ()
    about: str = ""
    past: bool = False
    """True of what hardly anybody means any more: of several that fit it comes last."""

    @property
    def sought(self) -> str:
        """Everything that it is found by."""
        return " ".join((self.called, self.key, *self.also)).casefold()


@frozen
class PaletteText:
    """What a palette offers, under a title. `words` names the sentences where nothing fits (`none`, `nearest`).

    `present` is the name of what is so now: it has a sign, and is marked at first. `told` says what would come of what is
    chosen. Of `several` each may be chosen or not: the space bar does it, and Enter takes them all. Where they are `beside`
    their names, the keys are values and stand in a column behind these. `moving` are the keys that move the marked one by
    so many places, as long as nothing was typed.
    """

    title: str
    commands: Sequence[Command]
    words: str = "screen.palette"
    present: str = ""
    told: Callable[[tuple[str, ...]], str] | None = None
    several: frozenset[str] | None = None
    beside: bool = False
    moving: Mapping[str, int] = field(default_factory=dict)


def nearest(typed: str, commands: Sequence[Command]) -> list[Command]:
    """The commands that have words like the typed ones, the most alike first."""
    words = typed.casefold().split()
    matched = [(sum(_alike(word, one.sought) for word in words) / max(1, len(words)), one) for one in commands]
    near = sorted((pair for pair in matched if pair[0] >= NEAR_FROM), key=lambda pair: -pair[0])
    return [one for _, one in near[:NEAREST]]


def _alike(word: str, command: str) -> float:
    """How much a typed word is like the best word of a command, or like as much of its beginning."""
    others = command.split()
    return max(
        (SequenceMatcher(None, word, part).ratio() for other in others for part in (other, other[: len(word) + 1])),
        default=0.0,
    )


class Palette(OverTheKeys[str | None]):
    """Dismissed with the name of a command, or None."""

    DEFAULT_CSS: ClassVar[str] = "Palette { background: transparent; }"

    def __init__(self, text: PaletteText, words: Words, at: tuple[int, int] | None = None, typed: str = "") -> None:
        super().__init__()
        self.words = words
        self.at = at
        """Where the mouse asked for it; in the middle where it did not."""
        self.text = text
        self.typed = TypedLine.ending(typed)
        self.several = text.several
        """The names that are chosen, where there may be several."""
        self.said: dict[tuple[str, ...], str] = {}
        """What would come of each choice that was looked at."""
        self.moved = 0
        """By how many places the one that it was dismissed with is to be moved."""
        self.again = bool(typed)
        """True as long as what was typed before is only offered again."""
        self.marked = next((at for at, one in enumerate(self.offered) if one.name == text.present), 0)

    def compose(self) -> ComposeResult:
        """The box alone."""
        yield Box(())

    def on_resize(self) -> None:
        """Stand in the middle of another window."""
        self._draw()

    @property
    def fitting(self) -> list[Command]:
        """The commands that have every word that was typed: first those whose title has them, then those that are found by
        their key or by other words; last what is past."""
        wanted = self.typed.text.casefold().split()
        found = [one for one in self.text.commands if all(word in one.sought for word in wanted)]
        if not wanted:
            return found
        return sorted(found, key=lambda one: (one.past, not all(word in one.called.casefold() for word in wanted)))

    @property
    def _begun(self) -> TypedLine:
        """The line that is written on; what was only offered again goes with the first letter."""
        return TypedLine() if self.again else self.typed

    @property
    def offered(self) -> list[Command]:
        """The commands that fit, else the nearest."""
        return self.fitting or nearest(self.typed.text, self.text.commands)

    def on_key(self, event: events.Key) -> None:
        """All keys end here; those that write narrow the list."""
        event.stop()
        if event.key in STEPS:
            self.marked += STEPS[event.key]
        elif event.key in self.text.moving and not self.typed.text:
            self.moved = self.text.moving[event.key]
            self.dismiss(self.offered[self.marked].name)
        elif event.key in FAR:
            count = len(self.offered)
            self.marked = max(0, min(FAR[event.key](self.marked, room(self.app.size) - 5, count), count - 1))
        elif event.key in ("escape", "ctrl+g"):
            self.dismiss(None)
        elif event.key == "enter":
            found = self.offered
            if found:
                self.dismiss(found[self.marked % len(found)].name)
        elif event.key == "space" and self.several is not None:
            self._turn(self.offered[self.marked].name if self.offered else "")
        elif event.key in LINE_KEYS:
            self._narrow(LINE_KEYS[event.key](self.typed))
        elif writes(event.character):
            self._narrow(self._begun.put(event.character or ""))
        self._draw()

    def on_paste(self, event: events.Paste) -> None:
        """A paste narrows too."""
        event.stop()
        self._narrow(self._begun.put(" ".join(event.text.split())))
        self._draw()

    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    def roll(self, event: events.MouseEvent) -> None:
        """The wheel marks some lines on."""
        event.stop()
        by = WHEEL if isinstance(event, events.MouseScrollDown) else -WHEEL
        self.marked = max(0, min(self.marked + by, len(self.offered) - 1))
        self._draw()

    def clicked_beside(self) -> None:
        """A click beside it leaves it."""
        self.dismiss(None)

    def on_drawn_clicked(self, event: Drawn.Clicked) -> None:
        """A click does it; of several it chooses one, or no longer."""
        event.stop()
        if self.several is None:
            self.dismiss(event.name)
        else:
            self._turn(event.name)
            self._draw()

    def _turn(self, name: str) -> None:
        if self.several is not None and name:
            self.several ^= {name}

    @property
    def chosen(self) -> tuple[str, ...]:
        """What Enter would take: the marked one, or of several those that are chosen."""
        if self.several is not None:
            return tuple(one.name for one in self.text.commands if one.name in self.several)
        found = self.offered
        return (found[self.marked % len(found)].name,) if found else ()

    def _told(self) -> str:
        """What would come of what is chosen, worked out once for each choice."""
        chosen = self.chosen
        if self.text.told is None or (not chosen and self.several is None):
            return ""
        if chosen not in self.said:
            self.said[chosen] = self.text.told(chosen)
        return self.said[chosen]

    def _narrow(self, typed: TypedLine) -> None:
        """Another text marks the first that fits it; with no text left, what is so now."""
        if typed.text != self.typed.text:
            present = (
                0
                if typed.text
                else next((at for at, one in enumerate(self.text.commands) if one.name == self.text.present), 0)
            )
            self.marked = present
        self.typed, self.again = typed, False

    def _draw(self) -> None:
        if not self.is_mounted:
            return
        looks, screen, commands = looks_of(self.app), self.app.size, self.text.commands
        inner = self._inner(looks)
        found = self.offered
        self.marked = self.marked % len(found) if found else 0
        below = self._below(found, inner, looks)
        space = min(room(screen) - 4 - len(below) - bool(below), max(1, len(commands)))
        told: list[Line] = []
        if not self.fitting:
            said = self.words.say(f"{self.text.words}.{'nearest' if found else 'none'}")
            told = [[Piece(part, "warning")] for part in wrapped(said, inner, looks)]
        lines = [*told, *self._lines(found, space - len(told), inner, looks)]
        lines += [[]] * (space - len(lines))
        head: list[Line] = [field_line(self.typed, inner, looks)]
        place = placed(screen, inner, space + 4 + len(below) + bool(below))
        if self.at is not None:
            place = beside(place, self.at, screen)
        self.query_one(Box).put(place, boxed(self.text.title, [head, lines, below], place.width, looks))

    def _inner(self, looks: Looks) -> int:
        """The cells between the sides: as the longest line asks for, and enough for what is said of one."""
        text, commands = self.text, self.text.commands
        each = [(cells(looks.shown(one.called)), cells(looks.shown(one.key))) for one in commands]
        wide = max(sum(one) for one in each)
        if text.beside:
            wide = max(one[0] for one in each) + max(one[1] for one in each)
        signed, says = bool(text.present) or text.several is not None, text.told or any(one.about for one in commands)
        asked = (wide + 4 + 2 * signed, cells(looks.shown(text.title)) + 2)
        return min(widest(self.app.size), max(*asked, SAYING if says else 0))

    def _lines(self, found: list[Command], space: int, inner: int, looks: Looks) -> list[Line]:
        """As many as there is room for, the marked one among them."""
        top = max(0, min(self.marked - space // 2, len(found) - space))
        several = self.several if self.several is not None else {self.text.present} - {""}
        signed = bool(several) or self.several is not None
        at = self._column(inner, looks) if self.text.beside else 0
        return [
            _line(one, number == self.marked, one.name in several if signed else None, inner, looks, at)
            for number, one in enumerate(found[top : top + space], top)
        ]

    def _column(self, inner: int, looks: Looks) -> int:
        """Where the values begin: behind the longest name, or where the longest of them needs it, but not before the middle."""
        names, values = zip(*((one.called, one.key) for one in self.text.commands), strict=True)
        name, value = (max(cells(looks.shown(text)) for text in texts) for texts in (names, values))
        return min(name, max(inner // 2, inner - value - 3)) + 2

    def _below(self, found: list[Command], inner: int, looks: Looks) -> list[Line]:
        """What is said of the marked one, on as many lines as the longest of all takes; none in a low window."""
        high = max(len(wrapped(one.about, inner, looks)) if one.about else 0 for one in self.text.commands)
        high += TOLD if self.text.told is not None else 0
        if room(self.app.size) < high + LOW:
            return []
        about = found[self.marked].about if found else ""
        lines: list[Line] = [[Piece(part, "dim")] for part in wrapped(about, inner, looks)] if about else []
        told = self._told()
        said: list[Line] = [[Piece(part)] for part in wrapped(told, inner, looks)] if told else []
        lines += shortened(said, TOLD, inner, looks)
        return [*lines, *[[]] * (high - len(lines))]


def _line(one: Command, marked: bool, present: bool | None, inner: int, looks: Looks, at: int = 0) -> Line:
    """The command, and its key at the right end or in a column at a cell; a sign at what is so now, where that is told."""
    role = "cursor" if marked else ""
    if at:
        return [
            Piece(looks.sign("here") if marked else " ", "strong"),
            Piece(fit(one.called, at - 1, looks) + " ", role, one.name),
            Piece(fit(one.key, inner - 1 - at, looks), role or "dim", one.name),
        ]
    sign = "" if present is None else f"{looks.sign('ok') if present else ' '} "
    left = inner - 3 - cells(sign) - min(cells(looks.shown(one.called)), inner // 2)
    key = f"  {cut(one.key, max(left, 8), looks)}" if one.key else ""
    text = fit(one.called, inner - 1 - cells(sign) - cells(key), looks)
    return [
        Piece(looks.sign("here") if marked else " ", "strong"),
        Piece(sign + text, role, one.name),
        Piece(key, role or "dim", one.name),
    ]
