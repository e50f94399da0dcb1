"""What a stated total is made of: rows, shares, years of rows, each with its name and whose it is."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.meeting import place_of_costs
from budjettitui.checks.mends.writing import amount_at, row_name
from budjettitui.checks.part_totals import belongs, year_lines
from budjettitui.checks.totals import QUANTITIES
from budjettitui.document import Document
from budjettitui.findings import Finding, Path, Place
from budjettitui.model import Cost, Funding, Income
from budjettitui.values import frozen

COSTS = ("costs", "net_costs")


@frozen
class Summand:
    """One of the figures that a total is the sum of: where it stands, what it is called, how much it is."""

    path: Path
    name: str | Place
    amount: Decimal


def summands_of(case: Case, document: Document, finding: Finding) -> Iterator[Summand]:
    """The figures that the total is made of, where they are written."""
    for path in _paths(case, finding):
        amount = amount_at(document, path)
        if amount is not None:
            yield Summand(path, summand_name(case, path), amount)


def _paths(case: Case, finding: Finding) -> Iterator[Path]:
    place, key = finding.place, str(finding.values.get("key"))
    if place.table == "year":
        year = place.name or ""
        yield from ((table, row, "years", year) for table, row, one in year_lines(case, key) if year in one.years)
    elif place.table in ("category", "work_package"):
        partner = partner_of(case, finding)
        yield from (
            ("cost", row, "amount") for row, one in enumerate(case.budget.costs) if belongs(one, place, partner)
        )
    elif key == "funding":
        for index, line in enumerate(case.budget.funding):
            if place.table == "project" or case.figures.books.owner(line) == place.name:
                yield ("funding", index, "amount")
    else:
        for anchor in _anchors(case, finding):
            if anchor[0] != "stated":
                yield (*anchor, "amount") if len(anchor) == 2 else anchor


def _anchors(case: Case, finding: Finding) -> Sequence[Path]:
    key = str(finding.values.get("key"))
    quantity = QUANTITIES["costs" if key in COSTS else key]
    spread = case.figures.spreads[quantity.name]
    if finding.values.get("left_over"):
        return [path for one in spread.partners.values() if one.origin in ("rows", "share") for path in one.anchors]
    one = spread.partners.get(str(finding.place.name)) if finding.place.table == "partner" else spread.project
    return () if one is None else one.anchors


def of_costs(finding: Finding) -> bool:
    """True of a total of costs: of the whole, a category, a work package or a year."""
    return finding.place.table in ("category", "work_package") or str(finding.values.get("key")) in COSTS


def partner_of(case: Case, finding: Finding) -> str | None:
    """The partner whose categories a total is of."""
    for stated in case.budget.stated:
        if finding.anchor is not None and finding.anchor[: len(stated.anchor)] == stated.anchor:
            table, _, name = stated.of.partition(".")
            return name if table == "partner" and case.several else None
    return None


def summand_name(case: Case, path: Path) -> str | Place:
    """What people call a summand: a partner, with the year where its share is worked out from years, or a row."""
    table, index = str(path[0]), int(path[1])
    if table != "share":
        return row_name(case, table, index)
    name = case.label(Place("partner", case.budget.rows(table)[index].id))
    return f"{name} {path[3]}" if path[2:3] == ("years",) else name


def place_of_summand(case: Case, path: Path) -> Place:
    """Whose money a summand is."""
    row = case.budget.rows(str(path[0]))[int(path[1])]
    if isinstance(row, Cost):
        return place_of_costs(case, row)
    owner = case.figures.books.owner(row) if isinstance(row, Income | Funding) else row.id
    return Place("partner", owner) if case.several and owner in case.figures.partners else Place("project")
