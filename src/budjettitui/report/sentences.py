"""What a finding, a hint and a mend say: their figures and the names of the budget put into the words of a language."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from budjettitui.blocks import first_with
from budjettitui.findings import Finding, Fix, Hint, Path, Place
from budjettitui.model import ROW_TABLES, Budget, Row
from budjettitui.money import EXACT, ZERO, decimals_to_show
from budjettitui.traits import called
from budjettitui.words import Percent, Words

CURRENCY_SIGNS = {"EUR": "€"}
"""Currencies with a sign that everybody reads; the others are shown by their code."""

NAMED = ("category", "fund")
"""Places that are no rows and are called by a word of the rules, which has a name in each language."""


def words_for(budget: Budget, words: Words) -> Words:
    """The words with the currency of a budget."""
    currency = budget.project.currency
    return words.of(CURRENCY_SIGNS.get(currency, currency), budget.decimals)


def exact_enough(words: Words, finding: Finding) -> Words:
    """The words with as many decimals as it takes to show how far a finding's figures are apart, where they are."""
    gap, rate, ceiling = finding.difference or ZERO, finding.values.get("rate"), finding.values.get("ceiling")
    if finding.percent:
        return words.finer(words.decimals, decimals_to_show(gap, words.percents))
    points = EXACT.subtract(rate, ceiling) if isinstance(rate, Decimal) and isinstance(ceiling, Decimal) else ZERO
    return words.finer(decimals_to_show(gap, words.decimals), decimals_to_show(points, words.percents))


AFTER_A_WORD = ("line", "other", "row")
"""What a title names after the word for a line: `Poista rivi {line}`."""


