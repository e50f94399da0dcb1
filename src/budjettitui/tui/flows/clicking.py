"""What a click means: a tab, the counts, the state of the file, a key of the bottom line, a finding of the panel."""

from typing import TYPE_CHECKING

from budjettitui.tui.flows import going
from budjettitui.tui.keys import ACTIONS
from budjettitui.tui.present.heads import PAGES

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

MEANT = {"findings": "next_finding", "save": "save", "file": "palette"}
"""Pieces of the title and the tabs, with the action that a click on them is."""


def clicked(screen: "BudgetScreen", name: str) -> None:
    """Do what a click on a named piece means; nothing while a cell is being typed."""
    if screen.view.typing is not None:
        return
    kind, _, rest = name.partition(" ")
    if kind == "page" and rest.isdecimal() and int(rest) <= len(PAGES):
        going.to_page(screen, PAGES[int(rest) - 1])
    elif kind == "finding":
        check, _, path = rest.partition(" ")
        for one in screen.view.state.findings:
            if (one.check, one.path) == (check, path):
                going.to_finding(screen, one)
                return
    elif name in MEANT:
        screen.action_do(MEANT[name])
    else:
        place = screen.view.place
        for action in ACTIONS:
            if action.shown == name and place in action.places and not action.own:
                screen.action_do(action.name)
                return
