"""The keys of a rule set: what each rule is called, what its value may be, and what it means.

The reader of rule-set files, the nearest-key search and the reference of the format are all made from this one place.
"""

from enum import Enum, auto

from budjettitui.values import frozen


class Kind(Enum):
    """What the value of a rule may be."""

    PERCENT = auto()
    AMOUNT = auto()
    NUMBER = auto()
    FLAG = auto()
    WORD = auto()
    DAY = auto()
    AMOUNTS = auto()
    TEXTS = auto()


@frozen
class Key:
    """One rule: its dotted key (`*` is any name), what it may be, and what it says."""

    name: str
    kind: Kind
    meaning: str
    words: tuple[str, ...] = ()


PROJECT_KINDS = ("development", "investment", "pre-study", "research", "pilot", "operating", "other")
DIRECTIONS = ("down", "up", "half_up", "half_even")
OWN_BASES = ("costs", "net_costs", "net_need", "costs_and_in_kind")


def _percent(name: str, meaning: str) -> Key:
    return Key(name, Kind.PERCENT, meaning)


def _amount(name: str, meaning: str) -> Key:
    return Key(name, Kind.AMOUNT, meaning)


def _number(name: str, meaning: str) -> Key:
    return Key(name, Kind.NUMBER, meaning)


def _flag(name: str, meaning: str) -> Key:
    return Key(name, Kind.FLAG, meaning)


def _word(name: str, meaning: str, *words: str) -> Key:
    return Key(name, Kind.WORD, meaning, words)


def _texts(name: str, meaning: str) -> Key:
    return Key(name, Kind.TEXTS, meaning)


