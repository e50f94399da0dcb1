"""What the "has" of a finding is made of: the figures of the file where it may be mended, read off its proof.

A finding stands where it belongs: what misses at a partner stands at the partner, in `check` as on the screen. No figure
is written there. Where it can be mended is told by its proof: the figure that it has, and below or above that the figures
that this one adds up or takes off. What it is only measured against (what stands behind `/` or `x`) is none of them.
"""

from collections.abc import Iterator, Sequence

from budjettitui.checks.case import Case
from budjettitui.findings import Finding
from budjettitui.proof import proof
from budjettitui.proof.reading import Reading
from budjettitui.proof.steps import ProofStep

MEASURES = ("/", "x", "<=", "~")
"""Signs of figures that nothing is added up of."""


def made_of(case: Case, finding: Finding) -> tuple[ProofStep, ...]:
    """The written figures that the actual figure of a finding is made of; none where it has a place of its own."""
    if finding.actual is None or finding.difference is None or not _stands_with_sums(case, finding):
        return ()
    steps = proof(case, finding)
    at = next((n for n, step in enumerate(steps) if step.value == finding.actual and step.sign not in MEASURES), None)
    if at is None:
        return ()
    below = tuple(_written(steps, at, _end(steps, at)))
    return below or tuple(_written(steps, _beginning(steps, at), at) if steps[at].sign == "=" else ())


def _stands_with_sums(case: Case, finding: Finding) -> bool:
    """True of a finding that stands where the sums of a partner or the project stand, for want of a place of its own."""
    if finding.anchor is None or finding.anchor != case.anchor_of(finding.place):
        return False
    return Reading(case).amount(finding.anchor) not in (finding.actual, finding.expected)


def _end(steps: Sequence[ProofStep], at: int) -> int:
    """Where what stands below a figure ends."""
    return next((n for n in range(at + 1, len(steps)) if steps[n].indent <= steps[at].indent), len(steps))


def _beginning(steps: Sequence[ProofStep], at: int) -> int:
    """Where the chain begins that comes to a figure: its first step has no sign."""
    indent = steps[at].indent
    return next((n for n in range(at - 1, -1, -1) if steps[n].indent == indent and not steps[n].sign), at)


def _written(steps: Sequence[ProofStep], start: int, end: int) -> Iterator[ProofStep]:
    """The figures among some steps that are made of no other, and are added up."""
    number = start
    while number < end:
        step, after = steps[number], _end(steps, number)
        if step.sign in MEASURES and number > start:
            number = after
            continue
        if after == number + 1 and not step.file and (step.path is not None or step.what == "more"):
            yield step
        number += 1
