"""A table from outside as one change of a budget: the rows that pasting makes of it, what is in doubt, what is told.

Nothing is guessed unsaid: what cannot be read in one way stops all of it, since a wrong amount is worse than none.
"""

from collections.abc import Mapping, Sequence

from budjettitui.beginning import id_of
from budjettitui.document import spell
from budjettitui.edits import Change, Edit, Insert, Set
from budjettitui.exchange.grid import Grid
from budjettitui.intake.currencies import currency_said
from budjettitui.intake.doubts import Doubt, doubts_of
from budjettitui.intake.heads import from_heads
from budjettitui.intake.rounding import Rounded, in_currency
from budjettitui.intake.totals import OtherTotal, other_total
from budjettitui.pasting import (
    COMMA,
    GUESSED,
    Chosen,
    PastedBlock,
    change_of,
    read_costs_table,
    read_funding_table,
    style_of,
)
from budjettitui.pasting.names import category_of, known_of, of_the_rules, partner_of, plain
from budjettitui.session import Session
from budjettitui.state import State
from budjettitui.typed import ENGLISH, FINNISH, NumberStyle
from budjettitui.values import frozen, replace

TABLES = {"costs": "cost", "funding": "funding"}
"""What may be read: the name of the table, and that of its rows in the file."""

DONE = {"cost": "screen.did.imported", "funding": "screen.did.imported-funding"}
"""What undo calls the step that writes the rows of each."""

UNSHOWN = {",": FINNISH, ".": NumberStyle(".", "\u00a0")}
"""How numbers are read where none shows its sign before decimals: what could be a group is then in doubt."""

SAID = {",": COMMA, ".": ENGLISH}
"""How they are read where one is told the sign."""


@frozen
class Asked:
    """What the person says besides the table. `twice` is what becomes of rows that stand in the budget already: `stop`,
    `new` (only the others) or `all`.
    """

    table: str = "costs"
    category: str = ""
    partner: str = ""
    kind: str = ""
    decimal: str = ""
    rounds: bool = False
    twice: str = "stop"
    new_file: bool = False
    meanings: tuple[tuple[str, str], ...] = ()
    """Words of the table that are categories, each with the category that it is."""
    chosen: Chosen = GUESSED
    """What is said of the columns and of totals; how numbers are written stands in `decimal`."""


@frozen
class Intake:
    """A table as it was understood. Without a change it cannot be taken; `doubts` say why, or there are no rows."""

    grid: Grid
    block: PastedBlock
    table: str
    doubts: tuple[Doubt, ...] = ()
    rounded: tuple[Rounded, ...] = ()
    partners: tuple[tuple[str, str], ...] = ()
    """Partners of a new file: their ids and names."""
    left_twice: int = 0
    above: tuple[tuple[int, str], ...] = ()
    """Lines that stand above the heads: their numbers and what is in them."""
    other_total: OtherTotal | None = None
    change: Change | None = None


def understood(session: Session, grid: Grid, asked: Asked) -> Intake:
    """The table as rows of the budget, and the one change that writes them."""
    found = style_of(grid.texts(), UNSHOWN[asked.decimal or grid.decimal])
    style = SAID[asked.decimal] if asked.decimal else found
    grid, above = from_heads(session.state, grid, asked.table, style)
    founding, partners = _founding(session.state, grid, asked, style) if asked.new_file else ((), ())
    state = session.preview(Change("change.set", founding)) if founding else session.state
    block = _read(state, grid, asked, style)
    money, told = in_currency(grid, block, state.budget.decimals, rounds=asked.rounds)
    if money is not grid:
        grid, block = money, _read(state, money, asked, style)
    doubts = doubts_of(state, grid, block, asked.table, stop_twice=asked.twice == "stop")
    if asked.partner and partner_of(known_of(state), asked.partner) is None:
        doubts = (Doubt("no-partner", what=asked.partner), *doubts)
    kept = block.without_twice() if asked.twice == "new" else block
    taken = {grid.numbers[row.line - 1] for row in block.rows}
    told = tuple(one for one in told if one.line in taken)
    other = other_total(grid, block, state.budget.decimals)
    left_twice = len(block.rows) - len(kept.rows)
    made = Intake(grid, kept, TABLES[asked.table], doubts, told, partners, left_twice, above, other)
    return made if doubts or not kept.rows else replace(made, change=_change(state, made, founding))


def _read(state: State, grid: Grid, asked: Asked, style: NumberStyle) -> PastedBlock:
    table = grid.spelled(style.decimal)
    if asked.table == "funding":
        return read_funding_table(state, table, style, asked.kind, chosen=asked.chosen)
    known = known_of(state)
    taken = {
        "category": category_of(known, asked.category) or asked.category,
        "partner": partner_of(known, asked.partner) or asked.partner,
    }
    block = read_costs_table(
        state, table, style, {key: word for key, word in taken.items() if word}, chosen=asked.chosen
    )
    return _meant(state, block, {plain(word): category for word, category in asked.meanings})


def _meant(state: State, block: PastedBlock, meanings: Mapping[str, str]) -> PastedBlock:
    """The block with the categories that a person has named in the place of words that are not known."""
    known = known_of(state)
    rows = []
    for row in block.rows:
        category = meanings.get(plain(row.cells.get("category", ""))) if row.unknown else None
        if category is not None:
            category = category_of(known, category) or category
            row = replace(row, cells={**row.cells, "category": category}, unknown=not of_the_rules(known, category))
        rows.append(row)
    return replace(block, rows=tuple(rows))


def _change(state: State, made: Intake, founding: Sequence[Edit]) -> Change | None:
    """The rows behind those that stand there, after what a new file needs before them."""
    rows = len(state.budget.rows(made.table))
    answer = change_of(state, made.block, rows)
    if not isinstance(answer, Change):
        return None
    return replace(answer, name=DONE[made.table], edits=(*founding, *answer.edits))


def _founding(
    state: State, grid: Grid, asked: Asked, style: NumberStyle
) -> tuple[tuple[Edit, ...], tuple[tuple[str, str], ...]]:
    """What a new file needs before its rows: the currency that the heads name, and the partners that the lines do."""
    edits: list[Edit] = []
    currency = currency_said(grid)
    if currency is not None and currency != state.budget.project.currency:
        edits.append(Set(("project", "currency"), spell(currency)))
    block = _read(_in_currency(state, currency), grid, asked, style)
    column = "partner" if asked.table == "costs" else "recipient"
    names = dict.fromkeys(row.cells[column] for row in block.rows if row.cells.get(column))
    ids: dict[str, str] = {}
    for name in names:
        if partner_of(known_of(state), name) is None:
            ids[name] = id_of(name, [*ids.values(), *(one.id or "" for one in state.budget.partners)])
    count = len(state.budget.partners)
    for number, (name, word) in enumerate(ids.items()):
        edits.append(Insert("partner", count + number, (("id", spell(word)), ("name", spell(name)))))
    return tuple(edits), tuple((word, name) for name, word in ids.items())


def _in_currency(state: State, currency: str | None) -> State:
    """The state with the currency that the table has."""
    if currency is None or currency == state.budget.project.currency:
        return state
    return replace(state, budget=replace(state.budget, project=replace(state.budget.project, currency=currency)))
