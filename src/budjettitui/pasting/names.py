"""What the words of a pasted block name: the category and the partner, in any of the three languages."""

from collections.abc import Mapping
from decimal import Decimal

from budjettitui.pasting.category_words import meant
from budjettitui.state import State
from budjettitui.values import frozen
from budjettitui.words import LANGUAGES, Words

YES = frozenset(("yes", "x", "true", "kyllä", "k", "ja", "j"))
NO = frozenset(("", "no", "false", "-", "ei", "e", "nej", "n"))
"""What a cell says of a line that is in kind, and of one that is not."""


@frozen
class Known:
    """What the block is read against: the budget, what its categories are called, and what stands in it already."""

    state: State
    names: Mapping[str, set[str]]
    standing: frozenset[tuple[str, Decimal | None]]
    whole: frozenset[str]
    """What stands in the place of a partner where a line is of the project as a whole."""


def known_of(state: State) -> Known:
    """What is known of a budget."""
    costs = enumerate(state.budget.costs)
    standing = frozenset(
        ((row.description or "").casefold(), state.figures.worths["cost", index].value) for index, row in costs
    )
    whole = frozenset(plain(Words(lang).say("table.whole")) for lang in LANGUAGES)
    return Known(state, _category_names(state), standing, whole)


def plain(text: str) -> str:
    """A text as it is compared: in small letters, with single blanks."""
    return " ".join(text.casefold().split())


def category_of(known: Known, text: str) -> str | None:
    """The category that a text names: its word, its short name, the funder's heading, or what people say, in any language."""
    wanted = plain(text)
    if not wanted:
        return None
    names = known.names
    exact = [word for word, called in names.items() if wanted in called]
    found = exact[0] if exact else meant(wanted, names)
    if found is not None:
        return found
    begin = [
        word for word, called in names.items() if len(wanted) > 3 and any(one.startswith(wanted) for one in called)
    ]
    return begin[0] if len(begin) == 1 else None


def of_the_rules(known: Known, category: str) -> bool:
    """True of a category that the rules have, or need not have. One that only stands in the budget already is none."""
    rules = known.state.terms.rules
    return rules.any_category or category in rules.categories


def partner_of(known: Known, text: str) -> str | None:
    """The partner that a text names, by id or name."""
    wanted = text.casefold()
    return next(
        (
            one.id
            for one in known.state.budget.partners
            if one.id and wanted in (one.id.casefold(), one.label.casefold())
        ),
        None,
    )


def _category_names(state: State) -> Mapping[str, set[str]]:
    used = dict.fromkeys(row.category for row in state.budget.costs if row.category)
    found: dict[str, set[str]] = {}
    for word in dict.fromkeys((*state.terms.rules.categories, *used)):
        known = state.terms.rules.categories.get(word)
        names = {word, *(known.labels.values() if known is not None else ())}
        for lang in LANGUAGES:
            words = Words(lang)
            if words.has(f"screen.category.{word}"):
                names.add(words.say(f"screen.category.{word}"))
        found[word] = {plain(name) for name in names}
    return found
