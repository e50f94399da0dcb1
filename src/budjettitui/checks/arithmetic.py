"""Arithmetic: products, sums over years, stated totals, and whether all funding is all costs."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from budjettitui.checks import ERROR, Found, check, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD, ROWS
from budjettitui.checks.ruled import source
from budjettitui.checks.totals import SPREAD_KEYS, Reconciliation, mismatch, reconciliations
from budjettitui.figures.worths import exact_product
from budjettitui.findings import Place
from budjettitui.model import Amount, Appropriation, Cost, Figure, Line, Row, Share, place_of
from budjettitui.money import EXACT, ONE, ZERO, decimals_written, is_whole, percent_of, times, to_decimals, total
from budjettitui.values import frozen


def _line_bound(case: Case, row: Cost) -> Decimal:
    """Half a unit of the price's last decimal, for each unit bought, and half of the currency's smallest."""
    assert row.unit_price is not None
    assert row.quantity is not None
    half = ONE.scaleb(-case.budget.decimals) / 2
    price = row.unit_price.value
    if is_whole(price):
        return half
    step = times(ONE.scaleb(-decimals_written(price)) / 2, abs(row.quantity))
    return EXACT.add(half, step if row.allocation is None else percent_of(row.allocation, step))


@frozen
class Miss:
    """A figure that is not what it should be, in currency: how far it is, exactly, and how far rounding may bring it."""

    expected: Decimal
    actual: Decimal
    by: Decimal
    tolerance: Decimal

    @property
    def rounded(self) -> bool:
        """True where rounding explains it."""
        return abs(self.by) <= self.tolerance


def _line_miss(case: Case, row: Row) -> Miss | None:
    """A line's amount beside what its product comes to; None where it fits, or where one of them is not given."""
    if not isinstance(row, Cost) or row.amount is None or row.unread & {"quantity", "unit_price", "allocation"}:
        return None
    exact = exact_product(row)
    if exact is None:
        return None
    by = EXACT.subtract(row.amount.value, exact)
    if abs(by) <= _line_bound(case, row):
        return None
    unit = case.tolerance(1) if case.terms.unit is not None else ZERO
    return Miss(to_decimals(exact, case.budget.decimals), row.amount.value, by, unit)


@row_check(
    "line-product",
    ERROR,
    "cost",
    good=HEAD + '[[cost]]\ncategory = "services"\nquantity = 150\nunit_price = 71.92\namount = 10_788\n',
    bad=HEAD + '[[cost]]\ncategory = "services"\nquantity = 150\nunit_price = 71.92\namount = 10_878\n',
    within=HEAD + '[[cost]]\ncategory = "services"\nquantity = 150\nunit_price = 71.92\namount = 10_788.75\n',
    beyond=HEAD + '[[cost]]\ncategory = "services"\nquantity = 150\nunit_price = 71.92\namount = 10_788.76\n',
)
def line_product(case: Case, table: str, index: int, row: Row) -> Iterable[Found]:
    """The amount of a line is not its quantity times its unit price times its allocation.

    A price is often rounded to the cent before it is multiplied, so the amount may differ by half a unit of the price's
    last decimal for each unit bought, and by half a cent more. A price without decimals is taken as exact. What the
    rules' own rounding unit excuses is told as rounding.

    Rule: this program's own: quantity × price × allocation, half-up to the currency.
    """
    miss = _line_miss(case, row)
    if miss is None:
        return
    assert isinstance(row, Cost)
    if miss.rounded:
        values = {"row": name_of(table, index, row), "key": "amount"}
        yield Found(place_of(table, index, row), (table, index, "amount"), values, "line", partner=row.partner,
                    expected=miss.expected, actual=miss.actual, check="rounded-parts")  # fmt: skip
        return
    yield Found(
        place_of(table, index, row),
        (table, index, "amount"),
        {"row": name_of(table, index, row), "quantity": row.quantity, "price": row.unit_price and row.unit_price.value,
         "allocation": row.allocation, "unit": row.unit or ""},
        "allocated" if row.allocation is not None else "",
        partner=row.partner,
        expected=miss.expected,
        actual=miss.actual,
        approximate=bool(row.amount and row.amount.about),
    )  # fmt: skip


