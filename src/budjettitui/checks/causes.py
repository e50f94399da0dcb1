"""Root and consequence: one mistake that shows in several places is told once (checks, root and consequence).

What a root explains is found by mending it: the case is worked out again with the figure corrected, and the sums, gaps
and rates that are then gone follow from it. The rest are the rules written in `checks.md`, each a small function.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import cast

from budjettitui.checks.case import Case
from budjettitui.checks.corrections import corrections, corrections_at, together
from budjettitui.checks.part_totals import belongs
from budjettitui.findings import Cause, Finding, Place
from budjettitui.money import ZERO, total
from budjettitui.values import replace

Key = tuple[str, str]
"""A finding by its check and its path."""

CORRECTED = (
    "line-product",
    "flat-amount",
    "years-total",
    "total-cost",
    "total-income",
    "total-funding",
    "total-support",
    "total-own",
)
"""Checks whose correction is tried out, in the order in which one may explain the next."""

SUMS = (
    "category-total",
    "total-cost",
    "total-income",
    "total-funding",
    "total-support",
    "total-own",
    "rate-exceeded-partner",
    "rate-exceeded-fund",
    "rate-exceeded",
    "net-positive",
    "self-financing-missing",
    "overfunded",
    "self-financing-min",
    "costs-ceiling",
    "grant-range",
    "public-total",
    "total-mismatch",
    "stated-percent",
    "appropriation-short",
    "decision-limit",
    "category-cap",
    "category-floor",
    "lump-limit",
    "lump-fixed",
    "grant-menu",
    "in-kind",
    "rounded-parts",
    "rate-rounding",
)
"""Checks of sums, gaps and rates: what a correction may remove, in the order in which one may explain the next."""

EFFECTS = ("flat-amount", *SUMS)
"""What a correction may remove: sums, and the flat-rate lines that are taken on them."""

GAPS = ("self-financing-missing", "overfunded")
"""Checks of what does not meet, at a partner or at the project."""

STATED_ORDER = ("total-cost", "total-support", "total-own", "total-income", "total-funding")
"""Of the figures of one `[stated]` that miss, the first is the root."""

MOST_TRIED = 12
"""So many single corrections are worked out, the largest; the rest are tried all together."""

PEOPLE = ("double-funding", "person-months", "overbooked")
"""Checks of people's time, in the order in which one may explain the next."""

_RANK = {
    name: rank for rank, name in enumerate(("line-product", "flat-base", "years-total", "flat-amount", *SUMS, *PEOPLE))
}


def link(case: Case, findings: list[Finding]) -> list[Finding]:
    """The findings, each consequence naming its root: the largest where there are several, never a milder one."""
    if not any(finding.check in _RANK for finding in findings):
        return findings
    by_key = {_key(finding): finding for finding in findings}
    causes: dict[Key, set[Key]] = {}
    for effect, cause in (*_by_correction(case, findings), *_by_rule(case, findings)):
        if effect != cause and effect in by_key and cause in by_key:
            causes.setdefault(effect, set()).add(cause)
    later = dict(_stated_order([finding for finding in findings if _key(finding) not in causes]))
    causes |= {effect: {cause} for effect, cause in later.items()}
    return [_with_cause(finding, causes, by_key) for finding in findings]


def _key(finding: Finding) -> Key:
    return finding.check, finding.path


def _with_cause(finding: Finding, causes: dict[Key, set[Key]], by_key: dict[Key, Finding]) -> Finding:
    root = _root(_key(finding), causes, by_key, frozenset())
    if root is None or root == _key(finding):
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
    return max(found, key=lambda root: (abs(by_key[root].difference or ZERO), -_RANK.get(root[0], 0), root))


# by trying the correction --------------------------------------------------------------------------------------------
def _by_correction(case: Case, findings: list[Finding]) -> Iterator[tuple[Key, Key]]:
    roots = [finding for finding in findings if finding.check in CORRECTED]
    effects = {_key(finding) for finding in findings if finding.check in EFFECTS}
    if not roots or not effects:
        return
    roots.sort(key=lambda root: abs(root.difference or ZERO), reverse=True)
    left = set(effects)
    for root in roots[:MOST_TRIED]:
        for mended in corrections(case, root):
            gone = {effect for effect in _gone(effects, _still(mended)) if _may_explain(_key(root), effect)}
            left -= gone
            yield from ((effect, _key(root)) for effect in gone)
        yield from _at_one_partner(case, root, findings)
    lines = [root for root in roots if root.check in ("line-product", "flat-amount")]
    if len(lines) > 1 and left:
        gone = {effect for effect in _gone(left, _still(together(case, lines))) if effect[0] in SUMS}
        yield from ((effect, _key(root)) for effect in gone for root in lines)


def _gone(effects: set[Key], still: set[Key]) -> set[Key]:
    """What a correction removes; a gap that turns from too little to too much is a gap still."""
    open_ = {path for check, path in still if check in GAPS}
    return {one for one in effects - still if one[0] not in GAPS or one[1] not in open_}


def _at_one_partner(case: Case, root: Finding, findings: list[Finding]) -> Iterator[tuple[Key, Key]]:
    """What is gone when one partner's part takes the whole difference of the project's total, and nothing new comes.

    Only a partner with a gap of that size is tried.
    """
    size = abs(root.difference or ZERO)
    allowed = case.tolerance(1, root.expected, root.actual)
    gaps = [one for one in findings if one.check in GAPS and one.place.table == "partner" and one.place.name]
    partners = [one.place.name or "" for one in gaps if abs(abs(one.difference or ZERO) - size) <= allowed]
    effects = {_key(one) for one in findings if one.check in EFFECTS}
    for mended in corrections_at(case, root, partners[:MOST_TRIED]):
        still = _still(mended)
        if still <= effects:
            yield from ((effect, _key(root)) for effect in effects - still if _may_explain(_key(root), effect))


