"""Find, filter and sort, for looking only: nothing is written, and what is hidden is said."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from budjettitui.sifting import Sift, rows_shown
from budjettitui.tui.present.found import with_consequences
from budjettitui.tui.present.listed import cause_of, following
from budjettitui.tui.present.sorting import Sorting
from budjettitui.tui.widgets.grid import Column, Grid, GridRow
from budjettitui.values import replace
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.flows.asking import Answers
    from budjettitui.tui.screens.budget import BudgetScreen
    from budjettitui.tui.screens.folder import FolderScreen


Hide = Callable[[], object]
"""Hides again what was hidden."""


def find(screen: "BudgetScreen") -> None:
    """Ask for a text and go to the next row that has it; Enter alone looks on for the same."""
    grid = screen.desk.grid
    if grid is not None:
        find_in(screen, screen.view.words, grid, lambda: _unhide(screen))


def find_in(screen: "BudgetScreen | FolderScreen", words: Words, grid: Grid, unhide: Callable[[], Hide | None]) -> None:
    """The same in any table; what was sought last is offered. `unhide` shows all rows, and says how they are hidden again;
    None where none is hidden.
    """

    def answered(text: str) -> None:
        screen.last.sought = text or screen.last.sought
        if screen.last.sought:
            _go_to_next(screen, grid, screen.last.sought, unhide)

    ask(screen, words, "find", screen.last.sought, answered)


def _go_to_next(
    screen: "BudgetScreen | FolderScreen", grid: Grid, text: str, unhide: Callable[[], Hide | None]
) -> None:
    """To the next row that has a text; where only a row has it that is hidden, all are shown again."""
    row, hide = _next_row(grid, text.casefold()), None
    if row is None:
        hide = unhide()
        row = _next_row(grid, text.casefold()) if hide is not None else None
    if row is None:
        if hide is not None:
            hide()
        screen.say("screen.sift.not-found", text=text)
        return
    around = row <= grid.cursor[0]
    grid.move_to(row, grid.cursor[1])
    found = "found-hidden" if hide is not None else "found-above" if around else "found"
    screen.say(f"screen.sift.{found}", text=text)


def _unhide(screen: "BudgetScreen") -> Hide | None:
    table = _table(screen)
    present = screen.view.sifts.get(table, Sift()) if table is not None else Sift()
    if table is None or not present.text:
        return None
    _show(screen, table, replace(present, text=""))
    return lambda: _show(screen, table, present)


def leave(screen: "BudgetScreen") -> bool:
    """Esc: rows that a filter has hidden are shown again; False where none are hidden here."""
    table = _table(screen)
    if table is None or _unhide(screen) is None:
        return False
    screen.say("screen.sift.all", all=_counted(screen, table)[1])
    return True


def _next_row(grid: Grid, text: str) -> int | None:
    """The next row below the cursor whose cells have a text, then from the top on; numbers also without their groups."""
    rows, here = grid.sheet.rows, grid.cursor[0]
    numbers: list[int] = [*range(here + 1, len(rows)), *range(here + 1)]
    for number in numbers:
        made: GridRow = rows[number]
        shown = "\n".join(cell.text for cell in made.cells).casefold()
        if made.selectable and (text in shown or text in shown.replace("\u00a0", "")):
            return number
    return None


def filter_rows(screen: "BudgetScreen") -> None:
    """Ask for words and show only the rows that have them all; an empty answer shows all again."""
    if screen.view.listing:
        show_findings(screen, following(screen.view.shown, screen.view.at))
        return
    table = _table(screen)
    if table is None:
        screen.say("screen.sift.not-here")
        return
    present = screen.view.sifts.get(table, Sift())

    def answered(text: str) -> None:
        sift = replace(present, text=text.strip())
        _show(screen, table, sift)
        count, every = _counted(screen, table)
        screen.say("screen.sift.hidden" if count < every else "screen.sift.all", count=count, all=every)

    ask(screen, screen.view.words, "filter", present.text, answered)


def show_findings(screen: "BudgetScreen", which: str) -> None:
    """Another kind of findings in the list, one of `FILTERS`."""
    screen.change(shown=which)
    screen.cursor_told()
    screen.say("screen.found.shown", what=screen.view.words.say(f"screen.found.{which}"))


def fold(screen: "BudgetScreen") -> None:
    """What follows from the finding under the cursor is folded away, or seen again."""
    grid, finding = screen.desk.grid, screen.desk.finding_here()
    if not screen.view.listing or finding is None or grid is None:
        return
    root = cause_of(finding)
    below = [one for one, follows in with_consequences(screen.view.state) if follows and cause_of(one) == root]
    if not below:
        screen.say("screen.found.none-follows")
        return
    screen.change(turned=screen.view.turned ^ {root})
    rows, key = grid.sheet.rows, ("finding", root.check, root.path)
    grid.move_to(next((row for row in range(len(rows)) if rows[row].key == key), 0), grid.cursor[1])
    screen.cursor_told()


def sort(screen: "BudgetScreen", column: int | None = None) -> None:
    """By the column under the cursor: up, then down, then as in the file."""
    table, grid = _table(screen), screen.desk.grid
    if table is None or grid is None:
        screen.say("screen.sift.not-here")
        return
    shown = grid.sheet.columns[grid.cursor[1] if column is None else column]
    present = screen.view.sifts.get(table, Sift())
    sorting = Sorting(present.column, present.descending).next(shown.key)
    _show(screen, table, replace(present, column=sorting.column, descending=sorting.descending))
    said = "sorted-down" if sorting.descending else "sorted" if sorting.column else "as-in-file"
    screen.say(f"screen.sift.{said}", column=present_title(shown, present))


def present_title(column: Column, sift: Sift) -> str:
    """What a column is called, without the sign that it is sorted by."""
    return column.title[:-2] if column.key == sift.column else column.title


def _table(screen: "BudgetScreen") -> str | None:
    """The table that the rows under the cursor are of, where they are rows of one."""
    grid = screen.desk.grid
    if grid is None or screen.view.listing:
        return "findings" if grid is not None else None
    table_at = getattr(grid.sheet.rows, "table_at", None)
    return (str(table_at(grid.cursor[0])) or None) if table_at is not None else None


def _counted(screen: "BudgetScreen", table: str) -> tuple[int, int]:
    """How many rows of a table are shown, and how many there are."""
    state, grid = screen.view.state, screen.desk.grid
    counted = getattr(grid.sheet.rows, "counted", None) if grid is not None else None
    if counted is not None:
        return int(counted[0]), int(counted[1])
    return len(rows_shown(state, table, screen.view.sifts.get(table, Sift()))), len(state.budget.rows(table))


def _show(screen: "BudgetScreen", table: str, sift: Sift) -> None:
    others = {name: one for name, one in screen.view.sifts.items() if name != table}
    screen.change(sifts=others | ({table: sift} if sift != Sift() else {}), draft=None)
    grid = screen.desk.grid
    if grid is not None and screen.page.path_at(grid, *grid.cursor) is None:  # its row is hidden now
        grid.step("top")
    screen.cursor_told()


def ask(screen: "BudgetScreen | FolderScreen", words: Words, what: str, text: str, answered: Callable[[str], None],
        *, note: str = "") -> None:  # fmt: skip
    """One line of text, asked for in a dialog."""
    from budjettitui.tui.flows.asking import question  # when it is asked for: a start waits for none of it
    from budjettitui.tui.widgets.question import Field, QuestionText

    def done(answers: "Answers | None") -> None:
        if answers is not None:
            answered(answers[0])

    field = Field(words.say("screen.sift.text"), text, offered=bool(text))
    said = words.say(f"screen.sift.{note or f'{what}-note'}")
    asked = QuestionText(words.say(f"screen.sift.{what}-title"), (field,), note=(said,))
    question(screen, asked, done, what)
