"""Budget items by the names that a reader calls them."""

from budjettitui.promises import Item


def label(item: Item, among: tuple[Item, ...]) -> str:
    """The item's number, with its payer where two payers have one number."""
    same = sum(other.budget_item == item.budget_item for other in among)
    return item.budget_item if same == 1 else f"{item.budget_item} ({item.payer or '-'})"