def _may_explain(root: Key, effect: Key) -> bool:
    """True of what comes later; a flat rate may also be taken on another flat rate's line.

    Of one line, what its amount should be explains its years (`_same_line`), and not the other way.
    """
    chained = root[0] == effect[0] == "flat-amount"
    one_line = root[1] == f"{effect[1]}.years"
    return root != effect and not one_line and (chained or _RANK[root[0]] < _RANK[effect[0]])


def _still(case: Case) -> set[Key]:
    """The findings of the sum checks on a case, by key."""
    from budjettitui.checks import Whole, declared

    every = declared()
    found = set()
    for name in EFFECTS:
        if name in every and not (case.cancelled and every[name].family in ("rate", "financing", "appropriation")):
            found |= {(one.check or name, str(one.place)) for one in cast(Whole, every[name].look)(case)}
    return found


# by the rules of checks.md --------------------------------------------------------------------------------------------
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
        yield ("flat-amount", base.path), _key(base)
    for years in by_check.get("years-total", ()):
        row = (years.anchor or ())[:2]
        for amount in (*by_check.get("line-product", ()), *by_check.get("flat-amount", ())):
            if (amount.anchor or ())[:2] == row and amount.expected == years.actual:
                yield _key(years), _key(amount)


def _people(by_check: dict[str, list[Finding]]) -> Iterator[tuple[Key, Key]]:
    """What a person is charged beyond the whole, or one line beyond the months, explains the months of the person."""
    for booked in by_check.get("overbooked", ()):
        yield _key(booked), ("double-funding", booked.path)
        if booked.values.get("lines") == 1:
            lines = by_check.get("person-months", ())
            yield from ((_key(booked), _key(one)) for one in lines if one.values.get("person") == booked.place.name)


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
                yield _key(package), _key(category)


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
            yield from ((_key(whole), _key(year)) for year in years)


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
        yield from ((_key(whole), _key(part)) for part in alone)
    elif abs(total(differences) - whole.difference) <= allowed:
        yield from ((_key(whole), _key(part)) for part in parts)


def _stated_order(unexplained: list[Finding]) -> Iterator[tuple[Key, Key]]:
    """Of the figures of one `[stated]` that miss, the first (costs, support, own) is the root.

    What follows from a slip elsewhere is none of them: a wrong row of costs does not say why the support misses too.
    """
    groups: dict[object, list[Finding]] = {}
    stated = [one for one in unexplained if one.check in STATED_ORDER]
    for finding in sorted(stated, key=lambda one: STATED_ORDER.index(one.check)):
        groups.setdefault((finding.anchor or ())[:-1], []).append(finding)
    for group in groups.values():
        yield from ((_key(later), _key(group[0])) for later in group[1:])


def _partner_to_project(findings: list[Finding]) -> Iterator[tuple[Key, Key]]:
    """A partner's finding explains the same finding of the project."""
    at_project = {finding.check: finding for finding in findings if finding.path == "project"}
    for finding in findings:
        if (
            finding.place.table == "partner"
            and finding.place.key is None
            and finding.check in at_project
            and finding.check in _RANK
        ):
            yield (finding.check, "project"), _key(finding)


def _rates(by_check: dict[str, list[Finding]]) -> Iterator[tuple[Key, Key]]:
    """`rate-exceeded-partner` explains `rate-exceeded`; `total-cost` a rate that only holds on the stated total."""
    for finding in by_check.get("rate-exceeded-partner", ()):
        yield ("rate-exceeded", "project"), _key(finding)
    for rate in by_check.get("stated-percent", ()):
        if rate.values.get("holds_on_stated"):
            yield from (
                (_key(rate), _key(whole)) for whole in by_check.get("total-cost", ()) if whole.path == rate.path
            )


def _gaps(case: Case, by_check: dict[str, list[Finding]]) -> Iterator[tuple[Key, Key]]:
    """Gaps explain `total-mismatch`; `net-positive` explains `overfunded`."""
    gaps = [*by_check.get("self-financing-missing", ()), *by_check.get("overfunded", ())]
    rounded = [one for one in by_check.get("rounded-parts", ()) if one.values.get("between")]
    for mismatch in by_check.get("total-mismatch", ()):
        of_one = list(_of_the_gap(case, mismatch, gaps, rounded))
        yield from of_one or ((_key(mismatch), _key(gap)) for gap in gaps if gap.path == "project")
    for whole in rounded:
        if whole.path == "project":
            yield from ((_key(whole), _key(part)) for part in rounded if part is not whole)
            yield from _sharing(case, whole, [gap for gap in gaps if gap.place.table == "partner"])
    for positive in by_check.get("net-positive", ()):
        yield ("overfunded", positive.path), _key(positive)


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
            yield from ((_key(none), _key(gap)) for gap in by_check.get("self-financing-missing", ()))
    for least in by_check.get("self-financing-min", ()):
        gaps = [gap for gap in by_check.get("self-financing-missing", ()) if least.path in ("project", gap.path)]
        filled = total([-(gap.difference or ZERO) for gap in gaps])
        if gaps and filled >= -(least.difference or Decimal(0)):
            yield from ((_key(least), _key(gap)) for gap in gaps)
