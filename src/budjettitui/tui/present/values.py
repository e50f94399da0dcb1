"""Single values as the screen writes them: money, marks, rates, names. All of it goes through `Words`."""

from decimal import Decimal

from budjettitui.balance import meets
from budjettitui.cells.texts import MARKS
from budjettitui.figures.sums import Sum
from budjettitui.figures.worths import Worth
from budjettitui.findings import Path
from budjettitui.model import Amount, Budget, Cost
from budjettitui.money import ZERO, decimals_written
from budjettitui.rules import RuleSet
from budjettitui.state import State
from budjettitui.tui.widgets.cells import cells, head
from budjettitui.words import Percent, Words

UNKNOWN, NONE = "?", "-"

GROUPS = {"kind": "funding"}
"""The group of labels that the words of a key stand in."""


def money(words: Words, value: Decimal | None) -> str:
    """An amount with the decimals of its currency and no sign of it; `?` where it is not known."""
    return UNKNOWN if value is None else words.show(value)


def rate(words: Words, value: Decimal | None) -> str:
    """`75,00 %`."""
    return UNKNOWN if value is None else words.show(Percent(value))


def support_rate(words: Words, support: Decimal | None, value: Decimal | None) -> str:
    """The rate of a support; a dash where there is no support, of which no rate is a fact."""
    return NONE if support == ZERO else rate(words, value)


def short_rate(words: Words, value: Decimal) -> str:
    """A percentage as it is written in the file: `75`, not `75,00`."""
    return words.say("show.exact", value=value)


def marks(one: Sum | Worth | Amount | None) -> str:
    """What the file says of a figure's certainty, and whether it is what the totals leave over: two signs at most."""
    if one is None:
        return ""
    if isinstance(one, Sum) and one.origin == "left":
        return "="
    return "".join(sign for sign, word in MARKS.items() if getattr(one, word))[:2]


def met(state: State, missing: Decimal | None) -> str:
    """Whether costs and funding meet, as a sign; nothing where that is not known or not judged yet."""
    return {True: "✓", False: "✗", None: ""}[meets(state, missing)]


def legend(words: Words) -> str:
    """What the marks behind amounts mean."""
    said = [(sign, words.label("qualifier", word)) for sign, word in MARKS.items()]
    return "  ".join(f"{sign} {word}" for sign, word in [*said, ("=", words.say("screen.origin.left"))])


def partner_name(budget: Budget, partner_id: str | None) -> str:
    """A partner's name, else its id."""
    found = next((one for one in budget.partners if one.id == partner_id), None)
    return found.label if found is not None else partner_id or ""


def label(state: State, words: Words, path: Path, word: str) -> str:
    """What a word of a list is called in the language of the screen."""
    key = str(path[-1])
    if key == "category":
        known = state.terms.rules.categories.get(word)
        return (known.labels.get(words.lang) or "") if known is not None else ""
    if key in ("partner", "payer", "recipient"):
        return partner_name(state.budget, word)
    group = GROUPS.get(key, key)
    return (
        words.label(group, word)
        if words.has(f"label.{group}.{word}")
        else words.say(f"screen.word.{word}")
        if words.has(f"screen.word.{word}")
        else ""
    )


def exact(words: Words, value: Decimal | None) -> str:
    """A number with the decimals it is written with; nothing where there is none."""
    return "" if value is None else words.say("show.exact", value=value)


def price(words: Words, one: Amount | None) -> str:
    """A unit price, which may have more decimals than the currency."""
    return "" if one is None else in_full(words, one.value)


def in_full(words: Words, value: Decimal) -> str:
    """A number with all its decimals, and at least those of the currency."""
    return words.of("", max(words.decimals, decimals_written(value))).show(value)


def how(words: Words, row: Cost, room: int = 0) -> str:
    """Quantity, price and allocation as people write them: `11 kk x 5 538,75 x 40 %`.

    Where that takes more than `room` cells the unit is cut, so that no number is.
    """
    shown = _how(words, row, row.unit or "")
    over = cells(shown) - room if room else 0
    if over <= 0 or row.unit is None:
        return shown
    unit = words.show(row.unit)
    return _how(words, row, f"{head(unit, max(1, cells(unit) - over - 1))}…")


def _how(words: Words, row: Cost, unit: str) -> str:
    parts = []
    if row.quantity is not None:
        parts.append(f"{words.say('show.exact', value=row.quantity)} {unit}".strip())
    if row.unit_price is not None:
        parts.append(price(words, row.unit_price))
    if row.allocation is not None and row.allocation != 100:
        parts.append(f"{words.say('show.exact', value=row.allocation)} %")
    return " x ".join(parts)


def how_source(words: Words, row: Cost) -> str:
    """The same as one edits it: a whole allocation is written too, so that nothing is lost by keeping it."""
    shown = how(words, row)
    return f"{shown} x 100 %" if row.allocation == 100 else shown


def category(rules: RuleSet, words: Words, name: str | None) -> str:
    """The heading that the funder's form has for a category, else its short name, else the word of the file."""
    known = rules.categories.get(name or "")
    label = known.labels.get(words.lang) if known is not None else None
    short = f"screen.category.{name}"
    return label or (words.say(short) if name and words.has(short) else name or "")
