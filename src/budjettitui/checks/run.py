"""Judging: every check over one case, in one order, with severities capped, causes linked, waivers heeded, lines found."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Protocol, TypeVar, cast

from budjettitui.blocks import Block, Shelf, blocks_on, length, shelves_of, values
from budjettitui.checks import ByRow, Check, Found, Whole, declared
from budjettitui.checks.case import Case
from budjettitui.checks.causes import link
from budjettitui.checks.waivers import heed
from budjettitui.figures.worths import Worth
from budjettitui.findings import Finding, Path, Severity
from budjettitui.model import Cost, Funding, Income, Row
from budjettitui.money import less
from budjettitui.traits import category
from budjettitui.values import field, record, replace, thing

SILENT_WHEN_CANCELLED = frozenset({"rate", "financing", "appropriation"})
"""Families of which nothing is said of a cancelled project (docs/figures.md)."""


class Positions(Protocol):
    """What knows where in the text a path stands."""

    def position(self, path: Path, *, key: bool = False) -> tuple[int, int] | None:
        """Line and column from 1."""


Drafts = list[tuple[Check, Found]]

Result = TypeVar("Result")


@thing
class JudgedBlock:
    """What the row checks found in a block, row by row: where it stood, and what its rows came to."""

    block: Block[Row]
    start: int
    worths: list[Worth]
    by_row: list[Drafts]
    found: Drafts
    """All of it, in the order of the rows."""

    def holds(self, block: Block[Row], start: int, worths: list[Worth]) -> bool:
        """True where the checks would find the same again; what they find names the number of the row."""
        return self.block is block and (self.start == start or not self.found) and self.worths == worths

    def of_row(self, offset: int, row: Row, worths: list[Worth]) -> Drafts | None:
        """What was found in a row that is as it was, and where it was; None of another one."""
        rows = self.block.rows
        if offset >= len(rows) or rows[offset] is not row or self.worths[offset : offset + 1] != worths:
            return None
        return self.by_row[offset]


@thing
class JudgedShelf:
    """What the row checks found in the blocks of a shelf, with what its rows came to that rest on others."""

    shelf: Shelf[Row]
    start: int
    filled: dict[int, Worth]
    blocks: list[JudgedBlock]
    found: Drafts

    def holds(self, shelf: Shelf[Row], start: int, filled: dict[int, Worth]) -> bool:
        """True where the checks would find the same again."""
        return self.shelf is shelf and (self.start == start or not self.found) and self.filled == filled


@record
class RowMemo:
    """What the row checks found before: after an edit only blocks that changed are judged again."""

    context: object = None
    shelves: dict[tuple[str, int], JudgedShelf] = field(default_factory=dict)


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
    return finished(judging(case, positions, memo=memo, broken=broken, waivers=waivers))


def finished(steps: Generator[None, None, Result]) -> Result:
    """What comes of work in steps, once all of them are done."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result


def judging(
    case: Case,
    positions: Positions | None = None,
    *,
    memo: RowMemo | None = None,
    broken: bool = False,
    waivers: bool = True,
) -> Generator[None, None, tuple[Finding, ...]]:
    """The same in steps of some milliseconds, so that a screen can hear a key between two of them.

    The case and the memo belong to it until it has ended.
    """
    spoken = _spoken(broken, case.cancelled, waivers)
    findings = []
    for draft in _drafts(case, spoken, memo or RowMemo()):
        if draft is None:
            yield
        else:
            findings.append(_finding(case, *draft))
    findings = link(case, findings)
    yield
    findings += _late(case, spoken.late, findings)
    if waivers:
        findings = heed(case, findings)
    yield
    findings += _late(case, spoken.reviews, findings)
    yield
    return tuple(sorted((_placed(finding, positions) for finding in findings), key=_order))


@thing
class _Spoken:
    """The checks that speak of a budget, by when and of what they are asked."""

    whole: tuple[tuple[Check, Whole], ...]
    by_table: Mapping[str, tuple[Check, ...]]
    late: tuple[Check, ...]
    reviews: tuple[Check, ...]
    names: tuple[str, ...]
    """Those that look at rows, a name for each of their tables."""


@cache
def _spoken(broken: bool, cancelled: bool, waivers: bool) -> _Spoken:
    """Which checks speak is the same of most budgets, and told once for all of them."""
    checks = [check for check in declared().values() if _speaks(check, broken, cancelled)]
    first = [check for check in checks if not check.last]
    looks = [(check, check.beside if check.tables else cast(Whole, check.look)) for check in first]
    by_table: dict[str, tuple[Check, ...]] = {}
    for check in first:
        for table in check.tables:
            by_table[table] = (*by_table.get(table, ()), check)
    reviews = [check for check in checks if check.family == "review"]
    return _Spoken(
        tuple([(check, look) for check, look in looks if look is not None]),
        by_table,
        tuple([check for check in checks if check.last and check.family != "review"]),
        tuple([check for check in reviews if waivers or not check.name.startswith("waiver-")]),
        tuple([check.name for checks in by_table.values() for check in checks]),
    )


