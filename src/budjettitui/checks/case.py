"""What a check is given: a budget with its figures, its rules and the day, and the questions that many checks ask of it."""

from datetime import date
from decimal import Decimal

from budjettitui.document import Document, TextFault
from budjettitui.figures import Figures, Sheet
from budjettitui.findings import Finding, Path, Place
from budjettitui.model import Budget, Partner, Project
from budjettitui.money import ONE, is_whole
from budjettitui.rules.terms import Terms
from budjettitui.values import frozen

MOST_PARTS = 5
"""The tolerance grows with the number of rounded parts, up to this many (checks, tolerance)."""

STAGES = ("draft", "application", "granted", "running", "closed")


@frozen
class Neighbour:
    """Another budget of the same run: what findings call it, its case, and its text where lines of it are to be told."""

    label: str
    case: "Case"
    document: Document | None = None


@frozen
class Case:
    """One budget to be judged."""

    budget: Budget
    figures: Figures
    terms: Terms
    today: date
    findings: tuple[Finding, ...] = ()
    """What was found before: given to the review checks alone, which look at findings and waivers."""
    faults: tuple[TextFault, ...] = ()
    """What of the document's text could not be read as TOML."""
    rest: bool = False
    """True where what could be read is judged all the same: little was left out, and whoever judges says so."""
    older: "Case | None" = None
    """The older version that a change of budget is judged against."""
    others: tuple[Neighbour, ...] = ()
    """Budgets of the same run that have something in common with this one."""
    rules_fault: str | None = None
    """Why the rule set that the file names could not be loaded (`rules.loader`); the generic one stands in for it."""

    @property
    def broken(self) -> bool:
        """True where some of the text could not be read: then nothing is said to be missing."""
        return bool(self.faults)

    @property
    def ruled(self) -> bool:
        """False where nobody knows by which rules the budget goes: the generic ones stand in for them."""
        project = self.budget.project
        return self.rules_fault is None and "rules" not in project.unread and project != Project()

    @property
    def cancelled(self) -> bool:
        """A cancelled project has its figures worked out; nothing of rate, financing and appropriation is said."""
        return self.budget.project.stage == "cancelled"

    def from_stage(self, stage: str) -> bool:
        """True from a stage of the project on; a project without a stage is a draft."""
        now = self.budget.project.stage or "draft"
        return now in STAGES and STAGES.index(now) >= STAGES.index(stage)

    # places -------------------------------------------------------------------------------------------------------
    @property
    def several(self) -> bool:
        """True where there are several partners, so that sums stand at each of them."""
        return self.figures.several

    def partner(self, partner_id: str) -> Partner | None:
        """The partner of this id."""
        return next((partner for partner in self.budget.partners if partner.id == partner_id), None)

    def label(self, place: Place) -> str:
        """What a person calls a place: the partner's name, else the id; nothing for the project."""
        if place.table == "partner" and place.name is not None:
            partner = self.partner(place.name)
            return partner.label if partner is not None else place.name
        return place.name or ""

    def sheets(self) -> "list[tuple[Place, Sheet]]":
        """Those whose money has to meet: the partners where there are several, else the project."""
        if not self.several:
            return [(Place("project"), self.figures.project)]
        return [(Place("partner", partner), sheet) for partner, sheet in self.figures.partners.items()]

    def anchor_of(self, place: Place) -> Path:
        """Where sums of a partner or the project stand: the share or the stated figure, else the table they rest on."""
        if place.table == "partner" and place.name is not None:
            return self._partner_anchor(place.name)
        for stated in self.budget.stated:
            if stated.of == "project" and stated.costs is not None:
                return (*stated.anchor, "costs")
        return ("project",)

    def _partner_anchor(self, partner_id: str) -> Path:
        for index, share in enumerate(self.budget.shares):
            if share.partner == partner_id:
                return ("share", index)
        for stated in self.budget.stated:
            if stated.of == f"partner.{partner_id}":
                return stated.anchor
        for index, partner in enumerate(self.budget.partners):
            if partner.id == partner_id:
                return ("partner", index)
        return ("project",)

    # money --------------------------------------------------------------------------------------------------------
    def unit(self, *figures: Decimal | None) -> Decimal:
        """The rounding unit that a reconciliation of these figures has, in the budget's currency.

        The rule set's; where it has none (`generic`), one whole unit where all figures are whole, else the
        currency's smallest.
        """
        unit = self.terms.rules.number("rounding.unit")
        if unit is not None:
            return unit
        if all(is_whole(figure) for figure in figures if figure is not None):
            return ONE
        return ONE.scaleb(-self.budget.decimals)

    def tolerance(self, parts: int, *figures: Decimal | None) -> Decimal:
        """How far a reconciliation may miss: the unit for each separately rounded part, at least one and at most five.

        A rule set may have another tolerance than its unit, and none at all.
        """
        own = self.terms.tolerance
        return (self.unit(*figures) if own is None else own) * min(max(parts, 1), MOST_PARTS)

    def gap_tolerance(self, sheet: Sheet) -> Decimal:
        """The tolerance of a gap between need and what covers it: it grows with the parts of the funding."""
        return self.tolerance(sheet.funding_parts, sheet.net_costs, sheet.funding)
