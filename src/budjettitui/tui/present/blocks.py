"""What the dialog of a pasted block says: its rows as they were read, what was left out, what stands there already."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from budjettitui.cells.texts import PRODUCT
from budjettitui.pasting import PastedBlock, PastedRow
from budjettitui.tui.present.values import exact, in_full, money
from budjettitui.tui.widgets.cells import cells, filled
from budjettitui.tui.widgets.menu import Choice
from budjettitui.typed import NumberStyle, Sure, read_number
from budjettitui.words import Words

SHOWN = 7
"""Rows that are shown in any window; of more, the first ones."""

OTHERS = 26
"""Lines of a window that are for what is not the rows: what is around the dialog, its choices and its notes."""

BESIDE = 27
"""Cells of a row beside its name and its factors; a partner takes nine more."""

UNKNOWN = "!"
"""Stands before a row whose category the rules do not have."""


def lines(words: Words, block: PastedBlock, height: int, room: int = 0, *, partners: bool = False) -> tuple[str, ...]:
    """How many rows, how their numbers are written, and the rows: as many as a window so high has room for, each in so
    many cells. Whose each of them is stands there too where there are several partners, since it may be taken over from
    the row above.
    """
    shown = rows_shown(block, height)
    rows, wide = list[str](), _widths(words, shown, block.style, room, partners=partners)
    for row in shown:
        rows.append(_row(words, row, block.style, *wide, partners=partners))
        rows += _unknown(words, block, row)
    return framed(words, block, rows, len(shown))


def rows_shown(block: PastedBlock, height: int) -> tuple[PastedRow, ...]:
    """The rows that a window so high has room for."""
    return block.rows[: max(SHOWN, height - OTHERS)]


def framed(words: Words, block: PastedBlock, lines: Sequence[str], shown: int) -> tuple[str, ...]:
    """The lines of so many rows, between how many all of them are with how their numbers are written, and how many more
    there are.
    """
    first = words.say("screen.paste.head", count=len(block.rows), style=numbers_said(words, block))
    more = len(block.rows) - shown
    return (first, *lines, *([words.say("screen.paste.more", count=more)] if more > 0 else []))


def numbers_said(words: Words, block: PastedBlock) -> str:
    """How the numbers of a block are written."""
    return words.say("screen.paste.comma" if block.style.decimal == "," else "screen.paste.point")


def _unknown(words: Words, block: PastedBlock, row: PastedRow) -> list[str]:
    """Below the first row of each category that the rules do not have: its word whole, and the nearest that they have."""
    first = next(
        (one for one in block.rows if one.unknown and one.cells["category"] == row.cells.get("category")), None
    )
    if first is None or first.line != row.line:
        return []
    word = row.cells["category"]
    near = _category(words, block.near[word]) if word in block.near else None
    return ["  " + words.say("screen.paste.unknown-word", word=word, nearest=near)]


def _row(words: Words, row: PastedRow, style: NumberStyle, wide: int, narrow: int, *, partners: bool) -> str:
    """One row in columns, cut where it must be."""
    whose = f"{filled(words.show(row.cells.get('partner', '-')), 8)} " if partners else ""
    category = _category(words, row.cells.get("category", "?"))
    name, how = _name(words, row), _factors(words, row, style)
    sign = (UNKNOWN if row.unknown else "") + ("?" if row.twice else "")
    amount = money(words, row.amount)
    text = f"{filled(category, 10)} {whose}{filled(name, wide)} {filled(how, narrow)} {amount:>12}"
    return f"{sign:2}{text}".replace(" ", "\u00a0")


def _widths(
    words: Words, rows: Sequence[PastedRow], style: NumberStyle, room: int, *, partners: bool
) -> tuple[int, int]:
    """The cells of names and of factors: as many as the longest of them takes, within the room for both."""
    least, few, beside = (18, 14, BESIDE + 9) if partners else (22, 18, BESIDE)
    names = max((cells(_name(words, row)) for row in rows), default=0)
    factors = max(few, min(max((cells(_factors(words, row, style)) for row in rows), default=0), room // 4))
    return max(least, min(names, room - beside - factors)), factors


def _name(words: Words, row: PastedRow) -> str:
    return words.show(row.cells["description"]) if row.cells.get("description") else ""


def _factors(words: Words, row: PastedRow, style: NumberStyle) -> str:
    """`11 kk x 5 538,75`, as the cell will show it; what is no number for sure stands as it was copied."""
    quantity, unit, price, allocation = (row.cells.get(key, "") for key in PRODUCT)
    read = _number(words, quantity, style, exact)
    parts = (row.cells.get("how"), f"{read} {unit}".strip(), _number(words, price, style, in_full), allocation)
    return " x ".join(words.show(part) for part in parts if part)


def _number(words: Words, text: str, style: NumberStyle, shown: Callable[[Words, Decimal], str]) -> str:
    """A number as the block writes it, shown as a cell does; any other text, and one with a unit, as it stands."""
    bare = text and not any(sign.isalpha() for sign in text)
    reading = read_number(text, style, decimals=None) if bare else None
    return shown(words, reading.value) if isinstance(reading, Sure) and reading.factors is None else text


def _category(words: Words, name: str) -> str:
    key = f"screen.category.{name}"
    return words.say(key) if words.has(key) else words.show(name)


def notes(words: Words, block: PastedBlock) -> tuple[str, ...]:
    """The sum, what was left out, and what stands in the budget already."""
    said = [words.say("screen.paste.sum", amount=block.sum)] if block.sum is not None else []
    said += [words.say("screen.paste.untaken", column=column, text=text) for column, text in block.untaken[:3]]
    if unknown := sum(row.unknown for row in block.rows):
        said.append(f"{UNKNOWN} {words.say('screen.paste.unknown', count=unknown)}")
    if block.guessed is not None:
        said.append(words.say("screen.paste.guessed", column=block.guessed[0], text=block.guessed[1]))
    for key in ("category", "partner"):
        lines = [row.line for row in block.rows if key in row.over] if key in block.columns else []
        said += [words.say(f"screen.paste.over-{key}", line=lines[0], more=len(lines) - 1 or None)] if lines else []
    if block.taken_over is not None:
        said.append(words.say("screen.paste.taken-over", category=_category(words, block.taken_over)))
    said += [words.say(f"screen.paste.left-{one.why}", line=one.line, text=one.text) for one in block.left[:3]]
    said += [words.say("screen.paste.in-doubt", line=line, what=what) for line, what in block.doubts[:3]]
    if block.twice:
        said.append(words.say("screen.paste.twice", count=block.twice))
    return tuple(said)


def choice(words: Words, block: PastedBlock, first: PastedBlock) -> Choice:
    """One way to take the block: all of it, only what is new, or with its numbers read the other way."""
    style = numbers_said(words, block)
    key = "way" if block.style != first.style else "all" if block is first else "new"
    if first.guessed is not None and block.guessed is None:
        key = "without"
    column = first.guessed[0] if first.guessed is not None else None
    return Choice(words.say(f"screen.paste.{key}", count=len(block.rows), amount=block.sum, style=style, column=column))
