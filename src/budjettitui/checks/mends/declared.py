"""A mend of what a form asks: its answer that is one word. A sum is for whoever knows it to write."""

from collections.abc import Iterator

from budjettitui.checks.case import Case
from budjettitui.checks.mends.writing import fix_of
from budjettitui.document import Document, spell
from budjettitui.edits import Set
from budjettitui.findings import Finding, Fix
from budjettitui.values import replace

OF_OTHERS = ("other-public",)
"""Kinds of funding that may be the other grants that a form asks about."""


def that_there_are_none(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Say that there are none, if that is so: of other grants not where a row has money that may be one."""
    asked = finding.values.get("keys")
    keys = tuple(str(key) for key in asked) if isinstance(asked, tuple) else ()
    if "other_grants" in keys and any(row.kind in OF_OTHERS for row in case.budget.funding):
        return
    edits = [Set(("declared", key), spell("none")) for key in keys]
    yield replace(fix_of("fix.declare-none", edits, keys=keys), last=True)
