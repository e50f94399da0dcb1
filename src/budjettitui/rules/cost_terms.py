"""What costs may be: their ceilings, the parts that partners and categories may have, and the project's length."""

from budjettitui.model import Range
from budjettitui.rules import Rule
from budjettitui.rules.called import Called
from budjettitui.values import frozen


@frozen
class CategoryShare:
    """How much of a whole a category may or must be, in per cent; `of` are the whole's categories, empty for all."""

    category: str
    min: Rule | None = None
    max: Rule | None = None
    of: tuple[str, ...] = ()
    by_call: bool = False


class CostTerms(Called):
    """The terms of costs."""

    __slots__ = ()

    @property
    def costs_max(self) -> Rule | None:
        """The most that the project may cost."""
        by_type = self.by_name("costs.max_by_type", self.call.type, self.rules.rule("costs.max"))
        return self.called("costs_max", by_type)

    @property
    def partner_max(self) -> Rule | None:
        """The most of the costs that one partner may have, in per cent."""
        return self.called("partner_max", "partners.concentration_max")

    @property
    def months_max(self) -> Rule | None:
        """The longest that the project may last, in months."""
        by_type = self.by_name("period.months_max_by_type", self.call.type, self.rules.rule("period.months_max"))
        return self.called("months_max", by_type)

    def category_share(self, category: str) -> CategoryShare | None:
        """How much of the whole a category may and must be: the call's limits of all costs, else the rules'."""
        limits = self.call.categories.get(category)
        if limits is not None:
            return self._share_of_call(category, limits)
        least, most = (self.rules.rule(f"category_share.{category}.{end}") for end in ("min", "max"))
        if least is None and most is None:
            return None
        return CategoryShare(category, least, most, self._words(f"category_share.{category}.of"))

    @property
    def limited_categories(self) -> tuple[str, ...]:
        """The categories that have a share, the call's first."""
        prefix = "category_share."
        of_rules = (key.removeprefix(prefix).rpartition(".")[0] for key in self.rules.rules if key.startswith(prefix))
        return tuple(dict.fromkeys((*self.call.categories, *of_rules)))

    @property
    def limited_kinds(self) -> tuple[tuple[str, Rule], ...]:
        """The kinds of cost, in words, that may be only a part of the costs, each with the most of it."""
        prefix = "cost_share."
        keys = (key.removeprefix(prefix).rpartition(".")[0] for key in self.rules.rules if key.startswith(prefix))
        most = ((kind, self.rules.rule(f"cost_share.{kind}.max")) for kind in dict.fromkeys(keys))
        return tuple((kind, rule) for kind, rule in most if rule is not None)

    def special_share(self, kind: str) -> Rule | None:
        """The most of a kind of cost where the rules make an exception."""
        return self.rules.rule(f"cost_share.{kind}.max_special")

    def _share_of_call(self, category: str, limits: Range) -> CategoryShare:
        least, most = (self.of_call(f"categories.{category}.{end}", getattr(limits, end)) for end in ("min", "max"))
        return CategoryShare(category, least, most, by_call=True)

    def _words(self, key: str) -> tuple[str, ...]:
        rule = self.rules.rule(key)
        words = rule.value if rule is not None and isinstance(rule.value, tuple) else ()
        return tuple(word for word in words if isinstance(word, str))
