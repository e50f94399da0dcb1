"""From a document to a state: its budget, figures and findings, with a memory of the rows that did not change since."""

from collections.abc import Generator
from datetime import date
from pathlib import Path as FilePath

from budjettitui.checks.case import Case, Neighbour
from budjettitui.checks.run import RowMemo, finished, judging
from budjettitui.document import Document
from budjettitui.document.left_out import rest_is_whole
from budjettitui.figures import figures
from budjettitui.findings import NOT_YET
from budjettitui.reading import Memo, read
from budjettitui.rules import loader
from budjettitui.rules.terms import Terms
from budjettitui.state import State
from budjettitui.values import replace

GENERIC = "generic"
"""The rule set of a file that names none, and of one whose rule set cannot be loaded."""


class Judging:
    """Works a document out and judges it; remembers rows between edits, so that only what changed is judged again."""

    def __init__(self, folder: FilePath | None, today: date, *, waivers: bool = True, rest: bool = False) -> None:
        self.folder = folder
        self.today = today
        self.waivers = waivers
        self.rest = rest
        """True where the rest of a text is judged of which little is no TOML: on the screen, which shows what is left out."""
        self.older: Case | None = None
        self.others: tuple[Neighbour, ...] = ()
        self._rows = Memo()
        self._found = RowMemo()

    def apart(self) -> "Judging":
        """One that judges by the same, with a memory of its own."""
        other = Judging(self.folder, self.today, waivers=self.waivers, rest=self.rest)
        other.older, other.others = self.older, self.others
        return other

    def state(self, document: Document) -> State:
        """The document's budget, figures and findings."""
        return finished(self.steps(self.worked(document)))

    def worked(self, document: Document) -> State:
        """The document's budget and figures, not judged yet."""
        lost = tuple((one.table, one.row, one.key) for one in document.lost)
        budget = read(document.values, lost, self._rows)
        loaded = loader.load(budget.project.rules or GENERIC, self.folder)
        rules = loaded.rules or loader.load(GENERIC, None).rules
        assert rules is not None
        fault = loaded.fault or ("faulty" if loaded.faults else None)
        fault = fault if "rules" not in budget.project.unread else None
        terms = Terms(rules, budget.call, budget.project)
        worked = figures(budget, terms)
        case = Case(
            budget,
            worked,
            terms,
            self.today,
            faults=document.faults,
            rest=self.rest and rest_is_whole(document),
            older=self.older,
            others=self.others,
            rules_fault=fault,
        )
        return State(document, budget, terms, worked, NOT_YET, case)

    def steps(self, state: State) -> Generator[None, None, State]:
        """Judges what was worked out, in steps. Nothing else may be judged here before they have ended."""
        document, case = state.document, state.case
        broken = case.broken and not case.rest
        findings = yield from judging(case, document, memo=self._found, broken=broken, waivers=self.waivers)
        return replace(state, findings=findings, case=replace(case, findings=findings))

    def stands(self, state: State | None) -> State | None:
        """A state judged before, where its rules are still the same; one's own rule file may be another by now."""
        if state is None:
            return None
        loaded = loader.load(state.budget.project.rules or GENERIC, self.folder)
        return state if loaded.rules is state.terms.rules else None
