"""Mends: what could be changed so that a finding goes, each tried out first; none is offered that makes an error."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import itemgetter

from budjettitui.checks.case import Case
from budjettitui.checks.detective import hints
from budjettitui.checks.followed import MOST_FIRST, MOST_STEPS, all_partners, followed, of_others, turns_round, undone
from budjettitui.checks.mendable import HELPED, mend_of
from budjettitui.checks.trials import JudgedDocument, Trial, tried
from budjettitui.document import Document
from budjettitui.edits import Set
from budjettitui.findings import Finding, Fix
from budjettitui.model import ROW_TABLES
from budjettitui.values import replace

MOST = 4
"""So many mends are offered of one finding."""

MOST_TRIED = 50
"""So many findings of one file get their mends tried out unasked; of the rest they are worked out when asked for."""

ROWS_TRIED = 10_000
"""The same for large files, where each trial judges every row again: so many findings times rows."""


MOST_STEPS_TRIED = 60
"""So many mends in steps are tried of one finding."""

STEPS_ROWS_TRIED = 6_000
"""The same for larger files: so many mends in steps times rows."""

ANSWERS = ("declaration-missing",)
"""Checks of what only a person can answer: in a file of many rows the one word is not tried out unasked."""

MANY_ROWS = 300
"""More rows than these are many."""

FEWEST = 2
"""Where fewer are found, mends in steps are looked for."""


def with_fixes(
    case: Case, document: Document, finding: Finding, judged: Callable[[Document], JudgedDocument]
) -> Finding:
    """The finding with its mends, and with what may be behind it.

    Those that leave fewest errors come first, of them the one that changes fewest figures; last resorts last.
    """
    if finding.waived is not None:
        return finding
    finding = replace(finding, hints=(*finding.hints, *hints(case, finding)))
    good: list[tuple[bool, int, Fix]] = []
    refused: list[Trial] = []
    for fix in _last_ones_last(_different(_candidates(case, document, finding))):
        if len(good) == MOST or (fix.last and len(good) >= FEWEST):
            break
        if fix.change.splices:
            good += [(fix.last, 0, fix)] if _reads_better(document, fix) else []
            continue
        trial = tried(case, document, finding, fix, judged)
        if trial is not None and trial.helps:
            good.append((fix.last, trial.errors_left, fix))
        elif trial is not None:
            refused.append(trial)
    found = [fix for *_, fix in sorted(good, key=itemgetter(0, 1))]
    if len(found) < FEWEST:
        steps = _different(chain(found, _followed(case, document, finding, refused, judged)))
        found = list(islice(steps, FEWEST))
    return replace(finding, fixes=_told_apart(found))


def _candidates(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """What is to be tried: the check's own mends, then what may be said of any figure."""
    from budjettitui.checks.mends.zeros import not_known

    yield from mend_of(finding.check)(case, document, finding)
    yield from not_known(document, finding)


def _reads_better(document: Document, fix: Fix) -> bool:
    return len(document.splice(fix.change.splices).faults) < len(document.faults)


def _last_ones_last(fixes: Iterator[Fix]) -> Iterator[Fix]:
    """The mends in their order, after them the last resorts."""
    last = []
    for fix in fixes:
        if fix.last:
            last.append(fix)
        else:
            yield fix
    yield from last


def _followed(
    case: Case,
    document: Document,
    finding: Finding,
    refused: Sequence[Trial],
    judged: Callable[[Document], JudgedDocument],
) -> Iterator[Fix]:
    """The mends that do what they should, each with the mends of the errors that it would bring; then what turns round; last
    the mends of other findings that take this one away too."""
    round_about: list[Fix] = []
    left = _steps_tried(case)

    def next_steps(trial: Trial) -> Iterator[Fix]:
        nonlocal left
        further = []
        for fix in followed(finding, trial, mend_of):
            left -= 1
            if left < 0:
                return
            after = tried(case, document, finding, fix, judged)
            if after is None or undone(fix, document, after.after.document):
                continue
            if after.helps and turns_round(fix):
                round_about.append(fix)
            elif after.helps:
                yield fix
            elif after.gone and after.nearer(trial) and len(fix.then) + 1 < MOST_STEPS:
                further.append(after)
        for one in further[:1]:
            yield from next_steps(one)

    yield from _helping(case, document, finding, all_partners(case, document, finding, mend_of), judged)
    ways = [next_steps(one) for one in refused if one.gone and one.left_to_mend is not None][:MOST_FIRST]
    for way in ways:
        yield from islice(way, 1)
    for way in ways:
        yield from way
    yield from round_about
    yield from _helping(case, document, finding, of_others(case, document, finding, mend_of), judged)


def _helping(
    case: Case, document: Document, finding: Finding, fixes: Iterable[Fix], judged: Callable[[Document], JudgedDocument]
) -> Iterator[Fix]:
    """Those that do what they should."""
    for fix in fixes:
        after = tried(case, document, finding, fix, judged)
        if after is not None and after.helps:
            yield fix


