"""How a row that has no amount was worked out: of quantity and price, of its years, of a rate and its base."""

from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.figures.worths import base_of, model_of
from budjettitui.findings import Path
from budjettitui.model import LINES, Cost, Line

Worked = tuple[str, tuple[Decimal, ...]]
"""How, and of what; empty of an amount that is written."""


def worked_out(case: Case, path: Path) -> Worked:
    """The figures that a row's amount is made of, where it is not written."""
    if len(path) != 2 or path[0] not in LINES or not isinstance(path[1], int):
        return "", ()
    row, how = case.budget.rows(str(path[0]))[path[1]], case.figures.worths[str(path[0]), path[1]].how
    if how == "years" and isinstance(row, Line):
        years = [figure.judged.value for figure in row.years.values() if figure.judged is not None]
        return how, tuple(years)
    if how == "product" and isinstance(row, Cost) and row.quantity is not None and row.unit_price is not None:
        part = () if row.allocation is None else (row.allocation,)
        return how, (row.quantity, row.unit_price.value, *part)
    if how == "flat" and isinstance(row, Cost):
        return _flat(case, row)
    return "", ()


def _flat(case: Case, row: Cost) -> Worked:
    """The rate and its base, of a line that the cost model works out."""
    for rate in case.terms.flat_rates(model_of(case.budget, row)):
        base = base_of(case.budget, row, rate.base, case.figures.worths) if rate.category == row.category else None
        if base is not None and isinstance(rate.rate.value, Decimal):
            return "flat", (rate.rate.value, base)
    return "", ()
