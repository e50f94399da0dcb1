"""Proofs of single rows: a product, VAT in a price or in a line, two lines beside each other."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.figures.worths import share_of
from budjettitui.findings import Finding, Path
from budjettitui.model import Cost
from budjettitui.money import EXACT, HUNDRED, ONE, ZERO, divided, percent_of, times
from budjettitui.proof.reading import Reading
from budjettitui.proof.steps import ProofStep, apart, comes_to


def _row(case: Case, finding: Finding) -> tuple[Cost, Path] | None:
    """The cost line that a finding stands at."""
    if finding.anchor is None or finding.anchor[0] != "cost" or not isinstance(finding.anchor[1], int):
        return None
    return case.budget.costs[finding.anchor[1]], ("cost", finding.anchor[1])


def product(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """Quantity, price, allocation, their product, the amount and the difference."""
    found = _row(case, finding)
    if found is None:
        return
    row, path = found
    yield from _factors(row, path)
    exact = _exact(row)
    yield ProofStep("product", finding.expected, "=" if exact == finding.expected else "~")
    yield ProofStep("amount", finding.actual, path=(*path, "amount"))
    yield from apart(finding, what="difference")


def _factors(row: Cost, path: Path) -> Iterator[ProofStep]:
    yield ProofStep("quantity", row.quantity, "", row.unit or "", path=(*path, "quantity"), exact=True)
    if row.unit_price is not None:
        yield ProofStep("price", row.unit_price.value, "x", path=(*path, "unit_price"), exact=True)
    if row.allocation is not None:
        yield ProofStep("allocation", row.allocation, "x", path=(*path, "allocation"), percent=True)


def _exact(row: Cost) -> Decimal | None:
    if row.quantity is None or row.unit_price is None:
        return None
    found = times(row.quantity, row.unit_price.value)
    return found if row.allocation is None else percent_of(row.allocation, found)


def vat_in_price(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The price without VAT, what it is with VAT, and what the line would be less without."""
    found, rate = _row(case, finding), finding.values.get("rate")
    if found is None or not isinstance(rate, Decimal) or finding.expected is None or finding.actual is None:
        return
    row, path = found
    with_vat = EXACT.add(HUNDRED, rate)
    gross = percent_of(with_vat, finding.expected)
    yield ProofStep("price_without_vat", finding.expected, exact=True)
    yield ProofStep("with_vat", with_vat, "x", percent=True)
    yield ProofStep(
        "price", finding.actual, "=" if gross == finding.actual else "~", path=(*path, "unit_price"), exact=True
    )
    yield ProofStep("price_without_vat", finding.expected, "-", exact=True)
    yield ProofStep("vat", EXACT.subtract(finding.actual, finding.expected), "=", exact=True)
    if row.quantity is not None and isinstance(less := finding.values.get("gap"), Decimal):
        yield ProofStep("quantity", row.quantity, "x", row.unit or "", path=(*path, "quantity"), exact=True)
        if row.allocation is not None:
            yield ProofStep("allocation", row.allocation, "x", path=(*path, "allocation"), percent=True)
        exact = share_of(times(row.quantity, EXACT.subtract(finding.actual, finding.expected)), row.allocation)
        yield comes_to("less", exact, less)


def vat_in_line(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The line, divided by what the VAT makes of a sum without; the VAT is what lies between."""
    found = _row(case, finding)
    if found is None or found[0].vat_rate is None or finding.actual is None:
        return
    row, path = found
    assert row.vat_rate is not None
    worth = case.figures.worths["cost", int(path[1])].value or ZERO
    without = EXACT.subtract(worth, finding.actual)
    exact = divided(times(worth, HUNDRED), EXACT.add(HUNDRED, row.vat_rate))
    yield ProofStep("amount", worth, path=path)
    yield ProofStep("with_vat", EXACT.add(HUNDRED, row.vat_rate), "/", path=(*path, "vat_rate"), percent=True)
    yield ProofStep("without_vat", without, "=" if exact == without else "~")
    yield ProofStep("amount", worth, path=path)
    yield ProofStep("without_vat", without, "-")
    yield ProofStep("vat", finding.actual, "=")


def hundredfold(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The largest line of a category, the next, and how many times larger it is."""
    largest, following = finding.values.get("largest"), finding.values.get("next")
    found = _row(case, finding)
    if found is None or not isinstance(largest, Decimal) or not isinstance(following, Decimal):
        return
    category, worths = finding.values.get("category"), case.figures.worths
    rows = enumerate(case.budget.costs)
    other = next(
        (
            index
            for index, row in rows
            if row.category == category and index != found[1][1] and worths["cost", index].value == following
        ),
        None,
    )
    yield ProofStep("amount", largest, path=found[1])
    yield ProofStep("next_largest", following, "/", path=("cost", other) if other is not None else None)
    yield ProofStep("times", divided(largest, following).quantize(ONE), "~", exact=True)


def alike(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """Both lines, each with its amount."""
    found, first = _row(case, finding), finding.values.get("first")
    if found is not None and isinstance(first, int):
        yield from Reading(case).rows([("cost", first - 1), found[1]])
