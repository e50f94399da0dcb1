"""Several cells at once: what they come to, and one change of all of them: the same text, filled down, raised, out."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from decimal import Decimal

from budjettitui.cells import Answer, cell_change, year_edits
from budjettitui.cells.places import figure_path, is_year, judged_path, value_path
from budjettitui.cells.texts import HOW, PRODUCT, short
from budjettitui.document import EditRefused, respell, spell, value_at
from budjettitui.edits import Change, Edit, Remove, Set
from budjettitui.figures.promises import set_aside
from budjettitui.figures.worths import UNKNOWN, Worth, written
from budjettitui.findings import Path
from budjettitui.money import EXACT, HUNDRED, ZERO, as_number, percent_of, to_decimals, total, total_if_known
from budjettitui.state import State
from budjettitui.typed import FINNISH, NotYet, NumberStyle, Sure, read_number
from budjettitui.values import frozen, replace

_PERCENT = re.compile(r"^\s*([+\-−])\s*([^%]+?)\s*%\s*$")


def alike(cursor: Path, paths: Iterable[Path]) -> list[Path]:
    """Of the cells that are selected, those that can take what is typed into the one under the cursor."""
    return [
        path
        for path in paths
        if path[0] == cursor[0] and (path[-1] == cursor[-1] or is_year(path) == is_year(cursor) is True)
    ]


def same_text(state: State, paths: Sequence[Path], text: str, style: NumberStyle = FINNISH) -> Answer:
    """A text typed once, for all of these cells; the first that cannot take it says why."""
    by = percentage(text, style)
    if by is not None and paths and (is_year(paths[0]) or paths[0][-1] == "amount"):
        return raised(state, paths, by)
    answer = texts_put(state, [(path, text) for path in paths], style)
    if not isinstance(answer, Change):
        return answer
    if not text.strip():
        return replace(answer, name="screen.did.emptied")
    return replace(answer, name="screen.did.filled", values={"count": len(paths), "new": text.strip()})


def texts_put(state: State, cells: Sequence[tuple[Path, str]], style: NumberStyle = FINNISH) -> Answer:
    """Each text into its cell, as one change; the first that cannot be taken says why."""
    turns = _Turns(state, [path for path, _ in cells])
    for path, text in cells:
        answer = cell_change(turns.state, turns.now(path), text, style)
        if not isinstance(answer, Change):
            return answer
        turns.did(answer.edits)
    return Change("change.set", tuple(turns.edits), {"count": len(cells)})


class _Turns:
    """Edits of many cells, each worked out on what those before it made where cells of one row meet.

    The first year of a row brings the table of years with it, and the last takes it along: what the next one of the
    row needs is not to be seen in the budget as it was.
    """

    def __init__(self, state: State, paths: Sequence[Path]) -> None:
        self.state = state
        self.edits: list[Edit] = []
        self.meet = len({path[:2] for path in paths}) < len(paths)

    def did(self, edits: Iterable[Edit]) -> None:
        """One cell more."""
        made = tuple(edits)
        self.edits += made
        if self.meet and made:
            with suppress(EditRefused):  # what is refused here is refused as a whole, where it is said
                self.state = replace(self.state, document=self.state.document.apply(made).document)

    def now(self, path: Path) -> Path:
        """Where a cell of a share stands by now that was not there before its first figure."""
        shares = value_at(self.state.document.values, ("share",))
        if path[0] != "share" or not isinstance(path[1], str) or not isinstance(shares, list):
            return path
        number = next((n for n, share in enumerate(shares) if share.get("partner") == path[1]), None)
        return path if number is None else ("share", number, *path[2:])


def percentage(text: str, style: NumberStyle = FINNISH) -> Decimal | None:
    """How many per cent `+3%` or `-1,5 %` raises by; None of any other text."""
    found = _PERCENT.match(text)
    if found is None:
        return None
    reading = read_number(found[2], style, decimals=None)
    if not isinstance(reading, Sure) or reading.sum:
        return None
    return reading.value if found[1] == "+" else EXACT.minus(reading.value)


def raised(state: State, paths: Sequence[Path], by: Decimal) -> Answer:
    """Amounts raised by per cent, half-up to the currency. A price and the years of a raised line go with it."""
    factor = EXACT.add(HUNDRED, by)
    edits: list[Edit] = []
    old, new = [], []
    for path in paths:
        made = _year_raised(state, path, factor) if is_year(path) else _row_raised(state, path, factor)
        if made is not None:
            edits += made[2]
            old.append(made[0])
            new.append(made[1])
    if not old:
        return NotYet("many.nothing-to-raise")
    values = {"count": len(old), "by": by, "old": total(old), "new": total(new)}
    return Change("screen.did.raised", tuple(edits), values)


Raised = tuple[Decimal, Decimal, list[Edit]]


def _times(state: State, value: Decimal, factor: Decimal) -> Decimal:
    return to_decimals(percent_of(factor, value), state.budget.decimals)


def _year_raised(state: State, path: Path, factor: Decimal) -> Raised | None:
    old = _number(state, path)
    if old is None:
        return None
    new = _times(state, old, factor)
    return old, new, year_edits(state, path, new)


def _row_raised(state: State, path: Path, factor: Decimal) -> Raised | None:
    """The amount of a row where one is written, its price where there is one, and its years; else what it is made of."""
    row = path[:2]
    at = judged_path(state.budget, path)
    old = _number(state, at)
    edits: list[Edit] = []
    price = _number(state, (*row, "unit_price"))
    if price is not None:
        edits += _set(
            state, (*row, "unit_price"), to_decimals(percent_of(factor, price), max(state.budget.decimals, 2))
        )
    if old is None:
        worth = _worth(state, row)
        if worth.value is None or worth.how not in ("product", "years"):
            return None
        new = _times(state, worth.value, factor)
        made = edits if worth.how == "product" else _years_raised(state, row, worth.value, new, factor)
        return (worth.value, new, made) if made else None
    new = _times(state, old, factor)
    return old, new, [*_set(state, at, new), *edits, *_years_raised(state, row, old, new, factor)]


def _worth(state: State, row: Path) -> Worth:
    """What a row comes to that is judged, and how; what is set aside has no stages, and may be the sum of its years."""
    table, index = str(row[0]), int(row[1])
    if table != "appropriation":
        return state.figures.worths.get((table, index), UNKNOWN) or UNKNOWN
    line = state.budget.appropriations[index]
    amount = set_aside(line)
    return UNKNOWN if amount is None else written(amount) if line.amount is not None else Worth(amount.value, "years")


def _years_raised(state: State, row: Path, old: Decimal, new: Decimal, factor: Decimal) -> list[Edit]:
    """The years of a row that are its amount stay so: the last takes the remainder."""
    years = value_at(state.document.values, (*row, "years"))
    if not isinstance(years, dict):
        return []
    had = {name: _number(state, (*row, "years", name)) for name in years}
    if total_if_known(had.values()) != old:
        return []
    edits: list[Edit] = []
    left = new
    for number, (name, value) in enumerate(had.items(), 1):
        part = left if number == len(had) else _times(state, value or ZERO, factor)
        left = EXACT.subtract(left, part)
        edits += year_edits(state, (*row, "years", name), part)
    return edits


def _number(state: State, path: Path) -> Decimal | None:
    return as_number(value_at(state.document.values, value_path(state.document.values, path)))


def _set(state: State, path: Path, new: Decimal) -> list[Edit]:
    at = value_path(state.document.values, path)
    return [Set(at, respell(state.document.spelling(at) or "", short(new)))]


def filled_down(state: State, columns: Sequence[Sequence[Path]]) -> Change:
    """In each column of cells, what stands in the first one into those below it, as it is spelled in the file."""
    pairs = [(cells[0], path) for cells in columns for path in cells[1:]]
    made = {cells[0][-1] for cells in columns if cells} & {HOW, *PRODUCT}
    turns = _Turns(state, [path for _, path in pairs])
    for source, path in pairs:
        for key in PRODUCT if path[-1] == HOW else (path[-1],):
            turns.did(_copied(turns.state, (*source[:-1], key), (*path[:-1], key), alone=not made))
    return Change("screen.did.filled-down", tuple(turns.edits), {"count": len(pairs)})


def _copied(state: State, source: Path, target: Path, *, alone: bool) -> list[Edit]:
    """What one cell shows, in another; an amount that stands nowhere as the number that it is, where it is copied alone
    and not with what it is a product of."""
    if is_year(source):
        amount = _number(state, source)
        return year_edits(state, target, amount)
    at, to = _judged(state, source), _judged(state, target)
    spelled, there = state.document.spelling(at), value_at(state.document.values, to)
    if value_at(state.document.values, at) is not None:
        assert spelled is not None
        return [] if state.document.spelling(to) == spelled else [Set(to, spelled)]
    worth = _worth(state, source[:2]) if source[-1] == "amount" and alone else UNKNOWN
    if worth.value is None:
        return [Remove(to)] if there is not None else []
    same = _worth(state, target[:2]).value == worth.value
    return [] if same else [Set(to, spell(short(worth.value)))]


def _judged(state: State, path: Path) -> Path:
    """Where the figure of a cell stands that is judged, with its marks."""
    return figure_path(state.document.values, judged_path(state.budget, path))


@frozen
class Together:
    """The amounts of several cells: how many, what they come to, the smallest and the largest."""

    count: int
    total: Decimal
    least: Decimal
    most: Decimal


def together(texts: Iterable[str], style: NumberStyle = FINNISH) -> Together | None:
    """What amounts come to as they are shown; a cell that holds none is passed over. None where no cell holds one."""
    readings = (read_number(text, style, decimals=None) for text in texts)
    values = [one.value for one in readings if isinstance(one, Sure)]
    return Together(len(values), total(values), min(values), max(values)) if values else None


def rows_out(state: State, rows: Iterable[Path]) -> Change:
    """Rows taken out, the last one first; their sum, where it is known, is said."""
    ordered = sorted(set(rows), key=lambda row: (str(row[0]), -int(row[1])))
    worths = [state.figures.worths.get((str(row[0]), int(row[1]))) for row in ordered]
    amount = total_if_known(worth.value if worth is not None else None for worth in worths)
    return Change(
        "screen.did.deleted-rows", tuple(Remove(row[:2]) for row in ordered), {"count": len(ordered), "amount": amount}
    )


__all__ = ["Together", "alike", "filled_down", "percentage", "raised", "rows_out", "same_text", "texts_put", "together"]
