"""Whether the cost model that is chosen is open to this project, and its conditions are met."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import values
from budjettitui.checks import ERROR, WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import ModelBooks, books, model_anchor, unverified_model
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.checks.support import public_money
from budjettitui.findings import Path, Place
from budjettitui.money import EXACT, ZERO, percent_of, to_decimals
from budjettitui.rules import CostModel, FlatRate, Rule
from budjettitui.traits import unit_of
from budjettitui.values import frozen

FAMILY = "cost-models"

_INTERREG = HEAD + 'rules = "eu-interreg-2021"\ncost_model = "{model}"\n\n[call]\nflat_rates = {rates}\n'
_STAFF = '\n[[cost]]\ncategory = "staff"\ndescription = "Staff"\namount = 100_000\n'


def chosen(case: Case) -> Iterator[tuple[Place, CostModel, Path]]:
    """The cost models that are chosen: the project's, and those of partners that have their own."""
    model = case.terms.model()
    if model is not None:
        yield Place("project"), model, ("project", "cost_model")
    for index, partner in enumerate(case.budget.partners):
        model = case.terms.rules.cost_models.get(partner.cost_model or "")
        if model is not None:
            place = Place("partner", partner.id) if case.several else Place("project")
            yield place, model, ("partner", index, "cost_model")


@check(
    "flat-combination",
    ERROR,
    "partner",
    good=_INTERREG.format(model="actual", rates="{ office = 15, travel = 15 }") + _STAFF,
    bad=(
        _INTERREG.format(model="flat-40", rates="{ office = 15 }") + _STAFF,
        _INTERREG.format(model="actual", rates="{ office = 15, office-direct = 7 }") + _STAFF,
    ),
)
def flat_combination(case: Case) -> Iterator[Found]:
    """Two flat rates are chosen that exclude each other, since both would pay the same costs.

    In Interreg the 40 % for all other costs excludes the rates for office, travel and staff, and the office rate on
    staff excludes the one on direct costs. A rate that the call names for the cost model of another partner is no
    fault of this one.

    Rule: what a flat rate may not stand beside, in the cost model of the rule set.
    """
    models = list(chosen(case))
    used = {rate.id for _, model, _ in models for rate in case.terms.flat_rates(model)}
    for place, model, anchor in models:
        for first, second in _pairs(case, model, used):
            named = second if second in case.budget.call.flat_rates else first.id
            here: Path = ("call", "flat_rates", named) if named in case.budget.call.flat_rates else anchor
            values = {"first": first.id, "second": second}
            yield Found(
                place, here, values, partner=place.name, unverified=unverified_model(model), source=source(first.rate)
            )


def _pairs(case: Case, model: CostModel, used: set[str]) -> Iterator[tuple[FlatRate, str]]:
    """The flat rates of a model with what they exclude and the budget takes: each pair once."""
    rates = case.terms.flat_rates(model)
    own = {rate.id for rate in rates}
    known = {rate.id for rate in model.flat_rates}
    told: set[frozenset[str]] = set()
    for rate in rates:
        for other in rate.not_with:
            asked = other in case.budget.call.flat_rates and other not in known and other not in used
            if (other in own or asked) and frozenset((rate.id, other)) not in told:
                told.add(frozenset((rate.id, other)))
                yield rate, other


@check(
    "model-kind",
    ERROR,
    "project",
    good=HEAD + 'rules = "fi-esrplus-2021"\ncost_model = "flat-40"\nkind = "development"\n',
    bad=HEAD + 'rules = "fi-esrplus-2021"\ncost_model = "flat-40"\nkind = "investment"\n',
)
def model_kind(case: Case) -> Iterator[Found]:
    """The cost model is not open to this kind of project.

    The flat rate of 40 % is for development projects: an investment needs its own application on its own model.

    Rule: the kinds of project of the cost model in the rule set.
    """
    kind = case.budget.project.kind
    for place, model, anchor in chosen(case):
        if kind is not None and model.project_kinds and kind not in model.project_kinds:
            values = {"model": model.id, "kind": kind, "kinds": model.project_kinds}
            yield Found(
                place, anchor, values, partner=place.name, unverified=unverified_model(model), source=model.source
            )


# conditions ----------------------------------------------------------------------------------------------------------
@frozen
class Gate:
    """One of the conditions that open a flat rate: a sum, and the least it has to be (both in currency)."""

    name: str
    rule: Rule
    least: Decimal
    actual: Decimal

    @property
    def short(self) -> Decimal:
        """How much is missing."""
        return EXACT.subtract(self.least, self.actual)


_SEVEN = HEAD + 'rules = "fi-esrplus-2021"\ncost_model = "flat-7"\n'


