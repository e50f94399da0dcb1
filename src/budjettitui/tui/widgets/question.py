"""A dialog that asks for text: a reason, a note, a sum to aim at. Enter does it, Esc leaves.

Open it with `push_screen`; it is dismissed with the texts of its fields, or None.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.message_pump import MessagePump

from budjettitui.tui.themes import Looks, looks_of
from budjettitui.tui.widgets.box import Box, boxed, placed, room, shortened, widest
from budjettitui.tui.widgets.cells import cells, fit, wrapped
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece
from budjettitui.tui.widgets.field import field
from budjettitui.tui.widgets.grid_keys import LINE_KEYS, writes
from budjettitui.tui.widgets.keysline import OverTheKeys
from budjettitui.tui.widgets.typed_line import TypedLine
from budjettitui.values import frozen

NARROW, WIDE, WIDE_FROM = 70, 96, 110
"""Cells between the sides, and the width of a window from which there are more of them."""

ERASING = ("backspace", "ctrl+h", "delete")

LEAST = 14
"""Cells that a hint leaves to its field at least; else it stands in the field as long as that is empty."""


@frozen
class Field:
    """One thing that is asked for. `hint` stands behind it; `width` is in cells, 0 for as wide as there is room."""

    label: str
    text: str = ""
    hint: str = ""
    required: bool = False
    width: int = 0
    offered: bool = False
    """True of a text that the first letter typed replaces, and that Backspace empties; a key that moves in it keeps it."""


@frozen
class QuestionText:
    """What a question says: lines above, the fields, a note below, and the sentence for a field left empty."""

    title: str
    fields: tuple[Field, ...]
    above: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    missing: str = ""
    at: int = 0
    """The field that one begins in."""
    said: str = ""
    """What is wrong with it, where the question is put once more."""
    told: Callable[[tuple[str, ...]], tuple[str, ...]] | None = None
    """What is said below of the answers as they stand, in place of the note."""


class Question(OverTheKeys[tuple[str, ...] | None]):
    """Tab and shift+Tab go from field to field; a required field that is empty gets the caret and a sentence."""

    DEFAULT_CSS: ClassVar[str] = "Question { background: transparent; }"

    @dataclass
    class Typed(Message):
        """The text of a field is another one."""

        question: "Question"
        index: int
        text: str

    def __init__(self, text: QuestionText, owner: MessagePump | None = None) -> None:
        super().__init__()
        self.text = text
        self.owner = owner
        self.typed = [TypedLine.ending(asked.text) for asked in text.fields]
        self.at = text.at
        self.said = text.said
        self.offered = {number for number, asked in enumerate(text.fields) if asked.offered}

    def compose(self) -> ComposeResult:
        """The box alone; it is filled when the size is known."""
        yield Box(())

    def on_resize(self) -> None:
        """Stand in the middle of another window."""
        self._draw()

    def renew(self, text: QuestionText) -> None:
        """Say something else around the same fields, as typing goes on."""
        self.text = text
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """All keys end here; those that write go into the field."""
        event.stop()
        if event.key in ("tab", "down", "shift+tab", "up"):
            self.at = (self.at + (1 if event.key in ("tab", "down") else -1)) % max(1, len(self.typed))
        elif event.key in ("escape", "ctrl+g"):
            self.dismiss(None)
        elif event.key == "enter":
            self._done()
        elif event.key in LINE_KEYS:
            line = self._begun() if event.key in ERASING else self.typed[self.at]
            self._retype(LINE_KEYS[event.key](line))
        elif writes(event.character):
            self._retype(self._begun().put(event.character or ""))
        self._draw()

    def on_drawn_clicked(self, event: Drawn.Clicked) -> None:
        """A click on a field goes into it."""
        event.stop()
        self.at = int(event.name)
        self._draw()

    def on_paste(self, event: events.Paste) -> None:
        """A paste goes into the field as one line."""
        event.stop()
        self._retype(self._begun().put(" ".join(event.text.splitlines())))
        self._draw()

    def _begun(self) -> TypedLine:
        """The line that is written on; what was only offered goes with the first letter."""
        return TypedLine.ending("") if self.at in self.offered else self.typed[self.at]

    def _retype(self, line: TypedLine) -> None:
        self.offered.discard(self.at)
        changed, self.typed[self.at], self.said = line.text != self.typed[self.at].text, line, ""
        if changed:
            (self.owner or self).post_message(Question.Typed(self, self.at, line.text))

    def _done(self) -> None:
        """Give the answers, or go to the first field that must not be empty and say so."""
        for number, asked in enumerate(self.text.fields):
            if asked.required and not self.typed[number].text.strip():
                self.at, self.said = number, self.text.missing
                return
        self.dismiss(self.answers)

    @property
    def answers(self) -> tuple[str, ...]:
        """The texts of the fields as they are now, also after it was left."""
        return tuple(line.text for line in self.typed)

    def _draw(self) -> None:
        if not self.is_mounted:
            return
        screen, looks = self.app.size, looks_of(self.app)
        inner = min(widest(screen), NARROW if screen.width < WIDE_FROM else WIDE)
        lines = self._lines(inner, room(screen) - 2, looks)
        place = placed(screen, inner, len(lines) + 2)
        self.query_one(Box).put(place, boxed(self.text.title, [lines], place.width, looks))

    def _lines(self, inner: int, space: int, looks: Looks) -> list[Line]:
        """What is said above, the fields, what is missing, what is said below; a blank line around the fields.

        In a low window what is said below gives way, then what is said above, then fields far from the present one.
        """
        labels = max([cells(looks.shown(asked.label)) + 2 * asked.required for asked in self.text.fields], default=0)
        above: list[Line] = [[Piece(part)] for line in self.text.above for part in wrapped(line, inner, looks)]
        note = self.text.note if self.text.told is None else self.text.told(self.answers)
        below: list[Line] = [[Piece(part)] for line in note for part in wrapped(line, inner, looks)]
        fields = [self._field(number, labels, inner, looks) for number in range(len(self.text.fields))]
        said: list[Line] = [[Piece(part, "error")] for part in wrapped(self.said, inner, looks)] if self.said else []
        most = max(1, space - len(said))
        top = max(0, min(self.at - most // 2, len(fields) - most))
        fields = [*fields[top : top + most], *said]
        above = shortened(above, space - len(fields) - 1, inner, looks)
        below = shortened(below, space - len(fields) - len(above) - bool(above) - 1, inner, looks)
        return [*above, *([[]] if above else []), *fields, *([[]] if below else []), *below]

    def _field(self, number: int, labels: int, inner: int, looks: Looks) -> Line:
        asked, typed = self.text.fields[number], self.typed[number]
        label = looks.shown(asked.label) + (" *" if asked.required else "")
        hint = f"  {looks.shown(asked.hint)}" if asked.hint else ""
        within = inner - labels - 3 - cells(hint) < min(asked.width or LEAST, LEAST)
        most = inner - labels - 3 - (0 if within else cells(hint))
        width = max(4, most if within else min(asked.width or most, most))
        drawn = field(typed, width, looks) if number == self.at else [Piece(fit(typed.text, width, looks))]
        if within and not typed.text:
            start = [Piece("_", "edit")] if number == self.at else [Piece(" ")]
            drawn = [*start, Piece(fit(hint[1:], width - 1, looks), "dim")]
        behind = "" if within else hint
        line = [Piece(fit(label, labels, looks) + " ["), *drawn, Piece("]"), Piece(behind, "dim")]
        return [piece._replace(click=str(number)) for piece in line]
