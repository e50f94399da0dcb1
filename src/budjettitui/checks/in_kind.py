"""In-kind work as a source of funding: does the funder take it, how much of it, and is it the in-kind costs."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import where
from budjettitui.checks import ERROR, WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.checks.sources import money, row_found
from budjettitui.model import Funding, place_of
from budjettitui.money import EXACT, ZERO, percent_of, told, total
from budjettitui.rules import Rule
from budjettitui.traits import is_in_kind, is_kind
from budjettitui.values import replace

FAMILY = "financing"

_HOURS = '\n[[cost]]\ncategory = "personnel"\ndescription = "Volunteers"\nin_kind = true\namount = 5_000\n'


@check(
    "in-kind",
    ERROR,
    "row",
    good=HEAD + _HOURS + money("in-kind", "5_000"),
    bad=(
        HEAD + 'rules = "fi-esrplus-2021"\n' + _HOURS + money("in-kind", "5_000"),
        HEAD + _HOURS + money("in-kind", "6_000"),
    ),
    within=HEAD + _HOURS + money("in-kind", "5_002"),
    beyond=HEAD + _HOURS + money("in-kind", "5_003"),
)
def in_kind(case: Case) -> Iterator[Found]:
    """In-kind work stands as funding where the rules take none, above their cap, or other than the in-kind costs.

    Volunteer work is a cost and a source at once, of the same worth. The structural funds take none at all; where it is
    capped, it may be so much of the own funding, itself included. Where no line tells of in-kind costs they are not
    compared.

    Rule: call.in_kind_counts, else self_financing.in_kind and in_kind_max of the rule set; 866/2021 24 § 2 k.
    """
    lines = [(index, case.budget.funding[index]) for index in where(case.budget.funding, is_kind, "in-kind")]
    worths = [case.figures.worths["funding", index].value for index, _ in lines]
    rule = case.terms.own.in_kind
    if rule is not None and rule.value == "forbidden":
        yield from _banned(case, lines, rule)
        return
    known = [value for value in worths if value is not None]
    if not lines or len(known) < len(worths):
        return
    yield from _capped(case, lines[0], total(known), rule)
    yield from _differs(case, lines[0], total(known), len(known), rule)


def _banned(case: Case, lines: list[tuple[int, Funding]], rule: Rule) -> Iterator[Found]:
    """Every line of it; the costs where no funding line tells of them and the rules take no in-kind work at all.

    A call that does not count it as own funding may still take it as a cost.
    """
    for index, row in lines:
        if case.figures.worths["funding", index].value:
            yield replace(row_found(case, index, row, rule), wording="banned")
    by_call = rule.key.startswith("call.")
    for index in where(case.budget.costs, is_in_kind):
        cost, worth = case.budget.costs[index], case.figures.worths["cost", index].value
        if worth and not lines and not by_call:
            yield Found(
                place_of("cost", index, cost),
                ("cost", index, "in_kind"),
                wording="cost",
                partner=cost.partner,
                actual=worth,
                unverified=unverified(rule),
                source=source(rule),
            )


def _capped(case: Case, first: tuple[int, Funding], added: Decimal, rule: Rule | None) -> Iterator[Found]:
    most, own = case.terms.rules.rule("self_financing.in_kind_max"), case.figures.project.own.value
    if rule is None or rule.value != "capped" or most is None or own is None or not isinstance(most.value, Decimal):
        return
    allowed = percent_of(most.value, EXACT.add(own, added))
    over = EXACT.subtract(added, allowed)
    if over > case.tolerance(1, added, own):
        found = row_found(case, *first, most, percent=most.value, own=EXACT.add(own, added))
        yield replace(found, actual=added, expected=told(allowed, added, case.budget.decimals))


def _differs(case: Case, first: tuple[int, Funding], added: Decimal, parts: int, rule: Rule | None) -> Iterator[Found]:
    rows = where(case.budget.costs, is_in_kind)
    worths = [case.figures.worths["cost", index].value for index in rows]
    known = [value for value in worths if value is not None]
    if not rows or "cost" in case.budget.unread or len(known) < len(worths):
        return
    miss = EXACT.subtract(added, total(known))
    if miss == ZERO:
        return
    index, row = first
    within = abs(miss) <= case.tolerance(parts + len(known), added, total(known))
    yield Found(
        place_of("funding", index, row),
        ("funding", index),
        {"row": row.description or "", "key": "amount"},
        "gap" if within else "differs",
        severity=None if within or rule is not None else WARNING,
        partner=row.recipient,
        expected=total(known),
        actual=added,
        unverified=unverified(rule),
        source=source(rule),
        check="rounded-parts" if within else "",
    )
