"""Two versions of a budget compared in the budget's own terms: rows, figures and findings, and not lines of text."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from budjettitui.document import same
from budjettitui.figures import Sheet
from budjettitui.figures.promises import Item, items
from budjettitui.findings import Finding, Path, Place
from budjettitui.model import ROW_TABLES, place_of
from budjettitui.money import as_number, less
from budjettitui.reading.tables import TABLES
from budjettitui.state import State
from budjettitui.values import frozen, replace
from budjettitui.versions.matching import Pair, Row, leaves, matched, rows_of

ADDED, REMOVED, CHANGED = "added", "removed", "changed"


@frozen
class KeyChange:
    """One key of a row that is not what it was; `key` is dotted from the row on. None where it is not there."""

    key: str
    old: object
    new: object
    old_path: Path | None
    new_path: Path | None

    @property
    def difference(self) -> Decimal | None:
        """By how much a number grew; None where one of them is no number."""
        return less(as_number(self.new), as_number(self.old))


@frozen
class RowChange:
    """A row that came, went or changed. `worth` is what it comes to, where it is a line of money."""

    table: str
    how: str
    old_path: Path | None
    new_path: Path | None
    place: Place
    keys: tuple[KeyChange, ...]
    old_worth: Decimal | None = None
    new_worth: Decimal | None = None

    @property
    def path(self) -> Path:
        """Where it stands in the version that has it, the new one first."""
        path = self.new_path or self.old_path
        assert path is not None
        return path


@frozen
class FigureChange:
    """One figure in both versions: of `project`, `partner`, `category`, `funding`, `year` or `budget_item`."""

    of: str
    name: str
    figure: str
    old: Decimal | None
    new: Decimal | None
    percent: bool = False

    @property
    def changed(self) -> bool:
        """True where the versions differ in it."""
        return self.old != self.new

    @property
    def difference(self) -> Decimal | None:
        """By how much it grew."""
        return None if self.percent else less(self.new, self.old)


@frozen
class Comparison:
    """What is different between two versions; `figures` has the unchanged ones too, for a reader who compares."""

    rows: tuple[RowChange, ...]
    figures: tuple[FigureChange, ...]
    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]
    stayed: tuple[tuple[Finding, Finding], ...]
    text_differs: bool

    @property
    def same(self) -> bool:
        """True where the versions say the same; comments, order and spelling may differ."""
        return not (self.rows or self.gone or self.new or any(figure.changed for figure in self.figures))


def compare(old: State, new: State) -> Comparison:
    """What changed from one version of a budget to another."""
    rows: list[RowChange] = []
    numbers: dict[tuple[str, int], int] = {}
    for table in _tables(old, new):
        before, after = rows_of(old.document.values, table), rows_of(new.document.values, table)
        pairs = matched(table, before, after) if table in ROW_TABLES or table == "stated" else _single(before, after)
        numbers |= {(table, one): other for one, other in pairs if one is not None and other is not None}
        rows += _rows(old, new, table, pairs)
    gone, came, stayed = _findings(old, new, numbers)
    differs = old.document.text != new.document.text
    return Comparison(tuple(rows), tuple(_figures(old, new)), gone, came, stayed, differs)


def _tables(old: State, new: State) -> list[str]:
    """The tables of either version: as the form has them, then what it does not know."""
    there = [name for state in (old, new) for name in state.document.values if name != "schema"]
    return list(dict.fromkeys([*(name for name in TABLES if name in there), *there]))


def _single(before: Sequence[Row], after: Sequence[Row]) -> list[Pair]:
    return [
        (index if index < len(before) else None, index if index < len(after) else None)
        for index in range(max(len(before), len(after)))
    ]


# rows ----------------------------------------------------------------------------------------------------------------
def _rows(old: State, new: State, table: str, pairs: Sequence[Pair]) -> Iterator[RowChange]:
    before, after = rows_of(old.document.values, table), rows_of(new.document.values, table)
    for one, other in pairs:
        was, now = before[one] if one is not None else {}, after[other] if other is not None else {}
        if one is not None and other is not None and (was is now or same(was, now)):
            continue
        old_path, new_path = _path(old, table, one), _path(new, table, other)
        found = tuple(_keys(was, now, old_path, new_path))
        if one is None or other is None or found:
            how = ADDED if one is None else REMOVED if other is None else CHANGED
            place = _place(new, table, other) if other is not None else _place(old, table, one)
            yield RowChange(
                table, how, old_path, new_path, place, found, _worth(old, table, one), _worth(new, table, other)
            )


def _keys(was: Row, now: Row, old_path: Path | None, new_path: Path | None) -> Iterator[KeyChange]:
    before, after = leaves(was), leaves(now)
    for key in dict.fromkeys((*before, *after)):
        one, other = before.get(key), after.get(key)
        if one is not None and other is not None and _equal(one[1], other[1]):
            continue
        yield KeyChange(
            key,
            one[1] if one else None,
            other[1] if other else None,
            (*old_path, *one[0]) if one and old_path is not None else None,
            (*new_path, *other[0]) if other and new_path is not None else None,
        )


def _equal(one: object, other: object) -> bool:
    """True of two values that say the same: `4.10` and `4.1` do, `1` and `true` do not."""
    first, second = as_number(one), as_number(other)
    if first is not None and second is not None:
        return first == second
    return type(one) is type(other) and one == other


def _path(state: State, table: str, index: int | None) -> Path | None:
    if index is None:
        return None
    return (table, index) if isinstance(state.document.values.get(table), list) else (table,)


def _place(state: State, table: str, index: int | None) -> Place:
    number = index or 0
    rows = state.budget.rows(table) if table in ROW_TABLES else ()
    if number < len(rows):
        return place_of(table, number, rows[number])
    several = isinstance(state.document.values.get(table), list)
    return Place(table, None, number + 1 if several else None)


def _worth(state: State, table: str, index: int | None) -> Decimal | None:
    worth = state.figures.worths.get((table, index)) if index is not None else None
    return worth.value if worth is not None else None


# figures -------------------------------------------------------------------------------------------------------------
SHEET = ("costs", "income", "net_costs", "support", "own", "funding", "need", "covered", "missing")


def _figures(old: State, new: State) -> Iterator[FigureChange]:
    yield from _sheets("project", "", old.figures.project, new.figures.project)
    if old.figures.several or new.figures.several:
        empty = Sheet()
        for name in dict.fromkeys((*old.figures.partners, *new.figures.partners)):
            was, now = old.figures.partners.get(name, empty), new.figures.partners.get(name, empty)
            yield from _sheets("partner", name, was, now)
    yield from _sums("category", "costs", old.figures.categories, new.figures.categories)
    yield from _sums("funding", "funding", _kinds(old), _kinds(new))
    yield from _sums("year", "costs", old.figures.years, new.figures.years)
    before, after = _items(old), _items(new)
    for name in dict.fromkeys((*before, *after)):
        one, other = before.get(name), after.get(name)
        for figure in ("promised", "appropriated"):
            yield FigureChange("budget_item", name, figure, getattr(one, figure, None), getattr(other, figure, None))


def _sheets(of: str, name: str, was: Sheet, now: Sheet) -> Iterator[FigureChange]:
    for figure in SHEET:
        yield FigureChange(of, name, figure, _of_sheet(was, figure), _of_sheet(now, figure))
    yield FigureChange(of, name, "support_rate", was.support_rate, now.support_rate, percent=True)


def _of_sheet(sheet: Sheet, figure: str) -> Decimal | None:
    value = getattr(sheet, figure)
    return value if value is None or isinstance(value, Decimal) else value.value


def _sums(
    of: str, figure: str, was: Mapping[str, Decimal | None], now: Mapping[str, Decimal | None]
) -> Iterator[FigureChange]:
    for name in dict.fromkeys((*was, *now)):
        yield FigureChange(of, name, figure, was.get(name), now.get(name))


def _kinds(state: State) -> dict[str, Decimal | None]:
    """Funding by kind, without the kinds that nobody speaks of."""
    kinds = state.figures.project.kinds.items()
    return {kind: one.value for kind, one in kinds if one.origin not in ("zero", "unknown")}


def _items(state: State) -> dict[str, Item]:
    found = items(state.budget, state.figures)
    several = len({item.payer for item in found}) > 1
    return {f"{item.budget_item} ({item.payer or '-'})" if several else item.budget_item: item for item in found}


# findings ------------------------------------------------------------------------------------------------------------
Stayed = tuple[tuple[Finding, Finding], ...]
Split = tuple[tuple[Finding, ...], tuple[Finding, ...], Stayed]


def _findings(old: State, new: State, numbers: Mapping[tuple[str, int], int]) -> Split:
    """Findings gone, new, and in both; a row that has got another number is the same row."""
    waiting: dict[object, list[Finding]] = {}
    for finding in new.verdict():
        waiting.setdefault(_key(finding, finding.anchor, finding.place), []).append(finding)
    gone, stayed = [], []
    for finding in old.verdict():
        there = waiting.get(_key(finding, *_moved(finding, numbers)))
        if there:
            stayed.append((finding, there.pop(0)))
        else:
            gone.append(finding)
    left = {id(finding) for findings in waiting.values() for finding in findings}
    return tuple(gone), tuple(finding for finding in new.verdict() if id(finding) in left), tuple(stayed)


def _key(finding: Finding, anchor: Path | None, place: Place) -> object:
    row = anchor[1:2] if anchor and anchor[0] == place.table else ()
    return finding.check, str(place), finding.wording, finding.waived is not None, row


def _moved(finding: Finding, numbers: Mapping[tuple[str, int], int]) -> tuple[Path | None, Place]:
    """Where a finding of the old version would stand in the new one."""
    anchor, place = finding.anchor, finding.place
    if anchor is not None and len(anchor) > 1 and isinstance(anchor[1], int):
        now = numbers.get((str(anchor[0]), anchor[1]))
        anchor = (anchor[0], now, *anchor[2:]) if now is not None else None
    if place.number is not None:
        now = numbers.get((place.table, place.number - 1))
        place = replace(place, number=now + 1 if now is not None else None)
    return anchor, place


__all__ = ["ADDED", "CHANGED", "REMOVED", "Comparison", "FigureChange", "KeyChange", "RowChange", "compare"]
