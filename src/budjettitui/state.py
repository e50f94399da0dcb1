"""A budget at one moment: its text, what it says, its figures and what was found. What is compared and sought in."""

from budjettitui.checks.case import Case, Neighbour
from budjettitui.checks.run import judge
from budjettitui.document import Document
from budjettitui.figures import Figures
from budjettitui.findings import NOT_YET, Finding, Findings, Severity
from budjettitui.model import Budget
from budjettitui.rules.terms import Terms
from budjettitui.values import frozen, replace


class NotJudged(Exception):
    """Somebody asked for the verdict of a state that nobody has judged yet."""


@frozen
class State:
    """A budget at one moment, worked out; judged, or not judged yet where `findings` says so."""

    document: Document
    budget: Budget
    terms: Terms
    figures: Figures
    findings: Findings
    case: Case

    def verdict(self) -> tuple[Finding, ...]:
        """The findings, where it is sure that it was judged; an answer before that would be a false one."""
        if self.findings is NOT_YET:
            raise NotJudged
        return self.findings

    def roots(self) -> tuple[Finding, ...]:
        """The findings that follow from nothing else and that nobody has accepted, of a state that was judged."""
        return tuple(finding for finding in self.verdict() if finding.is_root and finding.waived is None)

    def beside(self, others: tuple[Neighbour, ...]) -> "State":
        """The same text judged together with other budgets."""
        case = replace(self.case, others=others, findings=())
        findings = judge(case, self.document, broken=case.broken and not case.rest)
        return replace(self, findings=findings, case=replace(case, findings=findings))

    def errors(self) -> tuple[Finding, ...]:
        """Roots that are errors."""
        return tuple(finding for finding in self.roots() if finding.severity is Severity.ERROR)
