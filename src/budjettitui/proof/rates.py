"""Proofs of rates: the base, the ceiling and what it allows, the support beside it; two rates beside each other."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import where
from budjettitui.checks.case import Case
from budjettitui.checks.lifecycle import granted_support
from budjettitui.checks.support import (
    Ceiling,
    fund_supports,
    fund_tested,
    own_ceilings,
    partner_ceilings,
    project_ceiling,
    room_below_ceiling,
)
from budjettitui.figures import Sheet
from budjettitui.findings import Finding, Path, Place
from budjettitui.model import Stated
from budjettitui.money import EXACT, ZERO, percent_of, ratio, to_decimals
from budjettitui.proof.gaps import net_costs, stated_path
from budjettitui.proof.reading import Reading
from budjettitui.proof.steps import ProofStep, apart, comes_to, limit
from budjettitui.rules import Rule
from budjettitui.traits import is_in_kind
from budjettitui.values import replace

PROJECT = Place("project")


def ceiling(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The base, the ceiling, what it allows, the support, how far it is over, and what rounding allows."""
    if finding.place.table == "fund":
        yield from fund(case, finding)
        return
    of_project = room_below_ceiling(case) if finding.check == "support-unused" else project_ceiling(case)
    every = [one for one in (of_project, *partner_ceilings(case)) if one is not None]
    of_it = [one for one in every if one.place == finding.place]
    one = next((one for one in of_it if one.rule.value == finding.values.get("ceiling")), next(iter(of_it), None))
    if one is None:
        return
    file = Reading(case)
    yield from base(file, one.place)
    if one.own:
        named = _owner(case, one)
        yield limit(case, "ceiling", one.rule, "x", percent=True, name=named)
    else:
        yield limit(case, "ceiling", one.rule, "x", percent=True)
    if one.raised:
        yield ProofStep("adds_up", percent_of(one.rate, one.base), "=")
        yield from _raised(case, one, lower=finding.check == "support-unused")
    if finding.wording == "most":
        yield ProofStep("allowed_support", one.allowed, "=")
        yield ProofStep("most", finding.expected, path=("call", "support_max"))
    else:
        yield comes_to("allowed_support", one.allowed, finding.expected)
    yield from _support(file, one)
    yield from apart(finding, one.tolerance, "" if one.over > ZERO else "below")


def _owner(case: Case, one: Ceiling) -> str:
    """Whose own ceiling it is: of the project's sheet, the one applicant's."""
    return one.place.name or (case.figures.books.ids[0] if case.figures.books.ids else "")


def _raised(case: Case, one: Ceiling, *, lower: bool) -> Iterator[ProofStep]:
    """What partners with a ceiling of their own are allowed above the rate; below it too, of what could be applied for."""
    higher = case.terms.support.scope == "partner"
    for own in own_ceilings(case, one.rate):
        if own.more is None or own.points is None or not (higher if own.higher else lower):
            continue
        partner, path = case.budget.partners[own.index], ("partner", own.index, "support_rate_max")
        word, sign = ("raised", "+") if own.higher else ("lowered", "-")
        yield ProofStep(word, abs(own.more), sign, partner.label, path=path)
        yield from base(Reading(case), Place("partner", partner.id), indent=1)
        yield ProofStep(f"{word}_points", abs(own.points), "x", percent=True, indent=1, path=path)


def _support(file: Reading, one: Ceiling) -> Iterator[ProofStep]:
    """The support, less the lines whose fund has a ceiling of its own."""
    yield from rated_support(file, one.place, one.sheet)
    apart_from_it = one.support != one.sheet.rate_support and not one.own
    aside = [index for index, value in fund_tested(file.case, one.place) if value] if apart_from_it else []
    if aside:
        for index in aside:
            yield ProofStep("of_fund", file.amount(("funding", index)), "-", file.name(("funding", index)),
                       path=("funding", index))  # fmt: skip
        yield ProofStep("adds_up", one.support, "=")


def rated_support(file: Reading, place: Place, sheet: Sheet, sign: str = "") -> Iterator[ProofStep]:
    """The support that a rate is taken of; of several documents, that of the one that has costs too."""
    if sheet.rate_support == sheet.support.value:
        yield from file.sum("support", sheet.support, sign)
        return
    stated = _within_one(file, place, sheet)
    path = file.at((*stated.anchor, "support")) if stated is not None else None
    yield ProofStep("support", sheet.rate_support, sign, origin="stated", path=path)


def base(file: Reading, place: Place, sign: str = "", indent: int = 0) -> Iterator[ProofStep]:
    """What a rate is taken on: costs, less income where the rules say so, with in-kind costs where they say so."""
    sheet = file.sheet(place)
    if sheet.rate_on_public:
        path = public_path(file, place, sheet.rate_base)
        yield ProofStep("public_funding", sheet.rate_base, sign, origin="stated", path=path, indent=indent)
        return
    for step in _base(file, place, sheet, sign):
        yield replace(step, indent=step.indent + indent)


def _base(file: Reading, place: Place, sheet: Sheet, sign: str) -> Iterator[ProofStep]:
    whole = sheet.rate_base
    cash = EXACT.subtract(whole, sheet.rate_in_kind) if whole is not None else None
    if cash is None or cash == sheet.costs.value:
        yield from file.sum("costs", sheet.costs, sign)
    elif cash == sheet.net_costs:
        yield from net_costs(file, place, sign)
    else:
        yield from _stated_base(file, place, sheet, cash, sign)
    if sheet.rate_in_kind:
        yield ProofStep("in_kind_costs", sheet.rate_in_kind, "+")
        rows = file.case.budget.costs
        paths: list[Path] = [
            ("cost", index)
            for index in where(rows, is_in_kind)
            if place.table == "project" or file.case.figures.books.owner(rows[index]) == place.name
        ]
        yield from file.rows(paths, 1)
        yield ProofStep("adds_up", whole, "=")


