"""First answers written into a budget: the commented file of `new`, or an open file that is still empty.

What the commented file offers is taken into use where it stands (`# [call]`), so that nothing is offered twice.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date

from budjettitui.cells.texts import short
from budjettitui.document import Document, spell
from budjettitui.edits import Change, Edit, Insert, Set, Splice
from budjettitui.model import Budget
from budjettitui.report.starting import starting_file
from budjettitui.rules import RuleSet
from budjettitui.state import State
from budjettitui.typed import FINNISH, Doubtful, NumberStyle, Sure, read_number
from budjettitui.values import frozen
from budjettitui.words import Words

OFFERED = r"^# (\[call\])(\r?\n)((?:# \w+ = [^\r\n]*\r?\n)*?)# support_rate_max = [^\r\n]*"
"""The table of the call as the commented file of `new` offers it."""

ALIKE = 5
"""So many letters that two words begin with make them words of one thing: `Underleverans`, `Underleverantörer`."""


class Unclear(Exception):
    """An answer that cannot be taken; `field` says which, `line` which of the lines, from 0."""

    def __init__(self, field: str, line: int = 0) -> None:
        super().__init__(field)
        self.field = field
        self.line = line


@frozen
class Answers:
    """What a person was asked, as she typed it. `partners` are names parted by commas, the first leads."""

    name: str = ""
    ceiling: str = ""
    partners: str = ""
    lines: tuple[str, ...] = ()


def begun(
    file: str, rules: RuleSet, answers: Answers, words: Words, today: date, style: NumberStyle = FINNISH
) -> bytes:
    """The text of the new file. Raises `Unclear`."""
    document, edits = _written(Document.from_text(starting_file(file, rules, words, today)), rules, answers, style)
    return document.apply(edits).document.to_bytes() if edits else document.to_bytes()


def filled(state: State, rules: RuleSet, answers: Answers, style: NumberStyle = FINNISH) -> Change:
    """One step that writes the answers into an open file; idle where they say nothing new. Raises `Unclear`."""
    document = state.document
    after, edits = _written(document, rules, answers, style, state.budget)
    if rules.id != state.terms.rules.id:
        edits.insert(0, Set(("project", "rules"), spell(rules.id)))
    made = [edit.table for edit in edits if isinstance(edit, Insert)]
    values = {"partners": made.count("partner"), "lines": made.count("cost")}
    if after is document:
        return Change("screen.did.begun", tuple(edits), values)
    after = after.apply(edits).document if edits else after
    return Change("screen.did.begun", (), values, (_between(document.text, after.text),))


def _written(
    document: Document, rules: RuleSet, answers: Answers, style: NumberStyle, budget: Budget | None = None
) -> tuple[Document, list[Edit]]:
    """The document with its offered table of the call in use, and the edits that write everything else."""
    edits: list[Edit] = []
    there = budget.partners if budget is not None else ()
    name, ceiling = answers.name.strip(), answers.ceiling.strip().removesuffix("%").strip()
    if name and (budget is None or name != budget.project.name):
        edits.append(Set(("project", "name"), spell(name)))
    if ceiling:
        number = _number(ceiling, style, "ceiling")
        offered = _call_in_use(document, number)
        edits += [Set(("call", "support_rate_max"), number)] if offered is None else []
        document = offered or document
    known = {label: one.id or one.label for one in there for label in (one.id or one.label, one.label)}
    names = [one for one in dict.fromkeys(part.strip() for part in answers.partners.split(",")) if one]
    for one in names:
        if one not in known:
            known[one] = id_of(one, list(known.values()))
            role = "partner" if len(known) > 1 else "lead"
            row = (("id", spell(known[one])), ("name", spell(one)), ("role", spell(role)))
            edits.append(Insert("partner", len(there) + sum(isinstance(edit, Insert) for edit in edits), row))
    lead = next((known[one] for one in names), there[0].id if there else None)
    lines = [(number, line) for number, line in enumerate(answers.lines) if line.strip()]
    edits += [Insert("cost", at, _cost(line, number, rules, lead, style)) for at, (number, line) in enumerate(lines)]
    return document, edits


def _call_in_use(document: Document, ceiling: str) -> Document | None:
    """The commented table of the call taken into use with this ceiling; None where none is offered."""
    found = re.search(OFFERED, document.text, re.MULTILINE)
    if found is None or "call" in document.values:
        return None
    new = f"{found[1]}{found[2]}{found[3]}support_rate_max = {ceiling}"
    after = document.splice((Splice(found.start(), found[0], new),))
    return after if after.editable else None


def _between(old: str, new: str) -> Splice:
    """The one piece in which two texts differ."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    return Splice(start, old[start : len(old) - tail], new[start : len(new) - tail])


