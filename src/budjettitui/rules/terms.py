"""The terms that a budget is judged by: its rule set with the numbers of its `[call]` on top, lower or higher.

Every answer is a rule, so that a finding can name where it stands. What the call sets counts as verified: the file
says it.
"""

from datetime import date
from decimal import Decimal

from budjettitui.model import Call, Partner, Project, Range
from budjettitui.rules import CostModel, FlatRate, Rule, RuleSet
from budjettitui.values import field, frozen, replace

HALF_UP = "half_up"
NET_COSTS = "net_costs"


@frozen
class CategoryShare:
    """How much of a whole a category may or must be, in per cent; `of` are the whole's categories, empty for all."""

    category: str
    min: Rule | None = None
    max: Rule | None = None
    of: tuple[str, ...] = ()
    by_call: bool = False


@frozen
class Terms:
    """The effective rules of one budget. Percentages are 0-100, amounts in the budget's currency."""

    rules: RuleSet
    call: Call = field(default_factory=Call)
    project: Project = field(default_factory=Project)

    # -- support

    def ceiling(self, partner: Partner | None = None) -> Rule | None:
        """The most that support may be of its base: the partner's own ceiling, else the call's, else the rules'."""
        if partner is not None and partner.support_rate_max is not None:
            return Rule("partner.support_rate_max", partner.support_rate_max, f"partner.{partner.id}", True)
        if "support_rate_max" in self.call.unread:
            return None
        return self._called("support_rate_max") or self.programme_ceiling()

    def programme_ceiling(self) -> Rule | None:
        """The rule set's ceiling, by type of call, else by kind of project; without a type none by type is judged."""
        return self._by("support.rate_max_by_type", self.call.type) or self._by(
            "support.rate_max_by_kind", self.project.kind, self.rules.rule("support.rate_max")
        )

    @property
    def base(self) -> str:
        """What the support rate is taken on: `costs` or `net_costs` (also where the rules say nothing)."""
        return self.rules.word("support.base") or NET_COSTS

    @property
    def in_kind_in_base(self) -> bool:
        """True where the rules take the support rate on the costs and the in-kind costs together."""
        return self.rules.flag("support.in_kind_in_base")

    @property
    def scope(self) -> str:
        """What a ceiling binds: `project`, `partner` or `both`."""
        return self.rules.word("support.scope") or "both"

    @property
    def support_min(self) -> Rule | None:
        """The least support, from the call, else the rules by type."""
        return self._called("support_min") or self._by("support.min_by_type", self.call.type)

    @property
    def support_max(self) -> Rule | None:
        """The most support as a sum; only a call sets it."""
        return self._called("support_max")

    @property
    def public_max(self) -> Rule | None:
        """The most that all public money may be of the costs, in per cent."""
        return self._called("public_max", "support.public_max")

    @property
    def public_amount_max(self) -> Rule | None:
        """The most that support and other public money may be together, as a sum, by type of call."""
        return self._by("support.public_amount_max_by_type", self.call.type)

    @property
    def menu(self) -> Rule | None:
        """The only sums that support may be: of the call's type, without a type of all types together."""
        known = {key: rule for key, rule in self.rules.rules.items() if key.startswith("support.menu.")}
        if self.call.type is not None or not known:
            return known.get(f"support.menu.{self.call.type}")
        sums = sorted({item for rule in known.values() for item in _numbers(rule)})
        sources = {rule.source: None for rule in known.values() if rule.source}
        verified = all(rule.verified for rule in known.values())
        return Rule("support.menu", tuple(sums), "; ".join(sources) or None, verified)

    def fund_rate(self, fund: str) -> Rule | None:
        """A fund's own ceiling in per cent; only a call sets it."""
        found = self.call.funds.get(fund)
        return self._of_call(f"funds.{fund}.rate_max", found.rate_max if found else None)

    def fund_max(self, fund: str) -> Rule | None:
        """A fund's own ceiling as a sum; only a call sets it."""
        found = self.call.funds.get(fund)
        return self._of_call(f"funds.{fund}.max", found.max.value if found and found.max else None)

    # -- costs

    @property
    def costs_max(self) -> Rule | None:
        """The most that the project may cost."""
        by_type = self._by("costs.max_by_type", self.call.type, self.rules.rule("costs.max"))
        return self._called("costs_max") or by_type

    @property
    def partner_max(self) -> Rule | None:
        """The most of the costs that one partner may have, in per cent."""
        return self._called("partner_max", "partners.concentration_max")

    @property
    def months_max(self) -> Rule | None:
        """The longest that the project may last, in months."""
        return self._called("months_max", "period.months_max")

    def category_share(self, category: str) -> CategoryShare | None:
        """How much of the whole a category may and must be: the call's limits of all costs, else the rules'."""
        limits = self.call.categories.get(category)
        if limits is not None:
            return self._share_of_call(category, limits)
        least, most = (self.rules.rule(f"category_share.{category}.{end}") for end in ("min", "max"))
        if least is None and most is None:
            return None
        return CategoryShare(category, least, most, self.texts(f"category_share.{category}.of"))

    @property
    def limited_categories(self) -> tuple[str, ...]:
        """The categories that have a share, the call's first."""
        prefix = "category_share."
        of_rules = (key.removeprefix(prefix).rpartition(".")[0] for key in self.rules.rules if key.startswith(prefix))
        return tuple(dict.fromkeys((*self.call.categories, *of_rules)))

    # -- own funding

    @property
    def own_minimum(self) -> Rule | None:
        """The least own funding in per cent of `own_base`."""
        return self._called("self_financing_min", "self_financing.min")

    @property
    def own_base(self) -> str:
        """What the least own funding is taken on."""
        return self.call.self_financing_base or self.rules.word("self_financing.base") or NET_COSTS

    @property
    def own_every_partner(self) -> Rule | None:
        """Whether every partner must bring own funding."""
        return self._called("self_financing_every_partner", "self_financing.every_partner")

    @property
    def every_partner(self) -> bool:
        """True where every partner must bring own funding."""
        rule = self.own_every_partner
        return rule is not None and rule.value is True

    @property
    def in_kind(self) -> Rule | None:
        """In-kind work as funding: `forbidden`, `allowed` or `capped`."""
        counts = self.call.in_kind_counts
        if counts is None:
            return self.rules.rule("self_financing.in_kind")
        return self._of_call("in_kind_counts", "allowed" if counts else "forbidden")

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
            percentage = Rule(f"call.flat_rates.{named}", self.call.flat_rates[named], self._source, True)
            return replace(rate, rate=percentage)
        return rate if isinstance(rate.rate.value, Decimal) and not rate.optional else None

    # -- from the call

    @property
    def _source(self) -> str:
        return self.call.name or "[call]"

    def _of_call(self, key: str, value: Decimal | str | bool | None) -> Rule | None:
        return None if value is None else Rule(f"call.{key}", value, self._source, True)

    def _called(self, key: str, otherwise: str = "") -> Rule | None:
        """What the call sets, else the rule of that key; None where the call says something that could not be read."""
        if key in self.call.unread:
            return None
        value = getattr(self.call, key)
        value = getattr(value, "value", value)
        return self._of_call(key, value) or self.rules.rule(otherwise)

    def _by(self, prefix: str, name: str | None, otherwise: Rule | None = None) -> Rule | None:
        """The rule of a name (a type, a kind), else another."""
        return (self.rules.rule(f"{prefix}.{name}") if name is not None else None) or otherwise

    def _share_of_call(self, category: str, limits: Range) -> CategoryShare:
        least, most = (self._of_call(f"categories.{category}.{end}", getattr(limits, end)) for end in ("min", "max"))
        return CategoryShare(category, least, most, by_call=True)


def _settled(rate: FlatRate, lines: set[str]) -> FlatRate:
    """The rate with its whole base: what belongs there only without a flat rate of its own is added or left out."""
    more = tuple(name for name in rate.base_unless_flat if name not in lines)
    return replace(rate, base=(*rate.base, *more), base_unless_flat=()) if rate.base_unless_flat else rate


def _numbers(rule: Rule) -> tuple[Decimal, ...]:
    return tuple(item for item in rule.value if isinstance(item, Decimal)) if isinstance(rule.value, tuple) else ()
