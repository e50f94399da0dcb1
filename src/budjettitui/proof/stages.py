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
from budjettitui.proof.steps import Step, apart, limit
from budjettitui.values import replace


def order(case: Case, finding: Finding) -> Iterator[Step]:
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
            yield Step(stage, value, path=above if whole else (*above, stage))
    yield from apart(finding, case.tolerance(1, finding.actual, finding.expected))


def returned(case: Case, finding: Finding) -> Iterator[Step]:
    """The support that was granted, what of it was used, what was not, and what rounding allows."""
    granted, used = Reading(case, "granted"), Reading(case, "realised")
    yield from _support(granted, "granted")
    yield from _support(used, "realised", "-")
    yield Step("unused", abs(finding.difference or ZERO), "=")
    yield Step("allowed", case.tolerance(1, finding.expected, finding.actual), "<=")


def _support(file: Reading, what: str, sign: str = "") -> Iterator[Step]:
    """The support at a stage; a sum of several partners or rows with what it is made of."""
    for step in file.sum("support", file.sheet(PROJECT).support, sign):
        yield step if step.indent else replace(step, what=f"support_{what}")


def less_granted(case: Case, finding: Finding) -> Iterator[Step]:
    """What was planned less what was granted; what is not covered now; and the smaller of the two."""
    file, granted = Reading(case), Reading(case, "granted")
    sheet, stage = file.sheet(PROJECT), granted.sheet(PROJECT)
    yield from _support(file, "planned")
    yield from _support(granted, "granted", "-")
    less = abs(finding.difference or ZERO)
    yield Step("less_granted", less, "=")
    support = stage.support.value
    open_ = uncovered(case, support) if support is not None else None
    if open_ is not None:
        yield from net_costs(granted if stage.net_costs is not None else file, PROJECT)
        yield from _support(granted, "granted", "-")
        covering = granted if stage.covered else file
        yield from covering.funding(covering.sheet(PROJECT), "-", but=("support",))
        yield Step("not_covered", open_, "=")
    if isinstance(gap := finding.values.get("gap"), Decimal) and gap not in (less, open_):
        yield Step("missing", gap)
    yield Step("allowed", case.gap_tolerance(sheet), "<=")


# years -----------------------------------------------------------------------------------------------------------
def year_rate(case: Case, finding: Finding) -> Iterator[Step]:
    """The year's support divided by its costs, the same of the whole, and the points between them."""
    file, year = Reading(case), finding.place.name or ""
    costs, income = base_paths(case, year)
    given = finding.values.get("costs")
    base = given if isinstance(given, Decimal) else None
    yield from file.rows(costs)
    yield from file.rows(income, signs=["-"] * len(income))
    yield Step("year_costs", base, "=")
    support = support_paths(case, year)
    yield from file.added(support, "year_support", _added(file, support))
    yield Step("year_costs", base, "/")
    yield Step("year_rate", finding.actual, "=", percent=True)
    yield from rate(file, PROJECT)
    yield Step("year_rate", finding.actual, percent=True)
    yield Step("rate", finding.expected, percent=True)
    yield Step("difference", to_decimals(abs(finding.difference or ZERO), 6), "=", percent=True)
    yield Step("points_allowed", Decimal(5), "<=", percent=True)


def _added(file: Reading, paths: list[Path]) -> Decimal:
    return total([file.amount(path) or ZERO for path in paths])


def accepted(case: Case, finding: Finding) -> Iterator[Step]:
    """The gap that was accepted, and the one that there is now."""
    yield Step("accepted", finding.expected, path=(*(finding.anchor or ())[:2], "difference"))
    yield Step("now", finding.actual)
    yield from apart(finding)


def versions(case: Case, finding: Finding) -> Iterator[Step]:
    """The figure of the older version, and this one's."""
    yield Step("older", finding.expected)
    yield Step("now", finding.actual, path=finding.anchor)
    yield from apart(finding, what="difference")


def transfer(case: Case, finding: Finding) -> Iterator[Step]:
    """What may be moved: a part of what there was, or a sum where that is more; and what was moved."""
    allowed = transfer_limit(case)
    rate, most = (change_rule(case, f"changes.transfer_max_{key}") for key in ("rate", "amount"))
    if allowed is not None and rate is not None and allowed.rate and finding.expected is not None:
        yield Step("older", finding.expected)
        yield limit(case, "may_move", rate, "x", percent=True)
        yield Step("may_move", percent_of(allowed.rate, finding.expected), "=")
    if allowed is not None and most is not None and allowed.amount:
        yield limit(case, "may_move", most)
    yield Step("older", finding.expected)
    yield Step("now", finding.actual, path=finding.anchor)
    yield from apart(finding, what="difference")
    if isinstance(larger := finding.values.get("limit"), Decimal):
        yield Step("may_move", larger, "<=")
