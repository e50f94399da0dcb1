"""How high support may go: under the ceiling that holds, under the programme's own above that, and what more costs bring."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.mends.cost_lines import CannotBe
from budjettitui.goals.seats import Seat, based, known, seats
from budjettitui.money import EXACT, ZERO, percent_of, rounded, total
from budjettitui.rules import FlatRate, Rule
from budjettitui.state import State
from budjettitui.values import frozen

STEP = Decimal(1000)
"""The costs that are taken for an example, in the budget's currency."""


@frozen
class Height:
    """The most support under one ceiling: `call` or `rules`, or `partners` where some of them have their own."""

    of: str
    rate: Decimal
    support: Decimal
    more: Decimal
    """How much more that is than the support is now; below zero where it is above the ceiling."""
    source: str | None
    verified: bool


@frozen
class Flat:
    """What a flat rate adds to costs of its base: the categories of that, and what comes along."""

    categories: tuple[str, ...]
    amount: Decimal


@frozen
class More:
    """What `step` more of costs brings, by the rules' rounding: how much more support, and from others."""

    step: Decimal
    support: Decimal
    others: Decimal
    flat: Flat | None = None


@frozen
class Bound:
    """Why costs do not bring support without end: `fixed` or `menu` of some sums, else the most `costs` or `support`."""

    of: str
    sums: tuple[Decimal, ...]
    source: str | None
    left: Decimal = ZERO
    """What there is to the most."""


def heights(state: State) -> tuple[Height, ...]:
    """The ceiling that holds, then the programme's where a lower one stands before it. Nothing where none is known."""
    terms = state.terms.support
    mine, programme = terms.ceiling(), terms.programme_ceiling()
    try:
        found, now = seats(state, None, ()), known(state.figures.project.support.value)
        own = any(one.ceiling != _rate(mine) for one in found)
        of = "partners" if own else "rules" if mine == programme else "call"
        rates = [one.ceiling for one in found]
        rows = [_height(found, of, mine, [known(rate) for rate in rates], now)]
        above = _rate(programme)
        if mine != programme and above is not None and any(known(rate) < above for rate in rates):
            rows.append(_height(found, "rules", programme, [above] * len(found), now))
    except CannotBe:
        return ()
    return tuple(row for row in rows if row is not None)


def more_costs(state: State, step: Decimal = STEP) -> tuple[More, ...] | None:
    """What more of costs brings, of any and of those that a flat rate is taken of; None where that depends on whose they are.
    Nothing where costs bring no support.
    """
    try:
        found = seats(state, None, ())
        if len({one.ceiling for one in found}) > 1:
            return None
        seat, rate = found[0], known(found[0].ceiling)
        if any(one.of in ("fixed", "menu") for one in bounds(state)) or seat.sheet.rate_on_public:
            return ()
        plain, flat = _more(seat, rate, step, None), _flat(state, step)
        return (plain,) if flat is None else (plain, _more(seat, rate, EXACT.add(step, flat.amount), flat))
    except CannotBe:
        return ()


def bounds(state: State, step: Decimal = STEP) -> Iterator[Bound]:
    """What the rules and the call set beside the rate, as far as `step` more of costs would meet it."""
    terms, sheet = state.terms, state.figures.project
    model = terms.model()
    fixed, menu = (model.rules.get("lump.fixed") if model else None), terms.support.menu
    for of, rule in (("fixed", fixed), ("menu", menu)):
        if rule is not None and isinstance(rule.value, tuple):
            yield Bound(of, tuple(one for one in rule.value if isinstance(one, Decimal)), rule.source)
    most = [terms.costs.costs_max, model.rules.get("lump.costs_max") if model else None]
    for of, rule, now in (
        *(("costs", rule, sheet.costs.value) for rule in most),
        ("support", terms.support.support_max, sheet.support.value),
    ):
        if rule is not None and isinstance(rule.value, Decimal) and now is not None:
            left = EXACT.subtract(rule.value, now)
            if left < step:
                yield Bound(of, (rule.value,), rule.source, max(ZERO, left))


def _rate(rule: Rule | None) -> Decimal | None:
    return rule.value if rule is not None and isinstance(rule.value, Decimal) else None


def _height(found: list[Seat], of: str, rule: Rule | None, rates: list[Decimal], now: Decimal) -> Height | None:
    rate = _rate(rule)
    if rule is None or rate is None:
        return None
    most = total([_most(seat, one, based(seat)) for seat, one in zip(found, rates, strict=True)])
    return Height(of, rate, most, EXACT.subtract(most, now), rule.source, rule.verified)


def _most(seat: Seat, rate: Decimal, base: Decimal) -> Decimal:
    """The most support at a rate, in the rules' unit and never above it."""
    amount = seat.supported(rate, base)
    return rounded(percent_of(rate, base), seat.unit, "down") if amount > percent_of(rate, base) else amount


def _more(seat: Seat, rate: Decimal, step: Decimal, flat: Flat | None) -> More:
    base = based(seat)
    support = EXACT.subtract(_most(seat, rate, EXACT.add(base, step)), _most(seat, rate, base))
    return More(step, support, EXACT.subtract(step, support), flat)


def _flat(state: State, step: Decimal) -> Flat | None:
    """The flat rates of the cost model on so much more of what they are taken of, those of flat-rate lines with them."""
    rates = [one for one in state.terms.flat_rates(state.terms.model()) if not one.at_most]
    if not rates or not rates[0].base:
        return None
    first = rates[0]
    grown: dict[str, Decimal] = {first.base[0]: step}
    for rate in sorted(rates, key=lambda one: sum(other.category in one.base for other in rates)):
        more = total([grown.get(name, ZERO) for name in rate.base])
        grown[rate.category] = EXACT.add(grown.get(rate.category, ZERO), _flat_of(state, rate, more))
    amount = EXACT.subtract(total(list(grown.values())), step)
    return Flat(first.base, amount) if amount else None


def _flat_of(state: State, rate: FlatRate, more: Decimal) -> Decimal:
    """What a flat rate grows by where its base does, rounded as the rules have it from what the base is now."""
    worths, percent = state.figures.worths, rate.rate.value
    if not isinstance(percent, Decimal):
        return ZERO
    rows = (index for index, row in enumerate(state.budget.costs) if row.category in rate.base and not row.in_kind)
    now = total([worths["cost", index].value or ZERO for index in rows])
    unit = state.terms.unit or Decimal(1).scaleb(-state.budget.decimals)
    ends = (
        rounded(percent_of(percent, base), unit, state.terms.rounding("flat")) for base in (EXACT.add(now, more), now)
    )
    return EXACT.subtract(next(ends), next(ends))
