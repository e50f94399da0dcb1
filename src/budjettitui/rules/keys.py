"""The keys of a rule set: what each rule is called, and what its value may be.

The reader of rule-set files, the nearest-key search and the reference of the format are all made from this one place.
"""

from enum import Enum, auto

from budjettitui.model import OWN_BASES
from budjettitui.values import frozen


class RuleKind(Enum):
    """What the value of a rule may be."""

    PERCENT = auto()
    AMOUNT = auto()
    NUMBER = auto()
    FLAG = auto()
    WORD = auto()
    DAY = auto()
    AMOUNTS = auto()
    TEXTS = auto()
    UNIT = auto()
    """An amount that something is divided by, and so above zero."""
    COUNT = auto()
    """A number of things, above zero."""
    FUNDING = auto()
    """A list of kinds of funding."""


@frozen
class RuleKey:
    """One rule: its dotted key (`*` is any name), what it may be; what it says stands in `words/rule_*.toml`."""

    name: str
    kind: RuleKind
    words: tuple[str, ...] = ()


DIRECTIONS = ("down", "up", "half_up", "half_even")


def _percent(name: str) -> RuleKey:
    return RuleKey(name, RuleKind.PERCENT)


def _amount(name: str) -> RuleKey:
    return RuleKey(name, RuleKind.AMOUNT)


def _number(name: str) -> RuleKey:
    return RuleKey(name, RuleKind.NUMBER)


def _count(name: str) -> RuleKey:
    return RuleKey(name, RuleKind.COUNT)


def _flag(name: str) -> RuleKey:
    return RuleKey(name, RuleKind.FLAG)


def _word(name: str, *words: str) -> RuleKey:
    return RuleKey(name, RuleKind.WORD, words)


def _texts(name: str) -> RuleKey:
    return RuleKey(name, RuleKind.TEXTS)


RULES = (
    _percent("support.rate_max"),
    _percent("support.rate_max_by_kind.*"),
    _percent("support.rate_max_by_type.*"),
    _word("support.base", "costs", "net_costs"),
    _flag("support.in_kind_in_base"),
    _word("support.scope", "project", "partner", "both"),
    _word("support.full_cost", "forbidden", "allowed"),
    RuleKey("support.menu.*", RuleKind.AMOUNTS),
    _percent("support.public_max"),
    _amount("support.public_amount_max_by_type.*"),
    _amount("support.min_by_type.*"),
    _percent("support.other_public_min"),
    _amount("support.simplified_max"),
    _amount("costs.max"),
    _amount("costs.max_by_type.*"),
    _amount("costs.min_by_type.*"),
    _amount("costs.simplified_max"),
    _flag("funding.equals_costs"),
    RuleKey("rounding.unit", RuleKind.UNIT),
    _word("rounding.support", *DIRECTIONS),
    _word("rounding.flat", *DIRECTIONS),
    _word("rounding.own", *DIRECTIONS),
    _amount("rounding.tolerance"),
    _word("rounding.remainder", "own", "support"),
    _word("rounding.remainder_period", "first", "last"),
    RuleKey("amounts.unit", RuleKind.UNIT),
    _count("amounts.digits_max"),
    _flag("amounts.description_required"),
    RuleKey("period.start", RuleKind.DAY),
    RuleKey("period.end", RuleKind.DAY),
    _count("period.months_max"),
    _count("period.months_max_by_type.*"),
    _percent("self_financing.min"),
    _word("self_financing.base", *OWN_BASES),
    _flag("self_financing.every_partner"),
    _flag("self_financing.income_counts"),
    _word("self_financing.in_kind", "forbidden", "allowed", "capped"),
    _percent("self_financing.in_kind_max"),
    _word("self_financing.public_as_private", "forbidden", "allowed"),
    _word("self_financing.other_eu", "forbidden", "allowed"),
    _flag("self_financing.commitments_required"),
    RuleKey("self_financing.required_kinds", RuleKind.FUNDING),
    _flag("declarations.income"),
    _flag("declarations.other_grants"),
    _flag("declarations.vat"),
    _word("vat.municipality", "never", "if_final"),
    _word("vat.recoverable", "never", "allowed"),
    _percent("persons.part_time_min"),
    _percent("persons.part_time_floor"),
    _count("persons.hours_year"),
    _count("persons.days_year"),
    _percent("persons.side_cost.*"),
    _flag("changes.total_stays"),
    _flag("changes.total_not_above"),
    _flag("changes.transfers"),
    _percent("changes.transfer_max_rate"),
    _amount("changes.transfer_max_amount"),
    _flag("audit.expected"),
    _amount("audit.expected_from"),
    _word("partners.same_cost_model", "error", "warning"),
    _percent("partners.concentration_max"),
    _percent("category_share.*.max"),
    _percent("category_share.*.min"),
    _texts("category_share.*.of"),
    _percent("cost_share.*.max"),
    _percent("cost_share.*.max_special"),
    _texts("categories.ineligible"),
    _texts("costs.ineligible"),
    _amount("units.*"),
    _word("overhead.calculated", "forbidden", "allowed"),
    _percent("investment_part.max"),
    _count("work_packages.max"),
    _count("work_packages.recommended"),
    _percent("work_packages.management_max"),
    _percent("national.rate_max"),
    _amount("national.min"),
    _amount("national.max"),
    _amount("national.costs_min"),
)
"""Rules of a whole rule set."""

