"""Figures that a mend may move: where each is written, whose it is, and the stated totals that have to follow it."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.cost_lines import price_for
from budjettitui.checks.mends.money import sheet_of
from budjettitui.checks.mends.writing import amount_at, moved, set_amount
from budjettitui.checks.part_totals import category_reconciliations
from budjettitui.checks.totals import Reconciliation, reconciliations
from budjettitui.document import Document
from budjettitui.edits import Edit, Set
from budjettitui.figures import Sheet
from budjettitui.figures.sums import Sum
from budjettitui.figures.worths import model_of, stage_of
from budjettitui.findings import Path, Place
from budjettitui.model import LINES, Cost, Funding, Line, name_of_row, place_of
from budjettitui.money import EXACT, ZERO, divided, rounded, times, total
from budjettitui.values import frozen, replace

PROJECT = Place("project")


@frozen
class Movable:
    """A figure of a quantity (costs, income, a kind of funding): its number, what it is now, whose it is, its name."""

    name: str
    path: Path
    now: Decimal
    place: Place
    line: str | Place = ""
    at: Place | None = None
    confirmed: bool = False
    years: tuple[tuple[Path, Decimal], ...] = ()
    """The years of a row that is split by them, each with what it has: they move with the amount."""
    by_years: bool = False
    """True of a row that is its years, and has no amount: they alone move."""
    kept: bool = False
    """True of a line whose amount is not written: it works itself out, and moves with what it follows."""
    priced: bool = False
    """True of a line whose unit price has to give its amount: it moves with it."""
    follows: bool = False
    """True of a line that is a flat rate of others."""
    comes_by: Path | None = None
    """Of support that a partner passes on: the line by which it has come in to that partner, which moves with it."""


Shift = tuple[Movable, Decimal]
"""A figure, and by how much it moves."""


def sum_of(sheet: Sheet, name: str) -> Sum:
    """A quantity of a sheet."""
    if name in ("costs", "income"):
        return sheet.costs if name == "costs" else sheet.income
    return sheet.kinds.get(name, Sum())


def movables(case: Case, document: Document, place: Place, name: str) -> list[Movable]:
    """What a quantity of a place is written as, the largest first; what is left over of a total is moved at the total.

    Of a partner also the support that another passes on to it; in the project that is counted once, where it comes in.
    """
    whole = sum_of(sheet_of(case, place), name)
    if place.table != "project" or not case.several or whole.origin != "partners":
        passed = _passed_to(case, document, place, whole) if name == "support" else ()
        return _sorted([*_at(case, document, place, name, whole), *passed])
    owners = [(Place("partner", one), sum_of(sheet, name)) for one, sheet in case.figures.partners.items()]
    left = [owner for owner in owners if owner[1].origin == "left"]
    found = [part for owner, one in left or owners for part in _at(case, document, owner, name, one)]
    rows = _spread_rows(case, name)
    return _sorted([*found, *(_at(case, document, PROJECT, name, rows) if rows is not None and not left else ())])


def _spread_rows(case: Case, name: str) -> Sum | None:
    """The rows of a quantity that name no partner."""
    key = name if name in ("costs", "income") else f"funding.{name}"
    return case.figures.spreads[key].whole_rows


def _sorted(found: Iterable[Movable]) -> list[Movable]:
    return sorted(found, key=lambda part: -part.now)


def _at(case: Case, document: Document, place: Place, name: str, one: Sum) -> Iterator[Movable]:
    for anchor in one.anchors[:1] if one.origin == "left" else one.anchors:
        if len(anchor) == 2 and anchor[0] in LINES and isinstance(anchor[1], int):
            yield from _row(case, document, place, name, anchor[0], anchor[1])
            continue
        now = amount_at(document, anchor)
        if now is not None:
            year = f" {anchor[3]}" if anchor[2:3] == ("years",) else ""
            yield Movable(name, anchor, now, place, case.label(place) + year)


def _row(case: Case, document: Document, place: Place, name: str, table: str, index: int) -> Iterator[Movable]:
    row = case.budget.rows(table)[index]
    if not isinstance(row, Line) or tied(case, row) or _passed_on(case, row, place):
        return
    path, years = path_of(table, index, row), years_of(document, table, index, row)
    now = now_at(document, path, years) if path is not None else None
    if path is not None and now is not None:
        line = row.description or row.id or _by_kind(row) or place_of(table, index, row)
        sure = isinstance(row, Funding) and row.confirmed is True
        yield Movable(name, path, now, place, line, place_of(table, index, row), sure, years, is_year(path))


def _passed_to(case: Case, document: Document, place: Place, whole: Sum) -> Iterator[Movable]:
    """The support that others pass on to a partner, where a line says by what it came in to them."""
    for anchor in whole.anchors:
        if len(anchor) != 2 or anchor[0] != "funding" or not isinstance(anchor[1], int):
            continue
        row = case.budget.funding[anchor[1]]
        path = path_of("funding", anchor[1], row) if _passed_on(case, row, place) else None
        years = years_of(document, "funding", anchor[1], row)
        now = now_at(document, path, years) if path is not None else None
        if path is None or now is None or case.figures.books.owner(row) != place.name or row.payer is None:
            continue
        giver = Place("partner", row.payer)
        came = _sorted(_at(case, document, giver, "support", sum_of(sheet_of(case, giver), "support")))
        if came:
            line = name_of_row("funding", anchor[1], row)
            at, came_by = place_of("funding", anchor[1], row), came[0].path
            yield Movable("support", path, now, place, line, at, False, years, is_year(path), comes_by=came_by)


def path_of(table: str, index: int, row: Line) -> Path | None:
    """Where a row's sum is written: its amount, else the last of its years, else the stage that it is judged at."""
    stage = "amount" if row.amount is not None else stage_of(row)
    if stage != "planned" and stage is not None:
        return (table, index, stage)
    return (table, index, "years", max(row.years)) if row.years else None


