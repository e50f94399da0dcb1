"""Mends of flat rates: the line as the rate of its base, or left to be worked out; a cost that is paid twice taken out."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import model_anchor
from budjettitui.checks.cost_models.choice import chosen
from budjettitui.checks.cost_models.flat_lines import flat_lines, rate_of
from budjettitui.checks.mends.lines import at_zero, cost_line, make, moved_to_others, new_cost, take_out, worth_of
from budjettitui.checks.mends.meeting import meeting, place_of_costs
from budjettitui.checks.mends.misplaced import under_rate
from budjettitui.checks.mends.writing import amount_at, fix_of, moved, set_amount, taken_out
from budjettitui.document import Document, spell
from budjettitui.edits import Edit, Remove, Set
from budjettitui.findings import Finding, Fix, Path, Place
from budjettitui.model import Cost
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, times, to_decimals, total
from budjettitui.values import replace


def flat_amount(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The line as the rate of its base, written or left to be worked out; the base of which it is the rate.

    Of several lines it is the last, as what the others leave. A line that is missing is added.
    """
    yield from under_rate(case, document, finding)
    if finding.wording == "missing":
        yield from _missing(case, document, finding)
        return
    line = cost_line(case, finding)
    if line is None or finding.difference is None:
        return
    index, row = line
    by, place = -finding.difference, place_of_costs(case, row)
    amount = EXACT.add(worth_of(case, index), by)
    edit = set_amount(document, ("cost", index, "amount"), amount) or _largest_year(document, index, row, by)
    yield from meeting(case, document, place, by, "fix.set-amount", [edit] if edit else [], to=amount)
    keys = [key for key in ("years", "amount", "applied", "granted") if getattr(row, key)]
    gone = [taken_out(document, ("cost", index, key)) for key in keys]
    known: list[Edit] = [edit for edit in gone if edit is not None]
    if known and len(known) == len(gone) and amount >= ZERO:
        yield from meeting(case, document, place, by, "fix.leave-to-rate", known, to=amount)
    for number in _too_many(case, index):
        yield from take_out(case, document, number)
    yield from _base(case, document, index)


def _largest_year(document: Document, index: int, row: Cost, by: Decimal) -> Edit | None:
    """Of a line that is its years alone, the largest of them moved."""
    paths: list[Path] = [("cost", index, "years", year) for year in row.years if row.amount is None]
    path = max(paths, key=lambda one: amount_at(document, one) or ZERO, default=None)
    return None if path is None else moved(document, path, by)


def _too_many(case: Case, index: int) -> list[int]:
    """Of several lines of one rate the one that is exactly what is too much, else the last."""
    for one in flat_lines(case):
        if len(one.lines) > 1 and index in dict(one.lines):
            exactly = [number for number, _ in one.lines if worth_of(case, number) == one.miss()]
            return exactly or [index]
    return []


def missing_at(case: Case, document: Document, place: Place, amount: Decimal) -> Iterator[Fix]:
    """The line of a flat rate that a partner lacks, added, where it is exactly so much."""
    for one in flat_lines(case):
        if one.actual is None and one.books.place == place and one.expected == amount:
            partner, package = one.base_lines[0][1].partner, one.work_package
            new = new_cost(document, one.rate.category, amount, partner, package)
            yield fix_of("fix.add-flat", [new], gap=amount, rate=one.percent)


def _base(case: Case, document: Document, index: int) -> Iterator[Fix]:
    """The pay of which the line is the rate, where the line is right: the one line of the base, or one of the two largest.

    Last where the base is several lines, or would be more than twice as large: then rather the line is wrong.
    """
    for one in flat_lines(case):
        rate = one.percent
        if [number for number, _ in one.lines] != [index] or not rate or not one.actual:
            continue
        base = to_decimals(divided(times(one.actual, HUNDRED), rate), case.budget.decimals)
        whole = to_decimals(base, 0)
        base = whole if rate_of(case, one.rate, whole) == one.actual else base
        by = EXACT.subtract(base, one.base)
        lines = sorted((worth_of(case, number), number) for number, _ in one.base_lines)[::-1]
        for now, number in lines[:2]:
            if EXACT.add(now, by) > ZERO:
                ways = make(case, document, number, EXACT.add(now, by))
                yield from (replace(fix, last=len(lines) > 1 or by > one.base) for fix in ways)


def _missing(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The line of the rate added, with its amount or left to be worked out."""
    for one in flat_lines(case):
        package = finding.place.name if finding.place.table == "work_package" else None
        if one.actual is None and one.expected == finding.expected and one.work_package == package:
            new = [
                new_cost(document, one.rate.category, amount, one.base_lines[0][1].partner, package)
                for amount in (one.expected, None)
            ]
            told = {"gap": one.expected, "rate": one.percent}
            for edit, title in zip(new, ("fix.add-flat", "fix.add-flat.left-to-rate"), strict=True):
                yield from meeting(case, document, one.books.place, one.expected, title, [edit], **told)
            return


# what is paid twice --------------------------------------------------------------------------------------------------
def flat_overlap(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Take the line out, since the rate pays it; or plan on actual costs, without the flat rate."""
    line = cost_line(case, finding)
    if line is None:
        return
    yield from take_out(case, document, line[0], "fix.take-out.in-rate")
    yield from on_actual(case, document, place_of_costs(case, case.budget.costs[line[0]]))


def on_actual(case: Case, document: Document, place: Place) -> Iterator[Fix]:
    """The cost model of actual costs, where the rules have it, and the lines of the flat rate taken out."""
    model = case.terms.rules.cost_models.get("actual")
    flat = [one for one in flat_lines(case) if one.books.place == place]
    lines = sorted({number for one in flat for number, _ in one.lines}, reverse=True)
    gone = [taken_out(document, ("cost", number)) for number in lines]
    known = [edit for edit in gone if edit is not None]
    if model is None or case.terms.flat_rates(model) or not flat or len(known) < len(gone):
        return
    anchor = model_anchor(case, flat[0].books.place, own=flat[0].books.own_model)
    saved = total([one.actual for one in flat if one.actual is not None])
    edits: list[Edit] = [Set(anchor, spell("actual")), *known]
    yield from meeting(case, document, place, -saved, "fix.on-actual", edits, amount=saved or None)


def flat_forbidden(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Take the line out; or let its money be in the largest of the real costs."""
    line = cost_line(case, finding)
    if line is not None:
        yield from take_out(case, document, line[0])
        yield from moved_to_others(case, document, line[0])
        yield from at_zero(case, document, line[0])


def flat_combination(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Keep one of the two rates: each that the file names is left out in turn."""
    named = case.budget.call.flat_rates
    for out, kept in (("second", "first"), ("first", "second")):
        rate = str(finding.values.get(out))
        if rate in named:
            gone = taken_out(document, ("call", "flat_rates", rate))
            whole = len(named) == 1 and taken_out(document, ("call", "flat_rates"))
            edit: Remove | None = whole or gone
            if edit is not None:
                yield fix_of("fix.keep-rate", [edit], out=rate, kept=str(finding.values.get(kept)))
    if "actual" in case.terms.rules.cost_models:
        for place, model, anchor in chosen(case):
            if place == finding.place and model.id != "actual":
                yield fix_of("fix.on-actual", [Set(anchor, spell("actual"))])
