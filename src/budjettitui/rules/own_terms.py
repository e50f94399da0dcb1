"""What own funding must be, and whether in-kind work counts as it."""

from budjettitui.rules import Rule
from budjettitui.rules.called import Called
from budjettitui.rules.support_terms import NET_COSTS


class OwnTerms(Called):
    """The terms of own funding."""

    __slots__ = ()

    @property
    def minimum(self) -> Rule | None:
        """The least own funding in per cent of `base`."""
        return self.called("self_financing_min", "self_financing.min")

    @property
    def base(self) -> str:
        """What the least own funding is taken on."""
        return self.call.self_financing_base or self.rules.word("self_financing.base") or NET_COSTS

    @property
    def every_partner_rule(self) -> Rule | None:
        """Whether every partner must bring own funding."""
        return self.called("self_financing_every_partner", "self_financing.every_partner")

    @property
    def every_partner(self) -> bool:
        """True where every partner must bring own funding."""
        rule = self.every_partner_rule
        return rule is not None and rule.value is True

    @property
    def in_kind(self) -> Rule | None:
        """In-kind work as funding: `forbidden`, `allowed` or `capped`."""
        counts = self.call.in_kind_counts
        if counts is None:
            return self.called("in_kind_counts", "self_financing.in_kind")
        return self.of_call("in_kind_counts", "allowed" if counts else "forbidden")
