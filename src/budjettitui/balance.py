"""What the screen shows of a budget's figures and no sheet holds as such: the balance, bars, parts of a whole.

All arithmetic that the screen needs stands here, since nothing under `tui` works out money.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from budjettitui.figures import Figures, Sheet
from budjettitui.figures.promises import Item, items
from budjettitui.figures.sums import Spread, Sum
from budjettitui.findings import NOT_YET, Finding, Severity
from budjettitui.money import EXACT, ZERO, less, part_of, percent_of, total
from budjettitui.state import State
from budjettitui.values import frozen

PER_MILLE = 1000


@frozen
class Balance:
    """The five figures at the foot of every page; None where one is unknown. `room` is what support may still grow."""

    costs: Sum
    funding: Decimal | None
    missing: Decimal | None
    support: Sum
    rate: Decimal | None
    ceiling: Decimal | None
    room: Decimal | None
    meets: bool | None
    """True where nothing is missing and nothing is too much; None where that is not known, or not judged yet."""
    ceilings: tuple[Decimal, ...] = ()
    """The ceilings of the partners from the lowest up, where they are not all one; `ceiling` is then what they come to."""


def balance(state: State) -> Balance:
    """The balance of a budget at one moment."""
    sheet = state.figures.project
    ceiling, own = _ceiling(state, None), ceilings(state)
    room = _room(sheet, ceiling)
    if own:
        ceiling, room = _together(state, own)
    return Balance(
        sheet.costs,
        sheet.funding,
        sheet.missing,
        sheet.support,
        sheet.support_rate,
        ceiling,
        room,
        meets(state, sheet.missing),
        tuple(sorted(set(own.values()))),
    )


def ceilings(state: State) -> Mapping[str, Decimal]:
    """The ceiling of each partner, where they are not all one and are not the project's alone; else nothing."""
    if not state.figures.several or state.terms.support.project_alone:
        return {}
    found = {one: _ceiling(state, one) for one in state.figures.partners}
    known = {one: rate for one, rate in found.items() if rate is not None}
    return known if len(known) == len(found) and len(set(known.values())) > 1 else {}


def _ceiling(state: State, partner: str | None) -> Decimal | None:
    rule = state.terms.support.ceiling(state.case.partner(partner) if partner is not None else None)
    return rule.value if rule is not None and isinstance(rule.value, Decimal) else None


def _together(state: State, own: Mapping[str, Decimal]) -> tuple[Decimal | None, Decimal | None]:
    """What the partners' ceilings come to of all costs, and what support may still grow; what is over at one is over."""
    sheets = state.figures.partners
    rooms = [_room(sheets[one], rate) for one, rate in own.items()]
    bases = [sheets[one].rate_base for one in own]
    if any(one is None for one in (*rooms, *bases)):
        return None, None
    known = [one for one in rooms if one is not None]
    most = total([percent_of(rate, sheets[one].rate_base or ZERO) for one, rate in own.items()])
    over = [one for one in known if one < ZERO]
    return part_of(most, total([one for one in bases if one is not None])), total(over or known)


def meets(state: State, missing: Decimal | None) -> bool | None:
    """Whether money meets need, as a sign beside `missing` says it; None where that is not known, or not judged yet."""
    return None if missing is None or state.findings is NOT_YET else missing == ZERO


def falls_short(state: State, left: Decimal | None) -> bool:
    """True where less than nothing is left, which is said once the budget is judged."""
    return left is not None and left < ZERO and state.findings is not NOT_YET


def _room(sheet: Sheet, ceiling: Decimal | None) -> Decimal | None:
    if ceiling is None or sheet.rate_base is None or sheet.rate_support is None or sheet.rate_on_public:
        return None
    return EXACT.subtract(percent_of(ceiling, sheet.rate_base), sheet.rate_support)


def per_mille(rate: Decimal | None) -> int:
    """A percentage as a part of a bar of 1000, never outside it."""
    return 0 if rate is None else max(0, min(PER_MILLE, int(rate * 10)))


def segments(values: Sequence[Decimal], width: int) -> list[int]:
    """How many cells of a bar each value gets: all of them together just `width`, what is above zero at least one."""
    whole = total(list(values))
    if whole <= ZERO or width < len(values):
        return [0] * len(values)
    exact = [int(value * width / whole) for value in values]
    given = [max(1 if value > ZERO else 0, cells) for value, cells in zip(values, exact, strict=True)]
    while sum(given) != width:
        step = 1 if sum(given) < width else -1
        largest = max(range(len(values)), key=lambda number: (given[number] > 1 or step > 0, values[number]))
        given[largest] += step
    return given


@frozen
class Source:
    """Funding that stands in no row: of a share, stated, or what the totals leave over."""

    kind: str
    partner: str | None
    sum: Sum


def unwritten_sources(state: State) -> list[Source]:
    """Support and own money that no funding row carries, without which the sum of the page would not be seen."""
    found = []
    for kind in ("support", "own"):
        spread = state.figures.spreads[f"funding.{kind}"]
        parts = dict(spread.partners) if state.figures.several else {}
        shown = [Source(kind, partner, one) for partner, one in parts.items() if one.known and one.origin != "rows"]
        if not any(one.sum.known for one in shown) and not any(one.origin == "rows" for one in parts.values()):
            shown = [Source(kind, None, spread.project)] if spread.project.origin in ("share", "stated") else []
        found += [one for one in shown if one.sum.value != ZERO]
    return found


@frozen
class Term:
    """One line of how a figure adds up: whose or what it is, taken off or added, and where it stands."""

    name: str
    value: Decimal | None
    minus: bool = False
    partner: str | None = None


def left_over(figures: Figures, quantity: str, partner: str) -> list[Term]:
    """Of a figure that is left over: the stated total, and what the others take off it."""
    spread: Spread = figures.spreads[quantity if quantity in ("costs", "income") else f"funding.{quantity}"]
    if spread.stated is None:
        return []
    others = [Term("other", one.value, True, name) for name, one in spread.partners.items() if name != partner]
    whole = [Term("whole", spread.whole_rows.value, True)] if spread.whole_rows is not None else []
    return [Term("stated", spread.stated.value), *others, *whole]


@frozen
class ItemLine:
    """A budget item with what is left of it once all that is promised is taken off."""

    item: Item
    left: Decimal | None


def item_lines(state: State) -> list[ItemLine]:
    """Every budget item with what is left."""
    return [ItemLine(one, less(one.appropriated, one.promised)) for one in items(state.budget, state.figures)]


def stated_gap(state: State) -> tuple[Sum, Decimal | None] | None:
    """The costs that are stated of the project, and how far the rows are from them; None where nothing is stated.

    The second is None where that is not known, or not judged yet.
    """
    spread = state.figures.spreads["costs"]
    if spread.stated is None or spread.project.origin == "stated":
        return None
    now = None if state.findings is NOT_YET else spread.project.value
    return spread.stated, less(now, spread.stated.value)


def counts(findings: Sequence[Finding]) -> Mapping[Severity, int]:
    """Standing roots by severity."""
    return {severity: sum(1 for one in roots(findings) if one.severity is severity) for severity in Severity}


def roots(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings that stand for themselves: neither consequences nor accepted."""
    return (one for one in findings if one.is_root and one.waived is None)
