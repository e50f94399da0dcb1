"""Mends of the call's own figures, last of all: where no plan fits them, a figure of the call may be what is wrong."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.money import RATE_DECIMALS
from budjettitui.checks.mends.writing import amount_at, fix_of, set_amount, taken_out
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix, Path
from budjettitui.money import HUNDRED, ONE, ZERO, rounded, times, to_decimals
from budjettitui.values import replace

LIMIT_SLIP = "fix.perhaps-limit"
"""What a mend is called that finds the slip in the limit."""

FAR = Decimal(5)
"""Nobody plans five times what a call allows; who comes to it has lost a digit of the limit."""


def limit_slip(document: Document, keys: Path, finding: Finding) -> Iterator[Fix]:
    """A limit of the call with the digit that it may lack, where the plan is far above it and would then be within."""
    path, actual = ("call", *keys), finding.actual
    limit = amount_at(document, path)
    if limit == ZERO and actual is not None:
        yield from _as_it_is(document, path, actual, f"{LIMIT_SLIP}.plan")
    elif limit is not None and actual is not None and actual >= times(limit, FAR):
        yield from digit_lacking(document, path, finding)


def _as_it_is(document: Document, path: Path, actual: Decimal, title: str) -> Iterator[Fix]:
    """A limit of zero, which no call and nobody has, at what the plan comes to."""
    edit = set_amount(document, path, rounded(actual, ONE, "up"))
    if edit is not None:
        yield replace(fix_of(title, [edit], to=rounded(actual, ONE, "up")), last=True)


def digit_lacking(document: Document, path: Path, finding: Finding, title: str = LIMIT_SLIP) -> Iterator[Fix]:
    """A limit with the digit that it may lack, where the plan would then be within."""
    limit, actual = amount_at(document, path), finding.actual
    if limit is None or actual is None or limit <= ZERO:
        return
    meant = times(limit, Decimal(10))
    edit = set_amount(document, path, meant) if actual <= meant else None
    if edit is not None:
        yield replace(fix_of(title, [edit], was=limit, to=meant), last=True)


def no_zero_ceiling(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """A call's ceiling of zero taken out, or as the plan has it: no call gives support of which nothing may be paid."""
    if case.budget.call.support_rate_max != ZERO or finding.values.get("ceiling") != ZERO:
        return
    rules, gone = case.terms.support.programme_ceiling(), taken_out(document, ("call", "support_rate_max"))
    rate = rules.value if rules is not None and isinstance(rules.value, Decimal) else None
    if gone is not None:
        yield fix_of("fix.call-rate.none", [gone], to=rate)
    yield from _as_planned(case, document, rate)


def _as_planned(case: Case, document: Document, programme: Decimal | None) -> Iterator[Fix]:
    """The rate that the plan has as the call's ceiling, in whole per cent, where the rules go as far."""
    now = case.figures.project.support_rate
    to = None if now is None else rounded(to_decimals(now, RATE_DECIMALS), ONE, "up")
    if to is not None and to <= (HUNDRED if programme is None else programme):
        edit = set_amount(document, ("call", "support_rate_max"), to)
        if edit is not None:
            yield fix_of("fix.call-rate.perhaps", [edit], to=to)


def no_decision_limit(document: Document, finding: Finding) -> Iterator[Fix]:
    """The digit that the decider's limit may lack; of a limit of zero, what is set aside; without a limit, where another
    one decides."""
    path: Path = ("project", "decision_limit")
    if amount_at(document, path) == ZERO and finding.actual is not None:
        yield from _as_it_is(document, path, finding.actual, f"{LIMIT_SLIP}.decided")
    yield from digit_lacking(document, path, finding, f"{LIMIT_SLIP}.decision")
    gone = taken_out(document, path)
    if gone is not None:
        yield replace(fix_of("fix.no-decision-limit", [gone], to=finding.actual), last=True)
