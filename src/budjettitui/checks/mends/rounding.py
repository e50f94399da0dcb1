"""Mends of what is above a ceiling by no more than rounding: the same as of what is above it by more."""

from collections.abc import Iterator

from budjettitui.checks.case import Case
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix


def under_ceiling(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The support, the public money, the realised support or the partner's costs down to what the ceiling allows.

    Only what makes these mends is loaded: most of what is rounding is support.
    """
    if finding.wording == "money":
        from budjettitui.checks.mends import public

        return public.under_limit(case, document, finding)
    if finding.wording == "realised":
        from budjettitui.checks.mends import stages

        return stages.realised_rate(case, document, finding)
    if finding.wording == "category":
        return iter(())
    from budjettitui.checks.mends import support

    return (support.under_fund if finding.place.table == "fund" else support.under_ceiling)(case, document, finding)
