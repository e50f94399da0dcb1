"""What the dialog of a pasted block says: its rows as they were read, what was left out, what stands there already."""

from collections.abc import Iterator

from budjettitui.pasting import PastedBlock, PastedRow
from budjettitui.tui.present.values import in_full, money
from budjettitui.tui.widgets.menu import Choice
from budjettitui.typed import Doubtful, read_number
from budjettitui.words import Words

MOST_WORDS = 3
"""Categories that the rules do not have that are named one by one."""

UNKNOWN = "!"
"""Stands before a row whose category the rules do not have."""


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


def _category(words: Words, name: str) -> str:
    key = f"screen.category.{name}"
    return words.say(key) if words.has(key) else words.show(name)


def notes(words: Words, block: PastedBlock) -> tuple[str, ...]:
    """What is in doubt and what was settled, the sum, what was left out, and what stands in the budget already."""
    said = [*doubts(words, block), *twice(words, block)]
    said += [words.say("screen.paste.sum", amount=block.sum)] if block.sum is not None else []
    said += [words.say("screen.paste.untaken", column=column, text=text) for column, text in block.untaken[:3]]
    if unknown := sum(row.unknown for row in block.rows):
        said.append(f"{UNKNOWN} {words.say('screen.paste.unknown', count=unknown)}")
    first = {row.cells["category"]: row for row in reversed(block.rows) if row.unknown}
    for row in sorted(first.values(), key=lambda one: one.line)[:MOST_WORDS]:
        said += _unknown(words, block, row)
    if block.guessed is not None:
        said.append(words.say("screen.paste.guessed", column=block.guessed[0], text=block.guessed[1]))
    for key in ("category", "partner"):
        lines = [row.line for row in block.rows if key in row.over] if key in block.columns else []
        said += [words.say(f"screen.paste.over-{key}", line=lines[0], more=len(lines) - 1 or None)] if lines else []
    if block.taken_over is not None:
        said.append(words.say("screen.paste.taken-over", category=_category(words, block.taken_over)))
    return (*said, *left(words, block))


def twice(words: Words, block: PastedBlock) -> list[str]:
    """How many rows stand in the budget already."""
    return [words.say("screen.paste.twice", count=block.twice)] if block.twice else []


def doubts(words: Words, block: PastedBlock) -> Iterator[str]:
    """Each cell that is in doubt with both its readings, and each that its line has settled with why."""
    for line, what in block.doubts[:3]:
        reading = read_number(what, block.style)
        if isinstance(reading, Doubtful):
            first, second = (in_full(words, value) for value in reading.readings)
            yield words.say("screen.paste.two-ways", line=line, what=what, first=first, second=second)
        else:
            yield words.say("screen.paste.in-doubt", line=line, what=what)
    for one in block.settled[:3]:
        sum_ = " x ".join(words.say("show.exact", value=factor) for factor in one.factors)
        yield words.say("screen.paste.settled", line=one.line, what=one.text, value=in_full(words, one.value), sum=sum_,
                        amount=one.amount)  # fmt: skip


def left(words: Words, block: PastedBlock) -> list[str]:
    """The lines that were left out; those that are totals may be taken in."""
    said = [words.say(f"screen.paste.left-{one.why}", line=one.line, text=one.text) for one in block.left[:3]]
    totals = [one for one in block.left if one.why == "total"]
    same = (
        block.sum is not None and money(words, block.sum).replace("\u00a0", "") in _bare(totals[-1].text)
        if totals
        else False
    )
    if totals:
        key = "takes-same" if same and len(totals) == 1 else "takes-in"
        at = next((at for at, one in enumerate(block.left[:3]) if one is totals[-1]), len(said) - 1)
        said[at] += f". {words.say(f'screen.paste.{key}', count=len(totals))}"
    return said


def _bare(text: str) -> str:
    """A text without any blanks, so that numbers are found in it however their groups are parted."""
    return "".join(text.split())


def choice(words: Words, block: PastedBlock, first: PastedBlock) -> Choice:
    """One way to take the block: all of it, only what is new, or with its numbers read the other way."""
    style = numbers_said(words, block)
    key = "way" if block.style != first.style else "all" if block is first else "new"
    if first.guessed is not None and block.guessed is None:
        key = "without"
    column = first.guessed[0] if first.guessed is not None else None
    return Choice(words.say(f"screen.paste.{key}", count=len(block.rows), amount=block.sum, style=style, column=column))
