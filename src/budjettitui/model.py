"""What a budget is: the tables of docs/file-format.md as values. Blank (None), zero and declared none are three things."""

from collections.abc import Iterator, Mapping
from datetime import date as Day
from decimal import Decimal
from typing import Literal

from budjettitui.findings import Path, Place
from budjettitui.money import decimals_of
from budjettitui.values import field, frozen

STAGES = ("planned", "applied", "granted", "realised")
"""The stages of a figure; a bare amount is planned."""

JUDGED = ("planned", "applied", "granted")
"""The stages a figure is judged at: the first that a row has (docs/figures.md)."""

FUNDING_KINDS = ("support", "own", "municipal", "other-public", "private", "in-kind", "income", "other")
CASH_KINDS = tuple(kind for kind in FUNDING_KINDS if kind != "in-kind")

PROJECT_KINDS = ("development", "investment", "pre-study", "research", "pilot", "operating", "other")

OWN_BASES = ("costs", "net_costs", "net_need", "costs_and_in_kind")
"""What the least own funding may be taken on."""

NOTHING: frozenset[str] = frozenset()


@frozen
class Amount:
    """An exact amount in the budget's currency, with what the document says of its certainty."""

    value: Decimal
    about: bool = False
    at_most: bool = False
    at_least: bool = False
    source: str | None = None


@frozen
class Figure:
    """An amount by stage."""

    planned: Amount | None = None
    applied: Amount | None = None
    granted: Amount | None = None
    realised: Amount | None = None

    def at(self, stage: str) -> Amount | None:
        """The amount of one stage."""
        amount: Amount | None = getattr(self, stage)
        return amount

    @property
    def judged(self) -> Amount | None:
        """The amount that is judged: planned, else applied, else granted."""
        return self.planned or self.applied or self.granted


@frozen
class Period:
    """From a day to a day, both included."""

    start: Day
    end: Day


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


@frozen
class Flaw:
    """What could not be read as docs/file-format.md says: which check says it, where, and with what words."""

    check: str
    place: Place
    anchor: Path
    values: Mapping[str, object] = field(default_factory=dict)
    wording: str = ""
    at_key: bool = False
    """True where the key itself is wrong, and not its value."""


@frozen
class Budget:
    """One project's budget, as far as it could be read."""

    project: Project = field(default_factory=Project)
    call: Call = field(default_factory=Call)
    stated: tuple[Stated, ...] = ()
    declared: Declared = field(default_factory=Declared)
    partners: tuple[Partner, ...] = ()
    shares: tuple[Share, ...] = ()
    costs: tuple[Cost, ...] = ()
    incomes: tuple[Income, ...] = ()
    funding: tuple[Funding, ...] = ()
    appropriations: tuple[Appropriation, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    notes: tuple[Note, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    unread: frozenset[str] = NOTHING
    """Tables that could not be read, or of which rows are lost: their sums are unknown."""

    @property
    def decimals(self) -> int:
        """Decimals of the budget's currency."""
        return decimals_of(self.project.currency)

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table by its name in the file."""
        rows: tuple[Row, ...] = getattr(self, ROW_TABLES[table])
        return rows

    def lines(self) -> Iterator[tuple[str, int, Line]]:
        """Every row that carries an amount: its table, its number from 0, and itself."""
        for index, cost in enumerate(self.costs):
            yield "cost", index, cost
        for index, income in enumerate(self.incomes):
            yield "income", index, income
        for index, funding in enumerate(self.funding):
            yield "funding", index, funding


ROW_TABLES = {
    "partner": "partners",
    "share": "shares",
    "cost": "costs",
    "income": "incomes",
    "funding": "funding",
    "appropriation": "appropriations",
    "waiver": "waivers",
    "note": "notes",
}
"""The tables that have rows, and the budget's name for each."""


def place_of(table: str, index: int, row: Row) -> Place:
    """The place of a row: by its id, else by its number from 1."""
    return Place(table, row.id, None) if row.id else Place(table, None, index + 1)
