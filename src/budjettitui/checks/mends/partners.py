"""Mends of what partners are to each other: who leads, who takes no part."""

from collections.abc import Iterator

from budjettitui.checks.case import Case
from budjettitui.checks.mends.writing import fix_of, taken_out
from budjettitui.document import Document, spell
from budjettitui.edits import Set
from budjettitui.findings import Finding, Fix, Place

MOST_LEADS = 3
"""So many partners are offered as the one that leads."""


def one_lead(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """One of those that lead, or of all where none does; the others take part."""
    partners = case.budget.partners
    leads = [index for index, one in enumerate(partners) if one.role == "lead"]
    for index in (leads or range(len(partners)))[:MOST_LEADS]:
        edits = [Set(("partner", other, "role"), spell("partner")) for other in leads if other != index]
        edits += [] if index in leads else [Set(("partner", index, "role"), spell("lead"))]
        yield fix_of("fix.lead", edits, who=case.label(Place("partner", partners[index].id)))


def empty(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The partner taken out, where it takes no part."""
    gone = taken_out(document, finding.anchor[:2]) if finding.anchor is not None else None
    if gone is not None:
        yield fix_of("fix.take-out", [gone], line=case.label(finding.place))
