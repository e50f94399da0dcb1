"""A block of a spreadsheet read as cost lines: which column is what, how its numbers are written, what is a total.

Pure: text and state in, rows out. Nothing is dropped unsaid: totals, duplicates and what is in doubt are told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from budjettitui.cell_texts import HOW, Typed, typed_into
from budjettitui.cells import row_change
from budjettitui.edits import Change, Edit
from budjettitui.money import total
from budjettitui.state import State
from budjettitui.typed import ENGLISH, QUANTITY_WORDS, Doubtful, NotYet, NumberStyle, Sure, read_number
from budjettitui.values import frozen, replace
from budjettitui.words import LANGUAGES, Words

MOST_ROWS = 5000

COMMA = NumberStyle(",", ".")
"""Finnish numbers as a spreadsheet writes them: what has a point has it between groups."""

HEADS: Mapping[str, tuple[str, ...]] = {
    "category": ("category", "cost category", "heading", "kululaji", "kustannuslaji", "laji", "luokka", "kategoria",
                 "kostnadsslag", "slag"),
    "description": ("description", "item", "name", "kuvaus", "selite", "nimike", "erittely", "beskrivning", "benämning"),
    "partner": ("partner", "osatoteuttaja", "kumppani", "toteuttaja", "partneri", "osapuoli", "delgenomförare",
                "part"),
    "quantity": ("quantity", "qty", "number", "units", "määrä", "kpl", "lkm", "antal", "mängd"),
    "unit": ("unit", "yksikkö", "yks", "yks.", "enhet"),
    "unit_price": ("price", "unit price", "unit cost", "hinta", "yksikköhinta", "a-hinta", "à-hinta", "à pris", "pris"),
    "how": ("how", "miten", "hur"),
    "allocation": ("share", "share %", "%", "allocation", "osuus", "osuus %", "työaika %", "andel", "andel %"),
    "amount": ("amount", "cost", "costs", "total", "eur", "€", "summa", "yhteensä", "kustannus", "määrä €", "kustannukset",
               "belopp", "totalt", "kostnad"),
}  # fmt: skip
"""The key of a cost line by what a head may call it."""

TOTALS = frozenset(("total", "sum", "totals", "subtotal", "grand total", "yhteensä", "summa", "loppusumma", "välisumma",
                    "kaikki yhteensä", "totalt", "delsumma", "sammanlagt", "slutsumma"))  # fmt: skip

_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_KEPT_TEXT = ("=", "+", "-", "@")

_NUMERIC = ("quantity", "unit_price", "allocation", "amount")


@frozen
class Known:
    """What the block is read against: the budget, what its categories are called, and what stands in it already."""

    state: State
    names: Mapping[str, set[str]]
    standing: frozenset[tuple[str, Decimal | None]]


@frozen
class PastedRow:
    """One row as it was understood: what is typed into which cell. `line` is its number in the block, from 1."""

    line: int
    cells: Mapping[str, str]
    amount: Decimal | None = None
    twice: bool = False


@frozen
class Left:
    """A row that was left out, and why: `total` or `empty`."""

    line: int
    why: str
    text: str


@frozen
class Block:
    """A block as it was understood. `doubts` are lines with what cannot be read in them."""

    rows: tuple[PastedRow, ...]
    left: tuple[Left, ...]
    doubts: tuple[tuple[int, str], ...]
    style: NumberStyle
    columns: tuple[str, ...]
    untaken: tuple[tuple[int, str], ...] = ()
    """Columns that were not understood, or are not taken: their numbers from 1, with their head, else their first cell."""

    @property
    def taken_over(self) -> str | None:
        """The category that rows take over from the row above, where a column that is not taken might have given it."""
        there = self.untaken and "category" not in self.columns
        return next((row.cells["category"] for row in self.rows if there and row.cells.get("category")), None)

    @property
    def sum(self) -> Decimal | None:
        """The sum of the rows; None where an amount is not known."""
        known = [row.amount for row in self.rows if row.amount is not None]
        return total(known) if len(known) == len(self.rows) else None

    @property
    def twice(self) -> int:
        """How many rows stand in the budget already."""
        return sum(row.twice for row in self.rows)

    def without_twice(self) -> "Block":
        """The same without the rows that stand in the budget already."""
        return replace(self, rows=tuple(row for row in self.rows if not row.twice))


def read_block(state: State, text: str, style: NumberStyle, taken: Mapping[str, str] | None = None) -> Block:
    """The rows of a block; `taken` is what a row without it takes over, such as the category of the row above."""
    table = [[_bare(cell) for cell in line.split("\t")] for line in text.splitlines()[:MOST_ROWS]]
    style, known = style_of(table, style), Known(state, _category_names(state), _standing(state))
    columns, headed = _columns(known, table, style)
    if not headed:
        table = _squared(table, style)
        columns, _ = _columns(known, table, style)
    rows: list[PastedRow] = []
    left: list[Left] = []
    doubts: list[tuple[int, str]] = []
    for number, line in enumerate(table, 1):
        if (headed and number == 1) or not any(line):
            continue
        found = {key: cell for key, cell in zip(columns, line, strict=False) if key and cell}
        row = _row(known, number, found, style, taken or {}, doubts)
        if _is_total(known, line, row, rows):
            doubts[:] = [one for one in doubts if one[0] != number]
            left.append(Left(number, "total", " ".join(cell for cell in line if cell)))
        elif (
            row.amount is None
            and not {"unit_price", HOW} & set(row.cells)
            and not any(one[0] == number for one in doubts)
        ):
            left.append(Left(number, "empty", " ".join(cell for cell in line if cell)))
        else:
            rows.append(row)
    return Block(tuple(rows), tuple(left), tuple(doubts), style, columns, tuple(_untaken(table, columns)))


def _untaken(table: Sequence[Sequence[str]], columns: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The columns without a key that have something in them."""
    for at, key in enumerate(columns):
        first = next((line[at] for line in table if at < len(line) and line[at]), "")
        if first and not key:
            yield at + 1, first