def _stated_base(file: Reading, place: Place, sheet: Sheet, cash: Decimal, sign: str) -> Iterator[ProofStep]:
    """Costs and income of the one document that the rate is taken within."""
    stated = _within_one(file, place, sheet)
    costs = file.amount((*stated.anchor, "costs")) if stated is not None else None
    if stated is None or costs is None:
        yield ProofStep("costs", cash, sign, origin="stated")
        return
    yield ProofStep("costs", costs, sign, origin="stated", path=file.at((*stated.anchor, "costs")))
    if costs != cash:
        yield ProofStep("income", file.amount((*stated.anchor, "income")), "-", origin="stated",
                   path=file.at((*stated.anchor, "income")))  # fmt: skip
        yield ProofStep("net_costs", cash, "=")


def _within_one(file: Reading, place: Place, sheet: Sheet) -> Stated | None:
    """The first document that has both costs and support of a place."""
    of = "project" if place.table == "project" else f"partner.{place.name}"
    for stated in file.case.figures.books.stated(of):
        keys = [file.amount((*stated.anchor, key)) for key in ("costs", "support")]
        if None not in keys and keys[1] == sheet.rate_support:
            return stated
    return None


def public_path(file: Reading, place: Place, value: Decimal | None) -> Path | None:
    """Where the public funding that a rate is taken on is stated."""
    of = "project" if place.table == "project" else f"partner.{place.name}"
    for stated in file.case.figures.books.stated(of):
        path = (*stated.anchor, "public_funding")
        if value is not None and file.amount(path) == value:
            return file.at(path)
    return stated_path(file, place, "public_funding")


# of a fund ---------------------------------------------------------------------------------------------------------
def fund(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The costs of those who receive a fund's support, its rate of them or its sum, and its support lines."""
    one = next((one for one in fund_supports(case) if one.fund == finding.place.name), None)
    if one is None:
        return
    file, rate = Reading(case), finding.values.get("ceiling")
    if isinstance(rate, Decimal):
        for number, owner in enumerate(one.owners):
            yield from base(file, Place("partner", owner), "+" if number else "")
        if not one.owners:
            yield from base(file, PROJECT)
        if len(one.owners) > 1:
            yield ProofStep("adds_up", one.base, "=")
        rule = Rule(f"call.funds.{one.fund}.rate_max", rate, case.budget.call.name, True)
        yield limit(case, "ceiling", rule, "x", percent=True)
        yield comes_to("allowed_support", percent_of(rate, one.base or ZERO), finding.expected)
    else:
        yield ProofStep("most", finding.expected, path=("call", "funds", one.fund, "max"))
    yield from file.rows([("funding", index) for index in one.lines])
    yield ProofStep("adds_up", one.support, "=")
    tolerance = case.tolerance(one.parts, one.support, one.base) if isinstance(rate, Decimal) else None
    yield from apart(finding, tolerance)


# rates beside each other ---------------------------------------------------------------------------------------------
def stated_percent(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The support divided by its base, and the rate that is stated."""
    yield from rate(Reading(case), finding.place)
    yield ProofStep("stated", finding.actual, percent=True, path=finding.anchor)
    yield from apart(finding, what="difference")


def rate(file: Reading, place: Place) -> Iterator[ProofStep]:
    """The support, divided by what it is a percentage of."""
    sheet = file.sheet(place)
    yield from base(file, place)
    yield from rated_support(file, place, sheet)
    yield ProofStep("base", sheet.rate_base, "/")
    yield ProofStep("rate", _shown(sheet.support_rate), "=", percent=True)


def _shown(rate: Decimal | None) -> Decimal | None:
    return None if rate is None else to_decimals(rate, 6)


def above_programme(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The rule set's ceiling, the call's, and the points between them."""
    rule = case.terms.support.programme_ceiling()
    if rule is not None:
        yield limit(case, "ceiling_of_rules", rule, percent=True)
        yield ProofStep("ceiling_of_call", finding.actual, percent=True, path=finding.anchor)
        yield from apart(finding)


def on_public(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The support as a percentage of the public funding that is stated in the place of costs."""
    file, sheet = Reading(case), case.figures.project
    yield from rated_support(file, finding.place, sheet)
    yield from base(file, finding.place, "/")
    yield ProofStep("rate", _shown(sheet.support_rate), "=", percent=True)


def realised(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The rate that was granted, of the costs that came about, beside the support that was paid."""
    granted, paid = granted_support(case), Reading(case, "realised")
    if granted is None:
        return
    decided = Reading(case, granted.stage)
    yield from base(decided, PROJECT)
    yield from rated_support(decided, PROJECT, decided.sheet(PROJECT))
    yield ProofStep("base", granted.base, "/")
    yield ProofStep("granted_rate", _shown(ratio(granted.support, granted.base)), "=", percent=True)
    yield from base(paid, PROJECT)
    yield ProofStep("granted_support", granted.support, "x")
    yield ProofStep("granted_base", granted.base, "/")
    yield ProofStep("allowed_support", finding.expected, "~")
    yield from rated_support(paid, PROJECT, paid.sheet(PROJECT))
    sheet = paid.sheet(PROJECT)
    yield from apart(finding, case.tolerance(sheet.support.parts, sheet.rate_support, sheet.rate_base))
