"""A dialog with choices: mends, categories, what to do with unsaved work. What the marked one would bring is told.

Open it with `push_screen`; it is dismissed with the number of what was chosen, or None. While it stands it tells its
owner which choice is marked, so that the balance below can show it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.message_pump import MessagePump

from budjettitui.tui.themes import Looks, looks_of
from budjettitui.tui.widgets.box import Box, boxed, placed, room, shortened, widest
from budjettitui.tui.widgets.cells import cells, wrapped
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece
from budjettitui.tui.widgets.keysline import OverTheKeys
from budjettitui.values import frozen


@frozen
class Choice:
    """One choice with its lines below. `note` goes before the menu's own; `key` does it at once.

    `enters` is what Enter does with it, by its name in the bottom line, where that is not what it does with the others.
    """

    title: str
    lines: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    key: str = ""
    enters: str = ""
    hang: int = 0
    """Cells by which what of the title goes on below stands in: under the second column of a title in columns."""
    role: str = ""
    """How the title is drawn while it is not marked."""


@frozen
class MenuText:
    """What a menu says: lines above, the choices, a note below. `others` are keys that its owner is told of."""

    title: str
    choices: tuple[Choice, ...]
    above: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    numbered: bool = True
    marked: int = 0
    others: frozenset[str] = frozenset()
    giving: bool = False
    """True where the lines above give way: they stand elsewhere too, and the choices want the room."""
    passing: bool = False
    """True of a hint: a key that is not its own closes it and then acts."""


WHEEL = 3
"""Lines that one step of the wheel goes on."""

FAR: Mapping[str, Callable[[int, int, int], int]] = {
    "home": lambda marked, page, count: 0,
    "end": lambda marked, page, count: count - 1,
    "pageup": lambda marked, page, count: marked - page,
    "pagedown": lambda marked, page, count: marked + page,
}
"""Keys that go far: the choice that each marks, of the present one, the lines that are seen, and all choices."""


class Menu(OverTheKeys[int | None]):
    """Digits, Up and Down mark a choice, Enter does it, Esc leaves."""

    DEFAULT_CSS: ClassVar[str] = "Menu { background: transparent; }"
    BINDINGS: ClassVar[list[BindingType]] = []

    @dataclass
    class Marked(Message):
        """Another choice is marked."""

        menu: "Menu"
        index: int

    @dataclass
    class Pressed(Message):
        """One of the keys that the owner wants to know of."""

        menu: "Menu"
        key: str
        index: int

    def __init__(self, text: MenuText, owner: MessagePump | None = None) -> None:
        super().__init__()
        self.text = text
        self.owner = owner
        self.marked = text.marked
        self.top = 0
        """The first line of the choices that is seen."""

    def compose(self) -> ComposeResult:
        """The box alone; it is filled when the size is known."""
        yield Box(())

    def on_mount(self) -> None:
        """Tell the owner of the first mark."""
        self._say(Menu.Marked(self, self.marked))

    def on_resize(self) -> None:
        """Stand in the middle of another window."""
        self._draw()

    def renew(self, text: MenuText) -> None:
        """Say something else, with the same choice marked as far as there is one."""
        self.text = text
        self.mark(self.marked)

    def mark(self, index: int) -> None:
        """Mark a choice and tell the owner."""
        index = max(0, min(index, len(self.text.choices) - 1))
        told, self.marked = index != self.marked, index
        self._draw()
        if told:
            self._say(Menu.Marked(self, index))

    def go_far(self, key: str) -> None:
        """To an end; or a page on, which scrolls as far as it marks."""
        count, before = len(self.text.choices), self.marked
        index = max(0, min(FAR[key](before, max(1, room(self.app.size) - 3), count), count - 1))
        if key in ("pageup", "pagedown"):
            self.top = max(0, self.top + index - before)
        self.mark(index)

    def on_key(self, event: events.Key) -> None:
        """All keys end here: nothing below a dialog may act."""
        event.stop()
        keys = {choice.key: number for number, choice in enumerate(self.text.choices) if choice.key}
        if event.key in ("down", "j", "tab", "up", "k", "shift+tab"):
            self.mark(self.marked + (1 if event.key in ("down", "j", "tab") else -1))
        elif event.key in FAR and not self.text.passing:
            self.go_far(event.key)
        elif event.key in keys:
            self.dismiss(keys[event.key])
        elif event.key in self.text.others:
            self._say(Menu.Pressed(self, event.key, self.marked))
        elif event.key in ("escape", "ctrl+g"):
            self.dismiss(None)
        elif event.key == "enter" and self.text.choices:
            self.dismiss(self.marked)
        elif event.key.isdecimal() and 1 <= int(event.key) <= len(self.text.choices):
            self.mark(int(event.key) - 1)
        elif self.text.passing:
            self.dismiss(None)
            self.again(event)

    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    def roll(self, event: events.MouseEvent) -> None:
        """The wheel marks three lines on."""
        event.stop()
        self.mark(self.marked + (WHEEL if isinstance(event, events.MouseScrollDown) else -WHEEL))

    def again(self, event: events.Key) -> None:
        """Let a key act below a hint that it has closed; an app without a keyboard of its own takes it as a new one."""
        keyboard = getattr(self.app, "keyboard", None)
        if keyboard is not None:
            keyboard.again(event)
        else:
            self.app.post_message(events.Key(event.key, event.character))

    def on_drawn_clicked(self, event: Drawn.Clicked) -> None:
        """A click marks; a click on what is marked does it."""
        event.stop()
        index = int(event.name)
        if index == self.marked:
            self.dismiss(index)
        else:
            self.mark(index)

    def _say(self, message: Message) -> None:
        (self.owner or self).post_message(message)

    def _draw(self) -> None:
        if not self.is_mounted:
            return
        looks, inner = looks_of(self.app), _inner(self.text, self.app.size, looks_of(self.app))
        parts, self.top = _parts(self.text, self.marked, inner, self.app.size, looks, self.top)
        lines = sum(len(part) + 1 for part in parts if part) + 1
        place = placed(self.app.size, inner, lines)
        self.query_one(Box).put(place, boxed(self.text.title, parts, place.width, looks))


def _inner(text: MenuText, screen: Size, looks: Looks) -> int:
    """The cells between the sides: as the longest line asks for, within what the window allows."""
    asked = [cells(looks.shown(line)) for line in (*text.above, *text.note, *(x for c in text.choices for x in c.note))]
    asked += [cells(looks.shown(choice.title)) + 3 for choice in text.choices]
    asked += [cells(looks.shown(line)) + 5 for choice in text.choices for line in choice.lines]
    return min(widest(screen), max([40, cells(looks.shown(text.title)) + 2, *asked]))


def _parts(
    text: MenuText, marked: int, inner: int, screen: Size, looks: Looks, top: int
) -> tuple[list[list[Line]], int]:
    """Above, choices, note. The choices scroll where there are more lines than the window has; the first one seen."""
    above = _wrapped(text.above, inner, looks)
    own: list[Line] = _wrapped(text.choices[marked].note if text.choices else (), inner, looks)
    note: list[Line] = _wrapped(text.note, inner, looks)
    most = room(screen) - 2
    blocks = [_block(text, number, number == marked, inner, looks) for number in range(len(text.choices))]
    spare = most - 2 - sum(len(block) for block in blocks)
    most_below = max(2, spare) if text.giving else max(0, most // 3, spare - len(above))
    tallest = max((len(_wrapped(one.note, inner, looks)) for one in text.choices), default=0)
    high = min(most_below, tallest + len(note))
    blanks: list[Line] = [[]] * (
        high - len(own) - len(note)
    )  # the frame stays where it is while one marks another choice
    below = shortened([*own, *blanks, *note], most_below, inner, looks)
    asked = sum(len(block) for block in blocks) + len(below) + bool(below) + 1
    above = shortened(above, max(0, 0 if text.giving else most // 3, most - asked), inner, looks, whole=True)
    space = most - sum(len(part) + 1 for part in (above, below) if part)
    seen, top = _window(blocks, marked, max(1, space), top)
    return [above, seen, below], top


def _wrapped(texts: Iterable[str], inner: int, looks: Looks) -> list[Line]:
    return [[Piece(part)] for line in texts for part in wrapped(line, inner, looks)]


def _block(text: MenuText, number: int, marked: bool, inner: int, looks: Looks) -> list[Line]:
    choice = text.choices[number]
    lead = f"{number + 1} " if text.numbered else ""
    here = Piece(looks.sign("here") if marked else " ", "strong")
    room = inner - 1 - len(lead)
    first, *others = wrapped(choice.title, room, looks)
    if choice.hang and others:
        others = wrapped(" ".join(other.strip() for other in others), room - choice.hang, looks)
    lines = [part for line in choice.lines for part in wrapped(line, inner - 5, looks)]
    over, before = "cursor" if marked else "", " " * (len(lead) + choice.hang)
    texts = [lead + first, *(before + other for other in others)]
    return [
        *([here if at == 0 else Piece(" "), Piece(text, over or choice.role, str(number)), *_filled(text, over, inner - 1)]
          for at, text in enumerate(texts)),
        *([Piece("     " + line, "", str(number))] for line in lines),
    ]  # fmt: skip


def _filled(text: str, role: str, width: int) -> list[Piece]:
    """The rest of a marked line, so that the mark goes from side to side."""
    return [Piece(" " * max(0, width - cells(text)), role)] if role else []


def _window(blocks: list[list[Line]], marked: int, space: int, top: int) -> tuple[list[Line], int]:
    """So many lines of the choices that the marked one is among them, with what stands below it; from which line on.

    They stay where they were as long as that is seen.
    """
    lines = [line for block in blocks for line in block]
    start = sum(len(block) for block in blocks[:marked])
    end = start + (len(blocks[marked]) if blocks else 0)
    top = min(start, max(top, end - space), max(0, len(lines) - space))
    return lines[top : top + space], top
