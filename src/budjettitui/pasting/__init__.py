"""A block of a spreadsheet read as cost lines: which column is what, how its numbers are written, what is a total.

Pure: text and state in, rows out. Nothing is dropped unsaid: totals, duplicates and what is in doubt are told.
"""

from collections.abc import Mapping, Sequence

from budjettitui.cell_texts import HOW, Typed, typed_into
from budjettitui.cells import row_change
from budjettitui.checks.near import nearest_category
from budjettitui.edits import Change, Edit
from budjettitui.pasting.columns import (
    COMMA,
    columns_of,
    first_cell,
    one_line_a_row,
    other_style,
    squared,
    style_of,
    untaken,
)
from budjettitui.pasting.names import Known, category_of, known_of, of_the_rules, partner_of, plain
from budjettitui.pasting.rows import Block, Left, PastedRow
from budjettitui.pasting.tables import table_of
from budjettitui.pasting.totals import is_head, is_total
from budjettitui.state import State
from budjettitui.typed import Doubtful, NotYet, NumberStyle, Sure, read_number
from budjettitui.values import replace

__all__ = [
    "COMMA", "Block", "Left", "PastedRow", "change_of", "one_line_a_row", "other_style", "read_block", "style_of",
    "without_guess",
]  # fmt: skip

MOST_NEAR = 8
"""For so many different unknown words the nearest category is looked for."""

_NUMERIC = ("quantity", "unit_price", "allocation", "amount")
_TAKEN_OVER = ("category", "partner")


def read_block(
    state: State, text: str, style: NumberStyle, taken: Mapping[str, str] | None = None, *, guess: bool = True
) -> Block:
    """The rows of a block; `taken` is what a row without it takes over, such as the category of the row above. With
    `guess` a column of unknown words may be the category.
    """
    table = table_of(text)
    style, known = style_of(table, style), known_of(state)
    columns = columns_of(known, table, style, guess=guess)
    if not columns.headed:
        table = squared(table, style)
        columns = columns_of(known, table, style, guess=guess)
    reader = _Reader(known, style, taken or {})
    for number, line in enumerate(table, 1):
        if any(line) and (number > 1 or not columns.headed):
            reader.read(number, line, columns.keys)
    reader.close()
    at = columns.guessed
    return Block(
        tuple(reader.rows), tuple(reader.left), tuple(reader.doubts), style, columns.keys,
        tuple(untaken(table, columns.keys)), None if at is None else (at, first_cell(table, at - 1)),
        _nearest(state, reader.rows),
    )  # fmt: skip


def without_guess(state: State, text: str, block: Block, taken: Mapping[str, str]) -> Block:
    """The block without the column that is the category by its form alone; what is a total by its words stays one."""
    other = read_block(state, text, block.style, taken, guess=False)
    if block.guessed is None or other.columns.index("description") != block.columns.index("description"):
        return other
    category = {key: taken[key] for key in ("category",) if key in taken}
    unknown = bool(category) and not of_the_rules(known_of(state), category["category"])
    rows = tuple(
        replace(row, cells={**{key: cell for key, cell in row.cells.items() if key != "category"}, **category},
                unknown=unknown, over=tuple(dict.fromkeys((*row.over, *category))))
        for row in block.rows
    )  # fmt: skip
    return replace(other, rows=rows, left=block.left, doubts=block.doubts)


class _Reader:
    """Reads line by line; `above` is what a line takes over that does not say it: of the row above, which may stand in
    the budget, or of a line above that is the head of those below it.
    """

    def __init__(self, known: Known, style: NumberStyle, taken: Mapping[str, str]) -> None:
        self.known = known
        self.style = style
        self.above = dict(taken)
        self.head: int | None = None
        self.words: set[str] = set()
        self.rows: list[PastedRow] = []
        self.left: list[Left] = []
        self.doubts: list[tuple[int, str]] = []

    def read(self, number: int, line: Sequence[str], keys: Sequence[str]) -> None:
        """One line: a row, or left out as a total or without an amount."""
        found = {key: cell for key, cell in zip(keys, line, strict=False) if key and cell}
        if "description" not in found:
            self.close()
        doubts: list[tuple[int, str]] = []
        row = _row(self.known, number, found, self.style, self.above, doubts)
        why = ""
        if is_total(self.known, line, row, self.rows, self.left, self.words):
            why = "total"
        elif row.amount is None and not {"unit_price", HOW} & set(row.cells) and not doubts:
            why = "empty"
        if why:
            self.left.append(Left(number, why, " ".join(cell for cell in line if cell)))
        else:
            self.head = len(self.rows) if "category" in found and "description" not in found else self.head
            self.rows.append(row)
        self.words.update(map(plain, line))
        if why != "total":
            self.doubts += doubts
            self.above |= {key: row.cells[key] for key in _TAKEN_OVER if key in found}

    def close(self) -> None:
        """Leave the last head out, where the rows below it come to its amount."""
        at, self.head = self.head, None
        if at is not None and is_head(self.rows[at], self.rows[at + 1 :]):
            head = self.rows.pop(at)
            text = " ".join(filter(None, (head.cells.get("category"), head.cells.get("amount"))))
            self.left = sorted([*self.left, Left(head.line, "total", text)], key=lambda one: one.line)


def _nearest(state: State, rows: Sequence[PastedRow]) -> Mapping[str, str]:
    words = dict.fromkeys(row.cells["category"] for row in rows if row.unknown)
    near = {word: nearest_category(word, state.terms.rules) for word in list(words)[:MOST_NEAR]}
    return {word: name for word, name in near.items() if name is not None}


def change_of(state: State, block: Block, index: int) -> Change | Doubtful | NotYet:
    """The rows put in before row number `index` of the cost lines, as one step."""
    edits: list[Edit] = []
    for number, row in enumerate(block.rows):
        answer = row_change(state, "cost", index + number, row.cells, block.style)
        if not isinstance(answer, Change):
            return answer
        edits += answer.edits
    return Change("screen.did.pasted", tuple(edits), {"count": len(block.rows), "amount": block.sum})


def _row(
    known: Known, number: int, found: Mapping[str, str], style: NumberStyle, taken: Mapping[str, str],
    doubts: list[tuple[int, str]],
) -> PastedRow:  # fmt: skip
    """One line with its words made those of the file; what cannot be read is added to the doubts. A category that is not
    known stays as it is written.
    """
    cells = {**taken, **found}
    if "category" in found:
        cells["category"] = category_of(known, found["category"]) or found["category"]
    if "partner" in found:
        partner = partner_of(known, found["partner"])
        doubts += [] if partner else [(number, found["partner"])]
        cells["partner"] = partner or found["partner"]
    for key in _NUMERIC:
        decimals = known.state.budget.decimals if key == "amount" else None
        if key in found and not isinstance(read_number(found[key], style, decimals=decimals), Sure):
            doubts.append((number, found[key]))
    if HOW in found and not isinstance(
        typed_into(known.state.budget, ("cost", 0, HOW), found[HOW], style, new=True), Typed
    ):
        doubts.append((number, found[HOW]))
    decimals = known.state.budget.decimals
    reading = read_number(found["amount"], style, decimals=decimals) if "amount" in found else NotYet("")
    amount = reading.value if isinstance(reading, Sure) else None
    return PastedRow(
        number,
        cells,
        amount,
        amount is not None and (cells.get("description", "").casefold(), amount) in known.standing,
        "category" in cells and not of_the_rules(known, cells["category"]),
        tuple(key for key in taken if key not in found),
    )
