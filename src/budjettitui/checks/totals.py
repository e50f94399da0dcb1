"""Reconciliations: stated figures beside what adds up, one list that the total checks and `rounded-parts` share."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.figures import Sheet
from budjettitui.figures.sums import COSTS, INCOME, Spread, Sum, figure_sum, funding_of, share_sum
from budjettitui.findings import Path, Place
from budjettitui.model import CASH_KINDS, Amount, Figure, Stated
from budjettitui.money import EXACT, ZERO, total
from budjettitui.values import frozen

CHECK_OF = {
    "costs": "total-cost",
    "net_costs": "total-cost",
    "income": "total-income",
    "support": "total-support",
    "own": "total-own",
    "funding": "total-funding",
}
"""The check that says that a stated figure misses, by the figure's key."""

QUANTITIES = {"costs": COSTS, "support": funding_of("support"), "own": funding_of("own"), "income": INCOME}
SPREAD_KEYS = tuple(QUANTITIES)


@frozen
class Reconciliation:
    """A stated figure beside what adds up, and how far they may miss each other."""

    check: str
    place: Place
    anchor: Path
    key: str
    stated: Decimal
    parts: Decimal
    tolerance: Decimal
    about: bool
    at_most: bool
    at_least: bool
    stage: str = ""
    source: str | None = None
    left_over: bool = False
    """True where the known parts are already above the total that the last one should have been left of."""

    @property
    def difference(self) -> Decimal:
        """Stated less parts."""
        return EXACT.subtract(self.stated, self.parts)

    @property
    def misses(self) -> bool:
        """True where they miss at all: an at-most total only by a larger sum, an at-least one only by a smaller."""
        if self.at_most and not self.at_least:
            return self.difference < ZERO
        if self.at_least and not self.at_most:
            return self.difference > ZERO
        return self.difference != ZERO

    @property
    def within(self) -> bool:
        """True where the miss is within tolerance."""
        return abs(self.difference) <= self.tolerance


def reconciliations(case: Case) -> tuple[Reconciliation, ...]:
    """Every stated figure of the project and of partners beside the rows or shares that should add up to it.

    They are made once: a check for each figure asks, and so does whoever looks for what follows from what.
    """
    worths = case.figures.worths
    known = worths.reconciled
    if known is None or known[0] is not case.budget or known[1] is not case.terms:
        known = worths.reconciled = (case.budget, case.terms, tuple(_reconciliations(case)))
    return known[2]


def _reconciliations(case: Case) -> Iterator[Reconciliation]:
    for stated in case.budget.stated:
        place = place_of_stated(case, stated)
        if place is not None:
            found = [one for key in SPREAD_KEYS for one in _figure(case, place, stated, key)]
            yield from found
            told = any(one.misses and not one.within for one in found if one.key in ("costs", "income"))
            yield from () if told else _net(case, place, stated)
            yield from _funding(case, place, stated)
    yield from _shares(case)


def place_of_stated(case: Case, stated: Stated) -> Place | None:
    """The place that sums of a `[stated]` stand at; None where it is of no partner and not of the project."""
    if stated.of == "project":
        return Place("project")
    table, _, name = stated.of.partition(".")
    if table != "partner" or name not in case.figures.partners:
        return None
    return Place("partner", name) if case.several else Place("project")


def _figure(case: Case, place: Place, stated: Stated, key: str) -> Iterator[Reconciliation]:
    figure: Figure | None = getattr(stated, key)
    if figure is None or (stated.of != "project" and _said_of_the_project(case, key, figure)):
        return
    for stage, amount, spread in _stages(case, figure, key):
        parts = _parts(place, spread)
        if parts is not None:
            yield reconcile(case, place, (*stated.anchor, key), key, amount, parts[0], stage, stated.source, parts[1])


def _said_of_the_project(case: Case, key: str, figure: Figure) -> bool:
    """True of the one applicant's figure where the same is stated of the project: nothing is said twice."""
    if case.several:
        return False
    of_project = (getattr(stated, key) for stated in case.budget.stated if stated.of == "project")
    return any(other is not None and other == figure for other in of_project)


def _stages(case: Case, figure: Figure, key: str) -> Iterator[tuple[str, Amount, Spread]]:
    """The stages at which a stated figure and the rows can be compared, each with the quantity's figures there."""
    for stage in ("granted", "realised"):
        amount = figure.at(stage)
        if amount is not None and stage in case.figures.stages:
            yield stage, amount, case.figures.stages[stage].spreads[QUANTITIES[key].name]
    if figure.planned is not None:
        yield "", figure.planned, case.figures.spreads[QUANTITIES[key].name]
    elif figure.applied is not None:
        yield "applied", figure.applied, case.figures.spreads[QUANTITIES[key].name]


