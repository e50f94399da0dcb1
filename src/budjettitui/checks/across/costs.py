"""One cost in several files: the same bill, as a reviewer would agree.

The same is what has the same day, the same words, the same price and the same organisation that pays it. Pay and travel
are passed over, since two people may well cost the same on one day. Where a file does not say whose budget it is, the
rest being equal is a question and no error.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import islice

from budjettitui.checks.across import MOST_NAMED, Meeting, apart, judged
from budjettitui.checks.across.names import Body, body
from budjettitui.checks.case import Case
from budjettitui.checks.persons import name_key
from budjettitui.model import Cost
from budjettitui.money import HUNDRED, ZERO, times
from budjettitui.values import frozen

OF_MANY = frozenset({"personnel", "staff", "side-costs", "travel", "indirect", "overhead", "flat-rate"})
"""Categories in which two lines of one day and one sum may well be two costs."""

Key = tuple[str, date, Decimal, str]
"""A cost by its words, its day, all that it comes to, and the currency."""


@frozen
class Bill:
    """One cost line that can be known again in another file."""

    index: int
    row: Cost
    part: Decimal
    """How much of the cost is charged here, in per cent."""
    payer: Body


def bills(case: Case) -> Mapping[Key, tuple[Bill, ...]]:
    """The dated costs of a file."""
    found: dict[Key, tuple[Bill, ...]] = {}
    for index, row in enumerate(case.budget.costs if judged(case) else ()):
        if row.date is None or row.person is not None or row.category in OF_MANY or row.unread:
            continue
        whole, words = _whole(case, index, row), name_key(row.description or "")
        if words and whole:
            key = (words, row.date, whole, case.budget.project.currency)
            part = HUNDRED if row.allocation is None else row.allocation
            found[key] = (*found.get(key, ()), Bill(index, row, part, _payer(case, row)))
    return found


def _whole(case: Case, index: int, row: Cost) -> Decimal | None:
    """All that a cost comes to, of which the allocation is charged; None where only the part is known."""
    if row.allocation is not None:
        known = row.quantity is not None and row.unit_price is not None
        return times(row.quantity or ZERO, row.unit_price.value) if known and row.unit_price is not None else None
    worth = case.figures.worths.get(("cost", index))
    if worth is not None and worth.value is not None:
        return worth.value
    return row.realised.value if row.realised is not None else None


def _payer(case: Case, row: Cost) -> Body:
    """Whose cost it is: the line's partner, else the only one."""
    if row.partner is not None:
        return body(case.partner(row.partner))
    return body(case.budget.partners[0] if len(case.budget.partners) == 1 else None)


def meetings(cases: Mapping[str, Case]) -> Iterator[Meeting]:
    """The budgets that have a cost of one day, words and sum."""
    by_key: dict[Key, dict[str, None]] = {}
    for label, case in cases.items():
        for key in bills(case):
            by_key.setdefault(key, {})[label] = None
    for labels in by_key.values():
        for label in labels if len(labels) > 1 else ():
            others = tuple(islice(apart(cases, labels, label), MOST_NAMED))
            if others:
                yield label, others
