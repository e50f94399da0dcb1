"""Waivers: findings that a person has accepted in the file, with a reason."""

from budjettitui.checks.case import Case
from budjettitui.findings import Accepted, Finding
from budjettitui.model import Waiver
from budjettitui.money import ZERO
from budjettitui.places import named_parts
from budjettitui.values import replace

NEVER_WAIVED = "structure"
"""Errors of this family cannot be waived (docs/file-format.md)."""


def heed(case: Case, findings: list[Finding]) -> list[Finding]:
    """The findings, those that a waiver in force accepts marked so, with what follows from them.

    Several findings of one check may stand at one place, each with a gap of its own: each is accepted by itself, and what
    follows from them once all of them are.
    """
    if not case.budget.waivers:
        return findings
    accepted = [_accepted(case, finding) if finding.is_root else None for finding in findings]
    roots: dict[tuple[str, str], list[Accepted | None]] = {}
    for finding, by in zip(findings, accepted, strict=True):
        if finding.is_root:
            roots.setdefault((finding.check, finding.path), []).append(by)
    return [
        _marked(finding, [by] if finding.cause is None else roots.get((finding.cause.check, finding.cause.path), []))
        for finding, by in zip(findings, accepted, strict=True)
    ]


def _accepted(case: Case, finding: Finding) -> Accepted | None:
    """By which waiver a root is accepted, the first in the file."""
    for waiver in case.budget.waivers:
        if accepts(case, waiver, finding):
            return Accepted(waiver.reason or "", waiver.by, waiver.until)
    return None


def _marked(finding: Finding, by: list[Accepted | None]) -> Finding:
    """The finding as accepted, where all that it rests on is."""
    first = by[0] if by and None not in by else None
    return finding if first is None else replace(finding, waived=first)


def accepts(case: Case, waiver: Waiver, finding: Finding) -> bool:
    """True where a waiver names this finding, says why, has not run out, and its gap is no larger than the accepted one.

    One whose last day or accepted gap cannot be read accepts nothing: it would be without the limit that was meant.
    """
    return (
        names(case, waiver, finding)
        and bool((waiver.reason or "").strip())
        and waiver.unread.isdisjoint(("until", "difference"))
        and waivable(finding)
        and not expired(case, waiver)
        and not outgrown(waiver, finding)
    )


def names(case: Case, waiver: Waiver, finding: Finding) -> bool:
    """True where a waiver is of this check and points at this place, or at its row, however the place is written."""
    if waiver.check != finding.check or waiver.at is None:
        return False
    at = named_parts(case.budget, waiver.at)
    row = str(replace(finding.place, key=None))
    return at is not None and at in (named_parts(case.budget, finding.path), named_parts(case.budget, row))


def waivable(finding: Finding) -> bool:
    """False of errors of the family structure."""
    from budjettitui.checks import declared

    check = declared().get(finding.check)
    return check is None or check.family != NEVER_WAIVED or finding.severity > 0


def expired(case: Case, waiver: Waiver) -> bool:
    """True after its last day."""
    return waiver.until is not None and waiver.until < case.today


def outgrown(waiver: Waiver, finding: Finding) -> bool:
    """True where the gap is larger than the one that was accepted."""
    if waiver.difference is None or finding.difference is None:
        return False
    return abs(finding.difference) > abs(waiver.difference.value) and finding.difference != ZERO
