"""Rule sets: a funder's or call's rules as data. What a rule set is; the loader stands in `loader`."""

from collections.abc import Mapping
from decimal import Decimal

from budjettitui.values import field, frozen


@frozen
class Rule:
    """One rule value, with where it stands and whether that source was read.

    A number that no source confirms (`verified` false) never makes an error by itself (docs/rule-set-format.md).
    Percentages are 0-100, amounts are in the currency of the programme.
    """

    key: str
    value: Decimal | str | bool | tuple[str, ...] | tuple[Decimal, ...]
    source: str | None = None
    verified: bool = False


def name_in(labels: Mapping[str, str], lang: str) -> str:
    """What a label by language says: in the language, else in English; nothing where it says neither."""
    return labels.get(lang) or labels.get("en") or ""


@frozen
class Category:
    """A cost category of the funder's form, with its label by language."""

    id: str
    labels: Mapping[str, str]
    source: str | None = None
    verified: bool = False


@frozen
class FlatRate:
    """A flat rate: the line of `category` is `rate` per cent of the lines in `base`.

    `covers` are categories that may then not have lines of their own; `excludes` are costs that never belong to the
    base; `at_most` says that a smaller line is right too. `optional` says that it is used only where the call names it
    (Interreg's office and travel rates); `base_unless_flat` are categories that belong to the base only where they have
    no flat rate of their own; `not_with` are flat rates that may not be used beside it. A rate whose rule says `ask`
    instead of a number is set by the call or the applicant's own organisation.
    """

    id: str
    category: str
    rate: Rule
    base: tuple[str, ...]
    covers: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    at_most: bool = False
    optional: bool = False
    base_unless_flat: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()


@frozen
class CostModel:
    """A cost model of the funder: which flat rates it brings, for which kinds of project, with its limits."""

    id: str
    labels: Mapping[str, str]
    flat_rates: tuple[FlatRate, ...] = ()
    project_kinds: tuple[str, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    source: str | None = None
    verified: bool = False


@frozen
class RuleSet:
    """A rule set as loaded, with what it extends folded in. `rules` is by dotted key, as in the file.

    `funding` is the funder's own heading for a kind of funding; `sources` spells out what a rule's source names;
    `found_by` are by language the words that people look for it by: the funder, the funds, the system one applies in.
    """

    id: str
    titles: Mapping[str, str]
    rules: Mapping[str, Rule] = field(default_factory=dict)
    categories: Mapping[str, Category] = field(default_factory=dict)
    cost_models: Mapping[str, CostModel] = field(default_factory=dict)
    any_category: bool = False
    any_cost_model: bool = False
    extends: str | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    funding: Mapping[str, Category] = field(default_factory=dict)
    found_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def rule(self, key: str) -> Rule | None:
        """The rule of this dotted key, such as `support.rate_max`."""
        return self.rules.get(key)

    def number(self, key: str) -> Decimal | None:
        """The rule's value where it is a number."""
        rule = self.rules.get(key)
        return rule.value if rule is not None and isinstance(rule.value, Decimal) else None

    def word(self, key: str) -> str | None:
        """The rule's value where it is a word."""
        rule = self.rules.get(key)
        return rule.value if rule is not None and isinstance(rule.value, str) else None

    def flag(self, key: str) -> bool:
        """True where the rule is there and says true."""
        rule = self.rules.get(key)
        return rule is not None and rule.value is True
