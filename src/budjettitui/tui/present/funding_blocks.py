"""What the dialog of a pasted table of funding says: each row as it was read, who pays to whom, and its years."""

from collections.abc import Sequence

from budjettitui.model import Budget
from budjettitui.pasting import PastedBlock, PastedRow
from budjettitui.pasting.year_columns import YEAR
from budjettitui.tui.present.blocks import UNKNOWN, framed, numbers_said, rows_shown
from budjettitui.tui.present.values import money, partner_name
from budjettitui.tui.widgets.cells import cells, filled
from budjettitui.tui.widgets.menu import Choice
from budjettitui.words import Words

KIND, AMOUNT = 20, 12
"""The most cells of the kind, and those of the amount."""


def lines(words: Words, budget: Budget, block: PastedBlock, height: int, room: int) -> tuple[str, ...]:
    """How many rows, how their numbers are written, and the rows: as many as a window so high has room for."""
    shown = rows_shown(block, height)
    return framed(words, block, _rows(words, budget, shown, room), len(shown))


def _rows(words: Words, budget: Budget, rows: Sequence[PastedRow], room: int) -> list[str]:
    """The rows in columns: the kind, the words, who pays to whom, the amount; years below the first row that has them."""
    kinds = [_kind(words, row) for row in rows]
    whose = [_whose(words, budget, row) for row in rows]
    names = [words.show(row.cells["description"]) if "description" in row.cells else "" for row in rows]
    kind, wide, name = (max(map(cells, texts), default=0) for texts in (kinds, whose, names))
    kind = min(kind, KIND, room // 4)
    left = room - kind - AMOUNT - 4
    wide = min(wide, left - min(name + 1, left // 2) if name else left)
    name = max(0, min(name, left - wide - 1 if wide else left))
    drawn, told = list[str](), False
    for row, sort, who, called in zip(rows, kinds, whose, names, strict=True):
        sign = (UNKNOWN if row.unknown else "") + ("?" if row.twice else "")
        columns = [filled(text, width) for text, width in ((sort, kind), (called, name), (who, wide)) if width]
        text = f"{' '.join(columns)} {money(words, row.amount):>{AMOUNT}}"
        drawn.append(f"{sign:2}{text}".replace(" ", "\u00a0"))
        years = {key.removeprefix(YEAR): cell for key, cell in row.cells.items() if key.startswith(YEAR)}
        if years and not told:
            parts = (words.say("screen.paste.year", year=year, amount=cell) for year, cell in years.items())
            drawn.append("  " + "  ".join(parts))
            told = True
    return drawn


def _kind(words: Words, row: PastedRow) -> str:
    return words.label("funding", row.cells["kind"]) if "kind" in row.cells and not row.unknown else "?"


def _whose(words: Words, budget: Budget, row: PastedRow) -> str:
    """`Helsinki -> Forum Virium`."""
    payer, gets = (partner_name(budget, row.cells.get(key)) for key in ("payer", "recipient"))
    sides = (words.show(payer) if payer else "", words.show(gets) if gets else "")
    return f"{sides[0]} -> {sides[1]}".strip() if gets else sides[0]


def notes(words: Words, block: PastedBlock) -> tuple[str, ...]:
    """The sum, what was left out, what names no kind of money, and what stands in the budget already."""
    said = [words.say("screen.paste.sum", amount=block.sum)] if block.sum is not None else []
    if unknown := sum(row.unknown for row in block.rows):
        said.append(f"{UNKNOWN} {words.say('screen.paste.unknown-kind', count=unknown)}")
    said += [words.say("screen.paste.untaken", column=column, text=text) for column, text in block.untaken[:3]]
    if over := [row.line for row in block.rows if row.over]:
        said.append(words.say("screen.paste.over-kind", line=over[0], more=len(over) - 1 or None))
    said += [words.say(f"screen.paste.left-{one.why}", line=one.line, text=one.text) for one in block.left[:3]]
    if block.twice:
        said.append(words.say("screen.paste.twice", count=block.twice))
    return tuple(said)


def choice(words: Words, block: PastedBlock, first: PastedBlock) -> Choice:
    """One way to take the block: all of it, only what is new, as a kind of money, or with its numbers read the other way."""
    style = numbers_said(words, block)
    key = "way" if block.style != first.style else "all" if len(block.rows) == len(first.rows) else "new"
    without = [row for row in block.rows if row.unknown]
    kind = without[0].cells.get("kind") if without else None
    if kind is not None:
        key = "as-kind"
    said = words.say(f"screen.paste.{key}", count=len(block.rows), amount=block.sum, style=style,
                     kind=words.label("funding", kind) if kind is not None else "")  # fmt: skip
    return Choice(said)
