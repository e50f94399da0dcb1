"""Totals that a document gives only roughly, and that findings rest on."""

from collections.abc import Iterator

from budjettitui.checks import INFO, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.written import Written, amounts
from budjettitui.figures import Sheet
from budjettitui.findings import Finding, Path, Place


@check(
    "approximate-total",
    INFO,
    "project",
    good=HEAD
    + """
[stated]
costs = { amount = 50_000, about = true }
support = 40_000
own = 10_000
""",
    bad=HEAD
    + """
[stated]
costs = { amount = 50_000, about = true }
support = 40_000
own = 9_000
""",
    last=True,
)
def approximate_total(case: Case) -> Iterator[Found]:
    """A total is marked about, at most or at least, and findings rest on it.

    The arithmetic is done on the figures as they are written, so a gap may be no more than the rounding of such a
    total. The finding stands, and this says what to ask before acting on it.

    Rule: how this program works figures out: the figures judged are those written.
    """
    totals = list(_totals(case))
    rested = {anchor for finding in case.findings for anchor in _rests_on(case, finding)} if totals else set[Path]()
    for place, anchor, one in totals:
        if (*anchor, *one.keys) in rested or (*anchor, one.keys[0]) in rested:
            values = {"figure": one.keys[0], "qualifier": one.amount.marks}
            partner = place.name if place.table == "partner" else None
            yield Found(place, (*anchor, *one.keys), values, actual=one.amount.value, partner=partner, approximate=True)


def _rests_on(case: Case, finding: Finding) -> Iterator[Path]:
    """The paths of the figures that a finding was worked out from."""
    sums = [anchor for one in _sheet(case, finding.place).sums for anchor in one.anchors]
    if finding.anchor and finding.anchor[0] in ("stated", "share") and not _only_points(case, finding, sums):
        yield finding.anchor
    if finding.approximate:
        yield from sums


def _only_points(case: Case, finding: Finding, sums: list[Path]) -> bool:
    """True where a gap or a rate stands at the line of a stated figure, and is worked out from rows and not from it."""
    compared = finding.check.startswith("total-") and finding.check != "total-mismatch"
    compared = compared or (finding.check == "rounded-parts" and not finding.values.get("between"))
    at_sum = finding.place.table in ("project", "partner") and finding.anchor == case.anchor_of(finding.place)
    return at_sum and not compared and finding.anchor not in sums


def _sheet(case: Case, place: Place) -> Sheet:
    own = case.figures.partners.get(place.name or "") if place.table == "partner" else None
    return own or case.figures.project


def _totals(case: Case) -> Iterator[tuple[Place, Path, Written]]:
    """Every marked figure of `[stated]`, with the place that it is a total of; a share is a part and no total."""
    for stated in case.budget.stated:
        table, _, name = stated.of.partition(".")
        place = Place("partner", name) if table == "partner" and name else Place("project")
        yield from ((place, stated.anchor, one) for one in amounts(stated) if one.amount.marks)