def is_year(path: Path) -> bool:
    """True of a figure of one year of a row."""
    return len(path) > 3


def now_at(document: Document, path: Path, years: Sequence[tuple[Path, Decimal]]) -> Decimal | None:
    """What a row comes to: its amount, or the sum of its years where it has none."""
    return total([year for _, year in years]) if is_year(path) else amount_at(document, path)


def years_of(document: Document, table: str, index: int, row: Line) -> tuple[tuple[Path, Decimal], ...]:
    """The years that move with a row's amount, or that are all there is of it."""
    if path_of(table, index, row) is None:
        return ()
    paths: list[Path] = [(table, index, "years", year) for year in sorted(row.years)]
    return tuple((one, amount_at(document, one) or ZERO) for one in paths)


def _by_kind(row: Line) -> Place | None:
    """What a line without a name is told by: its category, its fund."""
    if isinstance(row, Cost):
        return None if row.category is None else Place("category", row.category)
    return Place("fund", row.fund) if isinstance(row, Funding) and row.fund is not None else None


def tied(case: Case, row: Line) -> bool:
    """True of a cost line whose amount something else says: its quantity and price, or a flat rate."""
    if not isinstance(row, Cost):
        return False
    if row.quantity is not None and row.unit_price is not None:
        return True
    return row.category in {rate.category for rate in case.terms.flat_rates(model_of(case.budget, row))}


def _passed_on(case: Case, row: Line, place: Place) -> bool:
    """True of support that one partner pays to another: it has come in by another line."""
    if not isinstance(row, Funding) or row.kind != "support" or row.payer not in case.figures.books.known_ids:
        return False
    return case.figures.books.owner(row) != row.payer


# writing it ----------------------------------------------------------------------------------------------------------
KEYS = {
    "costs": ("costs", "net_costs"),
    "income": ("income",),
    "support": ("support", "funding"),
    "own": ("own", "funding"),
}
"""The figures of a `[stated]` that a quantity is in; other kinds of funding are in `funding` alone."""


def written(case: Case, document: Document, shifts: Iterable[Shift]) -> list[Edit] | None:
    """The edits that move figures, with the stated totals that rest on them; None where one cannot be moved."""
    shifts = tuple(shifts)
    by_path: dict[Path, Decimal] = {}
    for part, by in shifts:
        for path, more in () if part.kept else moves(case, part, by):
            by_path[path] = EXACT.add(by_path.get(path, ZERO), more)
    for part, by in shifts:
        if part.comes_by is not None:
            by_path[part.comes_by] = EXACT.add(by_path.get(part.comes_by, ZERO), by)
    for path, by in _left_alone(case, shifts):
        by_path[path] = EXACT.add(by_path.get(path, ZERO), by)
    for path, by in _following(case, shifts):
        by_path.setdefault(path, by)
    edits: list[Edit | None] = [moved(document, path, by) for path, by in by_path.items() if by]
    edits += [_price(case, document, part, by) for part, by in shifts if part.priced]
    known = [edit for edit in edits if edit is not None]
    return list(known) if known and len(known) == len(edits) else None


