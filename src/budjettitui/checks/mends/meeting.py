"""Mends that move costs, so that the money meets afterwards: alone, with the funding, or with the support and the rest."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.money import figure_of, funding_moved, rate_kept, sheet_of
from budjettitui.checks.mends.writing import amount_at, fix_of, moved
from budjettitui.document import Document
from budjettitui.edits import Edit
from budjettitui.figures import Sheet
from budjettitui.findings import Fix, Place
from budjettitui.model import Cost
from budjettitui.money import EXACT, ONE, ZERO, divided, percent_of, rounded, total
from budjettitui.values import frozen


@frozen
class Cover:
    """Edits that let the money meet, what the title tells of them, and by how much each kind of funding moves."""

    edits: tuple[Edit, ...]
    told: Mapping[str, object]
    moves: Mapping[str, Decimal]


def meeting(
    case: Case, document: Document, place: Place, by: Decimal, title: str, edits: Sequence[Edit], **values: object
) -> Iterator[Fix]:
    """A mend that moves the costs of a place by so much: as it is, and with what pays for them moved along.

    Last with the totals that the file states. What brings an error is sorted out when the mends are tried: where the
    money met before, it is the mend alone.
    """
    if not edits:
        return
    yield fix_of(title, edits, **values)
    found = list(covers(case, document, place, by)) if by else []
    for one in found:
        yield fix_of(title, [*one.edits, *edits], **values, **one.told)
    for one in found or ([Cover((), {}, {})] if by else []):
        stated = _stated(case, document, place, by, one.moves)
        if stated:
            told = {**values, **one.told, "meets": True, "stated": True}
            yield fix_of(title, [*stated, *one.edits, *edits], **told)


def covers(case: Case, document: Document, place: Place, by: Decimal) -> Iterator[Cover]:
    """What pays for costs that move by so much: the first line that covers the need; the support at its rate and the rest.

    Nothing where it is not known whether the money meets, or where the costs alone make it meet.
    """
    sheet = sheet_of(case, place)
    if sheet.missing is None or sheet.missing == -by:
        return
    yield from _funding(case, document, place, by)
    path, support = figure_of(sheet, "support"), _support(case, place, sheet, by)
    now = amount_at(document, path) if path is not None else None
    if path is None or support is None or sheet.support.value is None or now is None:
        return
    more = EXACT.subtract(support, sheet.support.value)
    edit = moved(document, path, more) if more else None
    if edit is None:
        return
    told = {"meets": True, "support": EXACT.add(now, more)}
    rest = EXACT.subtract(by, more)
    if rest == ZERO:
        yield Cover((edit,), told, {"support": more})
    for one in _funding(case, document, place, rest) if rest else ():
        yield Cover((edit, *one.edits), {**one.told, **told}, {**one.moves, "support": more})


def _funding(case: Case, document: Document, place: Place, by: Decimal) -> Iterator[Cover]:
    for edits, values in funding_moved(case, document, place, by):
        told = {"meets": True, "cover": values["kind"], "covered": values["to"]}
        told |= {name: values[name] for name in ("item", "appropriation") if name in values}
        yield Cover(tuple(edits), told, {str(values["kind"]): by})
        return


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


def _stated(case: Case, document: Document, place: Place, by: Decimal, moves: Mapping[str, Decimal]) -> list[Edit]:
    """The totals that the file states of the project and of the place, where they hold now, moved with what they are of."""
    changes = {"costs": by, "net_costs": by, "funding": total(list(moves.values())), **moves}
    edits = []
    for of, sheet in (("project", case.figures.project), (f"{place.table}.{place.name}", sheet_of(case, place))):
        now = {"net_costs": sheet.net_costs, "funding": sheet.funding, "costs": sheet.costs.value}
        now |= {"support": sheet.support.value, "own": sheet.own.value}
        for stated in case.budget.stated:
            for key in now if stated.of == of else ():
                figure, change = getattr(stated, key), changes.get(key)
                if change and figure is not None and figure.planned is not None and figure.planned.value == now[key]:
                    edits.append(moved(document, (*stated.anchor, key), change))
    return [edit for edit in edits if edit is not None]


def place_of_costs(case: Case, row: Cost) -> Place:
    """Whose costs a line is: its partner's where there are several, else the project's."""
    owner = case.figures.books.owner(row)
    return Place("partner", owner) if case.several and owner in case.figures.partners else Place("project")
