"""Mends of what is split by year: the last year, the whole, an even split; a year that the period does not touch."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from budjettitui.checks.case import Case
from budjettitui.checks.mends.balance import kept
from budjettitui.checks.mends.limits import with_support
from budjettitui.checks.mends.lines import unit_of
from budjettitui.checks.mends.meeting import meeting, place_of_costs
from budjettitui.checks.mends.movable import PROJECT, movables
from budjettitui.checks.mends.support import direction
from budjettitui.checks.mends.writing import amount_at, fix_of, moved, set_amount, taken_out
from budjettitui.document import Document, respell
from budjettitui.edits import Edit, Rename, Set
from budjettitui.findings import Finding, Fix, Path, Place
from budjettitui.model import Cost
from budjettitui.money import EXACT, ZERO, divided, is_whole, rounded, times
from budjettitui.reading.flaws import YEAR
from budjettitui.values import replace


def years_total(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The last year takes the difference; the whole is the years' sum; the whole is divided evenly."""
    years = finding.values.get("years")
    if finding.anchor is None or not isinstance(years, tuple) or not years:
        return
    figure = str(finding.values.get("figure") or "")
    named = [str(year) for year in years]
    yield from _last_year(document, finding, named, figure)
    yield from _whole(case, document, finding, figure)
    yield from _evenly(case, document, finding, named, figure)
    gone = None if figure else taken_out(document, finding.anchor)
    if gone is not None and finding.expected is not None:
        yield replace(fix_of("fix.years-left", [gone], to=finding.expected), last=True)


def _paths(finding: Finding, years: Sequence[str], figure: str) -> list[tuple[str, Path]]:
    assert finding.anchor is not None
    return [(year, (*finding.anchor, year, *([figure] if figure else []))) for year in years]


def _last_year(document: Document, finding: Finding, years: Sequence[str], figure: str) -> Iterator[Fix]:
    """The last year whose figure can take it."""
    by = -(finding.difference or ZERO)
    for year, path in reversed(_paths(finding, years, figure)):
        edit, now = moved(document, path, by), amount_at(document, path)
        if edit is not None and now is not None:
            yield fix_of("fix.set-last-year", [edit], year=year, to=EXACT.add(now, by))
            return


def _whole(case: Case, document: Document, finding: Finding, figure: str) -> Iterator[Fix]:
    """The amount as the years' sum."""
    if finding.anchor is None or finding.actual is None:
        return
    path: Path = (*finding.anchor[:2], figure or "amount")
    edit = set_amount(document, path, finding.actual)
    if edit is None:
        return
    row = case.budget.rows(str(path[0]))[int(path[1])]
    if isinstance(row, Cost) and not row.in_kind:
        by = finding.difference or ZERO
        yield from meeting(case, document, place_of_costs(case, row), by, "fix.set-amount", [edit], to=finding.actual)
        return
    title = "fix.set-figure" if figure else "fix.set-amount"
    yield fix_of(title, [edit], to=finding.actual, figure=figure)
    if path[0] == "income" and not figure:
        yield from _with_need(case, document, path, finding.actual)


def _with_need(case: Case, document: Document, path: Path, to: Decimal) -> Iterator[Fix]:
    """Income at a sum, with the support and what else pays of the costs that it leaves."""
    for place in (Place("project"), *(Place("partner", name) for name in case.figures.partners)):
        for part in movables(case, document, place, "income"):
            if part.path == path and place in (part.place, PROJECT):
                by = EXACT.subtract(to, part.now)
                for more in islice(with_support(case, document, [(part, -by)]), 1):
                    shifts = ((replace(part, years=()), by), *more)
                    yield from kept(
                        case, document, f"fix.income.{direction(by)}", part.place, shifts, None, {"income": to}
                    )
                return


def _evenly(case: Case, document: Document, finding: Finding, years: Sequence[str], figure: str) -> Iterator[Fix]:
    """The same in each year, and in the last one what rounding leaves."""
    whole = finding.expected
    if whole is None or len(years) < 2:
        return
    parts = even(whole, len(years), unit_of(case))
    edits = [
        set_amount(document, path, part)
        for (_, path), part in zip(_paths(finding, years, figure), parts, strict=True)
        if amount_at(document, path) != part
    ]
    known = [edit for edit in edits if edit is not None]
    if len(known) == len(edits):
        yield fix_of("fix.years-evenly", known, **told_evenly(whole, parts))


def even(whole: Decimal, count: int, unit: Decimal) -> list[Decimal]:
    """A sum divided evenly, rounded to a unit; the last part is what the others leave."""
    each = rounded(divided(whole, Decimal(count)), unit)
    each = each.to_integral_value() if is_whole(each) else each
    return [each] * (count - 1) + [EXACT.subtract(whole, times(each, Decimal(count - 1)))]


def told_evenly(whole: Decimal, parts: Sequence[Decimal]) -> dict[str, object]:
    """What the title of such a mend shows; the last part only where it is another."""
    last = parts[-1] if parts[-1] != parts[0] else None
    return {"to": whole, "each": parts[0], "last": last, "count": len(parts)}


# outside of the period -----------------------------------------------------------------------------------------------
def outside(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The year's money put into the nearest year of the period, or under that year's name; or the year taken out."""
    period, anchor, year = case.budget.project.period, finding.anchor, str(finding.values.get("year"))
    if period is None or anchor is None or not YEAR.fullmatch(year):
        return
    near = str(min(max(int(year), period.start.year), period.end.year))
    path: Path = (*anchor[:-1], near)
    gone, here, there = taken_out(document, anchor), amount_at(document, anchor), amount_at(document, path)
    if here is None:
        return
    if there is None and document.span(path) is None:
        yield fix_of("fix.year-renamed", [Rename(anchor, near)], year=year, near=near, to=here)
    together = None if there is None else set_amount(document, path, EXACT.add(there, here))
    if together is not None and gone is not None and there is not None:
        yield fix_of("fix.year-joined", [together, gone], year=year, near=near, to=EXACT.add(there, here))
    if gone is not None:
        yield from _without(case, document, anchor, here, gone)
    edit = set_amount(document, anchor, ZERO)
    if edit is not None and gone is None:
        yield from _without(case, document, anchor, here, edit)


def _without(case: Case, document: Document, anchor: Path, money: Decimal, edit: Edit) -> Iterator[Fix]:
    """The year without its money, and the row's amount less by it."""
    row = case.budget.rows(str(anchor[0]))[int(anchor[1])]
    less = moved(document, (*anchor[:2], "amount"), -money)
    edits: list[Edit] = [*([less] if less is not None else []), edit]
    values = {"year": str(anchor[3]), "amount": money}
    if isinstance(row, Cost) and not row.in_kind:
        yield from meeting(case, document, place_of_costs(case, row), -money, "fix.year-out", edits, **values)
    else:
        yield fix_of("fix.year-out", edits, **values)


def spelled(years: Sequence[tuple[str, Decimal]]) -> str:
    """Years with their sums as they stand in TOML."""
    return "{ " + ", ".join(f"{year} = {respell('1_000', amount)}" for year, amount in years) + " }"


def years_of(case: Case) -> list[str]:
    """The years that the project touches, or its own periods; none where neither is known."""
    project = case.budget.project
    if project.periods:
        return list(project.periods)
    period = project.period
    if period is None or period.end < period.start:
        return []
    return [str(year) for year in range(period.start.year, period.end.year + 1)]


def with_years(path: Path, years: Sequence[tuple[str, Decimal]]) -> Set:
    """The edit that splits a row by years."""
    return Set((*path, "years"), spelled(years))
