"""Proofs of gaps: costs, less income, less support is the need; less what covers it is what is missing or over."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.figures.sums import Sum
from budjettitui.findings import Finding, Path, Place
from budjettitui.money import EXACT, ZERO, total
from budjettitui.proof.reading import Reading
from budjettitui.proof.steps import ProofStep


def gap(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The need and what covers it, or all costs and all funding; how far apart they are, and what rounding allows."""
    file, place = Reading(case), finding.place
    sheet = file.sheet(place)
    if finding.wording == "support":
        yield from net_costs(file, place)
        yield from file.sum("support", sheet.support)
    elif finding.check == "total-mismatch" or finding.expected == sheet.net_costs != sheet.need:
        yield from net_costs(file, place)
        yield from _funding(file, place)
    else:
        yield from need(case, finding)
        yield from _covered(file, place)
    difference = finding.difference
    over = difference is not None and difference > ZERO
    yield ProofStep("over" if over else "missing", abs(difference) if difference is not None else None, "=")
    yield ProofStep("allowed", case.gap_tolerance(sheet), "<=")


def need(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """Costs, less income, less support: the need."""
    file = Reading(case)
    sheet = file.sheet(finding.place)
    yield from net_costs(file, finding.place)
    yield from file.sum("support", sheet.support, "-")
    yield ProofStep("need", sheet.need, "=")


def net_costs(file: Reading, place: Place, sign: str = "") -> Iterator[ProofStep]:
    """Costs, and less income where there is any; the stated net costs where those stand in their place."""
    sheet = file.sheet(place)
    costs, income, net = sheet.costs.value, sheet.income.value, sheet.net_costs
    if net is not None and (costs is None or income is None or EXACT.subtract(costs, income) != net):
        path = stated_path(file, place, "net_costs")
        yield ProofStep("net_costs", net, sign, origin="stated", path=path)
        return
    yield from file.sum("costs", sheet.costs, sign)
    if income:
        yield from file.sum("income", sheet.income, "-")
        yield ProofStep("net_costs", net, "=")


def stated_path(file: Reading, place: Place, key: str) -> Path | None:
    """Where a figure of the project or a partner is stated; of several that state it, the first."""
    case = file.case
    of = "project" if place.table == "project" else f"partner.{place.name}"
    alone = () if case.several else tuple(f"partner.{one}" for one in case.figures.books.ids)
    for one in (of, *alone, *(() if case.several else ("project",))):
        for stated in case.figures.books.stated(one):
            path = (*stated.anchor, key)
            if file.amount(path) is not None:
                return file.at(path)
    return None


def _funding(file: Reading, place: Place) -> Iterator[ProofStep]:
    """All funding, kind by kind; the stated one where a kind is not known."""
    sheet = file.sheet(place)
    if _come_to([one for one in sheet.kinds.values() if one.anchors], sheet.funding):
        there = list(file.funding(sheet, ""))
        yield from there
        yield ProofStep("all_funding", sheet.funding, "=" if there else "")
    else:
        yield ProofStep("all_funding", sheet.funding, origin="stated", path=stated_path(file, place, "funding"))


def _covered(file: Reading, place: Place) -> Iterator[ProofStep]:
    """What covers the need: the one kind of funding there is, or all of them below their sum; else what the stated
    funding has beside the support."""
    sheet, but = file.sheet(place), ("support",)
    there = [one for kind, one in sheet.kinds.items() if kind not in but and (one.value or one.anchors)]
    if len(there) == 1 and there[0].value == sheet.covered:
        yield from file.funding(sheet, "-", but=but)
        return
    yield ProofStep("covered", sheet.covered, "-")
    if _come_to(there, sheet.covered):
        yield from file.funding(sheet, "", but=but, indent=1)
    elif sheet.covered is not None:
        path = stated_path(file, place, "funding")
        yield ProofStep("stated_funding", sheet.funding, origin="stated", path=path, indent=1)
        yield from file.sum("support", sheet.support, "-", 1)


def _come_to(sums: list[Sum], whole: Decimal | None) -> bool:
    """True where the sums are known and come to the whole."""
    return whole is not None and total([one.value for one in sums if one.value is not None]) == whole


def surplus(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """Net costs, less the money that is neither support nor own: what is left for the support."""
    file = Reading(case)
    sheet = file.sheet(finding.place)
    yield from net_costs(file, finding.place)
    if finding.wording == "other":
        yield from file.funding(sheet, "-", but=("support", "own"))
        yield ProofStep("left_for_support", finding.actual, "=")
    yield from file.sum("support", sheet.support)
