"""What a click means: a tab, the counts, the state of the file, a key of the bottom line, a finding of the panel."""

from typing import TYPE_CHECKING

from budjettitui.tui.flows import going, sifting
from budjettitui.tui.flows.actions import DO
from budjettitui.tui.present.heads import PAGES
from budjettitui.tui.present.keynames import key_text
from budjettitui.tui.widgets import grid_press

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

MEANT = {"findings": "next_finding", "save": "save", "file": "palette"}
"""Pieces of the title and the tabs, with the action that a click on them is."""


def clicked(screen: "BudgetScreen", name: str) -> None:
    """Do what a click on a named piece means; a cell that is being typed is kept first, but for help."""
    kind, _, rest = name.partition(" ")
    if kind == "option" and screen.view.typing is not None:
        screen.desk.editing.choose(int(rest))
        return
    if kind == "press" and screen.view.typing is not None and rest != "f1":
        if screen.desk.grid is not None:
            grid_press.key_in_edit(screen.desk.grid, rest, None)
        return
    name = "F1" if name == "press f1" else name
    if name not in (screen.view.words.key("help"), "F1") and not screen.desk.editing.keep_now():
        return
    if kind == "page" and rest.isdecimal() and int(rest) <= len(PAGES):
        going.to_page(screen, PAGES[int(rest) - 1])
    elif kind == "show":
        sifting.show_findings(screen, rest)
    elif kind == "finding":
        check, _, path = rest.partition(" ")
        for one in screen.view.state.verdict():
            if (one.check, one.path) == (check, path):
                going.to_finding(screen, one)
                return
    elif name in MEANT:
        screen.action_do(MEANT[name])
    else:
        place = screen.view.place
        for action in screen.view.keys:
            if key_text(screen.view.words, action.shown) == name and place in action.places and action.name in DO:
                screen.action_do(action.name)
                return
