"""Amounts that are numbers, and yet look wrong: below zero, too fine, too large."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import Block, Shelf, by_shelf, on_shelf, where
from budjettitui.checks import ERROR, WARNING, Found, check, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.checks.written import Written, amounts
from budjettitui.figures.worths import worths_in
from budjettitui.findings import Place
from budjettitui.model import LINES, Amount, Cost, Row, place_of
from budjettitui.money import EXACT, ZERO, divided, is_whole, times

HUNDREDFOLD = Decimal(100)


def _has_unit(case: Case) -> bool:
    return case.terms.rules.number("amounts.unit") is not None


@row_check(
    "amount-unit",
    WARNING,
    "cost",
    "income",
    "funding",
    "share",
    good=HEAD
    + """rules = "fi-oph"

[[cost]]
category = "personnel"
description = "Coordinator"
amount = 40_000
""",
    bad=HEAD
    + """rules = "fi-oph"

[[cost]]
category = "personnel"
description = "Coordinator"
amount = 40_000.50
""",
    asks=_has_unit,
)
def amount_unit(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """An amount is finer than the funder's form takes (the Finnish National Agency for Education: whole euros).

    The form would refuse or round it, and the sums would then miss. Realised amounts come from the books and keep
    their cents; unit prices may be finer. How a funder rounds asks nothing of what is written.

    Rule: amounts.unit of the rule set.
    """
    rule = case.terms.rules.rule("amounts.unit")
    unit = case.terms.rules.number("amounts.unit")
    if rule is None or unit is None or unit <= ZERO:
        return
    for one in amounts(row):
        if one.stage != "realised" and not is_whole(divided(one.amount.value, unit)):
            yield Found(
                place_of(table, index, row).at(one.key),
                (table, index, *one.keys),
                {"unit": unit},
                actual=one.amount.value,
                unverified=unverified(rule),
                source=source(rule),
            )


def _stated_negative(case: Case) -> Iterator[Found]:
    """Net costs may be below zero: `net-positive` tells of that."""
    for number, stated in enumerate(case.budget.stated):
        place = Place("stated", None, number + 1 if len(stated.anchor) > 1 else None)
        for one in amounts(stated):
            if one.keys[0] != "net_costs" and one.amount.value < ZERO:
                yield Found(place.at(one.key), (*stated.anchor, *one.keys), actual=one.amount.value)
    for key, answer in (("income", case.budget.declared.income), ("other_grants", case.budget.declared.other_grants)):
        if isinstance(answer, Amount) and answer.value < ZERO:
            yield Found(Place("declared").at(key), ("declared", key), actual=answer.value)


@row_check(
    "negative-amount",
    ERROR,
    "cost",
    "income",
    "funding",
    "share",
    "appropriation",
    good=HEAD
    + """
[[income]]
description = "Course fees"
amount = 2_000
""",
    bad=HEAD
    + """
[[cost]]
category = "other"
description = "Course fees, taken off"
amount = -2_000
""",
    beside=_stated_negative,
)
def negative_amount(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """A cost, income, funding, quantity or price is below zero.

    A cost below zero hides income or a correction in a sum that a funder pays part of. Revenue has a table of its
    own, [[income]]; a correction belongs in the line that it corrects. Net costs may be below zero.

    Rule: the format of the budget file.
    """
    below = [one for one in amounts(row) if one.amount.value.is_signed() and one.amount.value]
    if isinstance(row, Cost):
        if row.quantity is not None and row.quantity < ZERO:
            below.append(Written(("quantity",), Amount(row.quantity)))
        if row.unit_price is not None and row.unit_price.value < ZERO:
            below.append(Written(("unit_price",), row.unit_price))
    for one in below:
        yield Found(place_of(table, index, row).at(one.key), (table, index, *one.keys), actual=one.amount.value)


@check(
    "magnitude",
    WARNING,
    "row",
    good=HEAD
    + """
[[cost]]
category = "services"
description = "Interpreting"
amount = 10_788

[[cost]]
category = "services"
description = "Catering"
amount = 1_000
""",
    bad=HEAD
    + """
[[cost]]
category = "services"
description = "Interpreting"
amount = 1_078_800

