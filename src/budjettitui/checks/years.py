"""The support rate of each year beside that of the whole."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from budjettitui.blocks import where
from budjettitui.checks import INFO, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.findings import Path, Place
from budjettitui.model import Figure, Row
from budjettitui.money import EXACT, ZERO, ratio, to_decimals, total

FAMILY = "time"

MOST_POINTS = Decimal(5)
"""So many percentage points a year may stray from the whole."""

ByYear = Mapping[str, Decimal]


def _years(costs: str, support: str) -> str:
    return (
        HEAD
        + f"""
[[cost]]
category = "personnel"
years = {{ 2025 = {costs}, 2026 = 60_000 }}

[[funding]]
kind = "support"
years = {{ 2025 = {support}, 2026 = 45_000 }}
"""
    )


@check("year-rate", INFO, "year", good=_years("40_000", "30_000"), bad=_years("60_000", "35_000"))
def year_rate(case: Case) -> Iterator[Found]:
    """The support rate of one year strays from that of the whole by more than five percentage points.

    Claims are paid at one rate, so a year that is planned at another means that somebody waits for money. It is looked
    at only where all the costs and all the support are split by year.

    Rule: this program's own.
    """
    sheet = case.figures.project
    whole = sheet.support_rate
    if case.cancelled or whole is None or sheet.rate_on_public:
        return
    costs, support = _costs(case), _support(case)
    if costs is None or support is None:
        return
    for year in sorted(costs):
        if costs[year] > ZERO:
            rate = ratio(support.get(year, ZERO), costs[year])
            if abs(EXACT.subtract(to_decimals(rate, 12), to_decimals(whole, 12))) > MOST_POINTS:
                values = {"support": support.get(year, ZERO), "costs": costs[year]}
                yield Found(
                    Place("year", year),
                    _anchor(case, year),
                    {
                        **values,
                        "points": to_decimals(abs(EXACT.subtract(to_decimals(rate, 6), to_decimals(whole, 6))), 2),
                    },
                    expected=to_decimals(whole, 6),
                    actual=to_decimals(rate, 6),
                    percent=True,
                )


def _costs(case: Case) -> ByYear | None:
    """The base of the rate by year, where all of it is split."""
    sheet = case.figures.project
    years = {year: value for year, value in case.figures.years.items() if value is not None}
    if len(years) < max(2, len(case.figures.years)) or not _all(case, years, sheet.costs.value):
        return None
    if sheet.income.value == ZERO or case.terms.support.base != "net_costs":
        return years
    income = _added([row.years for row in case.budget.incomes])
    if not _all(case, income, sheet.income.value):
        return None
    return {year: EXACT.subtract(value, income.get(year, ZERO)) for year, value in years.items()}


def _support(case: Case) -> ByYear | None:
    """The support by year, of lines and of shares, where all of it is split."""
    known, rows = case.figures.books.known_ids, []
    with_rows = set()
    for row in case.budget.funding:
        if row.kind == "support" and row.payer not in known:
            rows.append(row.years)
            with_rows.add(case.figures.books.owner(row))
    for share in case.budget.shares:
        if share.partner not in with_rows:
            rows.append({year: one.support for year, one in share.years.items() if one.support is not None})
    support = _added(rows)
    return support if _all(case, support, case.figures.project.support.value) else None


def base_paths(case: Case, year: str) -> tuple[list[Path], list[Path]]:
    """Where the costs of a year stand, and the income that goes off them where the rate is of net costs."""
    costs = [path for path in _in_year(case, "cost", year) if not case.budget.costs[int(path[1])].in_kind]
    costs += _in_shares(case, "costs", year)
    net = case.figures.project.income.value != ZERO and case.terms.support.base == "net_costs"
    return costs, _in_year(case, "income", year) if net else []


def support_paths(case: Case, year: str) -> list[Path]:
    """Where the support of a year stands, in lines and in shares."""
    known, rows = case.figures.books.known_ids, case.budget.funding
    lines = [(index, row) for index, row in enumerate(rows) if row.kind == "support" and row.payer not in known]
    with_rows = {case.figures.books.owner(row) for _, row in lines}
    found: list[Path] = [("funding", index, "years", year) for index, row in lines if year in row.years]
    shares = _in_shares(case, "support", year)
    return found + [path for path in shares if case.budget.shares[int(path[1])].partner not in with_rows]


def _in_year(case: Case, table: str, year: str) -> list[Path]:
    rows = case.budget.rows(table)
    return [(table, index, "years", year) for index, row in enumerate(rows) if year in getattr(row, "years", {})]


def _in_shares(case: Case, key: str, year: str) -> list[Path]:
    """Shares that split a figure, of partners whose figure is their share."""
    owners = case.figures.spreads["costs"].partners if key == "costs" else {}
    found: list[Path] = []
    for index, share in enumerate(case.budget.shares):
        of = owners.get(share.partner or "")
        if of is not None and of.origin != "share":
            continue
        if getattr(share.years.get(year), key, None) is not None:
            found.append(("share", index, "years", year, key))
    return found


def _added(rows: "Iterator[Mapping[str, Figure]] | list[Mapping[str, Figure]]") -> dict[str, Decimal]:
    found: dict[str, list[Decimal]] = {}
    for years in rows:
        for year, figure in years.items():
            if figure.judged is not None:
                found.setdefault(year, []).append(figure.judged.value)
    return {year: total(values) for year, values in found.items()}


def _all(case: Case, years: ByYear, whole: Decimal | None) -> bool:
    """True where the years add up to the whole, but for rounding."""
    if whole is None or not years:
        return False
    added = total(list(years.values()))
    return abs(EXACT.subtract(added, whole)) <= case.tolerance(len(years), added, whole)


def _anchor(case: Case, year: str) -> Path:
    """The first support line that has the year, else the first cost line."""
    for table in ("funding", "cost", "share"):
        for index in where(case.budget.rows(table), _splits, year)[:1]:
            return (table, index, "years", year)
    return ("project",)


def _splits(row: Row, year: str) -> bool:
    return year in getattr(row, "years", {}) and getattr(row, "kind", "support") == "support"
