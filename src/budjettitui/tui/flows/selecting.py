"""Several cells at once: what is selected, one typed value for all of it, filling down, raising, deleting."""

from typing import TYPE_CHECKING

from budjettitui.cells import Answer
from budjettitui.cells.many import alike, filled_down, rows_out, same_text, together
from budjettitui.cells.places import is_row
from budjettitui.findings import Path
from budjettitui.text_lines import line_change
from budjettitui.tui.flows import changing
from budjettitui.tui.present.names import TEXT
from budjettitui.tui.view import Selected
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.grid_select import unselect
from budjettitui.values import replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def span_of(grid: Grid) -> tuple[range, range]:
    """The rows and the columns that are selected; those of the cursor where nothing is."""
    return grid.sheet.selection


def several(screen: "BudgetScreen") -> bool:
    """True where more than the cell under the cursor is selected."""
    grid = screen.desk.grid
    return grid is not None and grid.sheet.anchor not in (None, grid.cursor)


def columns_marked(screen: "BudgetScreen") -> list[list[Path]]:
    """The selected cells that are written in the file, column by column."""
    grid = screen.desk.grid
    if grid is None:
        return []
    rows, columns = span_of(grid)
    found = [
        [screen.page.edits_at(grid, row, column) for row in rows if writable(grid, row, column)] for column in columns
    ]
    return [[path for path in column if path is not None] for column in found]


def writable(grid: Grid, row: int, column: int) -> bool:
    """True of a cell of a row of the file that can be written."""
    if row >= len(grid.sheet.rows):
        return False
    made = grid.sheet.row(row)
    return made.kind == "row" and column < len(made.cells) and made.cells[column].editable


def cells_for(screen: "BudgetScreen", path: Path) -> tuple[Path, ...]:
    """The selected cells that take what is typed into one of them; that one alone where nothing is selected."""
    typing = screen.view.typing
    if typing is not None and typing.path == path and typing.cells:
        return typing.cells
    if not several(screen):
        return (path,)
    return tuple(alike(path, (one for column in columns_marked(screen) for one in column))) or (path,)


def meant(screen: "BudgetScreen", path: Path, text: str) -> Answer:
    """What a text means in a cell, in all cells that are selected with it, or on a line of the file."""
    state = screen.view.state
    if path[0] == TEXT:
        return line_change(state.document, int(path[1]), text)
    return same_text(state, cells_for(screen, path), text, screen.view.style)


def rows_marked(screen: "BudgetScreen") -> list[Path]:
    """The rows of the file that are selected, else the one under the cursor."""
    return list(dict.fromkeys(path[:2] for path in places_marked(screen)))


def places_marked(screen: "BudgetScreen") -> list[Path]:
    """The places of these rows in the cursor's column: a row of the page may be one figure of a row of the file."""
    grid = screen.desk.grid
    if grid is None or screen.view.draft is not None:
        return []
    found = (screen.page.path_at(grid, row, grid.cursor[1]) for row in span_of(grid)[0])
    return [path for path in found if path is not None and is_row(path)]


def delete(screen: "BudgetScreen") -> None:
    """Take all rows that are selected away as one step."""
    rows = rows_marked(screen)
    grid = screen.desk.grid
    if len(rows) < 2 or grid is None:
        changing.delete(screen)
        return
    if changing.apply(screen, rows_out(screen.view.state, rows)):
        unselect(grid)
        screen.cursor_told()


def fill_down(screen: "BudgetScreen") -> None:
    """What stands in the first selected row into the rows below it."""
    columns = columns_marked(screen)
    change = filled_down(screen.view.state, columns)
    if not several(screen) or all(len(column) < 2 for column in columns):
        screen.say("screen.many.select-first")
    elif not change.edits:
        screen.say("screen.many.same-already")
    else:
        changing.apply(screen, change)


AMOUNTS = frozenset(
    {"amount", "costs", "support", "own", "other", "covered", "need", "missing", "promised", "left", "rest"}
)
"""Columns whose figures are money, by their keys; those of the years are too."""

MOST_ADDED = 1000
"""So many cells are added up while one selects; of more it is said how many they are."""


def tell(screen: "BudgetScreen") -> None:
    """How much is selected."""
    grid = screen.desk.grid
    if grid is not None and several(screen):
        rows, columns = span_of(grid)
        key = "selected" if grid.sheet.may_write() else "selected-read"
        screen.say(f"screen.many.{key}", rows=len(rows), columns=len(columns))
    follow(screen)


def follow(screen: "BudgetScreen") -> None:
    """Have the view say what is selected now."""
    now = _selected(screen)
    if now != screen.view.selected:
        screen.view = replace(screen.view, selected=now)


def refresh(screen: "BudgetScreen") -> None:
    """The view is another one: what was selected may be so no longer, or come to something else."""
    if screen.view.selected is not None:
        follow(screen)


def _selected(screen: "BudgetScreen") -> Selected | None:
    """What is selected, with the sum of the amounts among it; a row that is none of the file's is not counted."""
    grid = screen.desk.grid
    if grid is None or not several(screen):
        return None
    rows, columns = span_of(grid)
    if len(rows) * len(columns) > MOST_ADDED:
        return Selected(len(rows), len(rows) * len(columns))
    made = [one for one in map(grid.sheet.row, rows) if one.kind == "row"]
    adding = [at for at in columns if _of_money(grid.sheet.columns[at].key)]
    texts = (row.cells[at].text for row in made for at in adding if at < len(row.cells))
    return Selected(len(made), len(made) * len(columns), together(texts, screen.view.style))


def _of_money(column: str) -> bool:
    return column in AMOUNTS or column.startswith("year ")


def drop(screen: "BudgetScreen") -> bool:
    """Esc: nothing is selected any more; False where nothing was."""
    grid = screen.desk.grid
    if grid is None or grid.sheet.anchor is None:
        return False
    unselect(grid)
    screen.say("screen.many.none")
    return True
