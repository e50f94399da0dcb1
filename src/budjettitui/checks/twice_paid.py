"""One person or one cost charged beyond the whole, in one file or across the files of a run (`across`)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.blocks import where
from budjettitui.checks import ERROR, Found, check
from budjettitui.checks.across.found import costs_charged, people_charged
from budjettitui.checks.case import Case
from budjettitui.checks.examples import BESIDE, HEAD
from budjettitui.checks.months import months_begun
from budjettitui.checks.persons import HOURS, MONTHS, PERSON_MONTHS, Charge, name_key, people, unit_in
from budjettitui.findings import Place
from budjettitui.model import Cost, place_of
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, times, to_decimals, total
from budjettitui.values import frozen

FAMILY = "financing"

_YEAR = HEAD + "period = { start = 2025-01-01, end = 2025-12-31 }\n"
_NEXT = HEAD + "period = { start = 2026-01-01, end = 2026-12-31 }\n"
_SIX = "quantity = 6\nunit = 'kk'\n"
_AUDIT = """
[[partner]]
id = "town"
name = "Town"

[[cost]]
category = "services"
description = "Audit"
date = 2025-12-15
quantity = 1
unit_price = 1_240
"""


@frozen
class Load:
    """How much of one person is charged, in per cent of the time in which the lines stand together."""

    name: str
    percent: Decimal
    last: Charge
    year: str = ""
    """The year it is of, where the lines are told apart by years."""


def _line(allocation: str, more: str = "quantity = 12\nunit = 'kk'\n") -> str:
    return f"""
[[cost]]
category = "personnel"
description = "Coordinator"
person = "Minna Canth"
allocation = {allocation}
amount = 20_000
{more}"""


@check(
    "double-funding",
    ERROR,
    "person",
    good=(
        _YEAR + _line("60") + _line("40"),
        _YEAR + _line("50") + BESIDE + _YEAR + _line("50"),
        _YEAR + _line("60") + BESIDE + _NEXT + _line("60"),
        _YEAR + _line("100", _SIX) + BESIDE + _YEAR + _line("100", _SIX),
        _YEAR + _AUDIT + "allocation = 50\n" + BESIDE + _YEAR + _AUDIT + "allocation = 50\n",
    ),
    bad=(
        _YEAR + _line("60") + _line("60"),
        _YEAR + _line("60") + BESIDE + _YEAR + _line("60"),
        _YEAR + _AUDIT + BESIDE + _YEAR + _AUDIT,
    ),
)
def double_funding(case: Case) -> Iterator[Found]:
    """One person, or one cost, is charged beyond the whole: somebody would pay for it twice.

    A person's lines are added up where they surely stand at the same time: by their months within the period, by their
    years, or, where nothing tells them apart, as they are. Lines that may follow each other are let be. A cost is the
    same where description, date, quantity and price are. Side costs and trips of a person are no time of it.

    Across the files of one run a person is the same by the name, never by a job; initials and signs with a number may
    be the same, and are asked about. Only months that the periods
    share can be charged twice: half a person in two projects at once is a whole, and one project after another is fine.
    Of a line with fewer months than its period only that part is counted which finds no room outside of the shared
    months. A cost is the same where day, description, price and organisation (by business id, else by name) are; where
    a file does not say whose it is, that is a warning. Two files with one project code are versions of one project.

    Rule: no cost is paid twice; 866/2021 24 § (costs covered from elsewhere), 6 § 5 mom. for people.
    """
    beyond = [load for load in loads(case) if load.percent > HUNDRED]
    for load in beyond:
        yield Found(
            Place("person", load.name),
            ("cost", load.last.index, "allocation"),
            {"gap": EXACT.subtract(load.percent, HUNDRED), "year": load.year},
            partner=load.last.row.partner,
            expected=HUNDRED,
            actual=load.percent,
            percent=True,
        )
    twice = list(_costs_twice(case))
    yield from twice
    yield from people_charged(case, {name_key(load.name) for load in beyond})
    yield from costs_charged(case, {found.anchor[1] for found in twice if found.anchor})


def loads(case: Case) -> Iterator[Load]:
    """How much of each person is charged in this file; of each the fullest year, where years tell lines apart."""
    for name, charges in people(case.budget).items():
        load = _load(case, name, [one for one in charges if not unit_in(one.row, HOURS)])
        if load is not None:
            yield load


def _load(case: Case, name: str, charges: Sequence[Charge]) -> Load | None:
    charges = [one for one in charges if one.part > ZERO]
    given = [one for one in charges if one.row.allocation is not None or one.counted(MONTHS | PERSON_MONTHS)]
    if len(given) < 2 or len(given) < len(charges):
        return None
    counted = [one.counted(MONTHS | PERSON_MONTHS) for one in charges]
    if any(count is not None for count in counted):
        return _by_months(case, name, charges, counted)
    if any(one.row.years for one in charges):
        return _by_years(name, charges)
    if len({one.row.date for one in charges}) > 1:
        return None
    return Load(name, total([one.part for one in charges]), charges[-1])


def _by_months(case: Case, name: str, charges: Sequence[Charge], counted: Sequence[Decimal | None]) -> Load | None:
    """Months at their part of time, of the months of the period; a line without months stands for all of them."""
    period = case.budget.project.period
    if period is None or period.end < period.start:
        return None
    months = Decimal(months_begun(period))
    worked = total([times(one.part, count or months) for one, count in zip(charges, counted, strict=True)])
    return Load(name, to_decimals(divided(worked, months), 6), charges[-1])


def _by_years(name: str, charges: Sequence[Charge]) -> Load | None:
    """The fullest year; a line without years stands in none."""
    years = sorted({year for one in charges for year in one.row.years})
    found = [(total([one.part for one in charges if year in one.row.years]), year) for year in years]
    percent, year = max(found, key=lambda one: (one[0], one[1]))
    return Load(name, percent, [one for one in charges if year in one.row.years][-1], year)


def _costs_twice(case: Case) -> Iterator[Found]:
    """Lines that are parts of one cost, and together more than it."""
    found: dict[tuple[object, ...], list[tuple[int, Cost]]] = {}
    for index in where(case.budget.costs, _is_part):
        row = case.budget.costs[index]
        price = None if row.unit_price is None else row.unit_price.value
        key = (name_key(row.description or ""), row.date, row.quantity, price)
        found.setdefault(key, []).append((index, row))
    for lines in found.values():
        percent = total([row.allocation or ZERO for _, row in lines])
        index, row = lines[-1]
        if len(lines) > 1 and percent > HUNDRED:
            yield Found(
                place_of("cost", index, row),
                ("cost", index, "allocation"),
                {"gap": EXACT.subtract(percent, HUNDRED)},
                partner=row.partner,
                expected=HUNDRED,
                actual=percent,
                percent=True,
            )


def _is_part(row: Cost) -> bool:
    """True of a line that is a part of a dated cost."""
    dated = row.person is None and row.description and row.date and row.unit_price
    return bool(dated) and row.allocation is not None
