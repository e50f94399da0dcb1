"""How much support could be applied for: up to the ceiling, or up to what leaves the own and the private money asked for."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.financing import least_of, least_own, own_lines
from budjettitui.checks.support import Ceiling
from budjettitui.findings import Path, Place
from budjettitui.money import EXACT, HUNDRED, ZERO, percent_of, total
from budjettitui.rules import Rule
from budjettitui.values import frozen

PROJECT = Place("project")


@frozen
class Room:
    """The most support by one rule; `wording` says by which: the ceiling, a sum, the least own or the most public money."""

    most: Decimal
    wording: str
    rule: Rule
    least: Decimal = ZERO
    """Of the least own money, what it comes to where nothing else pays."""
    in_kind: tuple[Path, ...] = ()
    """The lines of work in kind that count as own money."""


def narrowest(case: Case, one: Ceiling) -> Room:
    """The rule that leaves the least room."""
    return min(rooms(case, one), key=lambda room: room.most)


def rooms(case: Case, one: Ceiling) -> Iterator[Room]:
    """The most by each rule that is there; other money than own may give way to support as a whole."""
    yield Room(one.allowed, "", one.rule)
    most, net = case.budget.call.support_max, case.figures.project.net_costs
    if most is not None:
        yield Room(most.value, "most", Rule("call.support_max", most.value, case.budget.call.name, True))
    if net is None:
        return
    for own in least_own(case):
        if own.place == PROJECT:
            least = least_of(case, own.rule, net) if case.terms.own.base == "net_need" else own.least
            work = _work(case)
            worth = total([case.figures.worths["funding", index].value or ZERO for index in work])
            cash = max(EXACT.subtract(least, worth), ZERO)
            yield Room(EXACT.subtract(net, cash), "own", own.rule, least, tuple(("funding", index) for index in work))
    public = case.terms.support.public_max
    if public is not None and isinstance(public.value, Decimal) and public.value < HUNDRED:
        yield Room(percent_of(public.value, net), "public", public)


def _work(case: Case) -> list[int]:
    return [index for index in own_lines(case, PROJECT) if case.budget.funding[index].kind == "in-kind"]
