"""People in a budget: who is charged where, for how many months or hours, at what part of their time.

Only lines of time count: side costs and trips of a person, counted in months too, charge nobody twice.

A person is the same wherever the name is the same, whatever its case and spacing; partners do not matter, since nobody
works for two of them at once.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from budjettitui.blocks import where
from budjettitui.checks.alike import as_seen
from budjettitui.model import Budget, Cost
from budjettitui.money import HUNDRED, ONE, is_whole, percent_of
from budjettitui.values import frozen

MONTHS = frozenset(
    (
        *("kk", "kuukausi", "kuukautta", "kuukaudet"),
        *("mån", "mån.", "månad", "månader"),
        *("mo", "month", "months"),
    )
)
"""Words for months of the calendar."""

PERSON_MONTHS = frozenset(
    (
        *("htkk", "henkilötyökuukausi", "henkilötyökuukautta", "henkilökuukausi"),
        *("manmånad", "manmånader", "personmånad", "personmånader"),
        *("pm", "pms", "person-month", "person-months"),
    )
)
"""Words for months of work, of which a calendar month may have as many as there are people."""

HOURS = frozenset(
    (
        *("h", "t", "htt", "tunti", "tuntia", "tunnit"),
        *("tim", "tim.", "timme", "timmar"),
        *("hr", "hrs", "hour", "hours"),
    )
)
"""Words for hours."""


NO_WORK = frozenset(
    {
        *("side-costs", "indirect", "overhead", "flat-rate"),
        *("travel", "office", "premises", "rents", "equipment", "materials"),
    }
)
"""Categories of the rule sets whose lines may name a person and are no time of it: a trip, a desk, what comes on pay."""

_ON_PAY = re.compile(
    "((employers?'? )?side costs|indirect employee costs|holiday (pay|bonus)"
    "|(henkilö|palkan )?sivukulut|lomarahat?|(löne|personal)?bikostnader|semester(penning|premie|ersättning))"
    "( (of|on|for|av|på|för) .+|[,:(–-].*)?"
)
"""What a line of what comes on pay is called, in three languages."""


@frozen
class Charge:
    """One cost line of a person."""

    index: int
    row: Cost

    @property
    def part(self) -> Decimal:
        """The part of working time in per cent; the whole where none is given."""
        return HUNDRED if self.row.allocation is None else self.row.allocation

    def counted(self, units: frozenset[str]) -> Decimal | None:
        """The line's quantity where it is counted in one of these units."""
        return self.row.quantity if unit_in(self.row, units) else None

    def worked(self, units: frozenset[str]) -> Decimal | None:
        """The same at the part of working time."""
        counted = self.counted(units)
        return None if counted is None else _tidy(percent_of(self.part, counted))


def _tidy(number: Decimal) -> Decimal:
    """The same number without zeros at its end."""
    return number.quantize(ONE) if is_whole(number) else number.normalize()


def unit_in(row: Cost, units: frozenset[str]) -> bool:
    """True of a line that is counted in one of these units."""
    return (row.unit or "").strip().casefold() in units


@lru_cache(maxsize=4096)
def name_key(person: str) -> str:
    """A person's name as it is compared."""
    return " ".join(as_seen(person).split())


def _works(row: Cost) -> bool:
    """True of a line of somebody's time."""
    if row.person is None or not name_key(row.person) or row.category in NO_WORK:
        return False
    return not _ON_PAY.fullmatch((row.description or "").strip().casefold())


def people(budget: Budget) -> Mapping[str, tuple[Charge, ...]]:
    """The lines of each person's time, by the name as it stands first; lines that could not be read whole are left out."""
    names: dict[str, str] = {}
    found: dict[str, list[Charge]] = {}
    for index in where(budget.costs, _works):
        row = budget.costs[index]
        person = row.person or ""
        name = names.setdefault(name_key(person), person)
        if not row.unread & {"person", "quantity", "unit", "allocation"}:
            found.setdefault(name, []).append(Charge(index, row))
    return {name: tuple(charges) for name, charges in found.items()}
