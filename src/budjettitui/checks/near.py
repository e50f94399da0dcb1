"""The word of a list that a typing error most likely meant; a hostile file can ask for little work."""

from collections.abc import Collection

from budjettitui.reading.flaws import nearest
from budjettitui.rules import RuleSet

MOST_WORDS = 40
"""So many words are compared letter by letter; of a longer list, those of about the same length, if they are so few."""


def nearest_of(word: str, known: Collection[str]) -> str | None:
    """The nearest of the known words, None where none is near or where there are too many to look at."""
    if len(known) > MOST_WORDS:
        known = [name for name in known if abs(len(name) - len(word)) < 2 and name[:1].lower() == word[:1].lower()]
    return nearest(word, tuple(known)) if len(known) <= MOST_WORDS else None


def nearest_category(word: str, rules: RuleSet) -> str | None:
    """The category of the rules whose word, or else whose heading in one of the languages, is nearest to a word."""
    near = nearest_of(word, tuple(rules.categories))
    if near is not None:
        return near
    headings = {
        label.casefold(): name
        for name, category in rules.categories.items()
        for label in category.labels.values()
        if label[:1].casefold() == word[:1].casefold()
    }
    found = nearest_of(word, tuple(headings))
    return headings[found] if found is not None else None
