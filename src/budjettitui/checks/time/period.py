"""The project's period, and what stands outside of it."""

import math
from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks import ERROR, Found, check, row_check
from budjettitui.checks.audits import is_audit
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.months import lasts_longer, months_begun, touches
from budjettitui.checks.ruled import source, unverified
from budjettitui.checks.written import amounts
from budjettitui.findings import Place
from budjettitui.model import Cost, Period, Row, place_of
from budjettitui.money import EXACT
from budjettitui.reading.flaws import YEAR

PERIOD = Place("project").at("period")
ANCHOR = ("project", "period")


@check(
    "period",
    ERROR,
    "project",
    good=HEAD
    + """period = { start = 2025-01-01, end = 2026-12-31 }

[call]
months_max = 24
""",
    bad=(
        HEAD
        + """period = { start = 2026-01-01, end = 2025-12-31 }
""",
        HEAD
        + """period = { start = 2025-01-01, end = 2027-01-01 }

[call]
months_max = 24
""",
        HEAD
        + """rules = "fi-esr-2014"
period = { start = 2022-01-01, end = 2024-08-31 }
""",
    ),
)
def period(case: Case) -> Iterator[Found]:
    """The project ends before it starts, lasts longer than allowed, or is outside of its programme.

    Costs outside of the period are not paid, so a slip in it costs whole lines. Both days belong to the period: from
    the first of January to the end of August next year is 20 months.

    Rule: call.months_max, else period.months_max_by_type and period.months_max of the rule set; period.start and
    period.end of the rule set.
    """
    found = case.budget.project.period
    if found is None:
        return
    days: dict[str, object] = {"start": found.start, "end": found.end}
    if found.end < found.start:
        yield Found(PERIOD, ANCHOR, days, "reversed")
        return
    yield from _too_long(case, found, days)
    yield from _outside_programme(case, found, days)


def _too_long(case: Case, found: Period, days: dict[str, object]) -> Iterator[Found]:
    rule = case.terms.costs.months_max
    if rule is None or not isinstance(rule.value, Decimal) or not lasts_longer(found, math.ceil(rule.value)):
        return
    months = months_begun(found)
    values = {**days, "months": months, "most": rule.value, "over": EXACT.subtract(Decimal(months), rule.value)}
    yield Found(PERIOD, ANCHOR, values, "long", unverified=unverified(rule), source=source(rule))


def _outside_programme(case: Case, found: Period, days: dict[str, object]) -> Iterator[Found]:
    first, last = case.terms.day("period.start"), case.terms.day("period.end")
    passed = []
    if first is not None and found.start < first:
        passed.append(case.terms.rules.rule("period.start"))
    if last is not None and found.end > last:
        passed.append(case.terms.rules.rule("period.end"))
    if passed:
        values = {**days, "first": first, "last": last}
        resting = () if any(rule is not None and rule.verified for rule in passed) else unverified(*passed)
        yield Found(PERIOD, ANCHOR, values, unverified=resting, source=source(*passed))


def _period(case: Case) -> Period | None:
    """The project's period, where it is one."""
    found = case.budget.project.period
    return found if found is not None and found.start <= found.end else None


@row_check(
    "outside-period",
    ERROR,
    "cost",
    good=HEAD
    + """period = { start = 2025-01-01, end = 2025-12-31 }

[[cost]]
category = "services"
description = "Audit"
date = 2026-02-01
amount = 1_000
""",
    bad=HEAD
    + """period = { start = 2025-01-01, end = 2025-12-31 }

[[cost]]
category = "services"
description = "Catering"
date = 2026-02-01
amount = 1_000
""",
    asks=_period,
)
def outside_period(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """A dated cost lies outside of the project's period.

    Funders pay what arises within the period that they have decided. An audit is made after the end and is excepted;
    it is known by its words.

    Rule: the decision's period; 866/2021 3 § and 10 § 3 mom. for projects of the structural funds.
    """
    whole = _period(case)
    if whole is None or not isinstance(row, Cost) or row.date is None or is_audit(row):
        return
    if not whole.start <= row.date <= whole.end:
        values = {"date": row.date, "start": whole.start, "end": whole.end}
        yield Found(place_of(table, index, row).at("date"), (table, index, "date"), values)


@row_check(
    "years-outside-period",
    ERROR,
    "cost",
    "income",
    "funding",
    "share",
    "appropriation",
    good=HEAD
    + """period = { start = 2025-08-01, end = 2026-07-31 }

[[cost]]
category = "personnel"
description = "Coordinator"
years = { 2025 = 20_000, 2026 = 20_000 }
""",
    bad=HEAD
    + """period = { start = 2025-08-01, end = 2026-07-31 }

[[cost]]
category = "personnel"
description = "Coordinator"
years = { 2025 = 20_000, 2027 = 20_000 }
""",
    asks=_period,
)
def years_outside_period(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """A row has money in a year that the project's period does not touch.

    It would not be paid, or the year is a slip. A year of zero is passed over, as is an audit, which is paid for after
    the end. Names of the project's own periods are no years.

    Rule: the decision's period.
    """
    whole = _period(case)
    years = getattr(row, "years", None)
    if whole is None or not years or is_audit(row):
        return
    own = case.budget.project.periods
    outside = [year for year in years if YEAR.fullmatch(year) and year not in own and not touches(whole, int(year))]
    if not outside:
        return
    paid = {one.keys[1] for one in amounts(row) if one.keys[0] == "years" and one.amount.value}
    for year in outside:
        if year in paid:
            values = {"year": year, "start": whole.start, "end": whole.end}
            place = place_of(table, index, row).at(f"years.{year}")
            yield Found(place, (table, index, "years", year), values, at_key=True)
