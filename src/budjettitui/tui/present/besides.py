"""What a high window shows below the partners of the Overview: the costs by category, and the budget items."""

from collections.abc import Iterator

from budjettitui.balance import item_lines
from budjettitui.money import part_of
from budjettitui.tui.present.tables import columns
from budjettitui.tui.present.values import category, marks, money, rate
from budjettitui.tui.view import View

Told = tuple[str, str]
"""A line and the role of its style."""


INDENT = 5
"""Cells beside a table: those before it, and those that stay behind it."""


def besides(view: View, width: int) -> tuple[Told, ...]:
    """Both tables in so many cells, each under its heads, a blank line between them."""
    blocks = [block for block in (list(_categories(view)), list(_items(view))) if block]
    lines: list[Told] = []
    for block in blocks:
        head, *rest = columns(block, width - INDENT)
        lines += [("", ""), (head, "head"), *((line, "") for line in rest)]
    return tuple(lines)


def _categories(view: View) -> Iterator[tuple[str, ...]]:
    """Each category with its lines, its sum and its part of the costs."""
    words, figures = view.words, view.seen.figures
    rows = view.seen.budget.costs
    if not rows:
        return
    yield tuple(words.say(f"screen.head.{name}") for name in ("category", "lines", "costs", "share"))
    for name, value in figures.categories.items():
        part = part_of(value, figures.project.costs.value)
        count = sum(1 for row in rows if row.category == name)
        shown = words.show(category(view.state.terms.rules, words, name))
        yield (shown, str(count), money(words, value), "" if part is None else rate(words, part))


def _items(view: View) -> Iterator[tuple[str, ...]]:
    """Each budget item with who pays it, what is set aside, what is promised, and what is left."""
    words, found = view.words, item_lines(view.seen)
    if not found:
        return
    yield tuple(words.say(f"screen.head.{name}") for name in ("budget_item-long", "aside", "promised", "left"))
    for one in found:
        item = one.item
        amount = item.rows[0][1].amount if len(item.rows) == 1 else None
        aside = words.say("screen.items.none") if not item.rows else money(words, item.appropriated) + marks(amount)
        name = ", ".join(words.show(part) for part in (item.budget_item, item.payer) if part)
        yield (name, aside, money(words, item.promised), money(words, one.left))
