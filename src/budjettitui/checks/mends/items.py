"""Mends of budget items: the appropriation raised, less promised from it, a payment moved to an item with room."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.call import no_decision_limit
from budjettitui.checks.mends.money import last_year
from budjettitui.checks.mends.promised import less_costs, less_own, less_promised, other_source
from budjettitui.checks.mends.writing import amount_at, fix_of, moved, row_told
from budjettitui.checks.mends.years import even, told_evenly, with_years, years_of
from budjettitui.document import Document, spell
from budjettitui.edits import Edit, Set
from budjettitui.figures.promises import Item, items
from budjettitui.findings import Finding, Fix, Path
from budjettitui.money import EXACT, ONE, ZERO
from budjettitui.values import replace


def item_of(case: Case, finding: Finding) -> Item | None:
    """The budget item that a finding stands at."""
    anchor = finding.anchor
    if anchor is None or anchor[0] != "appropriation":
        return None
    found = items(case.budget, case.figures)
    return next((item for item in found if any(index == anchor[1] for index, _ in item.rows)), None)


def short(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Raise the appropriation; promise less, with the costs and support of whom it is for, or with another source."""
    item, over = item_of(case, finding), finding.difference
    if item is None or not over:
        return
    year = finding.wording == "year"
    yield from _raised(case, document, item, over, str(finding.values.get("year")) if year else "")
    if year:
        return
    yield from _as_gross(case, document, item)
    yield from _elsewhere(case, document, item)
    for line in item.lines:
        yield from other_source(case, document, line, over)
        yield from less_promised(case, document, line, over)
    gross = item.basis == "gross" or item.promised == item.gross
    yield from (less_costs if gross else less_own)(case, document, item, over)
    if item.basis == "gross" and item.net is not None:
        yield replace(_said(item, "net", item.net), last=True)


def _raised(case: Case, document: Document, item: Item, over: Decimal, year: str) -> Iterator[Fix]:
    """The appropriation by what is short; of one year, that year and the whole with it."""
    path: Path = ("appropriation", item.rows[-1][0])
    whole = (*path, "amount")
    edit, now = moved(document, whole, over), amount_at(document, whole)
    if year:
        of_year = (*path, "years", year)
        part, then = moved(document, of_year, over), amount_at(document, of_year)
        if part is not None and then is not None:
            both: list[Edit] = [part] if edit is None else [part, edit]
            yield fix_of(
                "fix.raise-appropriation.year", both, item=item.budget_item, year=year, to=EXACT.add(then, over)
            )
        return
    if edit is not None and now is not None:
        edits = [edit, *last_year(case, document, item.rows[-1][0], over)]
        yield fix_of("fix.raise-appropriation", edits, item=item.budget_item, to=EXACT.add(now, over))


def _as_gross(case: Case, document: Document, item: Item) -> Iterator[Fix]:
    """The appropriation as large as the costs that it may be for, where no basis is said."""
    path: Path = ("appropriation", item.rows[-1][0], "amount")
    now = amount_at(document, path)
    if item.basis is not None or item.gross is None or item.appropriated is None or now is None:
        return
    by = EXACT.subtract(item.gross, item.appropriated)
    edit = moved(document, path, by) if by > ZERO else None
    if edit is not None:
        edits = [edit, *last_year(case, document, item.rows[-1][0], by)]
        yield fix_of("fix.raise-appropriation.gross", edits, item=item.budget_item, to=EXACT.add(now, by))


def _elsewhere(case: Case, document: Document, item: Item) -> Iterator[Fix]:
    """A payment that names this item, from another item of the same payer that has room for it."""
    for other in items(case.budget, case.figures):
        if other.payer != item.payer or other.budget_item == item.budget_item or not other.rows:
            continue
        if other.appropriated is None or other.promised is None:
            continue
        room = EXACT.subtract(other.appropriated, other.promised)
        for line in item.lines:
            worth, row = case.figures.worths["funding", line].value, case.budget.funding[line]
            if worth and worth <= room and row.budget_item is not None:
                edit = Set(("funding", line, "budget_item"), spell(other.budget_item))
                yield fix_of(
                    "fix.from-item", [edit], **row_told(case, "funding", line), item=other.budget_item, room=room
                )
                break