_TOLD = ("to", "amount", "part", "covered", "support", "costs", "new", "whose", "place", "row", "where")


def _told_apart(fixes: Sequence[Fix]) -> tuple[Fix, ...]:
    """The mends; those that would be called the same with the line that moves, and where lines are called alike, its row."""
    for apart in (_by_line, _by_row):
        names = [_name(fix) for fix in fixes]
        fixes = [
            _in_steps(fix, apart) if names.count(name) > 1 else fix for fix, name in zip(fixes, names, strict=True)
        ]
    return tuple(fixes)


def _in_steps(fix: Fix, apart: Callable[[Fix], Fix]) -> Fix:
    """A mend told apart, and each of its later steps."""
    return replace(apart(fix), then=tuple(apart(step) for step in fix.then))


def _name(fix: Fix) -> tuple[object, ...]:
    """What a mend is called by; which line moves is told beside whose it is alone."""
    told = [fix.values.get(name) for name in _TOLD]
    line = fix.values.get("which") if fix.values.get("whose") else None
    steps = tuple(_name(step) for step in fix.then)
    return (fix.title, fix.values.get("kind") or fix.values.get("line"), line, *told, steps)


def _by_line(fix: Fix) -> Fix:
    """With the place or the number of its row, or the line that moves beside whose it is."""
    told = {"place": fix.values.get("at"), "row": fix.values.get("number")}
    whose, line = fix.values.get("part"), fix.values.get("which")
    if whose and line and whose != line:
        told |= {"part": None, "whose": whose}
    return replace(fix, values={**fix.values, **told})


def _by_row(fix: Fix) -> Fix:
    """With the row of the line that moves in the place of what it is called."""
    row = fix.values.get("moves")
    named = "which" if fix.values.get("whose") else "part"
    return fix if row is None else replace(fix, values={**fix.values, named: row})


def not_offered(
    case: Case, document: Document, finding: Finding, judged: Callable[[Document], JudgedDocument]
) -> Iterator[tuple[Fix, Finding]]:
    """The mends that would take the finding away and bring an error: each with the gravest that it would bring.

    Of one that is offered with what lets the money meet, nothing is said, and of many such ways only the mend alone; nor of
    a last resort, which nobody would have come to.
    """
    helped, refused = [], []
    for fix in _different(mend_of(finding.check)(case, document, finding)):
        if finding.waived is not None or fix.change.splices:
            return
        trial = tried(case, document, finding, fix, judged)
        if trial is None or not trial.gone or fix.last:
            continue
        if not trial.worse:
            helped.append(_mends(fix))
        elif not fix.values.get("meets"):
            refused.append((fix, trial.gravest))
    yield from ((fix, error) for fix, error in refused if _mends(fix) not in helped)


def _mends(fix: Fix) -> tuple[object, ...]:
    """What a mend does, whatever moves with it so that the money meets."""
    return (fix.title, *(fix.values.get(name) for name in ("line", "to", "gap", "amount")))


def _steps_tried(case: Case) -> int:
    """How many mends in steps are tried of one finding of a case."""
    return min(MOST_STEPS_TRIED, STEPS_ROWS_TRIED // max(_rows(case), 1))


def _rows(case: Case) -> int:
    return sum(len(case.budget.rows(table)) for table in ROW_TABLES)


def all_with_fixes(case: Case, document: Document, judged: Callable[[Document], JudgedDocument]) -> tuple[Finding, ...]:
    """The findings of a case, the roots with their mends, errors first where there are too many to try."""
    rows = _rows(case)
    later = ANSWERS if rows > MANY_ROWS else ()
    asked = [one for one in case.findings if one.is_root and one.check in HELPED and one.waived is None]
    asked = [one for one in asked if one.check not in later]
    gravest = sorted(range(len(asked)), key=lambda number: asked[number].severity)
    tried = {id(asked[number]) for number in gravest[: min(MOST_TRIED, ROWS_TRIED // max(rows, 1))]}
    return tuple(with_fixes(case, document, one, judged) if id(one) in tried else one for one in case.findings)


def _different(fixes: Iterable[Fix]) -> Iterator[Fix]:
    seen = []
    for fix in fixes:
        effect = _effect(fix)
        if effect not in seen and (fix.change.edits or fix.change.splices):
            seen.append(effect)
            yield fix


def _effect(fix: Fix) -> tuple[object, ...]:
    """What a mend does to the file, however a figure is spelled; of figures alone, what they are in the end."""
    written = {edit.path: _spelled(edit.text) for edit in fix.change.edits if isinstance(edit, Set)}
    others = [edit for edit in fix.change.edits if not isinstance(edit, Set)]
    return (fix.change.edits if others else written, fix.change.splices)


def _spelled(text: str) -> str:
    whole, point, decimals = text.partition(".")
    digits = decimals.rstrip("0")
    return f"{whole}.{digits}" if digits else whole if point and decimals.isdigit() else text
