"""A price with VAT in it, where VAT is no cost."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from budjettitui.checks import WARNING, Found, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.finland import maybe_in_finland
from budjettitui.figures.worths import share_of
from budjettitui.model import Cost, Partner, Row, place_of
from budjettitui.money import (
    EXACT,
    decimals_written,
    is_whole,
    times,
    to_decimals,
)
from budjettitui.reading.flaws import YEAR
from budjettitui.values import frozen


@frozen
class VatRate:
    """A usual VAT rate of Finland in per cent, and the days it held."""

    rate: Decimal
    first: date
    last: date


RATES = (
    VatRate(Decimal("25.5"), date(2024, 9, 1), date.max),  # 462/2024
    VatRate(Decimal("24"), date(2013, 1, 1), date(2024, 8, 31)),  # 706/2012
    VatRate(Decimal("14"), date(2013, 1, 1), date(2025, 12, 31)),  # 706/2012
    VatRate(Decimal("13.5"), date(2026, 1, 1), date.max),  # HE 93/2025
    VatRate(Decimal("10"), date(2013, 1, 1), date(2024, 12, 31)),  # 706/2012; 691/2024 left newspapers and broadcasting
)
"""The general rate first. What only newspapers and public broadcasting have is not usual."""

WITHOUT_VAT = frozenset(
    [
        "personnel",
        "staff",
        "salaries",
        "salary",
        "wages",
        "side-costs",
        "palkat",
        "palkka",
        "henkilöstö",
        "henkilosto",
        "löner",
        "loner",
        "personal",
        "flat-rate",
        "overhead",
        "indirect",
        "office",
    ]
)
"""Categories of pay and of what is reckoned: no VAT is ever in them."""


def _somebody_recovers(case: Case) -> bool:
    euros = case.budget.project.currency == "EUR"
    return euros and any(partner.recovers_vat is True for partner in case.budget.partners)


@row_check(
    "vat-suspect",
    WARNING,
    "cost",
    good=HEAD
    + """period = { start = 2022-11-01, end = 2023-09-30 }

[[partner]]
id = "town"
recovers_vat = true

[[cost]]
category = "services"
description = "Interpreting"
quantity = 150
unit_price = 58.00
""",
    bad=HEAD
    + """period = { start = 2022-11-01, end = 2023-09-30 }

[[partner]]
id = "town"
recovers_vat = true

[[cost]]
category = "services"
description = "Interpreting"
quantity = 150
unit_price = 71.92
""",
    asks=_somebody_recovers,
)
def vat_suspect(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """A unit price is round only after a usual VAT rate of its time is taken off, and the partner recovers VAT.

    71.92 is 58.00 with 24 %. Whoever gets the VAT back has no cost of it, and funders pay costs. Round is a whole
    euro. The time is the line's date, its years, else the project's period; where none is known, any rate since 2013.
    It is a guess from a number: ask the supplier. Pay and flat rates have no VAT, and other countries other rates.

    Rule: VAT rates of Finland: 24, 14 and 10 % from 2013, 25.5 % from 1.9.2024, 13.5 % for 14 % from 2026.
    """
    if not isinstance(row, Cost) or row.unit_price is None or not _may_have_vat(case, row):
        return
    price = row.unit_price.value
    if price <= 0 or is_whole(price):
        return
    for rate in _rates(case, row):
        net = _whole_net(price, rate)
        if net is not None:
            yield Found(
                place_of(table, index, row).at("unit_price"),
                (table, index, "unit_price"),
                {"rate": rate, "gap": _less(case, row, price, net)},
                partner=row.partner,
                expected=net,
                actual=price,
            )
            return


def _may_have_vat(case: Case, row: Cost) -> bool:
    """True of a bought thing of one in Finland who recovers VAT."""
    partner = _partner(case, row)
    if (
        partner is None
        or partner.recovers_vat is not True
        or row.vat_rate == 0
        or case.budget.project.currency != "EUR"
    ):
        return False
    pay = row.person is not None or (row.category or "").strip().casefold() in WITHOUT_VAT
    return not pay and maybe_in_finland(partner)


def _partner(case: Case, row: Cost) -> Partner | None:
    if row.partner is None and len(case.budget.partners) == 1:
        return case.budget.partners[0]
    return case.partner(row.partner) if row.partner is not None else None


def _rates(case: Case, row: Cost) -> list[Decimal]:
    """The usual rates of a line's time, the general one first."""
    first, last = _time(case, row) or (date.min, date.max)
    return [one.rate for one in RATES if one.first <= last and first <= one.last]


def _time(case: Case, row: Cost) -> tuple[date, date] | None:
    """From when to when a line is paid for; None where nothing tells."""
    if row.date is not None:
        return row.date, row.date
    years = sorted(int(year) for year in row.years if YEAR.fullmatch(year) and year != "0000")
    if years:
        return date(years[0], 1, 1), date(years[-1], 12, 31)
    whole = case.budget.project.period
    return (whole.start, whole.end) if whole is not None and whole.start <= whole.end else None


def _whole_net(price: Decimal, rate: Decimal) -> Decimal | None:
    """The whole price that gives this one with VAT, to the decimals it is written with; None where there is none.

    Reckoned in whole numbers, since every price of a budget passes here: `last` is the price in units of its last
    decimal, `factor` is what a whole price is times with VAT, in thousandths.
    """
    decimals = max(2, decimals_written(price))
    last, factor = int(price.scaleb(decimals)), 1000 + int(rate * 10)
    step = factor * 10**decimals
    net = (last * 2000 + step) // (2 * step)
    gross = (net * step * 2 + 1000) // 2000
    return Decimal(net) if net > 0 and gross == last else None


def _less(case: Case, row: Cost, price: Decimal, net: Decimal) -> Decimal | None:
    """What the line would be less without VAT."""
    if row.quantity is None:
        return None
    less = share_of(times(row.quantity, EXACT.subtract(price, net)), row.allocation)
    return to_decimals(less, case.budget.decimals)
