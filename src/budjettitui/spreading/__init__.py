"""Amounts by calendar year or reporting period: what is split, what is not, and splitting it evenly by months."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from budjettitui.cells import year_edits
from budjettitui.cells.places import value_path
from budjettitui.cells.texts import short
from budjettitui.checks.months import months_begun
from budjettitui.document import spell, value_at
from budjettitui.document.spelling import spell_key
from budjettitui.edits import Change, Edit, Remove, Set
from budjettitui.figures.promises import set_aside
from budjettitui.figures.worths import flat_unit
from budjettitui.findings import Path
from budjettitui.model import Appropriation, Budget, Line, Period, Row
from budjettitui.money import EXACT, ZERO, divided, rounded, times, to_decimals, total, total_if_known
from budjettitui.state import State
from budjettitui.typed import NotYet
from budjettitui.values import frozen

TABLES = ("cost", "income", "funding", "appropriation")
"""The tables whose rows may be split by year, in the order in which they are shown."""

Splittable = Line | Appropriation


@frozen
class YearColumn:
    """One year or reporting period; `months` are those of the project in it, None where that is not known."""

    name: str
    months: int | None


@frozen
class Split:
    """One row's amount, what it has in each column, and what is in none; None where that is not known."""

    table: str
    index: int
    whole: Decimal | None
    years: tuple[Decimal | None, ...]
    rest: Decimal | None


def columns_of(budget: Budget) -> tuple[YearColumn, ...]:
    """The project's reporting periods where it names them, else its calendar years; then any others that rows use."""
    project = budget.project
    if project.periods:
        own = [YearColumn(name, None) for name in project.periods]
    else:
        own = [YearColumn(str(year), months) for year, months in _months(project.period)]
    known = {column.name for column in own}
    used = {name for _, _, row in _rows(budget) for name in row.years}
    used |= {name for share in budget.shares for name in share.years}
    own += [YearColumn(name, None if project.periods else 0) for name in used - known]
    return tuple(own) if project.periods else tuple(sorted(own, key=lambda column: column.name))


def _months(period: Period | None) -> Iterator[tuple[int, int]]:
    """The calendar years of a period, each with its months, a begun one counted whole."""
    if period is None or period.end < period.start or period.end.year - period.start.year > 30:
        return
    for year in range(period.start.year, period.end.year + 1):
        start, end = max(period.start, date(year, 1, 1)), min(period.end, date(year, 12, 31))
        yield year, months_begun(Period(start, end))


def _rows(budget: Budget) -> Iterator[tuple[str, int, Splittable]]:
    yield from budget.lines()
    for index, row in enumerate(budget.appropriations):
        yield "appropriation", index, row


def whole_of(state: State, table: str, index: int) -> Decimal | None:
    """What a row comes to at the stage it is judged at."""
    if table == "appropriation":
        amount = set_aside(state.budget.appropriations[index])
        return amount.value if amount is not None else None
    return state.figures.worths[table, index].value


def split_of(state: State, columns: Sequence[YearColumn], table: str, index: int) -> Split:
    """A row over the columns. The rest of a row that has no amount of its own is nought: its years are its amount."""
    row = state.budget.rows(table)[index]
    years: dict[str, Decimal | None] = {}
    for name, figure in getattr(row, "years", {}).items():
        judged = figure.judged
        years[name] = judged.value if judged is not None else None
    whole = whole_of(state, table, index)
    unknown = whole is None or None in years.values() or "years" in row.unread
    rest = None if unknown or whole is None else EXACT.subtract(whole, total([one or ZERO for one in years.values()]))
    return Split(table, index, whole, tuple(years.get(column.name) for column in columns), rest)


@frozen
class Splits:
    """The rows of one table over the columns, with the state that they were worked out from."""

    state: State
    columns: tuple[YearColumn, ...]
    rows: tuple[Split, ...]


def splits_of(state: State, columns: tuple[YearColumn, ...], table: str, known: Splits | None = None) -> Splits:
    """All rows of a table; those that are as they were in `known`, a state before or after, are not worked out again."""
    if known is not None and known.state is state and known.columns == columns:
        return known
    rows = state.budget.rows(table)
    old: Sequence[Row] = known.state.budget.rows(table) if known is not None else ()
    if known is None or known.columns != columns or len(old) != len(rows):
        return Splits(state, columns, tuple(split_of(state, columns, table, index) for index in range(len(rows))))
    made = [
        split if row is before and whole_of(state, table, index) == split.whole
        else split_of(state, columns, table, index)
        for index, (row, before, split) in enumerate(zip(rows, old, known.rows, strict=True))
    ]  # fmt: skip
    return Splits(state, columns, tuple(made))


