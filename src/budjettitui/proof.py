"""The proof of a finding: the chain of figures of this file that leads to it, each with where it stands.

Values only; `report.proof` puts them into words. A step says what the figure is, with which sign it enters, where it
comes from and at which path it is written.
"""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.part_totals import category_comparisons
from budjettitui.checks.support import partner_ceilings, project_ceiling
from budjettitui.checks.totals import QUANTITIES, Comparison, comparisons
from budjettitui.figures import Sheet
from budjettitui.findings import Finding, Path, Place
from budjettitui.model import CASH_KINDS, Cost, Funding, Income, Line
from budjettitui.money import EXACT, ZERO, total
from budjettitui.sums import Quantity, Spread, Sum
from budjettitui.values import frozen

MOST_LINES = 40
"""So many lines of a sum are told one by one; the rest in one step."""


@frozen
class Step:
    """One figure of a proof. `what` is a key of `words` (`proof.<what>`), `name` what the file calls it.

    `sign`: empty for the first figure, `+`, `-`, `x`, `=` for what the steps above come to, `<=` for what is allowed.
    """

    what: str
    value: Decimal | None
    sign: str = ""
    name: str = ""
    origin: str = ""
    path: Path | None = None
    percent: bool = False
    indent: int = 0
    marks: tuple[str, ...] = ()
    exact: bool = False
    """True of a number that is no amount: a quantity, a price, a rate as written."""


def proof(case: Case, finding: Finding) -> tuple[Step, ...]:
    """The steps that lead to a finding; the figures it compares, where there is no longer chain."""
    make = _PROOFS.get(finding.check)
    steps = tuple(make(case, finding)) if make is not None else ()
    return steps or tuple(_compared(finding))


def _compared(finding: Finding) -> Iterator[Step]:
    for what, value, sign in (
        ("expected", finding.expected, ""),
        ("actual", finding.actual, ""),
        ("difference", finding.difference, "="),
    ):
        if value is not None:
            yield Step(what, value, sign, percent=finding.percent, path=finding.anchor if what == "actual" else None)


def _sheet(case: Case, place: Place) -> Sheet:
    partner = case.figures.partners.get(place.name or "") if place.table == "partner" else None
    return partner or case.figures.project


# what makes a sum ----------------------------------------------------------------------------------------------------
def _sum(case: Case, what: str, one: Sum, sign: str, indent: int = 0) -> Iterator[Step]:
    """A sum, with the figures it is made of below it where it is more than one figure."""
    path = one.anchors[0] if len(one.anchors) == 1 else None
    yield Step(what, one.value, sign, origin=one.origin, path=path, indent=indent, marks=_marks(one))
    if one.origin == "left":
        yield from _left_over(case, one, indent + 1)
    elif one.origin == "partners":
        yield from _of_partners(
            case, case.figures.spreads[f"funding.{what}" if what == "support" else what], indent + 1
        )
    elif len(one.anchors) > 1:
        yield from _parts(case, one, indent + 1)


def _of_partners(case: Case, spread: Spread, indent: int) -> Iterator[Step]:
    """Each partner's part of a project's sum, and the rows that name no partner."""
    sign = ""
    for partner, one in spread.partners.items():
        if one.value or one.anchors:
            path = one.anchors[0] if len(one.anchors) == 1 else None
            name = case.label(Place("partner", partner))
            yield Step("part", one.value, sign, name, one.origin, path, indent=indent, marks=_marks(one))
            sign = "+"
            if one.origin == "rows" and len(one.anchors) > 1:
                yield from _parts(case, one, indent + 1)
    if spread.whole_rows is not None:
        yield from _parts(case, spread.whole_rows, indent, sign)


def _marks(one: Sum) -> tuple[str, ...]:
    return tuple(mark for mark in ("about", "at_most", "at_least") if getattr(one, mark))


def _left_over(case: Case, one: Sum, indent: int) -> Iterator[Step]:
    """The stated total, and what the others have of it."""
    for number, path in enumerate(one.anchors):
        yield Step(
            "stated" if number == 0 else "part",
            _amount(case, path),
            "-" if number else "",
            _name(case, path),
            path=path,
            indent=indent,
        )


