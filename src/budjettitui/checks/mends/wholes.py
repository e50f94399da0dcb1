"""Mends of totals that miss: the stated figure, the line that looks wrong, a line for what is missing, the largest part."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice

from budjettitui.checks.case import Case
from budjettitui.checks.detective import Slip, slips
from budjettitui.checks.mends import limits, movable, support
from budjettitui.checks.mends.balance import in_proportion, new_line
from budjettitui.checks.mends.cost_lines import CostLines
from budjettitui.checks.mends.lines import largest, new_cost, without, worth_of
from budjettitui.checks.mends.meeting import meeting, place_of_costs, years_with
from budjettitui.checks.mends.misplaced import in_other_total
from budjettitui.checks.mends.money import figure_of, funding_moved, rate_kept, sheet_of
from budjettitui.checks.mends.movable import PROJECT
from budjettitui.checks.mends.summands import Summand, of_costs, partner_of, place_of_summand, summand_name, summands_of
from budjettitui.checks.mends.writing import (
    amount_at,
    fix_of,
    moved,
    new_amount,
    new_row,
    row_name,
    set_amount,
    taken_out,
)
from budjettitui.checks.part_totals import belongs
from budjettitui.checks.totals import QUANTITIES
from budjettitui.document import Document, spell
from budjettitui.edits import Edit, Set
from budjettitui.findings import Finding, Fix, Path, Place
from budjettitui.model import Funding
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, percent_of, rounded, times, total
from budjettitui.values import replace


def whole(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """State what adds up; put the line right that looks wrong; add what is missing; move the largest part."""
    if finding.values.get("left_over"):
        yield from _with_rest(case, document, finding)
    yield from _state_what_adds_up(document, finding)
    change = finding.difference
    if not change or finding.values.get("stage"):
        return
    yield from in_other_total(case, document, finding)
    parts = {part.path: part for part in summands_of(case, document, finding)}
    for slip in slips(case, finding):
        part = parts.get(slip.suspect.path)
        if part is not None:
            yield from _put_right(case, document, finding, part, slip)
    yield from _added(case, document, finding, change)
    for part in _largest(case, finding, list(parts.values()), change):
        yield from _moved(case, document, finding, part, EXACT.add(part.amount, change))
    yield from _between(case, document, finding, change, list(parts.values()))
    yield from _everything(case, document, finding)
    yield from _left_out(document, finding)


def _largest(case: Case, finding: Finding, parts: Sequence[Summand], change: Decimal) -> list[Summand]:
    """The two largest parts; where flat rates go with them, the largest line too that no flat rate goes with."""
    order = sorted(parts, key=lambda one: -one.amount)
    lines = CostLines(case, None, ()) if of_costs(finding) else None
    if lines is None or not lines.flats:
        return order[:2]
    alone = (part for part in order[2:] if part.path[0] == "cost" and _moves_alone(lines, int(part.path[1]), change))
    return order[:2] + list(islice(alone, 1))


def _moves_alone(lines: CostLines, index: int, change: Decimal) -> bool:
    """True of a line that no flat rate follows, and that is none."""
    if index not in lines.free:
        return False
    now, moved = lines.after({}), lines.after({index: EXACT.add(lines.value(index), change)})
    return all(moved[other] == value for other, value in now.items() if other != index)


def _state_what_adds_up(document: Document, finding: Finding) -> Iterator[Fix]:
    """State what the parts add up to; the qualifiers stay."""
    if finding.anchor is None or finding.expected is None:
        return
    stage = str(finding.values.get("stage") or "")
    staged = (*finding.anchor, stage)
    path = staged if stage and document.span(staged) is not None else finding.anchor
    edit = set_amount(document, path, finding.expected)
    if edit is not None:
        if finding.check == "category-total":
            yield fix_of("fix.set-stated.place", [edit], what=finding.place, to=finding.expected)
        else:
            told = {"figure": str(finding.values.get("key", "costs")), "to": finding.expected}
            yield fix_of("fix.set-stated", [edit], **told)
            net = _net_with(document, finding)
            if net is not None and not stage:
                yield fix_of("fix.set-stated", [edit, net], **told, stated=True)


def _net_with(document: Document, finding: Finding) -> Edit | None:
    """The net costs of the same statement, which costs or income take with them."""
    key, anchor, apart = finding.values.get("key"), finding.anchor, finding.difference
    if key not in ("costs", "income") or anchor is None or not apart:
        return None
    return moved(document, (*anchor[:-1], "net_costs"), -apart if key == "costs" else apart)


def _left_out(document: Document, finding: Finding) -> Iterator[Fix]:
    """The stated figure taken out, so that it is what its parts give: where all of them are there, it need not be stated."""
    gone = taken_out(document, finding.anchor) if finding.anchor is not None else None
    if gone is None or finding.values.get("left_over") or finding.expected is None:
        return
    if finding.check == "category-total":
        found = fix_of("fix.leave-stated.place", [gone], what=finding.place, to=finding.expected)
    else:
        found = fix_of("fix.leave-stated", [gone], figure=str(finding.values.get("key", "costs")), to=finding.expected)
    yield replace(found, last=True)


def _with_rest(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """A cost or support of which a partner has what is left over: stated so large, or the largest part so small, that the
    partner's money meets, or its support is at its rate."""
    key = str(finding.values.get("key"))
    if key not in ("costs", "support") or finding.expected is None or finding.anchor is None:
        return
    left = [name for name, one in case.figures.spreads[QUANTITIES[key].name].partners.items() if not one.known]
    if len(left) != 1:
        return
    place = Place("partner", left[0])
    rests = list(dict.fromkeys(_rests(case, place, key)))
    for rest in rests:
        to = EXACT.add(finding.expected, rest)
        edit = set_amount(document, finding.anchor, to)
        if edit is not None and rest > ZERO:
            told = {"figure": key, "to": to, "who": case.label(place), "rest": rest}
            yield fix_of("fix.set-stated.rest", [edit], **told)
    for part in sorted(summands_of(case, document, finding), key=lambda one: -one.amount)[:1]:
        for rest in rests:
            to = EXACT.subtract(EXACT.add(part.amount, finding.difference or ZERO), rest)
            edit = set_amount(document, part.path, to) if to > ZERO and rest > ZERO else None
            if edit is not None:
                told = {"line": part.name, "to": to, "who": case.label(place), "rest": rest}
                yield fix_of("fix.set-line.rest", [edit], **told)


