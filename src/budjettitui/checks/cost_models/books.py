"""The cost lines of each partner under its cost model, and what they add up to by category."""

from collections.abc import Collection, Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.findings import Path, Place
from budjettitui.model import Cost
from budjettitui.money import total
from budjettitui.rules import CostModel, FlatRate
from budjettitui.sums import STRAY
from budjettitui.values import frozen

Numbered = tuple[int, Cost]


@frozen
class Books:
    """One partner's cash cost lines (of one applicant, the project's), and the cost model they stand under."""

    place: Place
    model: CostModel
    rates: tuple[FlatRate, ...]
    lines: tuple[Numbered, ...]
    own_model: bool = False
    """True where the partner has a cost model of its own."""

    @property
    def partner(self) -> str | None:
        """The partner's id; None of the project's."""
        return self.place.name

    def of(self, categories: Collection[str]) -> list[Numbered]:
        """The lines of some categories."""
        return [(index, row) for index, row in self.lines if row.category in categories]


def books(case: Case) -> Iterator[Books]:
    """Those who have cost lines under a cost model that the rules know; nothing where lines could not be read."""
    if "cost" in case.budget.unread or "partner" in case.budget.unread:
        return
    found: dict[str, list[Numbered]] = {}
    for index, row in enumerate(case.budget.costs):
        if not row.in_kind:
            found.setdefault(case.figures.books.owner(row), []).append((index, row))
    if STRAY in found:
        return
    for owner, lines in found.items():
        partner = case.partner(owner)
        model = case.terms.model(partner)
        if model is not None and all("category" not in row.unread for _, row in lines):
            place = Place("partner", owner) if partner is not None and case.several else Place("project")
            own = partner is not None and partner.cost_model is not None
            yield Books(place, model, case.terms.flat_rates(model), tuple(lines), own)


def sum_of(case: Case, lines: Collection[Numbered]) -> Decimal | None:
    """What lines add up to; None where one of them is not known."""
    worths = [case.figures.worths["cost", index].value for index, _ in lines]
    known = [value for value in worths if value is not None]
    return total(known) if len(known) == len(worths) else None


def any_model(case: Case) -> bool:
    """True where a cost model is chosen, of the whole or by a partner."""
    return case.budget.project.cost_model is not None or any(one.cost_model for one in case.budget.partners)


def model_anchor(case: Case, place: Place, *, own: bool) -> Path:
    """Where the choice of the cost model stands: at the partner that has its own, else in the project."""
    if own:
        for index, partner in enumerate(case.budget.partners):
            if partner.id == place.name or place.table == "project":
                return ("partner", index, "cost_model")
    return ("project", "cost_model")


def unverified_model(model: CostModel) -> tuple[str, ...]:
    """The cost model as an unverified rule, where no source confirms it."""
    return () if model.verified else (f"cost_model.{model.id}",)
