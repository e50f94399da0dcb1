"""Mends in steps: one that would bring an error, followed by a mend of that error, offered as one change.

Beside an opposite gap of another partner, or where a figure is at two limits at once, no single figure takes a finding
away without breaking something else. What a planner would do then is the one and the other. Such mends come last and
only where fewer than two were found.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from budjettitui.checks.case import Case
from budjettitui.checks.mendable import Mend
from budjettitui.checks.mends.call import LIMIT_SLIP
from budjettitui.checks.mends.misplaced import BELONGS
from budjettitui.checks.mends.writing import amount_at, fix_of, row_name
from budjettitui.checks.trials import Trial
from budjettitui.checks.tried_causes import GAPS
from budjettitui.document import Document
from budjettitui.edits import Insert, Remove, Set
from budjettitui.findings import Finding, Fix, Place
from budjettitui.model import ROW_TABLES
from budjettitui.money import ZERO, total
from budjettitui.values import replace

MOST_FIRST = 6
"""So many mends of a finding are followed up."""

MOST_NEXT = 6
"""So many mends of the error that one brings are tried after it."""

MOST_STEPS = 3
"""A mend has at most so many steps: more of them are a plan of one's own."""

MOST_TOLD = 8
"""Where money stands at the wrong partners, each of them is told as a step of its own, up to so many."""

MOST_ROOTS = 4
"""So many of what an error follows from are mended in turn, the largest."""

MOST_OTHERS = 6
"""So many other findings are looked at for a mend that takes this one away too."""

MOST_OF_OTHERS = 3
"""So many mends of each."""

FEWEST_PARTNERS = 3
"""Of two opposite gaps each is mended after the other."""


def all_partners(case: Case, document: Document, finding: Finding, mend_of: Callable[[str], Mend]) -> Iterator[Fix]:
    """Of several partners whose money does not meet, each mend of one with the first mend of every other, as one change.

    What one has too much is what the others lack: before all have moved, the project does not meet. The others' mends
    change figures alone and the one of this partner may add rows at the end, so that all are worked out on the file as it is.
    """
    gaps = [one for one in case.findings if _is_gap(one) and one.waived is None]
    rest = [one for one in gaps if (one.check, one.path) != (finding.check, finding.path)]
    if len(rest) == len(gaps) or len(gaps) < FEWEST_PARTNERS:
        return
    others = [_first_alone(case, document, one, mend_of) for one in rest]
    steps = [one for one in others if one is not None]
    if len(steps) < len(others):
        return
    told = tuple(steps) if len(gaps) <= MOST_TOLD else (_likewise(rest),)
    for first in islice(mend_of(finding.check)(case, document, finding), MOST_FIRST):
        edits = [edit for fix in (first, *steps) for edit in fix.change.edits]
        paths = [edit.path for edit in edits if isinstance(edit, Set)]
        if len(set(paths)) == len(paths) and not first.last and not any(isinstance(edit, Remove) for edit in edits):
            yield replace(first, change=replace(first.change, edits=tuple(edits)), then=told)


def _likewise(gaps: Sequence[Finding]) -> Fix:
    """One step for many partners: how many they are, and how much is added at some of them and taken off at others."""
    apart = [one.difference or ZERO for one in gaps]
    more, less = -total([one for one in apart if one < ZERO]), total([one for one in apart if one > ZERO])
    told = {"partners": len(gaps), "more": more or None, "less": less or None}
    return fix_of("fix.others-meet", [], **told)


def _is_gap(finding: Finding) -> bool:
    return finding.check in GAPS and finding.place.table == "partner" and finding.is_root


def _first_alone(case: Case, document: Document, finding: Finding, mend_of: Callable[[str], Mend]) -> Fix | None:
    """The first mend of a partner's gap that only changes figures, told with whose it is; none that puts a row elsewhere."""
    for fix in islice(mend_of(finding.check)(case, document, finding), MOST_NEXT):
        if (
            not fix.title.startswith(BELONGS)
            and fix.change.edits
            and all(isinstance(edit, Set) for edit in fix.change.edits)
        ):
            about = None if fix.values.get("who") else case.label(finding.place)
            return replace(fix, values={**fix.values, "about": about})
    return None


