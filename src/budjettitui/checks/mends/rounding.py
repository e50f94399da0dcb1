"""Mends of what is above a ceiling by no more than rounding: the same as of what is above it by more."""

from collections.abc import Iterator

from budjettitui.checks.case import Case
from budjettitui.checks.mends import limits, public, stages, support
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix

_BY_WORDING = {
    "money": public.under_limit,
    "realised": stages.realised_rate,
    "category": limits.less_of_the_whole,
}


def under_ceiling(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The support, the public money, the realised support or the partner's costs down to what the ceiling allows."""
    mend = support.under_fund if finding.place.table == "fund" else support.under_ceiling
    return _BY_WORDING.get(finding.wording, mend)(case, document, finding)
