"""Mends that move costs by editing anything at all: alone, and with what pays for them moved so that the money meets."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.balance import payers, set_aside
from budjettitui.checks.mends.money import rate_kept, sheet_of
from budjettitui.checks.mends.movable import PROJECT, Movable, Shift, by_years, movables, told_totals, written, years_of
from budjettitui.checks.mends.writing import amount_at, fix_of, moved
from budjettitui.document import Document
from budjettitui.edits import Edit, Remove, Set
from budjettitui.figures import Sheet
from budjettitui.findings import Fix, Path, Place
from budjettitui.model import Cost, Line
from budjettitui.money import EXACT, ONE, ZERO, divided, percent_of, rounded, total

NOWHERE: Path = ("new",)
"""Where costs stand that only the mend writes."""


def meeting(
    case: Case, document: Document, place: Place, by: Decimal, title: str, edits: Sequence[Edit], **values: object
) -> Iterator[Fix]:
    """A mend that moves the costs of a place by so much: as it is, and with what pays for them moved along.

    The totals that the file states and that hold now move too. What brings an error is sorted out when the mends are
    tried: where the money met before, it is the mend alone.
    """
    if not edits:
        return
    edits = [*edits, *years_with(case, document, edits)]
    yield fix_of(title, edits, **values)
    costs = Movable("costs", _path(edits), sheet_of(case, place).costs.value or ZERO, place, kept=True)
    for shifts in _ways(case, document, place, by) if by else ():
        moves = ((costs, by), *shifts)
        more = written(case, document, moves)
        if more is None:
            continue
        told = {**values, **_told(shifts), "meets": True, **told_totals(more, moves)}
        for part, change in shifts:
            more += set_aside(case, document, part, change, told)
        yield fix_of(title, [*more, *edits], **told)


def years_with(case: Case, document: Document, edits: Sequence[Edit]) -> Iterator[Edit]:
    """The years of lines whose amounts the edits change: they move with them, where they add up now."""
    split = {edit.path[:2] for edit in edits if isinstance(edit, Set | Remove) and edit.path[2:3] == ("years",)}
    for edit in edits:
        if not isinstance(edit, Set) or edit.path[2:] != ("amount",) or edit.path[:2] in split:
            continue
        table, index = str(edit.path[0]), edit.path[1]
        row, now = case.budget.rows(table)[int(index)], amount_at(document, edit.path)
        years = years_of(document, table, int(index), row) if isinstance(row, Line) else ()
        line = Movable("costs", edit.path, now or ZERO, PROJECT, years=years)
        if years and total([year for _, year in years]) == now:
            by = EXACT.subtract(Decimal(edit.text.replace("_", "")), now)
            changes = [moved(document, path, more) for path, more in by_years(case, line, by) if more]
            yield from (change for change in changes if change is not None)


def _path(edits: Sequence[Edit]) -> Path:
    """The cost line that the edits are about: what is stated of its category moves with it."""
    for edit in edits:
        if isinstance(edit, Set | Remove) and edit.path[0] == "cost":
            return edit.path if len(edit.path) > 2 else (*edit.path, "amount")
    return NOWHERE


def _ways(case: Case, document: Document, place: Place, by: Decimal) -> Iterator[tuple[Shift, ...]]:
    """What pays for costs that move: the first line that covers the need; the support at its rate and the rest; nothing.

    Nothing alone where it is not known whether the money meets, or where the costs alone make it meet.
    """
    sheet = sheet_of(case, place)
    if sheet.missing is None or sheet.missing == -by:
        yield ()
        return
    first = _payer(case, document, place, by)
    yield from [(first,)] if first is not None else []
    lines, support = movables(case, document, place, "support"), _support(case, place, sheet, by)
    more = EXACT.subtract(support, sheet.support.value) if support is not None and sheet.support.value else ZERO
    rest = EXACT.subtract(by, more)
    other = _payer(case, document, place, rest) if rest else None
    if lines and more and (other is not None or not rest):
        yield ((lines[0], more), *((other,) if other is not None else ()))
    elif first is None:
        yield ()


def _payer(case: Case, document: Document, place: Place, by: Decimal) -> Shift | None:
    """The first line that can take a move."""
    able = (part for part in payers(case, document, place) if EXACT.add(part.now, by) >= ZERO)
    first = next(able, None)
    return None if first is None else (first, by)


def _told(shifts: Sequence[Shift]) -> dict[str, object]:
    told: dict[str, object] = {}
    for part, by in shifts:
        to = EXACT.add(part.now, by)
        told |= {"support": to} if part.name == "support" else {"cover": part.name, "covered": to}
    return told


def _support(case: Case, place: Place, sheet: Sheet, by: Decimal) -> Decimal | None:
    """The support of the costs as they would be: at the rate it has, and not above its ceiling."""
    rate, now, base = rate_kept(case, place), sheet.support.value, sheet.rate_base
    if rate is None or now is None or base is None or base <= ZERO or sheet.rate_on_public:
        return None
    unit = case.terms.unit or ONE.scaleb(-case.budget.decimals)
    then = EXACT.add(base, by)
    least = rounded(percent_of(rate, then), unit, "down")
    if by < ZERO:
        return min(now, least)
    return min(least, rounded(divided(EXACT.multiply(now, then), base), unit, "down"))


def place_of_costs(case: Case, row: Cost) -> Place:
    """Whose costs a line is: its partner's where there are several, else the project's."""
    owner = case.figures.books.owner(row)
    return Place("partner", owner) if case.several and owner in case.figures.partners else PROJECT