def _cost(
    line: str, number: int, rules: RuleSet, partner: str | None, style: NumberStyle
) -> tuple[tuple[str, str], ...]:
    """A line as one writes it: what it is, and behind it the amount."""
    what = line.strip()
    amounts: tuple[tuple[str, str], ...] = ()
    parts = what.split()
    for at in range(1, len(parts)):
        reading = read_number(" ".join(parts[at:]), style, decimals=2)
        if isinstance(reading, Doubtful):
            raise Unclear("lines", number)
        if isinstance(reading, Sure):
            what, amounts = " ".join(parts[:at]), tuple(_amounts(" ".join(parts[at:]), reading, style))
            break
    found = [("category", spell(_category(what, rules))), ("description", spell(what))]
    if partner is not None:
        found.insert(0, ("partner", spell(partner)))
    return (*found, *amounts)


def _amounts(text: str, reading: Sure, style: NumberStyle) -> Iterator[tuple[str, str]]:
    """What stands behind a line: quantity, unit, price and allocation where it is such a product, and the amount."""
    exact = read_number(text, style, decimals=None)
    factors = exact.factors if isinstance(exact, Sure) else None
    kinds = [factor.kind for factor in factors or ()]
    if factors and {"quantity", "price"} <= set(kinds) and len(set(kinds)) == len(kinds):
        for factor in factors:
            yield "unit_price" if factor.kind == "price" else factor.kind, spell(short(factor.value))
            if factor.kind == "quantity" and factor.unit:
                yield "unit", spell(factor.unit)
    yield "amount", spell(short(reading.value))


def _category(what: str, rules: RuleSet) -> str:
    """The one category whose heading has a word that begins as a word of the line does, or that such a word ends with
    (`Tilavuokrat` under `Vuokrat`); else the first of the rules."""
    whole = [word for word in what.casefold().split() if len(word) >= ALIKE]
    words = {word[:ALIKE] for word in whole}

    def alike(word: str) -> bool:
        return word[:ALIKE] in words or (len(word) >= ALIKE and any(one.endswith(word) for one in whole))

    meant = [
        name
        for name, category in rules.categories.items()
        if any(alike(word) for label in category.labels.values() for word in label.casefold().split())
    ]
    return meant[0] if len(meant) == 1 else next(iter(rules.categories), "personnel")


def _number(text: str, style: NumberStyle, field: str) -> str:
    reading = read_number(text.strip(), style, decimals=2)
    if not isinstance(reading, Sure) or (field == "ceiling" and not 0 < reading.value <= 100):
        raise Unclear(field)
    return spell(reading.value)


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.lower())
    return "".join(sign for sign in letters if sign.isascii() and sign.isalnum())


def id_of(name: str, taken: Collection[str]) -> str:
    """A short word for a partner that no other has: its first one, a genitive with what it is of (`espoon-kaupunki`)."""
    used, first = set(taken), name.split()[:2]
    if len(first) == 2 and not (first[0].endswith("n") and first[1].islower()):
        del first[1:]
    plain = "-".join(filter(None, map(_plain, first))) or "partner"
    return next(word for word in (plain, *(f"{plain}-{number}" for number in range(2, 1000))) if word not in used)
