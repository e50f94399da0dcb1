"""The ledger of promises as rows: a budget item, and under it each project with its years."""

from collections.abc import Sequence
from decimal import Decimal

from budjettitui.findings import Path
from budjettitui.ledger import Entry, LedgerRow, Sums
from budjettitui.tui.present.values import money
from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.cells import cells, wrapped
from budjettitui.tui.widgets.grid import Cell, Column, GridRow
from budjettitui.tui.widgets.strip import StripLine, StripText
from budjettitui.values import frozen
from budjettitui.words import Words

WIDE, FILE = 110, 32
"""Cells from which the budget items have what is left of a window, and those of the files and years then."""

NARROW_FILE = 18
"""The most cells of the files and years in other windows."""

LINES = 4
"""Lines of the strip below the ledger."""

FITS = ("gross", "net", "both")
"""What a promise can fit as, by the names of its words."""


@frozen
class Told:
    """A row of the ledger: its budget item, the project or year it is of, and its place in the file."""

    item: LedgerRow
    entry: Entry | None
    year: str
    sums: Sums | None

    @property
    def path(self) -> Path | None:
        """Where the project sets the money aside, else the line that promises it."""
        if self.entry is None:
            return None
        rows, lines = self.entry.item.rows, self.entry.item.lines
        return ("appropriation", rows[0][0]) if rows else ("funding", lines[0]) if lines else None


def told(ledger: Sequence[LedgerRow]) -> list[Told]:
    """Each item; where several projects draw on it, each of them below it, and every year that is known."""
    found: list[Told] = []
    for item in ledger:
        alone = item.entries[0] if len(item.entries) == 1 else None
        found.append(Told(item, alone, "", item.total))
        if alone is None:
            found += [Told(item, entry, "", entry.sums) for entry in item.entries]
        found += [
            Told(item, None, year, sums) for year, sums in item.years.items() if len(item.years) > 1 or alone is None
        ]
    return found


def columns(words: Words, width: int, told: Sequence[Told] = ()) -> tuple[Column, ...]:
    """The columns of the ledger: a file with its years is whole as long as enough is left for the budget items."""
    say = words.say
    fits = max(cells(say(f"screen.promises.{fit}")) for fit in FITS)
    files = max((cells(words.show(file_years(one.entry))) for one in told if one.entry is not None), default=0)
    file = FILE if width >= WIDE else max(12, min(files, NARROW_FILE))
    return (
        Column("item", say("screen.head.budget_item-long"), least=12),
        Column("file", say("screen.promises.file-years"), file, least=12, gives=True),
        Column("aside", say("screen.head.aside"), 11, right=True, marks=1),
        Column("promised", say("screen.head.promised"), 11, right=True, marks=0),
        Column("left", say("screen.head.left"), 10, right=True, marks=int(width >= WIDE)),
        Column("as", say("screen.promises.as"), fits),
    )


def rows(told: Sequence[Told], words: Words) -> list[GridRow]:
    """The rows of the grid."""
    return [_row(one, words) for one in told]


def _row(one: Told, words: Words) -> GridRow:
    item, entry = one.item, one.entry
    heads = not one.year and (entry is None or len(item.entries) == 1)
    name = item.budget_item if heads else ""
    where = (
        file_years(entry)
        if entry is not None
        else one.year or words.say("screen.promises.files", count=len(item.entries))
    )
    over = item.over if heads else one.sums is not None and one.sums.over
    unset = entry is not None and not entry.rows
    sign = "error" if over else "info" if unset else ""
    if one.sums is None:
        figures = [Cell("", editable=False)] * 3
    else:
        aside = words.say("screen.items.none") if unset else money(words, one.sums.aside)
        mark = "<" if entry is not None and entry.at_most else ""
        figures = [Cell(aside, mark, editable=False), Cell(money(words, one.sums.promised), editable=False),
                   Cell(money(words, one.sums.left), role="error" if over else "", editable=False)]  # fmt: skip
    basis = words.say(f"screen.promises.{entry.fits}") if entry is not None and entry.fits else ""
    made = (Cell(name, editable=False), Cell(where, editable=False), *figures, Cell(basis, editable=False))
    return GridRow(("promise", item.payer, item.budget_item, one.year, where), made, sign)


def file_years(entry: Entry) -> str:
    """`dot 2022-23`."""
    name = entry.label.removesuffix(".toml")
    if entry.period is None:
        return name
    first, last = str(entry.period.start.year), str(entry.period.end.year)
    return f"{name} {first}" if first == last else f"{name} {first}-{last[2:]}"


def strip(one: Told | None, words: Words, width: int, looks: Looks) -> StripText:
    """What the row rests on: for each project what is promised and why, or why there is no sum."""
    if one is None:
        return StripText("", "", (StripLine(),) * LINES)
    head = ", ".join(part for part in (one.item.budget_item, one.item.payer) if part)
    entries = [one.entry] if one.entry is not None else list(one.item.entries)
    said: list[tuple[str, str]] = []
    if one.sums is None:
        without = [entry.label for entry in entries if not entry.years]
        said.append((words.say("screen.promises.no-sum", files=without), ""))
    elif one.sums.over:
        gap = money(words, _abs(one.sums.left))
        said.append((words.say("screen.promises.over", gap=gap), "error"))
    said += [(_sum_of(entry, words), "") for entry in entries]
    lines = [line for text, sign in said for line in _whole(text, sign, width, looks)][:LINES]
    return StripText(head, "", (*lines, *([StripLine()] * (LINES - len(lines)))))


def _whole(text: str, sign: str, width: int, looks: Looks) -> list[StripLine]:
    """A text on as many lines as it takes, those after the first moved in."""
    first, *others = wrapped(text, width - 4, looks)
    return [StripLine(first, sign), *(StripLine(f"  {other}") for other in others)]


def _abs(value: Decimal | None) -> Decimal | None:
    return abs(value) if value is not None else None


def _sum_of(entry: Entry, words: Words) -> str:
    item, gross = entry.item, entry.fits == "gross"
    costs, own = (item.costs, None) if gross else (None, item.own)
    return words.say(
        "screen.promises.sum",
        file=entry.label,
        promised=entry.sums.promised,
        covered=[words.say("screen.project") if one == "project" else words.show(one) for one in item.covered],
        costs=costs or None,
        own=own or None,
        paid=(item.paid or None) if costs or own else None,
        alone=None if costs or own else item.paid or None,
    )