def moves(case: Case, part: Movable, by: Decimal) -> Iterator[tuple[Path, Decimal]]:
    """What is written where a part moves: its amount and its years, or they alone."""
    if not part.by_years:
        yield part.path, by
    yield from by_years(case, part, by)


def by_years(case: Case, part: Movable, by: Decimal) -> Iterator[tuple[Path, Decimal]]:
    """How the years of a row move with its amount: the last one takes it, else all of them in proportion; not at all where
    they add up to what the amount becomes."""
    if not part.years:
        return
    (last, now), whole = part.years[-1], total([year for _, year in part.years])
    if whole == EXACT.add(part.now, by):
        return
    left = by
    if EXACT.add(now, by) < ZERO < whole:
        unit = case.unit(by, *(year for _, year in part.years))
        for path, year in part.years[:-1]:
            share = rounded(divided(times(by, year), whole), unit)
            left = EXACT.subtract(left, share)
            yield path, share
    yield last, left


def _price(case: Case, document: Document, part: Movable, by: Decimal) -> Edit | None:
    """The unit price at which a line comes to its new amount; None where none does."""
    row = case.budget.costs[int(part.path[1])]
    price = price_for(row, EXACT.add(part.now, by), case.budget.decimals)
    return None if price is None else set_amount(document, ("cost", part.path[1], "unit_price"), price)


def told_totals(edits: Iterable[Edit], shifts: Iterable[Shift]) -> dict[str, object]:
    """That stated totals move too, where they are not the figures that are meant to move; and what is passed on."""
    meant, passed = [part.path for part, _ in shifts], any(part.comes_by is not None for part, _ in shifts)
    paths = [edit.path for edit in edits if isinstance(edit, Set) and edit.path[0] == "stated"]
    stated = any(all(path[: len(one)] != one for one in meant) for path in paths)
    return {name: True for name, there in (("passed", passed), ("stated", stated)) if there}


def follows(shifts: Iterable[Shift]) -> dict[str, object]:
    """That flat rates move with the lines that they are of."""
    return {"follows": True} if any(part.follows for part, _ in shifts) else {}


def _left_alone(case: Case, shifts: tuple[Shift, ...]) -> Iterator[tuple[Path, Decimal]]:
    """The total of which one partner is what is left over moves with another's figure, so that what is left over stays."""
    for part, by in shifts:
        key = part.name if part.name in ("costs", "income") else f"funding.{part.name}"
        spread = case.figures.spreads[key]
        left = next((name for name, one in spread.partners.items() if one.origin == "left"), None)
        if spread.stated is not None and left not in (None, part.place.name) and part.place != PROJECT:
            yield spread.stated.anchors[0], by


def _following(case: Case, shifts: tuple[Shift, ...]) -> Iterator[tuple[Path, Decimal]]:
    """The stated totals that met their parts: they move as the parts do, and the title of the mend says so."""
    for one in (*reconciliations(case), *category_reconciliations(case)):
        by = total([_in(case, one, part, by) for part, by in shifts])
        met = one.stage in ("", "applied") and (one.within or not one.misses)
        if by and met and replace(one, parts=EXACT.add(one.parts, by)).misses:
            yield one.anchor, by


def _in(case: Case, one: Reconciliation, part: Movable, by: Decimal) -> Decimal:
    """How much of a move a stated total has: of its quantity, at its place, its category, work package or year."""
    if one.place.table in ("project", "partner"):
        if one.place not in (PROJECT, part.place):
            return ZERO
        if (part.name, one.key) == ("income", "net_costs"):
            return -by
        return by if one.key in KEYS.get(part.name, ("funding",)) else ZERO
    row = case.budget.costs[part.path[1]] if part.path[0] == "cost" and isinstance(part.path[1], int) else None
    if row is None:
        return ZERO
    if one.place.table == "year":
        return total([more for path, more in moves(case, part, by) if path[2:] == ("years", one.place.name)])
    return by if one.place.name == (row.category if one.place.table == "category" else row.work_package) else ZERO