def _bare(cell: str) -> str:
    """A cell as it was before it was copied: without the quotes of a spreadsheet, and the sign that keeps a text one."""
    cell = cell.strip()
    if _QUOTED.fullmatch(cell):
        cell = cell[1:-1].replace('""', '"').strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _KEPT_TEXT else cell


def style_of(table: Sequence[Sequence[str]], style: NumberStyle) -> NumberStyle:
    """How the numbers are written: by those that have one or two decimals beyond doubt, else as they are typed here."""
    cells = [cell for line in table for cell in line]
    commas = sum(bool(re.search(r"\d,\d{1,2}\D*$", cell)) for cell in cells)
    points = sum(bool(re.search(r"\d\.\d{1,2}\D*$", cell)) for cell in cells)
    if commas and commas > points:
        return COMMA
    return ENGLISH if points and points > commas else style


def other_style(style: NumberStyle) -> NumberStyle:
    """The other way to write numbers."""
    return ENGLISH if style.decimal == "," else COMMA


def change_of(state: State, block: Block, index: int) -> Change | Doubtful | NotYet:
    """The rows put in before row number `index` of the cost lines, as one step."""
    edits: list[Edit] = []
    for number, row in enumerate(block.rows):
        answer = row_change(state, "cost", index + number, row.cells, block.style)
        if not isinstance(answer, Change):
            return answer
        edits += answer.edits
    return Change("screen.did.pasted", tuple(edits), {"count": len(block.rows), "amount": block.sum})


# columns --------------------------------------------------------------------------------------------------------
def _columns(known: Known, table: Sequence[Sequence[str]], style: NumberStyle) -> tuple[tuple[str, ...], bool]:
    """The key of each column (empty where none is known), and whether the first line is a head."""
    count = max((len(line) for line in table), default=0)
    head = [_head(cell) for cell in (table[0] if table else [])]
    numbers = any(isinstance(_number(cell, style), Sure) for cell in (table[0] if table else []))
    if sum(map(bool, head)) >= 2 and not numbers:
        once = [key if key not in head[:at] and not _worked_out(head, at) else "" for at, key in enumerate(head)]
        return tuple((once + [""] * count)[:count]), True
    values = [[line[at] for line in table if at < len(line) and line[at]] for at in range(count)]
    return _by_contents(known, values, style), False


def _worked_out(head: Sequence[str], at: int) -> bool:
    """True of a share that stands behind the amount: of the whole costs, as the page has it, and not of a month's pay."""
    return head[at] == "allocation" and "amount" in head[:at]


def _squared(table: Sequence[Sequence[str]], style: NumberStyle) -> list[list[str]]:
    """Lines that are shorter than the others and end in a number stand at the right, where the others have theirs."""
    width = max((len(line) for line in table), default=0)
    last = any(len(line) == width and isinstance(_number(line[-1], style), Sure) for line in table if line)
    squared = []
    for line in table:
        short = last and len(line) < width and bool(line) and isinstance(_number(line[-1], style), Sure)
        squared.append([""] * (width - len(line)) + list(line) if short else list(line))
    return squared


def _head(cell: str) -> str:
    plain = " ".join(cell.casefold().replace("(eur)", "").replace("(€)", "").rstrip(":").split())
    return next((key for key, names in HEADS.items() if plain in names), "")


