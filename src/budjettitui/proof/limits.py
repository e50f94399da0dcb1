"""Proofs of limits: a sum that the call or the rules set beside the costs, the support, the public or own money."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import where
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.lump import lumps
from budjettitui.checks.financing import Least, least_own, own_lines
from budjettitui.checks.room import narrowest
from budjettitui.checks.secured import surely_private
from budjettitui.checks.support import public_parts, room_below_ceiling
from budjettitui.findings import Finding, Path, Place
from budjettitui.money import EXACT, ONE, ZERO, percent_of, rounded, total
from budjettitui.proof.gaps import net_costs
from budjettitui.proof.rates import PROJECT, base, ceiling, rated_support
from budjettitui.proof.reading import Reading
from budjettitui.proof.steps import ProofStep, apart, comes_to, limit
from budjettitui.rules import Rule
from budjettitui.traits import is_in_kind, is_kind


def support_limit(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The least or most support, the support, and how far apart they are."""
    below = finding.wording == "below"
    rule = case.terms.support.support_min if below else case.terms.support.support_max
    if rule is not None:
        yield limit(case, "least" if below else "most", rule)
    yield from Reading(case).sum("support", case.figures.project.support)
    yield from apart(finding)


def menu(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The allowed lump sums, the nearest of them, the support, and how far apart they are."""
    yield from _sums(case, finding, case.terms.support.menu)
    yield from Reading(case).sum("support", case.figures.project.support)
    yield from apart(finding, what="difference")


def _sums(case: Case, finding: Finding, rule: Rule | None) -> Iterator[ProofStep]:
    """The sums that a rule allows; the one nearest to what there is last."""
    if rule is None:
        return
    for value in rule.value if isinstance(rule.value, tuple) else ():
        if isinstance(value, Decimal) and value != finding.expected:
            yield limit(case, "allowed_sum", rule, value=value)
    yield limit(case, "nearest_sum", rule, value=finding.expected)


def costs_limit(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The most costs, the costs (with in-kind work where the rules count it), and how far they are over."""
    rule = case.terms.costs.costs_max
    if rule is not None:
        yield limit(case, "most", rule)
    yield from costs(Reading(case), PROJECT)
    yield from apart(finding)


def costs(file: Reading, place: Place) -> Iterator[ProofStep]:
    """The costs, and the in-kind costs that count with them."""
    sheet = file.sheet(place)
    yield from file.sum("costs", sheet.costs)
    if sheet.rate_in_kind and sheet.costs.value is not None:
        yield ProofStep("in_kind_costs", sheet.rate_in_kind, "+")
        yield from file.rows(_in_kind(file.case), 1)
        yield ProofStep("adds_up", EXACT.add(sheet.costs.value, sheet.rate_in_kind), "=")


def _in_kind(case: Case) -> list[Path]:
    return [("cost", index) for index in where(case.budget.costs, is_in_kind)]


def small_project(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The sum up to which a simplified cost model is asked for, and the costs or the public money."""
    public = finding.wording == "public"
    rule = case.terms.rules.rule("support.simplified_max" if public else "costs.simplified_max")
    if rule is not None:
        yield limit(case, "most", rule)
    yield from _public(Reading(case)) if public else Reading(case).sum("costs", case.figures.project.costs)
    yield from apart(finding, what="below")


def lump(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The limit of a lump sum, or the fixed sum, and the costs or the public money."""
    model = next((model for place, _, model, _ in lumps(case) if place == finding.place), None)
    key = "fixed" if finding.check == "lump-fixed" else "public_max" if finding.wording == "public" else "costs_max"
    rule = model.rules.get(f"lump.{key}") if model is not None else None
    if key == "fixed":
        yield from _sums(case, finding, rule)
    elif rule is not None:
        yield limit(case, "most", rule)
    file = Reading(case)
    yield from _public(file) if key == "public_max" else file.sum("costs", file.sheet(finding.place).costs)
    yield from apart(finding, what="difference" if key == "fixed" else "")


# public and own money --------------------------------------------------------------------------------------------
def public_limit(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """All funding and the part of it that may be public, or a sum; the public money, and how far it is over."""
    file, funding = Reading(case), finding.values.get("funding")
    if isinstance(funding, Decimal) and case.terms.support.public_max is not None:
        yield from file.funding(file.sheet(PROJECT), "")
        yield ProofStep("all_funding", funding, "=")
        yield limit(case, "ceiling", case.terms.support.public_max, "x", percent=True)
        allowed = percent_of(_number(case.terms.support.public_max), funding)
        yield comes_to("allowed_public", allowed, finding.expected)
    elif case.terms.support.public_amount_max is not None:
        yield limit(case, "most", case.terms.support.public_amount_max)
    yield from _public(file)
    parts = case.figures.project.funding_parts
    tolerance = case.tolerance(parts, finding.actual, funding) if isinstance(funding, Decimal) else None
    yield from apart(finding, tolerance)


def _public(file: Reading) -> Iterator[ProofStep]:
    """What makes the public money: kinds of funding, lines and own money of public bodies, less what is not public."""
    parts = list(public_parts(file.case))
    sign = ""
    for one in parts:
        if one.kind and one.value:
            yield from file.sum(f"funding.{one.kind}", file.sheet(PROJECT).kinds[one.kind], sign)
        elif one.path is not None:
            minus = one.value < ZERO
            yield ProofStep("part", abs(one.value), "-" if minus else sign, file.name(one.path), path=one.path)
        sign = "+" if one.value or one.path is not None else sign
    yield ProofStep("public_money", total([one.value for one in parts]), "=" if sign else "")


def own_least(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """What the least own funding is a percentage of, the least rounded, and the own funding with what counts as it."""
    one = next((one for one in least_own(case) if one.place == finding.place), None)
    if one is None:
        return
    file = Reading(case)
    yield from _least_base(file, one)
    yield limit(case, "least_rate", one.rule, "x", percent=True)
    exact = percent_of(_number(one.rule), one.base)
    yield ProofStep("least", exact, "=")
    if exact != one.least:
        unit = case.terms.unit or ONE.scaleb(-case.budget.decimals)
        yield ProofStep("rounded", rounded(exact, unit, case.terms.rounding("own")), "~")
    yield from own(file, one.place)
    yield from apart(finding, case.tolerance(1, one.own, one.least))


def room(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The ceiling; or the net costs less the own money that is asked, or the part of them that may be public."""
    one = room_below_ceiling(case)
    left = narrowest(case, one) if one is not None else None
    if one is None or left is None or left.wording not in ("own", "public"):
        yield from ceiling(case, finding)
        return
    file, rate = Reading(case), _number(left.rule)
    if left.wording == "public":
        yield from net_costs(file, PROJECT)
        yield limit(case, "ceiling", left.rule, "x", percent=True)
        yield comes_to("allowed_public", left.most, finding.expected)
    else:
        base = next(own.base for own in least_own(case) if own.place == PROJECT)
        yield from _of_all(file, base)
        yield limit(case, "least_rate", left.rule, "x", percent=True)
        exact = percent_of(rate, base if case.terms.own.base != "net_need" else case.figures.project.net_costs or ZERO)
        yield ProofStep("least", exact, "=")
        if exact != left.least:
            yield ProofStep("rounded", left.least, "~")
        yield from net_costs(file, PROJECT)
        yield ProofStep("least", left.least, "-")
        yield from file.rows(list(left.in_kind), sign="+")
        yield comes_to("allowed_support", left.most, finding.expected)
    yield from rated_support(file, PROJECT, one.sheet)
    yield from apart(finding, one.tolerance, "below")


def _of_all(file: Reading, base: Decimal) -> Iterator[ProofStep]:
    """What the least own money is taken on, where nothing else pays."""
    if file.case.terms.own.base == "net_need":
        yield from net_costs(file, PROJECT)
    else:
        yield from _least_base(file, next(own for own in least_own(file.case) if own.base == base))


def _least_base(file: Reading, one: Least) -> Iterator[ProofStep]:
    sheet, of = file.sheet(one.place), file.case.terms.own.base
    if of in ("costs", "costs_and_in_kind"):
        yield from file.sum("costs", sheet.costs)
        if of == "costs_and_in_kind" and one.base != sheet.costs.value:
            yield from file.rows(_in_kind(file.case), sign="+")
            yield ProofStep("adds_up", one.base, "=")
        return
    yield from net_costs(file, one.place)
    if of == "net_need":
        yield from file.funding(sheet, "-", but=("support", "own"))
        yield ProofStep("net_need", one.base, "=")


def own(file: Reading, place: Place) -> Iterator[ProofStep]:
    """Own funding, and what else counts as it: what partners pay for each other, in-kind work where it counts."""
    sheet = file.sheet(place)
    yield from file.sum("own", sheet.own)
    more: list[Path] = [("funding", index) for index in own_lines(file.case, place)]
    if more:
        yield from file.rows(more, sign="+")
        values = [file.amount(path) or ZERO for path in more]
        yield ProofStep("own_money", EXACT.add(sheet.own.value or ZERO, total(values)), "=")


def every_partner(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """That a partner has none of its own and none that another pays for it."""
    yield from own(Reading(case), finding.place)


def required(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """A funder's required money: support that is all costs, a kind that is nothing, or too little other public money."""
    file, sheet = Reading(case), case.figures.project
    if finding.wording == "whole":
        yield from base(file, PROJECT)
        yield from file.sum("support", sheet.support, "-")
        yield ProofStep("left", EXACT.subtract(sheet.rate_base or ZERO, sheet.support.value or ZERO), "=")
    elif finding.wording == "share":
        yield from _other_public(file, finding)
    elif (kind := str(finding.values.get("kind"))) in sheet.kinds:
        yield from file.sum(f"funding.{kind}", sheet.kinds[kind])


def _other_public(file: Reading, finding: Finding) -> Iterator[ProofStep]:
    """All funding less what is private, the least part of it that is no support, and what there is."""
    case, sheet = file.case, file.case.figures.project
    rule = case.terms.rules.rule("support.other_public_min")
    yield from file.funding(sheet, "")
    private: list[Path] = [("funding", index) for index in surely_private(case)]
    yield from file.rows(private, signs=["-"] * len(private))
    support = sheet.support.value or ZERO
    public = EXACT.add(finding.actual or ZERO, support)
    yield ProofStep("public_money", public, "=")
    if rule is not None:
        yield limit(case, "least_rate", rule, "x", percent=True)
        yield comes_to("least", percent_of(_number(rule), public), finding.expected)
    yield ProofStep("public_money", public)
    yield from file.sum("support", sheet.support, "-")
    yield ProofStep("other_public", finding.actual, "=")
    yield from apart(finding, case.tolerance(1, finding.actual, support))


# in-kind work ----------------------------------------------------------------------------------------------------
def in_kind(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """In-kind costs beside in-kind funding; or own and in-kind funding, and what part of them may be in-kind."""
    file = Reading(case)
    lines: list[Path] = [("funding", index) for index in where(case.budget.funding, is_kind, "in-kind")]
    if finding.wording in ("differs", "gap"):
        costs = _in_kind(case)
        yield from file.rows(costs)
        yield ProofStep("in_kind_costs", finding.expected, "=")
        yield from file.rows(lines)
        yield ProofStep("in_kind_funding", finding.actual, "=")
        tolerance = case.tolerance(len(costs) + len(lines), finding.actual, finding.expected)
        yield from apart(finding, tolerance, "difference")
    elif finding.expected is not None:
        most, sheet = case.terms.rules.rule("self_financing.in_kind_max"), case.figures.project
        yield from file.sum("own", sheet.own)
        yield from file.rows(lines, sign="+")
        whole = EXACT.add(sheet.own.value or ZERO, finding.actual or ZERO)
        yield ProofStep("adds_up", whole, "=")
        if most is not None:
            yield limit(case, "ceiling", most, "x", percent=True)
            yield comes_to("most", percent_of(_number(most), whole), finding.expected)
        yield from file.rows(lines)
        yield ProofStep("in_kind_funding", finding.actual, "=")
        yield from apart(finding, case.tolerance(1, finding.actual, sheet.own.value))


def _number(rule: Rule) -> Decimal:
    return rule.value if isinstance(rule.value, Decimal) else ZERO
