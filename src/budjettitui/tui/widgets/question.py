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
from budjettitui.tui.widgets.area import NEW_LINE, area, moved, row_at, rows_of
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

FEW = 2
"""Lines of a text that are seen before what is said around it."""

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
    lines: int = 0
    """Of a text of several lines, how many of them are seen where the window has room. Without a label it has all of it."""


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
        self.tops: dict[int, int] = {}
        """The first line that is seen of each text of several lines."""

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
        if not self._within(event.key):
            self._press(event)
        self._draw()

    def _press(self, event: events.Key) -> None:
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

    def _within(self, key: str) -> bool:
        """What a key does within a text of several lines; False where it does what it does everywhere."""
        if not self.text.fields or not self.text.fields[self.at].lines:
            return False
        if key in NEW_LINE:
            self._retype(self._begun().put("\n"))
            return True
        if key not in ("up", "down", "home", "end"):
            return False
        line = moved(self.typed[self.at], key, self._wide(self.at), looks_of(self.app))
        if line is not None:
            self._retype(line)
        return line is not None

    def on_drawn_clicked(self, event: Drawn.Clicked) -> None:
        """A click on a field goes into it; in a text of several lines, behind the line that was clicked."""
        event.stop()
        name, _, caret = event.name.partition(" ")
        self.at = int(name)
        if caret:
            self.typed[self.at] = TypedLine(self.typed[self.at].text, int(caret))
        self._draw()

    def on_paste(self, event: events.Paste) -> None:
        """A paste goes into the field, as one line where it has no more."""
        event.stop()
        several = bool(self.text.fields) and self.text.fields[self.at].lines
        self._retype(self._begun().put(("\n" if several else " ").join(event.text.splitlines())))
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

    def _inner(self) -> int:
        """The cells between the sides."""
        screen = self.app.size
        return min(widest(screen), NARROW if screen.width < WIDE_FROM else WIDE)

    def _wide(self, number: int) -> int:
        """The cells of a text of several lines."""
        return self._inner() - (_labels(self.text, looks_of(self.app)) + 3 if self.text.fields[number].label else 2)

    def _draw(self) -> None:
        if not self.is_mounted:
            return
        screen, looks, inner = self.app.size, looks_of(self.app), self._inner()
        lines = self._lines(inner, room(screen) - 2, looks)
        place = placed(screen, inner, len(lines) + 2)
        self.query_one(Box).put(place, boxed(self.text.title, [lines], place.width, looks))

    def _lines(self, inner: int, space: int, looks: Looks) -> list[Line]:
        """What is said above, the fields, what is missing, what is said below; a blank line around the fields.

        In a low window what is said below gives way, then what is said above, then fields far from the present one.
        """
        above: list[Line] = [[Piece(part)] for line in self.text.above for part in wrapped(line, inner, looks)]
        note = self.text.note if self.text.told is None else self.text.told(self.answers)
        below: list[Line] = [[Piece(part)] for line in note for part in wrapped(line, inner, looks)]
        said: list[Line] = [[Piece(part, "error")] for part in wrapped(self.said, inner, looks)] if self.said else []
        most = max(1, space - len(said))
        fields, here = self._fields(most, most - len(above) - len(below) - bool(above) - bool(below), looks)
        top = max(0, min(here - most // 2, len(fields) - most))
        fields = [*fields[top : top + most], *said]
        above = shortened(above, space - len(fields) - 1, inner, looks)
        below = shortened(below, space - len(fields) - len(above) - bool(above) - 1, inner, looks)
        return [*above, *([[]] if above else []), *fields, *([[]] if below else []), *below]

    def _fields(self, most: int, roomy: int, looks: Looks) -> tuple[list[Line], int]:
        """The lines of all fields, and which is the first of the present one. A text of several lines has as many as there is
        room for beside all that is said, and a few at least; below one without a label stands a blank line.
        """
        labels, inner, others = _labels(self.text, looks), self._inner(), len(self.text.fields) - 1
        lines: list[Line] = []
        here = 0
        for number, asked in enumerate(self.text.fields):
            here = len(lines) if number == self.at else here
            if not asked.lines:
                lines.append(self._field(number, labels, inner, looks))
                continue
            high = max(1, min(asked.lines, most - others, max(FEW, roomy - others - (not asked.label))))
            lines += self._area(number, high, labels, looks)
            lines += [[]] if not asked.label and others and roomy > high + others else []
        return lines, here

    def _area(self, number: int, high: int, labels: int, looks: Looks) -> list[Line]:
        """So many lines of a text: those around the caret, with a sign where there are more above or below."""
        asked, typed, width = self.text.fields[number], self.typed[number], self._wide(number)
        rows = rows_of(typed.text, width, looks)
        at, last = row_at(rows, typed.caret), max(0, len(rows) - high)
        top = self.tops[number] = max(0, min(at, last, max(self.tops.get(number, 0), at - high + 1)))
        drawn = area(typed, width, looks, here=number == self.at)[top : top + high]
        blank: Line = [Piece(" " * width, "edit" if number == self.at else "")]
        label = f"{looks.shown(asked.label)}{' *' if asked.required else ''}" if asked.label else ""
        lines: list[Line] = []
        for row in range(high):
            before = fit(label if not row else "", labels, looks) + " " if label else ""
            hidden = (row == 0 and top > 0) or (row == high - 1 and top < last)
            text = drawn[row] if row < len(drawn) else blank
            line = [Piece(before), Piece(looks.sign("more") if hidden else "["), *text, Piece("]")]
            start, end = rows[min(top + row, len(rows) - 1)]
            behind = start + len(typed.text[start:end].rstrip(" "))
            lines.append([piece._replace(click=f"{number} {behind}") for piece in line])
        return lines

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


def _labels(text: QuestionText, looks: Looks) -> int:
    """The cells of the widest label."""
    return max([cells(looks.shown(one.label)) + 2 * one.required for one in text.fields if one.label], default=0)
