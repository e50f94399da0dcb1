"""People's time: not more hours or months than there are, and not too small a part of it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.blocks import where
from budjettitui.checks import ERROR, WARNING, Found, check, row_check
from budjettitui.checks.across.found import people_booked
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import any_model
from budjettitui.checks.cost_models.side_costs import STAFF
from budjettitui.checks.examples import BESIDE, HEAD
from budjettitui.checks.months import months_begun
from budjettitui.checks.persons import HOURS, MONTHS, PERSON_MONTHS, Charge, name_key, people, unit_in
from budjettitui.checks.ruled import source, unverified
from budjettitui.figures.worths import model_of
from budjettitui.findings import Place
from budjettitui.model import Cost, Row, place_of
from budjettitui.money import HUNDRED, ZERO, divided, times, to_decimals, total
from budjettitui.rules import Rule
from budjettitui.values import replace

FAMILY = "cost-models"

_YEAR = "period = { start = 2025-01-01, end = 2025-12-31 }\n"
_ESR = HEAD + 'rules = "fi-esrplus-2021"\ncost_model = "flat-40"\n' + _YEAR
_ACTUAL = HEAD + 'cost_model = "actual"\n' + _YEAR


def _work(quantity: str, unit: str, more: str = "") -> str:
    return f"""
[[cost]]
category = "personnel"
description = "Coordinator"
person = "Minna Canth"
quantity = {quantity}
unit = "{unit}"
amount = 40_000
{more}"""


def project_months(case: Case) -> Decimal | None:
    """The project's months, a begun one counted whole; None where its period is not known."""
    period = case.budget.project.period
    if period is None or period.end < period.start:
        return None
    return Decimal(months_begun(period))


def charged(case: Case) -> Iterator[tuple[str, tuple[Charge, ...]]]:
    """The people whose lines stand under a cost model."""
    for name, charges in people(case.budget).items():
        under = tuple(one for one in charges if model_of(case.budget, one.row) is not None)
        if under:
            yield name, under


def _found(name: str, last: Charge, expected: Decimal, actual: Decimal, rule: Rule | None = None) -> Found:
    return Found(
        Place("person", name),
        ("cost", last.index, "quantity"),
        partner=last.row.partner,
        expected=expected,
        actual=actual,
        unverified=unverified(rule),
        source=source(rule),
    )


@check("hours-max", ERROR, "person", good=_ESR + _work("1_720", "h"), bad=_ESR + _work("1_721", "h"))
def hours_max(case: Case) -> Iterator[Found]:
    """One person has more hours than a person has: 1 720 a year, for the months of the period.

    The hourly rate is the yearly cost of labour divided by 1 720, so more hours would pay more than the whole pay.
    Hours are counted at their allocation, over all the lines of the person.

    Rule: persons.hours_year of the rule set; 866/2021 6 § 5 mom.
    """
    rule, months = case.terms.rules.rule("persons.hours_year"), project_months(case)
    if rule is None or months is None or not isinstance(rule.value, Decimal):
        return
    most = to_decimals(divided(times(rule.value, months), Decimal(12)), 2)
    most = most.to_integral_value() if most == most.to_integral_value() else most
    for name, charges in charged(case):
        hours = [(one, worked) for one in charges if (worked := one.worked(HOURS)) is not None]
        added = total([worked for _, worked in hours])
        if added > most:
            yield _found(name, hours[-1][0], most, added, rule)


