"""A pasted block as a table of its own columns: each with what it means, each cell as it is read."""

from collections.abc import Mapping, Sequence

from budjettitui.intake.said import column_called
from budjettitui.pasting import PastedBlock, PastedRow
from budjettitui.pasting.columns import is_money, is_numeric
from budjettitui.tui.present.blocks import UNKNOWN
from budjettitui.tui.present.values import in_full, money
from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.cells import cells, fit
from budjettitui.tui.widgets.drawn import Line, Piece
from budjettitui.tui.widgets.sheet_menu import HEAD, Sheet
from budjettitui.typed import Sure, read_number
from budjettitui.values import frozen
from budjettitui.words import Words

WHOSE = ("partner", "who", "payer", "recipient")
"""What has a partner in it, which is shown by its name."""

OVER = ("category", "partner", "kind")
"""What a row may take over from the one above; it stands before the columns of the block then."""

LOOKED_AT = 200
"""Rows by which the columns are made as wide as they are."""

LEAST = 6
"""Cells that a text keeps where there are many columns."""

NUMBERED = 8
"""Cells before the columns: the number of the line, and two signs."""

GAP = 2


@frozen
class _Column:
    """One column that is seen: its number in the block, -1 of what no column gives; its key, its head."""

    at: int
    key: str
    head: str


def sheet(
    words: Words, block: PastedBlock, column: int, names: Mapping[str, str], numbers: Sequence[int] = ()
) -> Sheet:
    """The rows of a block, partners by their `names`; `numbers` are those of its lines in the file that it is from."""
    one = _Pasted(words, block, names, numbers, tuple(_columns(words, block)), column)
    shown = [[one.cell(row, column) for column in one.columns] for row in block.rows[:LOOKED_AT]]

    def draw(inner: int, first: int, count: int, looks: Looks) -> tuple[Line, Sequence[Line]]:
        seen, widths = _seen(one.columns, shown, column, inner - NUMBERED, looks)
        rows = block.rows[first : first + count]
        return _head(one, seen, widths, looks), [one.line(row, seen, widths, looks) for row in rows]

    return Sheet(len(block.rows), draw, column, lambda more: words.say("screen.paste.more", count=more))


@frozen
class _Pasted:
    """A block with its columns as they are seen; `marked` is the number of the one that is gone to, -1 for none."""

    words: Words
    block: PastedBlock
    names: Mapping[str, str]
    numbers: Sequence[int]
    columns: tuple[_Column, ...]
    marked: int

    def cell(self, row: PastedRow, column: _Column) -> str:
        """A cell as it is read: numbers as the cells of a page have them, words by what they are called here."""
        words, key = self.words, column.key
        if key == "amount" and row.amount is not None:
            return money(words, row.amount)
        line = self.block.source[row.line - 1] if row.line <= len(self.block.source) else ()
        raw = line[column.at] if 0 <= column.at < len(line) else ""
        text = row.cells.get(key, raw) if key else raw
        if not text:
            return ""
        if key in WHOSE:
            return words.show(self.names.get(text, text))
        if key == "kind":
            return "?" if row.unknown and column.at < 0 else words.label("funding", text)
        if key == "category" and words.has(f"screen.category.{text}"):
            return words.say(f"screen.category.{text}")
        return self._number(key, text) if is_numeric(key) else words.show(text)

    def _number(self, key: str, text: str) -> str:
        if any(sign.isalpha() for sign in text):  # with a unit: it stands as it is
            return self.words.show(text)
        reading = read_number(text, self.block.style, decimals=None)
        if not isinstance(reading, Sure) or reading.factors is not None or "%" in text:
            return self.words.show(text)
        if is_money(key) or key == "unit_price":
            return in_full(self.words, reading.value)
        return self.words.say("show.exact", value=reading.value)

    def line(self, row: PastedRow, seen: range, widths: Sequence[int], looks: Looks) -> Line:
        """One row, with its number and its signs: doubtful or here already, of a category that the rules do not have."""
        number = self.numbers[row.line - 1] if self.numbers else row.line
        doubtful = any(line == row.line for line, _ in self.block.doubts)
        doubtful = doubtful or any(one.line == row.line for one in self.block.settled)
        sign = (UNKNOWN if row.unknown else "") + ("?" if row.twice or doubtful else "")
        pieces = [Piece(f"{number:4} ", "dim"), Piece(f"{sign:3}", "warning" if sign else "")]
        for at in seen:
            one = self.columns[at]
            role = "selected" if self.is_marked(one) else "" if one.key else "dim"
            text = fit(self.cell(row, one), widths[at], looks, right=is_numeric(one.key))
            pieces += [Piece(text, role), Piece(" " * GAP)]
        return pieces[:-1]

    def is_marked(self, column: _Column) -> bool:
        """True of the column that is gone to."""
        return self.marked >= 0 and column.at == self.marked


def meaning(words: Words, key: str) -> str:
    """What a column means; of one that is not taken, that."""
    return column_called(key, words) if key else words.say("screen.paste.left-out")


def _columns(words: Words, block: PastedBlock) -> list[_Column]:
    """What rows take over first, then the columns of the block, then the amount where it is worked out."""
    over = [key for key in OVER if key not in block.columns and any(row.cells.get(key) for row in block.rows)]
    found = [_Column(-1, key, meaning(words, key)) for key in over]
    found += [_Column(at, key, meaning(words, key)) for at, key in enumerate(block.columns)]
    if "amount" not in block.columns and any(row.amount is not None for row in block.rows):
        found.append(_Column(-1, "amount", meaning(words, "amount")))
    return found


def _seen(
    columns: Sequence[_Column], shown: Sequence[Sequence[str]], marked: int, room: int, looks: Looks
) -> tuple[range, list[int]]:
    """The columns that are seen, those around the marked one where there is no room for all, and how wide each is."""
    asked = [max([cells(looks.shown(one.head)), *(cells(row[at]) for row in shown)]) for at, one in enumerate(columns)]
    least = [
        width if is_numeric(one.key) else min(width, max(LEAST, cells(looks.shown(one.head))))
        for width, one in zip(asked, columns, strict=True)
    ]
    start, end = 0, len(columns)
    here = next((at for at, one in enumerate(columns) if one.at == marked), 0) if marked >= 0 else 0
    while end - start > 1 and sum(least[start:end]) + GAP * (end - start - 1) > room:
        if end - 1 > here:
            end -= 1
        else:
            start += 1
    widths = list(asked)
    while sum(widths[start:end]) + GAP * (end - start - 1) > room:
        giving = [at for at in range(start, end) if widths[at] > least[at]]
        if not giving:
            break
        widths[max(giving, key=lambda at: widths[at])] -= 1
    return range(start, end), [min(width, room) for width in widths]


def _head(one: _Pasted, seen: range, widths: Sequence[int], looks: Looks) -> Line:
    """The heads; a click on one goes to its column. `<` and `>` where there are more."""
    before, after = ("<" if seen.start else " "), (">" if seen.stop < len(one.columns) else "")
    pieces = [Piece(f"{before:{NUMBERED}}", "dim")]
    for at in seen:
        column, here = one.columns[at], one.is_marked(one.columns[at])
        text = fit(column.head, widths[at], looks, right=is_numeric(column.key))
        pieces[-1] = pieces[-1]._replace(text=pieces[-1].text[:-1] + (looks.sign("here") if here else " "))
        click = f"{HEAD}{column.at}" if column.at >= 0 else ""
        pieces += [Piece(text, "cursor" if here else "dim", click), Piece(" " * GAP)]
    return [*pieces[:-1], Piece(after, "dim")] if after else pieces[:-1]
