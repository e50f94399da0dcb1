"""Names that the file uses as a partner's though no partner has them: `unknown-reference` tells of those, once."""

from budjettitui.blocks import some
from budjettitui.checks.alike import as_seen
from budjettitui.checks.case import Case
from budjettitui.model import Cost, Funding, Income, Share


def meant_as_partner(case: Case, name: str | None) -> bool:
    """True of a name that some row gives its partner or recipient by, while no partner is called so.

    A payer may be anybody, in words; one that is a partner in another row is a partner whose id was misspelled.
    """
    if not name or name in case.figures.books.known_ids:
        return False
    if is_unnamed_partner(case, name):
        return True
    budget = case.budget
    tables = (budget.costs, budget.incomes, budget.shares, budget.funding)
    return any(some(rows, _names, name) for rows in tables)


def is_unnamed_partner(case: Case, name: str | None) -> bool:
    """True of the name of a partner that has no id (`missing-key` tells of it): it is that partner, and no other body."""
    if not name or not case.figures.books.unnamed:
        return False
    return any(one.id is None and one.name and as_seen(one.name) == as_seen(name) for one in case.budget.partners)


def _names(row: Cost | Income | Share | Funding, name: str) -> bool:
    return (row.recipient if isinstance(row, Funding) else row.partner) == name
