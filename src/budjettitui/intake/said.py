"""What is said of a table that came in: how columns and rows were understood, what was left out, what stops it."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.intake import Intake
from budjettitui.intake.doubts import Doubt
from budjettitui.pasting import PastedRow
from budjettitui.pasting.year_columns import YEAR
from budjettitui.state import State
from budjettitui.words import Words


def lines(made: Intake, words: Words) -> Iterator[str]:
    """All of it, in the order in which one would check it."""
    grid, say = made.grid, words.say
    if grid.sheet:
        yield say("table.in.sheet", sheet=grid.sheet, others=grid.others)
    yield from (say(f"table.remark.{key}", what=what) for key, what in grid.remarks)
    yield from (say("table.in.above", line=line, text=text) for line, text in made.above)
    yield say("table.in.numbers", style=say("table.in.comma" if made.block.style.decimal == "," else "table.in.point"))
    yield from _columns(made, words)
    yield from (say("table.in.new-partner", id=id, name=name) for id, name in made.partners)
    yield from _words_taken(made, words)
    for row in made.block.rows:
        yield _row(made, row, words)
    yield from _taken_over(made, words)
    for left in made.block.left:
        yield say(f"table.in.left-{left.why}", line=grid.numbers[left.line - 1], text=left.text)
    for one in made.rounded:
        yield say("table.in.rounded", line=one.line, old=words.say("show.exact", value=one.old), new=one.new)
    if made.left_twice:
        yield say("table.in.left-twice", count=made.left_twice)
    if made.block.rows:
        yield say("table.in.sum", count=len(made.block.rows), amount=made.block.sum)
    if (other := made.other_total) is not None:
        yield say("table.in.other-total", line=other.line, said=other.said, rows=other.rows)


def doubt(one: Doubt, words: Words) -> str:
    """One thing that stops the table."""
    return words.say(f"table.doubt.{one.why}", line=one.line, column=one.column, what=one.what)


def verdict(state: State, words: Words) -> str:
    """The costs, the funding and what is found, in one line."""
    counts = {"error": 0, "warning": 0, "info": 0}
    for finding in state.roots():
        counts[finding.severity.name.lower()] += 1
    found = words.say("show.findings", errors=counts["error"], warnings=counts["warning"], infos=counts["info"])
    project = state.figures.project
    return words.say("table.in.state", costs=project.costs.value, funding=project.funding, found=found)


def _columns(made: Intake, words: Words) -> Iterator[str]:
    """Each column: where it stands, what is above or first in it, and what it was taken for."""
    first = dict(made.block.untaken)
    head = made.grid.spelled(made.block.style.decimal)[0] if made.grid.lines else []
    for at, (name, key) in enumerate(zip(made.grid.columns, made.block.columns, strict=False)):
        if key:
            yield words.say("table.in.column", column=name, head=head[at], key=column_called(key, words))
        elif at + 1 in first:
            yield words.say("table.in.column-left", column=name, head=first[at + 1])
    if made.block.guessed is not None:
        number, text = made.block.guessed
        yield words.say("table.in.guessed", column=made.grid.columns[number - 1], text=text)


def column_called(key: str, words: Words) -> str:
    """What a column was taken for."""
    if key.startswith(YEAR):
        return f"{words.label('key', 'years')} {key.removeprefix(YEAR)}"
    return words.label("table" if key == "how" else "key", "partner" if key == "who" else key)


def _words_taken(made: Intake, words: Words) -> Iterator[str]:
    """Each word that was made one of the file, once."""
    for key in ("category", "kind"):
        if key not in made.block.columns:
            continue
        at, told = made.block.columns.index(key), set[tuple[str, str]]()
        for row in made.block.rows:
            text, word = made.grid.lines[row.line - 1][at], row.cells.get(key, "")
            if not isinstance(text, str) or not text or (text, word) in told:
                continue
            told.add((text, word))
            if row.unknown and key == "category":
                yield words.say("table.in.unknown", text=text, nearest=made.block.near.get(word))
            elif text != word:
                yield words.say("table.in.word", text=text, word=word)


def _taken_over(made: Intake, words: Words) -> Iterator[str]:
    """The rows that have a word from the row above, and not from the person who asks."""
    for key in ("category", "partner"):
        over = [row for row in made.block.rows if key in row.over and key in made.block.columns]
        if over:
            line = made.grid.numbers[over[0].line - 1]
            yield words.say(f"screen.paste.over-{key}", line=line, more=len(over) - 1 or None)


def _row(made: Intake, row: PastedRow, words: Words) -> str:
    """One row as it would be written."""
    cells = row.cells
    factors = {key: text for key in ("quantity", "unit_price", "allocation") if (text := cells.get(key))}
    if "%" not in factors.get("allocation", "%"):
        factors["allocation"] += " %"
    how = " x ".join(factors.values())
    parts = (cells.get("category") or cells.get("kind"), cells.get("partner") or cells.get("recipient"),
             cells.get("description") or cells.get("payer"), cells.get("how") or how)  # fmt: skip
    said = " | ".join(words.show(part) for part in parts if part)
    amount: Decimal | None = row.amount
    return words.say("table.in.row", line=made.grid.numbers[row.line - 1], what=said, amount=amount)
