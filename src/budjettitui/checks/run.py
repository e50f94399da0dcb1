"""Judging: every check over one case, in one order, with severities capped, causes linked, waivers heeded, lines found."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Protocol, cast

from budjettitui.checks import ByRow, Check, Found, Whole, declared
from budjettitui.checks.case import Case
from budjettitui.checks.causes import link
from budjettitui.checks.waivers import heed
from budjettitui.findings import Finding, Path, Severity
from budjettitui.model import Row
from budjettitui.money import EXACT
from budjettitui.values import field, record, replace

SILENT_WHEN_CANCELLED = frozenset({"rate", "financing", "appropriation"})
"""Families of which nothing is said of a cancelled project (DESIGN 3.3)."""


class Positions(Protocol):
    """What knows where in the text a path stands."""

    def position(self, path: Path, *, key: bool = False) -> tuple[int, int] | None:
        """Line and column from 1."""


@record
class RowMemo:
    """What the row checks found before, by the row's identity: after an edit only rows that changed are judged again."""

    context: object = None
    rows: dict[tuple[str, int], tuple[Row, int, object, list[tuple[Check, Found]]]] = field(default_factory=dict)


def judge(
    case: Case,
    positions: Positions | None = None,
    *,
    memo: RowMemo | None = None,
    broken: bool = False,
    waivers: bool = True,
) -> tuple[Finding, ...]:
    """Every finding of a case, sorted by where it stands, then by gravity and name; the result depends on the case alone.

    `broken` says that the document could not be read whole: then only its structure is judged, since every sum may
    miss something. With `waivers` false nothing is accepted.
    """
    checks = [check for check in declared().values() if _speaks(check, case, broken)]
    first = [check for check in checks if not check.last]
    findings = [_finding(check, found) for check, found in _drafts(case, first, memo or RowMemo())]
    findings = link(case, findings)
    findings += _late(case, [check for check in checks if check.last and check.family != "review"], findings)
    if waivers:
        findings = heed(case, findings)
    reviews = [check for check in checks if check.family == "review"]
    findings += _late(case, [check for check in reviews if waivers or not check.name.startswith("waiver-")], findings)
    return tuple(sorted((_placed(finding, positions) for finding in findings), key=_order))


def _speaks(check: Check, case: Case, broken: bool) -> bool:
    if broken:
        return check.family == "structure"
    return not (case.cancelled and check.family in SILENT_WHEN_CANCELLED)


def _drafts(case: Case, checks: Sequence[Check], memo: RowMemo) -> Iterable[tuple[Check, Found]]:
    by_table: dict[str, list[Check]] = {}
    for check in checks:
        if not check.tables:
            look = cast(Whole, check.look)
            for found in look(case):
                yield check, found
        elif check.beside is not None:
            for found in check.beside(case):
                yield check, found
        for table in check.tables:
            by_table.setdefault(table, []).append(check)
    yield from _row_drafts(case, by_table, memo)


def _row_drafts(case: Case, by_table: dict[str, list[Check]], memo: RowMemo) -> Iterable[tuple[Check, Found]]:
    budget = case.budget
    named = tuple(check.name for checks in by_table.values() for check in checks)
    parts = (budget.project, budget.call, budget.partners, budget.declared, budget.unread)
    context = (parts, case.terms.rules, case.today, case.broken, named)
    if memo.context != context:
        memo.context = context
        memo.rows.clear()
    for table, checks in by_table.items():
        looks = [(check, cast(ByRow, check.look)) for check in checks]
        for index, row in enumerate(budget.rows(table)):
            worth = case.figures.worths.get((table, index))
            known = memo.rows.get((table, id(row)))
            if known is not None and known[0] is row and known[1] == index and known[2] == worth:
                yield from known[3]
                continue
            found = [(check, one) for check, look in looks for one in look(case, table, index, row)]
            memo.rows[table, id(row)] = (row, index, worth, found)
            yield from found


def _finding(check: Check, found: Found) -> Finding:
    check = declared()[found.check] if found.check else check
    severity = check.severity if found.severity is None else found.severity
    if found.unverified and severity is Severity.ERROR:
        severity = Severity.WARNING
    return Finding(
        check.name,
        severity,
        found.place,
        found.values,
        found.wording,
        found.anchor,
        found.partner,
        found.expected,
        found.actual,
        _difference(found.expected, found.actual),
        found.percent,
        found.approximate,
        found.unverified,
        found.source,
        at_key=found.at_key,
        line=found.line,
        column=found.column,
    )


def _difference(expected: Decimal | None, actual: Decimal | None) -> Decimal | None:
    return None if expected is None or actual is None else EXACT.subtract(actual, expected)


def _late(case: Case, checks: Sequence[Check], findings: Sequence[Finding]) -> list[Finding]:
    """What checks find that look at what the others found."""
    seen = replace(case, findings=tuple(findings))
    return [_finding(check, found) for check in checks for found in cast(Whole, check.look)(seen)]


def _placed(finding: Finding, positions: Positions | None) -> Finding:
    """The finding with its line and column; a path that is not there gives its nearest part that is."""
    if positions is None or finding.line is not None:
        return finding
    path = finding.anchor or ()
    at_key = finding.at_key
    while True:
        here = positions.position(path, key=at_key) if path else (1, 1)
        if here is not None:
            return replace(finding, line=here[0], column=here[1])
        path, at_key = path[:-1], False


def _order(finding: Finding) -> tuple[int, int, int, str, str]:
    return (finding.line or 0, finding.column or 0, finding.severity, finding.check, finding.path)


Judge = Callable[[Case], tuple[Finding, ...]]
