"""The cost lines of each partner under its cost model, and what they add up to by category."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import chain
from operator import itemgetter

from budjettitui.blocks import Block, blocks_of
from budjettitui.checks.case import Case
from budjettitui.figures.tallies import STRAY, owner_of
from budjettitui.figures.worths import worths_in
from budjettitui.findings import Path, Place
from budjettitui.model import Cost
from budjettitui.money import total, total_if_known
from budjettitui.rules import CostModel, FlatRate
from budjettitui.values import frozen

Numbered = tuple[int, Cost]


@frozen
class NamedLines:
    """The cash lines of one category and work package of one partner, and what they add up to; None where unknown."""

    lines: tuple[Numbered, ...]
    value: Decimal | None


Named = tuple[str | None, str | None]
"""A category and a work package."""


@frozen
class ModelBooks:
    """One partner's cash cost lines (of one applicant, the project's), and the cost model they stand under."""

    place: Place
    model: CostModel
    rates: tuple[FlatRate, ...]
    named: Mapping[Named, NamedLines]
    own_model: bool = False
    """True where the partner has a cost model of its own."""

    @property
    def partner(self) -> str | None:
        """The partner's id; None of the project's."""
        return self.place.name

    @property
    def lines(self) -> list[Numbered]:
        """All the lines, in the order of the file."""
        return _in_order(self.named.values())

    def of(self, categories: Collection[str], package: str | None = None) -> list[Numbered]:
        """The lines of some categories, in the order of the file; of one work package where it is named."""
        return _in_order(self._some(categories, package))

    def sum_of(self, categories: Collection[str], package: str | None = None) -> Decimal | None:
        """What the lines of some categories add up to; None where one of them is not known."""
        return total_if_known(one.value for one in self._some(categories, package))

    def packages_of(self, categories: Collection[str]) -> set[str | None]:
        """The work packages that lines of some categories name; None where one names none."""
        return {package for category, package in self.named if category in categories}

    def _some(self, categories: Collection[str], package: str | None) -> list[NamedLines]:
        return [
            lines
            for (category, here), lines in self.named.items()
            if category in categories and package in (None, here)
        ]


def _in_order(found: Iterable[NamedLines]) -> list[Numbered]:
    """Lines by their numbers: no two have the same."""
    return sorted(chain.from_iterable(one.lines for one in found), key=itemgetter(0))


def books(case: Case) -> Iterator[ModelBooks]:
    """Those who have cost lines under a cost model that the rules know; nothing where lines could not be read."""
    if {"cost", "partner"} & case.budget.unread or case.figures.books.nameless or not any_model(case):
        return
    found = _by_owner(case)
    if STRAY in found:
        return
    for owner, named in found.items():
        partner = case.partner(owner)
        model = case.terms.model(partner)
        if model is not None and UNREAD not in named:
            place = Place("partner", owner) if partner is not None and case.several else Place("project")
            own = partner is not None and partner.cost_model is not None
            yield ModelBooks(place, model, case.terms.flat_rates(model), named, own)


UNREAD: Named = ("\0unread", None)
"""Where lines stand whose category could not be read."""

_Part = tuple[tuple[Numbered, ...], Decimal, tuple[int, ...]]
"""The lines of a block, what they add up to, and the numbers of those that are unknown on their own."""


def _by_owner(case: Case) -> dict[str, dict[Named, NamedLines]]:
    worths = case.figures.worths
    given = (case.figures.books.known_ids, worths.stage, worths.decimals)
    found: dict[str, dict[Named, list[_Part]]] = {}
    start = 0
    for block in blocks_of(case.budget.costs):
        for (owner, *named), part in block.of(_parts, start, *given).items():
            found.setdefault(owner, {}).setdefault((named[0], named[1]), []).append(part)
        start += len(block.rows)
    return {owner: {name: _together(case, parts) for name, parts in named.items()} for owner, named in found.items()}


def _together(case: Case, parts: list[_Part]) -> NamedLines:
    values = [value for _, value, _ in parts]
    filled = [case.figures.worths["cost", index].value for _, _, unknown in parts for index in unknown]
    lines = tuple(chain.from_iterable(lines for lines, _, _ in parts))
    return NamedLines(lines, total_if_known([*values, *filled]))


def _parts(
    block: Block[Cost], start: int, ids: frozenset[str], stage: str, decimals: int
) -> dict[tuple[str, str | None, str | None], _Part]:
    """The lines of a block by owner, category and work package."""
    worths = block.of(worths_in, stage, decimals)
    found: dict[tuple[str, str | None, str | None], list[int]] = {}
    for offset, row in enumerate(block.rows):
        if not row.in_kind:
            category = UNREAD[0] if "category" in row.unread else row.category
            package = None if category == UNREAD[0] else row.work_package
            found.setdefault((owner_of(row, ids), category, package), []).append(offset)
    return {
        key: (
            tuple([(start + offset, block.rows[offset]) for offset in offsets]),
            total([value for offset in offsets if (value := worths[offset].value) is not None]),
            tuple([start + offset for offset in offsets if worths[offset].value is None]),
        )
        for key, offsets in found.items()
    }


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
