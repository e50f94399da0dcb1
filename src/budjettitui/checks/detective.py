"""The detective: where two sums differ, what a bookkeeper would look for. Hints in the form of a question, never a fact.

Bounded: it looks at the lines of the sums that differ, at most `MOST_LINES` of them, and at a bounded number of subsets.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, islice

from budjettitui.checks.case import Case
from budjettitui.checks.mendable import GAPS, TOTALS
from budjettitui.checks.mends.money import implied_costs, sheet_of
from budjettitui.checks.totals import QUANTITIES
from budjettitui.findings import Finding, Hint, Path, Place
from budjettitui.model import Line, name_of_row
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, to_decimals, total
from budjettitui.values import frozen

MOST_LINES = 2_000
MOST_HINTS = 2
SUBSET_LINES = 30
"""Rows of which subsets are tried (checks, the detective)."""
MOST_SUBSETS = 20_000
SCALES = (Decimal(10), Decimal(100), Decimal(1000))
VAT_RATES = (Decimal("25.5"), Decimal(24), Decimal(14), Decimal("13.5"), Decimal(10))
"""The rates of Finnish VAT since 2013, in per cent (706/2012, 462/2024)."""


@frozen
class Suspect:
    """A line, what it is called, and by how much it would have to change for the sums to meet."""

    name: str | Place
    amount: Decimal
    change: Decimal
    path: Path = ()
    """Where the line's figure stands."""


@frozen
class Slip:
    """What may have gone wrong in one line, and what would be meant; a meaning of zero where it is there twice."""

    hint: Hint
    suspect: Suspect
    meant: Decimal


def hints(case: Case, finding: Finding) -> tuple[Hint, ...]:
    """What could be behind a difference; nothing where nothing fits exactly."""
    if finding.difference is None or finding.difference == ZERO or finding.percent:
        return ()
    looked_for = _looked_for(case, finding, list(islice(_suspects(case, finding), MOST_LINES)))
    return tuple(islice(_once(looked_for), MOST_HINTS))


def _once(hints: Iterator[Hint]) -> Iterator[Hint]:
    """Two lines that are alike (a line written twice) are hinted at once."""
    said: list[Hint] = []
    for hint in hints:
        if hint not in said:
            said.append(hint)
            yield hint


def slips(case: Case, finding: Finding) -> Iterator[Slip]:
    """The slips of one line that would explain a difference, each with what would be meant."""
    if finding.difference:
        suspects = list(islice(_suspects(case, finding), MOST_LINES))
        yield from _twice(suspects)
        yield from _swapped(case, suspects)
        yield from _scaled(suspects)


def _looked_for(case: Case, finding: Finding, suspects: list[Suspect]) -> Iterator[Hint]:
    if finding.check != "line-product":
        yield from _equal(suspects)
    for slip in (*_swapped(case, suspects), *_scaled(suspects)):
        yield slip.hint
    if finding.check in TOTALS and finding.actual is not None:
        yield from _subset(suspects, finding.actual)
    if finding.check != "line-product":
        yield from _with_vat(case, suspects)
    if finding.check == "self-financing-missing":
        yield from _implied(case, finding)
    if finding.check in ("rate-exceeded", "rate-exceeded-partner"):
        yield from _within_about(case, finding)


def _within_about(case: Case, finding: Finding) -> Iterator[Hint]:
    """A ceiling that may hold, within what figures marked about leave open."""
    sheet = sheet_of(case, finding.place)
    rate, base, support = finding.values.get("ceiling"), sheet.rate_base, sheet.rate_support
    if not isinstance(rate, Decimal) or base is None or support is None or sheet.rate_on_public:
        return
    least, most = EXACT.subtract(support, sheet.support.slack), EXACT.add(base, sheet.costs.slack)
    open_ = sheet.support.slack or sheet.costs.slack
    if open_ and EXACT.multiply(least, HUNDRED) <= EXACT.multiply(rate, most):
        percent = to_decimals(divided(EXACT.multiply(least, HUNDRED), most), 2)
        yield Hint("hint.within-about", {"support": least, "costs": most, "rate": percent})


def _suspects(case: Case, finding: Finding) -> Iterator[Suspect]:
    difference = finding.difference or ZERO
    if finding.check == "line-product" and finding.anchor is not None:
        row = case.budget.costs[int(finding.anchor[1])]
        if finding.actual is not None:
            path = ("cost", int(finding.anchor[1]), "amount")
            yield Suspect(name_of_row("cost", int(finding.anchor[1]), row), finding.actual, -difference, path)
    elif finding.check in TOTALS:
        key = str(finding.values.get("key"))
        quantity = QUANTITIES.get(key, QUANTITIES["costs"])
        table = "funding" if key == "funding" else quantity.table
        yield from _lines(case, finding, table, quantity.kind, difference)
    elif finding.check in GAPS:
        yield from _lines(case, finding, "funding", None, -difference)
        yield from _lines(case, finding, "cost", None, difference)