def _rests(case: Case, place: Place, key: str) -> Iterator[Decimal]:
    """What may be left over for a partner: what meets its other figures; what its support is the rate of."""
    sheet, rate = sheet_of(case, place), rate_kept(case, place)
    support, covered, base = sheet.support.value, sheet.covered, sheet.rate_base
    if key == "costs" and support is not None and covered is not None:
        yield total([support, covered, sheet.income.value or ZERO])
        if rate is not None and rate > ZERO:
            yield rounded(divided(times(support, HUNDRED), rate), case.unit(support), "up")
    elif key == "support" and base is not None and sheet.net_costs is not None:
        if rate is not None:
            yield rounded(percent_of(rate, base), case.unit(base), "down")
        if covered is not None:
            yield EXACT.subtract(sheet.net_costs, covered)


def _everything(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """All that the total is made of moved to it, with what has to move too: flat rates, support, what else pays."""
    key, place, goal = finding.values.get("key"), finding.place, finding.actual
    if goal is None or place.table not in ("project", "partner"):
        return
    ways: Iterator[Fix] = iter(())
    if key == "costs":
        ways = limits.costs_to(case, document, place, goal)
    elif key == "support" and place.table == "project":
        ways = support.support_to(case, document, goal)
    elif key == "own":
        ways = _all_own(case, document, finding)
    yield from (replace(fix, last=True) for fix in ways)


def _all_own(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """All own lines lowered in proportion where none has as much, and another source pays what they then do not."""
    lines, by = movable.movables(case, document, finding.place, "own"), finding.difference or ZERO
    if by >= ZERO or len(lines) < 2 or any(one.now >= -by for one in lines):
        return
    shifts = in_proportion(lines, by, case.unit(by, *(one.now for one in lines)))
    edits = movable.written(case, document, shifts)
    if edits is not None and finding.actual is not None and finding.actual > ZERO:
        new = new_line(case, document, "other", -by, finding.place)
        yield fix_of("fix.own.all", [*edits, new], own=finding.actual, who=case.label(finding.place), gap=-by)


# the mends -----------------------------------------------------------------------------------------------------------
def _put_right(case: Case, document: Document, finding: Finding, part: Summand, slip: Slip) -> Iterator[Fix]:
    """What may have slipped in one line, put right: a possibility, and said so."""
    if slip.meant == ZERO:
        edits = _without(document, part.path)
        yield from _met(case, document, finding, part.path, -part.amount, "fix.perhaps-twice", edits, _told(part, ZERO))
        return
    title = "fix.perhaps-swapped" if slip.hint.key == "hint.digits-swapped" else "fix.perhaps-scaled"
    yield from _moved(case, document, finding, part, slip.meant, title)


def _without(document: Document, path: Path) -> Sequence[Edit]:
    """The row of a figure taken out."""
    if path[0] == "cost":
        return without(document, int(path[1]))
    gone = taken_out(document, path[:2]) if path[0] in ("income", "funding") else None
    return [] if gone is None else [gone]


def _moved(
    case: Case, document: Document, finding: Finding, part: Summand, to: Decimal, title: str = "fix.set-line"
) -> Iterator[Fix]:
    """Another amount of one part."""
    edit = set_amount(document, part.path, to)
    by = EXACT.subtract(to, part.amount)
    if edit is not None and by and to:
        yield from _met(case, document, finding, part.path, by, title, [edit], _told(part, to))


def _told(part: Summand, to: Decimal) -> dict[str, object]:
    return {"line": part.name, "to": to, "was": part.amount, "amount": part.amount, "number": int(part.path[1]) + 1}


def _met(
    case: Case, document: Document, finding: Finding, path: Path, by: Decimal, title: str, edits: Sequence[Edit],
    told: Mapping[str, object],
) -> Iterator[Fix]:  # fmt: skip
    """A moved part, and what has to move with it: the funding of costs, the costs of income, other funding of funding."""
    if not edits:
        return
    if of_costs(finding) or path[0] == "income":
        place = place_of_summand(case, path)
        moved_costs = -by if path[0] == "income" else by
        yield from meeting(case, document, place, moved_costs, title, edits, **told)
        return
    edits = [*edits, *years_with(case, document, edits)]
    yield fix_of(title, edits, **told)
    yield from _funded_otherwise(case, document, path, by, title, edits, told)


def _funded_otherwise(
    case: Case, document: Document, path: Path, by: Decimal, title: str, edits: Sequence[Edit], told: Mapping[str, object]
) -> Iterator[Fix]:  # fmt: skip
    """A moved line of funding with another that moves the other way; or with the largest cost that it pays."""
    place = place_of_summand(case, path)
    path_of_support = figure_of(sheet_of(case, place), "support")
    others = [(edits_, values["kind"], values["to"]) for edits_, values in funding_moved(case, document, place, -by)]
    edit = moved(document, path_of_support, -by) if path_of_support is not None else None
    now = amount_at(document, path_of_support) if path_of_support is not None else None
    if edit is not None and now is not None:
        others.append(([edit], "support", EXACT.subtract(now, by)))
    touched = {edit.path for edit in edits if isinstance(edit, Set)}
    apart = [other for other in others if not any(isinstance(one, Set) and one.path in touched for one in other[0])]
    for more, kind, to in apart[:2]:
        yield fix_of(title, [*more, *edits], **told, meets=True, cover=kind, covered=to)
    yield from _with_cost(case, document, path, by, edits, told)


def _with_cost(
    case: Case, document: Document, path: Path, by: Decimal, edits: Sequence[Edit], told: Mapping[str, object]
) -> Iterator[Fix]:
    place = place_of_summand(case, path)
    lines = [
        index for index, row in enumerate(case.budget.costs) if place_of_costs(case, row) == place and not row.in_kind
    ]
    index = largest(case, document, lines)
    if index is not None:
        to = EXACT.add(worth_of(case, index), by)
        edit = set_amount(document, ("cost", index, "amount"), to)
        if edit is not None:
            names = {"other": row_name(case, "cost", index), "left": to}
            yield fix_of("fix.set-both", [edit, *edits], **{**told, **names})
            follow = _totals_too(case, document, place, path, index, by)
            if follow:
                yield fix_of("fix.set-both", [*follow, edit, *edits], **{**told, **names, "stated": True})


def _totals_too(case: Case, document: Document, place: Place, path: Path, cost: int, by: Decimal) -> list[Edit]:
    """The stated totals that hold now and would not with a funding line and a cost line moved."""
    owner = place if place.table == "partner" else PROJECT
    row = case.budget.rows(str(path[0]))[int(path[1])]
    name = row.kind if isinstance(row, Funding) else str(path[-1])
    now, worth = amount_at(document, path) or ZERO, worth_of(case, cost)
    funding = movable.Movable(name or "other", path, now, owner)
    costs = movable.Movable("costs", ("cost", cost, "amount"), worth, owner)
    edits = movable.written(case, document, [(funding, by), (costs, by)]) or []
    return [edit for edit in edits if isinstance(edit, Set) and edit.path[0] == "stated"]


def _added(case: Case, document: Document, finding: Finding, change: Decimal) -> Iterator[Fix]:
    """A new line of what is missing."""
    row = _new_row(case, document, finding, change) if change > ZERO else None
    if row is None:
        return
    costs = of_costs(finding)
    place = finding.place if finding.place.table == "partner" else Place("project")
    if costs:
        yield from meeting(case, document, place, change, "fix.add-line", [row], gap=change)
    else:
        yield fix_of("fix.add-line", [row], gap=change)


def _new_row(case: Case, document: Document, finding: Finding, amount: Decimal) -> Edit | None:
    place, key = finding.place, str(finding.values.get("key"))
    partner = place.name if place.table == "partner" else partner_of(case, finding)
    if place.table == "year":
        return None
    if of_costs(finding):
        category = place.name if place.table == "category" else _usual_category(case)
        package = place.name if place.table == "work_package" else None
        return None if category is None else new_cost(document, category, amount, partner, package)
    table, owner = ("income", "partner") if key == "income" else ("funding", "recipient")
    items = [] if table == "income" else [("kind", spell(key if key in ("own", "support") else "other"))]
    items += [(owner, spell(partner))] if partner is not None else []
    return new_row(document, table, (*items, ("amount", new_amount(amount))))


def _usual_category(case: Case) -> str | None:
    """The category of a line of which nothing is known: the only one there is, else the rules' category of other costs."""
    used = {row.category for row in case.budget.costs if row.category}
    if len(used) == 1:
        return next(iter(used))
    rules = case.terms.rules
    return "other" if used and (rules.any_category or "other" in rules.categories) else None


def _between(
    case: Case, document: Document, finding: Finding, change: Decimal, parts: Sequence[Summand]
) -> Iterator[Fix]:
    """The largest part of a category, a year or a work package takes from the largest line outside of it."""
    place = finding.place
    if place.table not in ("category", "work_package") or not parts:
        return
    inside = max(parts, key=lambda part: part.amount)
    partner = partner_of(case, finding)
    outside = [
        Summand(path, summand_name(case, path), amount)
        for index, row in enumerate(case.budget.costs)
        if not belongs(row, place, partner) and not row.in_kind
        for path in [("cost", index, "amount")]
        if (amount := amount_at(document, path)) is not None
    ]
    other = max(outside, key=lambda part: part.amount, default=None)
    if other is None or place_of_costs(case, case.budget.costs[int(other.path[1])]) != place_of_summand(
        case, inside.path
    ):
        return
    to, left = EXACT.add(inside.amount, change), EXACT.subtract(other.amount, change)
    edits = [set_amount(document, inside.path, to), set_amount(document, other.path, left)]
    known = [edit for edit in edits if edit is not None]
    if len(known) == len(edits):
        values = {"gap": abs(change), "to": to, "left": left}
        names = (other.name, inside.name) if change > ZERO else (inside.name, other.name)
        sums = {"left": left, "to": to} if change > ZERO else {"left": to, "to": left}
        yield fix_of("fix.move-between", known, **values | sums, line=names[0], other=names[1])