RULES = (
    _percent("support.rate_max", "the most that support may be of its base"),
    _percent("support.rate_max_by_kind.*", "the same for a kind of project (`project.kind`)"),
    _percent("support.rate_max_by_type.*", "the same for a type of call (`call.type`)"),
    _word("support.base", "what the support rate is taken on", "costs", "net_costs"),
    _flag("support.in_kind_in_base", "in-kind costs belong to what the support rate is taken on"),
    _word("support.scope", "what a ceiling binds", "project", "partner", "both"),
    _word("support.full_cost", "whether support may cover the whole cost", "forbidden", "allowed"),
    Key("support.menu.*", Kind.AMOUNTS, "the only sums that support may be, by type of call"),
    _percent("support.public_max", "the most that all public money together may be of the costs"),
    _amount("support.public_amount_max_by_type.*", "the most of support and other public money, by type of call"),
    _amount("support.min_by_type.*", "the least support, by type of call"),
    _percent("support.other_public_min", "a public body's investment: the least of other money in the public funding"),
    _amount("support.simplified_max", "public support up to this must use a simplified cost option"),
    _amount("costs.max", "the most that the costs may be"),
    _amount("costs.max_by_type.*", "the same for a type of call"),
    _amount("costs.simplified_max", "costs up to this must use a simplified cost option"),
    _flag("funding.equals_costs", "the form takes no plan whose funding is not its costs"),
    _amount("rounding.unit", "what sums are rounded to; comparisons tolerate one unit for each rounded part"),
    _word("rounding.support", "how support is rounded", *DIRECTIONS),
    _word("rounding.flat", "how a flat rate's line is rounded", *DIRECTIONS),
    _word("rounding.own", "how the least own funding is rounded", *DIRECTIONS),
    _amount("rounding.tolerance", "what comparisons tolerate, where it is not the unit; 0 for none"),
    _word("rounding.remainder", "who takes what rounding leaves", "own", "support"),
    _word("rounding.remainder_period", "which period takes what rounding leaves", "first", "last"),
    _amount("amounts.unit", "the finest amount that the form takes"),
    _number("amounts.digits_max", "the most digits that the form takes"),
    _flag("amounts.description_required", "a cost line above zero must have a description"),
    Key("period.start", Kind.DAY, "the programme's first day"),
    Key("period.end", Kind.DAY, "the programme's last day"),
    _number("period.months_max", "the longest that a project may last"),
    _number("period.months_max_by_type.*", "the same for a type of call"),
    _percent("self_financing.min", "the least own funding of its base"),
    _word("self_financing.base", "what least own funding is taken on", *OWN_BASES),
    _flag("self_financing.every_partner", "every partner must bring own funding"),
    _flag("self_financing.income_counts", "revenue may be own funding"),
    _word("self_financing.in_kind", "in-kind work as funding", "forbidden", "allowed", "capped"),
    _percent("self_financing.in_kind_max", "the most of own funding that may be in kind, where it is capped"),
    _word("self_financing.public_as_private", "a public body's money as private funding", "forbidden", "allowed"),
    _word("self_financing.other_eu", "other EU money as own funding", "forbidden", "allowed"),
    _flag("self_financing.commitments_required", "money of others needs their commitment at the application"),
    _texts("self_financing.required_kinds", "kinds of funding that must be there"),
    _flag("declarations.income", "the form asks for income, also for none"),
    _flag("declarations.other_grants", "the form asks for other grants, also for none"),
    _flag("declarations.vat", "the form asks whether costs are with VAT"),
    _word("vat.municipality", "VAT in the costs of a municipality", "never", "if_final"),
    _word("vat.recoverable", "VAT in the costs of one who recovers it", "never", "allowed"),
    _percent("persons.part_time_min", "the least share of a person's working time"),
    _percent("persons.part_time_floor", "the share below which no exception is made"),
    _number("persons.hours_year", "hours of one person in a full year"),
    _number("persons.days_year", "days of one person in a full year"),
    _percent("persons.side_cost.*", "fixed side costs on pay, by group of staff"),
    _flag("changes.total_stays", "a change of budget keeps the total"),
    _flag("changes.total_not_above", "a change of budget may lower the total, not raise it"),
    _flag("changes.transfers", "money may be moved between cost categories without a decision"),
    _percent("changes.transfer_max_rate", "how much of a category may be moved to it without a decision"),
    _amount("changes.transfer_max_amount", "or this much, where it is more"),
    _flag("audit.expected", "the funder asks for an audit"),
    _amount("audit.expected_from", "the funder asks for an audit from this sum on"),
    _word("partners.same_cost_model", "what it is when partners use different cost models", "error", "warning"),
    _percent("partners.concentration_max", "the most of the costs that one partner may have"),
    _percent("category_share.*.max", "the most of a category in `of`"),
    _percent("category_share.*.min", "the least of a category in `of`"),
    _texts("category_share.*.of", "categories whose sum the share is taken on; all costs where left out"),
    _percent("cost_share.*.max", "the most of the costs that a kind of cost, in words, may be"),
    _percent("cost_share.*.max_special", "the same where the rules make an exception that the file does not show"),
    _texts("categories.ineligible", "categories that are never paid"),
    _texts("costs.ineligible", "kinds of cost that are never paid, in words"),
    _amount("units.*", "unit costs and unit values, by name"),
    _word("overhead.calculated", "calculated overhead, where only real costs count", "forbidden", "allowed"),
    _percent("investment_part.max", "the most of the costs that the investment in a development project may be"),
    _number("work_packages.max", "the most work packages"),
    _number("work_packages.recommended", "work packages that are recommended at most"),
    _percent("work_packages.management_max", "the most of the costs that the management may have"),
    _percent("national.rate_max", "national co-financing: the most of what is not EU support"),
    _amount("national.min", "the least national co-financing"),
    _amount("national.max", "the most national co-financing"),
    _amount("national.costs_min", "total costs from which national co-financing is given"),
)
"""Rules of a whole rule set."""

MODEL_RULES = (
    *RULES,
    _amount("lump.costs_max", "the most that a lump-sum project may cost"),
    _amount("lump.public_max", "the most public funding of a lump-sum project"),
    Key("lump.fixed", Kind.AMOUNTS, "the only total costs of a fixed lump sum"),
    _percent("lump.overhead_rate", "overhead inside the estimate of a lump sum"),
    _percent("lump.overhead_rate_by_kind.*", "the same for a kind of project"),
    _percent("condition.services_min", "the flat rate is open where services are this much of staff costs"),
    _percent("condition.travel_min", "the flat rate is open where travel is this much of staff costs"),
    _texts("condition.staff_in", "categories that staff costs stand in, for the conditions"),
    _texts("condition.services_in", "categories that services stand in, for the conditions"),
    _texts("condition.travel_in", "categories that travel stands in, for the conditions"),
    _amount("line_max.*", "the most of one line of a category"),
    _texts("covered.costs", "kinds of cost that the flat rate covers, in words"),
)
"""Rules that a cost model may have: its own, and those of the rule set that it sets otherwise."""


FOR_READERS = {
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

    def __init__(self, rules: tuple[Key, ...]) -> None:
        self.by_name = {key.name: key for key in rules}
        self.tables = {name[:at] for name in self.by_name for at, sign in enumerate(name) if sign == "."}

    def find(self, parts: tuple[str, ...]) -> Key | None:
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