def name_of(table: str, index: int, row: Row) -> str | Place:
    """What a person calls a row: its description, else its id, else its place, which has a name in each language."""
    described = getattr(row, "description", None)
    return described or row.id or place_of(table, index, row)


# years -----------------------------------------------------------------------------------------------------------
def _years_miss(case: Case, row: Row) -> Miss | None:
    """The sum of a row's years beside its amount, where it is above it, or below it though all years are given."""
    if not isinstance(row, Line | Appropriation) or not row.years or row.amount is None or "years" in row.unread:
        return None
    return years_miss(case, row.years.values(), row.amount, set(row.years))


def years_miss(case: Case, figures: Iterable[Figure], amount: Amount, years: set[str]) -> Miss | None:
    """The sum of some years beside the amount that they should add up to; None where they meet."""
    given = [figure.planned for figure in figures]
    known = [one.value for one in given if one is not None]
    if len(known) < len(given):
        return None
    added = total(known)
    over = added > amount.value and not amount.at_least
    under = added < amount.value and not amount.at_most and complete(case, years)
    if not (over or under):
        return None
    tolerance = case.tolerance(len(known), added, amount.value)
    return Miss(amount.value, added, EXACT.subtract(added, amount.value), tolerance)


def complete(case: Case, years: set[str]) -> bool:
    """True where every calendar year of the period, or every reporting period of the project, is given."""
    project = case.budget.project
    if project.periods:
        return set(project.periods) <= years
    if project.period is None:
        return False
    return {str(year) for year in range(project.period.start.year, project.period.end.year + 1)} <= years


@row_check(
    "years-total",
    ERROR,
    "cost",
    "income",
    "funding",
    "appropriation",
    "share",
    good=HEAD + 'period = { start = 2025-01-01, end = 2026-12-31 }\n[[cost]]\ncategory = "personnel"\n'
    "amount = 40_000\nyears = { 2025 = 20_000, 2026 = 20_000 }\n",
    bad=HEAD + 'period = { start = 2025-01-01, end = 2026-12-31 }\n[[cost]]\ncategory = "personnel"\n'
    "amount = 40_000\nyears = { 2025 = 21_000, 2026 = 20_000 }\n",
    within=HEAD + 'period = { start = 2025-01-01, end = 2026-12-31 }\n[[cost]]\ncategory = "personnel"\n'
    "amount = 40_000\nyears = { 2025 = 20_002, 2026 = 20_000 }\n",
    beyond=HEAD + 'period = { start = 2025-01-01, end = 2026-12-31 }\n[[cost]]\ncategory = "personnel"\n'
    "amount = 40_000\nyears = { 2025 = 20_003, 2026 = 20_000 }\n",
)
def years_total(case: Case, table: str, index: int, row: Row) -> Iterable[Found]:
    """The years of a row add up to more than its amount, or to less although every year of the period is given.

    Years that are not given yet are no mistake: what a row does not split stands under no year. Of a share that misses in
    several figures, the first (costs, support, own, income) is told.

    Rule: how this program works figures out (docs/figures.md).
    """
    miss, figure = _share_miss(case, row) if isinstance(row, Share) else (_years_miss(case, row), "")
    if miss is not None:
        yield Found(
            place_of(table, index, row).at("years"),
            (table, index, "years"),
            {"row": name_of(table, index, row), "key": "years", "years": tuple(sorted(getattr(row, "years", ()))),
             "figure": figure},
            "years" if miss.rounded else "",
            expected=miss.expected,
            actual=miss.actual,
            partner=getattr(row, "partner", None),
            check="rounded-parts" if miss.rounded else "",
        )  # fmt: skip


