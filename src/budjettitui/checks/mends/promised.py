"""Less promised from a budget item: another source pays, or costs and support are what the rest carries."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from budjettitui.checks.case import Case
from budjettitui.checks.mends.balance import new_line
from budjettitui.checks.mends.limits import costs_to
from budjettitui.checks.mends.meeting import meeting
from budjettitui.checks.mends.money import costs_for, figure_of, rate_now, sheet_of
from budjettitui.checks.mends.writing import amount_at, fix_of, moved, row_told
from budjettitui.document import Document
from budjettitui.edits import Edit
from budjettitui.figures.promises import Item
from budjettitui.findings import Fix, Place
from budjettitui.money import EXACT
from budjettitui.values import replace


def _recipient(case: Case, line: int) -> Place:
    owner = case.figures.books.owner(case.budget.funding[line])
    return Place("partner", owner) if case.several and owner in case.figures.partners else Place("project")


def other_source(case: Case, document: Document, line: int, over: Decimal, kind: str = "other") -> Iterator[Fix]:
    """The line pays less from this item, and another source the rest, or own money that is from no item."""
    edit, now = moved(document, ("funding", line, "amount"), -over), amount_at(document, ("funding", line, "amount"))
    if edit is None or now is None:
        return
    place = _recipient(case, line)
    told = {**row_told(case, "funding", line), "gap": over, "to": EXACT.subtract(now, over)}
    title = "fix.promise-less.other-source" if kind == "other" else "fix.promise-less.own-pays"
    yield fix_of(title, [edit, new_line(case, document, kind, over, place)], **told)


def less_promised(case: Case, document: Document, line: int, over: Decimal) -> Iterator[Fix]:
    """The line pays less, and its recipient's costs and support are what the rest carries."""
    place, path = _recipient(case, line), ("funding", line, "amount")
    edit, now = moved(document, path, -over), amount_at(document, path)
    carried = _carried(case, document, place, over)
    if edit is not None and now is not None and carried is not None:
        told = {**row_told(case, "funding", line), "to": EXACT.subtract(now, over), **carried[1]}
        yield fix_of("fix.promise-less.costs", [edit, *carried[0]], **told)


def less_own(case: Case, document: Document, item: Item, over: Decimal) -> Iterator[Fix]:
    """Own money that stands in no row: less of it, with the costs and support that the rest carries."""
    place = Place("partner", item.payer) if case.several and item.payer else Place("project")
    own = sheet_of(case, place).own
    if own.origin not in ("share", "stated") or len(own.anchors) != 1:
        return
    edit, now = moved(document, own.anchors[0], -over), amount_at(document, own.anchors[0])
    carried = _carried(case, document, place, over)
    if edit is not None and now is not None and carried is not None:
        to = EXACT.subtract(now, over)
        yield fix_of("fix.promise-less.own", [edit, *carried[0]], to=to, **carried[1])


def less_costs(case: Case, document: Document, item: Item, over: Decimal) -> Iterator[Fix]:
    """Of an item that carries gross costs: less of them, with what pays for them; last, where they are many lines, of those."""
    for one in item.covered:
        place = Place("project") if one == "project" or not case.several else Place("partner", one)
        sheet = sheet_of(case, place)
        path = figure_of(sheet, "costs")
        edit = moved(document, path, -over) if path is not None else None
        if edit is not None and sheet.costs.value is not None:
            told = {"to": EXACT.subtract(sheet.costs.value, over), "who": case.label(place)}
            yield from meeting(case, document, place, -over, "fix.set-costs", [edit], **told)
        elif sheet.costs.value is not None:
            ways = costs_to(case, document, place, EXACT.subtract(sheet.costs.value, over))
            yield from (replace(fix, last=True) for fix in islice(ways, 1))


def _carried(
    case: Case, document: Document, place: Place, less: Decimal
) -> tuple[list[Edit], dict[str, object]] | None:
    """The costs and the support of a place when so much less covers its need."""
    sheet, rate = sheet_of(case, place), rate_now(case, place)
    if rate is None or sheet.covered is None or sheet.net_costs is None or sheet.support.value is None:
        return None
    goal = costs_for(case, EXACT.subtract(sheet.covered, less), sheet.rate_in_kind, rate)
    if goal is None or sheet.costs.value is None:
        return None
    by = EXACT.subtract(goal[0], sheet.net_costs)
    moves = (("costs", by), ("support", EXACT.subtract(goal[1], sheet.support.value)))
    paths = [(figure_of(sheet, name), change) for name, change in moves if change]
    edits = [moved(document, path, change) for path, change in paths if path is not None]
    known: list[Edit] = [edit for edit in edits if edit is not None]
    if len(known) < len(paths):
        return None
    return known, {"costs": EXACT.add(sheet.costs.value, by), "supported": goal[1]}