@check(
    "overbooked",
    WARNING,
    "person",
    good=(
        _ACTUAL + _work("12", "kk", "allocation = 60\n") + _work("12", "kk", "allocation = 40\n"),
        _ACTUAL + _work("6", "kk") + BESIDE + _ACTUAL + _work("6", "kk"),
    ),
    bad=(
        _ACTUAL + _work("12", "kk", "allocation = 60\n") + _work("12", "kk", "allocation = 50\n"),
        _ACTUAL + _work("7", "kk") + BESIDE + _ACTUAL + _work("6", "kk"),
    ),
)
def overbooked(case: Case) -> Iterator[Found]:
    """One person has more months of work, at the allocation of each line, than the project has months.

    A person who is charged at 60 % and at 50 % for the whole time works 110 %. The months of the period are counted
    whole where they are begun. Across the files of one run, the months are those in which the projects run at once:
    more work surely lies in them than they are.

    Rule: this program's own; 866/2021 6 § 5 mom. for the hours behind it.
    """
    months, told = project_months(case), set()
    if months is None:
        return
    for name, charges in charged(case):
        worked = [(one, there) for one in charges if (there := one.worked(MONTHS | PERSON_MONTHS)) is not None]
        added = total([there for _, there in worked])
        if added > months:
            told.add(name_key(name))
            yield replace(_found(name, worked[-1][0], months, added), values={"lines": len(worked)})
    yield from people_booked(case, told)


def _has_months(case: Case) -> bool:
    return any_model(case) and project_months(case) is not None


@row_check(
    "person-months",
    WARNING,
    "cost",
    good=_ACTUAL + _work("12", "kk"),
    bad=_ACTUAL + _work("13", "kk"),
    asks=_has_months,
)
def person_months(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """One line has more months than the project has.

    Either the period is shorter than the plan, or the line is of several people: say so in the description, or give
    each a line. Months of work (htkk, pm) without a name are passed over, since they may be of several people.

    Rule: this program's own; the project's period.
    """
    months = project_months(case)
    if not isinstance(row, Cost) or row.quantity is None or months is None or model_of(case.budget, row) is None:
        return
    counted = unit_in(row, MONTHS) or (row.person is not None and unit_in(row, PERSON_MONTHS))
    if counted and row.quantity > months:
        place = place_of(table, index, row)
        values = {"person": row.person or ""}
        yield Found(
            place, (table, index, "quantity"), values, partner=row.partner, expected=months, actual=row.quantity
        )


def _part(allocation: str) -> str:
    return _ESR + _work("12", "kk", f"allocation = {allocation}\n")


@check("part-time-share", WARNING, "person", good=_part("20"), bad=(_part("19"), _part("9")))
def part_time_share(case: Case) -> Iterator[Found]:
    """Somebody works for the project at a smaller part of the working time than the rules take.

    In the structural funds the least is 20 % of the full yearly working time; the authority may take less, but never
    less than 10 %, which is an error. A person's lines are added up; a line of pay without a name is looked at alone.

    Rule: persons.part_time_min and part_time_floor of the rule set; 866/2021 5 § 3 mom.
    """
    for name, charges in charged(case):
        if all(one.row.allocation is not None for one in charges):
            yield from _too_small(case, Place("person", name), charges)
    for index in where(case.budget.costs, _nameless_part):
        row = case.budget.costs[index]
        if model_of(case.budget, row) is not None:
            yield from _too_small(case, place_of("cost", index, row), (Charge(index, row),))


def _nameless_part(row: Cost) -> bool:
    """True of pay at a part of the working time, without a name."""
    return row.person is None and row.category in STAFF and not row.unread and row.allocation is not None


def _too_small(case: Case, place: Place, charges: Sequence[Charge]) -> Iterator[Found]:
    part = min(total([one.part for one in charges]), HUNDRED)
    for key, severity in (("part_time_floor", ERROR), ("part_time_min", WARNING)):
        rule = case.terms.rules.rule(f"persons.{key}")
        if rule is not None and isinstance(rule.value, Decimal) and ZERO < part < rule.value:
            row = charges[-1]
            yield Found(
                place,
                ("cost", row.index, "allocation"),
                wording="floor" if severity is ERROR else "",
                severity=severity,
                partner=row.row.partner,
                expected=rule.value,
                actual=part,
                percent=True,
                unverified=unverified(rule),
                source=source(rule),
            )
            return
