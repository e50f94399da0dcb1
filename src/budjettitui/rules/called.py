"""A rule set with the numbers of a budget's `[call]` on top, lower or higher.

Every answer is a rule, so that a finding can name where it stands. What the call sets counts as verified: the file
says it.
"""

from decimal import Decimal

from budjettitui.model import Call, Project
from budjettitui.rules import Rule, RuleSet
from budjettitui.values import field, frozen


@frozen
class Called:
    """The rules of one budget as its call has them. Percentages are 0-100, amounts in the budget's currency."""

    rules: RuleSet
    call: Call = field(default_factory=Call)
    project: Project = field(default_factory=Project)

    @property
    def source(self) -> str:
        """Where what the call sets stands: the call's name."""
        return self.call.name or "[call]"

    def of_call(self, key: str, value: Decimal | str | bool | None) -> Rule | None:
        """What the call says as a rule; it counts as verified. None where it says nothing."""
        return None if value is None else Rule(f"call.{key}", value, self.source, True)

    def called(self, key: str, otherwise: str | Rule | None = None) -> Rule | None:
        """What the call sets, else a rule or the rule of a key; None where what the call says could not be read."""
        if key in self.call.unread:
            return None
        value = getattr(self.call, key)
        value = getattr(value, "value", value)
        return self.of_call(key, value) or (self.rules.rule(otherwise) if isinstance(otherwise, str) else otherwise)

    def by_name(self, prefix: str, name: str | None, otherwise: Rule | None = None) -> Rule | None:
        """The rule of a name (a type, a kind), else another."""
        return (self.rules.rule(f"{prefix}.{name}") if name is not None else None) or otherwise
