"""The rules that hold for one budget: the rule set with the call on top. (Grows with the rule sets.)"""

from dataclasses import dataclass
from decimal import Decimal

from budjettitui.model import Call, Partner, Project
from budjettitui.rules import FlatRate, Rule, RuleSet


@dataclass(frozen=True, slots=True)
class Terms:
    rules: RuleSet
    call: Call
    project: Project

    @property
    def base(self) -> str:
        return self.rules.word("support.base") or "net_costs"

    def flat_rates(self, model: str | None) -> tuple[FlatRate, ...]:
        cost_model = self.rules.cost_models.get(model or "")
        return cost_model.flat_rates if cost_model else ()

    def ceiling(self, partner: Partner | None = None) -> Rule | None:
        if self.call.support_rate_max is not None:
            return Rule("call.support_rate_max", self.call.support_rate_max, self.call.name, True)
        return self.rules.rule("support.rate_max")