def _parts(case: Case, one: Sum, indent: int, sign: str = "") -> Iterator[Step]:
    """The figures that a sum is made of; what one partner passes on to another goes off the first."""
    gone = set() if _adds_up(case, one) else {path for path in one.anchors if _is_passed_on(case, path)}
    for number, path in enumerate(one.anchors[:MOST_LINES]):
        minus = path in gone
        gone.discard(path)
        shown = "-" if minus else "+" if number else sign
        yield Step("part", _amount(case, path), shown, _name(case, path), path=path, indent=indent)
    if len(one.anchors) > MOST_LINES:
        yield Step("more", Decimal(len(one.anchors) - MOST_LINES), "+", indent=indent, exact=True)


def _adds_up(case: Case, one: Sum) -> bool:
    amounts = [_amount(case, path) for path in one.anchors]
    return total([amount for amount in amounts if amount is not None]) == one.value


def _is_passed_on(case: Case, path: Path) -> bool:
    """True of a line of support that one partner pays to another."""
    if len(path) != 2 or path[0] != "funding":
        return False
    row = case.budget.funding[int(path[1])]
    return row.kind == "support" and row.payer in case.figures.partners and case.figures.books.owner(row) != row.payer


def _amount(case: Case, path: Path) -> Decimal | None:
    """The amount at a path: a row's worth, or a figure of a share or a stated total."""
    if len(path) == 2 and isinstance(path[1], int) and path[0] in ("cost", "income", "funding"):
        worth = case.figures.worths.get((str(path[0]), path[1]))
        return worth.value if worth is not None else None
    item: object = None
    if path[0] == "share" and isinstance(path[1], int):
        share = case.budget.shares[path[1]]
        item = share.years.get(str(path[3])) if path[2] == "years" else share
    elif path[0] == "stated":
        item = next((one for one in case.budget.stated if one.anchor == path[:-1]), None)
    figure = getattr(item, str(path[-1]), None)
    amount = getattr(figure, "judged", None)
    return amount.value if amount is not None else None


def _name(case: Case, path: Path) -> str:
    """What the file calls what stands at a path."""
    rows = case.budget.rows(str(path[0])) if path[0] in ("cost", "income", "funding", "share") else ()
    if len(path) < 2 or not isinstance(path[1], int) or path[1] >= len(rows):
        return ""
    row = rows[path[1]]
    if isinstance(row, Cost | Income | Funding):
        return row.description or row.id or ""
    year = f" {path[3]}" if len(path) > 3 and path[2] == "years" else ""
    return case.label(Place("partner", row.id)) + year if row.id else ""


# gaps ----------------------------------------------------------------------------------------------------------------
def _gap(case: Case, finding: Finding) -> Iterator[Step]:
    """Costs, less income, less support: the need; less what covers it: what is missing; and what rounding allows."""
    sheet = _sheet(case, finding.place)
    if finding.check == "total-mismatch":
        yield from _net_costs(case, sheet)
        yield from _funding(case, sheet, "-")
    else:
        yield from _need(case, finding)
        yield from _covering(case, sheet)
    over = finding.difference is not None and finding.difference > ZERO
    yield Step("over" if over else "missing", abs(finding.difference) if finding.difference is not None else None, "=")
    yield Step("allowed", case.gap_tolerance(sheet), "<=")


def _net_costs(case: Case, sheet: Sheet) -> Iterator[Step]:
    yield from _sum(case, "costs", sheet.costs, "")
    if sheet.income.value:
        yield from _sum(case, "income", sheet.income, "-")
        yield Step("net_costs", sheet.net_costs, "=")


def _need(case: Case, finding: Finding) -> Iterator[Step]:
    """Costs, less income, less support: the need."""
    sheet = _sheet(case, finding.place)
    yield from _net_costs(case, sheet)
    yield from _sum(case, "support", sheet.support, "-")
    yield Step("need", sheet.need, "=")


def _funding(case: Case, sheet: Sheet, sign: str) -> Iterator[Step]:
    for kind in CASH_KINDS:
        one = sheet.kinds[kind]
        if one.value or one.anchors:
            yield from _sum(case, f"funding.{kind}", one, sign)


def _covering(case: Case, sheet: Sheet) -> Iterator[Step]:
    for kind in CASH_KINDS:
        one = sheet.kinds[kind]
        if kind != "support" and (one.value or one.anchors):
            yield from _sum(case, f"funding.{kind}", one, "-")