def _lines(case: Case, finding: Finding, table: str, kind: str | None, change: Decimal) -> Iterator[Suspect]:
    for index, row in enumerate(case.budget.rows(table)):
        worth = case.figures.worths.get((table, index))
        if not isinstance(row, Line) or worth is None or worth.value is None or worth.value == ZERO:
            continue
        if finding.place.table == "partner" and case.figures.books.owner(row) != finding.place.name:
            continue
        amount, path = _part(finding.place, row, worth.value), (table, index, *_keys(finding.place))
        if amount and (kind is None or getattr(row, "kind", None) == kind) and not getattr(row, "in_kind", None):
            yield Suspect(name_of_row(table, index, row), amount, change, path)


def _keys(place: Place) -> Path:
    """Where in a row the figure stands that counts at a place."""
    return ("years", place.name or "") if place.table == "year" else ("amount",)


def _part(place: Place, row: Line, whole: Decimal) -> Decimal | None:
    """What a row has of a place: all of it, nothing, or what it gives to a year."""
    if place.table in ("category", "work_package"):
        return whole if getattr(row, place.table, None) == place.name else None
    if place.table != "year":
        return whole
    figure = row.years.get(place.name or "")
    return figure.judged.value if figure is not None and figure.judged is not None else None


def _equal(suspects: list[Suspect]) -> Iterator[Hint]:
    """One line is the difference: left out or counted twice; or half of it is: a wrong sign."""
    for one in suspects:
        if one.amount == abs(one.change):
            yield Hint("hint.line-equals", {"line": one.name})
    for one in suspects:
        if abs(one.amount) * 2 == abs(one.change):
            yield Hint("hint.line-half", {"line": one.name})


def _twice(suspects: list[Suspect]) -> Iterator[Slip]:
    """One line is what the parts have too much: counted twice, or not meant."""
    for one in suspects:
        if one.amount == -one.change:
            yield Slip(Hint("hint.line-equals", {"line": one.name}), one, ZERO)


def _swapped(case: Case, suspects: list[Suspect]) -> Iterator[Slip]:
    """The difference is a multiple of nine, and two neighbouring digits of one line, swapped, remove it; nobody writes a
    number with a zero in front."""
    decimals = case.budget.decimals
    for one in suspects:
        if int(one.change.scaleb(decimals)) % 9 or one.amount < ZERO:
            continue
        digits = str(int(one.amount.scaleb(decimals)))
        for at in range(1 if digits[1:2] == "0" else 0, len(digits) - 1):
            other = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
            meant = Decimal(int(other)).scaleb(-decimals)
            if EXACT.subtract(meant, one.amount) == one.change and digits[at] != digits[at + 1]:
                said = Hint("hint.digits-swapped", {"line": one.name, "written": one.amount, "meant": meant})
                yield Slip(said, one, meant)


def _scaled(suspects: list[Suspect]) -> Iterator[Slip]:
    """One line is ten, a hundred or a thousand times too large or too small."""
    for one in suspects:
        for scale in SCALES:
            smaller, larger = divided(one.amount, scale), EXACT.multiply(one.amount, scale)
            if EXACT.subtract(smaller, one.amount) == one.change:
                yield Slip(Hint("hint.scale", {"line": one.name, "factor": scale}), one, smaller)
            elif EXACT.subtract(larger, one.amount) == one.change:
                factor = divided(Decimal(1), scale)
                yield Slip(Hint("hint.scale", {"line": one.name, "factor": factor}), one, larger)


def _subset(suspects: list[Suspect], stated: Decimal) -> Iterator[Hint]:
    """The stated total is the sum of a few of the rows, or of all but a few."""
    count = len(suspects)
    if not 3 <= count <= SUBSET_LINES:
        return
    every = frozenset(range(count))
    sizes = sorted(range(2, count - 1), key=lambda size: (min(size, count - size), size))
    tried = islice((chosen for size in sizes for chosen in combinations(range(count), size)), MOST_SUBSETS)
    for chosen in tried:
        if total([suspects[index].amount for index in chosen]) == stated:
            names = tuple(suspects[index].name for index in sorted(every & set(chosen)))
            yield Hint("hint.subset", {"count": len(names), "lines": names[:6]})
            return


def _with_vat(case: Case, suspects: list[Suspect]) -> Iterator[Hint]:
    """A price with VAT where the others are without."""
    for one in suspects:
        for rate in VAT_RATES:
            without = to_decimals(divided(one.amount * HUNDRED, HUNDRED + rate), case.budget.decimals)
            if EXACT.subtract(without, one.amount) == one.change:
                yield Hint("hint.with-vat", {"line": one.name})
                break


def _implied(case: Case, finding: Finding) -> Iterator[Hint]:
    """What covers the need is an exact percentage of round thousands: are those the costs?"""
    implied = implied_costs(case, finding.place)
    if implied is not None and implied[0] % 1000 == ZERO:
        yield Hint("hint.implied-costs", {"funding": finding.actual, "percent": implied[1], "costs": implied[0]})
