"""Why a finding stands: its proof, what its check means, where the rule stands. Enter on a figure goes to its cell, and
from there the finding is mended and the figures are copied out.
"""

from typing import TYPE_CHECKING

from budjettitui.findings import Finding
from budjettitui.report.sentences import Sentences
from budjettitui.state import State
from budjettitui.tui.flows import copying, going
from budjettitui.tui.flows.talking import no_finding
from budjettitui.tui.present.proofs import proof, table
from budjettitui.tui.widgets.box import widest
from budjettitui.tui.widgets.menu import Choice, Menu, MenuText
from budjettitui.values import replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def why(screen: "BudgetScreen") -> None:
    """The proof of the finding that the strip speaks of."""
    finding = screen.desk.finding_here()
    if finding is None:
        no_finding(screen)
        return
    show_proof(screen, finding)


def show_proof(screen: "BudgetScreen", finding: Finding, older: State | None = None) -> None:
    """The window of the proof; the marked line is the first figure. Of an older version it is only read."""
    view = screen.view if older is None else replace(screen.view, state=older)
    lines = proof(view, finding, inner=widest(screen.app.size) - 1)
    said = Sentences(view.state.budget, view.words)
    title = view.words.say("flow.why.title", what=said.who(finding.place), check=said.title(finding.check))
    writes = not view.read_only and view.state.document.editable and screen.returning is None
    does = ("copy", "mend") if writes else ("copy",)
    keys = {key: action.name for action in view.keys if action.name in does for key in action.keys}

    text = MenuText(
        title,
        tuple(Choice(line.text, hang=line.hang, enters="close" if older is not None else "") for line in lines),
        numbered=False,
        others=frozenset(keys),
    )

    def pressed(event: Menu.Pressed) -> None:
        if keys[event.key] == "copy":
            copying.put_rows(screen, table(view, finding))
        else:
            event.menu.dismiss(None)
            screen.call_later(screen.action_do, "mend")

    def chosen(number: int | None) -> None:
        screen.menu_key = None
        if number is None or older is not None:
            return
        path = lines[number].path
        if path is None or not going.to_path(screen, path):
            going.to_finding(screen, finding)

    screen.menu_key = pressed
    screen.ask(text, chosen, dialog="why" if "mend" in does else "why-only")