def sum_of(splits: Iterable[Split], count: int) -> Split:
    """The sum of rows, of what is known; the rest of the whole is not known where one row's is not."""
    every = list(splits)
    wholes, rests = [one.whole for one in every], [one.rest for one in every]
    years = tuple(_known([one.years[at] for one in every]) for at in range(count))
    return Split("", 0, total_if_known(wholes), years, total_if_known(rests))


def _known(values: list[Decimal | None]) -> Decimal | None:
    known = [one for one in values if one is not None]
    return total(known) if known else None


def parts_of(whole: Decimal, weights: Sequence[int], unit: Decimal) -> list[Decimal]:
    """A sum by weights, each part half-up to the unit and the last with a weight taking the remainder."""
    bearing = [at for at, weight in enumerate(weights) if weight > 0]
    parts, left, all_weights = [ZERO] * len(weights), whole, Decimal(sum(weights))
    for at in bearing[:-1]:
        parts[at] = rounded(divided(times(whole, Decimal(weights[at])), all_weights), unit)
        left = EXACT.subtract(left, parts[at])
    parts[bearing[-1]] = left
    return parts


def _parts(state: State, whole: Decimal, weights: Sequence[int], unit: Decimal) -> list[Decimal]:
    """The parts, the last taking the remainder, or the first where the rules say so."""
    if state.terms.rules.word("rounding.remainder_period") == "first":
        return parts_of(whole, weights[::-1], unit)[::-1]
    return parts_of(whole, weights, unit)


def bearing_years(state: State) -> Mapping[str, int] | NotYet:
    """The years among which is split, each with its weight: months of the project, or one where those are not known."""
    if not state.document.editable:
        return NotYet("cell.broken")
    weights = {column.name: 1 if column.months is None else column.months for column in columns_of(state.budget)}
    bearing = {name: weight for name, weight in weights.items() if weight}
    return bearing or NotYet("years.no-period")


def even_parts(state: State, whole: Decimal, years: Mapping[str, int]) -> dict[str, Decimal]:
    """A sum split among years by the rules' rounding; finer where that would give one of them the other sign."""
    weights = list(years.values())
    parts = _parts(state, whole, weights, flat_unit(state.budget, state.terms))
    if any(part * whole < 0 for part in parts):
        parts = _parts(state, whole, weights, Decimal(1).scaleb(-state.budget.decimals))
    return dict(zip(years, parts, strict=True))


def spread(state: State, rows: Iterable[tuple[str, int]]) -> Change | NotYet:
    """Rows split evenly by the months of the project in each year (by equal parts where months are not known)."""
    years = bearing_years(state)
    if isinstance(years, NotYet):
        return years
    edits: list[Edit] = []
    sums: list[Decimal] = []
    for table, index in rows:
        whole = whole_of(state, table, index)
        if whole is None or not _written_whole(state, table, index):
            continue
        made = _years_edits(state, (table, index), even_parts(state, whole, years))
        edits += made
        sums += [whole] if made else []
    return Change("screen.did.spread", tuple(edits), {"count": len(sums), "amount": total(sums)})


def _written_whole(state: State, table: str, index: int) -> bool:
    """True of a row whose amount stands by itself, and is not the sum of its years alone."""
    if table == "appropriation":
        return state.budget.appropriations[index].amount is not None
    return state.figures.worths[table, index].how != "years"


def _years_edits(state: State, row: Path, split: dict[str, Decimal]) -> list[Edit]:
    """The edits that give a row just these years. A row without any gets them on one line."""
    there = value_at(state.document.values, (*row, "years"))
    if not isinstance(there, dict):
        inner = ", ".join(f"{spell_key(name)} = {spell(short(part))}" for name, part in split.items())
        return [Set((*row, "years"), f"{{ {inner} }}")]
    edits: list[Edit] = [Remove((*row, "years", name)) for name in there if name not in split]
    for name, part in split.items():
        path = value_path(state.document.values, (*row, "years", name))
        if value_at(state.document.values, path) != part:
            edits.append(Set(path, spell(short(part))))
    return edits


def rest_into(state: State, path: Path) -> Change | NotYet:
    """What a row has in no year, put into one cell on top of what stands there."""
    table, index, name = str(path[0]), int(path[1]), str(path[-1])
    if not state.document.editable:
        return NotYet("cell.broken")
    columns = columns_of(state.budget)
    split = split_of(state, columns, table, index)
    if split.rest is None or split.whole is None:
        return NotYet("years.not-known")
    here = next((had for column, had in zip(columns, split.years, strict=True) if column.name == name), None)
    amount = to_decimals(EXACT.add(here or ZERO, split.rest), state.budget.decimals)
    edits = year_edits(state, path, amount) if split.rest else []
    return Change("screen.did.rest", tuple(edits), {"amount": amount, "year": name})
