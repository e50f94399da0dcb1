"""Budget items as a controller reads them: what is promised from each, and what is set aside for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from budjettitui.figures import Figures
from budjettitui.model import Appropriation, Budget, Funding
from budjettitui.money import total


@dataclass(frozen=True, slots=True)
class Item:
    """One payer's budget item. `promised` and `appropriated` are None where a sum is not known."""

    label: str
    promised: Decimal | None
    appropriated: Decimal | None


def budget_items(budget: Budget, figures: Figures) -> list[Item]:
    """Every budget item that funding or an appropriation names; one number of two payers is two items."""
    found: dict[tuple[str, str | None], tuple[list[Decimal | None], list[Decimal | None]]] = {}
    for index, row in enumerate(budget.funding):
        if row.budget_item:
            worth = figures.worths["funding", index].value
            found.setdefault(_key(row), ([], []))[0].append(worth)
    for item in budget.appropriations:
        if item.budget_item:
            value = None if item.amount is None else item.amount.value
            found.setdefault(_key(item, [key for key in found if key[0] == item.budget_item]), ([], []))[1].append(
                value
            )
    names = [name for name, _ in found]
    return [
        Item(name if names.count(name) == 1 else f"{name} ({payer or '-'})", _known(promised), _known(set_aside))
        for (name, payer), (promised, set_aside) in found.items()
    ]


def _key(row: Funding | Appropriation, named: Iterable[tuple[str, str | None]] = ()) -> tuple[str, str | None]:
    """The item and its payer; one that names no payer is the only one of that number."""
    same = list(named)
    if row.payer is None and len(same) == 1:
        return same[0]
    return (row.budget_item or "", row.payer)


def _known(values: list[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return total(known) if values and len(known) == len(values) else None
