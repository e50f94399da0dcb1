"""The terms that a budget is judged by: its rule set with the numbers of its `[call]` on top, lower or higher."""

from datetime import date
from decimal import Decimal

from budjettitui.model import Partner
from budjettitui.rules import CostModel, FlatRate, Rule
from budjettitui.rules.called import Called
from budjettitui.rules.cost_terms import CategoryShare, CostTerms
from budjettitui.rules.own_terms import OwnTerms
from budjettitui.rules.support_terms import SupportTerms
from budjettitui.values import replace

__all__ = ["CategoryShare", "Terms"]

HALF_UP = "half_up"


class Terms(Called):
    """The effective rules of one budget, by what they are about, and its cost models and rounding."""

    __slots__ = ()

    @property
    def support(self) -> SupportTerms:
        """What support may be."""
        return SupportTerms(self.rules, self.call, self.project)

    @property
    def costs(self) -> CostTerms:
        """What costs may be."""
        return CostTerms(self.rules, self.call, self.project)

    @property
    def own(self) -> OwnTerms:
        """What own funding must be."""
        return OwnTerms(self.rules, self.call, self.project)

    # -- rounding and time

    def rounding(self, what: str) -> str:
        """The direction in which `support`, `flat` or `own` is rounded."""
        return self.rules.word(f"rounding.{what}") or HALF_UP

    @property
    def unit(self) -> Decimal | None:
        """What sums are rounded to; None where the rules leave it to the figures (`generic`)."""
        unit = self.rules.number("rounding.unit")
        return unit if unit else None

    @property
    def tolerance(self) -> Decimal | None:
        """What comparisons tolerate, where the rules set it; None where it follows from the unit and the parts."""
        return self.rules.number("rounding.tolerance")

    def day(self, key: str) -> date | None:
        """A rule's day, such as `period.start`."""
        word = self.rules.word(key)
        return date.fromisoformat(word) if word is not None else None

    # -- cost models

    def model(self, partner: Partner | None = None) -> CostModel | None:
        """The cost model that is chosen: the partner's own, else the project's."""
        chosen = (partner.cost_model if partner is not None else None) or self.project.cost_model
        return self.rules.cost_models.get(chosen) if chosen is not None else None

    def rule(self, key: str, model: CostModel | None = None) -> Rule | None:
        """A rule by its key, as the cost model has it, else as the rule set has it."""
        return (model.rules.get(key) if model is not None else None) or self.rules.rule(key)

    def texts(self, key: str, model: CostModel | None = None) -> tuple[str, ...]:
        """The words of a rule that is a list; empty where there is none."""
        rule = self.rule(key, model)
        words = rule.value if rule is not None and isinstance(rule.value, tuple) else ()
        return tuple(word for word in words if isinstance(word, str))

    def flat_rates(self, model: CostModel | str | None) -> tuple[FlatRate, ...]:
        """The flat rates that are used in a cost model, with the call's percentages, by the rate's id or its category.

        A rate that is optional is used where the call names it; one that is left to ask, where the call gives it.
        """
        found = self.rules.cost_models.get(model) if isinstance(model, str) else model
        if found is None:
            return ()
        ids = {rate.id for rate in found.flat_rates}
        rates = [rate for rate in (self._rate(rate, ids) for rate in found.flat_rates) if rate is not None]
        chosen = {rate.id for rate in rates if rate.id in self.call.flat_rates}
        used = [rate for rate in rates if rate.id in chosen or not chosen.intersection(rate.not_with)]
        lines = {rate.category for rate in used}
        return tuple(_settled(rate, lines) for rate in used)

    def _rate(self, rate: FlatRate, ids: set[str]) -> FlatRate | None:
        """The rate as the call has it, else as the rules have it; None where it is not used."""
        named = rate.id if rate.id in self.call.flat_rates else rate.category
        if named in self.call.flat_rates and (named == rate.id or named not in ids):
            percentage = Rule(f"call.flat_rates.{named}", self.call.flat_rates[named], self.source, True)
            return replace(rate, rate=percentage)
        return rate if isinstance(rate.rate.value, Decimal) and not rate.optional else None


def _settled(rate: FlatRate, lines: set[str]) -> FlatRate:
    """The rate with its whole base: what belongs there only without a flat rate of its own is added or left out."""
    more = tuple(name for name in rate.base_unless_flat if name not in lines)
    return replace(rate, base=(*rate.base, *more), base_unless_flat=()) if rate.base_unless_flat else rate