[[cost]]
category = "services"
description = "Catering"
amount = 1_000
""",
)
def magnitude(case: Case) -> Iterator[Found]:
    """An amount has more digits than the rules allow, or is 100 times the next largest line of its category.

    Mostly a point or a comma has slipped: 10 788,00 became 1 078 800. Of a category with one line alone nothing is
    said, and lines of zero do not count.

    Rule: amounts.digits_max of the rule set; the hundredfold is a rule of thumb of this program.
    """
    yield from _hundredfold(case)
    yield from _many_digits(case)


def _hundredfold(case: Case) -> Iterator[Found]:
    for category, lines in _largest(case).items():
        (largest, index), (following, _) = lines
        if following > ZERO and largest >= times(HUNDREDFOLD, following):
            place = place_of("cost", index, case.budget.costs[index])
            values = {"category": category, "largest": largest, "next": following}
            yield Found(place, _amount_path(case, index), values)


Numbered = tuple[Decimal, int]


def _largest(case: Case) -> dict[str, tuple[Numbered, Numbered]]:
    """The largest line of each category and the next, with their numbers; zero where there is no other."""
    costs, worths = case.budget.costs, case.figures.worths
    found: dict[str, list[Numbered]] = {}
    for start, named in by_shelf(costs, _largest_on_shelf, worths.stage, worths.decimals):
        for category, pairs in named.items():
            found.setdefault(category, []).extend([(value, start + offset) for value, offset in pairs])
    for index, worth in worths.filled.items():
        kind = costs[index].category
        if kind is not None and worth.value is not None:
            found.setdefault(kind, []).append((worth.value, index))
    return {category: _two_largest(pairs) for category, pairs in found.items()}


def _largest_on_shelf(shelf: Shelf[Cost], stage: str, decimals: int) -> dict[str, tuple[Numbered, ...]]:
    """The two largest lines of each category on a shelf."""
    found: dict[str, list[Numbered]] = {}
    for start, named in on_shelf(shelf, _largest_in, stage, decimals):
        for category, pairs in named.items():
            found.setdefault(category, []).extend([(value, start + offset) for value, offset in pairs])
    return {category: tuple(sorted(pairs, key=_size)[:2]) for category, pairs in found.items()}


def _largest_in(block: Block[Cost], stage: str, decimals: int) -> dict[str, tuple[Numbered, ...]]:
    """The two largest lines of each category in a block."""
    found: dict[str, list[Numbered]] = {}
    for offset, (row, worth) in enumerate(zip(block.rows, block.of(worths_in, stage, decimals), strict=True)):
        if row.category is not None and worth.value is not None and worth.value > ZERO:
            found.setdefault(row.category, []).append((worth.value, offset))
    return {category: tuple(sorted(pairs, key=_size)[:2]) for category, pairs in found.items()}


def _two_largest(pairs: list[Numbered]) -> tuple[Numbered, Numbered]:
    largest, following, *_ = (*sorted(pairs, key=_size)[:2], (ZERO, -1), (ZERO, -1))
    return largest, following


def _size(pair: Numbered) -> tuple[Decimal, int]:
    """The larger first; of two alike the earlier."""
    return -pair[0], pair[1]


def _amount_path(case: Case, index: int) -> tuple[str | int, ...]:
    return ("cost", index, "amount") if case.budget.costs[index].amount is not None else ("cost", index)


def _many_digits(case: Case) -> Iterator[Found]:
    rule = case.terms.rules.rule("amounts.digits_max")
    most = case.terms.rules.number("amounts.digits_max")
    if rule is None or most is None:
        return
    limit = EXACT.scaleb(Decimal(1), int(most))
    for table in LINES:
        for index in where(case.budget.rows(table), _reaches, limit):
            row = case.budget.rows(table)[index]
            for one in (one for one in amounts(row) if abs(one.amount.value) >= limit):
                place = place_of(table, index, row).at(one.key)
                values = {"largest": one.amount.value, "digits": int(most)}
                yield Found(
                    place, (table, index, *one.keys), values, "digits", unverified=unverified(rule), source=source(rule)
                )


def _reaches(row: Row, limit: Decimal) -> bool:
    return any(abs(one.amount.value) >= limit for one in amounts(row))
