"""A menu with a table above its choices whose columns can be gone to: what a pasted block is read as, before it is written.

The arrows to the left and right are told to its owner, and so is a click on a head; while a column is marked, Up, Down and Esc
are too. The choices are marked as in any menu.
"""

from collections.abc import Callable, Sequence

from textual import events
from textual.message_pump import MessagePump

from budjettitui.tui.themes import Looks, looks_of
from budjettitui.tui.widgets.box import Box, boxed, placed, room, shortened, widest
from budjettitui.tui.widgets.cells import wrapped
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece
from budjettitui.tui.widgets.menu import Menu, MenuText, _block, _window
from budjettitui.values import frozen

HEAD = "head "
"""Before the number of a column, in what a click on its head is called."""

SIDEWAYS = ("left", "right", "h", "l")
IN_COLUMN = ("up", "down", "k", "j", "escape", "ctrl+g")

FEW = 4
"""Rows that are seen in any window before what is said of them."""


@frozen
class Sheet:
    """A table: its head and so many of its rows, drawn in so many cells. `column` is the marked one, -1 for none."""

    rows: int
    draw: Callable[[int, int, int, Looks], tuple[Line, Sequence[Line]]]
    """Given the cells, the first row, how many rows, and the looks: the head, and the rows."""
    column: int = -1
    more: Callable[[int], str] = str
    """How it is said that there are so many more rows."""


class SheetMenu(Menu):
    """Left and Right go to a column, PgUp and PgDn through the rows, Enter does the marked choice."""

    def __init__(self, text: MenuText, owner: MessagePump | None = None, *, sheet: Sheet) -> None:
        super().__init__(text, owner)
        self.sheet = sheet
        self.first = 0
        """The first row that is seen."""

    def renew_with(self, text: MenuText, sheet: Sheet) -> None:
        """Another table, other choices."""
        self.sheet, self.marked = sheet, min(self.marked, max(0, len(text.choices) - 1))
        self.renew(text)

    def on_key(self, event: events.Key) -> None:
        """Keys of the columns go to the owner, those of the rows scroll; all others are those of a menu."""
        if event.key in SIDEWAYS or (self.sheet.column >= 0 and event.key in IN_COLUMN):
            self._say(Menu.Pressed(self, event.key, self.marked))
        elif event.key in ("pageup", "pagedown"):
            by = max(1, self._rows() - 1)
            self.first = max(0, min(self.first + (by if event.key == "pagedown" else -by), self.sheet.rows - 1))
            self._draw()
        elif event.key == "enter" and not self.text.choices:
            self._say(Menu.Pressed(self, event.key, 0))
        else:
            return  # the menu hears of it too
        event.stop()
        event.prevent_default()

    def on_drawn_clicked(self, event: Drawn.Clicked) -> None:
        """A click on a head is told to the owner."""
        if event.name.startswith(HEAD):
            event.stop()
            event.prevent_default()
            self._say(Menu.Pressed(self, event.name, self.marked))

    def _draw(self) -> None:
        if not self.is_mounted:
            return
        looks, inner = looks_of(self.app), widest(self.app.size)
        parts = self._parts(inner, looks)
        place = placed(self.app.size, inner, sum(len(part) + 1 for part in parts if part) + 1)
        self.query_one(Box).put(place, boxed(self.text.title, parts, place.width, looks))

    def _rows(self) -> int:
        """How many rows are seen."""
        looks, inner = looks_of(self.app), widest(self.app.size)
        return max(1, len(self._parts(inner, looks)[0]) - len(self._above(inner, looks)) - 1)

    def _above(self, inner: int, looks: Looks) -> list[Line]:
        above: list[Line] = [[Piece(part)] for line in self.text.above for part in wrapped(line, inner, looks)]
        return shortened(above, 2, inner, looks)

    def _parts(self, inner: int, looks: Looks) -> list[list[Line]]:
        """The table, the choices, what is said of it: the rows give way to the notes as far as a few of them are seen."""
        text, most, above = self.text, room(self.app.size) - 2, self._above(inner, looks)
        blocks = [_block(text, at, at == self.marked, inner, looks) for at in range(len(text.choices))]
        own = text.choices[self.marked].note if text.choices else ()
        note: list[Line] = [[Piece(part)] for line in (*own, *text.note) for part in wrapped(line, inner, looks)]
        spare = most - len(above) - 1
        few = min(FEW, self.sheet.rows)
        lines = sum(map(len, blocks))
        chosen = min(lines, max(1, spare - few - 3)) if blocks else 0
        spare -= chosen + bool(chosen)
        below = shortened(note, max(0, spare - few - 1), inner, looks)
        spare -= len(below) + bool(below)
        seen, self.top = _window(blocks, self.marked, max(1, chosen), self.top) if blocks else ([], 0)
        return [[*above, *self._table(inner, max(1, spare), looks)], seen, below]

    def _table(self, inner: int, high: int, looks: Looks) -> list[Line]:
        """The head and as many rows as there is room for, from the first one seen on; how many more there are."""
        sheet = self.sheet
        self.first = max(0, min(self.first, sheet.rows - min(high, sheet.rows)))
        left = sheet.rows - self.first - high
        count = high - 1 if left > 0 and high > 1 else high
        head, rows = sheet.draw(inner, self.first, count, looks)
        more = sheet.rows - self.first - count
        told: list[Line] = [[Piece(looks.shown(sheet.more(more)), "dim")]] if more > 0 and high > 1 else []
        return [head, *rows, *told]
