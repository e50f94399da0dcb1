"""Root and consequence: one mistake that shows in several places is told once.

What a root explains is found by mending it (`tried_causes.py`), or by one of the rules below, each a small function; how
those are read where they leave room: docs/decisions/005.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.part_totals import belongs
from budjettitui.checks.tried_causes import RANK, Key, by_correction, key_of
from budjettitui.findings import Cause, Finding, Place
from budjettitui.money import ZERO, total
from budjettitui.values import replace

STATED_ORDER = ("total-cost", "total-support", "total-own", "total-income", "total-funding")
"""Of the figures of one `[stated]` that miss, the first is the root."""


def link(case: Case, findings: list[Finding]) -> list[Finding]:
    """The findings, each consequence naming its root: the largest where there are several, never a milder one."""
    if not any(finding.check in RANK for finding in findings):
        return findings
    by_key = {key_of(finding): finding for finding in findings}
    causes: dict[Key, set[Key]] = {}
    for effect, cause in (*by_correction(case, findings), *_by_rule(case, findings)):
        if effect != cause and effect in by_key and cause in by_key:
            causes.setdefault(effect, set()).add(cause)
    later = dict(_stated_order([finding for finding in findings if key_of(finding) not in causes]))
    causes |= {effect: {cause} for effect, cause in later.items()}
    return [_with_cause(finding, causes, by_key) for finding in findings]


def _with_cause(finding: Finding, causes: dict[Key, set[Key]], by_key: dict[Key, Finding]) -> Finding:
    root = _root(key_of(finding), causes, by_key, frozenset())
    if root is None or root == key_of(finding):
        return finding
    return replace(finding, cause=Cause(*root))


def _root(key: Key, causes: dict[Key, set[Key]], by_key: dict[Key, Finding], seen: frozenset[Key]) -> Key | None:
    """The root that a finding follows from, itself where it is one; None where the way leads in a ring."""
    found = []
    for cause in causes.get(key, ()):
        if cause in seen or by_key[cause].severity > by_key[key].severity:
            continue
        root = _root(cause, causes, by_key, seen | {key})
        if root is not None and root != key and by_key[root].severity <= by_key[key].severity:
            found.append(root)
    if not found:
        return key
    return max(found, key=lambda root: (abs(by_key[root].difference or ZERO), -RANK.get(root[0], 0), root))


# by a rule -----------------------------------------------------------------------------------------------------------
def _by_rule(case: Case, findings: list[Finding]) -> Iterator[tuple[Key, Key]]:
    by_check: dict[str, list[Finding]] = {}
    for finding in findings:
        by_check.setdefault(finding.check, []).append(finding)
    yield from _same_line(by_check)
    yield from _people(by_check)
    yield from _category_to_total(case, by_check)
    yield from _same_rows(case, by_check)
    yield from _years_of_item(case, by_check)
    yield from _partner_to_project(findings)
    yield from _rates(by_check)
    yield from _gaps(case, by_check)
    yield from _minimum(case, by_check)


def _same_line(by_check: dict[str, list[Finding]]) -> Iterator[tuple[Key, Key]]:
    """`flat-base` explains `flat-amount` of the same line; and what an amount should be, that its years miss it."""
    for base in by_check.get("flat-base", ()):
        yield ("flat-amount", base.path), key_of(base)
    for years in by_check.get("years-total", ()):
        row = (years.anchor or ())[:2]
        for amount in (*by_check.get("line-product", ()), *by_check.get("flat-amount", ())):
            if (amount.anchor or ())[:2] == row and amount.expected == years.actual:
                yield key_of(years), key_of(amount)


def _people(by_check: dict[str, list[Finding]]) -> Iterator[tuple[Key, Key]]:
    """What a person is charged beyond the whole, or one line beyond the months, explains the months of the person."""
    for booked in by_check.get("overbooked", ()):
        yield key_of(booked), ("double-funding", booked.path)
        if booked.values.get("lines") == 1:
            lines = by_check.get("person-months", ())
            yield from ((key_of(booked), key_of(one)) for one in lines if one.values.get("person") == booked.place.name)


def _category_to_total(case: Case, by_check: dict[str, list[Finding]]) -> Iterator[tuple[Key, Key]]:
    """A category total (a year's, a work package's) explains the total above it, where one has its difference, or all
    of one sort together have it."""
    parts = by_check.get("category-total", [])
    for check in STATED_ORDER:
        for whole in by_check.get(check, ()):
            for table in ("category", "year", "work_package"):
                of = [part for part in parts if part.place.table == table and _figure(part) == whole.values.get("key")]
                yield from _sharing(case, whole, of)


def _same_rows(case: Case, by_check: dict[str, list[Finding]]) -> Iterator[tuple[Key, Key]]:
    """A category that misses by a sum explains a work package that misses by the same, where one row is in both."""
    parts = by_check.get("category-total", [])
    for category in (one for one in parts if one.place.table == "category"):
        for package in (one for one in parts if one.place.table == "work_package"):
            if category.difference == package.difference and _row_of_both(case, category.place, package.place):
                yield key_of(package), key_of(category)


def _row_of_both(case: Case, one: Place, other: Place) -> bool:
    return any(belongs(row, one, None) and belongs(row, other, None) for row in case.budget.costs)


def _figure(part: Finding) -> object:
    """The figure that is stated: of a category its costs."""
    return part.values.get("key") if part.place.table == "year" else "costs"


def _years_of_item(case: Case, by_check: dict[str, list[Finding]]) -> Iterator[tuple[Key, Key]]:
    """Years in which too little is set aside explain that the budget item as a whole has too little."""
    short = by_check.get("appropriation-short", ())
    for whole in short:
        years = [
            one for one in short if whole.place.key is None and one.place.key and one.place.name == whole.place.name
        ]
        missing = total([one.difference or ZERO for one in years])
        if years and (whole.difference or ZERO) - missing <= case.tolerance(1, whole.expected, whole.actual):
            yield from ((key_of(whole), key_of(year)) for year in years)


def _sharing(
    case: Case, whole: Finding, parts: list[Finding], rounded: Sequence[Finding] = (), within: Decimal | None = None
) -> Iterator[tuple[Key, Key]]:
    """The parts that have a whole's difference: one of them, or all together with what is rounded, within tolerance."""
    if whole.difference is None or not parts:
        return
    allowed = case.tolerance(len(parts), whole.expected, whole.actual) if within is None else within
    alone = [
        part for part in parts if part.difference is not None and abs(part.difference - whole.difference) <= allowed
    ]
    differences = [part.difference for part in (*parts, *rounded) if part.difference is not None]
    if alone:
        yield from ((key_of(whole), key_of(part)) for part in alone)
    elif abs(total(differences) - whole.difference) <= allowed:
        yield from ((key_of(whole), key_of(part)) for part in parts)


