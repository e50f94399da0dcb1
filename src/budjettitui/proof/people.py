"""Proofs of people's time: every line of a person at its part of the time, beside what there is of it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.people import charged, project_months
from budjettitui.checks.persons import HOURS, MONTHS, PERSON_MONTHS, Charge, people
from budjettitui.checks.twice_paid import loads
from budjettitui.findings import Finding, Path
from budjettitui.model import Cost
from budjettitui.money import EXACT, HUNDRED, divided, times, total
from budjettitui.proof import across
from budjettitui.proof.steps import ProofStep, apart, limit

TWELVE = Decimal(12)


def hours(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """A year's hours for the months of the period, the person's lines at their part of time, and what is over."""
    rule, there = case.terms.rules.rule("persons.hours_year"), project_months(case)
    if rule is None or not isinstance(rule.value, Decimal) or there is None:
        return
    yield limit(case, "hours_year", rule, exact=True)
    yield ProofStep("project_months", there, "x", path=("project", "period"), exact=True)
    yield ProofStep("months_year", TWELVE, "/", exact=True)
    yield ProofStep("most_hours", finding.expected, "~", exact=True)
    lines = _of(dict(charged(case)).get(finding.place.name or "", ()), HOURS)
    yield from _worked(case, lines)
    yield ProofStep("hours", finding.actual, "=", exact=True)
    yield _apart(finding)


def booked(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The months of the period, the person's lines at their part of time, and what is over."""
    if finding.wording:
        yield from across.months(case, finding)
        return
    lines = _of(dict(charged(case)).get(finding.place.name or "", ()), MONTHS | PERSON_MONTHS)
    yield ProofStep("project_months", finding.expected, path=("project", "period"), exact=True)
    yield from _worked(case, lines)
    yield ProofStep("months", finding.actual, "=", exact=True)
    yield _apart(finding)


def line_months(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The months of the period, those of the line, and what is over."""
    yield ProofStep("project_months", finding.expected, path=("project", "period"), exact=True)
    yield ProofStep("months", finding.actual, path=finding.anchor, exact=True)
    yield _apart(finding)


def part(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The least part of working time, the person's lines, and what is short."""
    rule = case.terms.rules.rule("persons.part_time_floor" if finding.wording == "floor" else "persons.part_time_min")
    if rule is not None:
        yield limit(case, "least_part", rule, percent=True)
    lines = dict(charged(case)).get(finding.place.name or "", ()) if finding.place.table == "person" else ()
    if lines:
        yield from _parts(case, lines)
        yield ProofStep("adds_up", finding.actual, "=", percent=True)
    else:
        yield ProofStep("allocation", finding.actual, path=finding.anchor, percent=True)
    yield from apart(finding)


def twice(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """Every line of a person, or of a cost, at its part; together they are beyond the whole."""
    if finding.wording:
        yield from (across.cost if finding.place.table == "cost" else across.months)(case, finding)
        return
    load = next((one for one in loads(case) if one.name == finding.place.name), None)
    if load is None or finding.place.table != "person":
        yield from _cost_twice(case, finding)
        return
    lines = [one for one in people(case.budget)[load.name] if not load.year or load.year in one.row.years]
    lines = [one for one in lines if one.part and (one.row.unit or "").strip().casefold() not in HOURS]
    if total([one.part for one in lines]) == load.percent:
        yield from _parts(case, lines)
        yield ProofStep("adds_up", finding.actual, "=", percent=True)
    else:
        yield from _of_months(case, lines, finding)
    yield ProofStep("whole", HUNDRED, percent=True)
    yield from apart(finding)


def _of_months(case: Case, lines: Sequence[Charge], finding: Finding) -> Iterator[ProofStep]:
    """Months at their part of time, divided by those of the period."""
    there = project_months(case) or TWELVE
    worked = total([times(one.part, one.counted(MONTHS | PERSON_MONTHS) or there) for one in lines])
    for number, one in enumerate(lines):
        count = one.counted(MONTHS | PERSON_MONTHS) or there
        path: Path = ("cost", one.index)
        worth = divided(times(one.part, count), HUNDRED)
        yield ProofStep("part", worth, "+" if number else "", _name(one.row), path=path, exact=True)
        yield ProofStep("months", count, "", path=(*path, "quantity"), indent=1, exact=True)
        yield ProofStep("allocation", one.part, "x", path=(*path, "allocation"), percent=True, indent=1)
    yield ProofStep("months", divided(worked, HUNDRED), "=", exact=True)
    yield ProofStep("project_months", there, "/", path=("project", "period"), exact=True)
    yield ProofStep("adds_up", finding.actual, "=", percent=True)


def _cost_twice(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The lines of one cost, each at its part."""
    if finding.anchor is None or not isinstance(finding.anchor[1], int):
        return
    row = case.budget.costs[finding.anchor[1]]
    same = [
        Charge(index, one)
        for index, one in enumerate(case.budget.costs)
        if one.date and one.allocation is not None and _same(one, row)
    ]
    yield from _parts(case, same)
    yield ProofStep("adds_up", finding.actual, "=", percent=True)
    yield ProofStep("whole", HUNDRED, percent=True)
    yield from apart(finding)


def _same(one: Cost, other: Cost) -> bool:
    prices = [row.unit_price.value if row.unit_price is not None else None for row in (one, other)]
    described = [" ".join((row.description or "").casefold().split()) for row in (one, other)]
    return (one.date, one.quantity, prices[0], described[0]) == (other.date, other.quantity, prices[1], described[1])


def _parts(case: Case, lines: Sequence[Charge]) -> Iterator[ProofStep]:
    """The part of time of each line."""
    for number, one in enumerate(lines):
        path: Path = ("cost", one.index) if one.row.allocation is None else ("cost", one.index, "allocation")
        yield ProofStep("part", one.part, "+" if number else "", _name(one.row), path=path, percent=True)


def _of(lines: Sequence[Charge], units: frozenset[str]) -> list[tuple[Charge, Decimal]]:
    return [(one, worked) for one in lines if (worked := one.worked(units)) is not None]


def _worked(case: Case, lines: Sequence[tuple[Charge, Decimal]]) -> Iterator[ProofStep]:
    """The time of each line; at its part where it is not the whole."""
    for number, (one, worked) in enumerate(lines):
        path: Path = ("cost", one.index, "quantity")
        yield ProofStep("part", worked, "+" if number else "", _name(one.row), path=path, exact=True)
        if one.row.allocation is not None:
            yield ProofStep("quantity", one.row.quantity, "", one.row.unit or "", path=path, indent=1, exact=True)
            yield ProofStep("allocation", one.part, "x", path=("cost", one.index, "allocation"), percent=True, indent=1)


def _name(row: Cost) -> str:
    return row.description or row.id or row.person or ""


def _apart(finding: Finding) -> ProofStep:
    difference = EXACT.subtract(finding.actual or HUNDRED, finding.expected or HUNDRED)
    return ProofStep("over", difference, "=", exact=True)
