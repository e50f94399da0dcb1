"""What a person typed into a cell, as a change of the budget: one road for every cell of every page. Knows no screen.

What stands around a number in the file (`at_most`, a comment, the way it is spelled) stays: only the digits are written.
Where a cell's value stands is in `places`, what a text in it means in `texts`, one change of several cells in `many`.
"""

from collections.abc import Mapping
from decimal import Decimal

from budjettitui.cells.places import alone, figure_path, is_year, judged_path, value_path
from budjettitui.cells.texts import Meant, New, short, typed_into
from budjettitui.document import respell, spell, value_at
from budjettitui.document.spelling import spell_key
from budjettitui.edits import Change, Edit, Insert, Remove, Set
from budjettitui.findings import Path
from budjettitui.money import as_number
from budjettitui.reading.kinds import Kind
from budjettitui.reading.tables import TABLES
from budjettitui.state import State
from budjettitui.typed import FINNISH, Doubtful, NotYet, NumberStyle

Answer = Change | Doubtful | NotYet


def cell_change(state: State, path: Path, text: str, style: NumberStyle = FINNISH) -> Answer:
    """The change that a text typed into the cell at `path` means; without edits where all stays as it is."""
    if not state.document.editable:
        return NotYet("cell.broken")
    typed = typed_into(state.budget, path, text, style)
    if not isinstance(typed, Meant):
        return typed
    if is_year(path):
        return _year_change(state, path, typed, text)
    if path[0] == "share" and isinstance(path[1], str):
        return _new_row(state, path, typed, text, ("partner", spell(path[1])))
    if path[0] == "stated" and value_at(state.document.values, path[:-1]) is None and len(path) == 3:
        many = isinstance(value_at(state.document.values, ("stated",)), list)
        return _new_row(state, path, typed, text) if many else NotYet("cell.stated-of-another")
    if len(path) == 5:
        return _share_year(state, path, typed, text)
    edits: list[Edit] = []
    for key, value in typed.values.items():
        edits += _edits(state, judged_path(state.budget, (*path[:-1], key)), value)
    for mark, there in typed.marks.items():
        edits += _mark_edits(state, judged_path(state.budget, path), mark, there, edits)
    return Change("change.set", tuple(edits), {"at": path, "text": text.strip()})


def partner_figure(state: State, who: str | None, key: str) -> Path:
    """Where a figure of a partner is written that stands nowhere yet: in its share, which may not be there; of the
    project (`who` is None) in what is stated. A share that is not there is called by the partner and not by a number.
    """
    if who is None:
        tables = state.budget.stated
        of_project = next((stated.anchor for stated in tables if stated.of == "project"), None)
        return (*(of_project or (("stated", len(tables)) if tables else ("stated",))), key)
    number = next((n for n, share in enumerate(state.budget.shares) if share.partner == who), None)
    return ("share", who if number is None else number, key)


def _new_row(state: State, path: Path, typed: Meant, text: str, *before: tuple[str, str]) -> Change:
    """The first figure that is typed of a partner, with the share that it stands in; of the project beside what is stated
    of others."""
    table, value = str(path[0]), typed.values[str(path[-1])]
    if value is None:
        return Change("change.set", ())
    marks = {mark: True for mark, there in typed.marks.items() if there}
    items = (*before, (str(path[-1]), spell({"amount": value, **marks} if marks else value)))
    rows = value_at(state.document.values, (table,))
    insert = Insert(table, len(rows) if isinstance(rows, list) else 0, items)
    return Change("change.set", (insert,), {"at": path, "text": text.strip()})


def _share_year(state: State, path: Path, typed: Meant, text: str) -> Change:
    """A figure of one year of a share; the tables around it come with the first and go with the last."""
    value, values = typed.values[str(path[-1])], state.document.values
    years, year = value_at(values, path[:3]), value_at(values, path[:4])
    done = {"at": path, "text": text.strip()}
    if value is None:
        if not isinstance(year, Mapping) or path[-1] not in year:
            return Change("change.set", (), done)
        stage = alone(values, path)
        empties = stage == path and len(year) == 1
        last = empties and isinstance(years, Mapping) and len(years) == 1
        return Change("change.set", (Remove(path[:3] if last else path[:4] if empties else stage),), done)
    inner = f"{{ {path[-1]} = {spell(value)} }}"
    if not isinstance(years, Mapping):
        return Change("change.set", (Set(path[:3], f"{{ {spell_key(str(path[3]))} = {inner} }}"),), done)
    if not isinstance(year, Mapping):
        return Change("change.set", (Set(path[:4], inner),), done)
    return Change("change.set", tuple(_edits(state, path, value)), done)


def row_change(state: State, table: str, index: int, cells: Mapping[str, str], style: NumberStyle = FINNISH) -> Answer:
    """The change that puts a new row in, made of what was typed into its cells."""
    if not state.document.editable:
        return NotYet("cell.broken")
    items: dict[str, str] = {}
    for key, text in cells.items():
        typed = typed_into(state.budget, (table, index, key), text, style, new=True)
        if not isinstance(typed, Meant):
            return typed
        marks = {mark: True for mark, there in typed.marks.items() if there}
        for name, value in typed.values.items():
            if value is not None:
                items[name] = spell({"amount": value, **marks} if marks and name == key else value)
    order = [name for name in TABLES[table].keys if name in items]
    return Change(
        "change.add-row", (Insert(table, index, tuple((name, items[name]) for name in order)),), {"at": (table, index)}
    )


