"""Whose money a goal is about: one partner's, or the project's, which with several partners is each partner's."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.checks.mends.cost_lines import CannotBe, CostLines, Locks, cent, locked
from budjettitui.figures import Sheet
from budjettitui.findings import Place
from budjettitui.goals.answering import RATE_DECIMALS
from budjettitui.goals.plan import Plan
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, percent_of, rounded, to_decimals, total
from budjettitui.state import State
from budjettitui.values import frozen


@frozen
class Seat:
    """One whose costs and funding have to meet. `partner` is None for the project as a whole."""

    state: State
    partner: str | None
    locks: Locks

    @property
    def sheet(self) -> Sheet:
        """Its figures."""
        return self.state.figures.partners[self.partner] if self.partner is not None else self.state.figures.project

    @property
    def unit(self) -> Decimal:
        """What its support is rounded to."""
        return self.state.terms.unit or cent(self.state)

    @property
    def income(self) -> Decimal:
        """What lies between costs and net costs."""
        costs, net = known(self.sheet.costs.value), known(self.sheet.net_costs)
        return EXACT.subtract(costs, net)

    @property
    def ceiling(self) -> Decimal | None:
        """The highest rate of support; None where no rule sets one."""
        rule = self.state.terms.support.ceiling(self.state.case.partner(self.partner) if self.partner else None)
        return rule.value if rule is not None and isinstance(rule.value, Decimal) else None

    def rate(self) -> Decimal:
        """The rate that support keeps to: the ceiling where it is at it or over it, else the rate it has now."""
        now, most = self.sheet.support_rate, self.ceiling
        if now is None:
            raise CannotBe("unknown")
        if most is not None and (
            now >= most or self.supported(most, known(self.sheet.rate_base)) == self.sheet.support.value
        ):
            return most
        return to_decimals(now, RATE_DECIMALS)

    def supported(self, rate: Decimal, base: Decimal) -> Decimal:
        """The support at a rate, rounded the rules' way; to the ceiling never above it."""
        direction = self.state.terms.rounding("support")
        amount = rounded(percent_of(rate, base), self.unit, direction)
        if rate == self.ceiling and amount > percent_of(rate, base):
            amount = rounded(percent_of(rate, base), self.unit, "down")
        return amount

    def base_of(self, costs: Decimal) -> Decimal:
        """What the rate is taken of at such costs."""
        base = costs if self.state.terms.support.base == "costs" else EXACT.subtract(costs, self.income)
        return EXACT.add(base, self.sheet.rate_in_kind)

    def costs_of(self, base: Decimal) -> Decimal:
        """The costs at which the rate is taken of `base`."""
        cash = EXACT.subtract(base, self.sheet.rate_in_kind)
        return cash if self.state.terms.support.base == "costs" else EXACT.add(cash, self.income)

    # moves ----------------------------------------------------------------------------------------------------------
    def move_costs(self, plan: Plan, to: Decimal) -> Decimal:
        """Puts the moves into a plan that bring the costs to `to`, or next to it; gives what they come to."""
        one = self.sheet.costs
        now = known(one.value)
        if one.origin in ("rows", "partners"):
            lines = CostLines(self.state, self.partner, self.locks)
            if not lines.known:
                raise CannotBe("unknown")
            values, _ = lines.reach(to)
            by = plan.costs(lines, values)
            plan.place("costs", self.partner, by, written=True)
            return EXACT.add(now, by)
        if to < ZERO:
            raise CannotBe("below-zero")
        plan.place("costs", self.partner, EXACT.subtract(to, now))
        return to

    def lower_costs(self, plan: Plan) -> Decimal:
        """Puts the moves into a plan that bring the costs as low as the lines that may move let them; gives those costs."""
        one, lines = self.sheet.costs, CostLines(self.state, self.partner, self.locks)
        if one.origin not in ("rows", "partners") or not lines.known:
            raise CannotBe("unknown")
        if not lines.free:
            raise CannotBe("all-locked")
        by = plan.costs(lines, lines.after(dict.fromkeys(lines.free, ZERO)))
        plan.place("costs", self.partner, by, written=True)
        return EXACT.add(known(one.value), by)

    def move_support(self, plan: Plan, to: Decimal) -> None:
        """Puts the moves into a plan that bring the support to `to`: its largest line takes them, else the figure.

        Where nothing speaks of support yet, a new line is it, or the one line that waits for its amount. Where its lines
        would go below zero they go to zero, and `CannotBe` is raised with that in the plan.
        """
        one = self.sheet.support
        begun = list(self._begun("support"))
        if one.value is None and len(begun) == 1:
            self._fill(plan, begun[0], to)
            return
        begins = one.value is None and one.origin == "unknown" and not begun
        by = EXACT.subtract(to, ZERO if begins else known(one.value))
        if not by:
            return
        lines, left = list(self._lines("support")), ZERO
        if lines:
            left = self._take(plan, lines, by)
            by = EXACT.subtract(by, left)
        elif one.origin == "zero" or begins:
            keys = {"recipient": self.partner} if self.partner is not None else {}
            plan.add("funding", to, kind="support", **keys)
        elif one.origin in ("rows", "partners"):
            raise CannotBe("all-locked")
        plan.place("funding.support", self.partner, by, written=bool(lines) or one.origin == "zero" or begins)
        if left:
            raise CannotBe("below-zero")

    def move_own(self, plan: Plan, by: Decimal, kinds: tuple[str, ...]) -> None:
        """Puts the moves into a plan that raise (or lower) what covers the need, the own funding first."""
        lines = [line for kind in kinds for line in self._lines(kind)]
        for index in lines:
            by = self._take_one(plan, index, by)
        if by:
            self._own_figure(plan, by, lines)

    def _own_figure(self, plan: Plan, by: Decimal, lines: Sequence[int]) -> None:
        own = self.sheet.own
        if own.origin in ("share", "stated", "left") and "own" not in self.locks:
            plan.place("funding.own", self.partner, by)
        elif by > ZERO:
            keys = {"recipient": self.partner} if self.partner is not None else {}
            kind = "own" if not own.value and own.origin != "rows" else "other"
            plan.add("funding", by, kind=kind, **keys)
            plan.place(f"funding.{kind}", self.partner, by, written=True)
        else:
            raise CannotBe("all-locked" if self.locks and not lines else "below-zero")

    def _take_one(self, plan: Plan, index: int, by: Decimal) -> Decimal:
        """One funding line takes what it can of a move; the rest comes back."""
        row = self.state.budget.funding[index]
        take = max(by, -known(self.state.figures.worths["funding", index].value))
        if take:
            plan.line("funding", index, take)
            plan.place(f"funding.{row.kind}", self.partner, take, written=True)
            plan.appropriation(index, take)
        return EXACT.subtract(by, take)

    def _take(self, plan: Plan, lines: list[int], by: Decimal) -> Decimal:
        """The lines take what they can of a move; the rest comes back."""
        for index in lines:
            take = max(by, -known(self.state.figures.worths["funding", index].value))
            plan.line("funding", index, take)
            by = EXACT.subtract(by, take)
        return by

    def _fill(self, plan: Plan, line: int, to: Decimal) -> None:
        """The line that waits gets what the other support leaves of it."""
        others = total([known(self.state.figures.worths["funding", index].value) for index in self._lines("support")])
        if others > to:
            raise CannotBe("below-zero")
        plan.fill("funding", line, EXACT.subtract(to, others))

    def _begun(self, kind: str) -> Iterator[int]:
        """Its funding lines of a kind that have no amount yet."""
        books, worths = self.state.figures.books, self.state.figures.worths
        for index, row in enumerate(self.state.budget.funding):
            mine = self.partner is None or books.owner(row) == self.partner
            if row.kind == kind and mine and worths["funding", index].value is None:
                yield index

    def _lines(self, kind: str) -> Iterator[int]:
        """Its funding lines of a kind that may move, the largest first."""
        books, worths = self.state.figures.books, self.state.figures.worths
        found = [
            index
            for index, row in enumerate(self.state.budget.funding)
            if row.kind == kind and (self.partner is None or books.owner(row) == self.partner)
            if worths["funding", index].value is not None and not locked(self.state, "funding", index, self.locks)
            if kind != "support" or row.payer not in books.known_ids
        ]
        yield from sorted(found, key=lambda index: (-known(worths["funding", index].value), index))


