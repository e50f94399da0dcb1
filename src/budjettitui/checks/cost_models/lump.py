"""Lump sums: not above their limit, and the fixed sum where it is fixed."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks import ERROR, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import model_anchor
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.checks.support import public_money
from budjettitui.figures import Sheet
from budjettitui.findings import Path, Place
from budjettitui.rules import CostModel, Rule

FAMILY = "cost-models"

_LUMP = HEAD + 'rules = "fi-esrplus-2021"\ncost_model = "lump-sum"\n\n[stated]\ncosts = '
_FIXED = HEAD + 'rules = "fi-esrplus-2021"\ncost_model = "fixed-lump-sum"\n\n[stated]\ncosts = '


def lumps(case: Case) -> Iterator[tuple[Place, Sheet, CostModel, Path]]:
    """Whose sum the limits of a lump sum are for: the project's; each partner's where they have models of their own."""
    partners = [one for one in case.budget.partners if one.cost_model is not None]
    model = case.terms.model()
    if not case.several or not partners:
        model = case.terms.model(partners[0]) if partners else model
        if model is not None:
            place = Place("project")
            yield place, case.figures.project, model, model_anchor(case, place, own=bool(partners))
        return
    for partner in case.budget.partners:
        model = case.terms.model(partner)
        if model is not None and partner.id is not None and partner.id in case.figures.partners:
            place = Place("partner", partner.id)
            anchor = model_anchor(case, place, own=partner.cost_model is not None)
            yield place, case.figures.partners[partner.id], model, anchor


@check(
    "lump-limit",
    ERROR,
    "project",
    good=_LUMP + "200_000\n",
    bad=_LUMP + "200_001\n",
    within=_LUMP + "200_000\n",
    beyond=_LUMP + "200_001\n",
)
def lump_limit(case: Case) -> Iterator[Found]:
    """A lump-sum project is above the limit of a lump sum: of its costs, or of its public funding.

    A limit has no tolerance.

    Rule: 866/2021 14 § (200 000 euros of total costs); 358/2014 8 § (100 000 euros of public funding, 2014-2020).
    """
    for place, sheet, model, anchor in lumps(case):
        rule = model.rules.get("lump.costs_max")
        if rule is not None and sheet.costs.value is not None:
            yield from _above(case, place, anchor, rule, sheet.costs.value, "")
        rule, public = model.rules.get("lump.public_max"), public_money(case)
        if rule is not None and place.table == "project" and public is not None:
            yield from _above(case, place, anchor, rule, public[0], "public")


def _above(case: Case, place: Place, anchor: Path, rule: Rule, actual: Decimal, wording: str) -> Iterator[Found]:
    if isinstance(rule.value, Decimal) and actual > rule.value:
        yield Found(
            place,
            anchor,
            wording=wording,
            partner=place.name,
            expected=rule.value,
            actual=actual,
            approximate=case.figures.project.costs.about,
            unverified=unverified(rule),
            source=source(rule),
        )


@check(
    "lump-fixed",
    ERROR,
    "project",
    good=_FIXED + "50_000\n",
    bad=_FIXED + "50_001\n",
    within=_FIXED + "50_000\n",
    beyond=_FIXED + "50_001\n",
)
def lump_fixed(case: Case) -> Iterator[Found]:
    """The costs are not the fixed lump sum.

    The sum is the project's total cost, of which the support is its percentage; it can be neither split nor changed.

    Rule: `lump.fixed` of the cost model (50 000 euros since 19.5.2022, rakennerahastot.fi).
    """
    for place, sheet, model, anchor in lumps(case):
        rule, costs = model.rules.get("lump.fixed"), sheet.costs.value
        if rule is None or not isinstance(rule.value, tuple) or costs is None:
            continue
        sums = sorted(value for value in rule.value if isinstance(value, Decimal))
        if sums and costs not in sums:
            yield Found(
                place,
                anchor,
                {"sums": tuple(sums)},
                partner=place.name,
                expected=min(sums, key=lambda one: (abs(one - costs), one)),
                actual=costs,
                approximate=sheet.costs.about,
                unverified=unverified(rule),
                source=source(rule),
            )