def _parts(place: Place, spread: Spread) -> tuple[Sum, bool] | None:
    """What adds up at a place, where it is not the stated figure itself or what that leaves over."""
    if place.table == "partner":
        one = spread.partners.get(str(place.name))
        return (one, False) if one is not None and one.origin in ("rows", "share") and one.known else None
    if spread.parts_exceed:
        known = [one for one in spread.partners.values() if one.known]
        known += [spread.whole_rows] if spread.whole_rows is not None else []
        return _added(known), True
    if any(one.origin == "left" for one in spread.partners.values()):
        return None
    one = spread.project
    return (one, False) if one.origin in ("partners", "rows", "share") and one.known else None


def _added(sums: list[Sum]) -> Sum:
    values = [one.value for one in sums if one.value is not None]
    return Sum(total(values), "partners", sum(one.parts for one in sums), slack=total([one.slack for one in sums]))


def reconcile(
    case: Case,
    place: Place,
    anchor: Path,
    key: str,
    amount: Amount,
    parts: Sum,
    stage: str = "",
    source: str | None = None,
    left_over: bool = False,
) -> Reconciliation:
    """A stated amount beside its parts, with the tolerance that both have."""
    stated = figure_sum(amount, "stated", anchor)
    assert stated.value is not None
    assert parts.value is not None
    tolerance = case.tolerance(parts.parts, stated.value, parts.value)
    return Reconciliation(
        CHECK_OF.get(key, "category-total"),
        place,
        anchor,
        key,
        stated.value,
        parts.value,
        EXACT.add(tolerance, EXACT.add(stated.slack, parts.slack)),
        stated.about or parts.about,
        amount.at_most,
        amount.at_least,
        stage,
        amount.source or source,
        left_over,
    )


def _sheet(case: Case, place: Place) -> Sheet:
    return case.figures.project if place.table == "project" else case.figures.partners[str(place.name)]


def _net(case: Case, place: Place, stated: Stated) -> Iterator[Reconciliation]:
    """Stated net costs; where the stated costs or income miss, that has been told already."""
    sheet = _sheet(case, place)
    net = stated.net_costs.judged if stated.net_costs else None
    if net is not None and sheet.net_costs is not None and sheet.costs.known and sheet.costs.origin != "stated":
        parts = Sum(sheet.net_costs, "rows", sheet.costs.parts + sheet.income.parts, slack=sheet.costs.slack)
        yield reconcile(case, place, (*stated.anchor, "net_costs"), "net_costs", net, parts, "", stated.source)


def _funding(case: Case, place: Place, stated: Stated) -> Iterator[Reconciliation]:
    sheet = _sheet(case, place)
    funding = stated.funding.judged if stated.funding else None
    kinds = [sheet.kinds[kind] for kind in CASH_KINDS]
    if funding is not None and all(one.known for one in kinds):
        parts = Sum(total([one.value or ZERO for one in kinds]), "rows", sheet.funding_parts)
        yield reconcile(case, place, (*stated.anchor, "funding"), "funding", funding, parts, "", stated.source)


def _shares(case: Case) -> Iterator[Reconciliation]:
    """A partner's share beside the partner's own rows."""
    for index, share in enumerate(case.budget.shares):
        if share.partner is None or share.partner not in case.figures.partners:
            continue
        place = Place("partner", share.partner) if case.several else Place("project")
        for key in SPREAD_KEYS:
            figure: Figure | None = getattr(share, key)
            rows = case.figures.spreads[QUANTITIES[key].name].partners[share.partner]
            if figure is None or figure.judged is None or rows.origin != "rows" or not rows.known:
                continue
            if _said_of_the_project(case, key, figure):
                continue
            whole = share_sum(case.figures.books, QUANTITIES[key], share.partner)
            if whole is not None and whole.parts == 1:
                yield reconcile(case, place, ("share", index, key), key, figure.judged, rows)


def gaps(case: Case) -> "Iterator[tuple[Place, Sheet, Decimal, Decimal]]":
    """Those whose money has to meet and does not: need less what covers it (missing above zero), and its tolerance."""
    if case.cancelled:
        return
    for place, sheet in case.sheets():
        if sheet.missing is not None and sheet.missing != ZERO:
            yield place, sheet, sheet.missing, case.gap_tolerance(sheet)


def mismatch(case: Case) -> Decimal | None:
    """How far the project's funding is from its net costs, below zero where it is less; None where it is not."""
    sheet = case.figures.project
    if case.cancelled or sheet.funding is None or sheet.net_costs is None or sheet.funding == sheet.net_costs:
        return None
    return EXACT.subtract(sheet.funding, sheet.net_costs)
