"""The cost lines that carry a sum and may move, of a partner or of the project: those that are not locked; flat rates follow.

Locks are places as findings write them: `cost.coordinator`, `category.personnel`, `partner.helsinki`, `funding.own`.
"""

from collections.abc import Collection, Mapping, Sequence
from copy import copy
from decimal import Decimal
from typing import Protocol

from budjettitui.figures import Figures
from budjettitui.figures.worths import Worth, base_of, exact_product, flat_amount, model_of
from budjettitui.findings import Place
from budjettitui.model import Budget, Cost, Funding, place_of
from budjettitui.money import EXACT, ONE, ZERO, divided, is_whole, percent_of, rounded, times, to_decimals, total
from budjettitui.reading.kinds import PRICE_DECIMALS
from budjettitui.rules import FlatRate
from budjettitui.rules.terms import Terms
from budjettitui.values import frozen

Locks = Collection[str]


class CannotBe(Exception):
    """A move that no edit makes: a figure below zero, or one that stands nowhere. `reason` is a key of `goal.none`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Worked(Protocol):
    """A budget that has been worked out: a state of it, or the case of a check."""

    @property
    def budget(self) -> Budget:
        """What its file says."""

    @property
    def figures(self) -> Figures:
        """What it comes to."""

    @property
    def terms(self) -> Terms:
        """The rules that it goes by."""


def locked(state: Worked, table: str, index: int, locks: Locks) -> bool:
    """True of a line that is locked itself, or by its category or its partner."""
    row = state.budget.rows(table)[index]
    names = [str(place_of(table, index, row)), f"{table}[{index + 1}]"]
    if isinstance(row, Cost | Funding):
        names.append(str(Place("partner", state.figures.books.owner(row))))
    if isinstance(row, Cost):
        names.append(str(Place("category", row.category)))
    return any(name in locks for name in names)


@frozen
class Flat:
    """A line that is a rate of other lines and follows them."""

    index: int
    rate: FlatRate


class CostLines:
    """The cost lines of a partner (None: of the project as a whole), those that may move apart from those that stay."""

    def __init__(self, state: Worked, partner: str | None, locks: Locks) -> None:
        self.state = state
        self.partner = partner
        books = state.figures.books
        self.worths: dict[tuple[str, int], Worth] = dict(state.figures.worths)
        self.own = [
            index
            for index, row in enumerate(state.budget.costs)
            if not row.in_kind and (partner is None or books.owner(row) == partner)
        ]
        self.flats = [
            one for one in _flats(state) if one.index in set(self.own) and not locked(state, "cost", one.index, locks)
        ]
        follows = {one.index for one in self.flats}
        self.free = [
            index
            for index in self.own
            if index not in follows
            and not locked(state, "cost", index, locks)
            and self.worths["cost", index].value is not None
        ]

    @property
    def known(self) -> bool:
        """True where every line has an amount."""
        return all(self.worths["cost", index].value is not None for index in self.own)

    def only(self, *indices: int) -> "CostLines":
        """The same lines where some alone may move, with the flat rates that follow them."""
        lines = copy(self)
        lines.free = sorted(indices)
        return lines

    def value(self, index: int) -> Decimal:
        """What a line comes to now."""
        return self.worths["cost", index].value or ZERO

    def after(self, moves: Mapping[int, Decimal]) -> dict[int, Decimal]:
        """What every own line would come to where some have other values, flat rates worked out anew."""
        worths = self.worths | {("cost", index): Worth(value, "written") for index, value in moves.items()}
        for one in self.flats:
            row = self.state.budget.costs[one.index]
            amount = flat_amount(self.state.budget, self.state.terms, row, one.rate, worths)
            if amount is not None:
                now = self.value(one.index)
                worths["cost", one.index] = Worth(
                    min(now, amount) if one.rate.at_most and now < self._most(one) else amount, "flat"
                )
        return {index: worths["cost", index].value or ZERO for index in self.own}

    def _most(self, one: Flat) -> Decimal:
        """What a rate that is a maximum would allow now."""
        row = self.state.budget.costs[one.index]
        return flat_amount(self.state.budget, self.state.terms, row, one.rate, self.worths) or ZERO

    def spread(self, by: Decimal, step: Decimal, among: Sequence[int]) -> dict[int, Decimal]:
        """So much more (or less) over lines by their size, in whole steps; the largest take the remainder."""
        values = {index: self.value(index) for index in among}
        whole = total(list(values.values()))
        if whole + by < ZERO or not values:
            raise CannotBe("below-zero" if values else "all-locked")
        order = sorted(values, key=lambda index: (-values[index], index))
        parts = {
            index: _toward_zero(divided(EXACT.multiply(by, value), whole), step) if whole else ZERO
            for index, value in values.items()
        }
        left = EXACT.subtract(by, total(list(parts.values())))
        for index in order:
            take = max(left, -EXACT.add(values[index], parts[index]))
            parts[index] = EXACT.add(parts[index], take)
            left = EXACT.subtract(left, take)
        return {index: EXACT.add(values[index], part) for index, part in parts.items()}

    def reach(self, goal: Decimal, *, every: bool = False) -> tuple[dict[int, Decimal], bool]:
        """The lines' values at which they come to `goal`, and true; else the nearest that stay below it, and false.

        Lines that are no product of a price move first, or with `every` all lines at once. Raises `CannotBe` where nothing
        may move.
        """
        plain = [index for index in self.free if every or exact_product(self.state.budget.costs[index]) is None]
        best: tuple[dict[int, Decimal], bool] | None = None
        for among in ([plain] if plain else []) + ([self.free] if len(plain) < len(self.free) else []):
            for step in dict.fromkeys((self.step(goal), cent(self.state))):
                found = self._reach(goal, step, among)
                if found is not None and found[1]:
                    return found
                best = best or found
        if best is None:
            raise CannotBe("below-zero" if self.free else "all-locked")
        return best

    def _reach(self, goal: Decimal, step: Decimal, among: Sequence[int]) -> tuple[dict[int, Decimal], bool] | None:
        """Halves the interval of what the free lines may come to: their sum only grows with it."""
        now = total(list(self.after({}).values()))
        first = EXACT.subtract(goal, now)
        low, high = -total([self.value(index) for index in among]), max(first, ZERO)
        if not self.flats:
            low = high = first
        elif self._sum(low, step, among) > goal:
            return None
        steps = int(divided(rounded(EXACT.subtract(high, low), step, "up"), step))
        least, most = 0, steps
        while least < most:
            middle = (least + most + 1) // 2
            if self._sum(EXACT.add(low, step * middle), step, among) <= goal:
                least = middle
            else:
                most = middle - 1
        try:
            moves = self.spread(EXACT.add(low, step * least), step, among)
        except CannotBe:
            return None
        values = self.after(moves)
        return values, total(list(values.values())) == goal

    def _sum(self, by: Decimal, step: Decimal, among: Sequence[int]) -> Decimal:
        return total(list(self.after(self.spread(by, step, among)).values()))

    def step(self, *more: Decimal) -> Decimal:
        """The rules' unit where the free lines are in whole units, else the currency's smallest."""
        unit = self.state.terms.unit or ONE
        values = [self.value(index) for index in self.free]
        whole = all(is_whole(divided(value, unit)) for value in (*values, *more))
        return unit if whole else cent(self.state)


def _toward_zero(value: Decimal, step: Decimal) -> Decimal:
    return rounded(value, step, "down" if value >= ZERO else "up")


def _flats(state: Worked) -> list[Flat]:
    """The lines that are a flat rate of others under the cost model that holds for them."""
    budget, terms = state.budget, state.terms
    models = dict.fromkeys([budget.project.cost_model, *(partner.cost_model for partner in budget.partners)])
    found = []
    for model in models:
        for rate in terms.flat_rates(model):
            for index, row in enumerate(budget.costs):
                if row.category != rate.category or model_of(budget, row) != model or row.in_kind:
                    continue
                if base_of(budget, row, rate.base, state.figures.worths) is not None:
                    found.append(Flat(index, rate))
    return found


def price_for(row: Cost, amount: Decimal, decimals: int) -> Decimal | None:
    """The unit price of a line that comes to an amount; None where none does."""
    units = row.quantity or ZERO
    units = units if row.allocation is None else percent_of(row.allocation, units)
    if not units:
        return None
    for places in range(decimals, PRICE_DECIMALS + 1):
        price = to_decimals(divided(amount, units), places)
        if to_decimals(times(units, price), decimals) == amount:
            return price
    return None


def cent(state: Worked) -> Decimal:
    """The currency's smallest unit."""
    return ONE.scaleb(-state.budget.decimals)
