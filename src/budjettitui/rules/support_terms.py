"""What support may be: its ceilings in per cent and as sums, and what they are taken on."""

from decimal import Decimal

from budjettitui.model import Partner
from budjettitui.rules import Rule
from budjettitui.rules.called import Called

NET_COSTS = "net_costs"


class SupportTerms(Called):
    """The terms of support."""

    __slots__ = ()

    def ceiling(self, partner: Partner | None = None) -> Rule | None:
        """The most that support may be of its base: the partner's own ceiling, else the call's, else the rules'."""
        if partner is not None and partner.support_rate_max is not None:
            return Rule("partner.support_rate_max", partner.support_rate_max, f"partner.{partner.id}", True)
        return self.called("support_rate_max", self.programme_ceiling())

    def programme_ceiling(self) -> Rule | None:
        """The rule set's ceiling, by type of call, else by kind of project; without a type none by type is judged."""
        return self.by_name("support.rate_max_by_type", self.call.type) or self.by_name(
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
    def project_alone(self) -> bool:
        """True where a source says that the ceiling is the project's, and no partner's: LIFE lets shares be unequal."""
        rule = self.rules.rule("support.scope")
        return rule is not None and rule.value == "project" and rule.verified

    @property
    def support_min(self) -> Rule | None:
        """The least support, from the call, else the rules by type."""
        return self.called("support_min", self.by_name("support.min_by_type", self.call.type))

    @property
    def support_max(self) -> Rule | None:
        """The most support as a sum; only a call sets it."""
        return self.called("support_max")

    @property
    def public_max(self) -> Rule | None:
        """The most that all public money may be of the costs, in per cent."""
        return self.called("public_max", "support.public_max")

    @property
    def public_amount_max(self) -> Rule | None:
        """The most that support and other public money may be together, as a sum, by type of call."""
        return self.by_name("support.public_amount_max_by_type", self.call.type)

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
        return self.of_call(f"funds.{fund}.rate_max", found.rate_max if found else None)

    def fund_max(self, fund: str) -> Rule | None:
        """A fund's own ceiling as a sum; only a call sets it."""
        found = self.call.funds.get(fund)
        return self.of_call(f"funds.{fund}.max", found.max.value if found and found.max else None)


def _numbers(rule: Rule) -> tuple[Decimal, ...]:
    return tuple(item for item in rule.value if isinstance(item, Decimal)) if isinstance(rule.value, tuple) else ()
