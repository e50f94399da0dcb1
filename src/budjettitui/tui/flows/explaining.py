"""Why a finding stands: its proof, what its check means, where the rule stands. Enter on a figure goes to its cell, and
from there the finding is mended and the figures are copied out.
"""

from typing import TYPE_CHECKING

from budjettitui.findings import Finding
from budjettitui.report.sentences import Sentences
from budjettitui.tui.flows import copying, going
from budjettitui.tui.flows.talking import no_finding
from budjettitui.tui.present.proofs import proof, table
from budjettitui.tui.widgets.box import widest
from budjettitui.tui.widgets.menu import Choice, Menu, MenuText

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def why(screen: "BudgetScreen") -> None:
    """The proof of the finding that the strip speaks of."""
    finding = screen.desk.finding_here()
    if finding is None:
        no_finding(screen)
        return
    show_proof(screen, finding)


def show_proof(screen: "BudgetScreen", finding: Finding) -> None:
    """The window of the proof; the marked line is the first figure."""
    view = screen.view
    lines = proof(view, finding, inner=widest(screen.app.size) - 1)
    said = Sentences(view.state.budget, view.words)
    title = view.words.say("flow.why.title", what=said.who(finding.place), check=said.title(finding.check))
    does = ("copy",) if view.read_only or not view.state.document.editable else ("copy", "mend")
    keys = {key: action.name for action in view.keys if action.name in does for key in action.keys}

    text = MenuText(
        title, tuple(Choice(line.text, hang=line.hang) for line in lines), numbered=False, others=frozenset(keys)
    )

    def pressed(event: Menu.Pressed) -> None:
        if keys[event.key] == "copy":
            copying.put_rows(screen, table(view, finding))
        else:
            event.menu.dismiss(None)
            screen.call_later(screen.action_do, "mend")

    def chosen(number: int | None) -> None:
        screen.menu_key = None
        if number is None:
            return
        path = lines[number].path
        if path is None or not going.to_path(screen, path):
            going.to_finding(screen, finding)

    screen.menu_key = pressed
    screen.ask(text, chosen, dialog="why" if "mend" in does else "why-only")