MODEL_RULES = (
    *RULES,
    _amount("lump.costs_max"),
    _amount("lump.public_max"),
    RuleKey("lump.fixed", RuleKind.AMOUNTS),
    _percent("lump.overhead_rate"),
    _percent("lump.overhead_rate_by_kind.*"),
    _percent("condition.services_min"),
    _percent("condition.travel_min"),
    _texts("condition.staff_in"),
    _texts("condition.services_in"),
    _texts("condition.travel_in"),
    _amount("line_max.*"),
    _texts("covered.costs"),
)
"""Rules that a cost model may have: its own, and those of the rule set that it sets otherwise."""


FOR_READERS = {
    "costs.min_by_type.*": "a plan that is smaller than its type is of another type, which the file may name",
    "lump.overhead_rate": "the estimate of a lump sum is not entered by its parts",
    "lump.overhead_rate_by_kind.*": "the same",
    "investment_part.max": "which funds a project has from a regional council is not in the file",
    "persons.days_year": "people's time is judged by hours and months, not by days",
    "work_packages.max": "a budget need not name all its work packages",
    "work_packages.recommended": "a recommendation, and a budget need not name all its work packages",
    "work_packages.management_max": "which work package is the management is not in the file",
    "national.rate_max": "which line is the state's part of an Interreg project is not in the file",
    "national.min": "the same",
    "national.max": "the same",
    "national.costs_min": "the same",
}
"""Rules that no check looks at, each with the reason: they are printed by `rules` for a reader."""


class Keys:
    """Rules by their dotted key, found also where a part of the key is any name."""

    def __init__(self, rules: tuple[RuleKey, ...]) -> None:
        self.by_name = {key.name: key for key in rules}
        self.tables = {name[:at] for name in self.by_name for at, sign in enumerate(name) if sign == "."}

    def find(self, parts: tuple[str, ...]) -> RuleKey | None:
        """The rule of this key."""
        return self.by_name.get(".".join(parts)) or self.by_name.get(_starred(parts))

    def has_table(self, parts: tuple[str, ...]) -> bool:
        """True where rules stand under this key."""
        return ".".join(parts) in self.tables or _starred(parts) in self.tables


def _starred(parts: tuple[str, ...]) -> str:
    """The key with its free part as `*`: the last one, but for the share of a category or kind of cost the middle one."""
    if len(parts) == 3 and parts[0] in ("category_share", "cost_share"):
        return f"{parts[0]}.*.{parts[2]}"
    return ".".join((*parts[:-1], "*"))


RULE_KEYS = Keys(RULES)
MODEL_KEYS = Keys(MODEL_RULES)
