"""Proofs of stages and years: what was planned, granted and realised beside each other, and each year beside the whole."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.changes import change_rule, transfer_limit
from budjettitui.checks.grants import uncovered
from budjettitui.checks.years import base_paths, support_paths
from budjettitui.findings import Finding, Path
from budjettitui.model import LINES
from budjettitui.money import ZERO, percent_of, to_decimals, total
from budjettitui.proof.gaps import net_costs
from budjettitui.proof.rates import PROJECT, rate
from budjettitui.proof.reading import Reading
from budjettitui.proof.steps import ProofStep, apart, limit
from budjettitui.values import replace


def order(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The figure of the earlier stage and of the later one, each with its line."""
    earlier, later = (str(finding.values.get(name)) for name in ("earlier", "later"))
    if finding.anchor is None:
        return
    figure = finding.values.get("figure")
    if finding.wording == "sum" and finding.anchor[-1] != later:
        for stage in (earlier, later):
            sheet = Reading(case, stage).sheet(PROJECT)
            yield from Reading(case, stage).sum(stage, sheet.costs if figure == "costs" else sheet.support)
    else:
        whole = finding.anchor[0] in LINES and finding.anchor[-1] != later
        above: Path = finding.anchor if whole else finding.anchor[:-1]
        for stage, value in ((earlier, finding.expected), (later, finding.actual)):
            yield ProofStep(stage, value, path=above if whole else (*above, stage))
    yield from apart(finding, case.tolerance(1, finding.actual, finding.expected))


def returned(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The support that was granted, what of it was used, what was not, and what rounding allows."""
    granted, used = Reading(case, "granted"), Reading(case, "realised")
    yield from _support(granted, "granted")
    yield from _support(used, "realised", "-")
    yield ProofStep("unused", abs(finding.difference or ZERO), "=")
    yield ProofStep("allowed", case.tolerance(1, finding.expected, finding.actual), "<=")


def _support(file: Reading, what: str, sign: str = "") -> Iterator[ProofStep]:
    """The support at a stage; a sum of several partners or rows with what it is made of."""
    for step in file.sum("support", file.sheet(PROJECT).support, sign):
        yield step if step.indent else replace(step, what=f"support_{what}")


def less_granted(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """What was planned less what was granted; what is not covered now; and the smaller of the two."""
    file, granted = Reading(case), Reading(case, "granted")
    sheet, stage = file.sheet(PROJECT), granted.sheet(PROJECT)
    yield from _support(file, "planned")
    yield from _support(granted, "granted", "-")
    less = abs(finding.difference or ZERO)
    yield ProofStep("less_granted", less, "=")
    support = stage.support.value
    open_ = uncovered(case, support) if support is not None else None
    if open_ is not None:
        yield from net_costs(granted if stage.net_costs is not None else file, PROJECT)
        yield from _support(granted, "granted", "-")
        covering = granted if stage.covered else file
        yield from covering.funding(covering.sheet(PROJECT), "-", but=("support",))
        yield ProofStep("not_covered", open_, "=")
    if isinstance(gap := finding.values.get("gap"), Decimal) and gap not in (less, open_):
        yield ProofStep("missing", gap)
    yield ProofStep("allowed", case.gap_tolerance(sheet), "<=")


# years -----------------------------------------------------------------------------------------------------------
def year_rate(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The year's support divided by its costs, the same of the whole, and the points between them."""
    file, year = Reading(case), finding.place.name or ""
    costs, income = base_paths(case, year)
    given = finding.values.get("costs")
    base = given if isinstance(given, Decimal) else None
    yield from file.rows(costs)
    yield from file.rows(income, signs=["-"] * len(income))
    yield ProofStep("year_costs", base, "=")
    support = support_paths(case, year)
    yield from file.added(support, "year_support", _added(file, support))
    yield ProofStep("year_costs", base, "/")
    yield ProofStep("year_rate", finding.actual, "=", percent=True)
    yield from rate(file, PROJECT)
    yield ProofStep("year_rate", finding.actual, percent=True)
    yield ProofStep("rate", finding.expected, percent=True)
    yield ProofStep("difference", to_decimals(abs(finding.difference or ZERO), 6), "=", percent=True)
    yield ProofStep("points_allowed", Decimal(5), "<=", percent=True)


def _added(file: Reading, paths: list[Path]) -> Decimal:
    return total([file.amount(path) or ZERO for path in paths])


def accepted(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The gap that was accepted, and the one that there is now."""
    yield ProofStep("accepted", finding.expected, path=(*(finding.anchor or ())[:2], "difference"))
    yield ProofStep("now", finding.actual)
    yield from apart(finding)


def versions(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The figure of the older version, and this one's."""
    yield ProofStep("older", finding.expected)
    yield ProofStep("now", finding.actual, path=finding.anchor)
    yield from apart(finding, what="difference")


def transfer(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """What may be moved: a part of what there was, or a sum where that is more; and what was moved."""
    allowed = transfer_limit(case)
    rate, most = (change_rule(case, f"changes.transfer_max_{key}") for key in ("rate", "amount"))
    if allowed is not None and rate is not None and allowed.rate and finding.expected is not None:
        yield ProofStep("older", finding.expected)
        yield limit(case, "may_move", rate, "x", percent=True)
        yield ProofStep("may_move", percent_of(allowed.rate, finding.expected), "=")
    if allowed is not None and most is not None and allowed.amount:
        yield limit(case, "may_move", most)
    yield ProofStep("older", finding.expected)
    yield ProofStep("now", finding.actual, path=finding.anchor)
    yield from apart(finding, what="difference")
    if isinstance(larger := finding.values.get("limit"), Decimal):
        yield ProofStep("may_move", larger, "<=")
