"""What things are called in a table that leaves the program: categories as the funder has them, partners by their names."""

from collections.abc import Mapping
from functools import cached_property

from budjettitui.exchange.sheets import ExportColumn, Kind
from budjettitui.model import STAGES, Amount
from budjettitui.report.sentences import CURRENCY_SIGNS
from budjettitui.rules import name_in
from budjettitui.state import State
from budjettitui.words import Words


class Names:
    """The names of one budget in one language."""

    def __init__(self, state: State, words: Words) -> None:
        self.state = state
        self.words = words

    def column(self, key: str, kind: Kind) -> ExportColumn:
        """The column of a key; money says its currency."""
        head = self.words.say(f"table.head.{key}")
        if kind != "money":
            return ExportColumn(head, kind)
        return self.money(head)

    def money(self, head: str) -> ExportColumn:
        """A column of money under a head of its own, such as a year."""
        currency = self.state.budget.project.currency
        return ExportColumn(f"{head} ({CURRENCY_SIGNS.get(currency, currency)})", "money")

    def sheet(self, key: str) -> str:
        """What a table is called."""
        return self.words.say(f"table.sheet.{key}")

    def category(self, word: str | None) -> str | None:
        """The funder's heading of a category, unless two categories share it: then its word, which is its own alone."""
        if word is None:
            return None
        label = self._label(word)
        meant = [one for one, called in self._called.items() if label.casefold() in called]
        return label if meant == [word] else word

    def partner(self, id: str | None) -> str | None:
        """The name of a partner, or the text itself where it names none; its id where two share a name."""
        found = [one for one in self.state.budget.partners if one.id == id and id]
        if not found:
            return id
        alike = [one for one in self.state.budget.partners if one.label.casefold() == found[0].label.casefold()]
        return found[0].label if len(alike) == 1 else id

    def kind(self, word: str | None) -> str | None:
        """A kind of funding, under the rules' own heading where they have one."""
        heading = self.state.terms.rules.funding.get(word or "")
        own = heading.labels.get(self.words.lang) if heading is not None else None
        return own or (self.words.label("funding", word) if word else None)

    def certainty(self, amount: Amount | None) -> str | None:
        """What the file says of how sure an amount is: `about`, `at most`."""
        said = amount.marks if amount is not None else ()
        return ", ".join(self.words.label("qualifier", name) for name in said) or None

    def stage(self, name: str) -> str:
        """A stage of the figures."""
        return self.words.label("stage", name) if name in STAGES else name

    def _label(self, word: str) -> str:
        known = self.state.terms.rules.categories.get(word)
        return (name_in(known.labels, self.words.lang) if known is not None else "") or word

    @cached_property
    def _called(self) -> Mapping[str, set[str]]:
        """Every name that each category goes by."""
        rules = self.state.terms.rules.categories
        used = {row.category for row in self.state.budget.costs if row.category}
        return {
            word: {
                word.casefold(),
                *(label.casefold() for label in (rules[word].labels.values() if word in rules else ())),
            }
            for word in (*rules, *sorted(used - set(rules)))
        }
