"""Budget items by the names that a reader calls them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from budjettitui.figures.promises import Item

Named = Iterator[tuple[str, Item]]


def labelled(items: Sequence[Item]) -> Named:
    """The items, each by its number, with its payer in brackets where two payers have one number; no two are alike."""
    taken = Counter(item.budget_item for item in items)
    given: Counter[str] = Counter()
    for item in items:
        name = item.budget_item if taken[item.budget_item] == 1 else f"{item.budget_item} ({item.payer or '-'})"
        given[name] += 1
        yield name if given[name] == 1 else f"{name} [{given[name]}]", item
