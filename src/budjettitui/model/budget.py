"""A budget as a whole, and what of it could not be read."""

from collections.abc import Iterator, Mapping

from budjettitui.findings import Path, Place
from budjettitui.model.rows import Appropriation, Cost, Funding, Income, Line, Note, Partner, Row, Share, Waiver
from budjettitui.model.tables import NOTHING, Call, Declared, Project, Stated
from budjettitui.money import decimals_of
from budjettitui.values import field, frozen

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
