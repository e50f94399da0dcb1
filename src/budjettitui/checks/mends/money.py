"""Mends of money that does not meet: the funding with the appropriation that pays it, the costs with their support,
another source. Given other funding F and a ceiling r, the largest costs are F / (1 - r), their support r of that."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.writing import amount_at, fix_of, moved, new_amount, new_row, set_amount
from budjettitui.document import Document, spell
from budjettitui.edits import Edit
from budjettitui.figures import Sheet
from budjettitui.figures.promises import items
from budjettitui.figures.worths import stage_of
from budjettitui.findings import Finding, Fix, Path, Place
from budjettitui.model import Funding, place_of
from budjettitui.money import EXACT, HUNDRED, ONE, ZERO, divided, percent_of, rounded, to_decimals

RATE_DECIMALS = 12
"""A rate that is worked out, where the rules have none, is kept to so many decimals."""

PAYS = {"own": 0, "municipal": 1, "other-public": 2, "private": 3, "other": 4}
"""Which money is raised first: a partner's own, else what a municipality pays for it."""


def sheet_of(case: Case, place: Place) -> Sheet:
    """The sheet of a place."""
    partner = case.figures.partners.get(place.name or "") if place.table == "partner" else None
    return partner or case.figures.project


# the funding ---------------------------------------------------------------------------------------------------------
def _lines(case: Case, place: Place) -> Iterator[tuple[Path, Funding]]:
    """The lines that cover a place's need, the one to be changed first first."""
    books = case.figures.books
    found = [
        (index, row)
        for index, row in enumerate(case.budget.funding)
        if row.kind in PAYS and (place.table == "project" or books.owner(row) == place.name)
    ]
    found.sort(
        key=lambda line: (PAYS[line[1].kind or "other"], line[1].confirmed is True, -(_worth(case, line[0])), line[0])
    )
    for index, row in found:
        if row.amount is not None or (stage_of(row) not in (None, "planned")):
            yield ("funding", index, "amount"), row


def _worth(case: Case, index: int) -> Decimal:
    return case.figures.worths["funding", index].value or ZERO


def funding_moved(
    case: Case, document: Document, place: Place, by: Decimal
) -> Iterator[tuple[list[Edit], dict[str, object]]]:
    """The edits that raise (or lower) what covers a place's need, each with the appropriation that pays it."""
    found = list(_lines(case, place))
    for path, row in found:
        edit = moved(document, path, by)
        now = amount_at(document, path)
        if edit is None or now is None:
            continue
        values: dict[str, object] = {
            "kind": row.kind,
            "was": now,
            "to": EXACT.add(now, by),
            "line": row.description or row.id or "",
            "at": place_of("funding", int(path[1]), row),
        }
        if sum(other.kind == row.kind for _, other in found) > 1:
            values["place"] = values["line"] or values["at"]
        edits: list[Edit] = [edit]
        edits += appropriation_for(case, document, int(path[1]), by, values)
        yield edits, values
    for path in _written_own(case, place):
        edit, now = moved(document, path, by), amount_at(document, path)
        if edit is not None and now is not None:
            yield [edit], {"kind": "own", "was": now, "to": EXACT.add(now, by), "line": ""}


def _written_own(case: Case, place: Place) -> Iterator[Path]:
    """Where a place's own money is written as one figure and not as a line."""
    own = sheet_of(case, place).own
    if own.origin in ("share", "stated") and len(own.anchors) == 1:
        yield own.anchors[0]


def appropriation_for(case: Case, document: Document, line: int, by: Decimal, values: dict[str, object]) -> list[Edit]:
    """The edit of the appropriation that pays a line, where it would be short afterwards; what it becomes goes to `values`."""
    edits: list[Edit] = []
    for item in items(case.budget, case.figures):
        then = item.promised_with(line, by) if line in item.lines and by > ZERO else None
        if then is None or not item.rows or item.appropriated is None:
            continue
        short = EXACT.subtract(then, item.appropriated)
        path: Path = ("appropriation", item.rows[0][0], "amount")
        edit = moved(document, path, short) if short > ZERO else None
        now = amount_at(document, path)
        if edit is not None and now is not None:
            edits += [edit, *last_year(case, document, item.rows[0][0], short)]
            values |= {"item": item.budget_item, "appropriation_was": now, "appropriation": EXACT.add(now, short)}
    return edits


def last_year(case: Case, document: Document, index: int, by: Decimal) -> list[Edit]:
    """The last year of an appropriation that is split by years: it moves with the amount."""
    years = case.budget.appropriations[index].years
    edit = moved(document, ("appropriation", index, "years", max(years)), by) if years else None
    return [] if edit is None else [edit]


# the costs, with their support ---------------------------------------------------------------------------------------
def rate_kept(case: Case, place: Place) -> Decimal | None:
    """The rate that support keeps to: the ceiling, else the rate it has now."""
    partner = case.partner(place.name) if place.name else None
    rule = case.terms.support.ceiling(partner)
    if rule is not None and isinstance(rule.value, Decimal):
        return rule.value
    rate = sheet_of(case, place).support_rate
    return None if rate is None else to_decimals(rate, RATE_DECIMALS)


def rate_now(case: Case, place: Place) -> Decimal | None:
    """The rate that support has now, and no more than its ceiling: costs that move with their support keep to it."""
    most, now = rate_kept(case, place), sheet_of(case, place).support_rate
    return most if most is None or now is None else min(most, to_decimals(now, RATE_DECIMALS))