def _lines(staff: str, services: str, other: str) -> str:
    lines = (("personnel", staff), ("services", services), ("other", other))
    return "".join(
        f'\n[[cost]]\ncategory = "{name}"\ndescription = "{name}"\namount = {amount}\n' for name, amount in lines
    )


@check(
    "flat-condition",
    ERROR,
    "partner",
    good=_SEVEN + _lines("100_000", "30_000", "10_000"),
    bad=_SEVEN + _lines("100_000", "29_000", "19_000"),
    within=_SEVEN + _lines("100_000", "30_000", "10_000"),
    beyond=_SEVEN + _lines("100_000", "29_999", "10_000"),
)
def flat_condition(case: Case) -> Iterator[Found]:
    """A flat rate is chosen whose conditions are not met.

    The 7 % of the structural funds is open to those who have no staff costs at all, or buy services for at least 30 %,
    or travel for at least 20 %, of their staff costs. The conditions are limits and have no tolerance.

    Rule: 866/2021 9 § 1 mom. and 11 § 1 mom.; `condition.…` of the cost model in the rule set.
    """
    for one in books(case):
        found = gates(case, one)
        if found and all(gate.short > ZERO for gate in found):
            nearest = min(found, key=lambda gate: gate.short)
            shown: dict[str, object] = {f"{gate.name}_least": gate.least for gate in found}
            shown |= {gate.name: gate.actual for gate in found}
            shown |= {f"{gate.name}_rate": gate.rule.value for gate in found}
            rules = [gate.rule for gate in found]
            yield Found(
                one.place,
                model_anchor(case, one.place, own=one.own_model),
                {"model": one.model.id, **shown},
                partner=one.partner,
                expected=nearest.least,
                actual=nearest.actual,
                unverified=unverified(*rules),
                source=source(*rules),
            )


def gates(case: Case, one: ModelBooks) -> list[Gate]:
    """The conditions of a partner's cost model; none where there is no staff, or a sum is not known.

    A line of a category that the rules do not have may be of any of theirs.
    """
    rules = case.terms.rules
    if not rules.any_category and any(category not in rules.categories for category, _ in one.named):
        return []
    names = [name for name in ("services", "travel") if f"condition.{name}_min" in one.model.rules]
    staff = one.sum_of(case.terms.texts("condition.staff_in", one.model))
    found = []
    for name in names:
        rule = one.model.rules[f"condition.{name}_min"]
        actual = one.sum_of(case.terms.texts(f"condition.{name}_in", one.model))
        if not staff or actual is None or not isinstance(rule.value, Decimal):
            return []
        found.append(Gate(name, rule, to_decimals(percent_of(rule.value, staff), case.budget.decimals), actual))
    return found


# small projects ------------------------------------------------------------------------------------------------------
_SMALL = HEAD + 'rules = "fi-esrplus-2021"\ncost_model = "actual"\n\n[stated]\ncosts = '


@check(
    "simplified-required",
    WARNING,
    "project",
    good=_SMALL + "200_001\n",
    bad=_SMALL + "200_000\n",
    within=_SMALL + "200_001\n",
    beyond=_SMALL + "200_000\n",
)
def simplified_required(case: Case) -> Iterator[Found]:
    """A small project plans on real costs, where the rules ask for a simplified cost option.

    Up to 200 000 euros of total costs the EU's funds are to be granted on a flat rate, unit costs or a lump sum. State
    aid and research are excepted, which a budget does not show: so it is a question.

    Rule: (EU) 2021/1060 art. 53(2); 358/2014 7 § 6 mom. for projects of the ESF 2014-2020.
    """
    models = list(chosen(case))
    if not models or any(_is_simplified(case, model) for _, model, _ in models):
        return
    public = public_money(case)
    costs = case.figures.project.costs.value
    for key, money, wording in (
        ("costs.simplified_max", costs, ""),
        ("support.simplified_max", public[0] if public else None, "public"),
    ):
        rule = case.terms.rules.rule(key)
        if rule is None or not isinstance(rule.value, Decimal) or money is None or not ZERO < money <= rule.value:
            continue
        yield Found(
            Place("project"),
            models[0][2],
            {"model": models[0][1].id},
            wording,
            expected=rule.value,
            actual=money,
            unverified=unverified(rule),
            source=source(rule),
        )


def _is_simplified(case: Case, model: CostModel) -> bool:
    """True of a cost model with a flat rate, a lump sum or unit costs in it."""
    priced = any(
        unit is not None and case.terms.rules.rule(f"units.{unit}") for unit in values(case.budget.costs, unit_of)
    )
    return bool(case.terms.flat_rates(model)) or any(key.startswith("lump.") for key in model.rules) or priced
