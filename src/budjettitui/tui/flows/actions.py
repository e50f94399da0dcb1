"""What each action of the table of keys does on a budget."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from budjettitui.tui.flows import changing, file_text, going, mending, saving, selecting, sifting, working
from budjettitui.tui.flows.owning import by_the_grid

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

Do = Callable[["BudgetScreen"], object]


def _writing(do: Do) -> Do:
    """Only where the file may be changed; else it is said why not."""

    def guarded(screen: "BudgetScreen") -> None:
        if screen.may_write():
            do(screen)

    return guarded


def _noting(do: Do) -> Do:
    """Also in a text that is no TOML, and in a file opened for looking where notes are written; else it is said why not."""

    def guarded(screen: "BudgetScreen") -> None:
        if screen.view.read_only and not screen.noting:
            screen.may_write()
        else:
            do(screen)

    return guarded


def _read_then(flow: str, name: str) -> Do:
    """A function of a flow that is read when it is first done, since a start waits for none of it (`reading_ahead`)."""

    def done(screen: "BudgetScreen") -> None:
        getattr(import_module(f"{__package__}.{flow}"), name)(screen)

    return done


def _as_notes(do: Do) -> Do:
    """Where notes may be written; of a file opened for looking it is asked once."""

    def noted(screen: "BudgetScreen") -> None:
        from budjettitui.tui.flows.reviewing import may_note

        may_note(screen, do)

    return noted


def _either(on_text: Do, on_rows: Do) -> Do:
    """One thing on the text of the file, another on rows."""

    def chosen(screen: "BudgetScreen") -> None:
        (on_text if file_text.on_file(screen) else on_rows)(screen)

    return chosen


def _wait_for_page(screen: "BudgetScreen") -> None:
    """`g`: the tabs wait for a key."""
    from budjettitui.tui.screens.foot import GoLine

    screen.change(going=True)
    screen.set_focus(screen.query_one(GoLine))


def _toggle_findings(screen: "BudgetScreen") -> None:
    """The list of findings over the page, and back."""
    screen.change(listing=not screen.view.listing, draft=None)
    screen.focus_table()


def _step_back(screen: "BudgetScreen") -> None:
    """Esc: one step back, never out of the program."""
    if working.leave(screen):
        return
    if selecting.drop(screen):
        return
    if screen.view.going or screen.view.listing:
        screen.change(going=False, listing=False)
        screen.focus_table()
    elif screen.view.finding is not None:
        screen.change(finding=None)
    elif not sifting.leave(screen):
        screen.say("screen.talk.nothing-to-leave")


def _next_region(screen: "BudgetScreen") -> None:
    """Table, findings, tabs, and round again."""
    if screen.view.going:
        screen.change(going=False)
        screen.focus_table()
    elif screen.view.listing:
        screen.change(listing=False)
        _wait_for_page(screen)
    else:
        _toggle_findings(screen)


def _mend(screen: "BudgetScreen") -> None:
    if screen.view.read_only:
        screen.may_write()
    else:
        mending.mend(screen)


DO: dict[str, Do] = {
    "go": _wait_for_page,
    "next_page": lambda screen: going.beside(screen, 1),
    "previous_page": lambda screen: going.beside(screen, -1),
    "next_region": _next_region,
    "add": _writing(_either(file_text.add, changing.add)),
    "delete": _writing(_either(file_text.delete, selecting.delete)),
    "copy_row": _writing(_either(file_text.copy, changing.copy_row)),
    "fill_down": _writing(selecting.fill_down),
    "across": file_text.across,
    "spread": _writing(_read_then("splitting", "spread")),
    "rest": _writing(_read_then("splitting", "rest")),
    "row_up": _writing(
        _either(lambda screen: file_text.move(screen, -1), lambda screen: changing.move_row(screen, -1))
    ),
    "row_down": _writing(
        _either(lambda screen: file_text.move(screen, 1), lambda screen: changing.move_row(screen, 1))
    ),
    "undo": _noting(changing.undo),
    "redo": _noting(changing.redo),
    "save": _noting(saving.save),
    "next_finding": lambda screen: going.next_finding(screen, 1),
    "previous_finding": lambda screen: going.next_finding(screen, -1),
    "findings": _toggle_findings,
    "fold": sifting.fold,
    "mend": _mend,
    "find": sifting.find,
    "filter": sifting.filter_rows,
    "sort": sifting.sort,
    "copy": _read_then("copying", "copy"),
    "paste": _read_then("copying", "paste"),
    "why": _read_then("explaining", "why"),
    "compare": _read_then("comparing", "compare"),
    "goal": _read_then("seeking", "goal"),
    "models": _read_then("modelling", "models"),
    "export": _read_then("exporting", "export"),
    "import": _writing(_read_then("importing", "import_rows")),
    "facts": _read_then("facts", "show_facts"),
    "row_facts": _read_then("facts", "show_row"),
    "editor": _read_then("outside", "edit_outside"),
    "accept": _as_notes(_read_then("accepting", "accept")),
    "note": _as_notes(_read_then("accepting", "note")),
    "back": _step_back,
    "palette": _read_then("helping", "show_palette"),
    "help": _read_then("helping", "show_help"),
    "redraw": lambda screen: screen.refresh(layout=True),
    "jump": _read_then("jumping", "jump"),
    "close": saving.close,
    **by_the_grid("table", "findings"),
}
"""By the names of `keys.ACTIONS`."""


def after_g(screen: "BudgetScreen", key: str) -> None:
    """What follows `g`: a page by its number, the top, the end, the place one came from, the list."""
    from budjettitui.tui.present.heads import PAGES

    screen.change(going=False)
    grid = screen.desk.grid
    if key == "6":
        file_text.show_line(screen, screen.view.at)
    elif key.isdecimal() and int(key) <= len(PAGES):
        going.to_page(screen, PAGES[int(key) - 1])
    elif key in ("left", "h", "<", "less_than_sign", "right", "l", ">", "greater_than_sign"):
        going.beside(screen, -1 if key in ("left", "h", "<", "less_than_sign") else 1)
    elif key == "o":
        going.back(screen)
    elif key == "b":
        saving.close(screen)
        return
    else:
        screen.focus_table()
        if grid is not None and key in ("g", "e"):
            grid.step("top" if key == "g" else "bottom")