def costs_for(case: Case, covered: Decimal | None, in_kind: Decimal, rate: Decimal) -> tuple[Decimal, Decimal] | None:
    """The net costs that other funding carries at a rate, with the support they get; None where nothing does."""
    if rate >= HUNDRED or covered is None or covered <= ZERO:
        return None
    unit = case.terms.unit or ONE.scaleb(-case.budget.decimals)
    carried = EXACT.add(covered, in_kind)
    base = rounded(divided(EXACT.multiply(carried, HUNDRED), HUNDRED - rate), unit, "down")
    support = rounded(percent_of(rate, base), unit, case.terms.rounding("support"))
    return EXACT.add(covered, support), support


def implied_costs(case: Case, place: Place) -> tuple[Decimal, Decimal] | None:
    """The net costs of which what covers the need is exactly the part that the support leaves, and that part in per cent."""
    sheet, rate = sheet_of(case, place), rate_kept(case, place)
    if rate is None or rate >= HUNDRED or sheet.covered is None or sheet.covered <= ZERO or sheet.rate_in_kind:
        return None
    part = HUNDRED - rate
    costs = to_decimals(divided(EXACT.multiply(sheet.covered, HUNDRED), part), case.budget.decimals)
    return (costs, part) if percent_of(part, costs) == sheet.covered else None


def _costs_moved(case: Case, document: Document, place: Place) -> Iterator[Fix]:
    """Costs and support brought to what the other funding carries, up or down."""
    sheet, rate = sheet_of(case, place), rate_now(case, place)
    goal = costs_for(case, sheet.covered, sheet.rate_in_kind, rate) if rate is not None else None
    if goal is None or sheet.net_costs is None or sheet.support.value is None or sheet.costs.value is None:
        return
    by = EXACT.subtract(goal[0], sheet.net_costs)
    more = EXACT.subtract(goal[1], sheet.support.value)
    if not by:
        return
    edits = [
        edit
        for path, change in ((figure_of(sheet, "costs"), by), (figure_of(sheet, "support"), more))
        if path is not None and change
        for edit in [moved(document, path, change)]
        if edit is not None
    ]
    wanted = 2 if more else 1
    if edits and len(edits) == wanted:
        support = goal[1] if goal[1] or more else None
        title = "fix.lower-costs" if by < ZERO else "fix.raise-costs"
        yield fix_of(title, edits, who=case.label(place), costs=EXACT.add(sheet.costs.value, by), support=support)


def figure_of(sheet: Sheet, name: str) -> Path | None:
    """Where a sheet's figure is written as one number: its only line or share, or the total it is left over from."""
    one = sheet.costs if name == "costs" else sheet.support
    if one.origin == "left" and one.anchors:
        return one.anchors[0]
    if len(one.anchors) == 1:
        anchor = one.anchors[0]
        return (*anchor, "amount") if one.origin in ("rows", "partners") and len(anchor) == 2 else anchor
    return None


# the mends -----------------------------------------------------------------------------------------------------------
def fill_gap(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Raise the funding with its appropriation; lower the costs with their support; let another source pay."""
    gap = -(finding.difference or ZERO)
    raised = [
        fix_of("fix.raise-funding" + (".with-appropriation" if "item" in values else ""), edits, **values)
        for edits, values in funding_moved(case, document, finding.place, gap)
    ]
    yield from raised[:1]
    yield from _costs_moved(case, document, finding.place)
    yield from _new_source(case, document, finding.place, gap, own=not raised)
    yield from raised[1:]
    yield from _costs_alone(case, document, finding.place, gap)


def _costs_alone(case: Case, document: Document, place: Place, gap: Decimal) -> Iterator[Fix]:
    """Lower the costs and leave the support: comes first to mind, and mostly takes the support over its ceiling."""
    sheet = sheet_of(case, place)
    path = figure_of(sheet, "costs")
    edit = moved(document, path, -gap) if path is not None else None
    if edit is not None and sheet.costs.value is not None:
        yield fix_of(
            "fix.lower-costs.alone", [edit], costs=EXACT.subtract(sheet.costs.value, gap), who=case.label(place)
        )


def _new_source(case: Case, document: Document, place: Place, gap: Decimal, *, own: bool) -> Iterator[Fix]:
    """A new line that pays the gap: own money where nothing pays yet; another source, not confirmed by anybody yet."""
    who = (("recipient", spell(place.name)),) if place.table == "partner" else ()
    told = {"gap": gap, "who": case.label(place)}
    amount = ("amount", new_amount(gap))
    if own and not sheet_of(case, place).own.value:
        yield fix_of("fix.own-pays", [new_row(document, "funding", (("kind", spell("own")), *who, amount))], **told)
    other = (("kind", spell("other")), *who, amount, ("confirmed", "false"))
    yield fix_of("fix.other-source", [new_row(document, "funding", other)], **told, kind="other")


def take_off(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Lower the funding; lower the support; or let the costs be what the funding carries."""
    over = finding.difference or ZERO
    for edits, values in funding_moved(case, document, finding.place, -over):
        yield fix_of("fix.lower-funding", edits, **values)
    sheet = sheet_of(case, finding.place)
    path, now = figure_of(sheet, "support"), sheet.support.value
    edit = moved(document, path, -over) if path is not None else None
    if edit is not None and now is not None:
        yield fix_of("fix.support.down", [edit], support=EXACT.subtract(now, over))
    yield from _costs_moved(case, document, finding.place)


def meet(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """All funding and the net costs brought together: what is missing filled, what is over taken off; a stated funding."""
    yield from (take_off if finding.wording == "over" else fill_gap)(case, document, finding)
    for stated in case.budget.stated:
        if stated.of == "project" and stated.funding is not None and finding.expected is not None:
            edit = set_amount(document, (*stated.anchor, "funding"), finding.expected)
            if edit is not None:
                yield fix_of("fix.set-stated", [edit], figure="funding", to=finding.expected)
