"""Mends: what could be changed so that a finding goes, each tried out first; none is offered that makes an error."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from importlib import import_module
from typing import Protocol

from budjettitui.checks.case import Case
from budjettitui.checks.detective import hints
from budjettitui.checks.mendable import MENDS, is_helped
from budjettitui.document import Document, EditRefused
from budjettitui.edits import Remove
from budjettitui.findings import Finding, Fix, Path, Severity
from budjettitui.model import ROW_TABLES
from budjettitui.money import ZERO
from budjettitui.values import replace

Mend = Callable[[Case, Document, Finding], Iterable[Fix]]


def mend_of(check: str) -> Mend:
    """What makes the mends of a check; only the module that is needed is loaded. Nothing for a check without any."""
    named = MENDS.get(check)
    if named is None:
        return _none
    module, _, name = named.partition(".")
    found: Mend = getattr(import_module(f"budjettitui.checks.mends.{module}"), name)
    return found


MOST = 4
"""So many mends are offered of one finding."""

MOST_TRIED = 50
"""So many findings of one file get their mends tried out unasked; of the rest they are worked out when asked for."""

ROWS_TRIED = 10_000
"""The same for large files, where each trial judges every row again: so many findings times rows."""


class Judged(Protocol):
    """A document that has been judged."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found."""


def with_fixes(case: Case, document: Document, finding: Finding, judged: Callable[[Document], Judged]) -> Finding:
    """The finding with its mends, the one that changes fewest figures first, and with what may be behind it."""
    if finding.waived is not None:
        return finding
    finding = replace(finding, hints=(*finding.hints, *hints(case, finding)))
    before = _errors(case.findings)
    found: list[Fix] = []
    for fix in _different(mend_of(finding.check)(case, document, finding)):
        if len(found) < MOST and _helps(case, document, finding, fix, before, judged):
            found.append(fix)
    return replace(finding, fixes=_told_apart(found))


_TOLD = ("to", "amount", "part", "covered", "support", "costs")


def _told_apart(fixes: Sequence[Fix]) -> tuple[Fix, ...]:
    """The mends, with the place or the number of the row where two of them would be called the same."""
    names = [
        (fix.title, fix.values.get("kind") or fix.values.get("line"), *(fix.values.get(name) for name in _TOLD))
        for fix in fixes
    ]
    return tuple(
        replace(fix, values={**fix.values, "place": fix.values.get("at"), "row": fix.values.get("number")})
        if names.count(name) > 1
        else fix
        for fix, name in zip(fixes, names, strict=True)
    )


def not_offered(
    case: Case, document: Document, finding: Finding, judged: Callable[[Document], Judged]
) -> Iterator[tuple[Fix, Finding]]:
    """The mends that would take the finding away and bring an error: each with the gravest that it would bring.

    Of one that is offered with what lets the money meet, nothing is said, and of many such ways only the mend alone.
    """
    before, helped, refused = _errors(case.findings), [], []
    for fix in _different(mend_of(finding.check)(case, document, finding)):
        if finding.waived is not None or fix.change.splices:
            return
        after = _after(document, fix, judged)
        if after is None or _stands(finding, fix, after):
            continue
        worse = [one for one in after if one.severity is Severity.ERROR and not _no_worse(before, _errors((one,)))]
        if not worse:
            helped.append(_mends(fix))
        elif not fix.values.get("meets"):
            refused.append((fix, min(worse, key=lambda one: not one.is_root)))
    yield from ((fix, error) for fix, error in refused if _mends(fix) not in helped)


def _mends(fix: Fix) -> tuple[object, ...]:
    """What a mend does, whatever moves with it so that the money meets."""
    return (fix.title, *(fix.values.get(name) for name in ("line", "to", "gap", "amount")))