def seats(state: State, partner: str | None, locks: Locks) -> list[Seat]:
    """Those a goal is about. Raises `CannotBe` where all of them are locked."""
    if partner is not None:
        return [Seat(state, partner if state.figures.several else None, locks)]
    whole = [sheet.costs.known and _support_known(sheet) for sheet in state.figures.partners.values()]
    if not state.figures.several or not all(whole) or any(one.whole_rows for one in state.figures.spreads.values()):
        return [Seat(state, None, locks)]
    free = [one for one in state.figures.partners if str(Place("partner", one)) not in locks]
    if not free:
        raise CannotBe("all-locked")
    return [Seat(state, one, locks) for one in free]


def short_of(state: State, found: Sequence[Seat]) -> str:
    """Why something is missing still when all who may move have moved: others are locked, else money has its units."""
    there = {seat.partner for seat in found}
    locked_out = [sheet for name, sheet in state.figures.partners.items() if name not in there]
    return "gap-locked" if None not in there and any(sheet.missing for sheet in locked_out) else "no-whole-unit"


def _support_known(sheet: Sheet) -> bool:
    """True also of support that the file does not speak of yet, or whose line has no amount: a goal can begin it."""
    return sheet.support.known or sheet.support.origin in ("unknown", "rows")


def known(value: Decimal | None) -> Decimal:
    """The figure. Raises `CannotBe` where it is not known."""
    if value is None:
        raise CannotBe("unknown")
    return value


def based(seat: Seat) -> Decimal:
    """What the support is a rate of. Raises `CannotBe` where the costs are not known."""
    if seat.sheet.rate_base is None:
        raise CannotBe("no-costs" if seat.sheet.costs.value is None else "unknown")
    return seat.sheet.rate_base


def carried(seat: Seat, rate: Decimal) -> Iterator[tuple[Decimal, Decimal]]:
    """Costs with their support at which the need is what covers it now: exact rates first, then the largest."""
    covered, unit = known(seat.sheet.covered), seat.unit
    if rate >= HUNDRED:
        raise CannotBe("rate-full")
    fixed = covered if seat.state.terms.support.base != "costs" else EXACT.add(covered, seat.income)
    fixed = EXACT.add(fixed, seat.sheet.rate_in_kind)
    room = {"up": unit, "half_up": unit / 2, "half_even": unit / 2}.get(seat.state.terms.rounding("support"), ZERO)
    most = divided(EXACT.add(percent_of(rate, fixed), room), EXACT.scaleb(HUNDRED - rate, -2))
    highest = rounded(most, unit, "down")
    found: list[tuple[Decimal, Decimal]] = []
    for number in range(200):
        support = EXACT.subtract(highest, unit * number)
        costs = total([covered, seat.income, support])
        if support < ZERO or seat.supported(rate, seat.base_of(costs)) != support:
            if found:
                break
            continue
        found.append((costs, support))
    yield from sorted(found, key=lambda pair: percent_of(rate, seat.base_of(pair[0])) != pair[1])
