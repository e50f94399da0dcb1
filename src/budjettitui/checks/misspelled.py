"""Names that the file uses as a partner's though no partner has them: `unknown-reference` tells of those, once."""

from budjettitui.blocks import some
from budjettitui.checks.case import Case
from budjettitui.model import Cost, Funding, Income, Share


def meant_as_partner(case: Case, name: str | None) -> bool:
    """True of a name that some row gives its partner or recipient by, while no partner is called so.

    A payer may be anybody, in words; one that is a partner in another row is a partner whose id was misspelled.
    """
    if not name or name in case.figures.books.known_ids:
        return False
    budget = case.budget
    tables = (budget.costs, budget.incomes, budget.shares, budget.funding)
    return any(some(rows, _names, name) for rows in tables)


def _names(row: Cost | Income | Share | Funding, name: str) -> bool:
    return (row.recipient if isinstance(row, Funding) else row.partner) == name