def _share_miss(case: Case, row: Share) -> tuple[Miss | None, str]:
    """The first figure of a share whose years do not add up to it, by the rule for rows."""
    for key in SPREAD_KEYS:
        whole: Figure | None = getattr(row, key)
        years: dict[str, Figure] = {name: one for name, part in row.years.items() if (one := getattr(part, key))}
        if whole is None or whole.planned is None or not years or row.unread & {"years", key}:
            continue
        if any(part.unread for part in row.years.values()):
            continue
        miss = years_miss(case, years.values(), whole.planned, set(years))
        if miss is not None:
            return miss, key
    return None, ""


# stated totals -----------------------------------------------------------------------------------------------------
def _stated_total(case: Case, name: str) -> Iterator[Found]:
    """Those that miss; two documents that state the same miss the same way, which is told once."""
    told = set()
    for one in reconciliations(case):
        same = (one.place, one.key, one.stage, one.stated, one.parts)
        if one.check == name and one.misses and not one.within and same not in told:
            told.add(same)
            yield _stated_found(case, one)


def _stated_found(case: Case, one: Reconciliation) -> Found:
    return Found(
        one.place,
        one.anchor,
        {
            "who": case.label(one.place),
            "key": one.key,
            "stage": one.stage,
            "left_over": one.left_over,
            "document": one.source or "",
        },
        "parts" if one.left_over else "share" if one.anchor[0] == "share" else "net" if one.key == "net_costs" else "",
        partner=one.place.name if one.place.table == "partner" else None,
        expected=one.parts,
        actual=one.stated,
        approximate=one.about,
    )


_MONEY = '[[funding]]\nkind = "support"\namount = 75_000\n[[funding]]\nkind = "own"\namount = 25_000\n'


@check(
    "total-cost",
    ERROR,
    "project",
    good=HEAD + "[stated]\ncosts = 100_000\n" + ROWS,
    bad=HEAD + "[stated]\ncosts = 101_000\n" + ROWS,
    within=HEAD + "[stated]\ncosts = 100_002\n" + ROWS,
    beyond=HEAD + "[stated]\ncosts = 100_003\n" + ROWS,
)
def total_cost(case: Case) -> Iterable[Found]:
    """The costs that a document states are not what its cost lines, or the partners' shares, add up to.

    A total marked about may miss by half a unit of its last digit that is not zero; one marked at most is missed only by
    a larger sum. Where the known parts already exceed the total, nothing is left over for the last partner.

    Rule: how this program works figures out (docs/figures.md).
    """
    return _stated_total(case, "total-cost")


@check(
    "total-income",
    ERROR,
    "project",
    good=HEAD + "[stated]\nincome = 5_000\n[[income]]\namount = 5_000\n",
    bad=HEAD + "[stated]\nincome = 5_000\n[[income]]\namount = 4_000\n",
    within=HEAD + "[stated]\nincome = 5_000\n[[income]]\namount = 5_001\n",
    beyond=HEAD + "[stated]\nincome = 5_000\n[[income]]\namount = 5_002\n",
)
def total_income(case: Case) -> Iterable[Found]:
    """The income that a document states is not what its income lines add up to.

    Rule: how this program works figures out (docs/figures.md).
    """
    return _stated_total(case, "total-income")


@check(
    "total-funding",
    ERROR,
    "project",
    good=HEAD + "[stated]\nfunding = 100_000\n" + _MONEY,
    bad=HEAD + "[stated]\nfunding = 102_000\n" + _MONEY,
    within=HEAD + "[stated]\nfunding = 100_002\n" + _MONEY,
    beyond=HEAD + "[stated]\nfunding = 100_003\n" + _MONEY,
)
def total_funding(case: Case) -> Iterable[Found]:
    """The funding that a document states in all is not what the funding lines and shares add up to.

    Rule: how this program works figures out (docs/figures.md).
    """
    return _stated_total(case, "total-funding")


@check(
    "total-support",
    ERROR,
    "project",
    good=HEAD + "[stated]\nsupport = 75_000\n" + _MONEY,
    bad=HEAD + "[stated]\nsupport = 76_000\n" + _MONEY,
    within=HEAD + "[stated]\nsupport = 75_001\n" + _MONEY,
    beyond=HEAD + "[stated]\nsupport = 75_002\n" + _MONEY,
)
def total_support(case: Case) -> Iterable[Found]:
    """The support that a document states is not what the support lines or the partners' shares add up to.

    Rule: how this program works figures out (docs/figures.md).
    """
    return _stated_total(case, "total-support")


