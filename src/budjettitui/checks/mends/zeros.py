"""Mends of a zero that stands where nothing is known: left out, since what is blank is compared with nothing."""

from collections.abc import Iterator, Mapping

from budjettitui.checks.mends.writing import amount_at, fix_of, removed
from budjettitui.document import Document, value_at
from budjettitui.findings import Finding, Fix, Path
from budjettitui.model import STAGES
from budjettitui.money import ZERO
from budjettitui.values import replace

OWN_WAYS = (("call", "support_rate_max"), ("project", "decision_limit"))
"""Zeros of which their checks have the mends themselves."""


def not_known(document: Document, finding: Finding) -> Iterator[Fix]:
    """Last of all: each zero that is stated, set by the call or set aside is left out, if it is a figure that is not known.

    Only of findings that compare figures: zeros of rows are what something costs.
    """
    if finding.difference is None:
        return
    for path in _stated_zeros(document):
        gone = removed(document, path)
        if gone is not None:
            stage = path[-1] if path[-1] in STAGES else None
            key = path[-2] if stage else path[-1]
            yield replace(fix_of("fix.not-known", [gone], key=key, stage=stage, zero=ZERO), last=True)
    for index, row in enumerate(_rows(document, "appropriation")):
        gone = removed(document, ("appropriation", index)) if amount_at(document, _amount(index)) == ZERO else None
        if gone is not None:
            yield replace(fix_of("fix.not-known.appropriation", [gone], at=str(row.get("budget_item", ""))), last=True)


def _amount(index: int) -> Path:
    return "appropriation", index, "amount"


def _stated_zeros(document: Document) -> Iterator[Path]:
    """Where a zero is written that is no line's: what is stated, at any stage, of the whole or of a partner, and the limits
    of the call."""
    tables: list[Path] = [("call",), ("stated",)]
    tables += [(name, index) for name in ("stated", "share") for index, _ in enumerate(_rows(document, name))]
    for table in tables:
        here = value_at(document.values, table)
        for key in here if isinstance(here, Mapping) else ():
            path = (*table, key)
            value = value_at(document.values, path)
            stages = [stage for stage in STAGES if isinstance(value, Mapping) and stage in value]
            if path not in OWN_WAYS:
                yield from (one for one in ([(*path, stage) for stage in stages] or [path]) if _is_zero(document, one))


def _is_zero(document: Document, path: Path) -> bool:
    return amount_at(document, path) == ZERO


def _rows(document: Document, table: str) -> list[Mapping[str, object]]:
    rows = document.values.get(table)
    return [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
