"""Proofs of totals: every part, their sum, the stated figure beside it, and two documents beside each other."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import where
from budjettitui.checks.arithmetic import years_miss
from budjettitui.checks.case import Case
from budjettitui.checks.part_totals import belongs, category_reconciliations, year_lines
from budjettitui.checks.statements import Difference, differences
from budjettitui.checks.totals import QUANTITIES, Reconciliation, reconciliations
from budjettitui.figures.sums import Quantity
from budjettitui.findings import Finding, Path
from budjettitui.model import CASH_KINDS, STAGES, Amount, Appropriation, Figure, Line, Share
from budjettitui.money import EXACT
from budjettitui.proof.gaps import gap
from budjettitui.proof.reading import Reading
from budjettitui.proof.steps import ProofStep, apart


def stated_total(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The parts of a stated figure of the project or a partner; of net costs, costs and income."""
    found = next((one for one in reconciliations(case) if _is(one, finding)), None)
    if found is None:
        return
    file = Reading(case, found.stage if found.stage in ("granted", "realised") else "")
    if found.key == "funding":
        yield from file.funding(file.sheet(found.place), "")
    elif found.key == "net_costs":
        yield from file.sum("costs", file.sheet(found.place).costs)
        yield from file.sum("income", file.sheet(found.place).income, "-")
    else:
        quantity: Quantity = QUANTITIES[found.key]
        spread = file.spreads[quantity.name]
        partner = spread.partners.get(found.place.name or "") if found.place.table == "partner" else None
        one = partner or spread.project
        yield from file.of_partners(spread) if found.left_over else file.parts(one)
    yield ProofStep("adds_up", found.parts, "=")
    yield from _beside_stated(file, found)


def _is(one: Reconciliation, finding: Finding) -> bool:
    """True of the reconciliation that a finding tells."""
    return (one.anchor, one.stated, one.parts) == (finding.anchor, finding.actual, finding.expected)


def _beside_stated(file: Reading, found: Reconciliation) -> Iterator[ProofStep]:
    """The stated figure, how far apart the two are, and what rounding allows."""
    yield ProofStep("stated", found.stated, "-", path=file.at(found.anchor))
    yield ProofStep("difference", EXACT.subtract(found.parts, found.stated), "=")
    yield ProofStep("allowed", found.tolerance, "<=")


def category(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The rows of a category, a work package or a year, and the stated figure."""
    found = next((one for one in category_reconciliations(case) if _is(one, finding)), None)
    if found is None:
        return
    file = Reading(case)
    yield from file.rows(_of_year(case, found) if found.place.table == "year" else _of_costs(case, found))
    yield ProofStep("adds_up", found.parts, "=")
    yield from _beside_stated(file, found)


def _of_costs(case: Case, found: Reconciliation) -> list[Path]:
    stated = next(one for one in case.budget.stated if one.anchor == found.anchor[: len(one.anchor)])
    partner = stated.of.partition(".")[2] if stated.of.startswith("partner.") and case.several else None
    return [("cost", index) for index in where(case.budget.costs, belongs, found.place, partner)]


def _of_year(case: Case, found: Reconciliation) -> list[Path]:
    year = found.place.name or ""
    rows: list[Path] = [
        (table, index, "years", year) for table, index, row in year_lines(case, found.key) if year in row.years
    ]
    for name in CASH_KINDS if found.key == "funding" else (found.key,):
        quantity = QUANTITIES.get(name)
        owners = case.figures.spreads[quantity.name].partners if quantity is not None else {}
        for index, share in enumerate(case.budget.shares):
            of = owners.get(share.partner or "")
            if of is not None and of.origin == "share" and getattr(share.years.get(year), name, None) is not None:
                rows.append(("share", index, "years", year, name))
    return rows


def rounded(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """What misses by rounding only: need and funding, or a stated figure and its parts."""
    if finding.values.get("between"):
        yield from gap(case, finding)
        return
    steps = tuple(stated_total(case, finding))
    yield from steps or category(case, finding)


# years and documents ---------------------------------------------------------------------------------------------
def years(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """Every year of a row, their sum, and the amount that they should come to."""
    if finding.anchor is None or not isinstance(finding.anchor[1], int):
        return
    table, index = str(finding.anchor[0]), finding.anchor[1]
    row, key = case.budget.rows(table)[index], str(finding.values.get("figure") or "")
    end: Path = (key,) if key else ()
    if isinstance(row, Share):
        figures = {year: one for year, part in row.years.items() if (one := getattr(part, key)) is not None}
        whole: Figure | None = getattr(row, key)
        amount = whole.planned if whole is not None else None
    elif isinstance(row, Line | Appropriation):
        figures, amount = dict(row.years), row.amount
    else:
        return
    for number, (year, figure) in enumerate(figures.items()):
        value = figure.planned.value if figure.planned is not None else None
        yield ProofStep("part", value, "+" if number else "", year, path=(table, index, "years", year, *end))
    yield ProofStep("adds_up", finding.actual, "=")
    yield ProofStep("amount", finding.expected, path=(table, index, key or "amount"))
    yield from apart(finding, _of_years(case, figures, amount), "difference")


def _of_years(case: Case, figures: dict[str, Figure], amount: Amount | None) -> Decimal | None:
    miss = years_miss(case, figures.values(), amount, set(figures)) if amount is not None else None
    return miss.tolerance if miss is not None else None


def documents(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """What the two documents say, each with its line and its source, and what rounding and "about" allow."""
    found = next(
        (one for one in differences(case) if (one.anchor, one.actual) == (finding.anchor, finding.actual)), None
    )
    if found is None:
        return
    for number, path in enumerate((found.first_anchor, found.anchor)):
        file = Reading(case, found.stage if found.stage in STAGES[1:] else "")
        value = found.actual if number else found.expected
        marks = _marks_of(found, number)
        source = (found.second if number else found.first) or ""
        yield ProofStep("stated", value, path=_at(file, path), percent=found.percent, marks=marks, source=source)
    yield from apart(finding, found.tolerance, "difference")


def _at(file: Reading, path: Path) -> Path:
    return file.at(path) if path[-1] != "support_rate" else path


def _marks_of(found: Difference, number: int) -> tuple[str, ...]:
    amount = found.amounts[number] if found.amounts else None
    return amount.marks if amount is not None else ()
