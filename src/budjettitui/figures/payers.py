"""Who pays whom: the funding of each partner by who it comes from, in columns that add up to what the partner has."""

from collections.abc import Sequence
from decimal import Decimal

from budjettitui.figures import Figures, Sheet
from budjettitui.figures.sums import Sum
from budjettitui.model import Budget
from budjettitui.money import ZERO, total
from budjettitui.values import frozen

FUNDER = "funder"
"""Who support comes from."""


@frozen
class Payments:
    """A payer: `funder`, a partner, somebody named in a row, or a kind of funding where nobody is. By recipient."""

    payer: str
    named: bool
    amounts: tuple[Decimal, ...]
    together: Decimal


def payments(budget: Budget, figures: Figures) -> tuple[Payments, ...]:
    """A row a payer, a column a partner; nothing where the columns would not add up to the funding that is known."""
    columns = [_paid_to(budget, figures, who, sheet) for who, sheet in figures.partners.items()]
    sheets = list(figures.partners.values())
    if not figures.several or any(_sum(one) != sheet.funding for one, sheet in zip(columns, sheets, strict=True)):
        return ()
    payers = dict.fromkeys(payer for column in columns for payer in column)
    rows = []
    for payer in payers:
        amounts = tuple(column.get(payer, ZERO) for column in columns)
        rows.append(Payments(payer[0], payer[1], amounts, total(amounts)))
    return tuple(rows) if total([row.together for row in rows]) == figures.project.funding else ()


Payer = tuple[str, bool]
"""A name, and whether it is somebody's and not a kind of funding."""


def _paid_to(budget: Budget, figures: Figures, who: str, sheet: Sheet) -> dict[Payer, Decimal]:
    """What a partner gets, by payer."""
    found: dict[Payer, Decimal] = {}
    for kind, one in sheet.kinds.items():
        for payer, value in _parts(budget, figures, who, kind, one):
            found[payer] = total([found.get(payer, ZERO), value])
    return {payer: value for payer, value in found.items() if value != ZERO}


def _parts(budget: Budget, figures: Figures, who: str, kind: str, one: Sum) -> Sequence[tuple[Payer, Decimal]]:
    """The money of one kind: by the rows where it stands in rows, else from whoever that kind comes from."""
    usual = (FUNDER, False) if kind == "support" else (who, True) if kind == "own" else (kind, False)
    rows = [path[1] for path in one.anchors if path[0] == "funding" and isinstance(path[1], int)]
    if one.origin != "rows" or kind in ("support", "own") or not rows:
        return [(usual, one.value)] if one.value is not None else []
    named = [((budget.funding[row].payer or kind, budget.funding[row].payer is not None), row) for row in rows]
    return [(payer, figures.worths["funding", row].value or ZERO) for payer, row in named]


def _sum(column: dict[Payer, Decimal]) -> Decimal:
    return total(list(column.values()))
