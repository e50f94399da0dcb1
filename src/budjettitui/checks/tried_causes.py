"""Causes found by mending: what is gone when a root is put right follows from it.

The case is worked out again with the figure corrected, and the checks of sums, gaps and rates are asked again.
"""

from collections.abc import Iterator
from typing import cast

from budjettitui.checks.case import Case
from budjettitui.checks.corrections import corrections, corrections_at, together
from budjettitui.findings import Finding
from budjettitui.money import ZERO

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

MOST_TRIED = 12
"""So many single corrections are worked out, the largest; the rest are tried all together."""

PEOPLE = ("double-funding", "person-months", "overbooked")
"""Checks of people's time, in the order in which one may explain the next."""

RANK = {
    name: rank for rank, name in enumerate(("line-product", "flat-base", "years-total", "flat-amount", *SUMS, *PEOPLE))
}
"""The place of each check in the order in which one may explain the next."""


def key_of(finding: Finding) -> Key:
    """What a finding is known by."""
    return finding.check, finding.path


def by_correction(case: Case, findings: list[Finding]) -> Iterator[tuple[Key, Key]]:
    """Each consequence with the root whose correction removes it."""
    roots = [finding for finding in findings if finding.check in CORRECTED]
    effects = {key_of(finding) for finding in findings if finding.check in EFFECTS}
    if not roots or not effects:
        return
    roots.sort(key=lambda root: abs(root.difference or ZERO), reverse=True)
    left = set(effects)
    for root in roots[:MOST_TRIED]:
        for mended in corrections(case, root):
            gone = {effect for effect in _gone(effects, _still(mended)) if _may_explain(key_of(root), effect)}
            left -= gone
            yield from ((effect, key_of(root)) for effect in gone)
        yield from _at_one_partner(case, root, findings)
    lines = [root for root in roots if root.check in ("line-product", "flat-amount")]
    if len(lines) > 1 and left:
        gone = {effect for effect in _gone(left, _still(together(case, lines))) if effect[0] in SUMS}
        yield from ((effect, key_of(root)) for effect in gone for root in lines)


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
    effects = {key_of(one) for one in findings if one.check in EFFECTS}
    for mended in corrections_at(case, root, partners[:MOST_TRIED]):
        still = _still(mended)
        if still <= effects:
            yield from ((effect, key_of(root)) for effect in effects - still if _may_explain(key_of(root), effect))


def _may_explain(root: Key, effect: Key) -> bool:
    """True of what comes later; a flat rate may also be taken on another flat rate's line.

    Of one line, what its amount should be explains its years (`_same_line`), and not the other way.
    """
    chained = root[0] == effect[0] == "flat-amount"
    one_line = root[1] == f"{effect[1]}.years"
    return root != effect and not one_line and (chained or RANK[root[0]] < RANK[effect[0]])


def _still(case: Case) -> set[Key]:
    """The findings of the sum checks on a case, by key."""
    from budjettitui.checks import Whole, declared

    every = declared()
    found = set()
    for name in EFFECTS:
        if name in every and not (case.cancelled and every[name].family in ("rate", "financing", "appropriation")):
            found |= {(one.check or name, str(one.place)) for one in cast(Whole, every[name].look)(case)}
    return found
