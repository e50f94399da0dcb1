"""Mends of the call's own figures, last of all: where no plan fits them, a figure of the call may be what is wrong."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mends.writing import amount_at, fix_of, set_amount, taken_out
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix, Path
from budjettitui.money import ZERO, times
from budjettitui.values import replace

FAR = Decimal(5)
"""Nobody plans five times what a call allows; who comes to it has lost a digit of the limit."""


def limit_slip(document: Document, keys: Path, finding: Finding) -> Iterator[Fix]:
    """A limit of the call with the digit that it may lack, where the plan is far above it and would then be within."""
    path: Path = ("call", *keys)
    limit, actual = amount_at(document, path), finding.actual
    if limit is None or actual is None or limit <= ZERO or actual < times(limit, FAR):
        return
    meant = times(limit, Decimal(10))
    edit = set_amount(document, path, meant) if actual <= meant else None
    if edit is not None:
        yield replace(fix_of("fix.perhaps-limit", [edit], was=limit, to=meant), last=True)


def no_zero_ceiling(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """A call's ceiling of zero taken out: no call gives support of which nothing may be paid."""
    if case.budget.call.support_rate_max != ZERO or finding.values.get("ceiling") != ZERO:
        return
    rules, gone = case.terms.support.programme_ceiling(), taken_out(document, ("call", "support_rate_max"))
    rate = rules.value if rules is not None and isinstance(rules.value, Decimal) else None
    if gone is not None:
        yield replace(fix_of("fix.call-rate.none", [gone], to=rate), last=True)
