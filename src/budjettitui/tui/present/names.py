"""What places and cells are called in a sentence: `amount of Tulkkaus`, `support of fvh`."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from budjettitui.cells import partner_figure
from budjettitui.cells.places import judged_path, value_path
from budjettitui.cells.texts import HOW
from budjettitui.document import value_at
from budjettitui.edits import Change, Edit, Insert, Move, Remove, Rename, Set
from budjettitui.findings import Path
from budjettitui.model import ROW_TABLES, STAGES, Cost, Funding, Partner, Share, place_of
from budjettitui.money import as_number
from budjettitui.report.sentences import Sentences
from budjettitui.state import State
from budjettitui.tui.present.values import category, exact, how, in_full, partner_name
from budjettitui.tui.widgets.cells import cells
from budjettitui.words import Words

QUOTE = '"'

LEAST_NAME = 24
"""Cells below which names of cells are not cut for standing under each other."""

NAMED = ("category", "kind")
"""Keys whose words are called in the language of the screen, as in the tables."""

COUNTED = ("quantity", "allocation")
"""Keys whose numbers are no money: they have the decimals that they are written with, as in the tables."""

TEXT = "text"
"""The first step of the path of a line of the file, which stands in no table."""


def row_name(state: State, words: Words, path: Path) -> str:
    """What a row is called: its description or name, else its table and number."""
    table = str(path[0])
    if table == "stated":
        return Sentences(state.budget, words).stated_called(path)
    if table not in ROW_TABLES or len(path) < 2:
        return words.label("place", table)
    index = path[1]
    rows = state.budget.rows(table)
    if isinstance(index, str) and table == "share":
        return words.show(partner_name(state.budget, index))
    if not isinstance(index, int) or index >= len(rows):
        return words.label("place", table)
    row = rows[index]
    if isinstance(row, Partner):
        return words.show(row.label)
    if isinstance(row, Share):
        return words.show(partner_name(state.budget, row.partner))
    if isinstance(row, Cost) and not row.description and row.category:
        return words.show(category(state.terms.rules, words, row.category))
    if isinstance(row, Funding) and not row.description and row.kind:
        whose = row.payer or row.recipient
        parts = (words.label("funding", row.kind), words.show(partner_name(state.budget, whose)) if whose else "")
        return ", ".join(filter(None, parts))
    return Sentences(state.budget, words).row_called(place_of(table, index, row), row)


def key_name(words: Words, key: str) -> str:
    """What a column is called."""
    known = f"screen.key.{key}"
    if words.has(known):
        return words.say(known)
    return words.label("key", key) if words.has(f"label.key.{key}") else words.show(key)


def cell_name(state: State, words: Words, path: Path) -> str:
    """`amount of Tulkkaus`."""
    if path[0] == TEXT:
        return words.say("screen.line", line=path[1])
    if len(path) == 1 or (len(path) < 3 and path[0] in ROW_TABLES):
        return row_name(state, words, path)
    if path[0] == "stated":
        return _stated(words, path)
    key = key_name(words, str(path[-1]))
    key = f"{key} {words.show(path[3])}" if len(path) == 5 else key
    who = row_name(state, words, path)
    return words.say("screen.cell-of", key=key, who=who if path[0] in ROW_TABLES else who[:1].lower() + who[1:])


def cell_text(state: State, words: Words, path: Path) -> str:
    """What a cell holds, as one would read it; a dash of nothing where it is empty."""
    if path[0] == TEXT:
        return words.show(state.document.line_text(int(path[1]))) or words.say("screen.nothing")
    if path[-1] == HOW:
        index = path[1]
        rows = state.budget.costs
        shown = how(words, rows[index]) if isinstance(index, int) and index < len(rows) else ""
        return shown or words.say("screen.nothing")
    values = state.document.values
    if path[0] == "share" and len(path) == 3 and isinstance(path[1], str):
        path = partner_figure(state, path[1], str(path[2]))
    if path[-1] in NAMED and path[0] in ROW_TABLES and words.has(key := f"screen.{path[-1]}.{value_at(values, path)}"):
        return words.say(key)
    if len(path) == 1 or (len(path) < 3 and path[0] in ROW_TABLES):
        return ""
    path = judged_path(state.budget, path)
    value = value_at(values, value_path(values, path)) if _numeric(values, path) else value_at(values, path)
    number = as_number(value) if path[-1] in COUNTED else None
    return value_text(words, value) if number is None else exact(words, number)


def cell_values(before: State, after: State, words: Words, path: Path) -> dict[str, object]:
    """What a change of one cell is called by: the cell, what it held and what it holds. The cell of a row also by its key
    and its row, so that it can be called in another language later on (`said_of`).
    """
    old, new = cell_text(before, words, path), cell_text(after, words, path)
    values: dict[str, object] = {"what": cell_name(before, words, path), "old": old, "new": new}
    if len(path) != 3 or path[0] not in ROW_TABLES:
        return values
    if path[-1] in NAMED:
        old, new = (str(value_at(state.document.values, path) or "") for state in (before, after))
    nothing = words.say("screen.nothing")
    return {
        "what": values["what"],
        "old": "" if old == nothing else old,
        "new": "" if new == nothing else new,
        "key": str(path[-1]),
        "who": row_name(before, words, path),
    }


def said_of(words: Words, values: Mapping[str, object]) -> Mapping[str, object]:
    """The same in the language of now. What has a text for each language (`old.sv`) is said by that."""
    if f"what.{words.lang}" in values:
        return {name: values[f"{name}.{words.lang}"] for name in ("what", "old", "new")}
    key = values.get("key")
    if not isinstance(key, str) or "who" not in values:
        return values
    said = {side: _said(words, key, str(values.get(side) or "")) for side in ("old", "new")}
    return {**values, **said, "what": words.say("screen.cell-of", key=key_name(words, key), who=values["who"])}


def _said(words: Words, key: str, text: str) -> str:
    if key in NAMED and words.has(known := f"screen.{key}.{text}"):
        return words.say(known)
    return text or words.say("screen.nothing")


def _numeric(values: object, path: Path) -> bool:
    return isinstance(value_at(values, path), dict)


def value_text(words: Words, value: object) -> str:
    """A value of the file as it is shown in a sentence."""
    if value is None or value == "":
        return words.say("screen.nothing")
    if isinstance(value, list | tuple):
        return ", ".join(value_text(words, one) for one in value) or words.say("screen.nothing")
    if isinstance(value, int) and not isinstance(value, bool):
        return words.show(Decimal(value))
    if isinstance(value, Decimal):
        return in_full(words, value)
    return words.show(value) if isinstance(value, str | bool | date) else words.show(str(value))


def edit_names(state: State, words: Words, edits: Sequence[Edit], room: int) -> list[str]:
    """A line for each edit, from what to what, under each other where that leaves room for the names of the cells, which
    are cut so that the values are not."""
    sets = [_set(state, words, edit) for edit in edits if isinstance(edit, Set)]
    wide, olds, news = (max((cells(one[at]) for one in sets), default=0) for at in range(3))
    most = room - olds - news - cells("    -> ")
    wide, olds = (min(wide, most), olds) if most >= min(wide, LEAST_NAME) else (0, 0)
    return [
        _set_line(*_set(state, words, edit), wide, olds, room)
        if isinstance(edit, Set)
        else edit_name(state, words, edit)
        for edit in edits
    ]


def _set_line(name: str, old: str, new: str, wide: int, olds: int, room: int) -> str:
    """`name   old -> new`, the name as wide as the others and the old value ending where theirs do."""
    old = " " * (olds - cells(old)) + old
    left = wide or room - cells(f"{old} -> {new}") - 3
    gap = 3 if wide or cells(name) <= left else 2
    short = _shortened(name, left + 3 - gap)
    return f"{short}{' ' * (wide - cells(short) + gap if wide else gap)}{old} -> {new}"


def _set(state: State, words: Words, edit: Set) -> tuple[str, str, str]:
    """A cell that is written: what it is called, what it holds, what it will."""
    path, text = edit.path, edit.text
    word = text.strip(QUOTE)
    said = {"basis": "screen.word.", "vat": "flow.facts.vat."}.get(str(path[-1]), "flow.facts.declared-") + word
    told = path[-1] == "basis" or (path[0] == "declared" and words.has(said))
    new = words.say(said) if told else spelled(words, text)
    return _place(state, words, path), cell_text(state, words, path), new


def edit_name(state: State, words: Words, edit: Edit) -> str:
    """One edit in a line: which cell, from what to what."""
    match edit:
        case Set():
            return "{}   {} -> {}".format(*_set(state, words, edit))
        case Remove(path):
            return words.say("screen.edit.remove", what=_place(state, words, path))
        case Insert(table, _, items):
            inner = ", ".join(_item(state, words, key, text) for key, text in items)
            what = None if table == "funding" else words.label("place", table)
            return words.say("screen.edit.insert", what=what, items=inner)
        case Move(table, index, _):
            return words.say("change.move-row", what=row_name(state, words, (table, index)))
        case Rename(path, name):
            return f"{_place(state, words, path)} -> {words.show(name)}"


def _item(state: State, words: Words, key: str, text: str) -> str:
    """What a new row has in a column; kinds, categories and certainty as they are called, not as they are spelled."""
    if key == "kind" and words.has(f"label.funding.{text.strip(chr(34))}"):
        return words.label("funding", text.strip('"'))
    if key == "category":
        return words.show(category(state.terms.rules, words, text.strip('"')))
    if key == "confirmed" and text == "false":
        return words.say("screen.edit.unconfirmed")
    return spelled(words, text)


def _shortened(name: str, room: int) -> str:
    while room > 8 and cells(name) > room:
        name = name[:-2].rstrip() + "…"
    return name


def _stated(words: Words, path: Path) -> str:
    """`costs (stated total)`: a figure that a document states."""
    keys = [str(key) for key in path[1:] if isinstance(key, str) and key not in ("amount", *STAGES)]
    return words.say("screen.stated", what=key_name(words, keys[-1])) if keys else words.label("place", "stated")


def _place(state: State, words: Words, path: Path) -> str:
    """The cell of an edit: the inner key of `{ amount = … }` is left out, and so is the key of a row's amount; a year
    is named."""
    short = path if path[0] == "stated" else path[:5] if "years" in path[2:3] else path[:3]
    if short[-1] == "amount" and len(short) > 2 and path[0] != "stated":
        return row_name(state, words, short[:2])
    return cell_name(state, words, short) if len(short) > 1 else words.label("place", str(short[0]))


def spelled(words: Words, text: str) -> str:
    """What an edit writes, as a person reads it: a number in her own style, a text without its quotation marks."""
    plain = text.replace("_", "")
    if plain.lstrip("+-").replace(".", "", 1).isdecimal() and plain.isascii():
        return words.show(Decimal(plain))
    return words.show(text.strip('"'))


def first_place(change: Change) -> Path | None:
    """The cell or row that a change is about, for the cursor to go to."""
    for edit in change.edits:
        match edit:
            case Set(path, _) | Remove(path) | Rename(path, _):
                return path
            case Insert(table, index, _):
                return (table, index)
            case Move(table, _, to):
                return (table, to)
    return None