# totals, rates, lines ------------------------------------------------------------------------------------------------
def _total(case: Case, finding: Finding) -> Iterator[Step]:
    """Every part, their sum, the stated figure, the difference and what rounding allows."""
    found = next(
        (one for one in comparisons(case) if one.anchor == finding.anchor and one.check == finding.check), None
    )
    if found is None:
        return
    quantity: Quantity | None = QUANTITIES.get(found.key)
    if quantity is not None:
        spread = case.figures.spreads[quantity.name]
        one = (
            spread.partners.get(finding.place.name or "", spread.project)
            if finding.place.table == "partner"
            else spread.project
        )
        yield from _of_partners(case, spread, 0) if found.left_over else _parts(case, one, 0)
    yield Step("adds_up", found.parts, "=")
    yield from _beside_stated(found)


def _beside_stated(found: Comparison) -> Iterator[Step]:
    """The stated figure, how far apart the two are, and what rounding allows."""
    yield Step("stated", found.stated, "-", path=found.anchor)
    yield Step("difference", EXACT.subtract(found.parts, found.stated), "=")
    yield Step("allowed", found.tolerance, "<=")


def _category(case: Case, finding: Finding) -> Iterator[Step]:
    found = next((one for one in category_comparisons(case) if one.anchor == finding.anchor), None)
    if found is None:
        return
    rows = [
        ("cost", index)
        for index, row in enumerate(case.budget.costs)
        if finding.place.table == "category" and row.category == finding.place.name and not row.in_kind
    ]
    for number, path in enumerate(rows[:MOST_LINES]):
        yield Step("part", _amount(case, path), "+" if number else "", _name(case, path), path=path)
    yield Step("adds_up", found.parts, "=")
    yield from _beside_stated(found)


def _rate(case: Case, finding: Finding) -> Iterator[Step]:
    """The base, the ceiling, what it allows, the support, how far it is over, and what rounding allows."""
    every = [project_ceiling(case), *partner_ceilings(case)]
    one = next((one for one in every if one is not None and one.place == finding.place), None)
    if one is None:
        return
    if one.sheet.rate_on_public:
        yield Step("public_funding", one.base, origin="stated", path=_public(case, one.place, one.base))
    else:
        yield from _sum(case, "costs", one.sheet.costs, "")
        cash = EXACT.subtract(one.base, one.sheet.rate_in_kind)
        if one.sheet.income.value and cash == one.sheet.net_costs:
            yield from _sum(case, "income", one.sheet.income, "-")
            yield Step("net_costs", cash, "=")
        if one.sheet.rate_in_kind:
            yield Step("in_kind_costs", one.sheet.rate_in_kind, "+")
            yield Step("adds_up", one.base, "=")
    yield Step("ceiling", one.rate_shown, "x", percent=True)
    yield Step("allowed_support", one.allowed, "=")
    yield from _sum(case, "support", one.sheet.support, "")
    yield Step("over" if one.over > ZERO else "below", abs(one.over), "=")
    yield Step("allowed", one.tolerance, "<=")


def _public(case: Case, place: Place, base: Decimal) -> Path | None:
    """Where the public funding that a rate is taken on is stated."""
    of = "project" if place.table == "project" else f"partner.{place.name}"
    for stated in case.budget.stated:
        public = stated.public_funding.judged if stated.public_funding is not None else None
        if public is not None and public.value == base and stated.of == of:
            return (*stated.anchor, "public_funding")
    return None


def _line(case: Case, finding: Finding) -> Iterator[Step]:
    """Quantity, price, allocation, their product, the amount and the difference."""
    if finding.anchor is None or not isinstance(finding.anchor[1], int):
        return
    row: Line = case.budget.costs[finding.anchor[1]]
    assert isinstance(row, Cost)
    path: Path = ("cost", finding.anchor[1])
    yield Step("quantity", row.quantity, "", row.unit or "", path=(*path, "quantity"), exact=True)
    if row.unit_price is not None:
        yield Step("price", row.unit_price.value, "x", path=(*path, "unit_price"), exact=True)
    if row.allocation is not None:
        yield Step("allocation", row.allocation, "x", path=(*path, "allocation"), percent=True)
    yield Step("product", finding.expected, "=")
    yield Step("amount", finding.actual, "", path=(*path, "amount"))
    yield Step("difference", finding.difference, "=")


_PROOFS = {
    "self-financing-missing": _gap,
    "self-financing-unknown": _need,
    "overfunded": _gap,
    "total-mismatch": _gap,
    "total-cost": _total,
    "total-income": _total,
    "total-support": _total,
    "total-own": _total,
    "total-funding": _total,
    "category-total": _category,
    "rate-exceeded": _rate,
    "rate-exceeded-partner": _rate,
    "rate-rounding": _rate,
    "support-unused": _rate,
    "line-product": _line,
}
