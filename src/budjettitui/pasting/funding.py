"""A block of a spreadsheet read as rows of funding: who pays, what kind of money, to whom, how much, in which years.

Pure: text and state in, rows out. Nothing is dropped unsaid, and no kind of money is made up: a row that names none has it
from the row above in the block, or from what one chooses.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from budjettitui.model import BESIDE
from budjettitui.money import total
from budjettitui.pasting.chosen import GUESSED, Chosen
from budjettitui.pasting.columns import Columns, Table, is_money, numbered_lines, with_columns
from budjettitui.pasting.funding_columns import WHO, funding_columns
from budjettitui.pasting.funding_words import ALL_OF_IT, FundingWords, funding_words
from budjettitui.pasting.names import plain
from budjettitui.pasting.numbers import style_of
from budjettitui.pasting.rows import Left, PastedBlock, PastedRow
from budjettitui.pasting.tables import table_of, untaken
from budjettitui.pasting.totals import total_of
from budjettitui.pasting.year_columns import YEAR
from budjettitui.state import State
from budjettitui.typed import NumberStyle, Sure, read_number

NO_MONEY = ("-", "–", "—", "−")
"""What stands in a cell where there is no money."""


def read_funding(
    state: State, text: str, style: NumberStyle, kind: str = "", *, chosen: Chosen = GUESSED
) -> PastedBlock:
    """The rows of a block. `kind` is what a row is that names no kind of funding; without it such a row is `unknown`."""
    table = table_of(text)
    return read_funding_table(state, table, chosen.style or style_of(table, style), kind, chosen=chosen)


def read_funding_table(
    state: State, table: Table, style: NumberStyle, kind: str = "", *, chosen: Chosen = GUESSED
) -> PastedBlock:
    """The rows of a table whose cells are known, such as one of a file, with its numbers written in that style."""
    known = funding_words(state)
    table, columns = with_columns(table, style, lambda table: funding_columns(known, table, style))
    columns = chosen.of(columns)
    reader = _FundingReader(known, style, kind, totals=chosen.totals)
    for number, line in numbered_lines(table, columns):
        reader.read(number, line, columns)
    return PastedBlock(
        "funding",
        tuple(reader.rows),
        tuple(reader.left),
        tuple(reader.doubts),
        style,
        columns.keys,
        untaken=tuple(untaken(table, columns.keys)),
        source=tuple(map(tuple, table)),
        headed=columns.headed,
    )


class _FundingReader:
    """Reads line by line; `above` is the kind of the row above in the block, which an empty cell of a column takes over."""

    def __init__(self, known: FundingWords, style: NumberStyle, kind: str, *, totals: bool = False) -> None:
        self.known = known
        self.totals = totals
        """True where what looks like a total is a row."""
        self.style = style
        self.kind = kind
        self.above = ""
        self.words: set[str] = set()
        self.rows: list[PastedRow] = []
        self.kinds: set[str | None] = set()
        self.sums: list[Decimal] = []
        """What the rows come to after each that has an amount."""
        self.left: list[Left] = []
        self.doubts: list[tuple[int, str]] = []

    def read(self, number: int, line: Sequence[str], columns: Columns) -> None:
        """One line: a row, or left out as a total or without an amount."""
        found = columns.cells(line)
        numbers = {key: cell for key, cell in found.items() if is_money(key)}
        found = {key: cell for key, cell in found.items() if numbers.get(key) not in NO_MONEY}
        amount, doubts = self._amount(found)
        there = amount is not None or doubts or any(stage in found for stage in BESIDE)
        why = "total" if not self.totals and self._is_total(line, found, amount) else "" if there else "empty"
        if why:
            self.left.append(Left(number, why, " ".join(cell for cell in line if cell)))
        else:
            row, more = self._row(number, found, amount, "kind" in columns.keys)
            self.rows.append(row)
            self.kinds |= {row.cells["kind"]} if "kind" in row.cells else set()
            if row.amount is not None:
                self.sums.append(total([*self.sums[-1:], row.amount]))
            self.doubts += [(number, what) for what in (*doubts, *more)]
        self.words.update(plain(cell) for cell in line if cell)

    def _amount(self, found: Mapping[str, str]) -> tuple[Decimal | None, list[str]]:
        """What the row comes to, its years where it has no amount; and the numbers that cannot be read in one way."""
        decimals = self.known.state.budget.decimals
        cells = {key: found[key] for key in found if is_money(key)}
        read = {key: read_number(cell, self.style, decimals=decimals) for key, cell in cells.items()}
        sure = {key: reading.value for key, reading in read.items() if isinstance(reading, Sure)}
        doubts = [cells[key] for key in cells if key not in sure]
        years = [value for key, value in sure.items() if key.startswith(YEAR)]
        if doubts or not (years or "amount" in sure):
            return None, doubts
        return sure.get("amount", total(years)), []

    def _row(
        self, number: int, found: Mapping[str, str], amount: Decimal | None, kinds: bool
    ) -> tuple[PastedRow, list[str]]:
        """A line with its words made those of the file; a recipient that is no partner is a doubt."""
        cells, known = dict(found), self.known
        named = next(filter(None, (known.kind(found[key]) for key in ("kind", "description") if key in found)), None)
        over = ("kind",) if named is None and kinds and "kind" not in found and self.above else ()
        kind = named or (self.above if over else self.kind)
        self.above = named or self.above
        if "kind" in found and plain(found["kind"]) not in known.kinds:
            cells.setdefault("description", found["kind"])  # what the words say besides the kind is not lost
        cells |= {"kind": kind} if kind else {}
        if not kind:
            cells.pop("kind", None)
        doubts = self._who(cells, found, kind)
        if "confirmed" in cells:
            meant = known.certainty(cells["confirmed"])
            doubts += [] if meant else [cells["confirmed"]]
            cells["confirmed"] = meant or cells["confirmed"]
        called = cells.get("description") or cells.get("payer") or ""
        twice = known.stands(kind, called, amount)
        return PastedRow(number, cells, amount, twice, named is None and not over, over), doubts

    def _who(self, cells: dict[str, str], found: Mapping[str, str], kind: str) -> list[str]:
        """Who pays and who gets: a partner by its id, a payer outside in words. A partner that the row's own words name
        pays, and of support it gets.
        """
        side = "recipient" if kind == "support" else "payer"
        who = cells.pop(WHO, None)
        if who is not None:
            cells[side] = who
        elif "payer" not in cells and "recipient" not in cells:
            texts = (found[key] for key in ("description", "kind") if key in found)
            named = next(filter(None, map(self.known.partner, texts)), None)
            cells |= {side: named} if named else {}
        doubts = []
        for key in ("payer", "recipient"):
            partner = self.known.partner(cells[key]) if key in cells else None
            cells |= {key: partner} if partner else {}
            doubts += [cells[key]] if key == "recipient" and key in cells and partner is None else []
        return doubts

    def _is_total(self, line: Sequence[str], found: Mapping[str, str], amount: Decimal | None) -> bool:
        """True of a line that is called a total of all of it or of what stands above, or has no words and is their sum."""
        called = [name for name in map(total_of, line) if name is not None]
        if any(
            not name or name in ALL_OF_IT or name in self.words or self.known.kind(name) in self.kinds
            for name in called
        ):
            return True
        worded = not all(map(is_money, found))
        return (bool(called) or not worded) and self._comes_to(amount)

    def _comes_to(self, amount: Decimal | None) -> bool:
        return len(self.sums) > 1 and self.sums[-1] == amount