def shared(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Less promised in this file, as far as the appropriation is short; another source pays the rest."""
    item, over = item_of(case, finding), finding.difference
    for line in item.lines if item is not None and over else ():
        assert over is not None
        yield from other_source(case, document, line, over)
        yield from less_promised(case, document, line, over)
        yield from (replace(fix, last=True) for fix in other_source(case, document, line, over, "own"))


def basis(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Say which of the two readings is meant: first the one that fits."""
    item = item_of(case, finding)
    if item is None:
        return
    sums = {"net": item.net, "gross": item.gross}
    for name in sorted(sums, key=lambda one: one != finding.wording):
        promised = sums[name]
        if promised is not None:
            yield _said(item, name, promised)


def _said(item: Item, basis: str, promised: Decimal) -> Fix:
    """The appropriations of an item with a basis."""
    edits = [Set(("appropriation", index, "basis"), spell(basis)) for index, _ in item.rows]
    return fix_of(f"fix.basis.{basis}", edits, item=item.budget_item, promised=promised)


def years(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Split the appropriation as what is promised from it is split; or evenly over the years."""
    item, anchor = item_of(case, finding), finding.anchor
    whole = amount_at(document, (*anchor, "amount")) if anchor is not None else None
    if item is None or anchor is None or whole is None:
        return
    promised = _promised_by_year(case, item)
    if promised and sum(promised.values(), ZERO) == whole:
        yield fix_of("fix.years-as-promised", [with_years(anchor, sorted(promised.items()))], item=item.budget_item)
    names = years_of(case)
    if names:
        unit = case.terms.unit or ONE.scaleb(-case.budget.decimals)
        parts = even(whole, len(names), unit)
        edit = with_years(anchor, list(zip(names, parts, strict=True)))
        yield fix_of("fix.years-evenly", [edit], **told_evenly(whole, parts))


def _promised_by_year(case: Case, item: Item) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for line in item.lines:
        for year, figure in case.budget.funding[line].years.items():
            if figure.judged is not None:
                found[year] = EXACT.add(found.get(year, ZERO), figure.judged.value)
    return found


def decision_limit(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The appropriation that has most room lowered by what is above; else with what another source pays instead."""
    over = finding.difference
    if not over:
        return
    found = [item for item in items(case.budget, case.figures) if item.rows and item.appropriated is not None]
    for item in sorted(found, key=_room, reverse=True):
        path: Path = ("appropriation", item.rows[-1][0], "amount")
        edit, now = moved(document, path, -over), amount_at(document, path)
        if edit is None or now is None:
            continue
        to = EXACT.subtract(now, over)
        edits = [edit, *last_year(case, document, item.rows[-1][0], -over)]
        yield fix_of("fix.lower-appropriation", edits, item=item.budget_item, to=to)
        yield from _as_promised(case, document, item, over)
        yield from _with_less(case, document, item, over, edits, to)
    yield from no_decision_limit(document, finding)


def _as_promised(case: Case, document: Document, item: Item, over: Decimal) -> Iterator[Fix]:
    """The appropriation as small as what is promised from it, net or gross, where that is far enough below."""
    path: Path = ("appropriation", item.rows[-1][0], "amount")
    now = amount_at(document, path)
    for promised in dict.fromkeys(one for one in (item.gross, item.promised) if one is not None):
        by = EXACT.subtract(promised, item.appropriated or ZERO)
        edit = moved(document, path, by) if -by >= over else None
        if edit is not None and now is not None:
            edits = [edit, *last_year(case, document, item.rows[-1][0], by)]
            yield fix_of("fix.lower-appropriation.promised", edits, item=item.budget_item, to=EXACT.add(now, by))


def _room(item: Item) -> Decimal:
    assert item.appropriated is not None
    return EXACT.subtract(item.appropriated, item.promised or ZERO)


def _with_less(
    case: Case, document: Document, item: Item, over: Decimal, edits: Sequence[Edit], to: Decimal
) -> Iterator[Fix]:
    for fix in (*_of_lines(case, document, item.lines, over), *less_costs(case, document, item, over)):
        values = {**fix.values, "meets": True, "item": item.budget_item, "appropriation": to}
        yield fix_of(fix.title, [*fix.change.edits, *edits], **values)


def _of_lines(case: Case, document: Document, lines: Sequence[int], over: Decimal) -> Iterator[Fix]:
    for line in lines:
        yield from other_source(case, document, line, over)
        yield from less_promised(case, document, line, over)
