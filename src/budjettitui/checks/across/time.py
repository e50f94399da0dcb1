"""A person's time in several files: how much of it is surely charged in the same months.

Nothing is taken for certain that a file does not say. A line with an allocation and no months stands in every whole month
of its period, or of its years within it. A line with months may stand anywhere in its period, so of a span only that part
of its work is counted which finds no room outside of it. Hours, and lines that say neither, are let be.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations, islice, pairwise

from budjettitui.checks.across import MOST_NAMED, Meeting, apart, judged
from budjettitui.checks.across.names import somebody
from budjettitui.checks.case import Case
from budjettitui.checks.persons import HOURS, MONTHS, PERSON_MONTHS, Charge, name_key, people, unit_in
from budjettitui.model import Cost, Period
from budjettitui.money import EXACT, HUNDRED, ZERO, times, total
from budjettitui.values import frozen

MOST_ENDS = 24
"""With more beginnings and ends than this, only the spans between neighbouring ones are looked at."""


@frozen
class Stretch:
    """One line of a person in time. Months are counted from year 0; work is in per cent of a month, added up."""

    person: str
    """The name as it stands first in the file."""
    charge: Charge
    window: range
    """The months that it may stand in; without `work` those that it stands in."""
    most: Decimal
    """The most of one month that it may take, in per cent."""
    work: Decimal | None = None
    """All of its work, where its months are counted."""

    def common(self, span: range) -> int:
        """How many months of a span the line may stand in."""
        return max(0, min(self.window.stop, span.stop) - max(self.window.start, span.start))

    def surely(self, span: range) -> Decimal:
        """The work that lies within a span, wherever in its window the line stands."""
        inside = self.common(span)
        if self.work is None:
            return times(self.most, Decimal(inside))
        outside = times(self.most, Decimal(len(self.window) - inside))
        return max(ZERO, min(EXACT.subtract(self.work, outside), times(self.most, Decimal(inside))))


@frozen
class Crowd:
    """A span of months in which a person is charged most, with this file's line and what the others have in it."""

    span: range
    work: Decimal
    """In per cent of a month, all files together."""
    mine: Stretch
    others: tuple[tuple[str, Stretch], ...]
    """Of each other file its label and the line that has most of the span, the file with most of it first."""

    @property
    def first(self) -> date:
        """The first day of the span."""
        return date(self.span.start // 12, self.span.start % 12 + 1, 1)

    @property
    def last(self) -> date:
        """The last day of the span."""
        year, month = divmod(self.span.stop - 1, 12)
        return date(year, month + 1, monthrange(year, month + 1)[1])


Stretches = Mapping[str, tuple[Stretch, ...]]


def stretches(case: Case) -> Stretches:
    """The lines of each person of a file whose time is known, by the name as it is compared."""
    period = case.budget.project.period
    if period is None or period.end < period.start or not judged(case):
        return {}
    found = {}
    for name, charges in people(case.budget).items():
        if somebody(name) is not False:
            lines = tuple(one for charge in charges for one in _stretches(case, name, charge, period))
            if lines:
                found[name_key(name)] = lines
    return found


def _stretches(case: Case, name: str, charge: Charge, period: Period) -> Iterator[Stretch]:
    row = charge.row
    if charge.part <= ZERO or unit_in(row, HOURS):
        return
    counted, years = charge.counted(MONTHS | PERSON_MONTHS), _years(case, row)
    if counted is not None:
        most = HUNDRED if unit_in(row, PERSON_MONTHS) else charge.part
        yield Stretch(name, charge, _touched(_within(period, years or ())), most, times(charge.part, counted))
    elif row.allocation is not None and row.date is None and years is not None:
        for part in [_within(period, [year]) for year in years] if row.years else [period]:
            yield Stretch(name, charge, _whole(part), charge.part)


def _years(case: Case, row: Cost) -> list[int] | None:
    """The calendar years that a line has money in; None where it goes by reporting periods, or cannot be read."""
    if "years" in row.unread or any(not year.isdecimal() or year in case.budget.project.periods for year in row.years):
        return None
    paid = [year for year, figure in row.years.items() if figure.judged is None or figure.judged.value]
    return sorted(int(year) for year in paid)


def _within(period: Period, years: Sequence[int]) -> Period:
    """The part of a period from the first to the last of some years; all of it without years."""
    if not years:
        return period
    start, end = (max(1, min(year, date.max.year)) for year in (years[0], years[-1]))
    return Period(max(period.start, date(start, 1, 1)), min(period.end, date(end, 12, 31)))


def _touched(period: Period) -> range:
    """The months that have a day of the period."""
    return range(_month(period.start), max(_month(period.start), _month(period.end) + 1))


def _whole(period: Period) -> range:
    """The months that lie wholly within the period."""
    begin = _month(period.start) + (period.start.day > 1)
    full = period.end.day == monthrange(period.end.year, period.end.month)[1]
    return range(begin, max(begin, _month(period.end) + full))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def spans(lines: Sequence[Stretch]) -> Iterator[range]:
    """The spans of months that have to be looked at: from where a line begins or ends to where one does.

    Lines that stand in all of their months are fullest between two neighbouring ends; those with less work than months
    may be squeezed between any two.
    """
    ends = sorted({end for line in lines if line.window for end in (line.window.start, line.window.stop)})
    squeezed = len(ends) <= MOST_ENDS and any(line.work is not None for line in lines)
    return (range(start, stop) for start, stop in (combinations(ends, 2) if squeezed else pairwise(ends)))


def load(lines: Iterable[Stretch], span: range) -> Decimal:
    """What one file surely has in a span, at most the whole: more than that is told by the file alone."""
    return min(total([line.surely(span) for line in lines]), times(HUNDRED, Decimal(len(span))))


def crowd(mine: Sequence[Stretch], others: Mapping[str, Sequence[Stretch]]) -> Crowd | None:
    """The fullest span that this file has a part in, where it is charged beyond the whole; of two the longer."""
    found: Crowd | None = None
    for span in spans([*mine, *(line for lines in others.values() for line in lines)]):
        own = load(mine, span)
        loads = {label: work for label, lines in others.items() if (work := load(lines, span)) > ZERO} if own else {}
        work = total([own, *loads.values()])
        if not loads or work <= times(HUNDRED, Decimal(len(span))):
            continue
        if found is None or _fuller(work, span, found.work, found.span):
            labels = sorted(loads, key=lambda label: (-loads[label], label))
            found = Crowd(span, work, _largest(mine, span), tuple((one, _largest(others[one], span)) for one in labels))
    return found


def _largest(lines: Sequence[Stretch], span: range) -> Stretch:
    return max(lines, key=lambda line: line.surely(span))


def _fuller(work: Decimal, span: range, than: Decimal, than_span: range) -> bool:
    """True where more of each month is charged than in another span, or as much in more months."""
    one, other = times(work, Decimal(len(than_span))), times(than, Decimal(len(span)))
    return (one, len(span)) > (other, len(than_span))


def meetings(cases: Mapping[str, Case]) -> Iterator[Meeting]:
    """The budgets that together charge a person beyond the whole."""
    by_person: dict[str, dict[str, tuple[Stretch, ...]]] = {}
    for label, case in cases.items():
        for person, lines in stretches(case).items():
            by_person.setdefault(person, {})[label] = lines
    for files in by_person.values():
        if len(files) > 1:
            yield from _crowded(cases, files)


def _crowded(cases: Mapping[str, Case], files: Mapping[str, tuple[Stretch, ...]]) -> Iterator[Meeting]:
    """Of one person, for each file the largest others in its fullest span, where that is beyond the whole."""
    fullest: dict[str, tuple[Decimal, range, list[str]]] = {}
    for span in spans([line for lines in files.values() for line in lines]):
        loads = {label: work for label, lines in files.items() if (work := load(lines, span)) > ZERO}
        work = total(list(loads.values()))
        if work > times(HUNDRED, Decimal(len(span))):
            largest = sorted(loads, key=lambda label: (-loads[label], label))
            for label in loads:
                if label not in fullest or _fuller(work, span, *fullest[label][:2]):
                    fullest[label] = work, span, largest
    for label, (_, _, largest) in fullest.items():
        others = list(islice(apart(cases, largest, label), MOST_NAMED))
        if others:
            yield label, tuple(others)
