"""The rows where what is wrong may be mended, for findings whose own place has no figure; worked out once for a state.

A sign says "look here". So of a figure that is made of a few rows each has the sign of its finding; of one that twenty
rows add up to, none, since nobody knows which of them it is: the largest is only where one is led to, as it is the one
that takes the remainder where a goal is sought. Remarks ask for nothing and stay where they are, and what follows from a
finding is mended with it.
"""

from collections.abc import Callable

from budjettitui.findings import NOT_YET, Finding, Path, Severity
from budjettitui.model import LINES, ROW_TABLES
from budjettitui.money import ZERO
from budjettitui.proof.made_of import made_of
from budjettitui.proof.steps import ProofStep
from budjettitui.state import State

MANY = 3
"""Rows of one figure that have the sign of its finding; as many as consequences that are seen below theirs."""

MOST = 8
"""Findings, gravest first, whose rows are looked for unasked."""

LARGE = 300
"""Rows of a file up to which that is done: a proof goes through all rows of a sum, and after each change all of them are
made anew, which is a millisecond or two here and too much for a key in larger files."""


class MendedAt:
    """What the findings of one state are made of, each worked out when it is first asked for."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._known: dict[tuple[str, str], tuple[ProofStep, ...]] = {}
        self._rows: dict[Path, Finding] | None = None

    def figures(self, finding: Finding) -> tuple[ProofStep, ...]:
        """The figures that a finding may be mended by, besides its own place."""
        if not finding.is_root or finding.waived is not None or finding.severity is Severity.INFO:
            return ()
        key = (finding.check, finding.path)
        if key not in self._known:
            self._known[key] = made_of(self.state.case, finding)
        return self._known[key]

    @property
    def rows(self) -> dict[Path, Finding]:
        """The finding whose sign each row has that is one of a few, by the row; a figure of a share by its whole path."""
        if self._rows is None:
            self._rows = dict(self._signed())
        return self._rows

    def _signed(self) -> list[tuple[Path, Finding]]:
        state = self.state
        if state.findings is NOT_YET or sum(len(state.budget.rows(table)) for table in ROW_TABLES) > LARGE:
            return []
        found: list[tuple[Path, Finding]] = []
        looked_at = 0
        for one in sorted(state.roots(), key=lambda root: root.severity):
            figures = self.figures(one) if looked_at < MOST else ()
            looked_at += bool(figures)
            if len(figures) <= MANY:
                found += [(_row(step.path), one) for step in figures if step.path is not None]
        return found[::-1]  # of two findings of one row the graver one

    def best(self, finding: Finding, seen: Callable[[Path], bool]) -> Path | None:
        """The largest figure of a finding among those that are seen; None where none is."""
        there = [step for step in self.figures(finding) if step.path is not None and seen(step.path)]
        return max(there, key=lambda step: abs(step.value or ZERO)).path if there else None


def _row(path: Path) -> Path:
    return path[:2] if path[0] in LINES else path
