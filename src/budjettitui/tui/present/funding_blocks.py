"""What the dialog of a pasted table of funding says: each row as it was read, who pays to whom, and its years."""

from budjettitui.pasting import PastedBlock
from budjettitui.tui.present.blocks import UNKNOWN, doubts, left, numbers_said, twice
from budjettitui.tui.widgets.menu import Choice
from budjettitui.words import Words


def notes(words: Words, block: PastedBlock) -> tuple[str, ...]:
    """The sum, what was left out, what names no kind of money, and what stands in the budget already."""
    said = [*doubts(words, block), *twice(words, block)]
    said += [words.say("screen.paste.sum", amount=block.sum)] if block.sum is not None else []
    if unknown := sum(row.unknown for row in block.rows):
        said.append(f"{UNKNOWN} {words.say('screen.paste.unknown-kind', count=unknown)}")
    said += [words.say("screen.paste.untaken", column=column, text=text) for column, text in block.untaken[:3]]
    if over := [row.line for row in block.rows if row.over]:
        said.append(words.say("screen.paste.over-kind", line=over[0], more=len(over) - 1 or None))
    return (*said, *left(words, block))


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
