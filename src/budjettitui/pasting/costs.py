"""A block of a spreadsheet read as cost lines: which column is what, how its numbers are written, what is a total.

Pure: text and state in, rows out. Nothing is dropped unsaid: totals, duplicates and what is in doubt are told.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from budjettitui.cells.texts import HOW, Meant, typed_into
from budjettitui.checks.near import nearest_category
from budjettitui.model import BESIDE
from budjettitui.money import total
from budjettitui.pasting.chosen import GUESSED, Chosen
from budjettitui.pasting.columns import NUMBERS, Columns, Table, is_money, numbered_lines, with_columns
from budjettitui.pasting.cost_columns import cost_columns
from budjettitui.pasting.names import NO, YES, Known, category_of, known_of, of_the_rules, partner_of, plain
from budjettitui.pasting.numbers import style_of
from budjettitui.pasting.rows import Left, PastedBlock, PastedRow, Settled
from budjettitui.pasting.settled import settled
from budjettitui.pasting.tables import first_cell, table_of, untaken
from budjettitui.pasting.totals import Above, is_head, is_total
from budjettitui.pasting.year_columns import years_in
from budjettitui.state import State
from budjettitui.typed import NumberStyle, Sure, read_number
from budjettitui.values import replace

MOST_NEAR = 8
"""For so many different unknown words the nearest category is looked for."""

_WORTH = {"unit_price", HOW, *BESIDE}
"""What makes a line without an amount a row all the same."""

_TAKEN_OVER = ("category", "partner")


def read_costs(
    state: State,
    text: str,
    style: NumberStyle,
    taken: Mapping[str, str] | None = None,
    *,
    guess: bool = True,
    chosen: Chosen = GUESSED,
) -> PastedBlock:
    """The rows of a block; `taken` is what a row without it takes over, such as the category of the row above. With
    `guess` a column of unknown words may be the category.
    """
    table = table_of(text)
    return read_costs_table(state, table, chosen.style or style_of(table, style), taken, guess=guess, chosen=chosen)


def read_costs_table(
    state: State,
    table: Table,
    style: NumberStyle,
    taken: Mapping[str, str] | None = None,
    *,
    guess: bool = True,
    chosen: Chosen = GUESSED,
) -> PastedBlock:
    """The rows of a table whose cells are known, such as one of a file, with its numbers written in that style."""
    known = known_of(state)
    table, columns = with_columns(table, style, lambda table: cost_columns(known, table, style, guess=guess))
    columns = chosen.of(columns)
    reader = _CostReader(known, style, taken or {}, totals=chosen.totals)
    for number, line in numbered_lines(table, columns):
        reader.read(number, line, columns)
    reader.close()
    at = columns.guessed
    return PastedBlock(
        "cost",
        tuple(reader.rows),
        tuple(reader.left),
        tuple(reader.doubts),
        style,
        columns.keys,
        untaken=tuple(untaken(table, columns.keys)),
        guessed=None if at is None else (at, first_cell(table, at - 1)),
        near=_nearest(state, reader.rows),
        settled=tuple(reader.settled),
        source=tuple(map(tuple, table)),
        headed=columns.headed,
    )


def without_guess(state: State, text: str, block: PastedBlock, taken: Mapping[str, str]) -> PastedBlock:
    """The block without the column that is the category by its form alone; what is a total by its words stays one."""
    other = read_costs(state, text, block.style, taken, guess=False)
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


class _CostReader:
    """Reads line by line; `above` is what a line takes over that does not say it: of the row above, which may stand in
    the budget, or of a line above that is the head of those below it.
    """

    def __init__(self, known: Known, style: NumberStyle, taken: Mapping[str, str], *, totals: bool = False) -> None:
        self.known = known
        self.totals = totals
        """True where what looks like a total is a row."""
        self.settled: list[Settled] = []
        self.style = style
        self.above = dict(taken)
        self.head: int | None = None
        self.words: set[str] = set()
        self.rows_above = Above()
        self.left: list[Left] = []
        self.doubts: list[tuple[int, str]] = []

    @property
    def rows(self) -> list[PastedRow]:
        """The rows so far."""
        return self.rows_above.rows

    def read(self, number: int, line: Sequence[str], columns: Columns) -> None:
        """One line: a row, or left out as a total or without an amount."""
        found, told = settled(number, columns.cells(line), self.style, self.known.state.budget.decimals)
        if "description" not in found:
            self.close()
        doubts: list[tuple[int, str]] = []
        row = _row(self.known, number, found, self.style, self.above, doubts)
        why = ""
        if not self.totals and is_total(self.known, line, row, self.rows_above, self.words):
            why = "total"
        elif row.amount is None and not _WORTH & set(row.cells) and not doubts:
            why = "empty"
        if why:
            self.left.append(Left(number, why, " ".join(cell for cell in line if cell)))
            if why == "total":
                self.rows_above.total_at(number)
        else:
            self.head = len(self.rows) if "category" in found and "description" not in found else self.head
            self.rows_above.add(row)
        self.words.update(map(plain, line))
        if why != "total":
            self.settled += told
            self.doubts += doubts
            self.above |= {key: row.cells.get(key, "") for key in _TAKEN_OVER if key in found}

    def close(self) -> None:
        """Leave the last head out, where the rows below it come to its amount."""
        at, self.head = self.head, None
        if at is not None and not self.totals and is_head(self.rows[at], self.rows[at + 1 :]):
            head = self.rows_above.pop(at)
            self.rows_above.total_at(head.line)
            text = " ".join(filter(None, (head.cells.get("category"), head.cells.get("amount"))))
            self.left = sorted([*self.left, Left(head.line, "total", text)], key=lambda one: one.line)


def _nearest(state: State, rows: Sequence[PastedRow]) -> Mapping[str, str]:
    words = dict.fromkeys(row.cells["category"] for row in rows if row.unknown)
    near = {word: nearest_category(word, state.terms.rules) for word in list(words)[:MOST_NEAR]}
    return {word: name for word, name in near.items() if name is not None}


def _row(
    known: Known, number: int, found: Mapping[str, str], style: NumberStyle, taken: Mapping[str, str],
    doubts: list[tuple[int, str]],
) -> PastedRow:  # fmt: skip
    """One line with its words made those of the file; what cannot be read is added to the doubts. A category that is not
    known stays as it is written.
    """
    taken = {key: word for key, word in taken.items() if word}
    cells = {**taken, **found}
    if "category" in found:
        cells["category"] = category_of(known, found["category"]) or found["category"]
    if "partner" in found:
        partner = partner_of(known, found["partner"])
        whole = partner is None and plain(found["partner"]) in known.whole
        doubts += [] if partner or whole else [(number, found["partner"])]
        cells["partner"] = partner or found["partner"]
        if whole:
            del cells["partner"]
    decimals = known.state.budget.decimals
    money = [key for key in found if is_money(key)]
    for key in (*money, *(key for key in NUMBERS if key in found)):
        if not isinstance(read_number(found[key], style, decimals=decimals if key in money else None), Sure):
            doubts.append((number, found[key]))
    if HOW in found and not isinstance(
        typed_into(known.state.budget, ("cost", 0, HOW), found[HOW], style, new=True), Meant
    ):
        doubts.append((number, found[HOW]))
    doubts += _in_kind(number, cells)
    amount = _amount(found, style, decimals)
    return PastedRow(
        number,
        cells,
        amount,
        amount is not None and (cells.get("description", "").casefold(), amount) in known.standing,
        "category" in cells and not of_the_rules(known, cells["category"]),
        tuple(key for key in taken if key not in found),
    )


def _amount(found: Mapping[str, str], style: NumberStyle, decimals: int) -> Decimal | None:
    """What a line comes to: its amount, else its years together, else its factors multiplied."""
    if "amount" in found:
        reading = read_number(found["amount"], style, decimals=decimals)
        return reading.value if isinstance(reading, Sure) else None
    years = years_in(found, style, decimals)
    return total(list(years.values())) if years else _product(found, style, decimals)


def _product(found: Mapping[str, str], style: NumberStyle, decimals: int) -> Decimal | None:
    """Quantity, price and share of one line as the small sum that they are in a cell."""
    if HOW in found:
        factors = [found[HOW]]
    elif "quantity" in found and "unit_price" in found:
        factors = [found["quantity"], found["unit_price"]]
        if "allocation" in found:
            factors.append(f"{found['allocation'].rstrip(' %')}%")
    else:
        return None
    reading = read_number("*".join(factors), style, decimals=decimals)
    return reading.value if isinstance(reading, Sure) else None


def _in_kind(number: int, cells: dict[str, str]) -> list[tuple[int, str]]:
    """Whether a line is in kind, said as the file says it; what says neither yes nor no is a doubt."""
    said = cells.pop("in_kind", "")
    if plain(said) in YES:
        cells["in_kind"] = "true"
        return []
    return [] if plain(said) in NO else [(number, said)]
