"""Mends of a year whose support rate strays from that of the whole: support, or costs, moved from one year to another."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.lines import unit_of
from budjettitui.checks.mends.summands import summand_name
from budjettitui.checks.mends.writing import amount_at, fix_of, moved
from budjettitui.checks.years import base_paths, support_paths
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix, Path
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, percent_of, rounded, times

MOST_ROWS = 2
"""So many rows are tried, the largest."""

MOST_YEARS = 2
"""So many other years of a row are tried."""


def at_the_rate(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The support of the year at the rate of the whole, or its costs as the support is the rate of."""
    year, rate = finding.place.name, finding.expected
    support, costs = finding.values.get("support"), finding.values.get("costs")
    if year is None or rate is None or not isinstance(support, Decimal) or not isinstance(costs, Decimal):
        return
    more = EXACT.subtract(rounded(percent_of(rate, costs), unit_of(case)), support)
    yield from _moved(case, document, "support", year, support_paths(case, year), more)
    if rate > ZERO:
        more = EXACT.subtract(rounded(divided(times(support, HUNDRED), rate), unit_of(case)), costs)
        yield from _moved(case, document, "costs", year, base_paths(case, year)[0], more)


def _moved(case: Case, document: Document, name: str, year: str, paths: Sequence[Path], more: Decimal) -> Iterator[Fix]:
    """So much more in a year, and less in another year of the same row, the largest first; below zero the other way."""
    found = sorted(paths, key=lambda path: -(amount_at(document, path) or ZERO))
    for path in found[:MOST_ROWS]:
        for other in _other_years(case, document, path)[:MOST_YEARS]:
            edits = [moved(document, path, more), moved(document, other, -more)]
            known = [edit for edit in edits if edit is not None]
            if len(known) == len(edits) and more:
                giver, taker = (str(other[3]), year) if more > ZERO else (year, str(other[3]))
                told = {"amount": abs(more), "giver": giver, "taker": taker}
                part = summand_name(case, path) if len(found) > 1 else None
                yield fix_of(f"fix.year-rate.{name}", known, **told, part=part)


def _other_years(case: Case, document: Document, path: Path) -> list[Path]:
    """The same figure of the row in its other years, the largest first."""
    row = case.budget.rows(str(path[0]))[int(path[1])]
    others: list[Path] = [(*path[:3], one, *path[4:]) for one in getattr(row, "years", {}) if one != path[3]]
    return sorted(others, key=lambda one: -(amount_at(document, one) or ZERO))
