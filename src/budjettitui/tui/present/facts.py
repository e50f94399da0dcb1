"""Facts as one reads them: what each is called, and what the file says of it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from budjettitui import facts
from budjettitui.cells.places import kind_of
from budjettitui.facts import FACTS
from budjettitui.facts.listed import WHOLE, listed_in
from budjettitui.facts.named import PARTS, category_of, named_in, numbers_of
from budjettitui.findings import Path
from budjettitui.reading.kinds import Kind
from budjettitui.rules import loader
from budjettitui.state import State
from budjettitui.tui.present.names import row_name
from budjettitui.tui.present.values import category as category_heading
from budjettitui.tui.present.values import label, partner_name
from budjettitui.tui.widgets.cells import cells
from budjettitui.words import Percent, Words

LONGEST = 30
"""Cells that the names of a list take at most beside what it is called; of more their number is told."""


def called(words: Words, path: Path) -> str:
    """What a fact is called."""
    return words.say(f"flow.facts.{path[0] if path in FACTS else 'row'}.{path[-1]}")


def title(words: Words, path: Path) -> str:
    """The same as a heading."""
    name = called(words, path)
    return name[:1].upper() + name[1:]


def value_shown(state: State, words: Words, path: Path) -> str:
    """What a fact is, as one reads it."""
    if path[:2] in PARTS:
        return _named(state, words, path)
    if kind_of(path) is Kind.TEXTS:
        return _several(words, [covered(state, words, one) for one in listed_in(state, path)])
    value = facts.value_of(state, path)
    if value is None:
        return words.say("screen.nothing")
    if isinstance(value, tuple | date):
        return days_shown(words, value)
    if isinstance(value, str):
        return word_shown(state, words, path, value) or words.show(value)
    if facts.is_exact(path):
        return words.say("show.exact", value=value)
    return words.show(Percent(value) if facts.is_percent(path) else value)


def _named(state: State, words: Words, path: Path) -> str:
    """What a table of the call says: its names; of one name its numbers."""
    if len(path) == 2:
        return _several(words, [name_shown(state, words, path, name) for name in named_in(state, path)])
    numbers = numbers_of(state, path[:2], str(path[2]))
    return numbers_shown(words, path[:2], numbers) or words.say("screen.nothing")


def numbers_shown(words: Words, path: Path, numbers: Sequence[object]) -> str:
    """`at least 5,00 %, at most 35,00 %`; nothing where there is no number."""
    said = []
    for (part, kind), number in zip(PARTS[path], numbers, strict=True):
        shown = Percent(number) if kind is Kind.PERCENT and isinstance(number, Decimal) else number
        key = f"flow.facts.part-of.{part}"
        said += [] if number is None else [words.say(key, value=shown) if words.has(key) else words.show(shown)]
    return ", ".join(said)


def name_shown(state: State, words: Words, path: Path, name: str) -> str:
    """A name of a table: the heading of its category, else as the file has it."""
    category = category_of(state, path, name)
    return words.show((category and category_heading(state.terms.rules, words, category)) or name)


def covered(state: State, words: Words, name: str) -> str:
    """What an appropriation covers: a partner or a row of funding by what it is called."""
    if name == WHOLE:
        return words.say("flow.facts.whole")
    row = next((n for n, one in enumerate(state.budget.funding) if one.id == name), None)
    return row_name(state, words, ("funding", row)) if row is not None else words.show(partner_name(state.budget, name))


def _several(words: Words, names: Sequence[str]) -> str:
    """The names, or how many they are where they are long."""
    shown = ", ".join(names)
    if len(names) > 1 and cells(shown) > LONGEST:
        return words.say("flow.facts.count", count=len(names))
    return shown or words.say("screen.nothing")


def days_shown(words: Words, days: date | tuple[date, ...]) -> str:
    """Days as they are typed: `1.1.2025 – 31.12.2027`, in English `2025-01-01 – 2027-12-31`."""
    plain = words.lang == "en"
    every = (days,) if isinstance(days, date) else days
    return " – ".join(one.isoformat() if plain else f"{one.day}.{one.month}.{one.year}" for one in every)


GROUPS = {
    ("project", "kind"): "label.project_kind",
    ("project", "stage"): "label.project_stage",
    ("call", "type"): "rule.name",
    ("call", "self_financing_base"): "rule.word",
    ("declared", "vat"): "flow.facts.vat",
    ("partner", "kind"): "label.partner_kind",
    ("partner", "role"): "label.role",
    ("funding", "kind"): "label.funding",
}
"""Where the words of a key are called something, by table and key."""


def word_shown(state: State, words: Words, path: Path, word: str) -> str:
    """What a word of the file is called; empty where it is called nothing else."""
    table, key = str(path[0]), str(path[-1])
    if path == facts.RULES:
        rules = loader.load(word).rules if word in loader.shipped() else None
        return (rules.titles.get(words.lang) or "") if rules is not None else ""
    if key == facts.MODEL[-1]:
        model = state.terms.rules.cost_models.get(word)
        return (model.labels.get(words.lang) or "") if model is not None else ""
    if word in (facts.YES, facts.NO):
        return words.show(word == facts.YES)
    if (table, key) not in GROUPS and table != "declared":
        return label(state, words, path, word)
    known = "flow.facts.declared-none" if word == "none" else f"{GROUPS.get((table, key), '')}.{word}"
    return words.say(known) if words.has(known) else ""
