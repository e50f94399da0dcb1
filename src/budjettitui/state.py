"""A budget at one moment: its text, what it says, its figures and what was found. What is compared and sought in."""

from budjettitui.checks.case import Case, Neighbour
from budjettitui.checks.run import judge
from budjettitui.document import Document
from budjettitui.figures import Figures
from budjettitui.findings import Finding, Severity
from budjettitui.model import Budget
from budjettitui.rules.terms import Terms
from budjettitui.values import frozen, replace


@frozen
class State:
    """A budget at one moment, worked out and judged."""

    document: Document
    budget: Budget
    terms: Terms
    figures: Figures
    findings: tuple[Finding, ...]
    case: Case

    def roots(self) -> tuple[Finding, ...]:
        """The findings that follow from nothing else and that nobody has accepted."""
        return tuple(finding for finding in self.findings if finding.is_root and finding.waived is None)

    def beside(self, others: tuple[Neighbour, ...]) -> "State":
        """The same text judged together with other budgets."""
        case = replace(self.case, others=others, findings=())
        findings = judge(case, self.document, broken=bool(self.document.faults))
        return replace(self, findings=findings, case=replace(case, findings=findings))

    def errors(self) -> tuple[Finding, ...]:
        """Roots that are errors."""
        return tuple(finding for finding in self.roots() if finding.severity is Severity.ERROR)
