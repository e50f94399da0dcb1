"""A mend tried out: is its finding gone, does its check find fewer, which errors would it bring or make larger."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from budjettitui.checks.case import Case
from budjettitui.document import Document, EditRefused
from budjettitui.edits import Remove
from budjettitui.findings import Finding, Fix, Path, Severity
from budjettitui.money import ZERO
from budjettitui.values import frozen, replace


class JudgedDocument(Protocol):
    """A document that has been judged."""

    def verdict(self) -> tuple[Finding, ...]:
        """What was found."""

    @property
    def case(self) -> Case:
        """What its checks have looked at."""

    @property
    def document(self) -> Document:
        """Its text."""


@frozen
class Trial:
    """What would stand after a mend: whether it takes its finding away, and the errors that would come or grow."""

    fix: Fix
    after: JudgedDocument
    gone: bool
    fewer: bool
    """True where the check of the finding then finds fewer: none elsewhere in place of this one."""
    worse: tuple[Finding, ...]
    instead: tuple[Finding, ...] = ()
    """Where it is gone: what its check still finds in its place, and where it finds no fewer, what it had not found before."""

    @property
    def helps(self) -> bool:
        """True of a mend that may be offered."""
        return self.gone and self.fewer and not self.worse and not self.instead

    @property
    def errors_left(self) -> int:
        """How many errors there still are."""
        return sum(_is_error(one) for one in self.after.verdict())

    @property
    def gravest(self) -> Finding:
        """Of the errors that it brings a root, where one is."""
        return min(self.worse, key=lambda one: not one.is_root)

    @property
    def left_to_mend(self) -> Finding | None:
        """What is to be mended after it: the gravest error that it brings, else what stands instead."""
        return self.gravest if self.worse else next(iter(self.instead), None)

    @property
    def roots_left(self) -> int:
        """How many errors there still are that follow from nothing else."""
        return sum(_is_error(one) and one.is_root for one in self.after.verdict())

    def nearer(self, before: "Trial") -> bool:
        """True of a step after another that still brings errors, but fewer, or leaves fewer, at their root or in all."""
        fewer = (self.roots_left, self.errors_left), (before.roots_left, before.errors_left)
        return bool(self.worse) and (len(self.worse) < len(before.worse) or fewer[0] < fewer[1])


def tried(
    case: Case, document: Document, finding: Finding, fix: Fix, judged: Callable[[Document], JudgedDocument]
) -> Trial | None:
    """A mend tried out on a document; None where the text cannot be written so."""
    try:
        after = judged(document.apply(fix.change.edits).document)
    except EditRefused:
        return None
    before = _errors(case.findings)
    worse = tuple(one for one in after.verdict() if _is_error(one) and not _no_worse(before, one))
    fewer = _count(finding, after.verdict()) < _count(finding, case.findings)
    gone = not _stands(finding, fix, after.verdict())
    return Trial(fix, after, gone, fewer, worse, _instead(finding, case, after, new=not fewer) if gone else ())


def _instead(finding: Finding, case: Case, after: JudgedDocument, *, new: bool) -> tuple[Finding, ...]:
    """The roots of the same check in its place, told of another figure; with `new` those that were not there before too."""
    found = [one for one in after.verdict() if one.check == finding.check and one.is_root and one.waived is None]
    return tuple(
        one
        for one in found
        if _in_place_of(finding, one) or (new and not any(_same(one, other) for other in case.findings))
    )


# errors that come or grow --------------------------------------------------------------------------------------------
Errors = Mapping[tuple[str, str], tuple[Decimal, bool]]
"""Errors by check and path: by how much they miss, and whether they are roots."""


def _errors(findings: Sequence[Finding]) -> Errors:
    found: dict[tuple[str, str], tuple[Decimal, bool]] = {}
    for one in findings:
        if _is_error(one):
            size, root = found.get(_key(one), (ZERO, False))
            found[_key(one)] = max(size, abs(one.difference or ZERO)), root or one.is_root
    return found


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and finding.waived is None


def _no_worse(before: Errors, error: Finding) -> bool:
    """True of an error that stood before and, being a root, has not grown; what follows from a root may (a sum of two)."""
    if _key(error) not in before:
        return False
    size, root = before[_key(error)]
    return abs(error.difference or ZERO) <= size or not root


def _count(finding: Finding, findings: Sequence[Finding]) -> int:
    """How many there are of the same check: of a root, roots, since what follows from another error is not in its place."""
    return sum(one.check == finding.check and (one.is_root or not finding.is_root) for one in findings)


# the same finding ----------------------------------------------------------------------------------------------------
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
    """True where both are of one figure: of rounding, the figure that its check was looking at."""
    same = _in_place_of(finding, other) and finding.found_by == other.found_by
    return same and finding.values.get("key") == other.values.get("key")


def _in_place_of(finding: Finding, other: Finding) -> bool:
    return _key(finding) == _key(other) and finding.anchor == other.anchor


def _key(finding: Finding) -> tuple[str, str]:
    return finding.check, finding.path
