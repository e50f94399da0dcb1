"""The tables that have rows: partners and their shares, costs, income, funding, appropriations, waivers and notes."""

from collections.abc import Mapping
from datetime import date as Day
from decimal import Decimal
from typing import Literal

from budjettitui.findings import Place
from budjettitui.model.amounts import Amount, Figure
from budjettitui.model.tables import NOTHING
from budjettitui.values import field, frozen

FUNDING_KINDS = ("support", "own", "municipal", "other-public", "private", "in-kind", "income", "other")
CASH_KINDS = tuple(kind for kind in FUNDING_KINDS if kind != "in-kind")


@frozen
class Partner:
    """`[[partner]]`: who takes part. `recovers_vat` says that VAT is no final cost of theirs."""

    id: str | None = None
    name: str | None = None
    role: str | None = None
    kind: str | None = None
    business_id: str | None = None
    iban: str | None = None
    country: str | None = None
    recovers_vat: bool | None = None
    cost_model: str | None = None
    support_rate_max: Decimal | None = None
    unread: frozenset[str] = NOTHING

    @property
    def label(self) -> str:
        """The name, else the id."""
        return self.name or self.id or ""


@frozen
class ShareYear:
    """One year of a share."""

    costs: Figure | None = None
    income: Figure | None = None
    support: Figure | None = None
    own: Figure | None = None
    unread: frozenset[str] = NOTHING


@frozen
class Share:
    """`[[share]]`: a partner's part, top-down. Its support is what stays with the partner."""

    partner: str | None = None
    costs: Figure | None = None
    income: Figure | None = None
    support: Figure | None = None
    own: Figure | None = None
    years: Mapping[str, ShareYear] = field(default_factory=dict)
    unread: frozenset[str] = NOTHING

    @property
    def id(self) -> str | None:
        """A share is called by its partner (`share.fvh`)."""
        return self.partner


@frozen
class Cost:
    """`[[cost]]`: a cost line. Allocation and VAT rate are per cent; the price may be finer than the currency."""

    category: str | None = None
    id: str | None = None
    partner: str | None = None
    description: str | None = None
    person: str | None = None
    work_package: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    unit_price: Amount | None = None
    allocation: Decimal | None = None
    vat_rate: Decimal | None = None
    in_kind: bool | None = None
    date: Day | None = None
    years: Mapping[str, Figure] = field(default_factory=dict)
    amount: Amount | None = None
    applied: Amount | None = None
    granted: Amount | None = None
    realised: Amount | None = None
    unread: frozenset[str] = NOTHING


@frozen
class Income:
    """`[[income]]`: revenue that lowers the cost."""

    id: str | None = None
    partner: str | None = None
    description: str | None = None
    years: Mapping[str, Figure] = field(default_factory=dict)
    amount: Amount | None = None
    applied: Amount | None = None
    granted: Amount | None = None
    realised: Amount | None = None
    unread: frozenset[str] = NOTHING


@frozen
class Funding:
    """`[[funding]]`: a funding source, who pays it and who gets it."""

    kind: str | None = None
    id: str | None = None
    description: str | None = None
    fund: str | None = None
    payer: str | None = None
    recipient: str | None = None
    budget_item: str | None = None
    confirmed: bool | Literal["conditional"] | None = None
    public: bool | None = None
    years: Mapping[str, Figure] = field(default_factory=dict)
    amount: Amount | None = None
    applied: Amount | None = None
    granted: Amount | None = None
    realised: Amount | None = None
    unread: frozenset[str] = NOTHING


@frozen
class Appropriation:
    """`[[appropriation]]`: what a payer has set aside."""

    budget_item: str | None = None
    payer: str | None = None
    amount: Amount | None = None
    basis: str | None = None
    covers: tuple[str, ...] = ()
    by_year: bool | None = None
    years: Mapping[str, Figure] = field(default_factory=dict)
    description: str | None = None
    unread: frozenset[str] = NOTHING

    @property
    def id(self) -> str | None:
        """An appropriation has no id; it is called by its row number."""
        return None


@frozen
class Waiver:
    """`[[waiver]]`: a finding accepted by a person."""

    check: str | None = None
    at: str | None = None
    reason: str | None = None
    by: str | None = None
    until: Day | None = None
    difference: Amount | None = None
    unread: frozenset[str] = NOTHING

    @property
    def id(self) -> str | None:
        """A waiver has no id; it is called by its row number."""
        return None


@frozen
class Note:
    """`[[note]]`: a reader's remark."""

    at: str | None = None
    text: str | None = None
    by: str | None = None
    date: Day | None = None
    unread: frozenset[str] = NOTHING

    @property
    def id(self) -> str | None:
        """A note has no id; it is called by its row number."""
        return None


Row = Partner | Share | Cost | Income | Funding | Appropriation | Waiver | Note
Line = Cost | Income | Funding
"""A row that carries an amount by stage and by year."""

LINES = ("cost", "income", "funding")
"""The tables of such rows."""


def place_of(table: str, index: int, row: Row) -> Place:
    """The place of a row: by its id, else by its number from 1."""
    return Place(table, row.id, None) if row.id else Place(table, None, index + 1)


def name_of_row(table: str, index: int, row: Row) -> str | Place:
    """What a person calls a row: its description, else its id, else its place, which has a name in each language."""
    described: str | None = getattr(row, "description", None)
    return described or row.id or place_of(table, index, row)
