"""Mends of time: the period moved to its limit, a slip of the year in a date."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from math import ceil

from budjettitui.checks.case import Case
from budjettitui.checks.mends.lines import cost_line, take_out
from budjettitui.checks.mends.writing import fix_of
from budjettitui.checks.months import later
from budjettitui.document import Document
from budjettitui.edits import Edit, Set
from budjettitui.findings import Finding, Fix

PERIOD = ("project", "period")


def period(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """An end (or a start) at the limit; the two days the other way round."""
    found = case.budget.project.period
    if found is None:
        return
    if finding.wording == "reversed":
        yield _days(start=found.end, end=found.start)
    elif finding.wording == "long":
        most = finding.values.get("most")
        months = ceil(most) if isinstance(most, Decimal) else 0
        yield _days(end=later(found.start, months) - timedelta(1))
        yield _days(start=later(found.end + timedelta(1), -months))
    else:
        first, last = finding.values.get("first"), finding.values.get("last")
        start = first if isinstance(first, date) and found.start < first else None
        end = last if isinstance(last, date) and found.end > last else None
        yield _days(start=start, end=end)


def _days(start: date | None = None, end: date | None = None) -> Fix:
    edits: list[Edit] = [
        Set((*PERIOD, key), day.isoformat()) for key, day in (("start", start), ("end", end)) if day is not None
    ]
    both = "" if start is None or end is None else ".both"
    title = both or (".start" if end is None else ".end")
    return fix_of(f"fix.period{title}", edits, start=start, end=end)


def outside(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The same day of a year within the period, where the year may be a slip; or the line taken out."""
    line, whole = cost_line(case, finding), case.budget.project.period
    if line is None or whole is None or line[1].date is None:
        return
    index, day = line[0], line[1].date
    for year in (whole.start.year, whole.end.year):
        near = later(day, 12 * (year - day.year))
        if whole.start <= near <= whole.end:
            yield fix_of("fix.perhaps-year", [Set(("cost", index, "date"), near.isoformat())], date=near)
    yield from take_out(case, document, index)
