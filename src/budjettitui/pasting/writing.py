"""How the rows of a pasted block are written: put in among those of the file, as one step."""

from collections.abc import Mapping

from budjettitui.cells import row_change
from budjettitui.cells.texts import short
from budjettitui.document import spell
from budjettitui.document.spelling import spell_key
from budjettitui.edits import Change, Edit, Insert
from budjettitui.pasting.rows import PastedBlock
from budjettitui.pasting.year_columns import YEAR, years_in
from budjettitui.state import State
from budjettitui.typed import Doubtful, NotYet, NumberStyle
from budjettitui.values import replace

STEPS = {"cost": "screen.did.pasted", "funding": "screen.did.pasted-funding"}
"""What undo calls the step, by the table of the rows."""


def change_of(state: State, block: PastedBlock, index: int) -> Change | Doubtful | NotYet:
    """The rows put in before row number `index` of their table, as one step."""
    edits: list[Edit] = []
    for number, row in enumerate(block.rows):
        answer = _inserted(state, block.table, index + number, row.cells, block.style)
        if isinstance(answer, Doubtful | NotYet):
            return answer
        edits += answer
    return Change(STEPS[block.table], tuple(edits), {"count": len(block.rows), "amount": block.sum})


def _inserted(
    state: State, table: str, index: int, cells: Mapping[str, str], style: NumberStyle
) -> list[Edit] | Doubtful | NotYet:
    """The edits that put a row in, with its years where it has any."""
    single = {key: text for key, text in cells.items() if not key.startswith(YEAR)}
    answer = row_change(state, table, index, single, style)
    if isinstance(answer, Doubtful | NotYet):
        return answer
    years = years_in(cells, style, state.budget.decimals)
    spelled = ", ".join(f"{spell_key(name)} = {spell(short(value))}" for name, value in years.items())
    found: list[Edit] = []
    for edit in answer.edits:
        assert isinstance(edit, Insert)
        found.append(replace(edit, items=(*edit.items, ("years", f"{{ {spelled} }}"))) if years else edit)
    return found
