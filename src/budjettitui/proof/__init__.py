"""The proof of a finding: the chain of figures of this file that leads to it, each with where it stands.

Values only; `report.proof` puts them into words. A step says what the figure is, with which sign it enters, where it
comes from and at which path it is written.
"""

from budjettitui.checks.case import Case
from budjettitui.findings import Finding
from budjettitui.proof.reading import MOST_LINES, Reading
from budjettitui.proof.registry import proof_of
from budjettitui.proof.steps import ProofStep, compared
from budjettitui.values import replace

__all__ = ["MOST_LINES", "ProofStep", "proof"]


def proof(case: Case, finding: Finding) -> tuple[ProofStep, ...]:
    """The steps that lead to a finding; the figures it compares, where there is no longer chain.

    What is only rounding is proved as by the check that found it.
    """
    make = proof_of(finding.found_by or finding.check)
    steps = tuple(make(case, finding)) if make is not None else ()
    files = {"": Reading(case), **{one.label: Reading(one.case) for one in case.others}}
    return tuple(_with_source(files[step.file], step) for step in steps or compared(finding))


def _with_source(file: Reading, step: ProofStep) -> ProofStep:
    """A figure of a file with what that file says it is from."""
    if step.source or step.path is None:
        return step
    return replace(step, source=file.source(step.path))
