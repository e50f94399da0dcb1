"""The tables that a file has once, but `[stated]`, of which there may be several: the project, its call, what is declared."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from budjettitui.findings import Path
from budjettitui.model.amounts import Amount, Figure, Period
from budjettitui.values import field, frozen

PROJECT_KINDS = ("development", "investment", "pre-study", "research", "pilot", "operating", "other")

OWN_BASES = ("costs", "net_costs", "net_need", "costs_and_in_kind")
"""What the least own funding may be taken on."""

NOTHING: frozenset[str] = frozenset()
"""What is unread of a table that could be read whole."""


@frozen
class Project:
    """`[project]`: what the budget is of."""

    name: str | None = None
    code: str | None = None
    rules: str | None = None
    cost_model: str | None = None
    kind: str | None = None
    stage: str | None = None
    period: Period | None = None
    periods: tuple[str, ...] = ()
    currency: str = "EUR"
    decision_limit: Amount | None = None
    unread: frozenset[str] = NOTHING


@frozen
class Range:
    """Least and most of something, in per cent."""

    min: Decimal | None = None
    max: Decimal | None = None
    unread: frozenset[str] = NOTHING


@frozen
class Fund:
    """A fund's own ceiling: a rate in per cent, a sum in currency."""

    rate_max: Decimal | None = None
    max: Amount | None = None
    unread: frozenset[str] = NOTHING


@frozen
class Call:
    """`[call]`: what this call sets on top of the rule set. Percentages are 0-100."""

    name: str | None = None
    type: str | None = None
    support_rate_max: Decimal | None = None
    support_min: Amount | None = None
    support_max: Amount | None = None
    costs_max: Amount | None = None
    self_financing_min: Decimal | None = None
    self_financing_base: str | None = None
    self_financing_every_partner: bool | None = None
    in_kind_counts: bool | None = None
    public_max: Decimal | None = None
    partner_max: Decimal | None = None
    months_max: Decimal | None = None
    flat_rates: Mapping[str, Decimal] = field(default_factory=dict)
    categories: Mapping[str, Range] = field(default_factory=dict)
    funds: Mapping[str, Fund] = field(default_factory=dict)
    unread: frozenset[str] = NOTHING


@frozen
class Stated:
    """`[stated]`: figures that a document states in total, of the project or of a part of it."""

    of: str = "project"
    source: str | None = None
    costs: Figure | None = None
    net_costs: Figure | None = None
    income: Figure | None = None
    funding: Figure | None = None
    support: Figure | None = None
    own: Figure | None = None
    public_funding: Figure | None = None
    support_rate: Decimal | None = None
    categories: Mapping[str, Figure] = field(default_factory=dict)
    anchor: Path = ("stated",)
    unread: frozenset[str] = NOTHING


@frozen
class Declared:
    """`[declared]`: answers that a form asks for; `"none"` is an answer, a blank is not."""

    income: Amount | Literal["none"] | None = None
    other_grants: Amount | Literal["none"] | None = None
    vat: str | None = None
    unread: frozenset[str] = NOTHING