def _stated_order(unexplained: list[Finding]) -> Iterator[tuple[Key, Key]]:
    """Of the figures of one `[stated]` that miss, the first (costs, support, own) is the root.

    What follows from a slip elsewhere is none of them: a wrong row of costs does not say why the support misses too.
    """
    groups: dict[object, list[Finding]] = {}
    stated = [one for one in unexplained if one.check in STATED_ORDER]
    for finding in sorted(stated, key=lambda one: STATED_ORDER.index(one.check)):
        groups.setdefault((finding.anchor or ())[:-1], []).append(finding)
    for group in groups.values():
        yield from ((key_of(later), key_of(group[0])) for later in group[1:])


def _partner_to_project(findings: list[Finding]) -> Iterator[tuple[Key, Key]]:
    """A partner's finding explains the same finding of the project."""
    at_project = {finding.check: finding for finding in findings if finding.path == "project"}
    for finding in findings:
        if (
            finding.place.table == "partner"
            and finding.place.key is None
            and finding.check in at_project
            and finding.check in RANK
        ):
            yield (finding.check, "project"), key_of(finding)


def _rates(by_check: dict[str, list[Finding]]) -> Iterator[tuple[Key, Key]]:
    """`rate-exceeded-partner` explains `rate-exceeded`; `total-cost` a rate that only holds on the stated total."""
    for finding in by_check.get("rate-exceeded-partner", ()):
        yield ("rate-exceeded", "project"), key_of(finding)
    for rate in by_check.get("stated-percent", ()):
        if rate.values.get("holds_on_stated"):
            yield from (
                (key_of(rate), key_of(whole)) for whole in by_check.get("total-cost", ()) if whole.path == rate.path
            )


def _gaps(case: Case, by_check: dict[str, list[Finding]]) -> Iterator[tuple[Key, Key]]:
    """Gaps explain `total-mismatch`; `net-positive` explains `overfunded`."""
    gaps = [*by_check.get("self-financing-missing", ()), *by_check.get("overfunded", ())]
    rounded = [one for one in by_check.get("rounded-parts", ()) if one.values.get("between")]
    for mismatch in by_check.get("total-mismatch", ()):
        of_one = list(_of_the_gap(case, mismatch, gaps, rounded))
        yield from of_one or ((key_of(mismatch), key_of(gap)) for gap in gaps if gap.path == "project")
    for whole in rounded:
        if whole.path == "project":
            yield from ((key_of(whole), key_of(part)) for part in rounded if part is not whole)
            yield from _sharing(case, whole, [gap for gap in gaps if gap.place.table == "partner"])
    for positive in by_check.get("net-positive", ()):
        yield ("overfunded", positive.path), key_of(positive)


def _of_the_gap(
    case: Case, mismatch: Finding, gaps: list[Finding], rounded: list[Finding]
) -> Iterator[tuple[Key, Key]]:
    """The partners' gaps that have the project's sum, within its tolerance: one of them, or all together.

    What single partners miss by rounding is in the project's sum, and no gap of its own.
    """
    allowed = case.gap_tolerance(case.figures.project)
    parts = [gap for gap in gaps if gap.place.table == "partner"]
    small = [one for one in rounded if one.place.table == "partner"]
    yield from _sharing(case, mismatch, parts, small, allowed)


def _minimum(case: Case, by_check: dict[str, list[Finding]]) -> Iterator[tuple[Key, Key]]:
    """`self-financing-missing` explains `self-financing-min` where filling the gap with own money meets both; and that
    there is none of the own funding that the rules require."""
    for none in by_check.get("source-required", ()):
        if none.values.get("kind") == "own":
            yield from ((key_of(none), key_of(gap)) for gap in by_check.get("self-financing-missing", ()))
    for least in by_check.get("self-financing-min", ()):
        gaps = [gap for gap in by_check.get("self-financing-missing", ()) if least.path in ("project", gap.path)]
        filled = total([-(gap.difference or ZERO) for gap in gaps])
        if gaps and filled >= -(least.difference or Decimal(0)):
            yield from ((key_of(least), key_of(gap)) for gap in gaps)