def followed(finding: Finding, trial: Trial, mend_of: Callable[[str], Mend]) -> Iterator[Fix]:
    """A mend with each of the first mends of what is to be mended after it, worked out where it has been done.

    The second takes back nothing of the first, and leaves the figure that was found; nor is it a slip in a limit that only the
    first goes beyond.
    """
    first, case, document = trial.fix, trial.after.case, trial.after.document
    for error in _roots(trial.left_to_mend, trial.after.verdict()) if trial.left_to_mend is not None else ():
        about = case.label(error.place) if error.place.table == "partner" else None
        nearest = islice(mend_of(error.check)(case, document, error), MOST_NEXT)
        for second in sorted(nearest, key=_makes_up):
            if (
                not second.title.startswith(LIMIT_SLIP)
                and second.change.edits
                and not _takes_back(finding, first, second, document)
            ):
                edits = (*first.change.edits, *second.change.edits)
                step = replace(second, values={**second.values, "about": None if second.values.get("who") else about})
                yield replace(first, change=replace(first.change, edits=edits), then=(*first.then, step))


def of_others(case: Case, document: Document, finding: Finding, mend_of: Callable[[str], Mend]) -> Iterator[Fix]:
    """The first mends of what else is found, the gravest and largest first: one slip may be behind both."""
    others = [one for one in case.findings if one.is_root and one.waived is None]
    others = [
        one for one in others if (one.check, one.path, one.anchor) != (finding.check, finding.path, finding.anchor)
    ]
    others.sort(key=lambda one: (one.severity, -abs(one.difference or ZERO)))
    for one in others[:MOST_OTHERS]:
        about = _about(case, one)
        for fix in islice(mend_of(one.check)(case, document, one), MOST_OF_OTHERS):
            if not fix.last and fix.change.edits:
                yield replace(fix, values={**fix.values, "about": None if fix.values.get("who") else about})


def _about(case: Case, finding: Finding) -> str | Place | None:
    """Whose a mend of another finding is: the partner's, the row's; nobody's where it is the project's."""
    place, anchor = finding.place, finding.anchor or ()
    if len(anchor) > 1 and anchor[0] == place.table and anchor[0] in ROW_TABLES and isinstance(anchor[1], int):
        return row_name(case, place.table, anchor[1])
    return case.label(place) or None if place.table == "partner" else None


def _makes_up(fix: Fix) -> bool:
    """True of a line for what is missing: after a step that made it missing, it comes last."""
    return fix.title.startswith("fix.add-line")


def _roots(error: Finding, findings: Sequence[Finding]) -> Iterator[Finding]:
    """What an error follows from, since it is gone with that: what is named as its cause; the same at a partner; itself."""
    cause = error.cause
    named = [one for one in findings if cause is not None and (one.check, one.path) == (cause.check, cause.path)]
    yield from named[:1]
    if error.place.table == "project":
        same = [one for one in findings if one.check == error.check and one.place.table == "partner"]
        same.sort(key=lambda one: (not one.is_root, -abs(one.difference or ZERO)))
        yield from [one for one in same if one not in named][:MOST_ROOTS]
    if not named:
        yield error


def _takes_back(finding: Finding, first: Fix, second: Fix, document: Document) -> bool:
    """True where the second step writes a row that the first has added, or the figure in question.

    A finding may only stand at a figure that it does not compare: costs above a limit at the total that is stated of them.
    """
    rows = {(edit.table, edit.index) for edit in first.change.edits if isinstance(edit, Insert)}
    later = [edit.path for edit in second.change.edits if isinstance(edit, Set | Remove)]
    asked = finding.anchor if _compares(finding, document) else None
    return any(path == asked or path[:2] in rows for path in later)


def _compares(finding: Finding, document: Document) -> bool:
    """True where the figure that a finding stands at is one of the two that it compares."""
    if finding.anchor is None or finding.anchor[0] != "stated":
        return True
    return amount_at(document, finding.anchor) in (finding.expected, finding.actual)


def turns_round(fix: Fix) -> bool:
    """True where a step moves costs, support or own funding one way and a later one the other, for the same partner."""
    ways = [_way(one.title) for one in (fix, *fix.then) if not one.values.get("about")]
    return any(of and (of, "down" if way == "up" else "up") in ways for of, way in ways)


def _way(title: str) -> tuple[str, str]:
    """What a mend moves, and up or down; nothing of other mends."""
    _, of, way, *_ = (*title.split("."), "", "")
    return (of, way) if way in ("up", "down") else ("", "")


def undone(fix: Fix, document: Document, after: Document) -> bool:
    """True where a figure that the mend writes is in the end what it was."""
    paths = [edit.path for edit in fix.change.edits if isinstance(edit, Set)]
    renumbered = any(isinstance(edit, Remove) and len(edit.path) == 2 for edit in fix.change.edits)
    return not renumbered and any(amount_at(document, path) == amount_at(after, path) is not None for path in paths)