class Sentences:
    """Makes sentences about one budget, in one language."""

    def __init__(self, budget: Budget, words: Words) -> None:
        self.budget = budget
        self.words = words

    def of(self, finding: Finding) -> str:
        """The sentence of a finding: who, the figure, what it was measured against, the difference."""
        return exact_enough(self.words, finding).say(self._key(finding), **self.values(finding))

    def fix(self, fix: Fix, *, step: bool = False) -> str:
        """What a mend is called, and what moves with it so that the money meets; of another place, with what it is about.

        A `step` stands after another, which says what it is about.
        """
        values = {name: self._in_title(name, value) for name, value in fix.values.items()}
        said = self.words.say(_under("fix", fix.title), **values)
        said += self.words.say("fix.meeting", **values) if values.get("meets") else ""
        said += self.words.say("fix.follows") if values.get("follows") else ""
        said += self.words.say("fix.meeting.passed") if values.get("passed") else ""
        said += self.words.say("fix.meeting.stated") if values.get("stated") else ""
        for one in fix.then:
            then = _within(self.fix(one, step=True))
            said = self.words.say("fix.then", first=said, then=then, about=one.values.get("about"))
        about = None if step else values.get("about")
        return self.words.say("fix.about", about=about, fix=_within(said)) if about else said

    def _in_title(self, name: str, value: object) -> object:
        """What a value is called within a title: a line without a name goes by its number, after the word for a line
        that stands in the sentence, or with its own."""
        if isinstance(value, Place) and value.number is not None and self.words.has(f"label.line.{value.table}"):
            group = "line" if name in AFTER_A_WORD else "line-alone"
            return self.words.say(f"label.{group}.{value.table}", number=value.number)
        return self._called(value)

    def title(self, check: str) -> str:
        """What a check is about, in a few words that may stand within a sentence."""
        return _within(self.words.say(f"explain.{check}.title"))

    def hint(self, hint: Hint) -> str:
        """What a bookkeeper would look for."""
        return self.words.say(_under("hint", hint.key), **self._named_values(hint.values))

    def follows(self, finding: Finding, among: Iterable[Finding]) -> str:
        """Which finding it follows from, by the name of its check and of whom it is about."""
        cause = finding.cause
        if cause is None:
            return ""
        root = next((one for one in among if (one.check, one.path) == (cause.check, cause.path)), None)
        at = cause.path if root is None else self.who(root.place)
        return self.words.say("report.follows", what=self.title(cause.check), at=at)

    def rests_on_about(self, finding: Finding) -> bool:
        """True where it is to be said that a figure is only about; `approximate-total` says nothing else."""
        return finding.approximate and finding.check != "approximate-total"

    def values(self, finding: Finding) -> dict[str, object]:
        """All that a finding's sentence may show."""
        gap = None if finding.difference is None else abs(finding.difference)
        figures = {"expected": finding.expected, "actual": finding.actual, "difference": finding.difference, "gap": gap}
        found: dict[str, object] = {name: _figure(value, finding.percent) for name, value in figures.items()}
        given = self._named_values(finding.values)
        return found | {"source": finding.source} | given | {"who": self.who(finding.place)}

    def _named_values(self, values: Mapping[str, object]) -> dict[str, object]:
        """The values with what a place is called instead of the place."""
        return {name: self._called(value) for name, value in values.items()}

    def _called(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(self._called(one) for one in value)
        return self.who(value) if isinstance(value, Place) else value

    def who(self, place: Place) -> str:
        """What a place is called by people: a partner's name, a line's description, a category, a year."""
        name = self._row_name(place) if place.table in ROW_TABLES else self._thing(place)
        return f"{name}, {self.words.label('key', place.key.partition('.')[0])}" if place.key else name

    def _key(self, finding: Finding) -> str:
        key = f"finding.{finding.check}"
        wording = f"{key}.{finding.wording}"
        return wording if finding.wording and self.words.has(wording) else key

    def _row_name(self, place: Place) -> str:
        return self.row_called(place, self._row(place))

    def row_called(self, place: Place, row: Row | None) -> str:
        """What a row is called, where one has it at hand: its name or description, else its table with id or number."""
        partner = self._named("partner", place.name) if place.table == "share" else None
        for name in (getattr(partner or row, "name", None), getattr(row, "description", None)):
            if isinstance(name, str) and name.strip():
                return self.words.show(name)
        label = self.words.label("place", place.table)
        name = place.name or getattr(row, "budget_item", None) or place.number
        return label if name is None else f"{label} {self.words.show(name)}"

    def stated_called(self, path: Path) -> str:
        """Which stated figures these are: of what, and in which document, as far as the file says it; that goes first,
        since a narrow column cuts the end."""
        label = self.words.label("place", "stated")
        found = next((one for one in self.budget.stated if one.anchor == path[: len(one.anchor)]), None)
        if found is None:
            return label
        of = None if found.of == "project" else self._of(found.of)
        said = [self.words.show(text) for text in (of, found.source) if text]
        return f"{', '.join(said)}: {label[:1].lower()}{label[1:]}" if said else label

    def _of(self, text: str) -> str:
        """What a stated figure is of, by its name: `partner.fvh` is Forum Virium Helsinki Oy."""
        table, _, name = text.partition(".")
        return self.who(Place(table, name)) if name and self.words.has(f"label.place.{table}") else text

    def _thing(self, place: Place) -> str:
        label = self.words.label("place", place.table)
        if place.name is None:
            return label
        name = self.words.label(place.table, place.name) if place.table in NAMED else self.words.show(place.name)
        return f"{label} {name}"

    def _row(self, place: Place) -> Row | None:
        rows = self.budget.rows(place.table)
        if place.number is not None:
            return rows[place.number - 1] if 0 < place.number <= len(rows) else None
        return self._named(place.table, place.name)

    def _named(self, table: str, name: str | None) -> Row | None:
        rows = self.budget.rows(table)
        index = first_with(rows, called, name) if name else None
        return None if index is None else rows[index]


def _within(said: str) -> str:
    """A sentence's words as they stand within another."""
    return said if said[1:2].isupper() else said[:1].lower() + said[1:]


def _figure(value: Decimal | None, percent: bool) -> Decimal | Percent | None:
    return Percent(value) if percent and value is not None else value


def _under(group: str, key: str) -> str:
    return key if key.startswith(group + ".") else f"{group}.{key}"
