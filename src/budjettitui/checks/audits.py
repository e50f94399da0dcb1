"""Audit lines, known by their words in three languages."""

import re

from budjettitui.model import Row

_AUDIT = re.compile(r"audit(?!ori[oue]|ion)|tilintark|revision|revisor|räkenskapsgransk", re.IGNORECASE)
"""An auditor's work; not an auditorium (auditorio) or an audition."""


def is_audit(row: Row) -> bool:
    """True of a line whose description or category says that it is for an audit."""
    return any(
        text and _AUDIT.search(text) for text in (getattr(row, "description", None), getattr(row, "category", None))
    )
