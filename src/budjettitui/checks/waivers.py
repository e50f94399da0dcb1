"""Waivers: findings that a person has accepted in the file, with a reason."""

from collections.abc import Mapping

from budjettitui.checks.case import Case
from budjettitui.findings import Accepted, Finding
from budjettitui.model import Waiver
from budjettitui.money import ZERO
from budjettitui.places import named_parts
from budjettitui.values import replace

NEVER_WAIVED = "structure"
"""Errors of this family cannot be waived (docs/file-format.md)."""


def heed(case: Case, findings: list[Finding]) -> list[Finding]:
    """The findings, those that a waiver in force accepts marked so, with what follows from them."""
    accepted: dict[tuple[str, str], Accepted] = {}
    for finding in findings:
        for waiver in case.budget.waivers:
            if finding.is_root and accepts(case, waiver, finding):
                accepted[finding.check, finding.path] = Accepted(waiver.reason or "", waiver.by, waiver.until)
                break
    return [_marked(finding, accepted) for finding in findings] if accepted else findings


def _marked(finding: Finding, accepted: Mapping[tuple[str, str], Accepted]) -> Finding:
    root = (finding.cause.check, finding.cause.path) if finding.cause else (finding.check, finding.path)
    return replace(finding, waived=accepted[root]) if root in accepted else finding


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