def all_with_fixes(
    case: Case, document: Document, judged: Callable[[Document], Judged], *, remarks: bool = True
) -> tuple[Finding, ...]:
    """The findings of a case, the roots with their mends, errors first where there are too many to try."""
    rows = sum(len(case.budget.rows(table)) for table in ROW_TABLES)
    asked = [one for one in case.findings if one.is_root and is_helped(one, remarks=remarks) and one.waived is None]
    gravest = sorted(range(len(asked)), key=lambda number: asked[number].severity)
    tried = {id(asked[number]) for number in gravest[: min(MOST_TRIED, ROWS_TRIED // max(rows, 1))]}
    return tuple(with_fixes(case, document, one, judged) if id(one) in tried else one for one in case.findings)


def _none(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """No mend."""
    yield from ()


def _different(fixes: Iterable[Fix]) -> Iterator[Fix]:
    seen = []
    for fix in fixes:
        change = (fix.change.edits, fix.change.splices)
        if change not in seen and (fix.change.edits or fix.change.splices):
            seen.append(change)
            yield fix


Errors = Mapping[tuple[str, str], tuple[Decimal, bool]]
"""Errors by check and path: by how much they miss, and whether they are roots."""


def _errors(findings: tuple[Finding, ...]) -> Errors:
    found: dict[tuple[str, str], tuple[Decimal, bool]] = {}
    for one in findings:
        if one.severity is Severity.ERROR and one.waived is None:
            size, root = found.get(_key(one), (ZERO, False))
            found[_key(one)] = max(size, abs(one.difference or ZERO)), root or one.is_root
    return found


def _no_worse(before: Errors, after: Errors) -> bool:
    """True where no error has come and no root has grown; what follows from a root may (a sum of two gaps)."""
    return all(key in before and (size <= before[key][0] or not before[key][1]) for key, (size, _) in after.items())


def _key(finding: Finding) -> tuple[str, str]:
    return finding.check, finding.path


def _helps(
    case: Case,
    document: Document,
    finding: Finding,
    fix: Fix,
    before: Errors,
    judged: Callable[[Document], Judged],
) -> bool:
    """True where the finding is gone afterwards, its check finds nothing else instead, and no error has come or grown."""
    if fix.change.splices:
        return len(document.splice(fix.change.splices).faults) < len(document.faults)
    after = _after(document, fix, judged)
    if after is None or _stands(finding, fix, after):
        return False
    fewer = _count(finding, after) < _count(finding, case.findings)
    return fewer and _no_worse(before, _errors(after))


def _count(finding: Finding, findings: tuple[Finding, ...]) -> int:
    return sum(one.check == finding.check for one in findings)


def _after(document: Document, fix: Fix, judged: Callable[[Document], Judged]) -> tuple[Finding, ...] | None:
    """What would be found after a mend; None where the text cannot be written so."""
    try:
        return judged(document.apply(fix.change.edits).document).findings
    except EditRefused:
        return None


def _stands(finding: Finding, fix: Fix, after: Sequence[Finding]) -> bool:
    """True where the finding is still there, though its row may have another number since others were taken out."""
    gone = [edit.path for edit in fix.change.edits if isinstance(edit, Remove) and len(edit.path) == 2]
    return any(_same(finding, one) or (gone and _same(finding, _where_it_was(one, gone))) for one in after)


def _where_it_was(finding: Finding, gone: Sequence[Path]) -> Finding:
    """The finding by the number that its row had before other rows were taken out."""
    anchor, place = finding.anchor, finding.place
    for table, row in reversed(gone):
        if not isinstance(row, int):
            continue
        if (
            anchor is not None
            and len(anchor) > 1
            and anchor[0] == table
            and isinstance(anchor[1], int)
            and anchor[1] >= row
        ):
            anchor = (table, anchor[1] + 1, *anchor[2:])
        if place.table == table and place.number is not None and place.number > row:
            place = replace(place, number=place.number + 1)
    return replace(finding, anchor=anchor, place=place)


def _same(finding: Finding, other: Finding) -> bool:
    return _key(finding) == _key(other) and finding.anchor == other.anchor