def _edits(state: State, path: Path, value: New) -> list[Edit]:
    """The edits that bring one key to a value; none where it has that value."""
    values = state.document.values
    old = value_at(values, path)
    if value is None:
        gone = alone(values, path)
        return [Remove(gone)] if value_at(values, gone) is not None else []
    if not isinstance(value, Decimal):
        return [] if old == value else [Set(path, spell(value))]
    path = value_path(values, path)
    number = as_number(value_at(values, path))
    if number == value:
        return []
    spelled = state.document.spelling(path)
    return [Set(path, spell(value) if number is None or spelled is None else respell(spelled, value))]


def _mark_edits(state: State, path: Path, mark: str, there: bool, before: list[Edit]) -> list[Edit]:
    """The edits that set or take off a mark; a bare number becomes a table of number and mark."""
    path = figure_path(state.document.values, path)
    value = value_at(state.document.values, path)
    if isinstance(value, Mapping):
        if there:
            return [] if value.get(mark) is True else [Set((*path, mark), "true")]
        return [Remove((*path, mark))] if mark in value else []
    if not there:
        return []
    written = [edit for edit in before if isinstance(edit, Set) and edit.path == path]
    number = written[-1].text if written else state.document.spelling(path)
    if number is not None and number.startswith("{"):  # a mark before this one made a table of it
        return [Set((*path, mark), "true")]
    return [Set(path, f"{{ amount = {number}, {mark} = true }}")]


def remove_row(path: Path) -> Change:
    """The change that takes a row out."""
    return Change("change.delete-rows", (Remove(path[:2]),), {"count": 1})


def copy_row(state: State, path: Path) -> Change:
    """The change that puts a copy of a row below it, without its id, since two rows may not share one."""
    table, index = str(path[0]), int(path[1])
    row = value_at(state.document.values, path[:2])
    assert isinstance(row, Mapping)
    items = tuple(
        (str(key), state.document.spelling((table, index, key)) or spell(value))
        for key, value in row.items()
        if key != "id"
    )
    return Change("change.add-row", (Insert(table, index + 1, items),), {"at": (table, index + 1)})


def words_of(state: State, path: Path) -> tuple[str, ...]:
    """The words that a cell may hold, where there is a list of them: categories, kinds, partners."""
    table, key = str(path[0]), str(path[-1])
    if table not in TABLES:
        return ()
    if table == "cost" and key == "category":
        used = dict.fromkeys(row.category for row in state.budget.costs if row.category)
        return tuple(dict.fromkeys((*state.terms.rules.categories, *used)))
    if (table, key) in _PARTNERS:
        return tuple(dict.fromkeys(partner.id for partner in state.budget.partners if partner.id))
    known = TABLES[table].keys.get(key) if not is_year(path) else None
    if known is not None and known.kind is Kind.CONFIRMED:
        return ("true", "false", "conditional")
    return known.words if known is not None else ()


_PARTNERS = {(table, key) for table, key in (("cost", "partner"), ("funding", "payer"), ("funding", "recipient"),
             ("appropriation", "payer"), ("share", "partner"))}  # fmt: skip


def only_listed(state: State, path: Path) -> bool:
    """True where no other words than the listed ones may stand."""
    table, key = str(path[0]), str(path[-1])
    if table == "cost" and key == "category":
        return not state.terms.rules.any_category and bool(state.terms.rules.categories)
    return bool(TABLES[table].keys[key].words) if key in TABLES[table].keys else False


def _year_change(state: State, path: Path, typed: Meant, text: str) -> Change:
    """What was typed into the cell of a year; its marks as everywhere."""
    amount = typed.values[str(path[-1])]
    edits = year_edits(state, path, amount if isinstance(amount, Decimal) else None)
    there = value_at(state.document.values, path) is not None
    for mark, on in typed.marks.items() if there else ():
        edits += _mark_edits(state, path, mark, on, edits)
    return Change("change.set", tuple(edits), {"at": path, "text": text.strip()})


def year_edits(state: State, path: Path, amount: Decimal | None) -> list[Edit]:
    """The edits that bring one year's cell to an amount; an empty one takes the key out, and the last one `years`."""
    values = state.document.values
    years = value_at(values, path[:3])
    if amount is None:
        if not isinstance(years, Mapping) or path[-1] not in years:
            return []
        stage = alone(values, path)
        return [Remove(path[:3] if stage == path and len(years) == 1 else stage)]
    if not isinstance(years, Mapping):
        return [Set(path[:3], f"{{ {spell_key(str(path[-1]))} = {spell(short(amount))} }}")]
    at = value_path(values, path)
    old = state.document.spelling(at)
    if value_at(values, at) == amount:
        return []
    return [Set(at, respell(old, short(amount)) if old is not None else spell(short(amount)))]
