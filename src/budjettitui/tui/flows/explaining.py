"""Why a finding stands: its proof, what its check means, where the rule stands. Enter on a figure goes to its cell."""

from typing import TYPE_CHECKING

from budjettitui.findings import Finding
from budjettitui.report.sentences import Sentences
from budjettitui.tui.flows import going
from budjettitui.tui.flows.talking import no_finding
from budjettitui.tui.present.proofs import proof
from budjettitui.tui.widgets.box import widest
from budjettitui.tui.widgets.menu import Choice, MenuText

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
    text = MenuText(title, tuple(Choice(line.text, hang=line.hang) for line in lines), numbered=False)

    def chosen(number: int | None) -> None:
        if number is None:
            return
        path = lines[number].path
        if path is None or not going.to_path(screen, path):
            going.to_finding(screen, finding)

    screen.ask(text, chosen, dialog="why")