@check(
    "total-own",
    ERROR,
    "project",
    good=HEAD + "[stated]\nown = 25_000\n" + _MONEY,
    bad=HEAD + "[stated]\nown = 20_000\n" + _MONEY,
    within=HEAD + "[stated]\nown = 25_001\n" + _MONEY,
    beyond=HEAD + "[stated]\nown = 25_002\n" + _MONEY,
)
def total_own(case: Case) -> Iterable[Found]:
    """The own funding that a document states is not what the own lines or the partners' shares add up to.

    Rule: how this program works figures out (docs/figures.md).
    """
    return _stated_total(case, "total-own")


# meeting -----------------------------------------------------------------------------------------------------------
@check(
    "total-mismatch",
    ERROR,
    "project",
    good=HEAD + "[stated]\ncosts = 100_000\n" + _MONEY,
    bad=HEAD + "[stated]\ncosts = 102_000\n" + _MONEY,
    within=HEAD + "[stated]\ncosts = 100_002\n" + _MONEY,
    beyond=HEAD + "[stated]\ncosts = 100_003\n" + _MONEY,
)
def total_mismatch(case: Case) -> Iterable[Found]:
    """All funding together is not the net costs (costs less income).

    Every euro of the costs has a source, and no euro is paid twice. Where one partner's gap makes the difference, the
    gap is the finding and this follows from it. Some funders' forms take no plan that does not meet.

    Rule: funding.equals_costs of the rule set, where it has one; 1125/2021 13 § 2 mom.
    """
    sheet, over = case.figures.project, mismatch(case)
    if over is not None and abs(over) > case.gap_tolerance(sheet):
        yield Found(
            Place("project"),
            case.anchor_of(Place("project")),
            expected=sheet.net_costs,
            actual=sheet.funding,
            wording="over" if over > ZERO else "",
            approximate=sheet.approximate,
            source=source(case.terms.rules.rule("funding.equals_costs")),
        )


@check(
    "net-positive",
    ERROR,
    "project",
    good=HEAD + '[[cost]]\ncategory = "services"\namount = 10_000\n[[income]]\namount = 4_000\n'
    '[[funding]]\nkind = "support"\namount = 6_000\n',
    bad=HEAD + '[[cost]]\ncategory = "services"\namount = 10_000\n[[income]]\namount = 10_000\n'
    '[[funding]]\nkind = "support"\namount = 6_000\n',
    within=HEAD + '[[cost]]\ncategory = "services"\namount = 10_000\n[[income]]\namount = 9_999\n'
    '[[funding]]\nkind = "support"\namount = 6_000\n',
    beyond=HEAD + '[[cost]]\ncategory = "services"\namount = 10_000\n[[income]]\namount = 10_000\n'
    '[[funding]]\nkind = "support"\namount = 6_000\n',
)
def net_positive(case: Case) -> Iterable[Found]:
    """There is nothing left for the support to pay: income, or income and other funding, already cover the costs.

    Support is for the deficit; a project that needs none cannot apply for it.

    Rule: support is for net costs that other money does not cover: how this program works figures out
    (docs/figures.md).
    """
    if case.cancelled:
        return
    places = [(Place("project"), case.figures.project), *(case.sheets() if case.several else [])]
    for place, sheet in places:
        net, support = sheet.net_costs, sheet.support.value
        if net is None or support is None or support <= ZERO:
            continue
        other = sheet.other_funding() or ZERO
        left = EXACT.subtract(net, other)
        if net <= ZERO or left <= ZERO:
            yield Found(
                place,
                case.anchor_of(place),
                {"who": case.label(place), "net": net, "other": other, "support": support},
                "" if net <= ZERO else "other",
                partner=place.name,
                actual=net if net <= ZERO else left,
                approximate=sheet.approximate,
            )