def _by_contents(known: Known, values: Sequence[Sequence[str]], style: NumberStyle) -> tuple[str, ...]:
    keys = [_kind(known, column, style) for column in values]
    numbers = [at for at, key in enumerate(keys) if key == "number"]
    for at, key in zip(numbers, _number_keys(len(numbers)), strict=True):
        keys[at] = key
    texts = [at for at, key in enumerate(keys) if key == "text"]
    longest = max(texts, key=lambda at: sum(len(cell) for cell in values[at] if not _total_word(cell)), default=None)
    for at in texts:
        keys[at] = "description" if at == longest else ""
    return tuple(key if key not in keys[:at] else "" for at, key in enumerate(keys))


def _number_keys(count: int) -> tuple[str, ...]:
    """Number columns from the left: the last is the amount, before it quantity and price."""
    return {0: (), 1: ("amount",), 2: ("quantity", "amount"), 3: ("quantity", "unit_price", "amount")}.get(
        count, ("quantity", "unit_price", *[""] * (count - 3), "amount")
    )


def _kind(known: Known, column: Sequence[str], style: NumberStyle) -> str:
    if not column:
        return ""
    most = len(column) // 2 + 1
    if sum(cell.endswith("%") for cell in column) >= most:
        return "allocation"
    if sum(cell.casefold() in QUANTITY_WORDS for cell in column) >= most:
        return "unit"
    if sum(not isinstance(_number(cell, style), NotYet) for cell in column) >= most:
        return "number"
    if sum(category_of(known, cell) is not None for cell in column) >= most:
        return "category"
    if sum(partner_of(known, cell) is not None for cell in column) >= most:
        return "partner"
    return "text"


def _number(cell: str, style: NumberStyle) -> Sure | Doubtful | NotYet:
    return read_number(cell, style, decimals=None)


# rows -----------------------------------------------------------------------------------------------------------
def _row(
    known: Known, number: int, found: Mapping[str, str], style: NumberStyle, taken: Mapping[str, str],
    doubts: list[tuple[int, str]],
) -> PastedRow:  # fmt: skip
    """One line with its words made those of the file; what cannot be read is added to the doubts."""
    cells = {**taken, **found}
    for key, meant in (("category", category_of), ("partner", partner_of)):
        if key in found:
            word = meant(known, found[key])
            if word is None and (key == "partner" or not known.state.terms.rules.any_category):
                doubts.append((number, found[key]))
            cells[key] = word or found[key]
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
    )


def _total_word(cell: str) -> bool:
    """True of a word that a total is called by."""
    return " ".join(cell.casefold().rstrip(":").split()) in TOTALS


def _is_total(known: Known, line: Sequence[str], row: PastedRow, rows: Sequence[PastedRow]) -> bool:
    """True of a line that is called a total, has no words and is the sum of the lines above, or only a category's."""
    if any(map(_total_word, line)):
        return True
    if row.amount is None or row.cells.get("description"):
        return False
    category = next(filter(None, (category_of(known, cell) for cell in line)), None)
    above = [one for one in rows if category is None or one.cells.get("category") == category]
    described = category is None or all(one.cells.get("description") for one in above)
    amounts = [one.amount for one in above if one.amount is not None]
    return len(amounts) > (category is None) and described and total(amounts) == row.amount


def category_of(known: Known, text: str) -> str | None:
    """The category that a text names: its word, its short name, or the funder's heading, in any language."""
    wanted = " ".join(text.casefold().split())
    if not wanted:
        return None
    names = known.names
    exact = [word for word, called in names.items() if wanted in called]
    if exact:
        return exact[0]
    begin = [
        word for word, called in names.items() if len(wanted) > 3 and any(one.startswith(wanted) for one in called)
    ]
    return begin[0] if len(begin) == 1 else None


def _standing(state: State) -> frozenset[tuple[str, Decimal | None]]:
    costs = enumerate(state.budget.costs)
    return frozenset(
        ((row.description or "").casefold(), state.figures.worths["cost", index].value) for index, row in costs
    )


def _category_names(state: State) -> Mapping[str, set[str]]:
    used = dict.fromkeys(row.category for row in state.budget.costs if row.category)
    found: dict[str, set[str]] = {}
    for word in dict.fromkeys((*state.terms.rules.categories, *used)):
        known = state.terms.rules.categories.get(word)
        names = {word, *(known.labels.values() if known is not None else ())}
        for lang in LANGUAGES:
            words = Words(lang)
            if words.has(f"screen.category.{word}"):
                names.add(words.say(f"screen.category.{word}"))
        found[word] = {" ".join(name.casefold().split()) for name in names}
    return found


def partner_of(known: Known, text: str) -> str | None:
    """The partner that a text names, by id or name."""
    wanted = text.casefold()
    return next(
        (
            one.id
            for one in known.state.budget.partners
            if one.id and wanted in (one.id.casefold(), one.label.casefold())
        ),
        None,
    )
