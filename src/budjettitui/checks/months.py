"""Months between days, and the years that a period touches."""

import calendar
from datetime import date

from budjettitui.model import Period


def later(day: date, count: int) -> date:
    """The same day so many months later; the last of the month where it has no such day. Not beyond the year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def lasts_longer(period: Period, count: int) -> bool:
    """True of a period with more than so many months, both days included."""
    first_beyond = later(period.start, count)
    return period.end >= first_beyond and first_beyond != date.max


def months_begun(period: Period) -> int:
    """How many months a period has, a begun one counted whole: 1.1.2022-31.8.2023 has 20."""
    whole = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month
    return whole + (period.end >= later(period.start, whole))


def touches(period: Period, year: int) -> bool:
    """True of a calendar year that has a day of the period."""
    return period.start.year <= year <= period.end.year