def _speaks(check: Check, broken: bool, cancelled: bool) -> bool:
    if broken:
        return check.family == "structure"
    return not (cancelled and check.family in SILENT_WHEN_CANCELLED)


def _drafts(case: Case, spoken: _Spoken, memo: RowMemo) -> Iterator[tuple[Check, Found] | None]:
    """What each check finds; None where one has looked at all that it looks at, and where a block is done."""
    for check, look in spoken.whole:
        yield None
        for found in look(case):
            yield check, found
    yield from _row_drafts(case, spoken, memo)


def _row_drafts(case: Case, spoken: _Spoken, memo: RowMemo) -> Iterator[tuple[Check, Found] | None]:
    context = _row_context(case, spoken.names)
    if memo.context != context:
        memo.context = context
        memo.shelves = {}
    before, memo.shelves = memo.shelves, {}
    for table, checks in spoken.by_table.items():
        looks = [(check, cast(ByRow, check.look)) for check in checks if check.asks(case)]
        stood: _Stood | None = None
        for start, shelf in shelves_of(case.budget.rows(table)):
            filled = case.figures.worths.filled_between(table, start, start + length(shelf))
            known = before.get((table, id(shelf)))
            if known is None or not known.holds(shelf, start, filled):
                stood = stood or _Stood(
                    one for (of, _), judged in before.items() if of == table for one in judged.blocks
                )
                blocks = []
                for offset, block in blocks_on(shelf):
                    blocks.append(_judged(case, table, start + offset, block, looks, stood))
                    yield None
                known = JudgedShelf(shelf, start, filled, blocks, [one for judged in blocks for one in judged.found])
            memo.shelves[table, id(shelf)] = known
            yield from known.found
            yield None


class _Stood:
    """What was judged before of a table, by its block and by where it stood."""

    def __init__(self, judged: Iterable[JudgedBlock]) -> None:
        self.by_block: dict[int, JudgedBlock] = {}
        self.by_start: dict[int, JudgedBlock] = {}
        for one in judged:
            self.by_block[id(one.block)] = self.by_start[one.start] = one


def _judged(
    case: Case, table: str, start: int, block: Block[Row], looks: Sequence[tuple[Check, ByRow]], stood: _Stood
) -> JudgedBlock:
    """What the row checks find in a block; of a row that is as it was, and where it was, what was found then."""
    worths = case.figures.worths.between(table, start, start + len(block.rows))
    known = stood.by_block.get(id(block))
    if known is not None and known.holds(block, start, worths):
        return known
    there, by_row = stood.by_start.get(start), []
    for offset, row in enumerate(block.rows):
        found = there.of_row(offset, row, worths[offset : offset + 1]) if there is not None else None
        if found is None:
            found = [(check, one) for check, look in looks for one in look(case, table, start + offset, row)]
        by_row.append(found)
    return JudgedBlock(block, start, worths, by_row, [one for drafts in by_row for one in drafts])


def _row_context(case: Case, named: tuple[str, ...]) -> object:
    """All that row checks look at besides the row and its worth."""
    budget = case.budget
    parts = (budget.project, budget.call, budget.partners, budget.declared, budget.unread)
    return (parts, values(budget.costs, category), case.terms.rules, case.today, case.broken, named)


def _whose(case: Case, found: Found) -> str | None:
    """The partner that a finding is of: who is named, else the one that the place is or whose row it is."""
    ids, place, anchor = case.figures.books.known_ids, found.place, found.anchor or ()
    if found.partner is not None or place.table not in ("partner", "share", "cost", "income", "funding"):
        return found.partner
    index = anchor[1] if anchor[:1] == (place.table,) and len(anchor) > 1 else None
    owner = place.name
    if place.table in ("cost", "income", "funding"):
        rows = case.budget.rows(place.table)
        row = rows[index] if isinstance(index, int) and index < len(rows) else None
        owner = case.figures.books.owner(row) if isinstance(row, Cost | Income | Funding) else None
    return owner if owner in ids else None


def _finding(case: Case, check: Check, found: Found) -> Finding:
    found_by, check = (check.name, declared()[found.check]) if found.check else ("", check)
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
        _whose(case, found),
        found.expected,
        found.actual,
        less(found.actual, found.expected),
        found.percent,
        found.approximate,
        found.unverified,
        found.source,
        at_key=found.at_key,
        found_by=found_by,
        line=found.line,
        column=found.column,
    )


def _late(case: Case, checks: Sequence[Check], findings: Sequence[Finding]) -> list[Finding]:
    """What checks find that look at what the others found."""
    seen = replace(case, findings=tuple(findings))
    return [_finding(case, check, found) for check in checks for found in cast(Whole, check.look)(seen)]


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
